#include "fcgi/agent.h"

#include <string.h>

struct mark {
    const char *word, *name;
};

/* In this order: every browser also says the names of those it descends from. */
static const struct mark browsers[] = {
    {"Edg/", "Edge"},         {"OPR/", "Opera"},      {"coc_coc_browser/", "Cốc Cốc"},
    {"Firefox/", "Firefox"},  {"Chrome/", "Chrome"},  {"Version/", "Safari"},
    {"curl/", "curl"},
};

static const struct mark systems[] = {
    {"Windows", "Windows"}, {"Android", "Android"}, {"iPhone", "iPhone"},
    {"iPad", "iPad"},       {"Mac OS X", "macOS"},  {"Linux", "Linux"},
};

/* Digits of a version that are shown. */
#define VERSION_MAX 8

static const char *browser(struct pool *pool, const char *user_agent)
{
    size_t digits;

    for (size_t i = 0; i < sizeof browsers / sizeof browsers[0]; i++) {
        const char *at = strstr(user_agent, browsers[i].word);

        if (!at)
            continue;
        at += strlen(browsers[i].word);
        digits = strspn(at, "0123456789");
        return pool_printf(pool, "%s %.*s", browsers[i].name,
                           (int)(digits < VERSION_MAX ? digits : VERSION_MAX), at);
    }
    return NULL;
}

const char *agent_name(struct pool *pool, const char *user_agent)
{
    const char *name = browser(pool, user_agent), *system = NULL;

    for (size_t i = 0; i < sizeof systems / sizeof systems[0] && !system; i++)
        if (strstr(user_agent, systems[i].word))
            system = systems[i].name;
    if (name && system)
        return pool_printf(pool, "%s, %s", name, system);
    if (name || system)
        return name ? name : system;
    return "Không rõ";
}
