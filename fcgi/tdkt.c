/* tdkt, the admin command: what an administrator does besides the web. */
#include <stdio.h>
#include <string.h>
#include <sysexits.h>

#include "config.h"
#include "fcgi/cmd.h"

/* One run's memory; imports and printing of whole registers stay below. */
#define COMMAND_MEMORY (512u << 20)

const struct verb verbs[] = {
    {"audit", "verify [--from N:HASH] [--head N:HASH]",
     "check that no entry of the audit was altered, removed or inserted by hand, and print where its chain ends", true, cmd_audit},
    {"config", "check | show | sample", "check the configuration, show what is in force, print a sample", false,
     cmd_config},
    {"doctor", "", "look at everything the service needs, and say what to do", true, cmd_doctor},
    {"import", "units|people|campaigns|awards|nominees FILE [--dry-run] [--nomination ID] | template KIND FILE.xlsx",
     "take a list from an XLSX or CSV file, whole or not at all; write an empty one to fill", true, cmd_import},
    {"law", "check | load", "check the law files, or bring the award catalogue up to them", true, cmd_law},
    {"ldap-sync", "[--dry-run] [--yes]",
     "bring people and groups up to the directory; --yes takes from more people than the brake allows", true,
     cmd_ldap_sync},
    {"migrate", "[--dry-run] [--owner-user NAME] [--owner-password-file FILE] [--grants]",
     "bring the database up to this version", true, cmd_migrate},
    {0},
};

/* What each outcome tells a script (sysexits.h). */
static const int exit_codes[OUTCOME_COUNT] = {
    [OUT_OK] = EX_OK,
    [OUT_NOTFOUND] = EX_NOINPUT,
    [OUT_INVALID] = EX_DATAERR,
    [OUT_AUTHN] = EX_NOPERM,
    [OUT_DENIED] = EX_NOPERM,
    [OUT_CONFLICT] = EX_TEMPFAIL,
    [OUT_RETRY] = EX_TEMPFAIL,
    [OUT_TOOBIG] = EX_DATAERR,
    [OUT_UNAVAIL] = EX_UNAVAILABLE,
    [OUT_UNCERTAIN] = EX_TEMPFAIL,
    [OUT_INTERNAL] = EX_SOFTWARE,
};

static void print_verb(FILE *to, const struct verb *verb)
{
    fprintf(to, "  tdkt %s %s\n      %s\n", verb->name, verb->arguments, verb->summary);
}

static int usage(FILE *to)
{
    fputs("usage: tdkt [--config FILE] VERB ...\n       tdkt VERB --help | --help | --version\n", to);
    for (const struct verb *v = verbs; v->name; v++)
        print_verb(to, v);
    return to == stdout ? EX_OK : EX_USAGE;
}

static int run(struct command *c, const struct verb *verb)
{
    struct err e = ERR_INIT;
    struct conf *conf = NULL;
    enum outcome out = OUT_OK;

    if (cmd_flag(c, "--help")) { /* also where there is no configuration yet */
        print_verb(stdout, verb);
        return EX_OK;
    }
    if (verb->needs_conf && conf_load(c->pool, c->config_path, &conf, &e) != OUT_OK) {
        fprintf(stderr, "tdkt: %s\n", e.text);
        return EX_CONFIG;
    }
    c->conf = conf;
    out = verb->run(c, &e);
    fflush(stdout);
    if (out != OUT_OK)
        fprintf(stderr, "tdkt %s: %s (%s, %s)\n", verb->name, e.text, outcome_name(out), e.key);
    if (out != OUT_OK && strcmp(e.key, "usage") == 0) {
        print_verb(stderr, verb);
        return EX_USAGE;
    }
    return exit_codes[out];
}

int main(int argc, char **argv)
{
    struct command c = {.config_path = TDKT_CONF_DIR "/tdkt.conf"};
    int at = 1, code = EX_USAGE;

    if (argc > 2 && strcmp(argv[1], "--config") == 0) {
        c.config_path = argv[2];
        at = 3;
    }
    if (at >= argc)
        return usage(stderr);
    if (strcmp(argv[at], "help") == 0 || strcmp(argv[at], "--help") == 0)
        return usage(stdout);
    if (strcmp(argv[at], "--version") == 0)
        return puts(PACKAGE_STRING) < 0 ? EX_IOERR : EX_OK;
    if (!secret_init())
        return EX_OSERR;
    c.pool = pool_new("command", COMMAND_MEMORY);
    c.argc = argc - at - 1;
    c.argv = argv + at + 1;
    for (const struct verb *v = verbs; v->name; v++)
        if (strcmp(v->name, argv[at]) == 0) {
            code = run(&c, v);
            pool_free(c.pool);
            return code;
        }
    pool_free(c.pool);
    fprintf(stderr, "tdkt: there is no verb %s\n", argv[at]);
    return usage(stderr);
}
