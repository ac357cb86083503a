# lib/db against a private MariaDB; run by tests/it/run, not by `make check`
check_PROGRAMS += tests/it/test_statements
tests_it_test_statements_SOURCES = tests/it/test_statements.c tests/it/database.c tests/it/database.h
tests_it_test_statements_CFLAGS = $(AM_CFLAGS) $(MARIADB_CFLAGS)
tests_it_test_statements_LDADD = $(DB_LIBS) $(CMOCKA_LIBS)
