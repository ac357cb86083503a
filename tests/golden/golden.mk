# tests of golden

# every paper from record to HTML
TESTS += tests/golden/form/paper.sh tests/golden/test_paper
check_PROGRAMS += tests/golden/test_paper
tests_golden_test_paper_SOURCES = tests/golden/test_paper.c
tests_golden_test_paper_LDADD = $(DOC_LIBS) $(CMOCKA_LIBS)
EXTRA_DIST += \
	$(PAPER_GOLDENS) \
	$(PAPER_RECORDS) \
	tests/data/form/dates \
	tests/golden/form/cases \
	tests/golden/form/paper.sh \
	tests/it/test_print.sh
PAPER_GOLDENS = \
	tests/golden/form/bang-21-cot--table21-rachgia.html \
	tests/golden/form/danh-sach--decision-14.html \
	tests/golden/form/danh-sach--proposal-unit-14.html \
	tests/golden/form/giay-khen--decision-1-draft.html \
	tests/golden/form/giay-khen--decision-14.html \
	tests/golden/form/giay-khen--decision-mixed.html \
	tests/golden/form/quyet-dinh--decision-1-draft.html \
	tests/golden/form/quyet-dinh--decision-14.html \
	tests/golden/form/quyet-dinh--decision-mixed.html \
	tests/golden/form/so-khen-thuong--register-4.html \
	tests/golden/form/to-trinh--proposal-prime-minister-1.html \
	tests/golden/form/to-trinh--proposal-province-3.html \
	tests/golden/form/to-trinh--proposal-unit-14.html
PAPER_RECORDS = \
	tests/data/form/decision-1-draft.xml \
	tests/data/form/decision-14.xml \
	tests/data/form/decision-mixed.xml \
	tests/data/form/proposal-prime-minister-1.xml \
	tests/data/form/proposal-province-3.xml \
	tests/data/form/proposal-unit-14.xml \
	tests/data/form/register-4.xml \
	tests/data/form/table21-rachgia.xml
