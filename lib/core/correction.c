/* Which fields a return opens, and what a change was, in words that the audit keeps. */
#include "lib/core/correction.h"

#include <string.h>

const char *const row_field_codes[ROW_FIELDS + 1] = {"name",        "position", "award_code",
                                                     "achievement", "period",   "evidence", NULL};

/* In the same order. */
static const char *const labels[ROW_FIELDS] = {"Họ tên, tên tập thể", "Chức vụ", "Danh hiệu, hình thức",
                                               "Thành tích", "Thời gian lập thành tích",
                                               "Giấy tờ kèm theo"};

static enum row_field field_at(unsigned place)
{
    return (enum row_field)(1u << place);
}

const char *row_field_label(enum row_field field)
{
    for (unsigned i = 0; i < ROW_FIELDS; i++)
        if (field_at(i) == field)
            return labels[i];
    return "";
}

const char *row_code_label(const char *code)
{
    for (unsigned i = 0; i < ROW_FIELDS; i++)
        if (strcmp(row_field_codes[i], code) == 0)
            return labels[i];
    return NULL;
}

static bool named(const char *codes, const char *code)
{
    size_t len = strlen(code);

    for (const char *at = codes; (at = strstr(at, code)) != NULL; at += len)
        if ((at == codes || at[-1] == ' ') && (at[len] == '\0' || at[len] == ' '))
            return true;
    return false;
}

unsigned row_opened(const char *codes)
{
    unsigned opened = 0;

    for (unsigned i = 0; i < ROW_FIELDS; i++)
        if (named(codes, row_field_codes[i]))
            opened |= field_at(i);
    return opened;
}

static const char *value_of(const struct row_words *row, enum row_field field)
{
    switch (field) {
    case ROW_NAME:
        return row->name;
    case ROW_POSITION:
        return row->position;
    case ROW_AWARD:
        return row->award;
    case ROW_ACHIEVEMENT:
        return row->achievement;
    case ROW_PERIOD:
        return row->period;
    case ROW_EVIDENCE:
        break;
    }
    return "";
}

unsigned row_changes(const struct row_words *was, const struct row_words *is,
                     struct row_change out[ROW_FIELDS])
{
    unsigned count = 0;

    for (unsigned i = 0; i < ROW_FIELDS; i++) {
        const char *before = value_of(was, field_at(i));
        const char *after = value_of(is, field_at(i));

        if (strcmp(before, after) != 0)
            out[count++] = (struct row_change){row_field_codes[i], before, after};
    }
    return count;
}

static const char *add(struct pool *pool, const char *words, const char *label, const char *value)
{
    return value[0] == '\0' ? words
                            : pool_printf(pool, "%s%s%s: %s", words, words[0] ? "; " : "", label, value);
}

const char *row_in_words(struct pool *pool, const struct row_words *row)
{
    const char *words = "";

    for (unsigned i = 0; i < ROW_FIELDS; i++) {
        words = add(pool, words, labels[i], value_of(row, field_at(i)));
        if (field_at(i) == ROW_POSITION)
            words = add(pool, words, "Đơn vị", row->unit);
    }
    return words;
}

const char *row_changes_in_words(struct pool *pool, const struct row_change *change, unsigned count,
                                 bool after)
{
    const char *words = "";

    for (unsigned i = 0; i < count; i++) {
        const char *value = after ? change[i].after : change[i].before;
        const char *label = row_code_label(change[i].field);

        words = add(pool, words, label ? label : "Dòng đề nghị", value[0] ? value : "(trống)");
    }
    return words;
}
