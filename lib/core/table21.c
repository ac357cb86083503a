#include "lib/core/table21.h"

#include <stdlib.h>
#include <string.h>

#include "lib/base/num.h"

/* The groups of columns, each of the ways of rewarding that the table puts together. */
enum group { GROUP_MERIT, GROUP_CAMPAIGN, GROUP_SENIORITY, GROUP_SERVICE, GROUP_FOREIGN, GROUP_RESISTANCE, GROUPS };

static const char *const group_names[GROUPS] = {"merit", "campaign", "seniority", "service", "foreign", "resistance"};

static const struct {
    const char *method;
    enum group group;
} methods[] = {
    {"cong_trang", GROUP_MERIT},   {"chuyen_de", GROUP_CAMPAIGN}, {"dot_xuat", GROUP_CAMPAIGN},
    {"nien_han", GROUP_SENIORITY}, {"cong_hien", GROUP_SERVICE},  {"doi_ngoai", GROUP_FOREIGN},
    {"khang_chien", GROUP_RESISTANCE},
};

struct figures {
    int64_t total, individuals;
    int64_t group[GROUPS];
    /* Of the individuals of a group; unknown: nobody wrote down which they are. */
    int64_t leaders[GROUPS], direct[GROUPS], unknown[GROUPS];
};

struct row {
    const char *code, *name;
    int rank;
    struct figures figures;
};

/* GROUPS when the register does not say how. */
static enum group group_of(const char *method)
{
    for (size_t i = 0; i < sizeof methods / sizeof methods[0]; i++)
        if (strcmp(methods[i].method, method) == 0)
            return methods[i].group;
    return GROUPS;
}

static void add(struct figures *figures, const struct table21_count *count)
{
    enum group group = group_of(count->method);

    figures->total += count->count;
    if (count->individual)
        figures->individuals += count->count;
    if (group == GROUPS)
        return;
    figures->group[group] += count->count;
    if (!count->individual)
        return;
    if (count->leader == 1)
        figures->leaders[group] += count->count;
    else if (count->leader == 0)
        figures->direct[group] += count->count;
    else
        figures->unknown[group] += count->count;
}

static int by_rank(const void *a, const void *b)
{
    const struct row *one = a, *other = b;

    return one->rank != other->rank ? one->rank - other->rank : strcmp(one->code, other->code);
}

static struct row *gather(struct pool *pool, const struct table21_count *counts, unsigned n,
                          unsigned *rows)
{
    struct row *row = pool_alloc(pool, (n + 1) * sizeof *row);

    *rows = 0;
    for (unsigned i = 0; i < n; i++) {
        unsigned at = 0;

        while (at < *rows && strcmp(row[at].code, counts[i].code) != 0)
            at++;
        if (at == *rows)
            row[(*rows)++] = (struct row){
                .code = counts[i].code, .name = counts[i].name, .rank = counts[i].rank};
        add(&row[at].figures, &counts[i]);
    }
    qsort(row, *rows, sizeof *row, by_rank);
    return row;
}

static void percent(struct pool *pool, struct doc *doc, const char *name, int64_t part,
                    int64_t whole)
{
    int64_t hundredths;

    if (whole == 0)
        return;
    hundredths = num_percent(part, whole);
    doc_attr(doc, pool_printf(pool, "%s-percent", name),
             pool_printf(pool, "%lld.%02lld", (long long)(hundredths / 100),
                         (long long)(hundredths % 100)));
}

/* Leaders and direct workers of a group: left out when the award is for collectives, or when it is not known of everybody. */
static void write_workers(struct pool *pool, struct doc *doc, const struct figures *figures,
                          enum group group)
{
    if (figures->individuals == 0 || figures->unknown[group] > 0)
        return;
    doc_attr_int(doc, pool_printf(pool, "%s-leaders", group_names[group]), figures->leaders[group]);
    doc_attr_int(doc, pool_printf(pool, "%s-direct", group_names[group]), figures->direct[group]);
}

static void write_figures(struct pool *pool, struct doc *doc, const struct figures *figures)
{
    doc_attr_int(doc, "total", figures->total);
    doc_attr_int(doc, "individuals", figures->individuals);
    percent(pool, doc, "individuals", figures->individuals, figures->total);
    for (int group = 0; group < GROUPS; group++) {
        doc_attr_int(doc, group_names[group], figures->group[group]);
        percent(pool, doc, group_names[group], figures->group[group], figures->total);
        if (group == GROUP_MERIT || group == GROUP_CAMPAIGN)
            write_workers(pool, doc, figures, (enum group)group);
    }
}

static struct figures sum(const struct row *row, unsigned rows)
{
    struct figures all = {.total = 0};

    for (unsigned i = 0; i < rows; i++) {
        all.total += row[i].figures.total;
        all.individuals += row[i].figures.individuals;
        for (int group = 0; group < GROUPS; group++) {
            all.group[group] += row[i].figures.group[group];
            all.leaders[group] += row[i].figures.leaders[group];
            all.direct[group] += row[i].figures.direct[group];
            all.unknown[group] += row[i].figures.unknown[group];
        }
    }
    return all;
}

static int64_t across(const struct figures *figures)
{
    int64_t found = 0;

    for (int group = 0; group < GROUPS; group++)
        found += figures->group[group];
    return found;
}

static void write_check(struct doc *doc, const char *id, const char *result, const char *text)
{
    doc_open(doc, "check");
    doc_attr(doc, "id", id);
    doc_attr(doc, "result", result);
    doc_text(doc, text);
    doc_close(doc);
}

/* RPT-1, RPT-2: column 3 is the sum of columns 6, 10, 14, 16, 18 and 20, in every row. */
static void check_across(struct pool *pool, struct doc *doc, const struct row *row, unsigned rows,
                         const struct figures *all)
{
    const char *faults = "";

    for (unsigned i = 0; i < rows; i++)
        if (across(&row[i].figures) != row[i].figures.total)
            faults = pool_printf(pool, "%s%s%s: %lld khác %lld", faults, faults[0] != '\0' ? "; " : "",
                                 row[i].name, (long long)row[i].figures.total,
                                 (long long)across(&row[i].figures));
    if (faults[0] == '\0')
        write_check(doc, "RPT-2", "pass",
                    pool_printf(pool, "Cột 3 bằng tổng các cột 6, 10, 14, 16, 18 và 20 ở mọi dòng (%lld).",
                                (long long)all->total));
    else
        write_check(doc, "RPT-2", "fail",
                    pool_printf(pool, "Cột 3 khác tổng các cột 6, 10, 14, 16, 18 và 20 (%lld khác %lld). %s.",
                                (long long)all->total, (long long)across(all), faults));
}

/* RPT-7: law 06/2022 art. 8 keeps niên hạn for the army and the police. */
static void check_seniority(struct pool *pool, struct doc *doc, const struct figures *all)
{
    if (all->group[GROUP_SENIORITY] == 0)
        write_check(doc, "RPT-7", "pass", "Không có khen thưởng niên hạn: chỉ dành cho Quân đội và Công an.");
    else
        write_check(doc, "RPT-7", "fail",
                    pool_printf(pool,
                                "%lld khen thưởng ghi là niên hạn, trong khi niên hạn chỉ dành cho Quân đội và Công an "
                                "(khoản 5 Điều 8 Luật Thi đua, khen thưởng năm 2022): cần xếp lại vào công trạng.",
                                (long long)all->group[GROUP_SENIORITY]));
}

/* RPT-6: where it is known who is a leader, leaders and direct workers are all the individuals. */
static void check_workers(struct pool *pool, struct doc *doc, const struct figures *all)
{
    int64_t merit = all->unknown[GROUP_MERIT], campaign = all->unknown[GROUP_CAMPAIGN];

    if (merit + campaign == 0)
        write_check(doc, "RPT-6", "pass", "Lãnh đạo quản lý và người trực tiếp cộng lại bằng số cá nhân ở từng nhóm.");
    else
        write_check(doc, "RPT-6", "missing",
                    pool_printf(pool,
                                "Chưa xác định lãnh đạo quản lý hay trực tiếp: %lld cá nhân công trạng, %lld cá nhân chuyên đề, "
                                "đột xuất; các ô đó để trống.",
                                (long long)merit, (long long)campaign));
}

void table21_write(struct pool *pool, const struct table21_count *counts, unsigned n, struct doc *doc)
{
    unsigned rows;
    struct row *row = gather(pool, counts, n, &rows);
    struct figures all = sum(row, rows);

    for (unsigned i = 0; i < rows; i++) {
        doc_open(doc, "row");
        doc_attr(doc, "code", row[i].code);
        doc_attr(doc, "name", row[i].name);
        write_figures(pool, doc, &row[i].figures);
        doc_close(doc);
    }
    doc_open(doc, "total");
    write_figures(pool, doc, &all);
    doc_close(doc);
    check_across(pool, doc, row, rows, &all);
    check_seniority(pool, doc, &all);
    check_workers(pool, doc, &all);
}
