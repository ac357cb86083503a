/* Flow files as somebody might leave them: refused with file and line, or a flow in which no dossier can be lost. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lib/core/flow.h"
#include "lib/xml/sheet.h"
#include "tests/fuzz/fuzz.h"

static char path[] = "/tmp/tdkt-fuzz-XXXXXX";
static int file; /* kept open: opening it empty each time would wait for the disk */

static int sound(const struct flow *flow)
{
    unsigned starts = 0, ends = 0;

    for (unsigned i = 0; i < flow->states; i++) {
        starts += flow->state[i].start;
        ends += flow->state[i].final;
    }
    for (unsigned i = 0; i < flow->actions; i++)
        if (flow_state(flow, flow->action[i].to) == NULL || flow->action[i].roles == 0)
            return 0;
    return starts == 1 && ends > 0;
}

static int one(const char *bytes, size_t len)
{
    struct pool *pool = pool_new("fuzz", 8 << 20);
    struct err e = ERR_INIT;
    struct flow *flow;
    enum outcome out;
    int good;

    if (pwrite(file, bytes, len, 0) != (ssize_t)len || ftruncate(file, (off_t)len) != 0)
        exit(1);
    out = flow_load(pool, path, &flow, &e);
    if (out == OUT_OK)
        good = sound(flow);
    else
        good = out == OUT_INVALID && strncmp(e.text, path, strlen(path)) == 0;
    pool_free(pool);
    return good;
}

int main(int argc, char **argv)
{
    int result;

    file = mkstemp(path);
    if (file < 0)
        return 1;
    xml_init();
    result = fuzz_main(argc, argv, "flow", one);
    unlink(path);
    return result;
}
