#include "fcgi/listen.h"

#include <errno.h>
#include <fcntl.h>
#include <netdb.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include "lib/base/num.h"

/* Connections that wait while every worker is busy; nginx gets an error for the next one. */
#define BACKLOG 512
#define FIRST_PASSED_FD 3

static enum outcome failed(struct err *e, const char *where, const char *what)
{
    return err_set(e, OUT_UNAVAIL, "config.listen", "%s: %s: %s", where, what, strerror(errno));
}

static bool is_listening(int fd)
{
    int yes = 0;
    socklen_t len = sizeof yes;

    return getsockopt(fd, SOL_SOCKET, SO_ACCEPTCONN, &yes, &len) == 0 && yes;
}

static int passed_fd(void)
{
    const char *pid = getenv("LISTEN_PID"), *fds = getenv("LISTEN_FDS");
    int64_t n;

    if (pid && fds && num_parse(pid, 1, INT32_MAX, &n) && n == getpid() &&
        num_parse(fds, 1, 1, &n) && is_listening(FIRST_PASSED_FD))
        return FIRST_PASSED_FD;
    return is_listening(STDIN_FILENO) ? STDIN_FILENO : -1;
}

/* A socket that nobody answers on is left over from a run that was killed. */
static bool left_over(const struct sockaddr_un *at)
{
    struct stat st;
    int fd;
    bool refused;

    if (lstat(at->sun_path, &st) != 0 || !S_ISSOCK(st.st_mode))
        return false;
    fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (fd < 0)
        return false;
    refused = connect(fd, (const struct sockaddr *)at, sizeof *at) != 0 && errno == ECONNREFUSED;
    close(fd);
    return refused;
}

static enum outcome open_unix(const char *path, int *out, struct err *e)
{
    struct sockaddr_un at = {.sun_family = AF_UNIX};
    mode_t before;
    int fd, bound;

    if (strlen(path) >= sizeof at.sun_path)
        return err_set(e, OUT_INVALID, "config.listen", "%s: the path is too long", path);
    memcpy(at.sun_path, path, strlen(path));
    if (left_over(&at))
        unlink(path);
    fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (fd < 0)
        return failed(e, path, "socket");
    before = umask(0117); /* the group of the folder is nginx's */
    bound = bind(fd, (const struct sockaddr *)&at, sizeof at);
    umask(before);
    if (bound != 0 || listen(fd, BACKLOG) != 0) {
        failed(e, path, "bind");
        close(fd);
        return e->code;
    }
    *out = fd;
    return OUT_OK;
}

static enum outcome open_address(const struct addrinfo *at, const char *where, int *out,
                                 struct err *e)
{
    int yes = 1;
    int fd = socket(at->ai_family, at->ai_socktype | SOCK_CLOEXEC, 0);

    if (fd < 0)
        return failed(e, where, "socket");
    if (setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes) != 0 ||
        bind(fd, at->ai_addr, at->ai_addrlen) != 0 || listen(fd, BACKLOG) != 0) {
        failed(e, where, "bind");
        close(fd);
        return e->code;
    }
    *out = fd;
    return OUT_OK;
}

static enum outcome open_inet(const char *where, int *out, struct err *e)
{
    struct addrinfo want = {.ai_socktype = SOCK_STREAM, .ai_flags = AI_PASSIVE | AI_NUMERICSERV};
    struct addrinfo *found = NULL;
    const char *colon = strrchr(where, ':');
    char host[256];
    int error;
    enum outcome result;

    if (!colon || colon == where || (size_t)(colon - where) >= sizeof host)
        return err_set(e, OUT_INVALID, "config.listen", "%s: neither a path nor host:port", where);
    memcpy(host, where, (size_t)(colon - where));
    host[colon - where] = '\0';
    error = getaddrinfo(host, colon + 1, &want, &found);
    if (error != 0)
        return err_set(e, OUT_UNAVAIL, "config.listen", "%s: %s", where, gai_strerror(error));
    result = open_address(found, where, out, e);
    freeaddrinfo(found);
    return result;
}

enum outcome listen_open(const char *where, int *fd, struct err *e)
{
    enum outcome out = OUT_OK;

    *fd = -1;
    if (!*where) {
        *fd = passed_fd();
        if (*fd < 0)
            return err_set(e, OUT_UNAVAIL, "config.listen",
                           "no --listen, no listen in [server], no socket passed by LISTEN_FDS "
                           "or as descriptor 0");
    } else {
        out = strchr(where, '/') ? open_unix(where, fd, e) : open_inet(where, fd, e);
    }
    if (out != OUT_OK)
        return out;
    /* Every worker waits for it; the one that comes second must not block in accept(). */
    if (fcntl(*fd, F_SETFL, fcntl(*fd, F_GETFL) | O_NONBLOCK) < 0)
        return failed(e, where, "O_NONBLOCK");
    return OUT_OK;
}

void listen_remove(const char *where)
{
    if (strchr(where, '/'))
        unlink(where);
}
