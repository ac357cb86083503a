/* Units. */
#ifndef TDKT_FCGI_ON_UNIT_H
#define TDKT_FCGI_ON_UNIT_H

#include "fcgi/call.h"

enum outcome on_units(struct call *c, struct err *e) TDKT_MUST_USE;

#endif
