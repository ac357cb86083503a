#include "fcgi/asset.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/buf.h"
#include "lib/base/secret.h"

#define DIGESTS_MAX 65536
#define VERSION_DIGITS 12

enum outcome asset_version(struct pool *pool, const char *folder, const char **out, struct err *e)
{
    struct buf *all = buf_new(pool, DIGESTS_MAX);
    char one[DIGEST_SIZE];
    struct dirent **found;
    int n = scandir(folder, &found, NULL, alphasort);
    enum outcome result = OUT_OK;

    if (n < 0)
        return err_set(e, OUT_NOTFOUND, "config.sheet", "%s: %s", folder, strerror(errno));
    for (int i = 0; i < n; i++) {
        if (result == OUT_OK && found[i]->d_name[0] != '.') {
            result = digest_file(pool_printf(pool, "%s/%s", folder, found[i]->d_name), one, e);
            buf_puts(all, one);
        }
        free(found[i]);
    }
    free(found);
    digest(all->data, all->len, one);
    *out = pool_strndup(pool, one, VERSION_DIGITS);
    return result;
}
