#include "fcgi/cookie.h"

#include <string.h>

static bool plain(const char *value, size_t len)
{
    for (size_t i = 0; i < len; i++) {
        char c = value[i];

        if (!((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
              c == '-' || c == '_' || c == '.'))
            return false;
    }
    return len > 0;
}

const char *cookie_get(struct pool *pool, const char *header, const char *name)
{
    size_t name_len = strlen(name);
    const char *found = NULL;

    while (*header) {
        size_t len = strcspn(header, ";");

        if (len > name_len && header[name_len] == '=' && strncmp(header, name, name_len) == 0) {
            const char *value = header + name_len + 1;
            size_t value_len = len - name_len - 1;

            if (found || !plain(value, value_len))
                return NULL;
            found = pool_strndup(pool, value, value_len);
        }
        header += len;
        header += strspn(header, "; ");
    }
    return found;
}

const char *cookie_make(struct pool *pool, const char *name, const char *value, bool secure,
                        int seconds)
{
    const char *age = "";

    if (!*value)
        age = "; Max-Age=0";
    else if (seconds > 0)
        age = pool_printf(pool, "; Max-Age=%d", seconds);
    /* Lax: a link from the portal or a mail opens the page logged in; posts never ride on it. */
    return pool_printf(pool, "%s=%s; Path=/; HttpOnly; SameSite=Lax%s%s", name, value,
                       secure ? "; Secure" : "", age);
}
