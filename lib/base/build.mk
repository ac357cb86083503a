noinst_LIBRARIES += lib/base/libbase.a
lib_base_libbase_a_SOURCES = \
	lib/base/buf.c lib/base/buf.h \
	lib/base/date.c lib/base/date.h \
	lib/base/err.c lib/base/err.h \
	lib/base/fatal.c lib/base/fatal.h \
	lib/base/hash.c lib/base/hash.h \
	lib/base/log.c lib/base/log.h \
	lib/base/num.c lib/base/num.h \
	lib/base/pool.c lib/base/pool.h \
	lib/base/secret.c lib/base/secret.h \
	lib/base/utf8.c lib/base/utf8.h \
	lib/base/vi.c lib/base/vi.h \
	lib/base/vi_key.c \
	lib/base/vi_letter.c lib/base/vi_letter.h \
	lib/base/vi_words.c
lib_base_libbase_a_CFLAGS = $(AM_CFLAGS) $(UTF8PROC_CFLAGS) $(SODIUM_CFLAGS)
BASE_LIBS = lib/base/libbase.a $(UTF8PROC_LIBS) $(SODIUM_LIBS)
