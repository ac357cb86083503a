/* Which fields a return opens, and what a change was, in words that the audit keeps. */
#include "lib/core/correction.h"

#include <string.h>

static const struct {
    enum row_field field;
    const char *code, *label;
} fields[ROW_FIELDS] = {
    {ROW_NAME, "name", "Họ tên, tên tập thể"},
    {ROW_POSITION, "position", "Chức vụ"},
    {ROW_AWARD, "award_code", "Danh hiệu, hình thức"},
    {ROW_ACHIEVEMENT, "achievement", "Thành tích"},
    {ROW_PERIOD, "period", "Thời gian lập thành tích"},
    {ROW_EVIDENCE, "evidence", "Giấy tờ kèm theo"},
};

const char *const row_field_codes[ROW_FIELDS + 1] = {"name",        "position", "award_code",
                                                     "achievement", "period",   "evidence", NULL};

const char *row_field_label(enum row_field field)
{
    for (unsigned i = 0; i < ROW_FIELDS; i++)
        if (fields[i].field == field)
            return fields[i].label;
    return "";
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
        if (named(codes, fields[i].code))
            opened |= fields[i].field;
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
        const char *before = value_of(was, fields[i].field);
        const char *after = value_of(is, fields[i].field);

        if (strcmp(before, after) != 0)
            out[count++] = (struct row_change){fields[i].code, before, after};
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
        words = add(pool, words, fields[i].label, value_of(row, fields[i].field));
        if (fields[i].field == ROW_POSITION)
            words = add(pool, words, "Đơn vị", row->unit);
    }
    return words;
}

static const char *label_of(const char *code)
{
    for (unsigned i = 0; i < ROW_FIELDS; i++)
        if (strcmp(fields[i].code, code) == 0)
            return fields[i].label;
    return "Dòng đề nghị";
}

const char *row_changes_in_words(struct pool *pool, const struct row_change *change, unsigned count,
                                 bool after)
{
    const char *words = "";

    for (unsigned i = 0; i < count; i++) {
        const char *value = after ? change[i].after : change[i].before;

        words = add(pool, words, label_of(change[i].field), value[0] ? value : "(trống)");
    }
    return words;
}
