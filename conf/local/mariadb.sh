#!/bin/bash
# A private MariaDB for the demonstration and the tests:
#   mariadb.sh start FOLDER     makes what is missing and starts it; prints FOLDER/mariadb.env
#   mariadb.sh stop FOLDER      stops it and waits
# Everything lies in FOLDER: data, log, socket, passwords, and the address in mariadb.env, which can be
# sourced. Accounts: tdkt_owner owns the schema, tdkt_app is the service and has no right until
# `tdkt migrate` grants it. Works as root and as an ordinary user; touches no system service.
#
# TDKT_CACHE=FOLDER keeps an empty data folder there, so that the next start need not make one.
# TDKT_MARIADB_OPTIONS="--a=b ..." are given to the server as well.
set -euo pipefail

usage() {
    sed -n '2,5s/^# \{0,1\}//p' "$0" >&2
    exit 64
}

[ $# = 2 ] || usage
mkdir -p "$2"
folder=$(cd "$2" && pwd)
data=$folder/mariadb
log=$folder/mariadb.log
socket=$folder/mariadb.sock
tmp=$folder/mariadb-tmp # another server that starts empties a shared one
pid_file=$folder/mariadb.pid

# Of the server we started here, or nothing.
running() {
    local pid
    [ -s "$pid_file" ] || return 1
    pid=$(cat "$pid_file")
    tr '\0' ' ' < "/proc/$pid/cmdline" 2> /dev/null | grep -qF -- "--datadir=$data" && echo "$pid"
}

secret() {
    [ -s "$folder/$1.password" ] && return
    (umask 077 && od -An -N24 -tx1 /dev/urandom | tr -d ' \n' > "$folder/$1.password")
}

free_port() {
    local port
    for _ in $(seq 50); do
        port=$((20000 + RANDOM % 12000))
        (exec 3<> "/dev/tcp/127.0.0.1/$port") 2> /dev/null || { echo $port; return; }
    done
    echo "mariadb.sh: no free port" >&2
    return 1
}

# A certificate of its own authority for 127.0.0.1: connections that are not a local socket must be verified.
certificate() {
    local tls=$folder/mariadb-tls
    [ -s "$tls/server.pem" ] && return
    mkdir -p "$tls"
    openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 3650 \
        -subj "/CN=tdkt private authority" -keyout "$tls/ca.key" -out "$tls/ca.pem" 2>> "$log"
    openssl req -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -subj "/CN=localhost" \
        -keyout "$tls/server.key" -out "$tls/server.csr" 2>> "$log"
    openssl x509 -req -in "$tls/server.csr" -CA "$tls/ca.pem" -CAkey "$tls/ca.key" -CAcreateserial \
        -days 3650 -extfile <(echo "subjectAltName=DNS:localhost,IP:127.0.0.1") \
        -out "$tls/server.new" 2>> "$log"
    mv "$tls/server.new" "$tls/server.pem"
}

make_data() {
    local kept=${TDKT_CACHE:-} made
    [ -d "$data/mysql" ] && return
    if [ -n "$kept" ]; then
        kept=$kept/mariadb-$(mariadbd --version | grep -o '[0-9][0-9.]*-MariaDB' | head -1)
    fi
    if [ -n "$kept" ] && [ -f "$kept/done" ]; then
        cp -r "$kept/data" "$data"
        return
    fi
    rm -rf "$data.new"
    mkdir -p "$tmp" # a server that starts removes the temporary tables it finds: not those of another
    if ! TMPDIR=$tmp mariadb-install-db --no-defaults --user="$(id -un)" --datadir="$data.new" --skip-test-db \
        --auth-root-authentication-method=socket --auth-root-socket-user="$(id -un)" \
        --innodb-log-file-size=16M >> "$log" 2>&1; then
        echo "mariadb.sh: cannot make a data folder; the end of $log:" >&2
        tail -n 20 "$log" >&2
        return 1
    fi
    if [ -n "$kept" ]; then
        mkdir -p "$TDKT_CACHE"
        made=$(mktemp -d "$TDKT_CACHE/making-XXXXXX")
        cp -r "$data.new" "$made/data" && touch "$made/done"
        mv -T "$made" "$kept" 2> /dev/null || rm -rf "$made" # another start has kept the same meanwhile
    fi
    mv "$data.new" "$data"
}

accounts() {
    local owner app
    owner=$(cat "$folder/owner.password")
    app=$(cat "$folder/app.password")
    (umask 077 && cat > "$folder/mariadb-init.sql" << SQL
CREATE DATABASE IF NOT EXISTS tdkt CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
CREATE USER IF NOT EXISTS 'tdkt_owner'@'%' IDENTIFIED BY '$owner';
GRANT ALL PRIVILEGES ON tdkt.* TO 'tdkt_owner'@'%' WITH GRANT OPTION;
CREATE USER IF NOT EXISTS 'tdkt_app'@'%' IDENTIFIED BY '$app';
SQL
    )
}

start() {
    local port pid
    if pid=$(running); then
        echo "mariadb.sh: already running as $pid" >&2
        return
    fi
    PATH=$PATH:/usr/sbin:/sbin
    secret owner
    secret app
    certificate
    make_data
    accounts
    port=$(free_port)
    rm -f "$socket" "$pid_file"
    mkdir -p "$tmp"
    # shellcheck disable=SC2086
    mariadbd --no-defaults --user="$(id -un)" --datadir="$data" --socket="$socket" \
        --pid-file="$pid_file" --bind-address=127.0.0.1 --port="$port" \
        --log-error="$log" --init-file="$folder/mariadb-init.sql" \
        --ssl-ca="$folder/mariadb-tls/ca.pem" --ssl-cert="$folder/mariadb-tls/server.pem" \
        --ssl-key="$folder/mariadb-tls/server.key" \
        --character-set-server=utf8mb4 --collation-server=utf8mb4_bin --skip-name-resolve \
        --tmpdir="$tmp" --skip-log-bin --performance-schema=OFF --max-connections=100 --max-allowed-packet=64M \
        --innodb-buffer-pool-size=96M --innodb-log-file-size=16M \
        --innodb-flush-log-at-trx-commit=2 --innodb-stats-persistent=ON \
        ${TDKT_MARIADB_OPTIONS:-} > /dev/null 2>> "$log" < /dev/null &
    pid=$!
    disown
    cat > "$folder/mariadb.env" << ENV
MARIADB_SOCKET=$socket
MARIADB_HOST=127.0.0.1
MARIADB_PORT=$port
MARIADB_CA=$folder/mariadb-tls/ca.pem
MARIADB_NAME=tdkt
MARIADB_OWNER=tdkt_owner
MARIADB_OWNER_PASSWORD_FILE=$folder/owner.password
MARIADB_APP=tdkt_app
MARIADB_APP_PASSWORD_FILE=$folder/app.password
ENV
    for _ in $(seq 300); do
        if [ -S "$socket" ] && mariadb --no-defaults --socket="$socket" --user=tdkt_owner \
            --password="$(cat "$folder/owner.password")" --execute="SELECT 1" tdkt > /dev/null 2>&1; then
            echo "$folder/mariadb.env"
            return
        fi
        kill -0 "$pid" 2> /dev/null || break
        sleep 0.1
    done
    echo "mariadb.sh: the server did not come up; the end of $log:" >&2
    tail -n 15 "$log" >&2
    kill "$pid" 2> /dev/null || true
    return 1
}

stop() {
    local pid
    pid=$(running) || return 0
    kill "$pid"
    for _ in $(seq 300); do
        grep -qs . "/proc/$pid/cmdline" || return 0 # gone, or waiting for its parent to notice
        sleep 0.1
    done
    echo "mariadb.sh: the server did not stop in 30 seconds and was killed" >&2
    kill -9 "$pid"
}

case $1 in
start) start ;;
stop) stop ;;
*) usage ;;
esac
