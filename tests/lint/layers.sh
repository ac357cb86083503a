#!/bin/sh
# Who may include whom, and whose headers stay where (design: one house, rooms with doors).
. "${top_srcdir:-.}/tests/lint/tap.sh"

# folder: folders and headers it may include besides its own
doors='
lib/base:
lib/conf: lib/base/
lib/db: lib/base/
lib/dir: lib/base/
lib/xml: lib/base/
lib/paper: lib/base/
lib/table: lib/base/ lib/xml/stream.h
lib/core: lib/base/ lib/xml/doc.h lib/xml/tree.h lib/xml/rule.h
lib/store: lib/base/ lib/core/ lib/db/db.h lib/xml/doc.h
fcgi: lib/
'
echo "$doors" | while IFS=: read -r folder allowed; do
    [ -n "$folder" ] && [ -d "$folder" ] || continue
    sources "$folder" | xargs -r awk -v own="$folder/" -v allowed="$allowed" '
        /^#include "/ {
            split($0, part, "\"")
            n = split("config.h " own " " allowed, may, " ")
            ok = 0
            for (i = 1; i <= n; i++)
                ok = ok || index(part[2], may[i]) == 1
            if (!ok)
                print FILENAME ":" FNR ": " part[2]
        }'
done | rule "a layer includes only what it may"

for folder in lib/* fcgi; do
    [ -d "$folder" ] && echo "$doors" | grep -q "^$folder:" || { [ -d "$folder" ] && echo "$folder"; }
done | rule "every folder has its row in the table of doors"

# Outside lib/db nobody sees the connection; and so on.
for folder in db:db.h,migrate.h,statements.h dir:dir.h; do
    name=${folder%%:*}
    public=$(echo "${folder#*:}" | tr ',' '|' | sed 's/\./\\./g')
    sources lib fcgi | grep -v "^lib/$name/" | xargs grep -n "#include \"lib/$name/" | grep -vE "lib/$name/($public)\""
done | rule "only public headers of lib/db and lib/dir are seen outside"

# header pattern, folder that may use it
while read -r pattern folder; do
    [ -n "$pattern" ] || continue
    sources lib fcgi | grep -v "^$folder/" | xargs grep -nE "#include <($pattern)"
done << END | rule "a library's headers stay in its adapter"
libxml/|libxslt/|libexslt/ lib/xml
mysql|errmsg\.h|mysqld_error|mariadb lib/db
ldap\.h|lber\.h lib/dir
sodium|utf8proc lib/base
zip\.h|xlsxwriter lib/table
fcgi fcgi
END

# A secret's bytes leave only where a server wants them.
sources lib fcgi | grep -vE '^lib/(base/secret\.[ch]|db/connection\.c|dir/)' |
    xargs grep -n 'secret_reveal(' | rule "secrets are revealed in the adapters only"
plan
