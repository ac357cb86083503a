#include "lib/core/council.h"

enum outcome council_quorum(const struct ballot *ballot, struct err *e)
{
    if (ballot->members < 1 || ballot->present < 0 || ballot->written < 0 ||
        ballot->present + ballot->written > ballot->members) {
        err_set(e, OUT_INVALID, "council.members", "%d present and %d written of %d members",
                ballot->present, ballot->written, ballot->members);
        err_arg_int(e, "present", ballot->present);
        err_arg_int(e, "written", ballot->written);
        err_arg_int(e, "members", ballot->members);
        return OUT_INVALID;
    }
    /* VOTE-1: two thirds present; written opinions do not make a quorum. */
    if (3 * ballot->present < 2 * ballot->members) {
        err_set(e, OUT_INVALID, "council.quorum", "%d present of %d members", ballot->present,
                ballot->members);
        err_arg_int(e, "present", ballot->present);
        err_arg_int(e, "members", ballot->members);
        err_arg_int(e, "needed", (2 * ballot->members + 2) / 3);
        return OUT_INVALID;
    }
    return OUT_OK;
}

enum outcome council_counts(const struct ballot *ballot, int yes, int no, struct err *e)
{
    int voters = ballot->present + ballot->written;

    if (yes >= 0 && no >= 0 && yes + no <= voters)
        return OUT_OK;
    err_set(e, OUT_INVALID, "council.counts", "%d yes and %d no from %d voters", yes, no, voters);
    err_arg_int(e, "yes", yes);
    err_arg_int(e, "no", no);
    err_arg_int(e, "voters", voters);
    return OUT_INVALID;
}

int council_needed(const struct ballot *ballot, struct law_vote vote)
{
    /* VOTE-2 to VOTE-4: of all members; who is absent without an opinion has not said yes. */
    if (vote.all_members)
        return (vote.percent * ballot->members + 99) / 100;
    /* VOTE-7: more than half; whoever gave an opinion in writing took part. */
    return (ballot->present + ballot->written) / 2 + 1;
}

bool council_passed(const struct ballot *ballot, struct law_vote vote, int yes)
{
    return yes >= council_needed(ballot, vote);
}
