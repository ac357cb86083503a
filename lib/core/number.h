/* Numbers and symbols of documents (Decree 30/2020 art. 15, Appendix I and III). */
#ifndef TDKT_CORE_NUMBER_H
#define TDKT_CORE_NUMBER_H

#include "lib/base/date.h"
#include "lib/base/err.h"
#include "lib/base/pool.h"

/* 5, "QĐ", "SYT" -> "05/QĐ-SYT"; an official letter (kind "") -> "05/SYT-TCCB". */
char *number_symbol(struct pool *pool, int number, const char *kind, const char *issuer);

/* Is kind one of Appendix III? */
bool number_kind_known(const char *kind);

/* A number is dated on or after the one before it, and not in the future.  INVALID "number.order", "number.future". */
enum outcome number_date(date_t day, date_t last, date_t today, struct err *e) TDKT_MUST_USE;

#endif
