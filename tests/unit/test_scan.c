/* The scanner's run against small scripts: every way in which one may end, and what is left of it. */
#include "tests/unit/test.h"

#include <dirent.h>
#include <errno.h>
#include <signal.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>

#include "lib/scan/scan.h"
#include "tests/unit/scratch.h"

#define LARGE (5u << 20)

static struct scratch scratch;
static char large[LARGE];

static int open_folder(void **state)
{
    (void)state;
    scratch_open(&scratch);
    memset(large, 'x', sizeof large);
    memcpy(large + sizeof large - 3, "END", 3);
    return 0;
}

static int close_folder(void **state)
{
    (void)state;
    scratch_close(&scratch);
    return 0;
}

static const char *script(const char *name, const char *text)
{
    const char *path = scratch_file(&scratch, name, text);

    assert_int_equal(chmod(path, 0700), 0);
    return path;
}

static unsigned open_files(void)
{
    DIR *dir = opendir("/proc/self/fd");
    unsigned n = 0;

    assert_non_null(dir);
    while (readdir(dir))
        n++;
    closedir(dir);
    return n;
}

/* Whatever comes of it: no child, no descriptor and no other way with SIGPIPE is left. */
static enum outcome asked(const struct scanner *scanner, const void *bytes, size_t len, struct err *e)
{
    unsigned before = open_files();
    struct sigaction pipes;
    enum outcome rc = scan_bytes(scanner, bytes, len, e);

    assert_int_equal(waitpid(-1, NULL, WNOHANG), -1);
    assert_int_equal(errno, ECHILD);
    assert_int_equal(open_files(), before);
    assert_int_equal(sigaction(SIGPIPE, NULL, &pipes), 0);
    assert_true(pipes.sa_handler == SIG_DFL);
    return rc;
}

static void answers(const char *text, const void *bytes, size_t len, enum outcome expected, const char *key, const char *why)
{
    static unsigned n;
    char name[16];
    struct err e = ERR_INIT;
    struct scanner scanner = {.seconds = 60};

    snprintf(name, sizeof name, "scan-%u", n++);
    scanner.command = script(name, text);
    assert_int_equal(asked(&scanner, bytes, len, &e), expected);
    assert_string_equal(e.key, key);
    assert_non_null(strstr(e.text, why));
}

#define SMALL "a small file", 12

static void its_end_is_the_answer(void **state)
{
    (void)state;
    answers("#!/bin/sh\ncat > /dev/null\n", SMALL, OUT_OK, "", "");
    answers("#!/bin/sh\ncat > /dev/null\nexit 1\n", SMALL, OUT_INVALID, "file.infected", "");
    answers("#!/bin/sh\ncat > /dev/null\nexit 2\n", SMALL, OUT_UNAVAIL, "file.unscanned", "exit status 2");
    answers("#!/bin/sh\ncat > /dev/null\nexit 127\n", SMALL, OUT_UNAVAIL, "file.unscanned", "exit status 127");
    answers("#!/bin/sh\nkill -TERM $$\n", SMALL, OUT_UNAVAIL, "file.unscanned", "signal 15");
    answers("#!/bin/sh\nkill -KILL $$\n", SMALL, OUT_UNAVAIL, "file.unscanned", "signal 9");
}

static void it_gets_the_bytes(void **state)
{
    (void)state;
    answers("#!/bin/sh\n[ \"$(cat)\" = 'a small file' ] || exit 3\n", SMALL, OUT_OK, "", "");
    answers("#!/bin/sh\n[ \"$(wc -c)\" -eq 0 ] || exit 3\n", "", 0, OUT_OK, "", "");
    answers("#!/bin/sh\n[ \"$(wc -c)\" -eq 5242880 ] || exit 3\n", large, LARGE, OUT_OK, "", "");
    answers("#!/bin/sh\n[ \"$(tail -c 4)\" = xEND ] || exit 3\n", large, LARGE, OUT_OK, "", "");
    answers("#!/bin/sh\nsleep 0.3\n[ \"$(tail -c 4)\" = xEND ] && exit 1\nexit 3\n", large, LARGE, OUT_INVALID, "file.infected", "");
}

/* What it has not read it has not scanned; what it found in the beginning is found. */
static void it_may_read_no_further(void **state)
{
    (void)state;
    answers("#!/bin/sh\nexit 0\n", large, LARGE, OUT_UNAVAIL, "file.unscanned", "unread");
    answers("#!/bin/sh\nexit 1\n", large, LARGE, OUT_INVALID, "file.infected", "");
    answers("#!/bin/sh\nexec < /dev/null\nsleep 0.3\nexit 0\n", large, LARGE, OUT_UNAVAIL, "file.unscanned", "unread");
    answers("#!/bin/sh\nhead -c 100 > /dev/null\nexec < /dev/null\nsleep 0.3\nexit 1\n", large, LARGE, OUT_INVALID, "file.infected", "");
}

/* Killed with what it started, which would else go on and hold the pipe. */
static void it_is_not_waited_for_longer(void **state)
{
    char text[200], line[32] = "";
    const char *said = scratch_file(&scratch, "pid", "");
    struct scanner scanner = {.seconds = 1};
    struct timespec from, to;
    struct err e = ERR_INIT;
    FILE *file;
    int tries = 0;

    (void)state;
    snprintf(text, sizeof text, "#!/bin/sh\nsleep 600 &\necho $! > %s\nwait\n", said);
    scanner.command = script("slow", text);
    clock_gettime(CLOCK_MONOTONIC, &from);
    assert_int_equal(asked(&scanner, large, LARGE, &e), OUT_UNAVAIL);
    clock_gettime(CLOCK_MONOTONIC, &to);
    assert_string_equal(e.key, "file.unscanned");
    assert_non_null(strstr(e.text, "killed after 1 s"));
    assert_in_range(to.tv_sec - from.tv_sec, 1, 30);
    file = fopen(said, "r");
    assert_non_null(file);
    if (fgets(line, sizeof line, file)) { /* a busy machine may not have come so far */
        pid_t pid = (pid_t)strtol(line, NULL, 10);
        char state_of[64], word = 0;

        /* It is init's to bury, and may stay as a zombie where nobody does. */
        do {
            FILE *stat;

            snprintf(state_of, sizeof state_of, "/proc/%d/stat", (int)pid);
            stat = fopen(state_of, "r");
            word = 'X';
            if (stat && fscanf(stat, "%*d %*s %c", &word) != 1)
                word = 'X';
            if (stat)
                fclose(stat);
            if (word != 'X' && word != 'Z')
                usleep(50000);
        } while (word != 'X' && word != 'Z' && ++tries < 100);
        assert_true(word == 'X' || word == 'Z');
    }
    fclose(file);
}

static void it_gets_nothing_else_of_ours(void **state)
{
    int mine = dup(STDERR_FILENO); /* not closed by exec */

    (void)state;
    assert_true(mine > STDERR_FILENO);
    assert_int_equal(setenv("TDKT_SECRET", "x", 1), 0);
    /* 0, 1, 2 and, of dash, the script itself */
    answers("#!/bin/sh\ncat > /dev/null\n[ ! -e /proc/$$/fd/3 ] || exit 3\n", SMALL, OUT_OK, "", "");
    answers("#!/bin/sh\ncat > /dev/null\n[ -z \"$TDKT_SECRET$HOME\" ] || exit 3\n", SMALL, OUT_OK, "", "");
    answers("#!/bin/sh\ncat > /dev/null\n[ \"$(pwd)\" = / ] || exit 3\n", SMALL, OUT_OK, "", "");
    unsetenv("TDKT_SECRET");
    close(mine);
}

static void its_arguments_are_divided_by_blanks(void **state)
{
    char command[200];
    struct scanner scanner = {.command = command, .seconds = 60};
    struct err e = ERR_INIT;
    const char *path = script("words", "#!/bin/sh\ncat > /dev/null\n[ \"$#,$1,$2\" = '2,--no-summary,$HOME;*' ] || exit 3\n");

    (void)state;
    snprintf(command, sizeof command, " %s  --no-summary\t$HOME;* ", path);
    assert_int_equal(asked(&scanner, SMALL, &e), OUT_OK);
}

static void without_one_everything_is_clean(void **state)
{
    struct scanner none = {.command = ""};
    struct err e = ERR_INIT;

    (void)state;
    assert_int_equal(asked(&none, SMALL, &e), OUT_OK);
    assert_int_equal(scan_check(&none, &e), OUT_OK);
}

static void one_that_is_gone_is_told(void **state)
{
    struct scanner gone = {.command = "/nowhere/clamdscan -", .seconds = 60};
    struct err e = ERR_INIT;

    (void)state;
    assert_int_equal(asked(&gone, SMALL, &e), OUT_UNAVAIL);
    assert_string_equal(e.key, "file.unscanned");
    assert_non_null(strstr(e.text, "/nowhere/clamdscan"));
}

static void check(const char *command, const char *why)
{
    struct scanner scanner = {.command = command};
    struct err e = ERR_INIT;

    assert_int_equal(scan_check(&scanner, &e), *why ? OUT_INVALID : OUT_OK);
    assert_string_equal(e.key, *why ? "scan.command" : "");
    assert_non_null(strstr(e.text, why));
}

static void a_wrong_command_is_told_at_start(void **state)
{
    char longest[SCAN_COMMAND_MAX + 1];

    (void)state;
    check("/bin/sh -c -", "");
    check("sh -", "no absolute path");
    check("/nowhere/clamdscan", "No such file");
    check("/usr", "cannot be run");
    check(scratch_file(&scratch, "plain", "text"), "cannot be run");
    check("/bin/sh 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16", "");
    check("/bin/sh 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17", "more than 16 words");
    memset(longest, ' ', sizeof longest);
    memcpy(longest, "/bin/sh", 7);
    longest[SCAN_COMMAND_MAX - 1] = '\0';
    check(longest, "");
    longest[SCAN_COMMAND_MAX - 1] = ' ';
    longest[SCAN_COMMAND_MAX] = '\0';
    check(longest, "1023 bytes");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(its_end_is_the_answer),
        cmocka_unit_test(it_gets_the_bytes),
        cmocka_unit_test(it_may_read_no_further),
        cmocka_unit_test(it_is_not_waited_for_longer),
        cmocka_unit_test(it_gets_nothing_else_of_ours),
        cmocka_unit_test(its_arguments_are_divided_by_blanks),
        cmocka_unit_test(without_one_everything_is_clean),
        cmocka_unit_test(one_that_is_gone_is_told),
        cmocka_unit_test(a_wrong_command_is_told_at_start),
    };

    return cmocka_run_group_tests(tests, open_folder, close_folder);
}
