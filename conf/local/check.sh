# Every test there is, and one line about all of them.
# shellcheck shell=bash

passed=0
failed=0
skipped=0

# suite NAME COMMAND ...: its TAP lines are counted; what went wrong is shown.
suite() {
    local name=$1 log=$var/log/check-$1.log code=0
    shift
    printf '%-12s' "$name" >&2
    "$@" > "$log" 2>&1 < /dev/null || code=$?
    count_tap "$log" $code
}

# count_tap LOG CODE: what a suite wrote and how it ended.
count_tap() {
    local log=$1 code=$2 ok wrong left
    ok=$(grep -cE '^ok [0-9]+' "$log" || true)
    left=$(grep -cE '^ok [0-9]+.*# *SKIP' "$log" || true)
    wrong=$(grep -cE '^not ok [0-9]+' "$log" || true)
    # A suite that says nothing has asked nothing.
    if [ "$wrong" -eq 0 ] && { [ $code -ne 0 ] || [ "$ok" -eq 0 ]; }; then
        wrong=1
        say "ended with $code; the end of $log:"
        tail -n 20 "$log" >&2
    fi
    tally $((ok - left)) "$wrong" "$left" "$log"
}

# tally PASSED FAILED SKIPPED LOG ...: counts, and shows what the logs say of the failures.
tally() {
    passed=$((passed + $1))
    failed=$((failed + $2))
    skipped=$((skipped + $3))
    say "$1 passed, $2 failed$([ "$3" -eq 0 ] || echo ", $3 skipped")"
    [ "$2" -eq 0 ] || awk '/^not ok/ { show = 1; print; next } !/^#/ { show = 0 } show' "${@:4}" | head -n 60 >&2
}

# `make check` writes what each program said to a .trs beside its log.
unit_suite() {
    local folder=$1 log=$var/log/check-unit.log code=0 results
    printf '%-12s' unit >&2
    find "$folder" -name '*.trs' -delete
    make -C "$folder" -k -j "$(nproc)" check > "$log" 2>&1 < /dev/null || code=$?
    results=$(find "$folder" -name '*.trs' -exec sed -n 's/^:test-result: \([A-Z]*\).*/\1/p' {} +)
    count() { grep -cE "^($1)\$" <<< "$results" || true; }
    local wrong
    wrong=$(count 'FAIL|ERROR|XPASS')
    if [ $code -ne 0 ] && [ "$wrong" -eq 0 ]; then
        wrong=1
        tail -n 20 "$log" >&2
    fi
    local logs
    mapfile -t logs < <(grep -lE '^:test-result: (FAIL|ERROR)' -r --include='*.trs' "$folder" | sed 's/trs$/log/')
    tally "$(count 'PASS|XFAIL')" "$wrong" "$(count SKIP)" "${logs[@]}" "$log"
}

# playwright-core and axe-core, at the versions of the lock file.
browser_tools() {
    local folder=$top/tests/browser
    [ "$folder/node_modules/.package-lock.json" -nt "$folder/package-lock.json" ] && return
    say "Fetching what the browser tests need (npm ci)"
    npm ci --prefix "$folder" --ignore-scripts --no-audit --no-fund > "$var/log/npm.log" 2>&1 < /dev/null || return
    touch "$folder/node_modules/.package-lock.json"
}

browser_suite() {
    if browser_tools; then
        suite browser tests/browser/run
    else
        say "browser      npm ci failed: $(tail -n 3 "$var/log/npm.log")"
        failed=$((failed + 1))
    fi
}

# The tour, then the browser: on one new copy of the province, the tour first because it counts from nothing.
site_suites() {
    start_new_copy "$var/copy-check" "$1"
    export TDKT_URL TDKT_FOLDER TDKT_PASSWORD TDKT_BUILD TDKT_TOP=$top
    suite tour walk
    browser_suite
    stop_copies
    unset TDKT_URL TDKT_FOLDER TDKT_PASSWORD # what is tested next starts its own
}

coverage() {
    local report="gcovr -r $top --object-directory $1 --exclude-unreachable-branches --exclude-throw-branches"
    say ""
    say "Branches of lib/core:"
    $report --filter "$top/lib/core/" --branches --print-summary "$1" | grep -E '^branches' >&2
    say "Lines of the rest:"
    $report --filter "$top/lib/" --filter "$top/fcgi/" --exclude "$top/lib/core/" --print-summary "$1" | grep -E '^lines' >&2
    say "By file: $var/log/coverage.txt"
    $report --filter "$top/lib/" --filter "$top/fcgi/" "$1" > "$var/log/coverage.txt"
}

# suites FOLDER [OPTION ...]: built so, everything is run on it.
suites() {
    local folder=$var/$1
    build "$@"
    [ "$1" != build-coverage ] || find "$folder" -name '*.gcda' -delete
    unit_suite "$folder"
    suite integration tests/it/run --build "$folder"
    site_suites "$folder"
}

# mutants [AREA|known] [N]: small defects are sown; the tests must find them. It takes long, so it is shown as it goes.
mutants() {
    local log=$var/log/check-mutants${1:+-$1}.log code=0
    make_configure
    node tests/mutants/run.mjs "$@" 2>&1 < /dev/null | tee "$log" >&2 || code=${PIPESTATUS[0]}
    printf '%-12s' mutants >&2
    count_tap "$log" "$code"
}

# Judges from outside that no test asks yet: named, so that nobody believes they were asked.
referees() {
    local name why
    while read -r name why; do
        say "$(printf '%-12s' "$name")skipped: $why"
        skipped=$((skipped + 1))
    done << 'LIST'
fop no Apache FOP sets the papers; they are judged as documents, as HTML and as Chromium prints them
libreoffice no LibreOffice opens the workbooks that are written, or writes those that are read
samba no Samba serves as Active Directory; what such a directory answers is played
portal no real portal signs anybody on; nginx says who it is, as the portal would
galera no Galera cluster; one MariaDB stands for it
LIST
}

check() {
    local mode=${1:-}
    [ $# -eq 0 ] || shift
    case $mode in
    "" | --sanitize | --coverage | --full) [ $# -eq 0 ] || die "unknown argument: $1" ;;
    --mutants) ;;
    *) die "unknown argument: $mode" ;;
    esac
    prepare conf/local/packages-check
    [ "$mode" != --coverage ] || install_packages conf/local/packages-coverage
    case $mode in
    "") suites build-check --enable-werror ;;
    --sanitize) suites build-sanitize --enable-werror --enable-sanitizers ;;
    --coverage) suites build-coverage --enable-werror --enable-coverage && coverage "$var/build-coverage" ;;
    --mutants) mutants "$@" ;;
    --full)
        suites build-check --enable-werror
        say "Under the address and undefined-behaviour sanitizers:"
        suites build-sanitize --enable-werror --enable-sanitizers
        say "With defects sown:"
        mutants
        mutants known
        referees
        ;;
    esac
    echo "$passed passed, $failed failed$([ $skipped -eq 0 ] || echo ", $skipped skipped")"
    [ $failed -eq 0 ]
}
