/* Files made for one answer: nginx sends them, and they go by themselves. */
#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "lib/store/file.h"

static enum outcome broken(struct err *e, const char *what)
{
    return err_set(e, OUT_UNAVAIL, "file.store", "%s: %s", what, strerror(errno));
}

/* What nobody will fetch any more. */
static void sweep(const char *folder)
{
    DIR *all = opendir(folder);
    time_t now = time(NULL);
    const struct dirent *one;
    struct stat about;

    if (!all)
        return;
    while ((one = readdir(all)) != NULL)
        if (one->d_name[0] != '.' && fstatat(dirfd(all), one->d_name, &about, 0) == 0 &&
            about.st_mtime + HANDOUT_SECONDS < now)
            unlinkat(dirfd(all), one->d_name, 0);
    closedir(all);
}

enum outcome file_handout(const char *dir, char path[FILE_PATH_MAX], char folder[FILE_PATH_MAX],
                          const char **name, struct err *e)
{
    int fd;
    bool ours;

    snprintf(folder, FILE_PATH_MAX, "%.500s/" HANDOUT_FOLDER, dir);
    if (mkdir(folder, 0750) != 0 && errno != EEXIST)
        return broken(e, "mkdir");
    sweep(folder);
    snprintf(path, FILE_PATH_MAX, "%.500s/" HANDOUT_FOLDER "/XXXXXX", dir);
    fd = mkstemp(path);
    if (fd < 0)
        return broken(e, "create");
    ours = fchmod(fd, 0640) == 0;
    close(fd);
    if (!ours)
        return broken(e, "chmod");
    *name = strrchr(path, '/') + 1;
    return OUT_OK;
}
