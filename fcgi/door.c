/* Where a request comes in and its answer goes out. */
#include "fcgi/door.h"

#include <errno.h>
#include <poll.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#include "fcgi/wire.h"
#include "lib/base/log.h"
#include "lib/base/secret.h"

/* nginx sends a request's head at once: whoever takes longer is not nginx. */
#define HEAD_SECONDS 5
#define LOOK_AGAIN_NS 2000000L

void door_init(FCGX_Request *request)
{
    FCGX_InitRequest(request, -1, FCGI_FAIL_ACCEPT_ON_INTR); /* it accepts nothing by itself */
}

static int64_t now_seconds(void)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec;
}

static bool none_of_ours(void)
{
    log_warn("connection", "why", "it is not a request of a web server", NULL);
    return false;
}

/* Waits for the first byte; what follows is asked for again and again, as it lies there unread.  A body may already
 * be behind it, so nothing of what was seen stays. */
static bool head_in_order(int fd)
{
    static unsigned char head[WIRE_HEAD_MAX];
    const struct timespec again = {0, LOOK_AGAIN_NS};
    struct pollfd at = {.fd = fd, .events = POLLIN};
    int64_t until = now_seconds() + HEAD_SECONDS;
    enum wire_head found = WIRE_MORE;

    if (poll(&at, 1, HEAD_SECONDS * 1000) != 1)
        return none_of_ours();
    while (found == WIRE_MORE && now_seconds() <= until) {
        ssize_t n = recv(fd, head, sizeof head, MSG_PEEK | MSG_DONTWAIT);

        if (n == 0 || (n < 0 && errno != EAGAIN && errno != EINTR))
            return false; /* whoever it was has gone */
        if (n > 0) {
            found = wire_head(head, (size_t)n);
            secret_wipe(head, (size_t)n);
        }
        if (found == WIRE_MORE && n == (ssize_t)sizeof head)
            break;
        if (found == WIRE_MORE)
            nanosleep(&again, NULL);
    }
    return found == WIRE_WHOLE || none_of_ours();
}

bool door_open(FCGX_Request *request, int listen_fd)
{
    int fd = accept4(listen_fd, NULL, NULL, SOCK_CLOEXEC);

    if (fd < 0)
        return false;
    if (!head_in_order(fd)) {
        close(fd);
        return false;
    }
    request->ipcFd = fd;
    request->keepConnection = 1; /* the connection is there: it is to be read, not closed */
    return FCGX_Accept_r(request) == 0;
}

ssize_t door_read(FCGX_Request *request, void *to, size_t cap)
{
    FCGX_Stream *in = request->in;
    size_t there;
    int c;

    if (in->rdNext == in->stop) {
        c = FCGX_GetChar(in); /* fills the buffer */
        if (c == EOF)
            return 0;
        FCGX_UnGetChar(c, in);
    }
    there = (size_t)(in->stop - in->rdNext);
    if (there > cap)
        there = cap;
    memcpy(to, in->rdNext, there);
    secret_wipe(in->rdNext, there);
    in->rdNext += there;
    return (ssize_t)there;
}

static bool send_all(int fd, const char *at, size_t left)
{
    while (left > 0) {
        ssize_t n = send(fd, at, left, MSG_NOSIGNAL);

        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0)
            return false;
        at += n;
        left -= (size_t)n;
    }
    return true;
}

void door_answer(FCGX_Request *request, struct pool *pool, const struct buf *answer)
{
    struct buf *records = buf_new(pool, WIRE_ANSWER_MAX(answer->len));
    FCGX_Stream *in = request->in;

    wire_answer((unsigned)request->requestId, answer->data, answer->len, records);
    if (!send_all(request->ipcFd, records->data, records->len))
        log_info("connection", "why", "nginx has gone before its answer", NULL);
    secret_wipe(in->rdNext, (size_t)(in->stop - in->rdNext)); /* a body that nobody read */
    request->keepConnection = 0; /* a kept connection would pin this worker */
    FCGX_Free(request, 1);
}
