#!/bin/bash
# A private nginx for the demonstration and the tests, with the same locations as a real install:
#   nginx.sh start FOLDER SOCKET [PORT]   in front of the tdktd that listens on SOCKET; writes FOLDER/nginx.env (TDKT_URL)
#   nginx.sh stop FOLDER
# Loopback only, plain HTTP (use [session] cookie_secure = no). Attached files are FOLDER/files.
# Works as root and as an ordinary user; touches no system service.
# TDKT_DATA: where xslt/asset and conf/nginx are (the source this script lies in).
# TDKT_NGINX_AS_SHIPPED: not empty: with the limits of a real install.
set -euo pipefail

here=$(cd "$(dirname "$0")/../.." && pwd)
data=${TDKT_DATA:-$here}
PATH=$PATH:/usr/sbin:/sbin

usage() {
    sed -n '2,4s/^# \{0,1\}//p' "$0" >&2
    exit 64
}

[ $# -ge 2 ] || usage
mkdir -p "$2"
folder=$(cd "$2" && pwd)
own=$folder/nginx
pid_file=$own/nginx.pid

# Of the nginx we started here, or nothing.
running() {
    local pid
    [ -s "$pid_file" ] || return 1
    pid=$(cat "$pid_file")
    tr '\0' ' ' < "/proc/$pid/cmdline" 2> /dev/null | grep -qF "$own" && echo "$pid"
}

free_port() {
    local port
    for _ in $(seq 50); do
        port=$((20000 + RANDOM % 12000))
        (exec 3<> "/dev/tcp/127.0.0.1/$port") 2> /dev/null || { echo $port; return; }
    done
    echo "nginx.sh: no free port" >&2
    return 1
}

write_conf() {
    local socket=$1 port=$2 user=
    rm -rf "$own/tdkt"
    mkdir -p "$own/tmp" "$own/more" "$folder/files" # more: further servers, for tests
    cp -r "$data/conf/nginx/tdkt" "$own/tdkt"
    # Everybody here comes from one address.
    [ -n "${TDKT_NGINX_AS_SHIPPED:-}" ] ||
        sed -i 's/rate=60r\/m/rate=6000r\/m/; s/rate=100r\/s/rate=10000r\/s/' "$own/tdkt/http.conf"
    [ "$(id -u)" = 0 ] && user="user root;" # who owns the socket and the files
    cat > "$own/nginx.conf" << CONF
$user
worker_processes 2;
pid $pid_file;
error_log $own/error.log warn;
events { worker_connections 1024; }
http {
    access_log $own/access.log;
    client_body_temp_path $own/tmp/body;
    fastcgi_temp_path $own/tmp/fastcgi;
    proxy_temp_path $own/tmp/proxy;
    scgi_temp_path $own/tmp/scgi;
    uwsgi_temp_path $own/tmp/uwsgi;
    types { text/html html; }
    include tdkt/http.conf;
    upstream tdktd { server unix:$socket; }
    server {
        listen 127.0.0.1:$port;
        set \$tdkt_data $data;
        set \$tdkt_files $folder/files;
        set \$tdkt_remote_user "";
        include tdkt/locations.conf;
        include tdkt/login.conf;
    }
    include more/*.conf;
}
CONF
}

start() {
    local socket=$1 port=${2:-} pid
    if pid=$(running); then
        echo "nginx.sh: already running as $pid" >&2
        return
    fi
    [ -n "$port" ] || port=$(free_port)
    write_conf "$socket" "$port"
    nginx -p "$own/" -c "$own/nginx.conf" -e "$own/error.log" < /dev/null
    echo "TDKT_URL=http://127.0.0.1:$port" > "$folder/nginx.env"
    for _ in $(seq 100); do
        (exec 3<> "/dev/tcp/127.0.0.1/$port") 2> /dev/null && return
        sleep 0.05
    done
    echo "nginx.sh: does not answer; see $own/error.log" >&2
    return 1
}

stop() {
    local pid
    pid=$(running) || return 0
    kill -QUIT "$pid" 2> /dev/null || true
    for i in $(seq 100); do
        kill -0 "$pid" 2> /dev/null || return 0
        [ "$i" = 60 ] && kill -TERM "$pid" 2> /dev/null
        sleep 0.05
    done
    echo "nginx.sh: $pid does not stop" >&2
    return 1
}

case $1 in
start) [ $# -ge 3 ] || usage; start "$3" "${4:-}" ;;
stop) stop ;;
*) usage ;;
esac
