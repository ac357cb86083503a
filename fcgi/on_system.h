/* Is the process alive, and could it answer a page? For the load balancer and the operator. */
#ifndef TDKT_FCGI_ON_SYSTEM_H
#define TDKT_FCGI_ON_SYSTEM_H

#include "fcgi/call.h"

enum outcome on_healthz(struct call *c, struct err *e) TDKT_MUST_USE;
enum outcome on_readyz(struct call *c, struct err *e) TDKT_MUST_USE;

#endif
