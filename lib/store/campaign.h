/* Campaigns: the list with what is left of each allotment, and one campaign whole. */
#ifndef TDKT_STORE_CAMPAIGN_H
#define TDKT_STORE_CAMPAIGN_H

#include "lib/core/quota.h"
#include "lib/db/db.h"
#include "lib/store/viewer.h"
#include "lib/xml/doc.h"

/* So many campaigns, or dossiers of one, are shown at once. */
#define CAMPAIGNS_PART 50

/* <campaigns>; year 0 and state "" are any. */
enum outcome campaign_list_read(struct db_tx *tx, struct doc *doc, int year, const char *state,
                                int64_t from, struct err *e) TDKT_MUST_USE;

/* <campaign> with rounds, targets, criteria, quota, children, and the dossiers the viewer may see. */
enum outcome campaign_read(struct db_tx *tx, struct doc *doc, const struct viewer *viewer,
                           int64_t id, int64_t from, struct err *e) TDKT_MUST_USE;

/* <campaign> rows that may be nominated for, with what is left of each. */
enum outcome campaign_open_read(struct db_tx *tx, struct doc *doc, struct err *e) TDKT_MUST_USE;

/* INVALID (key "campaign.closed") when the campaign cannot be nominated for. */
struct campaign_face {
    const char *name, *method;
};
enum outcome campaign_face_of(struct db_tx *tx, struct pool *pool, int64_t id,
                              struct campaign_face *out, struct err *e) TDKT_MUST_USE;

/* Limits and use of a campaign, counting one dossier that may not be submitted yet (0: none). */
enum outcome campaign_quota_of(struct db_tx *tx, int64_t campaign_id, int64_t nomination_id,
                               struct quota *out, struct err *e) TDKT_MUST_USE;

/* Makes whoever else counts this campaign's allotment wait for the end of the transaction. */
enum outcome campaign_hold(struct db_tx *tx, int64_t campaign_id, struct err *e) TDKT_MUST_USE;

/* The four figures as attributes of the open element; limits that are not stated are left out. */
void quota_attrs(struct doc *doc, const struct quota *quota);

#endif
