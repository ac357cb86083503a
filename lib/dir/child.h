/* A conversation in a child process: frames of one fixed size come back through a pipe.
 *
 * The child holds no descriptor of ours but the pipe, dies with its parent, and is killed at the
 * deadline whatever it is doing.  The parent believes nothing it reads: texts are ended, kinds are checked.
 */
#ifndef TDKT_DIR_CHILD_H
#define TDKT_DIR_CHILD_H

#include <stdint.h>

#include "lib/dir/dir.h"

enum frame_kind {
    FRAME_UNSET = 0,
    FRAME_READY,   /* connected, TLS verified, service account bound */
    FRAME_PERSON,
    FRAME_GROUP,   /* of the person before it */
    FRAME_END      /* the outcome; always the last */
};

struct frame_person {
    char id[DIR_TEXT], login[DIR_TEXT], name[DIR_TEXT], mail[DIR_TEXT];
    char staff_no[DIR_TEXT], unit[DIR_TEXT], title[DIR_TEXT];
    bool groups_complete;
};

struct frame_end {
    enum outcome code;
    char key[48];
    char text[320];
    enum dir_completeness completeness;
    unsigned skipped;
};

struct frame {
    enum frame_kind kind;
    union {
        struct frame_person person;
        char group[DIR_TEXT];
        struct frame_end end;
    };
};

/* Child's side: a frame that cannot be written ends the child. */
void frame_send(int to, const struct frame *frame);

/* What the child does; it talks through `to` and returns the outcome, which is sent for it. */
typedef enum outcome (*child_body)(void *ctx, int to, struct frame_end *end, struct err *e);

/* What the parent does with each FRAME_PERSON and FRAME_GROUP. */
typedef void (*child_frame)(void *ctx, const struct frame *frame);

struct child_job {
    child_body body;
    child_frame on_frame;
    void *ctx;
    int64_t ready_by, done_by; /* clock_ms() */
};

/* Milliseconds of a clock that only goes forward. */
int64_t clock_ms(void);

/* The child's outcome; UNAVAIL "dir.timeout" when it was killed, INTERNAL "dir.child" when it died. */
enum outcome child_run(const struct child_job *job, struct frame_end *end, struct err *e)
    TDKT_MUST_USE;

#endif
