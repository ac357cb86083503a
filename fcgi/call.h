/* One request on its way through: what a handler sees. */
#ifndef TDKT_FCGI_CALL_H
#define TDKT_FCGI_CALL_H

#include "fcgi/form.h"
#include "lib/base/pool.h"
#include "lib/conf/conf.h"
#include "lib/core/flow.h"
#include "lib/core/gate.h"
#include "lib/core/law.h"
#include "lib/core/role.h"
#include "lib/db/db.h"
#include "lib/dir/dir.h"
#include "lib/store/audit.h"
#include "lib/store/viewer.h"
#include "lib/xml/doc.h"

/* What is loaded once for all workers (app.h); db and gate each of them adds. */
struct app {
    const struct conf *conf;
    const struct db_settings *db_settings;
    struct db *db;
    const struct laws *laws;
    const struct flow *nomination_flow;
    const struct dir_settings *dir;
    const struct messages *messages; /* conf/messages.xml */
    const struct sheets *sheets;     /* by name */
    struct gate *gate;               /* of logins, shared by all workers; NULL: they are not counted */
    const char *asset;               /* changes with the files of xslt/asset: their version in addresses */
};

struct actor {
    int64_t person_id;       /* 0: nobody */
    const char *name;
    enum role role;
    int64_t grant_id;        /* 0: staff, oneself */
    int64_t unit_id;         /* where the role is held; for staff the person's unit */
    const char *unit_name;
    const char *scope;       /* path prefix "/1/7/"; "-" (matches nothing) for staff */
};

#define CALL_IDS_MAX 3

struct call {
    const struct app *app;
    struct pool *pool;
    const struct request *request;
    const struct route *route;
    struct db_tx *tx;
    struct actor actor;
    int64_t id[CALL_IDS_MAX];   /* {id} parts of the path, in order */
    const char *word;           /* the {word} part of the path */
    struct form *form;
    struct doc *doc;            /* inside <page>, after its envelope and <form>: a read appends its resource */
    const char *request_id, *address;
    date_t today;
    /* What a handler may answer instead of its page: */
    const char *see_other;      /* 303, path within the site */
    const char *flash;          /* key of a message shown on the next page */
    struct doc *paper;          /* a record document for form sheet `paper_sheet` */
    const char *paper_sheet;    /* name under xslt/form; the router runs it and a layout */
    const struct buf *download; /* bytes as a file */
    const char *download_name, *download_type;
    const char *internal_file;  /* digest: nginx hands it out (X-Accel-Redirect) */
    const char *handout;        /* name of a file made for this answer: nginx hands it out, too; "" when only its head is asked for */
    const struct buf *plain;    /* a word for a program: text/plain */
    const char *set_cookie;     /* session cookie value to set; "" to clear */
    int64_t entered;            /* who has just logged in, with set_cookie; 0: nobody */
    /* Set with err_set() by a handler that answers OK: what was written is committed, and then the refusal is
     * shown as if it had been returned (a failed login must leave its trace). */
    struct err refused;
    struct audit_entry read;    /* of a person's data, what the audit notes before the answer is sent; no action: nothing */
    const char *kept;           /* a form sealed until its author has logged in, for the login page; NULL: none */
    void *prepared;             /* what the route's prepare() left for run(); in the pool */
};

typedef enum outcome (*handler)(struct call *c, struct err *e);

/* For whom the store reads: the actor's scope, today. */
struct viewer call_viewer(const struct call *c);

/* Who acts, for the audit and the timeline; capacity "", "KT" or "Q". */
struct act call_act(const struct call *c, const char *capacity);

/* The deadline of this request begins anew, and has so many seconds more: said with every part of an answer whose size nobody
 * limits.  Where there is no deadline, none begins. */
void call_go_on(const struct call *c, unsigned more);

/* Answers 303 to a path of the site, with a message shown there (NULL: none). */
enum outcome call_see_other(struct call *c, const char *flash, const char *fmt, ...)
    TDKT_PRINTF(3, 4);

#endif
