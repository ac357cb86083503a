/* A law file beside a good common one, as somebody might leave it: refused with file and line, or a regime that answers. */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lib/core/law.h"
#include "lib/xml/sheet.h"
#include "tests/fuzz/fuzz.h"

static const char common[] =
    "<common><salary from='2020-01-01' dong='1490000' certainty='A'/>"
    "<award code='A' name='A' rank='1' family='title' level='so' decides='giam_doc_so' for='person'/>"
    "<award code='B' name='B' rank='2' family='title' level='so' decides='giam_doc_so' for='collective'/></common>";

static char dir[] = "/tmp/tdkt-fuzz-XXXXXX";
static char common_path[64], law_path[64];

/* Kept open: opening it empty each time would wait for the disk. */
static int file;

static int create(const char *path)
{
    int fd = open(path, O_RDWR | O_CREAT | O_EXCL, 0600);

    if (fd < 0)
        exit(1);
    return fd;
}

static void put(int fd, const char *bytes, size_t len)
{
    if (pwrite(fd, bytes, len, 0) != (ssize_t)len || ftruncate(fd, (off_t)len) != 0)
        exit(1);
}

static int answers(const struct laws *laws)
{
    const struct regime *regime = laws_at(laws, 0);
    struct err e = ERR_INIT;
    const char *cite;
    int64_t dong;

    if (laws_count(laws) != 1 || law_vote(regime, "A").percent < 50)
        return 0;
    for (unsigned i = 0; i < law_awards(regime); i++)
        if (law_bonus(laws, law_award_at(regime, i)->code, RECIPIENT_PERSON, regime_from(regime), &dong, &cite, &e) == OUT_OK &&
            dong < 0)
            return 0;
    return 1;
}

static int one(const char *bytes, size_t len)
{
    struct pool *pool = pool_new("fuzz", 16 << 20);
    struct err e = ERR_INIT;
    struct laws *laws;
    enum outcome out;
    int good;

    put(file, bytes, len);
    out = laws_load(pool, dir, &laws, &e);
    if (out == OUT_OK)
        good = answers(laws);
    else
        good = out == OUT_INVALID && strncmp(e.text, law_path, strlen(law_path)) == 0;
    pool_free(pool);
    return good;
}

int main(int argc, char **argv)
{
    int result;

    if (mkdtemp(dir) == NULL)
        return 1;
    snprintf(common_path, sizeof common_path, "%s/common.xml", dir);
    snprintf(law_path, sizeof law_path, "%s/law.xml", dir);
    put(create(common_path), common, strlen(common));
    file = create(law_path);
    xml_init();
    result = fuzz_main(argc, argv, "law", one);
    unlink(common_path);
    unlink(law_path);
    rmdir(dir);
    return result;
}
