# Sourced by quickstart and its parts; needs $top.
# shellcheck shell=bash

var=$top/var
# nginx and slapd are unpacked there when the system has none: an installed package would start a service.
programs=$var/programs
export PATH=$PATH:/usr/sbin:/sbin:$programs/usr/sbin
export TDKT_CACHE=${TDKT_CACHE:-$var/cache}
# Vietnamese is UTF-8 everywhere, also where no language is set (a service, a bare machine).
export LC_ALL=C.UTF-8

say() {
    printf '%s\n' "$*" >&2
}

die() {
    say "quickstart: $*"
    exit 1
}

# Runs a command with its output in a log of var/log; shows the end of it when it fails.
logged() {
    local log=$var/log/$1
    shift
    mkdir -p "$var/log"
    if ! "$@" > "$log" 2>&1 < /dev/null; then
        tail -n 40 "$log" >&2
        die "failed: $* (all of it: $log)"
    fi
}
