noinst_LIBRARIES += lib/base/libbase.a
lib_base_libbase_a_SOURCES = \
	lib/base/buf.c lib/base/buf.h \
	lib/base/err.c lib/base/err.h \
	lib/base/fatal.c lib/base/fatal.h \
	lib/base/pool.c lib/base/pool.h
lib_base_libbase_a_CFLAGS = $(AM_CFLAGS) $(UTF8PROC_CFLAGS) $(SODIUM_CFLAGS)
BASE_LIBS = lib/base/libbase.a $(UTF8PROC_LIBS) $(SODIUM_LIBS)
