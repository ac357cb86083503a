noinst_LIBRARIES += lib/dir/libdir.a
lib_dir_libdir_a_SOURCES = \
	lib/dir/child.c lib/dir/child.h \
	lib/dir/dir.c lib/dir/dir.h \
	lib/dir/filter.c lib/dir/filter.h \
	lib/dir/graph.c lib/dir/graph.h \
	lib/dir/group.c lib/dir/group.h \
	lib/dir/link.c lib/dir/link.h \
	lib/dir/search.c lib/dir/search.h \
	lib/dir/talk.c lib/dir/talk.h \
	lib/dir/verdict.c lib/dir/verdict.h
lib_dir_libdir_a_CFLAGS = $(AM_CFLAGS) $(LDAP_CFLAGS)
DIR_LIBS = lib/dir/libdir.a $(LDAP_LIBS) $(BASE_LIBS)
