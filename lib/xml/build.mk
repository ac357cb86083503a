noinst_LIBRARIES += lib/xml/libxml.a
lib_xml_libxml_a_SOURCES = \
	lib/xml/doc.c lib/xml/doc.h \
	lib/xml/init.c lib/xml/internal.h \
	lib/xml/load.c \
	lib/xml/rule.c lib/xml/rule.h \
	lib/xml/schema.c lib/xml/schema.h \
	lib/xml/sheet.c lib/xml/sheet.h \
	lib/xml/stream.c lib/xml/stream.h \
	lib/xml/tree.c lib/xml/tree.h
lib_xml_libxml_a_CFLAGS = $(AM_CFLAGS) $(XML_CFLAGS)
DOC_LIBS = lib/xml/libxml.a $(BASE_LIBS) $(XML_LIBS)
