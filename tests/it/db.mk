# lib/db against a private MariaDB; run by tests/it/run, not by `make check`
it_database = tests/it/database.c tests/it/database.h tests/it/side.c tests/it/side.h
it_db_cflags = $(AM_CFLAGS) $(MARIADB_CFLAGS)

check_PROGRAMS += tests/it/test_db
tests_it_test_db_SOURCES = tests/it/test_db.c $(it_database)
tests_it_test_db_CFLAGS = $(it_db_cflags)
tests_it_test_db_LDADD = $(DB_LIBS) $(CMOCKA_LIBS)

check_PROGRAMS += tests/it/test_statements
tests_it_test_statements_SOURCES = tests/it/test_statements.c $(it_database)
tests_it_test_statements_CFLAGS = $(it_db_cflags)
tests_it_test_statements_LDADD = $(DB_LIBS) $(CMOCKA_LIBS)

check_PROGRAMS += tests/it/test_faults
tests_it_test_faults_SOURCES = tests/it/test_faults.c $(it_database)
tests_it_test_faults_CFLAGS = $(it_db_cflags)
tests_it_test_faults_LDADD = $(DB_LIBS) $(CMOCKA_LIBS)

check_PROGRAMS += tests/it/test_plans
tests_it_test_plans_SOURCES = tests/it/test_plans.c $(it_database)
tests_it_test_plans_CFLAGS = $(it_db_cflags)
tests_it_test_plans_LDADD = $(STORE_LIBS) $(CMOCKA_LIBS)

EXTRA_DIST += tests/it/run tests/it/test_tdkt.sh tests/it/test_province.sh tests/data/db

# what people and units with known histories may reach next
check_PROGRAMS += tests/it/test_chance
tests_it_test_chance_SOURCES = tests/it/test_chance.c tests/unit/lines.h $(it_database)
tests_it_test_chance_CFLAGS = $(it_db_cflags)
tests_it_test_chance_LDADD = $(STORE_LIBS) $(CMOCKA_LIBS)
EXTRA_DIST += tests/data/chance/expected.csv tests/data/chance/histories.sql

check_PROGRAMS += tests/it/test_audit
tests_it_test_audit_SOURCES = tests/it/test_audit.c $(it_database)
tests_it_test_audit_CFLAGS = $(it_db_cflags) $(XML_CFLAGS)
tests_it_test_audit_LDADD = $(STORE_LIBS) $(CMOCKA_LIBS)

# what the statements and lib/store answer and change: tables of calls on two hospitals
check_PROGRAMS += tests/it/test_rows
tests_it_test_rows_SOURCES = tests/it/test_rows.c tests/it/rows/rows.h tests/it/rows/cases.c tests/it/rows/picture.c \
	tests/it/rows/statement.c tests/it/rows/calls_dossier.c tests/it/rows/calls_nominee.c tests/it/rows/calls_decision.c tests/it/rows/calls_number.c \
	tests/it/rows/calls_award.c tests/it/rows/calls_people.c tests/it/rows/calls_unit.c tests/it/rows/calls_identity.c \
	tests/it/rows/calls_law.c tests/it/rows/many.c tests/unit/lines.h $(it_database)
tests_it_test_rows_CFLAGS = $(it_db_cflags) $(XML_CFLAGS)
tests_it_test_rows_LDADD = $(STORE_LIBS) $(CMOCKA_LIBS)
EXTRA_DIST += tests/data/rows
