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
lib/scan: lib/base/
lib/paper: lib/base/
lib/table: lib/base/ lib/xml/stream.h
lib/core: lib/base/ lib/xml/doc.h lib/xml/tree.h lib/xml/rule.h
lib/store: lib/base/ lib/core/ lib/db/db.h lib/xml/doc.h
fcgi: lib/
'
through_walls() {
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
    done
}
echo '#include "lib/store/award.h"' | seed lib/core/seed.c
rule "a layer includes only what it may" through_walls

doorless() {
    for folder in lib/* fcgi; do
        [ -d "$folder" ] || continue
        echo "$doors" | grep -q "^$folder:" || echo "$folder"
    done
}
seed lib/seed/seed.c < /dev/null
rule "every folder has its row in the table of doors" doorless

# Outside lib/db nobody sees the connection; and so on.
private_headers() {
    for folder in db:db.h,migrate.h,statements.h dir:dir.h; do
        name=${folder%%:*}
        public=$(echo "${folder#*:}" | tr ',' '|' | sed 's/\./\\./g')
        sources lib fcgi | grep -v "^lib/$name/" | xargs grep -nH "#include \"lib/$name/" |
            grep -vE "lib/$name/($public)\""
    done
}
echo '#include "lib/db/connection.h"' | seed fcgi/seed.c
rule "only public headers of lib/db and lib/dir are seen outside" private_headers

# header pattern, folder that may use it
foreign_headers() {
    while read -r pattern folder; do
        sources lib fcgi | grep -v "^$folder/" | xargs grep -nHE "#include <($pattern)"
    done << END
libxml/|libxslt/|libexslt/ lib/xml
mysql|errmsg\.h|mysqld_error|mariadb lib/db
ldap\.h|lber\.h lib/dir
sodium|utf8proc lib/base
zip\.h|xlsxwriter lib/table
fcgi fcgi
END
}
echo '#include <libxml/tree.h>' | seed lib/core/seed.c
rule "a library's headers stay in its adapter" foreign_headers

# A secret's bytes leave only where a server wants them.
revealed() {
    sources lib fcgi | grep -vE '^lib/(base/secret\.[ch]|db/connection\.c|dir/)' | xargs grep -nH 'secret_reveal('
}
echo 'log_info("password", "is", secret_reveal(password), NULL);' | seed fcgi/seed.c
rule "secrets are revealed in the adapters only" revealed
plan
