/* One run of the scanner: started, fed through a pipe, waited for, buried. */
#include "lib/scan/scan.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/pidfd.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define BLANKS " \t"

struct words {
    char text[SCAN_COMMAND_MAX];
    char *word[SCAN_WORDS_MAX + 1]; /* ended by NULL */
};

struct run {
    pid_t pid;
    int to;    /* its standard input; -1: closed */
    int ended; /* readable when it has ended */
    const char *at;
    size_t left;
    int64_t until; /* of now() */
};

static int64_t now(void)
{
    struct timespec t;

    clock_gettime(CLOCK_MONOTONIC, &t);
    return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

/* False: too long, or too many. */
static bool split(const char *command, struct words *out)
{
    size_t len = strlen(command);
    unsigned n = 0;
    char *at = out->text;

    if (len >= sizeof out->text)
        return false;
    memcpy(out->text, command, len + 1);
    for (at += strspn(at, BLANKS); *at; at += strspn(at, BLANKS)) {
        if (n == SCAN_WORDS_MAX)
            return false;
        out->word[n++] = at;
        at += strcspn(at, BLANKS);
        if (*at)
            *at++ = '\0';
    }
    out->word[n] = NULL;
    return n > 0;
}

enum outcome scan_check(const struct scanner *scanner, struct err *e)
{
    struct words words;
    struct stat there;

    if (!*scanner->command)
        return OUT_OK;
    if (!split(scanner->command, &words))
        return err_set(e, OUT_INVALID, "scan.command", "scan_command has more than %d words or %d bytes", SCAN_WORDS_MAX,
                       SCAN_COMMAND_MAX - 1);
    if (words.word[0][0] != '/')
        return err_set(e, OUT_INVALID, "scan.command", "scan_command: %s is no absolute path", words.word[0]);
    if (stat(words.word[0], &there) != 0)
        return err_set(e, OUT_INVALID, "scan.command", "scan_command: %s: %s", words.word[0], strerror(errno));
    if (!S_ISREG(there.st_mode) || access(words.word[0], X_OK) != 0)
        return err_set(e, OUT_INVALID, "scan.command", "scan_command: %s cannot be run by this account", words.word[0]);
    return OUT_OK;
}

static enum outcome broken(struct err *e, const char *what, int why)
{
    return err_set(e, OUT_UNAVAIL, "file.unscanned", "scanner: %s: %s", what, strerror(why));
}

/* A group of its own, so that what it starts can be ended with it; our signals, folder and descriptors are none of its business. */
static int prepare(posix_spawn_file_actions_t *files, posix_spawnattr_t *how, int from)
{
    sigset_t all, none;
    int rc;

    sigfillset(&all);
    sigemptyset(&none);
    if ((rc = posix_spawnattr_setflags(how, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK)) != 0 ||
        (rc = posix_spawnattr_setpgroup(how, 0)) != 0 || (rc = posix_spawnattr_setsigdefault(how, &all)) != 0 ||
        (rc = posix_spawnattr_setsigmask(how, &none)) != 0)
        return rc;
    if ((rc = posix_spawn_file_actions_adddup2(files, from, STDIN_FILENO)) != 0 ||
        (rc = posix_spawn_file_actions_addopen(files, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)) != 0 ||
        (rc = posix_spawn_file_actions_addopen(files, STDERR_FILENO, "/dev/null", O_WRONLY, 0)) != 0 ||
        (rc = posix_spawn_file_actions_addclosefrom_np(files, STDERR_FILENO + 1)) != 0)
        return rc;
    return posix_spawn_file_actions_addchdir_np(files, "/");
}

static int spawn(struct words *words, int from, pid_t *pid)
{
    char path[] = "PATH=/usr/bin:/bin", locale[] = "LC_ALL=C";
    char *const environment[] = {path, locale, NULL};
    posix_spawn_file_actions_t files;
    posix_spawnattr_t how;
    int rc = posix_spawn_file_actions_init(&files);

    if (rc != 0)
        return rc;
    rc = posix_spawnattr_init(&how);
    if (rc == 0) {
        rc = prepare(&files, &how, from);
        if (rc == 0)
            rc = posix_spawn(pid, words->word[0], &files, &how, words->word, environment);
        posix_spawnattr_destroy(&how);
    }
    posix_spawn_file_actions_destroy(&files);
    return rc;
}

static int bury(pid_t pid)
{
    int status = 0;
    pid_t got;

    do
        got = waitpid(pid, &status, 0);
    while (got < 0 && errno == EINTR);
    return got == pid ? status : -1;
}

static enum outcome start(struct words *words, struct run *run, struct err *e)
{
    int ends[2], rc;

    if (pipe2(ends, O_CLOEXEC) != 0)
        return broken(e, "pipe", errno);
    rc = spawn(words, ends[0], &run->pid);
    close(ends[0]);
    if (rc == 0 && fcntl(ends[1], F_SETFL, O_NONBLOCK) == 0 && (run->ended = pidfd_open(run->pid, 0)) >= 0) {
        run->to = ends[1];
        return OUT_OK;
    }
    if (rc == 0) {
        rc = errno;
        kill(-run->pid, SIGKILL);
        bury(run->pid);
    }
    close(ends[1]);
    return broken(e, words->word[0], rc);
}

/* Its end of the pipe tells it that this was all; whoever reads no further has closed the other. */
static void end_input(struct run *run)
{
    if (run->to >= 0)
        close(run->to);
    run->to = -1;
}

static void feed(struct run *run)
{
    ssize_t n = write(run->to, run->at, run->left);

    if (n < 0 && (errno == EINTR || errno == EAGAIN))
        return;
    if (n > 0) {
        run->at += n;
        run->left -= (size_t)n;
    }
    if (n < 0 || run->left == 0)
        end_input(run);
}

/* False: its time is over. */
static bool attend(struct run *run)
{
    int64_t time;

    if (run->left == 0)
        end_input(run);
    while ((time = run->until - now()) > 0) {
        struct pollfd on[] = {{.fd = run->ended, .events = POLLIN}, {.fd = run->to, .events = POLLOUT}};

        if (poll(on, 2, (int)time) < 0) {
            if (errno == EINTR)
                continue;
            return false;
        }
        if (on[0].revents)
            return true;
        if (on[1].revents)
            feed(run);
    }
    return false;
}

static enum outcome verdict(const struct run *run, bool in_time, int seconds, int status, struct err *e)
{
    if (!in_time)
        return err_set(e, OUT_UNAVAIL, "file.unscanned", "scanner killed after %d s", seconds);
    if (status == -1)
        return err_set(e, OUT_UNAVAIL, "file.unscanned", "scanner: nobody knows how it ended");
    if (WIFSIGNALED(status))
        return err_set(e, OUT_UNAVAIL, "file.unscanned", "scanner ended by signal %d", WTERMSIG(status));
    if (WEXITSTATUS(status) == 1)
        return err_set(e, OUT_INVALID, "file.infected", "scanner found something");
    if (WEXITSTATUS(status) != 0)
        return err_set(e, OUT_UNAVAIL, "file.unscanned", "scanner ended with exit status %d", WEXITSTATUS(status));
    if (run->left > 0)
        return err_set(e, OUT_UNAVAIL, "file.unscanned", "scanner ended with exit status 0, %zu bytes unread", run->left);
    return OUT_OK;
}

static enum outcome scan(const struct scanner *scanner, struct run *run, struct err *e)
{
    struct words words;
    bool in_time;
    int status;

    if (!split(scanner->command, &words))
        return err_set(e, OUT_UNAVAIL, "file.unscanned", "scan_command cannot be split");
    if (start(&words, run, e) != OUT_OK)
        return e->code;
    run->until = now() + (int64_t)scanner->seconds * 1000;
    in_time = attend(run);
    if (!in_time)
        kill(-run->pid, SIGKILL);
    status = bury(run->pid);
    end_input(run);
    close(run->ended);
    return verdict(run, in_time, scanner->seconds, status, e);
}

enum outcome scan_bytes(const struct scanner *scanner, const void *bytes, size_t len, struct err *e)
{
    struct sigaction ignore = {.sa_handler = SIG_IGN}, before;
    struct run run = {.to = -1, .ended = -1, .at = bytes, .left = len};
    enum outcome rc;

    if (!*scanner->command)
        return OUT_OK;
    sigaction(SIGPIPE, &ignore, &before); /* it may end before it has read all */
    rc = scan(scanner, &run, e);
    sigaction(SIGPIPE, &before, NULL);
    return rc;
}
