#include "config.h" /* close_range, pipe2 */

#include "lib/dir/child.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

/* The one descriptor a child keeps besides standard input, output and error. */
#define CHILD_PIPE 3

/* A child that spins (libldap 2.5.13 does in a stalled handshake) is ended by the kernel too, should its
 * parent be stopped: seconds of processor time. */
#define CHILD_CPU_SECONDS 30

int64_t clock_ms(void)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

void frame_send(int to, const struct frame *frame)
{
    const char *at = (const char *)frame;
    size_t left = sizeof *frame;
    ssize_t n;

    while (left > 0) {
        n = write(to, at, left);
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0)
            _exit(EXIT_FAILURE);
        at += n;
        left -= (size_t)n;
    }
}

static void default_signals(void)
{
    sigset_t none;

    for (int s = 1; s < NSIG; s++)
        signal(s, SIG_DFL);
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
}

/* Order matters: die with the parent first, then ask whether it is already gone. */
static void confine(pid_t parent, int pipe_end)
{
    const struct rlimit cpu = {CHILD_CPU_SECONDS, CHILD_CPU_SECONDS}, none = {0, 0};
    int null;

    default_signals();
    if (prctl(PR_SET_PDEATHSIG, SIGKILL) != 0 || getppid() != parent)
        _exit(EXIT_FAILURE);
    if (setrlimit(RLIMIT_CPU, &cpu) != 0 || setrlimit(RLIMIT_CORE, &none) != 0)
        _exit(EXIT_FAILURE);
    if (pipe_end != CHILD_PIPE && dup2(pipe_end, CHILD_PIPE) < 0)
        _exit(EXIT_FAILURE);
    if (close_range(CHILD_PIPE + 1, ~0U, 0) != 0)
        _exit(EXIT_FAILURE);
    null = open("/dev/null", O_RDWR);
    if (null < 0 || dup2(null, STDIN_FILENO) < 0 || dup2(null, STDOUT_FILENO) < 0)
        _exit(EXIT_FAILURE);
    close(null);
}

static _Noreturn void child_main(const struct child_job *job, pid_t parent, int pipe_end)
{
    struct frame last = {.kind = FRAME_END};
    struct err e = ERR_INIT;

    confine(parent, pipe_end);
    last.end.code = job->body(job->ctx, CHILD_PIPE, &last.end, &e);
    memcpy(last.end.key, e.key, sizeof last.end.key);
    memcpy(last.end.text, e.text, sizeof last.end.text);
    frame_send(CHILD_PIPE, &last);
    _exit(EXIT_SUCCESS);
}

#define END_TEXT(field) ((field)[sizeof(field) - 1] = '\0')

/* Whatever came through the pipe becomes a frame whose texts end; false: it is none. */
static bool frame_check(struct frame *f)
{
    switch (f->kind) {
    case FRAME_READY:
        return true;
    case FRAME_PERSON:
        END_TEXT(f->person.id);
        END_TEXT(f->person.login);
        END_TEXT(f->person.name);
        END_TEXT(f->person.mail);
        END_TEXT(f->person.staff_no);
        END_TEXT(f->person.unit);
        END_TEXT(f->person.title);
        return true;
    case FRAME_GROUP:
        END_TEXT(f->group);
        return true;
    case FRAME_END:
        END_TEXT(f->end.key);
        END_TEXT(f->end.text);
        return (unsigned)f->end.code < OUTCOME_COUNT &&
               f->end.completeness <= DIR_FAILED;
    default:
        return false;
    }
}

/* Waits until the pipe has something or the deadline is over. */
static bool readable_by(int fd, int64_t deadline)
{
    struct pollfd p = {.fd = fd, .events = POLLIN};
    int64_t left;
    int n;

    do {
        left = deadline - clock_ms();
        n = left > 0 ? poll(&p, 1, (int)left) : 0;
    } while (n < 0 && errno == EINTR);
    return n > 0;
}

enum reading { READING_ENDED, READING_LATE, READING_BROKEN };

static enum reading read_frames(const struct child_job *job, int fd, struct frame_end *end)
{
    int64_t deadline = job->ready_by;
    struct frame f;
    size_t have = 0;
    ssize_t n;

    for (;;) {
        if (!readable_by(fd, deadline))
            return READING_LATE;
        n = read(fd, (char *)&f + have, sizeof f - have);
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0)
            return READING_BROKEN;
        have += (size_t)n;
        if (have < sizeof f)
            continue;
        have = 0;
        if (!frame_check(&f))
            return READING_BROKEN;
        if (f.kind == FRAME_END) {
            *end = f.end;
            return READING_ENDED;
        }
        if (f.kind == FRAME_READY)
            deadline = job->done_by;
        else
            job->on_frame(job->ctx, &f);
    }
}

/* Ends the child if it lives, and says whether the processor limit ended it. */
static bool bury(pid_t child)
{
    int status = 0;
    pid_t got;

    kill(child, SIGKILL);
    do
        got = waitpid(child, &status, 0);
    while (got < 0 && errno == EINTR);
    return got == child && WIFSIGNALED(status) && WTERMSIG(status) == SIGXCPU;
}

enum outcome child_run(const struct child_job *job, struct frame_end *end, struct err *e)
{
    pid_t parent = getpid(), child;
    enum reading reading;
    bool spun;
    int ends[2];

    if (pipe2(ends, O_CLOEXEC) != 0)
        return err_set(e, OUT_UNAVAIL, "dir.down", "pipe: %s", strerror(errno));
    child = fork();
    if (child == 0)
        child_main(job, parent, ends[1]);
    close(ends[1]);
    if (child < 0) {
        close(ends[0]);
        return err_set(e, OUT_UNAVAIL, "dir.down", "fork: %s", strerror(errno));
    }
    reading = read_frames(job, ends[0], end);
    close(ends[0]);
    spun = bury(child);
    if (reading == READING_LATE || spun)
        return err_set(e, OUT_UNAVAIL, "dir.timeout", "no answer in time");
    if (reading == READING_BROKEN)
        return err_set(e, OUT_INTERNAL, "dir.child", "the child that asks the directory died");
    if (end->code == OUT_OK)
        return OUT_OK;
    return err_set(e, end->code, end->key, "%s", end->text);
}
