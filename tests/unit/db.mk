check_PROGRAMS += tests/unit/test_classify
TESTS += tests/unit/test_classify
tests_unit_test_classify_SOURCES = tests/unit/test_classify.c
tests_unit_test_classify_LDADD = $(DB_LIBS) $(CMOCKA_LIBS)

# What the maker of statements refuses.
TESTS += tests/unit/statements.sh
EXTRA_DIST += tests/unit/statements.sh
