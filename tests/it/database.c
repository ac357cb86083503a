#include "tests/it/database.h"

#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#include "lib/db/migrate.h"

static const char *top(void)
{
    const char *folder = getenv("top_srcdir");

    return folder ? folder : ".";
}

static bool run(const char *path, const char *a, const char *b)
{
    pid_t child = fork();
    int status = -1;

    if (child == 0) {
        if (dup2(STDERR_FILENO, STDOUT_FILENO) >= 0) /* TAP alone goes to standard output */
            execlp(path, path, a, b, (char *)NULL);
        _exit(127);
    }
    return child > 0 && waitpid(child, &status, 0) == child && WIFEXITED(status) &&
           WEXITSTATUS(status) == 0;
}

bool database_server(const struct database *database, const char *what)
{
    char script[400];

    snprintf(script, sizeof script, "%s/conf/local/mariadb.sh", top());
    return run(script, what, database->folder);
}

static int read_port(const struct database *database)
{
    char path[240], line[300];
    int port = 0;
    FILE *file;

    snprintf(path, sizeof path, "%s/mariadb.env", database->folder);
    file = fopen(path, "re");
    while (file && fgets(line, sizeof line, file))
        if (strncmp(line, "MARIADB_PORT=", 13) == 0)
            port = (int)strtol(line + 13, NULL, 10);
    if (file)
        fclose(file);
    return port;
}

static enum outcome migrate(struct pool *pool, const struct database *database, struct err *e)
{
    struct db_settings owner = database_owner(database), app = database_app(database);
    struct migrate_report report;
    const char *grants;
    enum outcome out = migrate_run(&owner, pool_printf(pool, "%s/sql/migrate", top()), false, NULL,
                                   NULL, &report, e);

    if (out == OUT_OK)
        out = migrate_grants_text(pool, &app, pool_printf(pool, "%s/sql/grants.sql", top()),
                                  &grants, e);
    if (out == OUT_OK)
        out = migrate_grants(&owner, grants, e);
    return out;
}

bool database_start(struct database *out, struct pool *pool)
{
    struct err e = ERR_INIT;

    memset(out, 0, sizeof *out);
    snprintf(out->folder, sizeof out->folder, "%s/tdkt-db-XXXXXX",
             getenv("TMPDIR") ? getenv("TMPDIR") : "/tmp");
    if (!mkdtemp(out->folder) || !database_server(out, "start"))
        return false;
    snprintf(out->socket, sizeof out->socket, "%s/mariadb.sock", out->folder);
    snprintf(out->ca, sizeof out->ca, "%s/mariadb-tls/ca.pem", out->folder);
    out->port = read_port(out);
    if (secret_from_file(pool, pool_printf(pool, "%s/owner.password", out->folder),
                         &out->owner_password, &e) != OUT_OK ||
        secret_from_file(pool, pool_printf(pool, "%s/app.password", out->folder),
                         &out->app_password, &e) != OUT_OK ||
        migrate(pool, out, &e) != OUT_OK) {
        fprintf(stderr, "database: %s\n", e.text);
        database_stop(out);
        return false;
    }
    return true;
}

void database_stop(const struct database *database)
{
    if (!database_server(database, "stop"))
        fprintf(stderr, "database: not stopped in %s\n", database->folder);
    if (strstr(database->folder, "/tdkt-db-") && !run("rm", "-rf", database->folder))
        fprintf(stderr, "database: %s is left\n", database->folder);
}

struct db_settings database_app(const struct database *database)
{
    return (struct db_settings){.socket = database->socket, .user = "tdkt_app", .name = "tdkt",
                                .password = database->app_password, .seconds = 4};
}

struct db_settings database_owner(const struct database *database)
{
    struct db_settings settings = database_app(database);

    settings.user = "tdkt_owner";
    settings.password = database->owner_password;
    return settings;
}

static int unix_socket(const char *path, bool listening)
{
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    int failed;

    snprintf(address.sun_path, sizeof address.sun_path, "%s", path);
    if (listening)
        failed = bind(fd, (struct sockaddr *)&address, sizeof address) || listen(fd, 8);
    else
        failed = connect(fd, (struct sockaddr *)&address, sizeof address);
    if (failed) {
        close(fd);
        return -1;
    }
    return fd;
}

/* One read's bytes on to the other side; false at the end. */
static bool pass(int from, int to, const char *word, enum cut *cut, bool *now)
{
    char bytes[65536];
    ssize_t n = read(from, bytes, sizeof bytes);
    bool met = n > 0 && word && *cut != CUT_NEVER && memmem(bytes, (size_t)n, word, strlen(word));

    if (n <= 0)
        return false;
    if (met) {
        *now = true;
        if (*cut == CUT_BEFORE_SENDING)
            return false;
    }
    return write(to, bytes, (size_t)n) == n;
}

/* After sending, the server's answer is waited for: then the transaction is through, and the client does not know. */
static void relay_connection(int client, int server, const char *word, enum cut *cut)
{
    struct pollfd ends[2] = {{client, POLLIN, 0}, {server, POLLIN, 0}};
    bool now = false;

    while (poll(ends, 2, -1) > 0) {
        if (ends[1].revents && (now || !pass(server, client, NULL, cut, &now)))
            break;
        if (ends[0].revents && !pass(client, server, word, cut, &now))
            break;
    }
    if (now)
        *cut = CUT_NEVER;
    close(client);
    close(server);
}

static void relay_loop(int listener, const char *to, const char *word, enum cut cut)
{
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    for (;;) {
        int client = accept(listener, NULL, NULL);
        int server = client < 0 ? -1 : unix_socket(to, false);

        if (server >= 0)
            relay_connection(client, server, word, &cut);
        else if (client >= 0)
            close(client);
    }
}

bool relay_start(struct relay *out, const struct database *database, const char *word, enum cut cut)
{
    int listener;

    snprintf(out->socket, sizeof out->socket, "%.190s/relay.sock", database->folder);
    unlink(out->socket);
    listener = unix_socket(out->socket, true);
    if (listener < 0)
        return false;
    out->child = fork();
    if (out->child == 0) {
        signal(SIGPIPE, SIG_IGN);
        relay_loop(listener, database->socket, word, cut);
    }
    close(listener);
    return out->child > 0;
}

void relay_stop(const struct relay *relay)
{
    kill(relay->child, SIGKILL);
    waitpid(relay->child, NULL, 0);
    unlink(relay->socket);
}
