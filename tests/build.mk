# Every test folder has its own fragment; `make check` runs unit tests and lints.
include tests/unit/base.mk
include tests/unit/xml.mk
include tests/unit/db.mk
include tests/unit/dir.mk
include tests/unit/scan.mk
include tests/unit/core.mk
include tests/unit/conf.mk
include tests/unit/table.mk
include tests/unit/fcgi.mk
include tests/unit/sample.mk
include tests/it/dir.mk
include tests/it/db.mk
include tests/lint/lint.mk
include tests/mutants/mutants.mk
include tests/bench/bench.mk
include tests/fuzz/fuzz.mk
include tests/golden/golden.mk
