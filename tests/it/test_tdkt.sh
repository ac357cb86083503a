#!/bin/bash
# The admin command on a private database: migrations, grants, law, doctor, exit codes.
set -u
top=${top_srcdir:-$(cd "$(dirname "$0")/../.." && pwd)}
tdkt=${top_builddir:-$top/build}/fcgi/tdkt
work=$(mktemp -d) || exit 1
server=$work/server
# The end of every test: nothing is left behind.
finish() {
    "$top/conf/local/mariadb.sh" stop "$server"
    rm -rf "$work"
}
trap finish EXIT
n=0

ok() { # what, expected exit code, pattern in what was said ("" = any), command ...
    local what=$1 code=$2 pattern=$3 got
    shift 3
    n=$((n + 1))
    "$@" > "$work/said" 2>&1
    got=$?
    if [ $got = "$code" ] && { [ -z "$pattern" ] || grep -q -- "$pattern" "$work/said"; }; then
        echo "ok $n - $what"
    else
        echo "not ok $n - $what"
        echo "# ended with $got, not $code, and said:"
        sed 's/^/#   /' "$work/said"
    fi
}

"$top/conf/local/mariadb.sh" start "$server" > /dev/null || exit 1
. "$server/mariadb.env"
mkdir -p "$work/data/sql" "$work/data/conf" "$work/files"
cp -r "$top/sql/migrate" "$top/sql/grants.sql" "$work/data/sql/"
cp -r "$top/conf/law" "$work/data/conf/"
migrations=$(ls "$work/data/sql/migrate" | wc -l)
cat > "$work/tdkt.conf" << CONF
[server]
data_dir = $work/data
files_dir = $work/files
[database]
socket = $MARIADB_SOCKET
user = tdkt_app
name = tdkt
password_file = $MARIADB_APP_PASSWORD_FILE
CONF
run() { "$tdkt" --config "$work/tdkt.conf" "$@"; }
migrate() { run migrate --owner-password-file "$MARIADB_OWNER_PASSWORD_FILE" "$@"; }
as_owner() {
    mariadb --no-defaults --socket="$MARIADB_SOCKET" --user=tdkt_owner \
        --password="$(cat "$MARIADB_OWNER_PASSWORD_FILE")" --batch --skip-column-names tdkt -e "$1"
}

ok "no verb: usage" 64 "usage:" run
ok "an unknown verb" 64 "there is no verb fly" run fly
ok "an unknown argument" 64 "unknown argument: --all" migrate --all
ok "help" 0 "migrate" run help
ok "of one verb" 0 "^  tdkt law check | load$" run law --help
ok "of one verb, whatever else is said" 0 "^  tdkt migrate .*--dry-run" run migrate --dry-run --help
ok "where there is no configuration yet" 0 "^  tdkt doctor" "$tdkt" --config "$work/none" doctor --help
ok "of all" 0 "tdkt VERB --help" run --help
ok "which version it is" 0 "^tdkt [0-9]" "$tdkt" --version
ok "a configuration that is right" 0 "ok" run config check
echo "colour = blue" >> "$work/tdkt.conf"
ok "an unknown key says where" 78 "tdkt.conf:9" migrate
sed -i '$d' "$work/tdkt.conf"

ok "the doctor knows an empty database" 69 "needs tdkt migrate" run doctor
ok "a dry run says what it would do" 0 "$migrations of $migrations migrations to apply" migrate --dry-run
ok "and does nothing" 0 "^0$" as_owner "SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = 'tdkt'"
ok "migrations apply" 0 "$migrations of $migrations migrations applied" migrate
ok "a second run finds nothing to do" 0 "0 of $migrations migrations applied" migrate
ok "the wrong password" 69 "Access denied" run migrate --owner-password-file "$MARIADB_APP_PASSWORD_FILE"
sed -i "s|^password_file = .*|password_file = $work/none|" "$work/tdkt.conf"
ok "a password that cannot be read is not the schema's fault" 69 "alone may read this file" run doctor
sed -i "s|^password_file = .*|password_file = $MARIADB_APP_PASSWORD_FILE|" "$work/tdkt.conf"
ok "the doctor sees the schema" 69 "^ok    database statements" run doctor
ok "grants can be printed" 0 "GRANT INSERT ON .tdkt..audit TO 'tdkt_app'@'%'" run migrate --grants

# Installed over an older version.
install() { make -s -C "${tdkt%/fcgi/tdkt}" install-data-local DESTDIR="$work/root"; }
settings() { (cd "$work/root" && find . -name tdkt.conf -exec cat {} +); }
ok "settings are installed" 0 "" install
ok "as they are shipped" 0 "^workers = 4$" settings
find "$work/root" -name tdkt.conf -exec sed -i 's/^workers = .*/workers = 12/' {} +
ok "and once more over an older version" 0 "" install
ok "which keeps its own" 0 "^workers = 12$" settings

# Files and the rows that name them.
as_owner "INSERT INTO person (id, staff_no, login, full_name, fold, lower_name, sort_key) VALUES (1, 'N1', 'n1', 'Người', 'nguoi', 'người', '1');
    INSERT INTO file (digest, size, media_type, name, uploaded_by, uploaded_at)
    SELECT LPAD(seq, 64, '0'), 5, 'application/pdf', 'a.pdf', 1, UTC_TIMESTAMP() FROM seq_1_to_2500"
mkdir -p "$work/files/00/00"
perl -e 'for (1 .. 2500) { open my $f, ">", sprintf "%s/%064d", $ARGV[0], $_ or die; print $f "%PDF-" }' "$work/files/00/00"
ok "the doctor finds every attachment" 69 "^ok    attachments (2500) are where their rows say" run doctor
rm "$work/files/00/00/$(printf %064d 1001)" "$work/files/00/00/$(printf %064d 2500)"
printf x >> "$work/files/00/00/$(printf %064d 2001)"
ok "and which are missing or of another size" 69 "^WRONG attachments.*: 2 missing and 1 of another size, of 2500; the first is row 1001 " run doctor
as_owner "DELETE FROM file"

if [ "$(id -u)" = 0 ]; then
    ok "the doctor says what root cannot see" 69 "^?     folder of attachments: asked as root" run doctor
else
    ok "the doctor sees the folder" 69 "^ok    folder of attachments" run doctor
fi
mv "$work/files" "$work/away"
ok "a folder that is not there" 69 "^WRONG folder of attachments" run doctor
mv "$work/away" "$work/files"

# Forward only.
first=$(ls "$work/data/sql/migrate" | head -1)
cp "$work/data/sql/migrate/$first" "$work/kept"
echo "-- changed" >> "$work/data/sql/migrate/$first"
ok "a file that was changed" 65 "changed after it was applied" migrate
rm "$work/data/sql/migrate/$first"
ok "a file that is gone" 65 "file is not there" migrate
cp "$work/kept" "$work/data/sql/migrate/$first"
echo "SELECT 1;" > "$work/data/sql/migrate/0000_before.sql"
ok "a file that comes too early" 65 "comes before" migrate
ok "and the doctor does not send to what would refuse it" 69 "tdkt migrate would refuse it too" run doctor
mv "$work/data/sql/migrate/0000_before.sql" "$work/data/sql/migrate/0001_again.sql"
ok "two files with one number" 65 "have the number 0001" migrate
rm "$work/data/sql/migrate/0001_again.sql"

# Half-way.
cat > "$work/data/sql/migrate/9000_half.sql" << SQL
-- A semicolon ; in a remark, and one 'in quotes;'.
CREATE TABLE IF NOT EXISTS half (a INT, b VARCHAR(9) DEFAULT ';', PRIMARY KEY (a));
INSERT INTO nowhere VALUES (1);
SQL
ok "a file that fails names its statement" 70 "9000_half, statement 2" migrate
sed -i 's/INSERT INTO nowhere/INSERT IGNORE INTO half (a)/' "$work/data/sql/migrate/9000_half.sql"
ok "and runs again when it is corrected" 0 "applying 9000_half" migrate
echo "SELECT 1;" > "$work/data/sql/migrate/9001_next.sql"
ok "the doctor sees what is missing" 69 "lacks 1 of" run doctor
rm "$work/data/sql/migrate/9001_next.sql"

# Two at once.
as_owner "DROP DATABASE tdkt; CREATE DATABASE tdkt CHARACTER SET utf8mb4 COLLATE utf8mb4_bin"
migrate > "$work/one" 2>&1 &
one=$!
migrate > "$work/two" 2>&1
two=$?
wait $one
ok "two runs at once both end well" 0 "" test $? = 0 -a $two = 0
ok "and apply every file once" 0 "^$((migrations + 1))$" as_owner "SELECT COUNT(*) FROM schema_migration"

ok "the law files hold" 0 "^R98 .*2024-01-01 2025-06-30" run law check
ok "the doctor sees a catalogue that nobody has loaded" 69 "^WRONG award catalogue .* not as the law files have it" run doctor
ok "the catalogue is loaded" 0 "awards in the catalogue" run law load
ok "and loaded again" 0 "awards in the catalogue" run law load
ok "and one that is" 69 "^ok    award catalogue" run doctor
as_owner "UPDATE award_type_period SET confirmed = 1 WHERE award_code = 'CSTDCS' AND regime = 'R2026'"
ok "and one of before the law files" 69 "^WRONG award catalogue .*: CSTDCS is not" run doctor
ok "a load says whose confirmation it takes back" 0 "^changed in the catalogue: CSTDCS R2026: NO LONGER CONFIRMED$" run law load
run law load > "$work/again"
ok "and nothing when nothing changes" 1 "" grep -q "changed in the catalogue" "$work/again"
sed -i 's/code="CSTDCS" active="no"/code="CSTDCS"/' "$work/data/conf/law/R2026.xml"
ok "or gives it" 0 "^changed in the catalogue: CSTDCS R2026: confirmed$" run law load
ok "with the awards of the law" 0 "^GKSYT$" as_owner "SELECT code FROM award_type WHERE code = 'GKSYT' AND valid_to IS NULL"
ok "each for whom it is" 0 "^0,1,0 0,0,1 1,0,0$" as_owner "SELECT GROUP_CONCAT(CONCAT_WS(',', for_person, for_collective, for_household) ORDER BY FIELD(code, 'TTLDXS', 'GDVH', 'CSTDCS') SEPARATOR ' ') FROM award_type WHERE code IN ('TTLDXS', 'GDVH', 'CSTDCS')"
ok "and an entry in the audit" 0 "^5$" as_owner "SELECT COUNT(*) FROM audit WHERE action = 'law-load'"

# The audit's chain: on what an older version wrote, then as five loads of the law have written it.
head() { run audit verify 2> /dev/null | sed -n 's/^head //p'; }
ok "the audit holds together" 0 "^entries that hold: 5$" run audit verify
ok "and where it ends stands in the log" 0 "event=audit-head head=5:[0-9a-f]\{64\} holds=yes" run audit verify
ok "the doctor names it" 69 "^ok    audit is chained up to $(head)$" run doctor
noted=$(head)
as_owner "DROP TABLE audit_head; ALTER TABLE audit DROP prev, DROP hash; DELETE FROM schema_migration WHERE name >= '0014'"
rm -f "$work/data/sql/migrate"/9*
ok "a chain begins on what is there already" 0 "applying 0014_audit_chain" migrate
ok "which is not in it" 0 "^of before the chain: up to 5$" run audit verify
ok "nor its end" 65 "entry 5 is not there as it was noted" run audit verify --head "$noted"
run law load > /dev/null && noted=$(head) && run law load > /dev/null && run law load > /dev/null
ok "what is written then is" 0 "^entries that hold: 3$" run audit verify --head "$noted"
ok "from a noted entry on" 0 "^entries that hold: 3$" run audit verify --from "$noted"
ok "words that are no head" 64 "takes what an earlier run has printed" run audit verify --head 4
ok "a head of before the beginning" 64 "of before --from" run audit verify --from "$(head)" --head "$noted"
ok "nothing to do" 64 "say what to do" run audit
last=$(head)
as_owner "UPDATE audit SET role = 'x' WHERE id = 7"
ok "an entry that was altered" 65 "entry 7 was altered" run audit verify
ok "the doctor sees it among the newest" 69 "^WRONG audit is chained.*: entry 7 was altered" run doctor
as_owner "UPDATE audit SET role = 'admin' WHERE id = 7; DELETE FROM audit WHERE id = 8"
ok "the newest that was removed" 65 "entry 7 is not the newest.*missing: 8 to 8" run audit verify
as_owner "UPDATE audit_head h JOIN audit a ON a.id = 7 SET h.last_id = 7, h.hash = a.hash"
ok "and hidden" 0 "^head 7:" run audit verify
ok "is found by what was noted elsewhere" 65 "entry 8 is not there as it was noted" run audit verify --head "$last"
echo "<law" > "$work/data/conf/law/R98.xml"
ok "a broken law file is named" 65 "R98.xml" run law load

as_owner "SET foreign_key_checks = 0; ALTER TABLE file DISCARD TABLESPACE"
ok "the doctor says when nobody could look for the attachments" 69 "^WRONG attachments are where their rows say: database error" run doctor

"$top/conf/local/mariadb.sh" stop "$server"
ok "no server: unavailable" 69 "" migrate
echo "1..$n"
