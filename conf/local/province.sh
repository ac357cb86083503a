#!/bin/bash
# The demonstration province: all servers of one copy, private, in one folder.
#   province.sh start FOLDER BUILD [PORT]   makes the copy when it is not there, serves, writes FOLDER/env (TDKT_URL ...)
#   province.sh stop FOLDER                 stops every process of it
#   province.sh accounts                    the table of demonstration accounts
# A copy that was loaded is kept in var/cache, so that the next one is made in a second. A change of the sample, the
# schema or the law makes a new one.
set -euo pipefail

top=$(cd "$(dirname "$0")/../.." && pwd)
# shellcheck source=conf/local/common.sh
. "$top/conf/local/common.sh"
sample=$top/conf/sample
service_dn="cn=tdkt,ou=services,dc=syt,dc=example"

accounts() {
    awk -f "$sample/fields.awk" -f "$sample/accounts.awk" -v want=table "$sample/accounts.csv"
    echo "  password of all: thidua-2026"
}

# Changes when the data that would be loaded change.
stamp() {
    {
        date +%Y
        cd "$top"
        cat conf/sample/*.csv conf/sample/*.awk conf/sample/*.sql conf/sample/*.ldif conf/sample/make.sh \
            conf/law/*.xml sql/migrate/*.sql sql/grants.sql
    } | sha256sum | cut -c1-16
}

write_conf() {
    # shellcheck disable=SC1091
    . "$folder/ldap/env"
    mkdir -p "$folder/files"
    cat > "$folder/tdkt.conf" << CONF
[server]
listen = $folder/tdktd.sock
workers = 2
data_dir = $top
files_dir = $folder/files
[database]
socket = $folder/mariadb.sock
user = tdkt_app
name = tdkt
password_file = $folder/app.password
[ldap]
uris = $LDAP_URI
base = ou=people,$LDAP_BASE
group_base = ou=groups,$LDAP_BASE
bind_dn = $service_dn
password_file = $folder/ldap.password
tls_ca = $LDAP_CA
[session]
cookie_secure = no
CONF
}

start_directory() {
    local salt
    if [ ! -s "$folder/ldap.password" ]; then
        (umask 077 && od -An -N24 -tx1 /dev/urandom | tr -d ' \n' > "$folder/ldap.password")
    fi
    if [ ! -s "$folder/sample/directory.ldif" ]; then
        salt=$(od -An -N4 -tx1 /dev/urandom | tr -d ' \n')
        "$sample/make.sh" "$folder/sample" "{SSHA}$({
            { cat "$folder/ldap.password"; printf %s "$salt"; } | openssl dgst -sha1 -binary
            printf %s "$salt"
        } | base64 -w0)"
    fi
    "$top/conf/local/slapd.sh" start "$folder/ldap" "$folder/sample/directory.ldif" < /dev/null
}

owner_sql() {
    mariadb --no-defaults --socket="$folder/mariadb.sock" --user=tdkt_owner \
        --password="$(cat "$folder/owner.password")" tdkt
}

tdkt() {
    "$build/fcgi/tdkt" --config "$folder/tdkt.conf" "$@"
}

load() {
    say "Loading the demonstration province"
    tdkt migrate --owner-user tdkt_owner --owner-password-file "$folder/owner.password"
    tdkt law load
    for list in units people campaigns awards; do
        tdkt import "$list" "$folder/sample/$list.csv"
    done
    owner_sql < "$folder/sample/province.sql"
    tdkt ldap-sync --yes | tail -n 1
}

# What a loaded copy consists of.
parts="mariadb owner.password app.password ldap.password sample"

keep() {
    local kept=$TDKT_CACHE/province-$1 made old
    "$top/conf/local/mariadb.sh" stop "$folder"
    mkdir -p "$TDKT_CACHE"
    for old in "$TDKT_CACHE"/province-*; do
        [ "$old" = "$kept" ] || rm -rf "$old"
    done
    find "$TDKT_CACHE" -maxdepth 1 -name 'making-*' -mmin +60 -exec rm -rf {} + # of a start that was killed
    made=$(mktemp -d "$TDKT_CACHE/making-XXXXXX")
    for part in $parts; do
        cp -a "$folder/$part" "$made/$part"
    done
    mv -T "$made" "$kept" 2> /dev/null || rm -rf "$made" # another start has kept the same meanwhile
    "$top/conf/local/mariadb.sh" start "$folder" > /dev/null
}

# Everything of an older copy goes, or nothing is there yet.
make_copy() {
    local kept=$TDKT_CACHE/province-$1
    rm -rf "$folder"
    mkdir -p "$folder"
    if [ -d "$kept" ]; then
        for part in $parts; do
            cp -a "$kept/$part" "$folder/$part"
        done
        echo "$1" > "$folder/loaded"
    fi
}

# Paths of sockets may not be longer than 107 bytes: a folder deep down is reached by a short way.
short_way() {
    mkdir -p "$1"
    folder=$(cd "$1" && pwd)
    [ ${#folder} -gt 80 ] || return 0
    local way
    way=$(mktemp -d /tmp/tdkt-XXXXXX)
    ln -s "$folder" "$way/p"
    folder=$way/p
}

start_service() {
    rm -f "$folder/tdktd.sock"
    "$build/fcgi/tdktd" --config "$folder/tdkt.conf" > /dev/null 2>> "$folder/tdktd.log" < /dev/null &
    echo $! > "$folder/tdktd.pid"
    disown
    for _ in $(seq 100); do
        [ -S "$folder/tdktd.sock" ] && return
        kill -0 "$(cat "$folder/tdktd.pid")" 2> /dev/null || break
        sleep 0.05
    done
    tail -n 20 "$folder/tdktd.log" >&2
    die "tdktd did not start"
}

start() {
    local want port=${3:-}
    want=$(stamp)
    started=$1
    trap 'code=$?; wait; stop "$started" || true; exit $code' EXIT # wherever we fail, nothing stays running
    build=$(cd "$2" && pwd)
    stop "$1" # what a machine that went down, or a kill, left behind
    if [ "$(cat "$1/loaded" 2> /dev/null)" != "$want" ]; then
        folder=$1 make_copy "$want"
    fi
    short_way "$1"
    echo "TDKT_FOLDER=$folder" > "$folder/env" # for stop
    "$top/conf/local/mariadb.sh" start "$folder" > /dev/null &
    start_directory
    wait $!
    write_conf
    if [ ! -f "$folder/loaded" ]; then
        load > "$folder/load.log" 2>&1 || { tail -n 20 "$folder/load.log" >&2; die "the province was not loaded"; }
        keep "$want"
        echo "$want" > "$folder/loaded"
    else
        tdkt migrate --owner-user tdkt_owner --owner-password-file "$folder/owner.password" > "$folder/load.log"
    fi
    start_service
    "$top/conf/local/nginx.sh" start "$folder" "$folder/tdktd.sock" ${port:+"$port"} > /dev/null
    {
        cat "$folder/nginx.env"
        echo "TDKT_FOLDER=$folder"
        echo "TDKT_BUILD=$build"
        echo "TDKT_PASSWORD=thidua-2026"
    } > "$folder/env.new"
    mv "$folder/env.new" "$folder/env"
    trap - EXIT
}

stop() {
    local pid way
    [ -d "$1" ] || return 0
    folder=$(sed -n 's/^TDKT_FOLDER=//p' "$1/env" 2> /dev/null || true)
    [ -d "$folder" ] || folder=$(cd "$1" && pwd)
    "$top/conf/local/nginx.sh" stop "$folder" || true
    if pid=$(cat "$folder/tdktd.pid" 2> /dev/null) && grep -q tdktd "/proc/$pid/cmdline" 2> /dev/null; then
        kill "$pid" 2> /dev/null || true
        for _ in $(seq 100); do
            grep -qs . "/proc/$pid/cmdline" || break
            sleep 0.05
        done
        kill -9 "$pid" 2> /dev/null || true
    fi
    rm -f "$folder/tdktd.pid"
    "$top/conf/local/slapd.sh" stop "$folder/ldap" || true
    "$top/conf/local/mariadb.sh" stop "$folder" || true
    way=$(dirname "$folder")
    case $way in /tmp/tdkt-??????) rm -f "$folder"; rmdir "$way" ;; esac
    rm -f "$1/env"
}

case ${1:-} in
start) start "$2" "$3" "${4:-}" ;;
stop) stop "$2" ;;
accounts) accounts ;;
*) sed -n '3,5s/^# \{0,1\}//p' "$0" >&2; exit 64 ;;
esac
