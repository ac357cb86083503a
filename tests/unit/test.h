/* What every unit test includes: cmocka in the order it needs. */
#ifndef TDKT_TEST_H
#define TDKT_TEST_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#endif
