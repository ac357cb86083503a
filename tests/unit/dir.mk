# tests of dir
check_PROGRAMS += tests/unit/test_dir_parts
TESTS += tests/unit/test_dir_parts
tests_unit_test_dir_parts_SOURCES = tests/unit/test_dir_parts.c
tests_unit_test_dir_parts_CFLAGS = $(AM_CFLAGS) $(LDAP_CFLAGS)
tests_unit_test_dir_parts_LDADD = lib/dir/libdir.a $(LDAP_LIBS) $(BASE_LIBS) $(CMOCKA_LIBS)
check_PROGRAMS += tests/unit/test_sync
TESTS += tests/unit/test_sync
tests_unit_test_sync_SOURCES = tests/unit/test_sync.c
tests_unit_test_sync_LDADD = $(CORE_PURE_LIBS) $(CMOCKA_LIBS)
EXTRA_DIST += tests/data/sync.txt tests/data/dir tests/it/test_login.sh
check_PROGRAMS += tests/unit/test_agent
TESTS += tests/unit/test_agent
tests_unit_test_agent_SOURCES = tests/unit/test_agent.c fcgi/agent.c fcgi/agent.h
tests_unit_test_agent_LDADD = $(BASE_LIBS) $(CMOCKA_LIBS)
