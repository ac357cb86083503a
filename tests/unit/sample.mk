TESTS += tests/unit/sample.sh
EXTRA_DIST += tests/unit/sample.sh
