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
check_PROGRAMS += tests/unit/test_group
TESTS += tests/unit/test_group
tests_unit_test_group_SOURCES = tests/unit/test_group.c
tests_unit_test_group_CFLAGS = $(AM_CFLAGS) $(LDAP_CFLAGS)
tests_unit_test_group_LDADD = lib/dir/libdir.a $(LDAP_LIBS) $(BASE_LIBS) $(CMOCKA_LIBS)
# The library and the search are made up; the group's own file is the one under test.
tests_unit_test_group_LDFLAGS = $(AM_LDFLAGS) -Wl,--wrap=search_run -Wl,--wrap=entry_text -Wl,--wrap=ldap_get_dn \
	-Wl,--wrap=ldap_first_attribute -Wl,--wrap=ldap_next_attribute -Wl,--wrap=ldap_get_values_len -Wl,--wrap=ldap_value_free_len
