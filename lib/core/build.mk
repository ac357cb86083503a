noinst_LIBRARIES += lib/core/libcore.a
lib_core_libcore_a_SOURCES = \
	lib/core/council.c lib/core/council.h \
	lib/core/flow.c lib/core/flow_load.c lib/core/flow.h \
	lib/core/number.c lib/core/number.h \
	lib/core/quota.c lib/core/quota.h \
	lib/core/role.c lib/core/role.h \
	lib/core/sync.c lib/core/sync.h
lib_core_libcore_a_CFLAGS = $(AM_CFLAGS)
# The pure parts need no more than this.
CORE_PURE_LIBS = lib/core/libcore.a $(BASE_LIBS)
