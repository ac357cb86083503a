noinst_LIBRARIES += lib/db/libdb.a
lib_db_libdb_a_SOURCES = \
	lib/db/classify.c lib/db/classify.h \
	lib/db/connection.c lib/db/connection.h \
	lib/db/db.h \
	lib/db/grants.c \
	lib/db/migrate.c lib/db/migrate.h \
	lib/db/row.c \
	lib/db/script.c lib/db/script.h \
	lib/db/statement.c lib/db/statement.h \
	lib/db/transaction.c
nodist_lib_db_libdb_a_SOURCES = lib/db/statements.c lib/db/statements.h
lib_db_libdb_a_CFLAGS = $(AM_CFLAGS) $(MARIADB_CFLAGS)
DB_LIBS = lib/db/libdb.a $(BASE_LIBS) $(MARIADB_LIBS)

# The closed list of statements. Looked at in every run, because files are added to sql/query;
# touched only when something changed.
BUILT_SOURCES += lib/db/statements.h
CLEANFILES += lib/db/statements.h lib/db/statements.c lib/db/statements.h.new lib/db/statements.c.new
EXTRA_DIST += lib/db/statements.awk sql/query

lib/db/statements.h: lib/db/made
	@$(MKDIR_P) lib/db
	@$(AWK) -v make=header -f $(srcdir)/lib/db/statements.awk $(srcdir)/sql/query/*.sql > $@.new
	@if cmp -s $@.new $@; then rm -f $@.new; else mv $@.new $@ && echo "  MADE     $@"; fi
lib/db/statements.c: lib/db/made
	@$(MKDIR_P) lib/db
	@$(AWK) -v make=source -f $(srcdir)/lib/db/statements.awk $(srcdir)/sql/query/*.sql > $@.new
	@if cmp -s $@.new $@; then rm -f $@.new; else mv $@.new $@ && echo "  MADE     $@"; fi
$(lib_db_libdb_a_OBJECTS): lib/db/statements.h
lib/db/made:
.PHONY: lib/db/made
