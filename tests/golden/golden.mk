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
	tests/golden/form/danh-sach--decision-1-draft.html \
	tests/golden/form/danh-sach--decision-14.html \
	tests/golden/form/danh-sach--proposal-unit-14.html \
	tests/golden/form/giay-khen--decision-1-draft.html \
	tests/golden/form/giay-khen--decision-14.html \
	tests/golden/form/giay-khen--decision-campaign-year.html \
	tests/golden/form/giay-khen--decision-mixed.html \
	tests/golden/form/quyet-dinh--decision-1-draft.html \
	tests/golden/form/quyet-dinh--decision-14.html \
	tests/golden/form/quyet-dinh--decision-mixed.html \
	tests/golden/form/quyet-dinh--decision-no-bonus.html \
	tests/golden/form/so-khen-thuong--register-4.html \
	tests/golden/form/to-trinh--proposal-prime-minister-1.html \
	tests/golden/form/to-trinh--proposal-province-3.html \
	tests/golden/form/to-trinh--proposal-unit-14.html
PAPER_RECORDS = \
	tests/data/form/decision-1-draft.xml \
	tests/data/form/decision-14.xml \
	tests/data/form/decision-campaign-year.xml \
	tests/data/form/decision-mixed.xml \
	tests/data/form/decision-no-bonus.xml \
	tests/data/form/proposal-prime-minister-1.xml \
	tests/data/form/proposal-province-3.xml \
	tests/data/form/proposal-unit-14.xml \
	tests/data/form/register-4.xml \
	tests/data/form/table21-rachgia.xml

# every page from document to HTML
TESTS += tests/golden/page/page.sh
EXTRA_DIST += \
	$(PAGE_GOLDENS) \
	$(PAGE_SAMPLES) \
	tests/data/page/README.md \
	tests/golden/accept \
	tests/golden/page/english-words \
	tests/golden/page/page.sh \
	tests/golden/page/texts.xsl
PAGE_GOLDENS = \
	tests/golden/page/act.html \
	tests/golden/page/act-issue.html \
	tests/golden/page/act-issue-many.html \
	tests/golden/page/act-record.html \
	tests/golden/page/act-record-long.html \
	tests/golden/page/act-result.html \
	tests/golden/page/act-return.html \
	tests/golden/page/audit.html \
	tests/golden/page/awards.html \
	tests/golden/page/campaign.html \
	tests/golden/page/campaigns.html \
	tests/golden/page/decision.html \
	tests/golden/page/decisions.html \
	tests/golden/page/home.html \
	tests/golden/page/home-director.html \
	tests/golden/page/home-staff.html \
	tests/golden/page/login-empty.html \
	tests/golden/page/login.html \
	tests/golden/page/login-refused.html \
	tests/golden/page/message-busy.html \
	tests/golden/page/message-dossier.html \
	tests/golden/page/message-file.html \
	tests/golden/page/message-posted.html \
	tests/golden/page/message-moved.html \
	tests/golden/page/message.html \
	tests/golden/page/message-unavailable.html \
	tests/golden/page/nomination.html \
	tests/golden/page/nomination-director.html \
	tests/golden/page/nomination-draft.html \
	tests/golden/page/nomination-import.html \
	tests/golden/page/nomination-long.html \
	tests/golden/page/nomination-paper-refused.html \
	tests/golden/page/nomination-import-fits.html \
	tests/golden/page/nomination-import-preview.html \
	tests/golden/page/nomination-import-problems.html \
	tests/golden/page/nomination-new.html \
	tests/golden/page/nominations.html \
	tests/golden/page/nominations-empty.html \
	tests/golden/page/nominee-paper-refused.html \
	tests/golden/page/nominee-returned.html \
	tests/golden/page/nominee.html \
	tests/golden/page/people.html \
	tests/golden/page/person.html \
	tests/golden/page/roles.html \
	tests/golden/page/rows.html \
	tests/golden/page/sessions.html \
	tests/golden/page/statistics.html \
	tests/golden/page/unit.html \
	tests/golden/page/units.html
PAGE_SAMPLES = \
	tests/data/page/act.xml \
	tests/data/page/act-issue.xml \
	tests/data/page/act-issue-many.xml \
	tests/data/page/act-record.xml \
	tests/data/page/act-record-long.xml \
	tests/data/page/act-result.xml \
	tests/data/page/act-return.xml \
	tests/data/page/audit.xml \
	tests/data/page/awards.xml \
	tests/data/page/campaign.xml \
	tests/data/page/campaigns.xml \
	tests/data/page/decision.xml \
	tests/data/page/decisions.xml \
	tests/data/page/home.xml \
	tests/data/page/home-director.xml \
	tests/data/page/home-staff.xml \
	tests/data/page/login-empty.xml \
	tests/data/page/login.xml \
	tests/data/page/login-refused.xml \
	tests/data/page/message-busy.xml \
	tests/data/page/message-dossier.xml \
	tests/data/page/message-file.xml \
	tests/data/page/message-posted.xml \
	tests/data/page/message-moved.xml \
	tests/data/page/message.xml \
	tests/data/page/message-unavailable.xml \
	tests/data/page/nomination.xml \
	tests/data/page/nomination-director.xml \
	tests/data/page/nomination-draft.xml \
	tests/data/page/nomination-import.xml \
	tests/data/page/nomination-long.xml \
	tests/data/page/nomination-paper-refused.xml \
	tests/data/page/nomination-import-fits.xml \
	tests/data/page/nomination-import-preview.xml \
	tests/data/page/nomination-import-problems.xml \
	tests/data/page/nomination-new.xml \
	tests/data/page/nominations.xml \
	tests/data/page/nominations-empty.xml \
	tests/data/page/nominee-paper-refused.xml \
	tests/data/page/nominee-returned.xml \
	tests/data/page/nominee.xml \
	tests/data/page/people.xml \
	tests/data/page/person.xml \
	tests/data/page/roles.xml \
	tests/data/page/rows.xml \
	tests/data/page/sessions.xml \
	tests/data/page/statistics.xml \
	tests/data/page/unit.xml \
	tests/data/page/units.xml
