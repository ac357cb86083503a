/* A value against its field: how long, of which type, one of which choices. */
#include "fcgi/form_own.h"

#include <string.h>

#include "lib/base/fatal.h"
#include "lib/base/num.h"
#include "lib/base/utf8.h"

void entry_wrong(struct form *form, struct entry *at, const char *key)
{
    if (at->wrong)
        return;
    at->wrong = pool_alloc(form->pool, sizeof *at->wrong);
    err_set(at->wrong, OUT_INVALID, key, "field %s", at->field->name);
}

void entry_wrong_limit(struct form *form, struct entry *at, const char *key, int64_t limit)
{
    if (at->wrong)
        return;
    entry_wrong(form, at, key);
    err_arg_int(at->wrong, "limit", limit);
}

/* How many characters a text may have. */
static int64_t characters_max(const struct field *field)
{
    switch (field->type) {
    case FIELD_LONG:
        return field->max ? field->max : FIELD_LONG_MAX;
    case FIELD_TEXT:
    case FIELD_CODE:
    case FIELD_SECRET:
        return field->max ? field->max : FIELD_TEXT_MAX;
    default: /* a number, a day, a choice: max is none of its length */
        return FIELD_TEXT_MAX;
    }
}

bool entry_fits(struct form *form, struct entry *at, const char *typed)
{
    int64_t max = characters_max(at->field);

    if (strlen(typed) <= (size_t)max * UTF8_CHARACTER_MAX)
        return true;
    entry_wrong_limit(form, at, "field.too-long", max);
    return false;
}

static void check_length(struct form *form, struct entry *at)
{
    int64_t max = characters_max(at->field);
    int64_t length = (int64_t)utf8_length(at->text);

    if (length > max)
        entry_wrong_limit(form, at, "field.too-long", max);
    else if (length < at->field->min)
        entry_wrong_limit(form, at, "field.too-short", at->field->min);
}

static void check_code(struct form *form, struct entry *at)
{
    check_length(form, at);
    for (const char *c = at->text; *c; c++)
        if (!((*c >= 'a' && *c <= 'z') || (*c >= 'A' && *c <= 'Z') || (*c >= '0' && *c <= '9') ||
              strchr("-_.", *c)))
            entry_wrong(form, at, "field.code");
}

static void check_number(struct form *form, struct entry *at)
{
    const struct field *field = at->field;

    if (!num_parse(at->text, INT64_MIN, INT64_MAX, &at->number))
        entry_wrong(form, at, "field.int");
    else if (at->number < field->min)
        entry_wrong_limit(form, at, "field.too-small", field->min);
    else if (field->max != 0 && at->number > field->max)
        entry_wrong_limit(form, at, "field.too-large", field->max);
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
    entry_wrong(form, at, "field.choice");
}

void entry_check(struct form *form, struct entry *at)
{
    switch (at->field->type) {
    case FIELD_TEXT:
        if (strpbrk(at->text, "\n\t"))
            entry_wrong(form, at, "field.one-line");
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
    case FIELD_IDS:
        check_number(form, at);
        break;
    case FIELD_DATE:
        at->date = date_parse(at->text);
        if (at->date == DATE_NONE)
            entry_wrong(form, at, "field.date");
        break;
    case FIELD_BOOL:
        if (strcmp(at->text, "yes") != 0 && strcmp(at->text, "no") != 0)
            entry_wrong(form, at, "field.choice");
        at->number = strcmp(at->text, "yes") == 0;
        break;
    case FIELD_CHOICE:
    case FIELD_CHOICES:
        check_choice(form, at);
        break;
    case FIELD_FILE:
        entry_wrong(form, at, "field.file");
        break;
    case FIELD_UNSET:
        panic("form: field %s has no type", at->field->name);
    }
}
