#include "lib/core/title.h"

#include <string.h>

#include "lib/base/vi.h"

static bool begins(const char *folded, const char *const *words)
{
    for (; *words; words++) {
        size_t len = strlen(*words);

        if (strncmp(folded, *words, len) == 0 && (folded[len] == ' ' || folded[len] == '\0'))
            return true;
    }
    return false;
}

bool title_leads(struct pool *pool, const char *title)
{
    static const char *const heads[] = {
        "giam doc", "truong phong",   "truong khoa", "truong tram", "truong ban", "truong phan vien",
        "chanh",    "chi cuc truong", "cuc truong",  "vien truong", "tram truong", "hieu truong", NULL,
    };
    /* Said so of deputies only: "phó phòng". */
    static const char *const deputies[] = {"phong", "khoa", "tram", "ban", NULL};
    const char *folded = vi_fold(pool, title);

    if (strncmp(folded, "pho ", 4) != 0)
        return begins(folded, heads);
    return begins(folded + 4, heads) || begins(folded + 4, deputies);
}
