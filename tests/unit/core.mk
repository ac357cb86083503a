# tests of core
check_PROGRAMS += tests/unit/test_role tests/unit/test_council tests/unit/test_quota tests/unit/test_number
TESTS += tests/unit/test_role tests/unit/test_council tests/unit/test_quota tests/unit/test_number
tests_unit_test_role_SOURCES = tests/unit/test_role.c tests/unit/lines.h
tests_unit_test_role_LDADD = $(CORE_PURE_LIBS) $(CMOCKA_LIBS)
tests_unit_test_council_SOURCES = tests/unit/test_council.c tests/unit/lines.h
tests_unit_test_council_LDADD = $(CORE_PURE_LIBS) $(CMOCKA_LIBS)
tests_unit_test_quota_SOURCES = tests/unit/test_quota.c
tests_unit_test_quota_LDADD = $(CORE_PURE_LIBS) $(CMOCKA_LIBS)
tests_unit_test_number_SOURCES = tests/unit/test_number.c tests/unit/lines.h
tests_unit_test_number_LDADD = $(CORE_PURE_LIBS) $(CMOCKA_LIBS)
check_PROGRAMS += tests/unit/test_cite
TESTS += tests/unit/test_cite
tests_unit_test_cite_SOURCES = tests/unit/test_cite.c
tests_unit_test_cite_LDADD = $(CORE_PURE_LIBS) $(CMOCKA_LIBS)

check_PROGRAMS += tests/unit/test_recipients
TESTS += tests/unit/test_recipients
tests_unit_test_recipients_SOURCES = tests/unit/test_recipients.c
tests_unit_test_recipients_LDADD = $(CORE_PURE_LIBS) $(CMOCKA_LIBS)
EXTRA_DIST += tests/data/permissions.csv tests/data/ballots.csv
check_PROGRAMS += tests/unit/test_chain
TESTS += tests/unit/test_chain
tests_unit_test_chain_SOURCES = tests/unit/test_chain.c
tests_unit_test_chain_LDADD = $(CORE_PURE_LIBS) $(CMOCKA_LIBS)
check_PROGRAMS += tests/unit/test_capacity
TESTS += tests/unit/test_capacity
tests_unit_test_capacity_SOURCES = tests/unit/test_capacity.c
tests_unit_test_capacity_LDADD = $(CORE_PURE_LIBS) $(CMOCKA_LIBS)

check_PROGRAMS += tests/unit/test_flow tests/unit/test_law tests/unit/test_table21
TESTS += tests/unit/test_flow tests/unit/test_law tests/unit/test_table21
tests_unit_test_flow_SOURCES = tests/unit/test_flow.c tests/unit/lines.h tests/unit/scratch.h
tests_unit_test_flow_LDADD = $(CORE_LIBS) $(CMOCKA_LIBS)
tests_unit_test_law_SOURCES = tests/unit/test_law.c tests/unit/lines.h
tests_unit_test_law_LDADD = $(CORE_LIBS) $(CMOCKA_LIBS)
tests_unit_test_table21_SOURCES = tests/unit/test_table21.c tests/unit/lines.h
tests_unit_test_table21_LDADD = $(CORE_LIBS) $(CMOCKA_LIBS)
EXTRA_DIST += tests/data/flow-nomination.csv tests/data/flow-nomination-guards.csv tests/data/bonuses.csv tests/data/votes.csv tests/data/bases.csv tests/data/numbers.csv \
	tests/data/counts-rachgia.csv tests/data/table21-rachgia.csv
check_PROGRAMS += tests/unit/test_law_files tests/unit/test_nominee
TESTS += tests/unit/test_law_files tests/unit/test_nominee
tests_unit_test_law_files_SOURCES = tests/unit/test_law_files.c tests/unit/scratch.h
tests_unit_test_law_files_LDADD = $(CORE_LIBS) $(CMOCKA_LIBS)
tests_unit_test_nominee_SOURCES = tests/unit/test_nominee.c
tests_unit_test_nominee_LDADD = $(CORE_LIBS) $(CMOCKA_LIBS)

check_PROGRAMS += tests/unit/test_service tests/unit/test_papers
TESTS += tests/unit/test_service tests/unit/test_papers
tests_unit_test_service_SOURCES = tests/unit/test_service.c
tests_unit_test_service_LDADD = $(CORE_PURE_LIBS) $(CMOCKA_LIBS)
tests_unit_test_papers_SOURCES = tests/unit/test_papers.c tests/unit/lines.h
tests_unit_test_papers_LDADD = $(CORE_PURE_LIBS) $(CMOCKA_LIBS)
EXTRA_DIST += tests/data/papers.csv

check_PROGRAMS += tests/unit/test_chances
TESTS += tests/unit/test_chances
tests_unit_test_chances_SOURCES = tests/unit/test_chances.c tests/unit/lines.h
tests_unit_test_chances_LDADD = $(CORE_LIBS) $(CMOCKA_LIBS)

check_PROGRAMS += tests/unit/test_prize tests/unit/test_row
TESTS += tests/unit/test_prize tests/unit/test_row
tests_unit_test_prize_SOURCES = tests/unit/test_prize.c tests/unit/lines.h
tests_unit_test_prize_LDADD = $(CORE_PURE_LIBS) $(CMOCKA_LIBS)
tests_unit_test_row_SOURCES = tests/unit/test_row.c tests/unit/lines.h
tests_unit_test_row_LDADD = $(CORE_PURE_LIBS) $(CMOCKA_LIBS)
EXTRA_DIST += tests/data/prizes.csv tests/data/rows-go-on.csv tests/data/rows-judged.csv

check_PROGRAMS += tests/unit/test_standing
TESTS += tests/unit/test_standing
tests_unit_test_standing_SOURCES = tests/unit/test_standing.c tests/unit/lines.h
tests_unit_test_standing_LDADD = $(CORE_LIBS) $(CMOCKA_LIBS)
EXTRA_DIST += tests/data/award-days.csv

check_PROGRAMS += tests/unit/test_correction
TESTS += tests/unit/test_correction
tests_unit_test_correction_SOURCES = tests/unit/test_correction.c tests/unit/lines.h
tests_unit_test_correction_LDADD = $(CORE_PURE_LIBS) $(CMOCKA_LIBS)
EXTRA_DIST += tests/data/corrections.csv
check_PROGRAMS += tests/unit/test_gate
TESTS += tests/unit/test_gate
tests_unit_test_gate_SOURCES = tests/unit/test_gate.c
tests_unit_test_gate_LDADD = $(CORE_PURE_LIBS) $(CMOCKA_LIBS)

check_PROGRAMS += tests/unit/test_place tests/unit/test_download
TESTS += tests/unit/test_place tests/unit/test_download
tests_unit_test_download_SOURCES = tests/unit/test_download.c
tests_unit_test_download_LDADD = $(CORE_PURE_LIBS) $(CMOCKA_LIBS)
tests_unit_test_place_SOURCES = tests/unit/test_place.c
tests_unit_test_place_LDADD = $(CORE_PURE_LIBS) $(CMOCKA_LIBS)
check_PROGRAMS += tests/unit/test_room
TESTS += tests/unit/test_room
tests_unit_test_room_SOURCES = tests/unit/test_room.c
tests_unit_test_room_LDADD = $(CORE_PURE_LIBS) $(CMOCKA_LIBS)
