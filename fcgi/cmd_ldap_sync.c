/* tdkt ldap-sync: people and groups as the directory has them. */
#include <stdio.h>

#include "fcgi/cmd.h"
#include "fcgi/entry.h"
#include "lib/core/sync.h"
#include "lib/store/audit.h"
#include "lib/store/sync.h"

/* A listing may take so many times as long as a login. */
#define LISTING_FACTOR 12

struct run {
    struct pool *pool;
    struct sync_input input;
    struct sync_plan plan;
    bool dry_run, told; /* told: --yes */
    const char *summary;
};

/* What each reason means, and what to do. */
static const char *const advice[SYNC_REASON_COUNT] = {
    [SYNC_ID_TWICE] = "two entries have one id: ldap.map_id names the wrong attribute",
    [SYNC_TOO_LONG] = "a value is longer than our records hold: shorten it in the directory",
    [SYNC_UNIT_UNKNOWN] = "the directory's unit is not one of ours: correct ldap.map_unit's attribute or add the unit",
    [SYNC_UNIT_DIFFERS] = "the directory names another unit than the position in force: change one of them",
    [SYNC_STAFF_NO_DIFFERS] = "the directory has another staff number: correct one of them",
    [SYNC_STAFF_NO_TWICE] = "two entries have one staff number: correct the directory",
    [SYNC_STAFF_NO_TAKEN] = "the person of this staff number belongs to another entry: correct the directory",
    [SYNC_LOGIN_TWICE] = "two entries have one login: narrow ldap.sync_filter or correct the directory",
    [SYNC_LOGIN_TAKEN] = "another person has this login: give that person his staff number or entry first",
};

static void print_change(const struct sync_change *c)
{
    static const char *const fields[] = {"name", "mail", "login", "staff-no", "id", "groups"};

    printf("%-8s %s", sync_kind_code(c->kind), c->listed ? c->listed->login : c->known->login);
    if (c->known)
        printf(" person=%lld", (long long)c->known->id);
    if (c->kind == SYNC_CREATE)
        printf(" unit=%s", c->listed->unit);
    for (unsigned i = 0; i < sizeof fields / sizeof fields[0]; i++)
        if (c->kind != SYNC_CREATE && c->fields & (1u << i))
            printf(" %s", fields[i]);
    for (unsigned i = 0; i < c->gained.count; i++)
        printf(" +%s", c->gained.name[i]);
    for (unsigned i = 0; i < c->lost.count; i++)
        printf(" -%s", c->lost.name[i]);
    if (c->reason)
        printf(" %s: %s", sync_reason_code(c->reason), advice[c->reason]);
    putchar('\n');
}

static const char *summary_of(struct pool *pool, const struct sync_input *in,
                              const struct sync_plan *plan, unsigned skipped)
{
    const unsigned *of = plan->of;

    return pool_printf(pool,
                       "listed %u (%s, %u skipped), known %u: create %u, link %u, update %u, return %u, "
                       "disable %u, unchanged %u, conflict %u, notice %u",
                       in->listed_count, in->complete ? "complete" : "partial", skipped,
                       in->known_count, of[SYNC_CREATE], of[SYNC_LINK], of[SYNC_UPDATE],
                       of[SYNC_RETURN], of[SYNC_DISABLE], plan->unchanged, of[SYNC_CONFLICT],
                       of[SYNC_NOTICE]);
}

/* The same for the audit, which is read by the office. */
static const char *in_words(struct pool *pool, const struct sync_input *in,
                            const struct sync_plan *plan, unsigned skipped)
{
    const unsigned *of = plan->of;

    return pool_printf(pool,
                       "Danh bạ có %u người (%s, bỏ qua %u), sổ có %u: thêm %u, gắn %u, sửa %u, trở lại %u, "
                       "ngừng %u, giữ nguyên %u, mâu thuẫn %u, cần xem %u",
                       in->listed_count, in->complete ? "đủ" : "chưa đủ", skipped, in->known_count,
                       of[SYNC_CREATE], of[SYNC_LINK], of[SYNC_UPDATE], of[SYNC_RETURN],
                       of[SYNC_DISABLE], plan->unchanged, of[SYNC_CONFLICT], of[SYNC_NOTICE]);
}

static bool carried_out(const struct run *run)
{
    return !run->dry_run && (!run->plan.braked || run->told);
}

struct body {
    struct run *run;
    unsigned skipped;
    date_t today;
};

/* The plan is made in the transaction that carries it out. */
static enum outcome sync_body(struct db_tx *tx, void *ctx, struct err *e)
{
    const struct body *body = ctx;
    struct run *run = body->run;
    const struct act act = {.role = "", .capacity = "", .request_id = "ldap-sync", .address = ""};
    struct audit_entry entry = {.action = "ldap-sync", .object = "directory"};
    enum outcome out = sync_load(tx, run->pool, body->today, &run->input, e);

    if (out != OUT_OK)
        return out;
    sync_plan(run->pool, &run->input, &run->plan);
    run->summary = summary_of(run->pool, &run->input, &run->plan, body->skipped);
    entry.after = in_words(run->pool, &run->input, &run->plan, body->skipped);
    if (!carried_out(run))
        return OUT_OK;
    out = sync_apply(tx, run->pool, &run->input, &run->plan, body->today, e);
    return out == OUT_OK ? audit_add(tx, &act, &entry, e) : out;
}

static enum outcome list_people(struct command *c, struct run *run, unsigned *skipped, struct err *e)
{
    struct dir_settings settings;
    struct sync_listed *listed;
    struct dir_people people;
    enum outcome out = settings_dir(c->pool, c->conf, &settings, e);

    settings.seconds *= LISTING_FACTOR;
    if (out == OUT_OK)
        out = dir_list(&settings, c->pool, &people, e);
    if (out != OUT_OK)
        return out;
    listed = pool_alloc(c->pool, (people.count + 1) * sizeof *listed);
    for (unsigned i = 0; i < people.count; i++)
        listed[i] = entry_of(&people.person[i]);
    run->input.listed = listed;
    run->input.listed_count = people.count;
    run->input.complete = people.completeness == DIR_COMPLETE;
    *skipped = people.skipped;
    return OUT_OK;
}

enum outcome cmd_ldap_sync(struct command *c, struct err *e)
{
    struct run run = {.pool = c->pool, .dry_run = cmd_flag(c, "--dry-run"),
                      .told = cmd_flag(c, "--yes"),
                      .input = {.brake_percent = c->conf->ldap_brake_percent,
                                .brake_count = c->conf->ldap_brake_count}};
    struct body body = {.run = &run, .today = date_today()};
    struct db *db = NULL;
    enum outcome out = cmd_no_more(c, 0, e);

    if (out == OUT_OK)
        out = cmd_db(c, &db, e);
    if (out == OUT_OK)
        out = list_people(c, &run, &body.skipped, e);
    if (out == OUT_OK)
        out = db_transact(db, run.dry_run ? DB_READ : DB_WRITE, sync_body, &body, e);
    if (out != OUT_OK)
        return out;
    for (unsigned i = 0; i < run.plan.count; i++)
        print_change(&run.plan.change[i]);
    printf("%s%s\n", run.summary, carried_out(&run) ? "" : "; nothing was changed");
    if (!run.dry_run && !carried_out(&run))
        return err_set(e, OUT_TOOBIG, "sync.brake",
                       "%u people would be disabled or lose a group, more than ldap.brake_percent and "
                       "ldap.brake_count allow; read the lines above, then run it again with --yes",
                       run.plan.losing);
    return OUT_OK;
}
