noinst_LIBRARIES += lib/conf/libconf.a
lib_conf_libconf_a_SOURCES = lib/conf/conf.c lib/conf/conf.h lib/conf/key.c lib/conf/key.h lib/conf/show.c
CONF_LIBS = lib/conf/libconf.a $(BASE_LIBS)
