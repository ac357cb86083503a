/* How many logins may wait for the directory at once, over all workers, so that one that is silent does not keep everybody
 * who is logged in from being answered.
 *
 * The gate lies in memory that the workers share; the time and the process are given, nothing is waited for here.  A
 * worker that dies inside leaves a place taken until the master, who sees it die, calls gate_forget().
 */
#ifndef TDKT_CORE_GATE_H
#define TDKT_CORE_GATE_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>

/* Half of the most workers there may be. */
#define GATE_PLACES 32

/* All zero: open, nobody inside. */
struct gate {
    struct {
        _Atomic int64_t holder;   /* a process; 0: free */
        _Atomic int64_t since_ms; /* 0: it has only just come in */
    } place[GATE_PLACES];
    _Atomic int64_t waiting[GATE_PLACES]; /* processes that wait as long as is usual */
    _Atomic int64_t usual_ms;        /* how long an answer takes of late; 0: not known */
    _Atomic int64_t silent_until_ms; /* until then the directory counts as silent */
};

enum gate_answer {
    GATE_UNSET = 0,
    GATE_IN,     /* ask the directory, then call gate_leave() */
    GATE_WAIT,   /* ask again in a moment: those inside come out soon */
    GATE_BUSY,   /* those inside have been there longer than usual: nobody waits behind them */
    GATE_SILENT, /* it has just been silent: one asks at a time, the others are told at once */
};

/* Places for logins among so many workers: at most half of them, at least one. */
unsigned gate_places(int workers);

/* May this process ask the directory?  waited_ms: how long it has heard GATE_WAIT.  All but one of the workers outside may
 * wait as long as is usual; the last one only for a moment, as whoever is logged in waits for it. */
enum gate_answer gate_enter(struct gate *gate, int64_t process, int workers, int64_t waited_ms,
                            int64_t now_ms);

/* It has asked.  answered: whatever the answer was, it came from the directory. */
void gate_leave(struct gate *gate, int64_t process, bool answered, int64_t now_ms);

/* A process that has ended is no longer inside.  One that was killed because it waited for too long has had no answer. */
void gate_forget(struct gate *gate, int64_t process, int64_t now_ms);

/* When somebody who was turned away may try again, in seconds. */
int64_t gate_seconds(const struct gate *gate, int64_t now_ms);

#endif
