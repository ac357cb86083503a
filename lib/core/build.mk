noinst_LIBRARIES += lib/core/libcore.a
lib_core_libcore_a_SOURCES =
