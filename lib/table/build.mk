noinst_LIBRARIES += lib/table/libtable.a
lib_table_libtable_a_SOURCES = \
	lib/table/csv.c lib/table/csv.h \
	lib/table/package.c lib/table/package.h \
	lib/table/read.c \
	lib/table/rows.c lib/table/rows.h \
	lib/table/sheet.c \
	lib/table/strings.c \
	lib/table/styles.c \
	lib/table/table.h \
	lib/table/write.c \
	lib/table/xlsx.c lib/table/xlsx.h
lib_table_libtable_a_CFLAGS = $(AM_CFLAGS) $(ZIP_CFLAGS) $(XLSXWRITER_CFLAGS)
TABLE_LIBS = lib/table/libtable.a lib/xml/libxml.a $(ZIP_LIBS) $(XLSXWRITER_LIBS) $(XML_LIBS) -lm $(BASE_LIBS)
