#include "fcgi/master.h"

#include <errno.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <sysexits.h>
#include <time.h>
#include <unistd.h>

#include "fcgi/generation.h"
#include "fcgi/listen.h"
#include "fcgi/notify.h"
#include "fcgi/worker.h"
#include "lib/base/log.h"

#define WORKERS_MAX 64
/* Replaced workers that still finish a request; past this the oldest is ended at once. */
#define LEAVING_MAX 128
/* A worker that fails before it can answer is started again later and later. */
#define BACKOFF_FIRST_MS 100
#define BACKOFF_MAX_MS 30000
#define LISTEN_MEMORY 8192 /* a path, or a host and a port */

/* Sent by a worker that can answer. */
#define SIGNAL_READY SIGRTMIN

struct place {
    pid_t pid;          /* 0: none */
    pid_t old;          /* serves until the new one is ready; 0: none */
    bool ready;
    unsigned failures;
    int64_t started_ms, due_ms;
};

struct leaving {
    pid_t pid;
    int64_t kill_ms;
};

static struct {
    const struct master_setup *setup;
    struct pool *listen_pool;   /* where we listen outlives every reload of the configuration */
    struct generation serving;  /* every worker is forked with it, until a reload is taken */
    struct gate *gate;          /* in memory that all workers share */
    int fd;
    struct place place[WORKERS_MAX];
    struct leaving leaving[LEAVING_MAX];
    unsigned leavers;
    pid_t check;        /* reads the new configuration; 0: none */
    bool reload, reloading, told_ready, stopping;
    sigset_t before;    /* the mask that workers get */
} master;

static int64_t clock_ms(void)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static const char *number(int64_t n)
{
    static char text[4][24];
    static unsigned at;

    at = (at + 1) % 4;
    snprintf(text[at], sizeof text[at], "%lld", (long long)n);
    return text[at];
}

static void tell_ready(void)
{
    union sigval none = {0};

    if (sigqueue(getppid(), SIGNAL_READY, none) != 0)
        log_warn("worker-ready", "why", strerror(errno), NULL);
}

static void start(unsigned i)
{
    struct place *place = &master.place[i];
    pid_t master_pid = getpid(), pid = fork();

    if (pid == 0) {
        prctl(PR_SET_PDEATHSIG, SIGTERM);
        if (getppid() != master_pid)
            _exit(EX_TEMPFAIL);
        sigprocmask(SIG_SETMASK, &master.before, NULL);
        exit(worker_run(master.serving.app, &(struct worker_setup){master.fd, i, master.gate}, tell_ready));
    }
    place->started_ms = clock_ms();
    if (pid < 0) {
        log_error("fork", "why", strerror(errno), NULL);
        place->due_ms = place->started_ms + BACKOFF_FIRST_MS;
        return;
    }
    place->pid = pid;
    log_info("worker-start", "pid", number(pid), "place", number(i), NULL);
}

static void start_due(void)
{
    int64_t now = clock_ms();

    if (master.stopping)
        return;
    for (unsigned i = 0; i < (unsigned)master.serving.app->conf->workers; i++)
        if (master.place[i].pid == 0 && master.place[i].due_ms <= now)
            start(i);
}

/* Lets a worker finish what it has in hand. */
static void drain(pid_t pid)
{
    if (pid <= 0)
        return;
    if (master.leavers == LEAVING_MAX) {
        kill(master.leaving[0].pid, SIGKILL);
        master.leaving[0] = master.leaving[--master.leavers];
    }
    kill(pid, SIGTERM);
    master.leaving[master.leavers++] =
        (struct leaving){pid, clock_ms() + (int64_t)master.serving.app->conf->drain_seconds * 1000};
}

static void kill_late(void)
{
    int64_t now = clock_ms();

    for (unsigned i = 0; i < master.leavers; i++) {
        if (master.leaving[i].kill_ms > now)
            continue;
        log_warn("worker-killed", "pid", number(master.leaving[i].pid), "why",
                 "did not drain in time", NULL);
        kill(master.leaving[i].pid, SIGKILL);
        master.leaving[i].kill_ms = now + 1000;
    }
}

static void note_end(struct place *place, int status)
{
    int64_t now = clock_ms(), lived = now - place->started_ms;
    bool well = WIFEXITED(status) && WEXITSTATUS(status) == EX_OK;
    int64_t wait = 0;

    /* One that could answer is replaced at once, whatever ended it: a request must not take a place away. */
    if (!well && !place->ready) {
        wait = BACKOFF_FIRST_MS << (place->failures < 16 ? place->failures : 16);
        if (wait > BACKOFF_MAX_MS)
            wait = BACKOFF_MAX_MS;
        place->failures++;
    } else {
        place->failures = 0;
    }
    log_event(well ? LOG_LEVEL_INFO : LOG_LEVEL_ERROR, "worker-end", "pid", number(place->pid),
              "lived", number(lived), WIFSIGNALED(status) ? "signal" : "status",
              number(WIFSIGNALED(status) ? WTERMSIG(status) : WEXITSTATUS(status)), "again",
              number(wait), NULL);
    place->pid = 0;
    place->ready = false;
    place->due_ms = now + wait;
}

static void refuse_reload(const char *why)
{
    log_error("reload", "result", "refused", "why", why, NULL);
    master.reloading = false;
    notify("READY=1");
}

static void replace_workers(void)
{
    for (unsigned i = 0; i < WORKERS_MAX; i++) {
        struct place *place = &master.place[i];

        drain(place->old);
        place->old = 0;
        if (i < (unsigned)master.serving.app->conf->workers)
            place->old = place->pid;
        else
            drain(place->pid);
        place->pid = 0;
        place->ready = false;
        place->failures = 0;
        place->due_ms = 0;
    }
}

/* A child has just read the same files and lived; when they have changed since and are not in order any more, nothing changes. */
static void take_generation(void)
{
    struct err e = ERR_INIT;
    struct generation next;

    if (generation_load(master.setup->conf_path, &next, &e) != OUT_OK) {
        refuse_reload(e.text);
        return;
    }
    generation_free(&master.serving);
    master.serving = next;
    replace_workers();
    log_info("reload", "result", "taken", NULL);
}

static void check_ended(int status)
{
    master.check = 0;
    if (WIFEXITED(status) && WEXITSTATUS(status) == EX_OK)
        take_generation();
    else
        refuse_reload("the new configuration is not in order");
}

static void forget_leaver(pid_t pid)
{
    for (unsigned i = 0; i < master.leavers; i++) {
        if (master.leaving[i].pid == pid) {
            master.leaving[i] = master.leaving[--master.leavers];
            return;
        }
    }
}

static void start_check(void)
{
    pid_t pid;

    if (!master.reload || master.check || master.stopping)
        return;
    master.reload = false;
    notify_reloading();
    master.reloading = true;
    pid = fork();
    if (pid == 0) {
        prctl(PR_SET_PDEATHSIG, SIGKILL);
        sigprocmask(SIG_SETMASK, &master.before, NULL);
        _exit(generation_check(master.setup->conf_path));
    }
    if (pid < 0)
        refuse_reload(strerror(errno));
    else
        master.check = pid;
}

static void worker_is_ready(pid_t pid)
{
    bool all = true;

    for (unsigned i = 0; i < (unsigned)master.serving.app->conf->workers; i++) {
        struct place *place = &master.place[i];

        if (place->pid == pid) {
            place->ready = true;
            drain(place->old);
            place->old = 0;
        }
        all = all && place->ready;
    }
    if (!all || (master.told_ready && !master.reloading) || master.check)
        return;
    master.told_ready = true;
    master.reloading = false;
    log_info("ready", "workers", number(master.serving.app->conf->workers), NULL);
    notify("READY=1");
}

/* A worker that said it is ready and then died was ready: its word waits behind the news of its death. */
static void hear_ready(void)
{
    const struct timespec now = {0, 0};
    siginfo_t info;
    sigset_t ready;

    sigemptyset(&ready);
    sigaddset(&ready, SIGNAL_READY);
    while (sigtimedwait(&ready, &info, &now) == SIGNAL_READY)
        worker_is_ready(info.si_pid);
}

static void reap(void)
{
    int status;
    pid_t pid;

    while ((pid = waitpid(-1, &status, WNOHANG)) > 0) {
        if (pid == master.check) {
            check_ended(status);
            continue;
        }
        hear_ready();
        gate_forget(master.gate, pid, clock_ms());
        forget_leaver(pid);
        for (unsigned i = 0; i < WORKERS_MAX; i++) {
            if (master.place[i].pid == pid)
                note_end(&master.place[i], status);
            if (master.place[i].old == pid)
                master.place[i].old = 0;
        }
    }
}

static void stop(void)
{
    if (master.stopping)
        return;
    master.stopping = true;
    log_info("stopping", NULL);
    notify("STOPPING=1");
    if (master.check)
        kill(master.check, SIGKILL);
    for (unsigned i = 0; i < WORKERS_MAX; i++) {
        drain(master.place[i].pid);
        drain(master.place[i].old);
    }
}

/* How long nothing is due. */
static struct timespec pause_time(void)
{
    int64_t now = clock_ms(), next = now + 60000;

    for (unsigned i = 0; i < (unsigned)master.serving.app->conf->workers && !master.stopping; i++)
        if (master.place[i].pid == 0 && master.place[i].due_ms < next)
            next = master.place[i].due_ms;
    for (unsigned i = 0; i < master.leavers; i++)
        if (master.leaving[i].kill_ms < next)
            next = master.leaving[i].kill_ms;
    if (next <= now)
        return (struct timespec){0, 1000000};
    return (struct timespec){(next - now) / 1000, (next - now) % 1000 * 1000000};
}

static void one_signal(const sigset_t *awaited)
{
    struct timespec pause = pause_time();
    siginfo_t info;
    int sig = sigtimedwait(awaited, &info, &pause);

    if (sig == SIGNAL_READY)
        worker_is_ready(info.si_pid);
    else if (sig == SIGTERM || sig == SIGINT)
        stop();
    else if (sig == SIGHUP)
        master.reload = true;
}

static void serve_until_stopped(void)
{
    sigset_t awaited;

    sigemptyset(&awaited);
    sigaddset(&awaited, SIGTERM);
    sigaddset(&awaited, SIGINT);
    sigaddset(&awaited, SIGHUP);
    sigaddset(&awaited, SIGCHLD);
    sigaddset(&awaited, SIGNAL_READY);
    sigprocmask(SIG_BLOCK, &awaited, &master.before);
    while (!master.stopping || master.leavers > 0) {
        reap();
        start_check();
        start_due();
        kill_late();
        if (!master.stopping || master.leavers > 0)
            one_signal(&awaited);
    }
}

static int serve_at(const char *where)
{
    struct err e = ERR_INIT;

    if (listen_open(where, &master.fd, &e) != OUT_OK) {
        log_error("start", "why", e.text, NULL);
        return e.code == OUT_INVALID ? EX_CONFIG : EX_UNAVAILABLE;
    }
    serve_until_stopped();
    listen_remove(where);
    log_info("stopped", NULL);
    return EX_OK;
}

int master_run(const struct master_setup *setup)
{
    struct err e = ERR_INIT;
    int code = EX_CONFIG;

    master.setup = setup;
    master.gate = mmap(NULL, sizeof *master.gate, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (master.gate == MAP_FAILED) {
        log_error("start", "why", strerror(errno), NULL);
        return EX_OSERR;
    }
    master.listen_pool = pool_new("listen", LISTEN_MEMORY);
    if (generation_load(setup->conf_path, &master.serving, &e) == OUT_OK) {
        code = serve_at(pool_strdup(master.listen_pool,
                                    *setup->listen ? setup->listen : master.serving.app->conf->listen));
        generation_free(&master.serving);
    } else {
        log_error("start", "why", e.text, NULL);
    }
    pool_free(master.listen_pool);
    return code;
}
