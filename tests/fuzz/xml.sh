#!/bin/sh
# Replays the corpus of the XML parsers.
exec "$top_builddir/tests/fuzz/fuzz_xml" "$top_srcdir"/tests/fuzz/xml/*
