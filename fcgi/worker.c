#include "config.h"

#include "fcgi/worker.h"

#include <errno.h>
#include <fcgiapp.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sysexits.h>
#include <unistd.h>

#include "fcgi/app.h"
#include "fcgi/response.h"
#include "fcgi/serve.h"
#include "lib/base/log.h"

/* A document, its HTML and the headers. */
#define ANSWER_MAX (48u << 20)
/* What a worker keeps for its whole life: sheets, messages, law. */
#define PROCESS_MEMORY (256u << 20)

static volatile sig_atomic_t stopping;
static struct serve_watch watch;

static void on_stop(int sig)
{
    (void)sig;
    stopping = 1;
}

static void put(char *line, size_t cap, size_t *len, const char *text)
{
    while (*text && *len < cap - 1)
        line[(*len)++] = *text++;
}

/* Runs in a signal: only write() and _exit(). */
static void on_deadline(int sig)
{
    char line[256];
    size_t len = 0;

    (void)sig;
    put(line, sizeof line, &len, "level=error event=deadline request=");
    put(line, sizeof line, &len, watch.id);
    put(line, sizeof line, &len, " route=");
    put(line, sizeof line, &len, watch.route && *watch.route ? watch.route : "-");
    line[len++] = '\n';
    if (write(STDERR_FILENO, line, len) < 0)
        _exit(EX_IOERR);
    _exit(EX_TEMPFAIL);
}

static void set_signals(void)
{
    struct sigaction act = {.sa_handler = on_stop, .sa_flags = SA_RESTART};

    sigaction(SIGTERM, &act, NULL);
    act.sa_handler = on_deadline;
    sigaction(SIGALRM, &act, NULL);
    act.sa_handler = SIG_IGN;
    sigaction(SIGINT, &act, NULL); /* Ctrl-C reaches every process: the master decides */
    sigaction(SIGHUP, &act, NULL);
    sigaction(SIGPIPE, &act, NULL);
    sigaction(SIGUSR1, &act, NULL);
}

static ssize_t read_body(void *from, void *to, size_t cap)
{
    int want = cap > 65536 ? 65536 : (int)cap;

    return FCGX_GetStr(to, want, from);
}

static void answer(const struct app *app, FCGX_Request *request)
{
    const struct conf *conf = app->conf;
    struct pool *pool = pool_new("request", (size_t)conf->request_memory +
                                                2 * (size_t)conf->upload_bytes);
    struct buf *out = buf_new(pool, ANSWER_MAX);

    serve(app, routes, routes_count, pool, request->envp,
          (struct body_source){read_body, request->in}, &watch, out);
    if (out->over) {
        struct response r;

        buf_clear(out);
        response_init(&r, pool);
        r.more->over = true; /* answered as INTERNAL */
        response_write(&r, false, out);
    }
    FCGX_PutStr(out->data, (int)out->len, request->out);
    request->keepConnection = 0; /* a kept connection would pin this worker */
    FCGX_Finish_r(request);
    pool_free(pool);
}

/* Waits for a connection; false when it is time to stop.  SIGTERM is let in only while it waits, so
 * none is missed. */
static bool wait_for_one(int fd, const sigset_t *while_waiting)
{
    struct pollfd at = {.fd = fd, .events = POLLIN};

    while (!stopping) {
        int n = ppoll(&at, 1, NULL, while_waiting);

        if (n > 0)
            return true;
        if (n < 0 && errno != EINTR) {
            log_error("poll", "why", strerror(errno), NULL);
            return false;
        }
    }
    return false;
}

static void answer_all(const struct app *app, int fd, int share)
{
    FCGX_Request request;
    sigset_t stop, waiting;

    sigemptyset(&stop);
    sigaddset(&stop, SIGTERM);
    sigprocmask(SIG_BLOCK, &stop, &waiting);
    sigdelset(&waiting, SIGTERM);
    FCGX_InitRequest(&request, fd, FCGI_FAIL_ACCEPT_ON_INTR);
    while (share > 0 && wait_for_one(fd, &waiting)) {
        watch = (struct serve_watch){.route = ""};
        alarm((unsigned)app->conf->request_seconds);
        if (FCGX_Accept_r(&request) == 0) { /* else another worker was first */
            answer(app, &request);
            share--;
        }
        alarm(0);
    }
}

int worker_run(const struct conf *conf, int listen_fd, unsigned place, void (*ready)(void))
{
    struct pool *pool = pool_new("process", PROCESS_MEMORY);
    struct err e = ERR_INIT;
    struct app *app;
    /* They do not all retire at the same moment. */
    int share = conf->worker_requests + (int)(place % 8) * (conf->worker_requests / 16);

    log_threshold(log_level_of(conf->log_level));
    if (app_load(pool, conf, &app, &e) != OUT_OK) {
        log_error("worker-start", "why", e.text, NULL);
        pool_free(pool);
        return EX_CONFIG;
    }
    set_signals();
    if (FCGX_Init() != 0)
        return EX_OSERR;
    set_signals(); /* the library puts its own in place of defaults */
    ready();
    answer_all(app, listen_fd, share);
    pool_free(pool);
    return EX_OK;
}
