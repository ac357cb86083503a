/* The gate before the directory: places that are taken and given back without a lock, so that a worker that is killed
 * inside holds up nobody. */
#include "lib/core/gate.h"

/* Nobody waits behind a login that takes longer than this many times the usual; within these bounds.  The last worker that
 * is free waits for the least of them: a page should be there within 200 ms. */
#define PATIENCE_TIMES 3
#define PATIENCE_LEAST_MS 150
#define PATIENCE_FIRST_MS 1000
#define PATIENCE_MOST_MS 2000

/* No answer for so long is silence, not a refusal. */
#define SILENCE_MS 1000
/* After it everybody is told at once for so long, or twice as long as it was waited for. */
#define SILENT_LEAST_MS 10000

/* Who was turned away because of the others. */
#define BUSY_SECONDS 5

unsigned gate_places(int workers)
{
    unsigned half = workers > 1 ? (unsigned)workers / 2 : 1;

    return half < GATE_PLACES ? half : GATE_PLACES;
}

static int64_t patience(const struct gate *gate)
{
    int64_t usual = atomic_load(&gate->usual_ms), longest = PATIENCE_TIMES * usual;

    if (usual == 0)
        return PATIENCE_FIRST_MS;
    if (longest < PATIENCE_LEAST_MS)
        return PATIENCE_LEAST_MS;
    return longest < PATIENCE_MOST_MS ? longest : PATIENCE_MOST_MS;
}

static bool take(struct gate *gate, unsigned i, int64_t process, int64_t now_ms)
{
    int64_t nobody = 0;

    if (!atomic_compare_exchange_strong(&gate->place[i].holder, &nobody, process))
        return false;
    atomic_store(&gate->place[i].since_ms, now_ms);
    return true;
}

static void give_back(struct gate *gate, unsigned i)
{
    atomic_store(&gate->place[i].since_ms, 0);
    atomic_store(&gate->place[i].holder, 0);
}

static bool anybody_inside(const struct gate *gate)
{
    for (unsigned i = 0; i < GATE_PLACES; i++)
        if (atomic_load(&gate->place[i].holder) != 0)
            return true;
    return false;
}

/* Is this process one of the few that may wait as long as is usual, or can it become one? */
static bool patient(struct gate *gate, int64_t process, int few)
{
    for (int i = 0; i < few && i < GATE_PLACES; i++)
        if (atomic_load(&gate->waiting[i]) == process)
            return true;
    for (int i = 0; i < few && i < GATE_PLACES; i++) {
        int64_t nobody = 0;

        if (atomic_compare_exchange_strong(&gate->waiting[i], &nobody, process))
            return true;
    }
    return false;
}

static void waits_no_more(struct gate *gate, int64_t process)
{
    for (unsigned i = 0; i < GATE_PLACES; i++)
        if (atomic_load(&gate->waiting[i]) == process)
            atomic_store(&gate->waiting[i], 0);
}

/* Somebody comes out soon, as far as one can tell. */
static bool moves(const struct gate *gate, unsigned places, int64_t longest, int64_t now_ms)
{
    for (unsigned i = 0; i < places; i++) {
        int64_t since = atomic_load(&gate->place[i].since_ms);

        if (since == 0 || now_ms - since < longest)
            return true;
    }
    return false;
}

static enum gate_answer enter(struct gate *gate, int64_t process, int workers, int64_t waited_ms,
                              int64_t now_ms)
{
    unsigned places = gate_places(workers);
    int64_t longest;

    if (now_ms < atomic_load(&gate->silent_until_ms))
        return !anybody_inside(gate) && take(gate, 0, process, now_ms) ? GATE_IN : GATE_SILENT;
    for (unsigned i = 0; i < places; i++)
        if (take(gate, i, process, now_ms))
            return GATE_IN;
    longest = patient(gate, process, workers - (int)places - 1) ? patience(gate) : PATIENCE_LEAST_MS;
    return waited_ms < longest && moves(gate, places, longest, now_ms) ? GATE_WAIT : GATE_BUSY;
}

enum gate_answer gate_enter(struct gate *gate, int64_t process, int workers, int64_t waited_ms,
                            int64_t now_ms)
{
    enum gate_answer answer = enter(gate, process, workers, waited_ms, now_ms);

    if (answer != GATE_WAIT)
        waits_no_more(gate, process);
    return answer;
}

static void note(struct gate *gate, int64_t took_ms, bool answered, int64_t now_ms)
{
    int64_t usual = atomic_load(&gate->usual_ms);
    int64_t silent = 2 * took_ms > SILENT_LEAST_MS ? 2 * took_ms : SILENT_LEAST_MS;

    if (answered) {
        usual = usual == 0 ? took_ms : (7 * usual + took_ms) / 8;
        atomic_store(&gate->usual_ms, usual > 0 ? usual : 1);
        atomic_store(&gate->silent_until_ms, 0);
    } else if (took_ms >= SILENCE_MS) {
        atomic_store(&gate->silent_until_ms, now_ms + silent);
    }
}

void gate_leave(struct gate *gate, int64_t process, bool answered, int64_t now_ms)
{
    for (unsigned i = 0; i < GATE_PLACES; i++) {
        int64_t since = atomic_load(&gate->place[i].since_ms);

        if (atomic_load(&gate->place[i].holder) != process)
            continue;
        if (since > 0)
            note(gate, now_ms - since, answered, now_ms);
        give_back(gate, i);
    }
}

void gate_forget(struct gate *gate, int64_t process, int64_t now_ms)
{
    gate_leave(gate, process, false, now_ms);
    waits_no_more(gate, process);
}

int64_t gate_seconds(const struct gate *gate, int64_t now_ms)
{
    int64_t left = atomic_load(&gate->silent_until_ms) - now_ms;

    return left > 0 ? (left + 999) / 1000 : BUSY_SECONDS;
}
