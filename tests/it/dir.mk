# lib/dir against private directories; run by tests/it/run, not by `make check`
check_PROGRAMS += tests/it/test_dir
tests_it_test_dir_SOURCES = tests/it/test_dir.c tests/it/directory.c tests/it/directory.h
tests_it_test_dir_LDADD = $(DIR_LIBS) $(CMOCKA_LIBS)

# sessions, slowed logins and people from the directory, in lib/store on a private MariaDB
check_PROGRAMS += tests/it/test_identity
tests_it_test_identity_SOURCES = tests/it/test_identity.c $(it_database)
tests_it_test_identity_CFLAGS = $(it_db_cflags)
tests_it_test_identity_LDADD = $(STORE_LIBS) $(CMOCKA_LIBS)
