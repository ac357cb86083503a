/* tdkt doctor: is everything there that the service needs, and if not, what to do. */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "fcgi/cmd.h"
#include "lib/core/law.h"
#include "lib/db/migrate.h"
#include "lib/store/audit_verify.h"
#include "lib/store/catalogue.h"
#include "lib/store/file.h"
#include "lib/xml/sheet.h"

/* So many of the newest entries of the audit are looked at; tdkt audit verify looks at all. */
#define AUDIT_NEWEST 1000

/* Clocks that differ by more make due dates and sessions wrong. */
#define CLOCK_SECONDS 5

struct doctor {
    struct command *c;
    struct db *db;
    bool schema; /* it is there, and its statements can be asked */
    unsigned ill;
};

/* One line per thing looked at; what is wrong, or could not be seen, says what to do. */
static void line(struct doctor *d, const char *what, enum outcome out, const struct err *e,
                 const char *remedy)
{
    if (out == OUT_OK) {
        printf("ok    %s\n", what);
        return;
    }
    d->ill++;
    printf("WRONG %s: %s\n      -> %s\n", what, e->text, remedy);
}

/* What tdkt migrate would refuse as well is not sent to it. */
static const char *schema_remedy(const struct err *e)
{
    if (strncmp(e->key, "file.", 5) == 0)
        return "run it as root or as the service's account, which alone may read this file";
    if (strncmp(e->key, "migrate.", 8) == 0)
        return "tdkt migrate would refuse it too: install the version whose files the database was brought up with, "
               "or one that follows it";
    return "run tdkt migrate with the owner's account";
}

static void look_at_database(struct doctor *d)
{
    struct err e = ERR_INIT;
    enum outcome out = cmd_db(d->c, &d->db, &e);
    const char *remedy = "check [database] in the configuration, and that MariaDB runs and accepts "
                         "the service's account; a new database first needs tdkt migrate";

    if (out == OUT_OK)
        out = migrate_check(d->db, cmd_data(d->c, "sql/migrate"), &e);
    if (out != OUT_OK && strcmp(e.key, "db.down") != 0) {
        line(d, "database schema", out, &e, schema_remedy(&e));
        return;
    }
    line(d, "database answers", out, &e, remedy);
    if (out != OUT_OK)
        return;
    line(d, "database schema", out, &e, "");
    out = db_ping(d->db, &e);
    line(d, "database statements", out, &e,
         "run tdkt migrate with the owner's account: it sets the schema and the grants");
    d->schema = out == OUT_OK;
}

struct catalogue_look {
    struct pool *pool;
    const struct laws *laws;
    unsigned differ;
    const char *first;
};

static enum outcome compare_award(struct db_tx *tx, struct catalogue_look *look, const char *code,
                                  struct err *e)
{
    struct award_history file;
    struct award_type type;
    enum outcome out = award_type_of(tx, look->pool, code, &type, e);
    bool same = out == OUT_OK;

    if (out != OUT_OK && out != OUT_NOTFOUND)
        return out;
    err_clear(e);
    award_history_of(look->pool, look->laws, code, &file);
    same = same && file.periods == type.history.periods;
    for (unsigned i = 0; same && i < file.periods; i++)
        same = award_period_same(&file.period[i], &type.history.period[i]);
    if (!same && look->differ++ == 0)
        look->first = code;
    return OUT_OK;
}

/* An award is looked at once for each regime that has it: they are few. */
static enum outcome compare_catalogue(struct db_tx *tx, void *ctx, struct err *e)
{
    struct catalogue_look *look = ctx;
    enum outcome out = OUT_OK;

    look->differ = 0;
    for (unsigned i = 0; i < laws_count(look->laws); i++)
        for (unsigned k = 0; out == OUT_OK && k < law_awards(laws_at(look->laws, i)); k++)
            out = compare_award(tx, look, law_award_at(laws_at(look->laws, i), k)->code, e);
    return out;
}

/* Nominations are asked of the catalogue in the database: a new version, or a changed law file, is not in it by itself. */
static void look_at_catalogue(struct doctor *d)
{
    struct err e = ERR_INIT;
    struct catalogue_look look = {.pool = d->c->pool};
    struct laws *laws = NULL;
    enum outcome out = d->schema ? laws_load(d->c->pool, cmd_data(d->c, "conf/law"), &laws, &e) : OUT_OK;

    if (!d->schema)
        return; /* what the database lacks has been said */
    look.laws = laws;
    if (out == OUT_OK)
        out = db_transact(d->db, DB_READ, compare_catalogue, &look, &e);
    if (out == OUT_OK && look.differ > 0)
        out = err_set(&e, OUT_INVALID, "doctor.catalogue", "%s is not as the law files have it", look.first);
    line(d, "award catalogue is what the law files say", out, &e,
         look.differ > 0 ? "run tdkt law load" : "run tdkt law check, which names every fault of a law file");
}

static enum outcome read_clock(const struct db_row *row, void *ctx, struct err *e)
{
    (void)e;
    snprintf(ctx, 32, "%s", db_text_at(row, SCHEMA_NOW_NOW));
    return OUT_OK;
}

static enum outcome ask_clock(struct db_tx *tx, void *ctx, struct err *e)
{
    return db_one(tx, Q_SCHEMA_NOW, DB_NO_ARGS, read_clock, ctx, e);
}

static void look_at_clock(struct doctor *d)
{
    struct err e = ERR_INIT;
    char theirs[32] = "";
    struct tm tm = {0};
    enum outcome out = d->db ? db_transact(d->db, DB_READ, ask_clock, theirs, &e) : OUT_OK;
    double apart;

    if (out != OUT_OK || !d->db)
        return;
    if (!strptime(theirs, "%Y-%m-%d %H:%M:%S", &tm))
        return;
    apart = difftime(time(NULL), timegm(&tm));
    if (apart > CLOCK_SECONDS || apart < -CLOCK_SECONDS)
        out = err_set(&e, OUT_INVALID, "doctor.clock", "%.0f seconds apart", apart);
    line(d, "clock agrees with the database's", out, &e, "let both machines take the time from NTP");
}

static void look_at_audit(struct doctor *d)
{
    const struct audit_check check = {.newest = AUDIT_NEWEST};
    struct audit_report report;
    struct err e = ERR_INIT;
    enum outcome out = d->schema ? audit_verify(d->db, &check, &report, &e) : OUT_OK;
    const char *what = "audit is chained";

    if (!d->schema)
        return; /* what the database lacks has been said */
    if (out == OUT_OK)
        what = pool_printf(d->c->pool, "audit is chained up to %s", chain_link_text(d->c->pool, &report.head));
    if (out == OUT_OK)
        out = audit_report_outcome(&report, &e);
    line(d, what, out, &e,
         "run tdkt audit verify, compare with a backup and with the heads noted in the log, and ask who may write to the database");
}

static void look_at_directory(struct doctor *d)
{
    struct err e = ERR_INIT;
    struct dir_settings settings;
    enum outcome out = settings_dir(d->c->pool, d->c->conf, &settings, &e);

    if (out == OUT_OK)
        out = dir_check(&settings, &e);
    line(d, "directory (LDAP)", out, &e,
         "check [ldap] in the configuration: addresses, authority of the certificate, service account");
}

/* One run about a few harmless bytes shows whether whatever it asks in turn answers, too. */
static void look_at_scanner(struct doctor *d)
{
    static const char harmless[] = "tdkt doctor\n";
    const struct scanner scanner = settings_scanner(d->c->conf);
    struct err e = ERR_INIT;
    enum outcome out = settings_scanner_check(d->c->conf, &e);

    if (!*scanner.command)
        return; /* nobody wants one */
    if (out == OUT_OK)
        out = scan_bytes(&scanner, harmless, sizeof harmless - 1, &e);
    line(d, "virus scanner", out, &e,
         "check scan_command and scan_seconds of [server], and run the command by hand as the service's account: until then no "
         "file is taken");
}

static void look_at_folder(struct doctor *d)
{
    struct err e = ERR_INIT;
    const char *folder = d->c->conf->files_dir;
    enum outcome out = OUT_OK;

    if (access(folder, R_OK | W_OK | X_OK) != 0)
        out = err_set(&e, OUT_UNAVAIL, "doctor.files", "%s cannot be written to by this account",
                      folder);
    if (out == OUT_OK && geteuid() == 0) { /* whatever its owner and mode are */
        printf("?     folder of attachments: asked as root, who may read and write where the service may not\n"
               "      -> ask as its account: runuser -u tdkt -- tdkt doctor\n");
        return;
    }
    line(d, "folder of attachments", out, &e,
         "create it and give it to the service's account (mode 750: nginx reads it by its group)");
}

static void look_at_files(struct doctor *d)
{
    struct err e = ERR_INIT;
    struct file_count n;
    const char *folder = d->c->conf->files_dir;
    enum outcome out;

    if (!d->schema)
        return; /* what the database lacks has been said */
    out = file_compare(d->db, folder, &n, &e);
    if (out != OUT_OK) {
        line(d, "attachments are where their rows say", out, &e,
             "nobody could look: see what MariaDB's log says of the table file, then ask again");
        return;
    }
    if (n.first != 0)
        out = err_set(&e, OUT_INVALID, "doctor.files",
                      "%lld missing and %lld of another size, of %lld; the first is row %lld of the "
                      "table file",
                      (long long)n.missing, (long long)n.wrong_size, (long long)n.rows, (long long)n.first);
    line(d, pool_printf(d->c->pool, "attachments (%lld) are where their rows say", (long long)n.rows), out, &e,
         "copy them back from the backup of the folder: a file never changes, so any later backup will do");
}

static int is_sheet(const struct dirent *entry)
{
    size_t n = strlen(entry->d_name);

    return n > 4 && strcmp(entry->d_name + n - 4, ".xsl") == 0;
}

static void look_at_sheets(struct doctor *d, const char *name)
{
    struct err e = ERR_INIT;
    struct dirent **entries = NULL;
    struct sheet *sheet;
    const char *folder = cmd_data(d->c, name);
    int n = scandir(folder, &entries, is_sheet, alphasort);
    enum outcome out = OUT_OK;

    if (n <= 0)
        out = err_set(&e, OUT_NOTFOUND, "doctor.sheets", "no sheets in %s", folder);
    for (int i = 0; i < n; i++) {
        if (out == OUT_OK)
            out = sheet_load(d->c->pool, pool_printf(d->c->pool, "%s/%s", folder, entries[i]->d_name),
                             &sheet, &e);
        free(entries[i]);
    }
    free(entries);
    line(d, pool_printf(d->c->pool, "sheets of %s", name), out, &e,
         "install the file again, or correct what the office changed in it");
}

enum outcome cmd_doctor(struct command *c, struct err *e)
{
    struct doctor d = {.c = c};
    enum outcome out = cmd_no_more(c, 0, e);

    if (out != OUT_OK)
        return out;
    xml_init();
    look_at_database(&d);
    look_at_catalogue(&d);
    look_at_clock(&d);
    look_at_audit(&d);
    look_at_directory(&d);
    look_at_scanner(&d);
    look_at_folder(&d);
    look_at_files(&d);
    look_at_sheets(&d, "xslt/page");
    look_at_sheets(&d, "xslt/form");
    look_at_sheets(&d, "xslt/layout");
    if (d.ill > 0)
        return err_set(e, OUT_UNAVAIL, "doctor.ill", "%u things to put right", d.ill);
    return OUT_OK;
}
