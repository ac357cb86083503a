noinst_LIBRARIES += lib/xml/libxml.a
lib_xml_libxml_a_SOURCES =
