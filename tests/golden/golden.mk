# tests of golden

# every paper from record to HTML
TESTS += tests/golden/form/paper.sh tests/golden/test_paper
check_PROGRAMS += tests/golden/test_paper
tests_golden_test_paper_SOURCES = tests/golden/test_paper.c
tests_golden_test_paper_LDADD = $(DOC_LIBS) $(CMOCKA_LIBS)

# every page from document to HTML, and whether a sample takes every branch of a sheet
TESTS += tests/golden/page/page.sh tests/golden/branches.sh

# Whole folders: a new sample and its golden are named nowhere else.
EXTRA_DIST += tests/data/form tests/data/page tests/golden/form tests/golden/page tests/it/test_print.sh \
	tests/golden/accept tests/golden/branches.sh tests/golden/branches.awk tests/golden/branches-apart
