/* tdktd: the service.  See tdktd --help. */
#include <getopt.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <sysexits.h>
#include <unistd.h>

#include "config.h"
#include "fcgi/generation.h"
#include "fcgi/master.h"
#include "fcgi/route.h"
#include "lib/base/log.h"
#include "lib/base/secret.h"

static const char usage[] =
    "tdktd [--config FILE] [--listen PATH|HOST:PORT]   serves until SIGTERM\n"
    "tdktd [--config FILE] --check                     is everything in order? (0, or 78)\n"
    "tdktd --routes                                    method, path, permission of every route\n"
    "tdktd --version | --help\n"
    "\n"
    "Without --listen and [server] listen the socket is the one of LISTEN_FDS or descriptor 0.\n"
    "SIGHUP takes a new configuration and changed files when all are in order, and else keeps what it has;\n"
    "SIGTERM lets running requests finish.\n";

enum { OPTION_CONFIG = 1, OPTION_LISTEN, OPTION_CHECK, OPTION_ROUTES, OPTION_VERSION, OPTION_HELP };

static const struct option options[] = {
    {"config", required_argument, NULL, OPTION_CONFIG},
    {"listen", required_argument, NULL, OPTION_LISTEN},
    {"check", no_argument, NULL, OPTION_CHECK},
    {"routes", no_argument, NULL, OPTION_ROUTES},
    {"version", no_argument, NULL, OPTION_VERSION},
    {"help", no_argument, NULL, OPTION_HELP},
    {NULL, 0, NULL, 0},
};

static int print_routes(void)
{
    for (unsigned i = 0; i < routes_count; i++)
        printf("%s\t%s\t%s\n", routes[i].method == METHOD_GET ? "GET" : "POST", routes[i].path,
               permission_code(routes[i].permission));
    return EX_OK;
}

/* In a child of its own, which may fall over a file or hang in it; the master reads only what one has lived through. */
static int check_apart(const char *conf_path)
{
    int status = 0;
    pid_t pid = fork();

    if (pid == 0)
        _exit(generation_check(conf_path));
    if (pid < 0 || waitpid(pid, &status, 0) != pid)
        return EX_OSERR;
    return WIFEXITED(status) ? WEXITSTATUS(status) : EX_SOFTWARE;
}

static int serve_checked(const struct master_setup *setup)
{
    int status = check_apart(setup->conf_path);

    return status == EX_OK ? master_run(setup) : status;
}

int main(int argc, char **argv)
{
    struct master_setup setup = {TDKT_CONF_DIR "/tdkt.conf", ""};
    bool check = false;
    int option;

    while ((option = getopt_long(argc, argv, "", options, NULL)) != -1) {
        switch (option) {
        case OPTION_CONFIG:
            setup.conf_path = optarg;
            break;
        case OPTION_LISTEN:
            setup.listen = optarg;
            break;
        case OPTION_CHECK:
            check = true;
            break;
        case OPTION_ROUTES:
            return print_routes();
        case OPTION_VERSION:
            puts(PACKAGE_STRING);
            return EX_OK;
        case OPTION_HELP:
            fputs(usage, stdout);
            return EX_OK;
        default:
            fputs(usage, stderr);
            return EX_USAGE;
        }
    }
    if (optind < argc) {
        fputs(usage, stderr);
        return EX_USAGE;
    }
    if (!secret_init()) {
        log_error("start", "why", "the system has no randomness", NULL);
        return EX_OSERR;
    }
    return check ? check_apart(setup.conf_path) : serve_checked(&setup);
}
