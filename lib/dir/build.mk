noinst_LIBRARIES += lib/dir/libdir.a
lib_dir_libdir_a_SOURCES =
