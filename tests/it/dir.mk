# lib/dir against private directories; run by tests/it/run, not by `make check`
check_PROGRAMS += tests/it/test_dir
tests_it_test_dir_SOURCES = tests/it/test_dir.c tests/it/directory.c tests/it/directory.h
tests_it_test_dir_LDADD = $(DIR_LIBS) $(CMOCKA_LIBS)
