# The admin command.
bin_PROGRAMS += fcgi/tdkt
fcgi_tdkt_SOURCES = \
	fcgi/cmd.c fcgi/cmd.h \
	fcgi/cmd_audit.c \
	fcgi/cmd_config.c \
	fcgi/cmd_doctor.c \
	fcgi/cmd_import.c \
	fcgi/cmd_law.c \
	fcgi/cmd_ldap_sync.c \
	fcgi/cmd_migrate.c \
	fcgi/entry.c fcgi/entry.h \
	fcgi/import_file.c fcgi/import_file.h \
	fcgi/messages.c fcgi/messages.h \
	fcgi/settings.c fcgi/settings.h \
	fcgi/tdkt.c
fcgi_tdkt_LDADD = $(STORE_LIBS) $(CONF_LIBS) $(DIR_LIBS) $(SCAN_LIBS) $(CORE_LIBS) $(TABLE_LIBS)

# The service: everything but main() is an archive, so that tests can link it with their own routes and fakes.
noinst_LIBRARIES += fcgi/libfcgi.a
fcgi_libfcgi_a_SOURCES = \
	fcgi/act.c fcgi/turn.h \
	fcgi/answer.c \
	fcgi/app.c fcgi/app.h \
	fcgi/asset.c fcgi/asset.h \
	fcgi/generation.c fcgi/generation.h \
	fcgi/call.c fcgi/call.h \
	fcgi/chances.c fcgi/chances.h \
	fcgi/choices.c fcgi/choices.h \
	fcgi/door.c fcgi/door.h \
	fcgi/dossier.c fcgi/dossier.h \
	fcgi/dossier_page.c \
	fcgi/words.c fcgi/words.h \
	fcgi/award_query.h fcgi/statistics_query.h \
	fcgi/on.h \
	fcgi/record.c fcgi/record.h \
	fcgi/step.c fcgi/step.h \
	fcgi/step_effect.c \
	fcgi/step_page.c fcgi/step_page.h \
	fcgi/step_rows.c fcgi/step_rows.h \
	fcgi/on_act.c \
	fcgi/on_audit.c \
	fcgi/on_award.c \
	fcgi/on_campaign.c \
	fcgi/on_decision.c \
	fcgi/on_evidence.c \
	fcgi/agent.c fcgi/agent.h \
	fcgi/on_file.c \
	fcgi/on_home.c \
	fcgi/on_import.c \
	fcgi/on_login.c \
	fcgi/on_session.c \
	fcgi/on_nomination.c \
	fcgi/nominee_form.c fcgi/nominee_form.h fcgi/on_nominee.c fcgi/on_nominee_change.c \
	fcgi/on_number.c \
	fcgi/on_paper.c \
	fcgi/on_person.c \
	fcgi/on_role.c \
	fcgi/on_rows.c \
	fcgi/on_statistics.c \
	fcgi/cookie.c fcgi/cookie.h \
	fcgi/entry.c fcgi/entry.h \
	fcgi/form.c fcgi/form.h fcgi/form_parse.h \
	fcgi/form_check.c fcgi/form_own.h \
	fcgi/guard.c fcgi/guard.h \
	fcgi/import_file.c fcgi/import_file.h \
	fcgi/keep.c \
	fcgi/listen.c fcgi/listen.h \
	fcgi/login_gate.c fcgi/login_gate.h \
	fcgi/master.c fcgi/master.h \
	fcgi/messages.c fcgi/messages.h \
	fcgi/multipart.c \
	fcgi/notify.c fcgi/notify.h \
	fcgi/page.c fcgi/page.h \
	fcgi/pairs.c fcgi/pairs.h \
	fcgi/request.c fcgi/request.h \
	fcgi/response.c fcgi/response.h \
	fcgi/router.c fcgi/router.h \
	fcgi/serve.c fcgi/serve.h \
	fcgi/settings.c fcgi/settings.h \
	fcgi/sheets.c fcgi/sheets.h \
	fcgi/todo.c fcgi/todo.h \
	fcgi/wire.c fcgi/wire.h \
	fcgi/worker.c fcgi/worker.h \
	fcgi/on_system.c fcgi/on_system.h \
	fcgi/on_unit.c \
	fcgi/routes.c fcgi/route.h
fcgi_libfcgi_a_CFLAGS = $(AM_CFLAGS) $(FCGI_CFLAGS)
$(fcgi_libfcgi_a_OBJECTS): lib/db/statements.h

FCGI_ALL_LIBS = fcgi/libfcgi.a lib/store/libstore.a lib/core/libcore.a lib/db/libdb.a \
	lib/dir/libdir.a lib/scan/libscan.a lib/conf/libconf.a lib/table/libtable.a lib/xml/libxml.a $(BASE_LIBS) \
	$(FCGI_LIBS) $(MARIADB_LIBS) $(LDAP_LIBS) $(XML_LIBS) $(ZIP_LIBS) $(XLSXWRITER_LIBS) -lm

sbin_PROGRAMS += fcgi/tdktd
fcgi_tdktd_SOURCES = fcgi/main.c
fcgi_tdktd_LDADD = $(FCGI_ALL_LIBS)
