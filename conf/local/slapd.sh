#!/bin/sh
# A private OpenLDAP for the demonstration and the tests: own certificate authority, TLS required, a free loopback
# port, everything below one folder.  Touches no system service and needs no root.
#
#   slapd.sh fetch                 unpacks slapd (and the two libraries it needs) into SLAPD_ROOT, unless it is there or
#                                  the system has it.  Nothing is installed: no service, no debconf, no database.
#   slapd.sh start FOLDER LDIF     loads the file (only when it has changed), serves, and writes FOLDER/env:
#                                  LDAP_URI LDAP_BASE LDAP_CA LDAP_PORT, to be read with `.`
#   slapd.sh stop FOLDER
#
# The first entry of the file is the suffix.  Two entries below it are known by name:
#   cn=tdkt,ou=services       the service account: reads everything but passwords, and nobody else reads
#   cn=default,ou=policies    the password policy (pwdPolicy) of everybody who names no other
# SLAPD_ROOT        where the unpacked programs are (var/slapd)
# SLAPD_HOSTS       names in the certificate (DNS:localhost,IP:127.0.0.1)
# SLAPD_LIMITS      limits of the service account (size=unlimited time=unlimited)
set -eu

here=$(cd "$(dirname "$0")/../.." && pwd)
SLAPD_ROOT=${SLAPD_ROOT:-$here/var/slapd}
case $SLAPD_ROOT in
/*) ;;
*) SLAPD_ROOT=$PWD/$SLAPD_ROOT ;;
esac
packages="slapd libltdl7 libwrap0"
days=825

die() {
    echo "slapd.sh: $*" >&2
    exit 1
}

fetch() {
    if [ -x "$SLAPD_ROOT/usr/sbin/slapd" ] || [ -x /usr/sbin/slapd ]; then
        return 0
    fi
    command -v dpkg-deb >/dev/null || die "dpkg-deb is missing: this needs a Debian system"
    rm -rf "$SLAPD_ROOT.new"
    mkdir -p "$SLAPD_ROOT.new/packages"
    (
        cd "$SLAPD_ROOT.new/packages"
        # shellcheck disable=SC2086
        apt-get -q download $packages >fetch.log 2>&1 ||
            { cat fetch.log >&2; die "the packages cannot be fetched; apt-get update may help"; }
        for package in *.deb; do
            dpkg-deb -x "$package" "$SLAPD_ROOT.new"
        done
    ) || exit 1
    rm -rf "$SLAPD_ROOT.new/packages" "$SLAPD_ROOT"
    mv "$SLAPD_ROOT.new" "$SLAPD_ROOT"
}

# Sets slapd, slapadd, modules and schema.
find_programs() {
    if [ -x "$SLAPD_ROOT/usr/sbin/slapd" ]; then
        root=$SLAPD_ROOT
        for libraries in "$root"/usr/lib/*-linux-*; do
            LD_LIBRARY_PATH=$libraries:$root/usr/lib/ldap${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}
        done
        for libraries in "$root"/lib/*-linux-*; do
            [ -d "$libraries" ] && LD_LIBRARY_PATH=$libraries:$LD_LIBRARY_PATH
        done
        export LD_LIBRARY_PATH
    elif [ -x /usr/sbin/slapd ]; then
        root=
    else
        die "there is no slapd; run: $0 fetch"
    fi
    slapd=$root/usr/sbin/slapd
    modules=$root/usr/lib/ldap
    schema=$root/etc/ldap/schema
}

# An authority of our own and a certificate signed by it, made again a day before they end.
certificates() {
    tls=$folder/tls
    mkdir -p "$tls"
    chmod 700 "$tls"
    hosts=${SLAPD_HOSTS:-DNS:localhost,IP:127.0.0.1}
    if [ -s "$tls/server.pem" ] && [ "$(cat "$tls/hosts" 2>/dev/null)" = "$hosts" ] &&
        openssl x509 -checkend 86400 -noout -in "$tls/server.pem" >/dev/null; then
        return 0
    fi
    (
        cd "$tls"
        openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days "$days" -subj "/CN=tdkt local CA" \
            -keyout ca.key -out ca.pem
        openssl req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj "/CN=tdkt local directory" \
            -keyout server.key -out server.csr
        printf 'subjectAltName=%s\nbasicConstraints=CA:FALSE\nextendedKeyUsage=serverAuth\n' "$hosts" >server.ext
        openssl x509 -req -in server.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days "$days" -extfile server.ext \
            -out server.pem
        rm -f server.csr server.ext
        printf '%s' "$hosts" >hosts
    ) >"$tls/openssl.log" 2>&1 || { cat "$tls/openssl.log" >&2; die "the certificate cannot be made"; }
}

configuration() {
    service="cn=tdkt,ou=services,$suffix"
    cat >"$folder/slapd.conf" <<CONF
include $schema/core.schema
include $schema/cosine.schema
include $schema/inetorgperson.schema
modulepath $modules
moduleload back_mdb
moduleload ppolicy
pidfile $folder/slapd.pid
argsfile $folder/slapd.args
loglevel none
threads 4
TLSCACertificateFile $folder/tls/ca.pem
TLSCertificateFile $folder/tls/server.pem
TLSCertificateKeyFile $folder/tls/server.key
security tls=1
disallow bind_anon
require authc

database mdb
suffix "$suffix"
directory $folder/db
maxsize 1073741824
dbnosync
index objectClass,entryUUID,uid,employeeNumber,member eq
limits dn.exact="$service" ${SLAPD_LIMITS:-size=unlimited time=unlimited}
access to attrs=userPassword
    by anonymous auth
    by self =w
    by * none
access to *
    by dn.exact="$service" read
    by self read
    by * none
overlay ppolicy
ppolicy_default "cn=default,ou=policies,$suffix"
ppolicy_use_lockout
CONF
    chmod 600 "$folder/slapd.conf"
}

load() {
    stamp=$(cat "$ldif" "$folder/slapd.conf" | sha256sum)
    [ "$(cat "$folder/loaded" 2>/dev/null)" = "$stamp" ] && return 0
    rm -rf "$folder/db" "$folder/loaded"
    mkdir -p "$folder/db"
    chmod 700 "$folder/db"
    "$slapd" -T add -q -f "$folder/slapd.conf" -b "$suffix" -l "$ldif" >"$folder/load.log" 2>&1 ||
        { cat "$folder/load.log" >&2; die "$ldif cannot be loaded"; }
    printf '%s\n' "$stamp" >"$folder/loaded"
}

# The port of the last time, else a random one; when it is taken, slapd says so and another is tried.
serve() {
    port=$(sed -n 's/^LDAP_PORT=//p' "$folder/env" 2>/dev/null || :)
    for _ in 1 2 3 4 5 6 7 8; do
        if [ -n "$port" ] &&
            "$slapd" -f "$folder/slapd.conf" -h "ldap://127.0.0.1:$port" >"$folder/slapd.log" 2>&1; then
            return 0
        fi
        port=$(od -An -N2 -tu2 /dev/urandom)
        port=$((20000 + port % 12000))
    done
    cat "$folder/slapd.log" >&2
    "$slapd" -T test -f "$folder/slapd.conf" >&2 || :
    die "slapd does not start"
}

# Of the server started here, or nothing: a number in an old file may be anybody's by now.
running() {
    [ -s "$folder/slapd.pid" ] || return 1
    pid=$(cat "$folder/slapd.pid")
    tr '\0' ' ' <"/proc/$pid/cmdline" 2>/dev/null | grep -qF -- "$folder/slapd.conf"
}

stop() {
    running || return 0
    kill -TERM "$pid"
    for _ in $(seq 50); do
        kill -0 "$pid" 2>/dev/null || return 0
        sleep 0.1
    done
    kill -KILL "$pid"
}

start() {
    [ -r "$ldif" ] || die "cannot read $ldif"
    suffix=$(sed -n '/^dn: */{s///p;q}' "$ldif")
    [ -n "$suffix" ] || die "$ldif has no entry"
    umask 077
    mkdir -p "$folder"
    folder=$(cd "$folder" && pwd)
    find_programs
    stop
    certificates
    configuration
    load
    serve
    cat >"$folder/env" <<ENV
LDAP_URI=ldap://127.0.0.1:$port
LDAP_PORT=$port
LDAP_BASE='$suffix'
LDAP_CA='$folder/tls/ca.pem'
ENV
}

command=${1:-}
folder=${2:-}
case $command in
fetch)
    fetch
    ;;
start)
    [ $# -eq 3 ] || die "usage: $0 start FOLDER LDIF"
    ldif=$3
    start
    ;;
stop)
    [ $# -eq 2 ] || die "usage: $0 stop FOLDER"
    [ -d "$folder" ] || exit 0
    folder=$(cd "$folder" && pwd)
    stop
    ;;
*)
    die "usage: $0 fetch | start FOLDER LDIF | stop FOLDER"
    ;;
esac
