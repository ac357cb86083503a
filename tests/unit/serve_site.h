/* A site of a few routes around the request loop, with a scripted database (fake_store.h). */
#ifndef TDKT_TEST_SERVE_SITE_H
#define TDKT_TEST_SERVE_SITE_H

#include <stdbool.h>

#include "fcgi/serve.h"

#define ONCE "onceCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCC"
#define POSTED "csrf=" FAKE_CSRF "&once=" ONCE
#define SESSION "HTTP_COOKIE=tdkt=" FAKE_TOKEN

extern struct serve_site {
    struct pool *pool;
    struct conf conf;
    struct app app;
    char answer[1 << 20];
    unsigned handled;
    enum outcome outcome;   /* of the handler that makes a thing */
    const char *key;
} site;

/* Messages and sheets of tests/unit/site; ends the process when they cannot be loaded. */
void site_load(void);

/* Asks; answers the status.  extra: further variables, one per line. */
int ask_for(const char *method, const char *uri, const char *body, const char *extra);

#endif
