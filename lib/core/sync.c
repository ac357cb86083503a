#include "lib/core/sync.h"

#include <stdlib.h>
#include <string.h>

#include "lib/base/utf8.h"

/* An index over one text of either list. */
struct key {
    const char *text;
    unsigned at;
};

struct index {
    struct key *key;
    unsigned count;
};

struct planning {
    struct pool *pool;
    const struct sync_input *in;
    struct sync_plan *plan;
    struct index known_id, known_staff_no, known_login;
    struct index listed_id, listed_staff_no, listed_login;
    bool *seen; /* of the known: some entry is about them */
    unsigned room;
};

static int by_text(const void *a, const void *b)
{
    const struct key *x = a, *y = b;

    return strcmp(x->text, y->text);
}

static void index_add(struct index *index, const char *text, unsigned at)
{
    if (*text)
        index->key[index->count++] = (struct key){text, at};
}

static struct index index_room(struct pool *pool, unsigned count)
{
    return (struct index){.key = pool_alloc(pool, (count + 1) * sizeof(struct key))};
}

static void index_sort(struct index *index)
{
    if (index->count > 0)
        qsort(index->key, index->count, sizeof index->key[0], by_text);
}

/* The first key with the text; how often it stands there in *times. */
static const struct key *index_find(const struct index *index, const char *text, unsigned *times)
{
    unsigned low = 0, high = index->count, n = 0;

    while (low < high) {
        unsigned middle = low + (high - low) / 2;

        if (strcmp(index->key[middle].text, text) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    while (low + n < index->count && strcmp(index->key[low + n].text, text) == 0)
        n++;
    if (times)
        *times = n;
    return n > 0 ? &index->key[low] : NULL;
}

static void make_indexes(struct planning *p)
{
    const struct sync_input *in = p->in;

    p->known_id = index_room(p->pool, in->known_count);
    p->known_staff_no = index_room(p->pool, in->known_count);
    p->known_login = index_room(p->pool, in->known_count);
    p->listed_id = index_room(p->pool, in->listed_count);
    p->listed_staff_no = index_room(p->pool, in->listed_count);
    p->listed_login = index_room(p->pool, in->listed_count);
    for (unsigned i = 0; i < in->known_count; i++) {
        index_add(&p->known_id, in->known[i].directory_id, i);
        index_add(&p->known_staff_no, in->known[i].staff_no, i);
        index_add(&p->known_login, in->known[i].login, i);
    }
    for (unsigned i = 0; i < in->listed_count; i++) {
        index_add(&p->listed_id, in->listed[i].directory_id, i);
        index_add(&p->listed_staff_no, in->listed[i].staff_no, i);
        index_add(&p->listed_login, in->listed[i].login, i);
    }
    index_sort(&p->known_id);
    index_sort(&p->known_staff_no);
    index_sort(&p->known_login);
    index_sort(&p->listed_id);
    index_sort(&p->listed_staff_no);
    index_sort(&p->listed_login);
}

static void add_change(struct planning *p, const struct sync_change *change)
{
    struct sync_plan *plan = p->plan;

    if (plan->count == p->room) {
        struct sync_change *old = plan->change;

        p->room = p->room ? p->room * 2 : 256;
        plan->change = pool_alloc(p->pool, p->room * sizeof *plan->change);
        if (old)
            memcpy(plan->change, old, plan->count * sizeof *old);
    }
    plan->change[plan->count++] = *change;
    plan->of[change->kind]++;
}

static void tell(struct planning *p, enum sync_kind kind, enum sync_reason reason,
                 const struct sync_known *known, const struct sync_listed *listed)
{
    add_change(p, &(struct sync_change){
                      .kind = kind, .reason = reason, .known = known, .listed = listed});
}

static int by_code(const void *code, const void *unit)
{
    return strcmp(code, ((const struct sync_unit *)unit)->code);
}

const struct sync_unit *sync_unit_of(const struct sync_input *in, const char *code)
{
    if (in->units_count == 0)
        return NULL;
    return bsearch(code, in->units, in->units_count, sizeof in->units[0], by_code);
}

struct sync_groups sync_groups_without(struct pool *pool, const struct sync_groups *a,
                                       const struct sync_groups *b)
{
    struct sync_groups out = {pool_alloc(pool, (a->count + 1) * sizeof *out.name), 0};
    unsigned j = 0;

    for (unsigned i = 0; i < a->count; i++) {
        while (j < b->count && strcmp(b->name[j], a->name[i]) < 0)
            j++;
        if (j == b->count || strcmp(b->name[j], a->name[i]) != 0)
            out.name[out.count++] = a->name[i];
    }
    return out;
}

static void compare_groups(struct planning *p, struct sync_change *c)
{
    static const struct sync_groups none;
    const struct sync_groups *had = c->known ? &c->known->groups : &none;

    c->gained = sync_groups_without(p->pool, &c->listed->groups, had);
    if (p->in->complete && c->listed->groups_complete)
        c->lost = sync_groups_without(p->pool, had, &c->listed->groups);
    if (c->gained.count || c->lost.count)
        c->fields |= SYNC_GROUPS;
}

/* Does this person give his login up in the same run?  His entry has another by now (two entries with one login came to nothing
 * before), or he has left for certain. */
static bool gives_login_up(const struct planning *p, const struct sync_known *k)
{
    return *k->directory_id &&
           (p->in->complete || index_find(&p->listed_id, k->directory_id, NULL));
}

static bool may_take_login(const struct planning *p, const struct sync_listed *l)
{
    unsigned times = 0;
    const struct key *holder = index_find(&p->known_login, l->login, &times);

    for (unsigned i = 0; i < times; i++)
        if (!gives_login_up(p, &p->in->known[holder[i].at]))
            return false;
    return true;
}

/* A staff number is only ever filled in, never changed: it is the personnel system's. */
static void compare_staff_no(struct planning *p, struct sync_change *c)
{
    const struct sync_known *k = c->known;
    const struct sync_listed *l = c->listed;
    unsigned entries = 0;

    if (!*l->staff_no || strcmp(k->staff_no, l->staff_no) == 0)
        return;
    index_find(&p->listed_staff_no, l->staff_no, &entries);
    if (*k->staff_no)
        tell(p, SYNC_NOTICE, SYNC_STAFF_NO_DIFFERS, k, l);
    else if (entries > 1)
        tell(p, SYNC_NOTICE, SYNC_STAFF_NO_TWICE, k, l);
    else if (index_find(&p->known_staff_no, l->staff_no, NULL))
        tell(p, SYNC_NOTICE, SYNC_STAFF_NO_TAKEN, k, l);
    else
        c->fields |= SYNC_STAFF_NO;
}

static void compare_unit(struct planning *p, const struct sync_known *k, const struct sync_listed *l)
{
    if (*l->unit && !sync_unit_of(p->in, l->unit))
        tell(p, SYNC_NOTICE, SYNC_UNIT_UNKNOWN, k, l);
    else if (*l->unit && *k->unit && strcmp(k->unit, l->unit) != 0)
        tell(p, SYNC_NOTICE, SYNC_UNIT_DIFFERS, k, l);
}

static void plan_known(struct planning *p, const struct sync_known *k, const struct sync_listed *l)
{
    struct sync_change c = {.kind = SYNC_UPDATE, .known = k, .listed = l};

    if (strcmp(k->name, l->name) != 0)
        c.fields |= SYNC_NAME;
    if (*l->mail && strcmp(k->mail, l->mail) != 0)
        c.fields |= SYNC_MAIL;
    if (strcmp(k->directory_id, l->directory_id) != 0)
        c.fields |= SYNC_ID;
    compare_staff_no(p, &c);
    if (strcmp(k->login, l->login) != 0) {
        if (may_take_login(p, l))
            c.fields |= SYNC_LOGIN;
        else
            tell(p, SYNC_NOTICE, SYNC_LOGIN_TAKEN, k, l);
    }
    compare_groups(p, &c);
    if (!*k->directory_id)
        c.kind = SYNC_LINK;
    else if (!k->in_directory)
        c.kind = SYNC_RETURN;
    if (c.kind != SYNC_UPDATE || c.fields)
        add_change(p, &c);
    else
        p->plan->unchanged++;
    if (c.lost.count)
        p->plan->losing++;
    compare_unit(p, k, l);
}

/* The person of this staff number may change hands when his old entry has gone from a complete listing. */
static bool may_take_over(const struct planning *p, const struct sync_known *k)
{
    return !*k->directory_id ||
           (p->in->complete && !index_find(&p->listed_id, k->directory_id, NULL));
}

static void plan_new(struct planning *p, const struct sync_listed *l)
{
    struct sync_change c = {.kind = SYNC_CREATE, .listed = l};

    if (!may_take_login(p, l)) {
        tell(p, SYNC_CONFLICT, SYNC_LOGIN_TAKEN, NULL, l);
    } else if (!sync_unit_of(p->in, l->unit)) {
        tell(p, SYNC_CONFLICT, SYNC_UNIT_UNKNOWN, NULL, l);
    } else {
        c.fields = SYNC_NAME | SYNC_LOGIN | SYNC_ID | (*l->mail ? SYNC_MAIL : 0) |
                   (*l->staff_no ? SYNC_STAFF_NO : 0);
        compare_groups(p, &c);
        add_change(p, &c);
    }
}

bool sync_fits(const struct sync_listed *l)
{
    const struct {
        const char *text;
        size_t max;
    } values[] = {
        {l->directory_id, SYNC_ID_MAX}, {l->login, SYNC_LOGIN_MAX},       {l->name, SYNC_NAME_MAX},
        {l->mail, SYNC_MAIL_MAX},       {l->staff_no, SYNC_STAFF_NO_MAX}, {l->title, SYNC_TITLE_MAX},
    };

    for (size_t i = 0; i < sizeof values / sizeof values[0]; i++)
        if (utf8_length(values[i].text) > values[i].max)
            return false;
    for (unsigned i = 0; i < l->groups.count; i++)
        if (utf8_length(l->groups.name[i]) > SYNC_GROUP_MAX)
            return false;
    return true;
}

static void plan_listed(struct planning *p, const struct sync_listed *l)
{
    unsigned ids = 0, logins = 0, numbers = 0;
    const struct key *found = index_find(&p->known_id, l->directory_id, NULL);
    const struct sync_known *k = NULL;

    index_find(&p->listed_id, l->directory_id, &ids);
    index_find(&p->listed_login, l->login, &logins);
    if (*l->staff_no)
        index_find(&p->listed_staff_no, l->staff_no, &numbers);
    if (!found && *l->staff_no)
        found = index_find(&p->known_staff_no, l->staff_no, NULL);
    if (found) {
        k = &p->in->known[found->at];
        p->seen[found->at] = true;
    }
    if (!sync_fits(l))
        tell(p, SYNC_CONFLICT, SYNC_TOO_LONG, k, l);
    else if (ids > 1)
        tell(p, SYNC_CONFLICT, SYNC_ID_TWICE, k, l);
    else if (logins > 1)
        tell(p, SYNC_CONFLICT, SYNC_LOGIN_TWICE, k, l);
    else if (k && strcmp(k->directory_id, l->directory_id) == 0)
        plan_known(p, k, l);
    else if (numbers > 1)
        tell(p, SYNC_CONFLICT, SYNC_STAFF_NO_TWICE, k, l);
    else if (k && may_take_over(p, k))
        plan_known(p, k, l);
    else if (k)
        tell(p, SYNC_CONFLICT, SYNC_STAFF_NO_TAKEN, k, l);
    else
        plan_new(p, l);
}

static void plan_leavers(struct planning *p)
{
    for (unsigned i = 0; i < p->in->known_count; i++) {
        const struct sync_known *k = &p->in->known[i];

        if (p->seen[i] || !k->in_directory)
            continue;
        add_change(p, &(struct sync_change){.kind = SYNC_DISABLE, .known = k});
        p->plan->losing++;
    }
}

static bool brakes(const struct sync_input *in, unsigned losing)
{
    unsigned enabled = 0;

    for (unsigned i = 0; i < in->known_count; i++)
        enabled += in->known[i].in_directory;
    return losing > (unsigned)in->brake_count ||
           (uint64_t)losing * 100 > (uint64_t)enabled * (unsigned)in->brake_percent;
}

void sync_plan(struct pool *pool, const struct sync_input *input, struct sync_plan *out)
{
    struct planning p = {.pool = pool, .in = input, .plan = out};

    memset(out, 0, sizeof *out);
    p.seen = pool_alloc(pool, input->known_count + 1);
    make_indexes(&p);
    for (unsigned i = 0; i < input->listed_count; i++)
        plan_listed(&p, &input->listed[i]);
    if (input->complete)
        plan_leavers(&p);
    out->braked = out->losing > 0 && brakes(input, out->losing);
}

const char *sync_kind_code(enum sync_kind kind)
{
    static const char *const code[SYNC_KIND_COUNT] = {
        [SYNC_UNSET] = "unset",         [SYNC_CREATE] = "create", [SYNC_LINK] = "link",
        [SYNC_UPDATE] = "update",       [SYNC_RETURN] = "return", [SYNC_DISABLE] = "disable",
        [SYNC_CONFLICT] = "conflict",   [SYNC_NOTICE] = "notice",
    };

    return code[kind];
}

const char *sync_reason_code(enum sync_reason reason)
{
    static const char *const code[SYNC_REASON_COUNT] = {
        [SYNC_NO_REASON] = "",
        [SYNC_ID_TWICE] = "id-twice",
        [SYNC_TOO_LONG] = "too-long",
        [SYNC_UNIT_UNKNOWN] = "unit-unknown",
        [SYNC_UNIT_DIFFERS] = "unit-differs",
        [SYNC_STAFF_NO_DIFFERS] = "staff-no-differs",
        [SYNC_STAFF_NO_TWICE] = "staff-no-twice",
        [SYNC_STAFF_NO_TAKEN] = "staff-no-taken",
        [SYNC_LOGIN_TWICE] = "login-twice",
        [SYNC_LOGIN_TAKEN] = "login-taken",
    };

    return code[reason];
}
