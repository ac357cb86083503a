# `make bench`: the register page against a bare loop; needs nginx, MariaDB, node and ab (conf/local/packages).
EXTRA_PROGRAMS = tests/bench/floor
tests_bench_floor_SOURCES = tests/bench/floor.c
tests_bench_floor_CFLAGS = $(AM_CFLAGS) $(FCGI_CFLAGS) $(MARIADB_CFLAGS) $(XML_CFLAGS)
tests_bench_floor_LDADD = lib/db/libdb.a $(BASE_LIBS) $(FCGI_LIBS) $(MARIADB_LIBS) $(XML_LIBS)
$(tests_bench_floor_OBJECTS): lib/db/statements.h
CLEANFILES += tests/bench/floor
EXTRA_DIST += tests/bench/bench.mjs

bench: all tests/bench/floor
	top_srcdir='$(abs_top_srcdir)' top_builddir='$(abs_top_builddir)' $(NODE) $(srcdir)/tests/bench/bench.mjs
.PHONY: bench
