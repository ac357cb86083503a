#include "fcgi/route.h"

#include "fcgi/on_system.h"
#include "fcgi/on_unit.h"

/* A page that is read. */
#define PAGE(PATH, PERMISSION, FIELDS, RUN, SHEET)                                           \
    {.method = METHOD_GET, .path = PATH, .permission = PERMISSION, .mode = DB_READ,          \
     .body = BODY_NONE, .fields = FIELDS, .run = RUN, .sheet = SHEET}

/* What a program asks about this process. */
#define PROBE(PATH, RUN)                                                                     \
    {.method = METHOD_GET, .path = PATH, .permission = PERM_ANYBODY, .mode = DB_READ,        \
     .body = BODY_NONE, .run = RUN, .bare = true}

static const struct field units_query[] = {
    {.name = "q", .type = FIELD_TEXT, .max = 100},
    {.name = NULL},
};

const struct route routes[] = {
    PROBE("/healthz", on_healthz),
    PROBE("/readyz", on_readyz),
    PAGE("/units", PERM_READ_UNITS, units_query, on_units, "units"),
};

const unsigned routes_count = sizeof routes / sizeof routes[0];
