# tests of core
check_PROGRAMS += tests/unit/test_role tests/unit/test_council tests/unit/test_quota tests/unit/test_number
TESTS += tests/unit/test_role tests/unit/test_council tests/unit/test_quota tests/unit/test_number
tests_unit_test_role_SOURCES = tests/unit/test_role.c tests/unit/lines.h
tests_unit_test_role_LDADD = $(CORE_PURE_LIBS) $(CMOCKA_LIBS)
tests_unit_test_council_SOURCES = tests/unit/test_council.c tests/unit/lines.h
tests_unit_test_council_LDADD = $(CORE_PURE_LIBS) $(CMOCKA_LIBS)
tests_unit_test_quota_SOURCES = tests/unit/test_quota.c
tests_unit_test_quota_LDADD = $(CORE_PURE_LIBS) $(CMOCKA_LIBS)
tests_unit_test_number_SOURCES = tests/unit/test_number.c
tests_unit_test_number_LDADD = $(CORE_PURE_LIBS) $(CMOCKA_LIBS)
EXTRA_DIST += tests/data/permissions.csv tests/data/ballots.csv
check_PROGRAMS += tests/unit/test_capacity
TESTS += tests/unit/test_capacity
tests_unit_test_capacity_SOURCES = tests/unit/test_capacity.c
tests_unit_test_capacity_LDADD = $(CORE_PURE_LIBS) $(CMOCKA_LIBS)
