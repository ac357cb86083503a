/* The admin command's verbs: one row and one cmd_<verb>.c each.
 *
 * A verb writes its result to standard output, says nothing else there, and returns an outcome; the
 * command turns it into an exit code of sysexits.h and one line on standard error.
 */
#ifndef TDKT_FCGI_CMD_H
#define TDKT_FCGI_CMD_H

#include "fcgi/settings.h"

struct command {
    struct pool *pool;
    const char *config_path;
    const struct conf *conf; /* NULL for verbs that do without */
    int argc;                /* the verb's own arguments, without its name */
    char **argv;
};

struct verb {
    const char *name;
    const char *arguments; /* for the usage line */
    const char *summary;
    bool needs_conf;
    enum outcome (*run)(struct command *c, struct err *e);
};

/* Ended by a row without a name. */
extern const struct verb verbs[];

enum outcome cmd_audit(struct command *c, struct err *e);
enum outcome cmd_config(struct command *c, struct err *e);
enum outcome cmd_doctor(struct command *c, struct err *e);
enum outcome cmd_import(struct command *c, struct err *e);
enum outcome cmd_law(struct command *c, struct err *e);
enum outcome cmd_ldap_sync(struct command *c, struct err *e);
enum outcome cmd_migrate(struct command *c, struct err *e);

/* Takes `name VALUE` out of the arguments; NULL when it is not there. */
const char *cmd_option(struct command *c, const char *name);

/* Takes `name` out of the arguments. */
bool cmd_flag(struct command *c, const char *name);

/* Nothing may be left but `most` words. Key "usage": the command prints the verb's usage and exits with EX_USAGE. */
enum outcome cmd_no_more(const struct command *c, int most, struct err *e) TDKT_MUST_USE;

/* The service's database, by the configuration. */
enum outcome cmd_db(struct command *c, struct db **out, struct err *e) TDKT_MUST_USE;

/* Below the configuration's data_dir. */
const char *cmd_data(const struct command *c, const char *name);

#endif
