#include "tests/unit/read_fields.h"

#include <stdio.h>
#include <string.h>

#include "fcgi/form.h"

#define NAMES_MAX 100

static char names[NAMES_MAX][32];
static unsigned count;

void read_fields_forget(void)
{
    count = 0;
}

bool read_fields_has(const char *name)
{
    for (unsigned i = 0; i < count; i++)
        if (strcmp(names[i], name) == 0)
            return true;
    return false;
}

static void note(const char *name)
{
    if (!read_fields_has(name) && count < NAMES_MAX)
        snprintf(names[count++], sizeof names[0], "%s", name);
}

#define WRAP(RESULT, READER)                                                                       \
    RESULT __real_##READER(const struct form *form, const char *name);                             \
    RESULT __wrap_##READER(const struct form *form, const char *name);                             \
    RESULT __wrap_##READER(const struct form *form, const char *name)                              \
    {                                                                                              \
        note(name);                                                                                \
        return __real_##READER(form, name);                                                        \
    }

WRAP(const char *, form_text)
WRAP(int64_t, form_int)
WRAP(int64_t, form_int_if)
WRAP(date_t, form_date)
WRAP(bool, form_bool)
WRAP(const struct form_file *, form_file)

unsigned __real_form_ids(const struct form *form, const char *name, const int64_t **out);
unsigned __wrap_form_ids(const struct form *form, const char *name, const int64_t **out);
unsigned __wrap_form_ids(const struct form *form, const char *name, const int64_t **out)
{
    note(name);
    return __real_form_ids(form, name, out);
}

int64_t __real_form_int_for(const struct form *form, const char *prefix, int64_t id);
int64_t __wrap_form_int_for(const struct form *form, const char *prefix, int64_t id);
int64_t __wrap_form_int_for(const struct form *form, const char *prefix, int64_t id)
{
    note(prefix);
    return __real_form_int_for(form, prefix, id);
}
