noinst_LIBRARIES += lib/db/libdb.a
lib_db_libdb_a_SOURCES =
