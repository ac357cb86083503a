#include "tests/it/directory.h"

#include <arpa/inet.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

static bool run(const char *const *argv)
{
    pid_t child = fork();
    int status = -1;

    if (child == 0) {
        char *args[8] = {NULL};

        for (unsigned i = 0; argv[i] && i < 7; i++)
            args[i] = strdup(argv[i]);
        if (dup2(STDERR_FILENO, STDOUT_FILENO) >= 0) /* TAP alone goes to standard output */
            execv(args[0], args);
        _exit(127);
    }
    return child > 0 && waitpid(child, &status, 0) == child && WIFEXITED(status) &&
           WEXITSTATUS(status) == 0;
}

static const char *script(void)
{
    static char path[400];
    const char *top = getenv("top_srcdir");

    snprintf(path, sizeof path, "%s/conf/local/slapd.sh", top ? top : ".");
    return path;
}

static void set_or_unset(const char *name, const char *value)
{
    if (value)
        setenv(name, value, 1);
    else
        unsetenv(name);
}

/* Reads NAME=value or NAME='value' of the file that slapd.sh writes. */
static bool read_env(const char *path, const char *name, char *out, size_t size)
{
    FILE *file = fopen(path, "r");
    size_t len = strlen(name);
    char line[400];
    bool found = false;

    while (file && !found && fgets(line, sizeof line, file)) {
        char *value = line + len + 1;

        if (strncmp(line, name, len) != 0 || line[len] != '=')
            continue;
        value[strcspn(value, "\n")] = '\0';
        if (*value == '\'') {
            value++;
            value[strcspn(value, "'")] = '\0';
        }
        found = snprintf(out, size, "%s", value) < (int)size;
    }
    if (file)
        fclose(file);
    return found;
}

bool directory_start(struct directory *out, const char *under, const char *name, const char *ldif,
                     const char *hosts, const char *limits)
{
    const char *const fetch[] = {script(), "fetch", NULL};
    const char *const start[] = {script(), "start", out->folder, ldif, NULL};
    char env[240];

    snprintf(out->folder, sizeof out->folder, "%s/%s", under, name);
    snprintf(env, sizeof env, "%s/env", out->folder);
    set_or_unset("SLAPD_HOSTS", hosts);
    set_or_unset("SLAPD_LIMITS", limits);
    return run(fetch) && run(start) && read_env(env, "LDAP_URI", out->uri, sizeof out->uri) &&
           read_env(env, "LDAP_BASE", out->base, sizeof out->base) &&
           read_env(env, "LDAP_CA", out->ca, sizeof out->ca);
}

void directory_stop(const struct directory *directory)
{
    const char *const stop[] = {script(), "stop", directory->folder, NULL};

    if (!run(stop))
        fprintf(stderr, "%s does not stop\n", directory->folder);
}

bool directory_grow(const char *from, const char *to, unsigned more)
{
    FILE *in = fopen(from, "r"), *out = fopen(to, "w");
    char line[1000];

    while (in && out && fgets(line, sizeof line, in))
        fputs(line, out);
    for (unsigned i = 0; out && i < more; i++)
        fprintf(out,
                "\ndn: uid=p%u,ou=people,dc=thu,dc=vn\nobjectClass: inetOrgPerson\nuid: p%u\n"
                "cn: Người Thử %u\nsn: Người\nemployeeNumber: P%u\ndepartmentNumber: bv-thu\n",
                i, i, i, i);
    if (in)
        fclose(in);
    return in && out && fclose(out) == 0;
}

static int listen_somewhere(int *port)
{
    struct sockaddr_in at = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    socklen_t len = sizeof at;
    int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);

    if (fd < 0 || bind(fd, (struct sockaddr *)&at, sizeof at) != 0 || listen(fd, 16) != 0 ||
        getsockname(fd, (struct sockaddr *)&at, &len) != 0)
        return -1;
    *port = ntohs(at.sin_port);
    return fd;
}

bool silent_start(struct misbehaving *out)
{
    out->child = 0;
    out->listener = listen_somewhere(&out->port); /* the kernel accepts, nobody reads */
    return out->listener >= 0;
}

/* ExtendedResponse, message 1, success (RFC 4511 4.12): "go on with TLS". */
static const unsigned char start_tls_yes[] = {0x30, 0x0c, 0x02, 0x01, 0x01, 0x78, 0x07,
                                              0x0a, 0x01, 0x00, 0x04, 0x00, 0x04, 0x00};

static _Noreturn void stall(int listener)
{
    char request[256];

    for (;;) {
        int fd = accept(listener, NULL, NULL);

        if (fd < 0 || read(fd, request, sizeof request) <= 0 ||
            write(fd, start_tls_yes, sizeof start_tls_yes) < 0)
            _exit(1);
    }
}

bool stalled_start(struct misbehaving *out)
{
    out->listener = listen_somewhere(&out->port);
    if (out->listener < 0)
        return false;
    out->child = fork();
    if (out->child == 0) {
        prctl(PR_SET_PDEATHSIG, SIGKILL);
        stall(out->listener);
    }
    return out->child > 0;
}

void misbehaving_stop(struct misbehaving *server)
{
    if (server->child > 0) {
        kill(server->child, SIGKILL);
        waitpid(server->child, NULL, 0);
    }
    close(server->listener);
}

int dead_port(void)
{
    int port = 0, fd = listen_somewhere(&port);

    close(fd);
    return port;
}
