/* The page of a step before it is taken. */
#ifndef TDKT_FCGI_STEP_PAGE_H
#define TDKT_FCGI_STEP_PAGE_H

#include "fcgi/step.h"

/* <act> with what will happen in numbers, rows that go on and rows that do not and why, and what the step needs. */
enum outcome step_write(struct call *c, const struct step *s, struct err *e) TDKT_MUST_USE;

/* The day the page was asked for; when it comes back the day that was typed in that field; else today. */
date_t step_day(const struct call *c, const char *field);

/* needs="reason capacity ..." on the open element, when there are any. */
void step_write_needs(struct call *c, unsigned needs);

#endif
