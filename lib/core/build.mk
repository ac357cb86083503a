noinst_LIBRARIES += lib/core/libcore.a
lib_core_libcore_a_SOURCES = \
	lib/core/capacity.c lib/core/capacity.h \
	lib/core/chain.c lib/core/chain.h \
	lib/core/chance.c lib/core/chance.h \
	lib/core/cite.c lib/core/cite.h \
	lib/core/correction.c lib/core/correction.h \
	lib/core/council.c lib/core/council.h \
	lib/core/flow.c lib/core/flow_load.c lib/core/flow.h \
	lib/core/gate.c lib/core/gate.h \
	lib/core/law.c lib/core/law_check.c lib/core/law_load.c lib/core/law_money.c \
	lib/core/law_read.c lib/core/law_rules.c lib/core/law.h lib/core/regime.h \
	lib/core/nominee.c lib/core/nominee.h \
	lib/core/number.c lib/core/number.h \
	lib/core/papers.c lib/core/papers.h \
	lib/core/place.c lib/core/place.h \
	lib/core/download.c lib/core/download.h \
	lib/core/prize.c lib/core/prize.h \
	lib/core/quota.c lib/core/quota.h \
	lib/core/recipients.c lib/core/recipients.h \
	lib/core/role.c lib/core/role.h \
	lib/core/room.c lib/core/room.h \
	lib/core/row.c lib/core/row.h \
	lib/core/service.c lib/core/service.h \
	lib/core/source.c lib/core/source.h \
	lib/core/standing.c lib/core/standing.h \
	lib/core/sync.c lib/core/sync.h \
	lib/core/table21.c lib/core/table21.h \
	lib/core/title.c lib/core/title.h
lib_core_libcore_a_CFLAGS = $(AM_CFLAGS)
# The pure parts need no more than this.
CORE_PURE_LIBS = lib/core/libcore.a $(BASE_LIBS)
# With the law and flow files, which are documents.
CORE_LIBS = lib/core/libcore.a $(DOC_LIBS)
