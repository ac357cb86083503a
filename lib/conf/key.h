/* Within lib/conf only: the table of keys. */
#ifndef TDKT_CONF_KEY_H
#define TDKT_CONF_KEY_H

#include <stddef.h>

enum conf_type {
    CONF_TEXT = 1,
    CONF_INT,
    CONF_CHOICE, /* one of choices, which are separated by spaces */
    CONF_SECRET, /* name of a file that only its owner can read, or empty */
    CONF_SITE    /* scheme and host as a browser says them in Origin, or empty */
};

struct conf_key {
    const char *section, *key;
    enum conf_type type;
    size_t at;           /* offset in struct conf */
    const char *initial; /* the default as it would be written */
    int min, max;        /* of CONF_INT; of CONF_TEXT min 1: not empty */
    const char *choices; /* of CONF_CHOICE */
    const char *sentence;
};

/* Keys of a section stand together. */
extern const struct conf_key conf_keys[];
extern const unsigned conf_keys_count;

#endif
