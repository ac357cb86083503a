BASE_TESTS = tests/unit/test_pool tests/unit/test_utf8 tests/unit/test_vi tests/unit/test_num \
	tests/unit/test_date tests/unit/test_log tests/unit/test_secret \
	tests/unit/test_fatal tests/unit/test_hash
check_PROGRAMS += $(BASE_TESTS)
TESTS += $(BASE_TESTS)
tests_unit_test_fatal_SOURCES = tests/unit/test_fatal.c
tests_unit_test_fatal_LDADD = $(BASE_LIBS) $(CMOCKA_LIBS)
tests_unit_test_pool_SOURCES = tests/unit/test_pool.c
tests_unit_test_pool_LDADD = $(BASE_LIBS) $(CMOCKA_LIBS)
tests_unit_test_pool_LDFLAGS = $(AM_LDFLAGS) -Wl,--wrap=free
tests_unit_test_utf8_SOURCES = tests/unit/test_utf8.c tests/unit/vietnamese.h
tests_unit_test_utf8_LDADD = $(BASE_LIBS) $(CMOCKA_LIBS)
tests_unit_test_vi_SOURCES = tests/unit/test_vi.c tests/unit/vietnamese.h
tests_unit_test_vi_LDADD = $(BASE_LIBS) $(CMOCKA_LIBS)
tests_unit_test_num_SOURCES = tests/unit/test_num.c
tests_unit_test_num_LDADD = $(BASE_LIBS) $(CMOCKA_LIBS)
tests_unit_test_date_SOURCES = tests/unit/test_date.c
tests_unit_test_date_LDADD = $(BASE_LIBS) $(CMOCKA_LIBS)
tests_unit_test_log_SOURCES = tests/unit/test_log.c
tests_unit_test_log_LDADD = $(BASE_LIBS) $(CMOCKA_LIBS)
tests_unit_test_secret_SOURCES = tests/unit/test_secret.c
tests_unit_test_secret_LDADD = $(BASE_LIBS) $(CMOCKA_LIBS)
tests_unit_test_hash_SOURCES = tests/unit/test_hash.c
tests_unit_test_hash_LDADD = $(BASE_LIBS) $(CMOCKA_LIBS)
