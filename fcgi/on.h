/* Every handler of the route table.  A handler reads or writes inside the transaction it is given, may be run twice, and writes no
 * output: it fills the page's document and the call's answers. */
#ifndef TDKT_FCGI_ON_H
#define TDKT_FCGI_ON_H

#include "fcgi/call.h"

/* on_login.c */
enum outcome on_login_page(struct call *c, struct err *e);
enum outcome on_login_ask(struct call *c, struct err *e);
enum outcome on_login(struct call *c, struct err *e);
enum outcome on_login_portal(struct call *c, struct err *e);
enum outcome on_logout(struct call *c, struct err *e);
/* on_session.c */
enum outcome on_session_list(struct call *c, struct err *e);
enum outcome on_session_close(struct call *c, struct err *e);
enum outcome on_capacity(struct call *c, struct err *e);
/* on_home.c */
enum outcome on_home(struct call *c, struct err *e);
/* on_unit.c */
enum outcome on_unit_list(struct call *c, struct err *e);
enum outcome on_unit_get(struct call *c, struct err *e);
/* on_person.c */
enum outcome on_person_list(struct call *c, struct err *e);
enum outcome on_person_get(struct call *c, struct err *e);
/* on_campaign.c */
enum outcome on_campaign_list(struct call *c, struct err *e);
enum outcome on_campaign_get(struct call *c, struct err *e);
/* on_nomination.c */
enum outcome on_nomination_list(struct call *c, struct err *e);
enum outcome on_nomination_get(struct call *c, struct err *e);
enum outcome on_nomination_new(struct call *c, struct err *e);
enum outcome on_nomination_create(struct call *c, struct err *e);
enum outcome on_nomination_change(struct call *c, struct err *e);
/* on_nominee.c */
enum outcome on_nominee_add(struct call *c, struct err *e);
enum outcome on_nominee_get(struct call *c, struct err *e);
enum outcome on_nominee_change(struct call *c, struct err *e);
enum outcome on_nominee_remove(struct call *c, struct err *e);
/* on_file.c: before the transaction of each form with a file */
enum outcome on_file_scan(struct call *c, struct err *e);

/* on_evidence.c */
enum outcome on_evidence_add(struct call *c, struct err *e);
enum outcome on_evidence_again(struct call *c, struct err *e);
enum outcome on_evidence_get(struct call *c, struct err *e);
enum outcome on_evidence_remove(struct call *c, struct err *e);
/* on_rows.c */
enum outcome on_rows(struct call *c, struct err *e);
enum outcome on_rows_page(struct call *c, struct err *e);
/* on_act.c */
enum outcome on_act_page(struct call *c, struct err *e);
enum outcome on_act(struct call *c, struct err *e);
/* on_import.c */
enum outcome on_import_page(struct call *c, struct err *e);
enum outcome on_import(struct call *c, struct err *e);
enum outcome on_import_xlsx(struct call *c, struct err *e);
enum outcome on_import_csv(struct call *c, struct err *e);
/* on_decision.c */
enum outcome on_decision_list(struct call *c, struct err *e);
enum outcome on_decision_get(struct call *c, struct err *e);
/* on_number.c */
enum outcome on_number_list(struct call *c, struct err *e);
enum outcome on_number_get(struct call *c, struct err *e);
enum outcome on_number_correct(struct call *c, struct err *e);
/* on_paper.c */
enum outcome on_nomination_paper(struct call *c, struct err *e);
enum outcome on_decision_paper(struct call *c, struct err *e);
enum outcome on_register_paper(struct call *c, struct err *e);
enum outcome on_table21_paper(struct call *c, struct err *e);
/* on_award.c */
enum outcome on_award_list(struct call *c, struct err *e);
enum outcome on_award_export(struct call *c, struct err *e);
/* on_statistics.c */
enum outcome on_statistics(struct call *c, struct err *e);
/* on_role.c */
enum outcome on_role_list(struct call *c, struct err *e);
enum outcome on_role_grant(struct call *c, struct err *e);
enum outcome on_role_revoke(struct call *c, struct err *e);
/* on_audit.c */
enum outcome on_audit_list(struct call *c, struct err *e);

#endif
