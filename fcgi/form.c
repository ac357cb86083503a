/* Fields of a request: taken, typed, asked for, written on the page again. */
#include "fcgi/form_own.h"

#include <stdlib.h>
#include <string.h>

#include "lib/base/fatal.h"
#include "lib/base/num.h"
#include "lib/base/secret.h"
#include "lib/base/utf8.h"

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

static void wipe(void *text)
{
    secret_wipe(text, strlen(text));
}

/* A password is taken as typed; any other text is composed and trimmed - when it is short enough to be. What is too
 * long is shown again as it came. */
static void take_text(struct form *form, struct entry *at, const char *typed)
{
    bool secret = at->field->type == FIELD_SECRET;
    size_t len = strlen(typed);
    char *text;

    if (!entry_fits(form, at, typed)) {
        if (!secret && utf8_clean(typed, len))
            at->text = typed;
        return;
    }
    text = secret ? pool_strdup(form->pool, typed) : utf8_normal(form->pool, typed, len);
    if (!text) {
        entry_wrong(form, at, "field.text");
        return;
    }
    if (secret)
        pool_on_free(form->pool, wipe, text);
    at->text = text;
    if (*text)
        entry_check(form, at);
}

/* The name is text like any other; of the bytes only who keeps them says what they are. */
static void keep_file(struct form *form, struct entry *at, const struct form_file *sent)
{
    struct form_file *file = pool_alloc(form->pool, sizeof *file);

    *file = *sent;
    file->name = utf8_normal(form->pool, sent->name, strlen(sent->name));
    if (file->name && *file->name)
        at->file = file;
    else
        entry_wrong(form, at, "field.file-name");
}

static void take_file(struct form *form, struct entry *at, const struct form_file *file)
{
    if (!*file->name && file->len == 0)
        return; /* the browser's way to say that none was chosen */
    if (at->field->type != FIELD_FILE)
        entry_wrong(form, at, "field.text");
    else if (file->len == 0)
        entry_wrong(form, at, "field.file-empty");
    else if (at->field->max > 0 && file->len > (size_t)at->field->max)
        entry_wrong_limit(form, at, "field.file-too-big", at->field->max >> 20);
    else
        keep_file(form, at, file);
}

/* A box that was ticked; the same one again counts once. */
static void take_choice(struct form *form, struct entry *at, const char *typed)
{
    const char *const *choice = at->field->choices;
    int64_t bit = 1;

    for (; choice && *choice; choice++, bit <<= 1) {
        if (strcmp(*choice, typed) != 0)
            continue;
        if (!(at->number & bit))
            at->text = *at->text ? pool_printf(form->pool, "%s %s", at->text, *choice) : *choice;
        at->number |= bit;
        return;
    }
    entry_wrong(form, at, "field.choice");
}

static void take(struct form *form, const struct pair *pair)
{
    int64_t id;
    const struct field *field = field_for(form->fields, pair->name, &id);
    bool many = field && (field->type == FIELD_IDS || field->type == FIELD_CHOICES);
    struct entry *at;

    if (!field || (many && !*pair->value))
        return;
    at = field->type == FIELD_IDS ? NULL : entry_of(form, field, id);
    if (at && field->type != FIELD_CHOICES) {
        entry_wrong(form, at, "field.twice");
        return;
    }
    if (!at)
        at = add_entry(form, field, id);
    if (pair->file)
        take_file(form, at, pair->file);
    else if (field->type == FIELD_CHOICES)
        take_choice(form, at, pair->value);
    else
        take_text(form, at, pair->value);
}

static int by_field_and_number(const void *a, const void *b)
{
    const struct entry *const *x = a, *const *y = b;

    if ((*x)->field != (*y)->field)
        return (*x)->field < (*y)->field ? -1 : 1;
    if ((*x)->number != (*y)->number)
        return (*x)->number < (*y)->number ? -1 : 1;
    return *x < *y ? -1 : *x > *y; /* as they came */
}

/* An id that was ticked several times counts once, where it came first. */
static void drop_repeated_ids(struct form *form)
{
    struct entry **sorted = pool_alloc(form->pool, (form->n + 1) * sizeof *sorted);
    unsigned ids = 0, kept = 0;

    for (unsigned i = 0; i < form->n; i++)
        if (form->v[i].field->type == FIELD_IDS && !form->v[i].wrong)
            sorted[ids++] = &form->v[i];
    if (ids < 2)
        return;
    qsort(sorted, ids, sizeof *sorted, by_field_and_number);
    for (unsigned i = ids - 1; i > 0; i--)
        if (sorted[i]->field == sorted[i - 1]->field && sorted[i]->number == sorted[i - 1]->number)
            sorted[i]->field = NULL;
    for (unsigned i = 0; i < form->n; i++)
        if (form->v[i].field)
            form->v[kept++] = form->v[i];
    form->n = kept;
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
        entry_wrong(form, at, f->type == FIELD_FILE ? "field.file-required" : "field.required");
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
    drop_repeated_ids(form);
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

int64_t form_int_if(const struct form *form, const char *name)
{
    return form_declares(form, name) ? form_int(form, name) : 0;
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

static int by_number(const void *a, const void *b)
{
    int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;

    return (x > y) - (x < y);
}

unsigned form_ids(const struct form *form, const char *name, const int64_t **out)
{
    const struct field *field = must_declare(form, name);
    int64_t *ids = pool_alloc(form->pool, (form->n + 1) * sizeof *ids);
    unsigned n = 0;

    for (unsigned i = 0; i < form->n; i++)
        if (form->v[i].field == field && !form->v[i].wrong && form->v[i].number > 0)
            ids[n++] = form->v[i].number;
    qsort(ids, n, sizeof *ids, by_number);
    *out = ids;
    return n;
}

bool ids_hold(const int64_t *ids, unsigned count, int64_t id)
{
    return bsearch(&id, ids, count, sizeof id, by_number) != NULL;
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

bool form_declares(const struct form *form, const char *name)
{
    return declared(form->fields, name) != NULL;
}

bool form_typed_for(const struct form *form, const char *prefix, int64_t id)
{
    const struct field *field = declared(form->fields, prefix);
    const struct entry *at = field ? entry_of(form, field, id) : NULL;

    return at && (at->wrong || at->text[0]);
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

void form_need_past(struct form *form, const char *name, date_t today)
{
    if (form_date(form, name) > today)
        form_error(form, name, "field.future");
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

/* Beside a field: what is wrong, and what to do about it. */
static const char *beside(const struct form *form, const struct err *wrong)
{
    const struct message *message = message_of(form->messages, wrong);
    const char *text = *message->next ? pool_printf(form->pool, "%s %s", message->what, message->next)
                                      : message->what;

    return message_fill(form->pool, text, wrong);
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
            doc_attr(doc, "error", at->wrong->key);
            doc_attr(doc, "message", beside(form, at->wrong));
        }
        doc_close(doc);
    }
    doc_close(doc);
}
