/* Logging in: who waits, and whom an entry of the directory makes a person of. */
#include "lib/store/login.h"

#include <string.h>

#include "lib/base/vi.h"
#include "lib/core/place.h"
#include "lib/core/title.h"

/* A building behind one address makes so many times the failures of one person. */
#define ADDRESS_FACTOR 10

/* Failures older than this are forgotten. */
#define FORGET_SECONDS (6 * 60 * 60)

/* A place one has logged in from is one's own for so long. */
#define FAMILIAR_DAYS 90

static void subject_of(struct pool *pool, char out[DIGEST_SIZE], const char *kind, const char *who,
                       const char *place)
{
    const char *text = place ? pool_printf(pool, "%s:%s at %s", kind, who, place)
                             : pool_printf(pool, "%s:%s", kind, who);

    digest(text, strlen(text), out);
}

void login_subjects(struct pool *pool, const char *login, const char *address,
                    struct login_subjects *out)
{
    char place[PLACE_SIZE];

    place_of(address, place);
    *out = (struct login_subjects){.pool = pool, .login = login};
    digest(place, strlen(place), out->place);
    /* A directory compares logins without case and marks at least. */
    subject_of(pool, out->account, "account", vi_fold(pool, login), NULL);
    subject_of(pool, out->address, "address", place, NULL);
}

/* Strangers to the person are counted together; who comes from where the person always does is counted by himself. */
static void count_by_entry(struct login_subjects *s, const char *entry, bool familiar,
                           char out[DIGEST_SIZE])
{
    subject_of(s->pool, out, "entry", entry, familiar ? s->place : NULL);
}

static enum outcome take_known(const struct db_row *row, void *ctx, struct err *e)
{
    struct login_subjects *s = ctx;

    (void)e;
    s->familiar = db_int_at(row, LOGIN_KNOWN_FAMILIAR) != 0;
    count_by_entry(s, db_text_at(row, LOGIN_KNOWN_DIRECTORY_ID), s->familiar, s->account);
    return OUT_OK;
}

static enum outcome recognise(struct db_tx *tx, struct login_subjects *s, struct err *e)
{
    struct db_value login = db_text(s->login);

    s->familiar = false;
    subject_of(s->pool, s->account, "account", vi_fold(s->pool, s->login), NULL);
    return db_query(tx, Q_LOGIN_KNOWN,
                    DB_ARGS(db_text(s->place), db_int(FAMILIAR_DAYS), login, login), take_known, s,
                    e);
}

static enum outcome wait_of(struct db_tx *tx, const char *subject, int64_t *seconds, struct err *e)
{
    enum outcome out = db_exec(tx, Q_LOGIN_FAILURE_OPEN, DB_ARGS(db_text(subject)), NULL, NULL, e);

    if (out == OUT_OK)
        out = db_scalar(tx, Q_LOGIN_FAILURE_WAIT, DB_ARGS(db_text(subject)), 0, seconds, e);
    return out;
}

/* failures: how many there are by now; NULL: nobody asks. */
static enum outcome count(struct db_tx *tx, const char *subject, const struct login_limits *limits,
                          int factor, int64_t *failures, struct err *e)
{
    int64_t free = (int64_t)limits->free * factor;
    enum outcome out = db_exec(tx, Q_LOGIN_FAILURE_COUNT,
                               DB_ARGS(db_int(FORGET_SECONDS), db_int(free), db_int(limits->max_seconds),
                                       db_int(limits->first_seconds), db_int(free), db_text(subject)),
                               NULL, NULL, e);

    return out == OUT_OK && failures ? db_scalar(tx, Q_LOGIN_FAILURES, DB_ARGS(db_text(subject)), 0, failures, e) : out;
}

/* It was no failure: one less, and no wait for it. A wait that was there before, which who is familiar need not keep, or that
 * others have begun since, stays: strangers would only need one among them who has an account. */
static enum outcome take_back(struct db_tx *tx, const char *subject, int64_t failures, struct err *e)
{
    return db_exec(tx, Q_LOGIN_FAILURE_UNDO, DB_ARGS(db_int(failures), db_text(subject)), NULL, NULL, e);
}

static enum outcome for_subject(struct db_tx *tx, enum db_stmt stmt, const char *subject,
                                struct err *e)
{
    return db_exec(tx, stmt, DB_ARGS(db_text(subject)), NULL, NULL, e);
}

/* What is old is taken away; when there is nothing, nothing is locked. */
static enum outcome sweep(struct db_tx *tx, enum db_stmt is_there, enum db_stmt stmt, int64_t age,
                          struct err *e)
{
    int64_t old = 0;
    enum outcome out = db_scalar(tx, is_there, DB_ARGS(db_int(age)), 0, &old, e);

    return out == OUT_OK && old ? db_exec(tx, stmt, DB_ARGS(db_int(age)), NULL, NULL, e) : out;
}

enum outcome login_attempt(struct db_tx *tx, struct login_subjects *subjects,
                           const struct login_limits *limits, int64_t *wait_seconds, struct err *e)
{
    int64_t account = 0, address = 0;
    enum outcome out = sweep(tx, Q_LOGIN_FAILURE_OLD, Q_LOGIN_FAILURE_SWEEP, FORGET_SECONDS, e);

    if (out == OUT_OK)
        out = recognise(tx, subjects, e);
    if (out == OUT_OK)
        out = wait_of(tx, subjects->account, &account, e);
    if (out == OUT_OK)
        out = wait_of(tx, subjects->address, &address, e);
    subjects->account_failures = subjects->address_failures = 0;
    *wait_seconds = account > address || subjects->familiar ? account : address;
    if (out == OUT_OK && *wait_seconds > 0) {
        out = for_subject(tx, Q_LOGIN_FAILURE_MORE, subjects->account, e);
        if (out == OUT_OK)
            out = for_subject(tx, Q_LOGIN_FAILURE_MORE, subjects->address, e);
        return out;
    }
    if (out == OUT_OK)
        out = count(tx, subjects->account, limits, 1, &subjects->account_failures, e);
    if (out == OUT_OK && address > 0)
        out = for_subject(tx, Q_LOGIN_FAILURE_MORE, subjects->address, e);
    else if (out == OUT_OK)
        out = count(tx, subjects->address, limits, ADDRESS_FACTOR, &subjects->address_failures, e);
    return out;
}

enum outcome login_found(struct db_tx *tx, struct login_subjects *subjects, const char *entry,
                         const struct login_limits *limits, int64_t *wait_seconds, struct err *e)
{
    int64_t familiar = 0;
    enum outcome out = db_scalar(tx, Q_LOGIN_KNOWN_ENTRY,
                                 DB_ARGS(db_text(subjects->place), db_int(FAMILIAR_DAYS),
                                         db_text(entry)),
                                 0, &familiar, e);

    *wait_seconds = 0;
    if (out != OUT_OK)
        return out;
    count_by_entry(subjects, entry, familiar != 0, subjects->entry);
    if (strcmp(subjects->entry, subjects->account) == 0)
        return OUT_OK; /* counted before it was made */
    out = wait_of(tx, subjects->entry, wait_seconds, e);
    if (out == OUT_OK && *wait_seconds > 0)
        return for_subject(tx, Q_LOGIN_FAILURE_MORE, subjects->entry, e);
    return out == OUT_OK ? count(tx, subjects->entry, limits, 1, NULL, e) : out;
}

enum outcome login_place(struct db_tx *tx, const struct login_subjects *subjects, int64_t person_id,
                         struct err *e)
{
    enum outcome out = sweep(tx, Q_LOGIN_PLACE_OLD, Q_LOGIN_PLACE_SWEEP, FAMILIAR_DAYS, e);

    return out == OUT_OK ? db_exec(tx, Q_LOGIN_PLACE_NOTE,
                                   DB_ARGS(db_int(person_id), db_text(subjects->place)), NULL, NULL, e)
                         : out;
}

enum outcome login_succeeded(struct db_tx *tx, const struct login_subjects *subjects,
                             int64_t person_id, struct err *e)
{
    enum outcome out = for_subject(tx, Q_LOGIN_FAILURE_CLEAR, subjects->account, e);

    if (out == OUT_OK && *subjects->entry)
        out = for_subject(tx, Q_LOGIN_FAILURE_CLEAR, subjects->entry, e);
    if (out == OUT_OK)
        out = take_back(tx, subjects->address, subjects->address_failures, e);
    return out == OUT_OK ? login_place(tx, subjects, person_id, e) : out;
}

enum outcome login_unchecked(struct db_tx *tx, const struct login_subjects *subjects, struct err *e)
{
    enum outcome out = take_back(tx, subjects->account, subjects->account_failures, e);

    return out == OUT_OK ? take_back(tx, subjects->address, subjects->address_failures, e) : out;
}

enum outcome login_listed(struct db_tx *tx, const char *login, int64_t *person_id, struct err *e)
{
    return db_scalar(tx, Q_LOGIN_LISTED, DB_ARGS(db_text(login)), 0, person_id, e);
}

enum outcome login_person_of(struct db_tx *tx, const char *login, const char *entry,
                             int64_t *person_id, struct err *e)
{
    enum outcome out = OUT_OK;

    *person_id = 0;
    if (*entry)
        out = db_scalar(tx, Q_LOGIN_PERSON_OF_ENTRY, DB_ARGS(db_text(entry)), 0, person_id, e);
    if (out == OUT_OK && *person_id == 0)
        out = db_scalar(tx, Q_LOGIN_PERSON_BY_LOGIN, DB_ARGS(db_text(login)), 0, person_id, e);
    return out;
}

struct found {
    int64_t id;
    bool in_directory; /* by id */
    bool has_entry;    /* by staff number */
};

static enum outcome take_by_id(const struct db_row *row, void *ctx, struct err *e)
{
    struct found *found = ctx;

    (void)e;
    found->id = db_int_at(row, 0);
    found->in_directory = db_int_at(row, 1) != 0;
    return OUT_OK;
}

static enum outcome take_by_staff_no(const struct db_row *row, void *ctx, struct err *e)
{
    struct found *found = ctx;

    (void)e;
    found->id = db_int_at(row, 0);
    found->has_entry = !db_null_at(row, 1);
    return OUT_OK;
}

/* The directory's id first, else a staff number that no entry has taken; id 0 when he is new. */
static enum outcome find_person(struct db_tx *tx, const struct sync_listed *entry, int64_t *id,
                                struct err *e)
{
    struct found by_id = {0}, by_staff_no = {0};
    enum outcome out = db_query(tx, Q_LOGIN_PERSON_BY_ID, DB_ARGS(db_text(entry->directory_id)),
                                take_by_id, &by_id, e);

    *id = by_id.id;
    if (out == OUT_OK && by_id.id && !by_id.in_directory)
        return err_set(e, OUT_AUTHN, "login.left", "person %lld has left", (long long)by_id.id);
    if (out != OUT_OK || by_id.id || !*entry->staff_no)
        return out;
    out = db_query(tx, Q_LOGIN_PERSON_BY_STAFF_NO, DB_ARGS(db_text(entry->staff_no)),
                   take_by_staff_no, &by_staff_no, e);
    *id = by_staff_no.id;
    if (out == OUT_OK && by_staff_no.has_entry)
        return err_set(e, OUT_AUTHN, "login.conflict",
                       "the staff number is that of person %lld, who has another entry",
                       (long long)by_staff_no.id);
    return out;
}

static enum outcome create(struct db_tx *tx, struct pool *pool, const struct sync_listed *l,
                           date_t today, int64_t *id, struct err *e)
{
    enum outcome out =
        db_exec(tx, Q_LOGIN_PERSON_INSERT,
                DB_ARGS(db_opt_text(l->staff_no), db_text(l->directory_id), db_text(l->login),
                        db_text(l->name), db_text(vi_fold(pool, l->name)),
                        db_text(vi_lower(pool, l->name)), db_text(vi_sort_key(pool, l->name)),
                        db_opt_text(l->mail)),
                NULL, id, e);

    if (out == OUT_OK)
        out = db_exec(tx, Q_LOGIN_POSITION_INSERT,
                      DB_ARGS(db_int(*id), db_text(l->title), db_bool(title_leads(pool, l->title)),
                              db_date(today), db_text(l->unit)),
                      NULL, NULL, e);
    return out;
}

static enum outcome update(struct db_tx *tx, struct pool *pool, const struct sync_listed *l,
                           int64_t id, struct err *e)
{
    return db_exec(tx, Q_LOGIN_PERSON_UPDATE,
                   DB_ARGS(db_text(l->directory_id), db_text(l->login), db_text(l->name),
                           db_text(vi_fold(pool, l->name)), db_text(vi_lower(pool, l->name)),
                           db_text(vi_sort_key(pool, l->name)), db_opt_text(l->mail), db_int(id)),
                   NULL, NULL, e);
}

struct taking_groups {
    struct pool *pool;
    struct sync_groups *out;
};

/* Nobody is in more groups than lib/dir hands over, twice. */
#define GROUPS_MAX 512

static enum outcome take_group(const struct db_row *row, void *ctx, struct err *e)
{
    struct taking_groups *t = ctx;

    (void)e;
    if (t->out->count < GROUPS_MAX)
        t->out->name[t->out->count++] = pool_strdup(t->pool, db_text_at(row, 0));
    return OUT_OK;
}

static enum outcome write_groups(struct db_tx *tx, struct pool *pool, const struct sync_listed *l,
                                 int64_t id, struct err *e)
{
    struct sync_groups had = {pool_alloc(pool, GROUPS_MAX * sizeof *had.name), 0};
    struct taking_groups taking = {pool, &had};
    struct sync_groups gained, lost = {NULL, 0};
    enum outcome out = db_query(tx, Q_LOGIN_GROUPS, DB_ARGS(db_int(id)), take_group, &taking, e);

    gained = sync_groups_without(pool, &l->groups, &had);
    if (l->groups_complete)
        lost = sync_groups_without(pool, &had, &l->groups);
    for (unsigned i = 0; i < gained.count && out == OUT_OK; i++)
        out = db_exec(tx, Q_SYNC_GROUP_INSERT,
                      DB_ARGS(db_int(id), db_text(gained.name[i])), NULL, NULL, e);
    for (unsigned i = 0; i < lost.count && out == OUT_OK; i++)
        out = db_exec(tx, Q_SYNC_GROUP_DELETE, DB_ARGS(db_int(id), db_text(lost.name[i])), NULL,
                      NULL, e);
    return out;
}

enum outcome login_person(struct db_tx *tx, struct pool *pool, const struct sync_listed *entry,
                          date_t today, int64_t *person_id, bool *created, struct err *e)
{
    enum outcome out;

    if (!sync_fits(entry))
        return err_set(e, OUT_AUTHN, "login.too-long", "a value of the entry is too long");
    out = find_person(tx, entry, person_id, e);
    *created = *person_id == 0;
    if (out == OUT_OK && *created)
        out = create(tx, pool, entry, today, person_id, e);
    else if (out == OUT_OK)
        out = update(tx, pool, entry, *person_id, e);
    if (out == OUT_OK)
        out = write_groups(tx, pool, entry, *person_id, e);
    return out;
}
