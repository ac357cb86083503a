#!/bin/bash
# Logging in over HTTP, on real servers: nginx, tdktd, a directory with TLS, MariaDB; and the sync of people.
set -u
top=${top_srcdir:-$(cd "$(dirname "$0")/../.." && pwd)}
build=${top_builddir:-$top/build}
work=$(mktemp -d) || exit 1
server=$work/server
jar=$work/jar
daemon=
finish() {
    [ -z "$daemon" ] || { kill "$daemon" && wait "$daemon"; } 2> /dev/null
    "$top/conf/local/nginx.sh" stop "$server"
    "$top/conf/local/slapd.sh" stop "$server/ldap"
    "$top/conf/local/mariadb.sh" stop "$server"
    rm -rf "$work"
}
trap finish EXIT
n=0

is() { # what, expected, got
    n=$((n + 1))
    if [ "$2" = "$3" ]; then
        echo "ok $n - $1"
    else
        echo "not ok $n - $1"
        echo "# expected: $2"
        echo "# got:      $3"
    fi
}

has() { # what, pattern, text
    n=$((n + 1))
    if grep -qE -- "$2" <<< "$3"; then
        echo "ok $n - $1"
    else
        echo "not ok $n - $1"
        echo "# no $2 in:"
        sed 's/^/#   /' <<< "$3" | head -20
    fi
}

sql() { # as the owner of the schema
    mariadb --no-defaults --socket="$MARIADB_SOCKET" --user=tdkt_owner --skip-column-names --silent \
        --password="$(cat "$MARIADB_OWNER_PASSWORD_FILE")" tdkt --execute="$1"
}

start_servers() {
    "$top/conf/local/mariadb.sh" start "$server" > /dev/null || exit 1
    . "$server/mariadb.env"
    "$top/conf/local/slapd.sh" fetch && "$top/conf/local/slapd.sh" start "$server/ldap" \
        "$top/tests/data/dir/directory.ldif" || exit 1
    . "$server/ldap/env"
    (umask 077 && printf dich-vu > "$server/ldap.password")
    mkdir -p "$server/files"
    cat > "$work/tdkt.conf" << CONF
[server]
data_dir = $top
files_dir = $server/files
workers = 2
listen = $server/tdktd.sock
[database]
socket = $MARIADB_SOCKET
user = tdkt_app
name = tdkt
password_file = $MARIADB_APP_PASSWORD_FILE
seconds = 3
[ldap]
uris = $LDAP_URI
base = $LDAP_BASE
bind_dn = cn=tdkt,ou=services,$LDAP_BASE
password_file = $server/ldap.password
tls_ca = $LDAP_CA
group_base = ou=groups,$LDAP_BASE
[session]
cookie_secure = no
[login]
free_attempts = 4
wait_seconds = 30
CONF
    tdkt migrate --owner-password-file "$MARIADB_OWNER_PASSWORD_FILE" > /dev/null || exit 1
    sql "INSERT INTO unit (id, code, kind, path, sort_key, valid_from) VALUES (1, 'bv-thu', 'benh_vien', '/1/', 'b', '2020-01-01');
         INSERT INTO unit_name (unit_id, valid_from, official, short, signing, head_title, symbol, fold, lower_name)
         VALUES (1, '2020-01-01', 'Bệnh viện Thử', 'BV Thử', 'BỆNH VIỆN THỬ', 'GIÁM ĐỐC', 'BVT', 'benh vien thu', 'bệnh viện thử');
         INSERT INTO role_grant (ldap_group, role, unit_id, valid_from) VALUES ('tdkt-everybody', 'clerk', 1, '2020-01-01')"
    "$build/fcgi/tdktd" --config "$work/tdkt.conf" 2> "$work/tdktd.log" &
    daemon=$!
    "$top/conf/local/nginx.sh" start "$server" "$server/tdktd.sock" || exit 1
    . "$server/nginx.env"
    for _ in $(seq 100); do
        [ "$(status /healthz)" = 200 ] && return
        sleep 0.1
    done
    cat "$work/tdktd.log" >&2
    exit 1
}

tdkt() { "$build/fcgi/tdkt" --config "$work/tdkt.conf" "$@"; }
get() { curl -s -b "$jar" -c "$jar" "$@"; }
status() { get -o /dev/null -w '%{http_code}' "$TDKT_URL$1" "${@:2}"; }
where() { get -o /dev/null -w '%{http_code} %{redirect_url}' "$TDKT_URL$1" "${@:2}" | sed "s|$TDKT_URL||"; }
login() { # login, password, more: the page, then its status
    get -w '\nstatus=%{http_code} to=%{redirect_url}' --data-urlencode "login=$1" --data-urlencode "password=$2" "${@:3}" \
        "$TDKT_URL/login"
}
tokens() { # csrf and once of the session, as form fields
    get "$TDKT_URL/sessions.xml" | sed -n 's/.*<token csrf="\([^"]*\)" once="\([^"]*\)".*/csrf=\1\&once=\2/p'
}
refusal() { grep -o '<section class="refusal".*</section>' <<< "$1"; }
forget() { rm -f "$jar"; sql "DELETE FROM login_failure"; }

password='mật khẩu của An'
start_servers

# people from the directory
said=$(tdkt ldap-sync --dry-run)
is "a dry run ends well" 0 $?
has "a dry run says what it would do" "^create   nva unit=bv-thu .*tdkt-clerks" "$said"
has "a unit we do not have is named" "^conflict locked unit-unknown: " "$said"
is "a dry run changes nothing" 0 "$(sql 'SELECT COUNT(*) FROM person')"
said=$(tdkt ldap-sync)
has "the sync counts" "create 1, link 0, update 0, return 0, disable 0, unchanged 0, conflict 6" "$said"
is "the person is there, with nested groups" "Nguyễn Văn An 3" \
    "$(sql "SELECT CONCAT(full_name, ' ', (SELECT COUNT(*) FROM person_group g WHERE g.person_id = p.id)) FROM person p WHERE login = 'nva'")"
has "a second sync has nothing to do" "unchanged 1," "$(tdkt ldap-sync)"
sql "INSERT INTO person (login, full_name, fold, lower_name, sort_key, in_directory) VALUES ('cu1', 'Cũ', 'cu', 'cũ', 'x', TRUE), ('cu2', 'Cũ', 'cu', 'cũ', 'x', TRUE)"
said=$(tdkt ldap-sync 2>&1)
is "the brake is an error" 65 $?
has "the brake says what to do" "run it again with --yes" "$said"
is "the brake changes nothing" 3 "$(sql 'SELECT COUNT(*) FROM person WHERE in_directory')"
tdkt ldap-sync --yes > /dev/null
is "told so, it disables and deletes nobody" "1 of 3" "$(sql "SELECT CONCAT(SUM(in_directory), ' of ', COUNT(*)) FROM person")"

# refused
wrong=$(login nva sai)
has "a wrong password is 401" "status=401" "$wrong"
has "and says so" "DN-102" "$wrong"
has "what was typed stays" 'name="login"[^>]*value="nva"' "$wrong"
has "the password does not" '^0$' "$(grep -c 'value="sai"' <<< "$wrong")"
unknown=$(login khong-co sai)
has "an unknown person is told so" "DN-119" "$unknown"
is "and injected filters are unknown persons" "$(refusal "$unknown")" "$(refusal "$(login 'nva)(uid=*' "$password")")"
forget
has "a locked account has its own sentence" "DN-104" "$(login locked dung)"
has "an expired password too" "DN-103" "$(login expired dung)"
has "one that must be changed too" "DN-105" "$(login reset dung)"
has "an empty one is no login" "status=422" "$(login nva '')"
is "nobody got a session" 0 "$(sql 'SELECT COUNT(*) FROM session')"
forget

# in
is "without a session one is sent to log in" "303 /login?next=%2Fsessions" "$(where /sessions)"
has "the right password lets in, back to where one wanted" "status=303 to=.*/sessions$" "$(login nva "$password" -d next=/sessions)"
token=$(awk '$6 == "tdkt" { print $7 }' "$jar")
has "the cookie is for HTTP only" "#HttpOnly_.*tdkt.$token" "$(cat "$jar")"
is "the token itself is nowhere in the database" 0 "$(sql "SELECT COUNT(*) FROM session WHERE '$token' IN (token_hash, public_id, csrf)")"
has "the role of a nested group is acted in" '<actor [^>]*role="clerk"' "$(get "$TDKT_URL/sessions.xml")"
login nva "$password" -d "$(tokens)" > /dev/null
is "a new login has a new token, and the old one is dead" "303 /login?next=%2Fsessions" \
    "$(curl -s -o /dev/null -w '%{http_code} %{redirect_url}' -b "tdkt=$token" "$TDKT_URL/sessions" | sed "s|$TDKT_URL||")"
has "nobody is sent to another site" "status=303 to=$TDKT_URL/$" "$(jar=$work/other login nva "$password" -d next=//khac.vn/)"

# with a session
is "a post without its token is refused" 403 "$(status /logout -d x=1)"
is "and one from another site" 403 "$(status /logout -H 'Sec-Fetch-Site: cross-site' -d "$(tokens)")"
is "a role is chosen" "303 /units" "$(where /capacity -d "$(tokens)&grant_id=0&next=/units")"
has "and acted in" '<actor [^>]*role="staff"' "$(get "$TDKT_URL/sessions.xml")"
is "a role of somebody else is not" 403 "$(status /capacity -d "$(tokens)&grant_id=99")"
other=$(get "$TDKT_URL/sessions.xml" | grep -o '<session [^>]*current="no"' | sed 's/.*public-id="\([^"]*\)".*/\1/')
is "the other session is closed" "303 /sessions" "$(where "/sessions/$other/close" -d "$(tokens)")"
is "and is dead" "303 /login?next=%2Fsessions" "$(jar=$work/other where /sessions)"
is "a session that is not there is not found" 404 "$(status "/sessions/$other/close" -d "$(tokens)")"
once=$(tokens)
kept=$(awk '$6 == "tdkt" { print $7 }' "$jar")
is "out" "303 /login" "$(where /logout -d "$once")"
is "the cookie's session is dead" "303 /login?next=%2Fsessions" \
    "$(curl -s -o /dev/null -w '%{http_code} %{redirect_url}' -b "tdkt=$kept" "$TDKT_URL/sessions" | sed "s|$TDKT_URL||")"

# slowed
forget
for _ in 1 2 3 4; do said=$(login nva sai); done
has "four failures are free" "DN-102" "$said"
has "then one waits" "DN-106.*" "$(login nva "$password")"
has "and is told how long" "Chờ (30|29|28) giây" "$(login nva "$password")"
has "another account need not" "DN-104" "$(login locked dung)"

# a first login, and a form that outlives its session
forget
has "somebody the sync has not met gets in" "status=303" "$(login vkb dung)"
is "and is a person now" 1 "$(sql "SELECT COUNT(*) FROM person WHERE login = 'vkb' AND in_directory")"
sql "UPDATE person SET in_directory = FALSE WHERE login = 'vkb'"
is "a leaver's session is dead" "303 /login?next=%2Fsessions" "$(where /sessions)"
has "and he is told why he cannot log in" "DN-107" "$(login vkb dung)"

# down
forget
"$top/conf/local/slapd.sh" stop "$server/ldap"
said=$(login nva "$password")
has "a directory that is down is 503" "status=503" "$said"
has "with its own sentence" "DN-201" "$said"
has "and the form is still there" 'name="login"[^>]*value="nva"' "$said"
for _ in 1 2 3 4 5 6; do said=$(login nva "$password"); done
has "it costs nobody an attempt" "DN-201" "$said"
said=$(tdkt ldap-sync 2>&1)
is "the sync fails" 69 $?
is "and changes nobody" 1 "$(sql "SELECT in_directory FROM person WHERE login = 'nva'")"
is "every act is in the audit" "capacity ldap-sync login login.refused logout session.close" \
    "$(sql "SELECT GROUP_CONCAT(DISTINCT action ORDER BY action SEPARATOR ' ') FROM audit")"
"$top/conf/local/mariadb.sh" stop "$server"
said=$(login nva "$password")
has "a database that is down is another 503" "status=503" "$said"
has "with another sentence" "HT-503" "$said"
has "nothing is logged that should not be" "^0$" "$(grep -cF -e "$password" -e "$token" "$work/tdktd.log")"
echo "1..$n"
