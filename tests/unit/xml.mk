check_PROGRAMS += tests/unit/test_doc tests/unit/test_tree tests/unit/test_rule \
	tests/unit/test_schema tests/unit/test_sheet tests/unit/test_stream
TESTS += tests/unit/test_doc tests/unit/test_tree tests/unit/test_rule \
	tests/unit/test_schema tests/unit/test_sheet tests/unit/test_stream
tests_unit_test_doc_SOURCES = tests/unit/test_doc.c
tests_unit_test_doc_LDADD = $(DOC_LIBS) $(CMOCKA_LIBS)
tests_unit_test_tree_SOURCES = tests/unit/test_tree.c
tests_unit_test_tree_LDADD = $(DOC_LIBS) $(CMOCKA_LIBS)
tests_unit_test_rule_SOURCES = tests/unit/test_rule.c tests/unit/within.h
tests_unit_test_rule_LDADD = $(DOC_LIBS) $(CMOCKA_LIBS)
tests_unit_test_schema_SOURCES = tests/unit/test_schema.c
tests_unit_test_schema_LDADD = $(DOC_LIBS) $(CMOCKA_LIBS)
tests_unit_test_sheet_SOURCES = tests/unit/test_sheet.c tests/unit/within.h
tests_unit_test_sheet_LDADD = $(DOC_LIBS) $(CMOCKA_LIBS)
tests_unit_test_stream_SOURCES = tests/unit/test_stream.c
tests_unit_test_stream_LDADD = $(DOC_LIBS) $(CMOCKA_LIBS)
EXTRA_DIST += tests/data/xml/unit.rng tests/data/xml/wrong.rng
