# Sowing defects is `./quickstart check --mutants`; `make check` only looks whether it still can.
TESTS += tests/mutants/self.sh
EXTRA_DIST += tests/mutants
