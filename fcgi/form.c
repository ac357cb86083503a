#include "fcgi/form.h"
#include "fcgi/form_parse.h"

#include <stdio.h>
#include <string.h>

#include "lib/base/fatal.h"
#include "lib/base/num.h"
#include "lib/base/secret.h"
#include "lib/base/utf8.h"

/* One value of one field.  A field of one name has one; checkboxes and names with an id have many.
 */
struct entry {
    const struct field *field;
    int64_t id;             /* of a name that carries one; else 0 */
    const char *name, *text; /* text: as typed, normalised */
    int64_t number;
    date_t date;
    const struct form_file *file;
    struct err *wrong;      /* NULL: nothing is wrong */
};

struct form {
    struct pool *pool;
    const struct messages *messages;
    const struct field *fields;
    struct entry *v;
    unsigned n, room;
    unsigned parsed;        /* entries that came with the request */
    bool parsed_ok;
};

static bool is_prefix(const struct field *field)
{
    size_t len = strlen(field->name);

    return len > 0 && field->name[len - 1] == '-';
}

static const struct field *declared(const struct field *fields, const char *name)
{
    for (const struct field *f = fields; f && f->name; f++)
        if (strcmp(f->name, name) == 0)
            return f;
    return NULL;
}

/* The field a posted name belongs to, and the id it carries. */
static const struct field *field_for(const struct field *fields, const char *name, int64_t *id)
{
    const struct field *exact = declared(fields, name);

    *id = 0;
    if (exact)
        return is_prefix(exact) ? NULL : exact;
    for (const struct field *f = fields; f && f->name; f++) {
        size_t len = strlen(f->name);

        if (is_prefix(f) && strncmp(name, f->name, len) == 0 &&
            num_parse(name + len, 1, INT64_MAX, id))
            return f;
    }
    return NULL;
}

static struct entry *entry_of(const struct form *form, const struct field *field, int64_t id)
{
    for (unsigned i = 0; i < form->n; i++)
        if (form->v[i].field == field && form->v[i].id == id)
            return &form->v[i];
    return NULL;
}

static struct entry *add_entry(struct form *form, const struct field *field, int64_t id)
{
    struct entry *at;

    if (form->n == form->room)
        panic("form: more entries than were counted");
    at = &form->v[form->n++];
    *at = (struct entry){.field = field, .id = id, .name = field->name, .text = "",
                         .date = DATE_NONE};
    if (id > 0)
        at->name = pool_printf(form->pool, "%s%lld", field->name, (long long)id);
    return at;
}

/* The first thing that is wrong stays. */
static void wrong(struct form *form, struct entry *at, const char *key)
{
    if (at->wrong)
        return;
    at->wrong = pool_alloc(form->pool, sizeof *at->wrong);
    err_set(at->wrong, OUT_INVALID, key, "field %s", at->field->name);
}

static void wrong_limit(struct form *form, struct entry *at, const char *key, int64_t limit)
{
    if (at->wrong)
        return;
    wrong(form, at, key);
    err_arg_int(at->wrong, "limit", limit);
}

static void check_length(struct form *form, struct entry *at)
{
    int64_t max = at->field->max;
    int64_t length = (int64_t)utf8_length(at->text);

    if (max == 0)
        max = at->field->type == FIELD_LONG ? FIELD_LONG_MAX : FIELD_TEXT_MAX;
    if (length > max)
        wrong_limit(form, at, "field.too-long", max);
    else if (length < at->field->min)
        wrong_limit(form, at, "field.too-short", at->field->min);
}

static void check_code(struct form *form, struct entry *at)
{
    check_length(form, at);
    for (const char *c = at->text; *c; c++)
        if (!((*c >= 'a' && *c <= 'z') || (*c >= 'A' && *c <= 'Z') || (*c >= '0' && *c <= '9') ||
              strchr("-_.", *c)))
            wrong(form, at, "field.code");
}

static void check_number(struct form *form, struct entry *at)
{
    const struct field *field = at->field;

    if (!num_parse(at->text, INT64_MIN, INT64_MAX, &at->number))
        wrong(form, at, "field.int");
    else if (at->number < field->min)
        wrong_limit(form, at, "field.too-small", field->min);
    else if (field->max != 0 && at->number > field->max)
        wrong_limit(form, at, "field.too-large", field->max);
    if (at->wrong)
        at->number = 0;
}

static void check_choice(struct form *form, struct entry *at)
{
    const char *const *choice = at->field->choices;

    for (; choice && *choice; choice++, at->number++)
        if (strcmp(*choice, at->text) == 0)
            return;
    at->number = 0;
    wrong(form, at, "field.choice");
}

static void check_value(struct form *form, struct entry *at)
{
    switch (at->field->type) {
    case FIELD_TEXT:
        if (strpbrk(at->text, "\n\t"))
            wrong(form, at, "field.one-line");
        check_length(form, at);
        break;
    case FIELD_LONG:
    case FIELD_SECRET:
        check_length(form, at);
        break;
    case FIELD_CODE:
        check_code(form, at);
        break;
    case FIELD_INT:
        check_number(form, at);
        break;
    case FIELD_DATE:
        at->date = date_parse(at->text);
        if (at->date == DATE_NONE)
            wrong(form, at, "field.date");
        break;
    case FIELD_BOOL:
        if (strcmp(at->text, "yes") != 0 && strcmp(at->text, "no") != 0)
            wrong(form, at, "field.choice");
        at->number = strcmp(at->text, "yes") == 0;
        break;
    case FIELD_CHOICE:
    case FIELD_CHOICES:
        check_choice(form, at);
        break;
    case FIELD_IDS:
        if (!num_parse(at->text, 1, INT64_MAX, &at->number))
            wrong(form, at, "field.int");
        break;
    case FIELD_FILE:
        wrong(form, at, "field.file");
        break;
    case FIELD_UNSET:
        panic("form: field %s has no type", at->field->name);
    }
}

static void wipe(void *text)
{
    secret_wipe(text, strlen(text));
}

/* A password is taken as typed; any other text is composed and trimmed. */
static void take_text(struct form *form, struct entry *at, const char *typed)
{
    char *text;

    if (at->field->type == FIELD_SECRET) {
        text = pool_strdup(form->pool, typed);
        pool_on_free(form->pool, wipe, text);
    } else {
        text = utf8_normal(form->pool, typed, strlen(typed));
        if (!text) {
            wrong(form, at, "field.text");
            return;
        }
    }
    at->text = text;
    if (*text)
        check_value(form, at);
}

static void take_file(struct form *form, struct entry *at, const struct form_file *file)
{
    if (!*file->name && file->len == 0)
        return; /* the browser's way to say that none was chosen */
    if (at->field->type != FIELD_FILE)
        wrong(form, at, "field.text");
    else if (file->len == 0)
        wrong(form, at, "field.file-empty");
    else if (at->field->max > 0 && file->len > (size_t)at->field->max)
        wrong_limit(form, at, "field.file-too-big", at->field->max >> 20);
    else
        at->file = file;
}

/* One more box of the same name was ticked. */
static void add_choice(struct form *form, struct entry *at, const char *typed)
{
    const char *before = at->text;

    take_text(form, at, typed);
    at->text = pool_printf(form->pool, "%s %s", before, at->text);
}

static void take(struct form *form, const struct pair *pair)
{
    int64_t id;
    const struct field *field = field_for(form->fields, pair->name, &id);
    struct entry *at;

    if (!field)
        return;
    if ((field->type == FIELD_IDS || field->type == FIELD_CHOICES) && !*pair->value)
        return;
    at = field->type == FIELD_IDS ? NULL : entry_of(form, field, id);
    if (at && field->type == FIELD_CHOICES) {
        add_choice(form, at, pair->value);
        return;
    }
    if (at) {
        wrong(form, at, "field.twice");
        return;
    }
    at = add_entry(form, field, id);
    if (pair->file)
        take_file(form, at, pair->file);
    else
        take_text(form, at, pair->value);
}

static bool given(const struct entry *at)
{
    return at && (*at->text || at->file);
}

static void check_required(struct form *form)
{
    for (const struct field *f = form->fields; f && f->name; f++) {
        struct entry *at;

        if (!f->required || is_prefix(f))
            continue;
        at = entry_of(form, f, 0);
        if (given(at))
            continue;
        if (!at)
            at = add_entry(form, f, 0);
        wrong(form, at, f->type == FIELD_FILE ? "field.file-required" : "field.required");
    }
}

struct form *form_parse(struct pool *pool, const struct messages *messages,
                        const struct field *fields, const struct pairs *pairs, bool posted)
{
    struct form *form = pool_alloc(pool, sizeof *form);
    unsigned count = 0;

    while (fields && fields[count].name)
        count++;
    form->pool = pool;
    form->messages = messages;
    form->fields = fields;
    /* What may be posted, declared fields that are missing, and errors a handler adds to either. */
    form->room = 2 * count + (pairs ? pairs->n : 0) + FORM_ERRORS_MAX;
    form->v = pool_alloc(pool, form->room * sizeof *form->v);
    for (unsigned i = 0; pairs && i < pairs->n; i++)
        take(form, &pairs->v[i]);
    if (posted)
        check_required(form);
    form->parsed = form->n;
    form->parsed_ok = form_ok(form);
    return form;
}

void form_reset(struct form *form)
{
    form->n = form->parsed;
    if (!form->parsed_ok)
        return;
    for (unsigned i = 0; i < form->n; i++)
        form->v[i].wrong = NULL;
}

static const struct field *must_declare(const struct form *form, const char *name)
{
    const struct field *field = declared(form->fields, name);

    if (!field)
        panic("form: the route does not declare field %s", name);
    return field;
}

static const struct entry *right(const struct form *form, const char *name, int64_t id)
{
    const struct entry *at = entry_of(form, must_declare(form, name), id);

    return at && !at->wrong ? at : NULL;
}

const char *form_text(const struct form *form, const char *name)
{
    const struct entry *at = right(form, name, 0);

    return at ? at->text : "";
}

int64_t form_int(const struct form *form, const char *name)
{
    const struct entry *at = right(form, name, 0);

    return at ? at->number : 0;
}

bool form_has(const struct form *form, const char *name)
{
    return given(right(form, name, 0));
}

date_t form_date(const struct form *form, const char *name)
{
    const struct entry *at = right(form, name, 0);

    return at ? at->date : DATE_NONE;
}

bool form_bool(const struct form *form, const char *name)
{
    const struct entry *at = right(form, name, 0);

    return at && at->number != 0;
}

unsigned form_ids(const struct form *form, const char *name, const int64_t **out)
{
    const struct field *field = must_declare(form, name);
    int64_t *ids = pool_alloc(form->pool, (form->n + 1) * sizeof *ids);
    unsigned n = 0;

    for (unsigned i = 0; i < form->n; i++)
        if (form->v[i].field == field && !form->v[i].wrong && form->v[i].number > 0)
            ids[n++] = form->v[i].number;
    *out = ids;
    return n;
}

const struct form_file *form_file(const struct form *form, const char *name)
{
    const struct entry *at = right(form, name, 0);

    return at ? at->file : NULL;
}

int64_t form_int_for(const struct form *form, const char *prefix, int64_t id)
{
    const struct entry *at = right(form, prefix, id);

    return given(at) ? at->number : -1;
}

void form_error_why(struct form *form, const char *name, const struct err *why)
{
    int64_t id;
    const struct field *field = field_for(form->fields, name, &id);
    struct entry *at;

    if (!field)
        panic("form: the route does not declare field %s", name);
    at = entry_of(form, field, id);
    if (!at) {
        if (form->n - form->parsed >= FORM_ERRORS_MAX)
            return;
        at = add_entry(form, field, id);
    }
    if (!at->wrong)
        *(at->wrong = pool_alloc(form->pool, sizeof *why)) = *why;
}

enum outcome form_invalid(struct err *e)
{
    return err_set(e, OUT_INVALID, FORM_INVALID_KEY, "fields in error");
}

bool form_ok(const struct form *form)
{
    for (unsigned i = 0; i < form->n; i++)
        if (form->v[i].wrong)
            return false;
    return true;
}

void form_write(const struct form *form, struct doc *doc)
{
    doc_open(doc, "form");
    for (unsigned i = 0; i < form->n; i++) {
        const struct entry *at = &form->v[i];

        doc_open(doc, "field");
        doc_attr(doc, "name", at->name);
        if (at->field->type != FIELD_SECRET && at->field->type != FIELD_FILE)
            doc_attr(doc, "value", at->text);
        if (at->wrong) {
            const struct message *message = message_of(form->messages, at->wrong);

            doc_attr(doc, "error", at->wrong->key);
            doc_attr(doc, "message", message_fill(form->pool, message->what, at->wrong));
        }
        doc_close(doc);
    }
    doc_close(doc);
}
