check_PROGRAMS += tests/unit/test_classify
TESTS += tests/unit/test_classify
tests_unit_test_classify_SOURCES = tests/unit/test_classify.c
tests_unit_test_classify_LDADD = $(DB_LIBS) $(CMOCKA_LIBS)

check_PROGRAMS += tests/unit/test_script
TESTS += tests/unit/test_script
tests_unit_test_script_SOURCES = tests/unit/test_script.c
tests_unit_test_script_CFLAGS = $(AM_CFLAGS) $(MARIADB_CFLAGS)
tests_unit_test_script_LDADD = $(DB_LIBS) $(CMOCKA_LIBS)

# What the maker of statements refuses.
TESTS += tests/unit/statements.sh
EXTRA_DIST += tests/unit/statements.sh
