# The admin command.
bin_PROGRAMS += fcgi/tdkt
fcgi_tdkt_SOURCES = \
	fcgi/cmd.c fcgi/cmd.h \
	fcgi/cmd_config.c \
	fcgi/cmd_migrate.c \
	fcgi/settings.c fcgi/settings.h \
	fcgi/tdkt.c
fcgi_tdkt_LDADD = $(CONF_LIBS) $(DB_LIBS)
