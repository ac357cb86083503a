#include "config.h"

#include "fcgi/worker.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sysexits.h>
#include <unistd.h>

#include "fcgi/app.h"
#include "fcgi/door.h"
#include "fcgi/response.h"
#include "fcgi/serve.h"
#include "lib/base/fatal.h"
#include "lib/base/log.h"

/* A document, its HTML and the headers. */
#define ANSWER_MAX (48u << 20)
/* What a worker keeps for its whole life beside what it was forked with: its connection's settings. */
#define PROCESS_MEMORY (1u << 20)

static volatile sig_atomic_t stopping;
static struct serve_watch watch;

static void on_stop(int sig)
{
    (void)sig;
    stopping = 1;
}

/* Runs in a signal: only write() and _exit(). */
static void on_deadline(int sig)
{
    (void)sig;
    fatal_line("error", "deadline", NULL, NULL);
    _exit(EX_TEMPFAIL);
}

/* We are wrong somewhere: which request showed it is said, then it ends as it would have. */
static void on_crash(int sig)
{
    const char digits[] = {(char)('0' + sig / 10), (char)('0' + sig % 10), '\0'};

    fatal_line("fatal", "crash", "signal", sig < 10 ? digits + 1 : digits);
    raise(sig);
}

static void set_crash_signals(void)
{
    static const int signals[] = {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT};
    struct sigaction act = {.sa_handler = on_crash, .sa_flags = (int)SA_RESETHAND}, old;

    for (unsigned i = 0; i < sizeof signals / sizeof signals[0]; i++)
        if (sigaction(signals[i], NULL, &old) == 0 && old.sa_handler == SIG_DFL)
            sigaction(signals[i], &act, NULL); /* else a sanitizer's, which says more */
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
    return door_read(from, to, cap);
}

static void answer(const struct app *app, FCGX_Request *request)
{
    const struct conf *conf = app->conf;
    struct pool *pool = pool_new("request", (size_t)conf->request_memory +
                                                2 * (size_t)conf->upload_bytes);
    struct buf *out = buf_new(pool, ANSWER_MAX);

    serve(app, routes, routes_count, pool, request->envp,
          (struct body_source){read_body, request}, &watch, out);
    if (out->over) {
        struct response r;

        buf_clear(out);
        response_init(&r, pool);
        r.more->over = true; /* answered as INTERNAL */
        response_write(&r, false, out);
    }
    door_answer(request, pool, out);
    pool_free(pool);
}

/* ppoll() answers at once while connections queue up and then lets no signal in, so it is asked for. */
static bool told_to_stop(void)
{
    sigset_t pending;

    return stopping || (sigpending(&pending) == 0 && sigismember(&pending, SIGTERM) == 1);
}

/* Waits for a connection; false when it is time to stop.  SIGTERM is blocked but while it waits, so none is missed, and
 * looked for before every connection, so none has to wait until nobody comes any more. */
static bool wait_for_one(int fd, const sigset_t *while_waiting)
{
    struct pollfd at = {.fd = fd, .events = POLLIN};

    while (!told_to_stop()) {
        int n = ppoll(&at, 1, NULL, while_waiting);

        if (n > 0)
            return !told_to_stop();
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
    door_init(&request);
    while (share > 0 && wait_for_one(fd, &waiting)) {
        watch = (struct serve_watch){.route = ""};
        alarm((unsigned)app->conf->request_seconds);
        if (door_open(&request, fd)) { /* else another worker was first */
            answer(app, &request);
            share--;
        }
        alarm(0);
    }
}

int worker_run(const struct app *loaded, const struct worker_setup *setup, void (*ready)(void))
{
    struct pool *pool = pool_new("process", PROCESS_MEMORY);
    struct app app = *loaded;
    const struct conf *conf = app.conf;
    /* They do not all retire at the same moment. */
    int share = conf->worker_requests + (int)(setup->place % 8) * (conf->worker_requests / 16);

    log_threshold(log_level_of(conf->log_level));
    app.db = db_new(pool, app.db_settings);
    app.gate = setup->gate;
    set_signals();
    if (FCGX_Init() != 0)
        return EX_OSERR;
    set_signals(); /* the library puts its own in place of defaults */
    set_crash_signals();
    fatal_about(watch.id, &watch.route);
    ready();
    answer_all(&app, setup->listen_fd, share);
    pool_free(pool);
    return EX_OK;
}
