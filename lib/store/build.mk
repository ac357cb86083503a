noinst_LIBRARIES += lib/store/libstore.a
lib_store_libstore_a_SOURCES = \
	lib/store/audit.c lib/store/audit.h \
	lib/store/audit_verify.c lib/store/audit_verify.h \
	lib/store/award.c lib/store/award.h \
	lib/store/campaign.c lib/store/campaign.h \
	lib/store/catalogue.c lib/store/catalogue.h \
	lib/store/change.c lib/store/change.h \
	lib/store/chance.c lib/store/chance.h \
	lib/store/council.c lib/store/council.h \
	lib/store/decision.c lib/store/decision.h \
	lib/store/eligibility.c lib/store/eligibility.h \
	lib/store/evidence.c lib/store/evidence.h \
	lib/store/facts.c lib/store/facts.h \
	lib/store/file.c lib/store/handout.c lib/store/file.h \
	lib/store/import.c lib/store/import.h lib/store/import_list.h \
	lib/store/import_awards.c \
	lib/store/import_campaigns.c \
	lib/store/import_columns.c \
	lib/store/import_find.c \
	lib/store/import_lookup.c lib/store/import_lookup.h \
	lib/store/import_nominees.c \
	lib/store/import_people.c \
	lib/store/import_take.c \
	lib/store/import_units.c \
	lib/store/import_write.c \
	lib/store/nomination.c lib/store/nomination.h \
	lib/store/nomination_facts.c \
	lib/store/nominee.c lib/store/nominee.h \
	lib/store/number_book.c lib/store/number_run.c lib/store/number_book.h \
	lib/store/person.c lib/store/person.h \
	lib/store/role.c lib/store/role.h \
	lib/store/rows.c lib/store/rows.h \
	lib/store/unit.c lib/store/unit.h \
	lib/store/form_token.c \
	lib/store/session.c lib/store/session.h \
	lib/store/login.c lib/store/login.h \
	lib/store/sync.c lib/store/sync.h \
	lib/store/viewer.h
$(lib_store_libstore_a_OBJECTS): lib/db/statements.h
STORE_LIBS = lib/store/libstore.a lib/core/libcore.a lib/xml/libxml.a lib/db/libdb.a $(BASE_LIBS) \
	$(MARIADB_LIBS) $(XML_LIBS)
