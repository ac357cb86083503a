#!/bin/bash
# The demonstration province: a start that fails leaves no server running, and two that make the same copy side by side both serve.
set -u

top=${top_srcdir:-$(cd "$(dirname "$0")/../.." && pwd)}
build=${top_builddir:-$top/build}
work=$(mktemp -d)
province=$top/conf/local/province.sh
n=0
trap '"$province" stop "$work/one"; "$province" stop "$work/two"; rm -rf "$work"' EXIT

ok() {
    local what=$1
    shift
    n=$((n + 1))
    if "$@"; then
        echo "ok $n - $what"
    else
        echo "not ok $n - $what"
    fi
}
# Processes that name the folder; whoever looks does not.
running() {
    echo "$work/$1/" > "$work/wanted"
    grep -lFf "$work/wanted" /proc/[0-9]*/cmdline 2> /dev/null | wc -l
}
refused() { ! "$province" start "$work/$1" "$work/build-$1" > "$work/log" 2>&1; }
serves() { curl -s -o /dev/null -w '%{http_code}' "$(sed -n 's/^TDKT_URL=//p' "$work/$1/env")/login" | grep -qx 200; }

# A build that cannot load anything; and one whose service does not start.
for one in load serve; do
    mkdir -p "$work/build-$one/fcgi"
done
printf '#!/bin/sh\nexit 1\n' > "$work/build-load/fcgi/tdkt"
ln -s "$build/fcgi/tdkt" "$work/build-serve/fcgi/tdkt"
printf '#!/bin/sh\nexit 1\n' > "$work/build-serve/fcgi/tdktd"
chmod +x "$work/build-load/fcgi/tdkt" "$work/build-serve/fcgi/tdktd"

export TDKT_CACHE=$work/cache # nothing is kept there yet
cache=$TDKT_CACHE
ok "a province that cannot be loaded is no success" refused load
ok "and nothing of it runs" test "$(running load)" = 0
"$province" start "$work/one" "$build" > "$work/log-one" 2>&1 &
first=$!
"$province" start "$work/two" "$build" > "$work/log-two" 2>&1
second=$?
wait $first
first=$?
ok "two that start side by side both end well" test "$first $second" = "0 0"
ok "and both serve" eval 'serves one && serves two'
ok "by processes of their own" test "$(running one)" -gt 2
ok "nothing half made is left behind" test -z "$(find "$cache" -maxdepth 1 -name 'making-*')"
ok "a service that does not start is no success" refused serve
ok "and nothing of it runs" test "$(running serve)" = 0
ok "what was stopped is gone" eval '"$province" stop "$work/one"; test "$(running one)" = 0'
echo "1..$n"
