/* What is said to one directory server, from inside the child. */
#ifndef TDKT_DIR_TALK_H
#define TDKT_DIR_TALK_H

#include "lib/dir/child.h"

enum talk_ask { TALK_UNSET = 0, TALK_LOGIN, TALK_LIST, TALK_CHECK };

struct talk {
    enum talk_ask ask;
    const struct dir_settings *dir;
    const char *uri;
    const char *login;             /* TALK_LOGIN */
    const struct secret *password;
};

/* A child_body; ctx begins with a struct talk. */
enum outcome talk_body(void *ctx, int to, struct frame_end *end, struct err *e) TDKT_MUST_USE;

#endif
