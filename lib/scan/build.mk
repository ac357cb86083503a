noinst_LIBRARIES += lib/scan/libscan.a
lib_scan_libscan_a_SOURCES = lib/scan/scan.c lib/scan/scan.h
lib_scan_libscan_a_CFLAGS = $(AM_CFLAGS)
SCAN_LIBS = lib/scan/libscan.a $(BASE_LIBS)
