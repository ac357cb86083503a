#!/bin/sh
# What an office copies to its machine: systemd's units and nginx's files keep what they promise.
. "${top_srcdir:-.}/tests/lint/tap.sh"

protections() {
    grep -E '^(Protect|Private|Restrict|NoNew|Capability|Ambient|MemoryDeny|LockPers|SystemCall|LimitCORE|RemoveIPC|Keyring|ProcSubset)' "$1"
}

unequal() {
    protections conf/systemd/tdktd.service | while IFS= read -r line; do
        grep -qxF -- "$line" conf/systemd/tdkt-ldap-sync.service || echo "tdkt-ldap-sync.service lacks $line"
    done
}
echo 'ProtectClock=yes' | seed conf/systemd/tdktd.service
echo 'ProtectHome=yes' | seed conf/systemd/tdkt-ldap-sync.service
rule "what protects the service protects the nightly sync" unequal

cores() {
    grep -L '^LimitCORE=0$' conf/systemd/*.service
}
echo 'User=tdkt' | seed conf/systemd/seed.service
rule "no unit writes a core: what was typed may be in it" cores

groups() {
    grep -qx 'm www-data tdkt' conf/systemd/tdkt.sysusers || echo "nginx is not in the group of the files"
    grep -qx 'UMask=0027' conf/systemd/tdktd.service || echo "the group cannot read the files"
    grep -qE '^StateDirectory=(.* )?tdkt/files( |$)' conf/systemd/tdktd.service || echo "nobody makes the folder of files"
}
echo 'u tdkt -' | seed conf/systemd/tdkt.sysusers
echo 'UMask=0027' | seed conf/systemd/tdktd.service
rule "nginx can read what people hand in" groups

# One add_header in a location takes away those of the server.
headers() {
    awk '/^location/ { place = $0; own = 0; said = 0 }
        /^ +add_header/ { own = 1; if (/Strict-Transport-Security/) said = 1 }
        /^}/ { if (own && !said) print FILENAME ": " place }' conf/nginx/tdkt/locations.conf
}
printf 'location /a {\n    add_header X-A b;\n}\n' | seed conf/nginx/tdkt/locations.conf
rule "a location with a header of its own keeps the browser to TLS as well" headers

broken() {
    grep -qE '^fastcgi_keep_conn on;' conf/nginx/tdkt/fastcgi.conf ||
        echo "an answer that breaks off would be taken for a whole one"
}
echo 'fastcgi_keep_conn off;' | seed conf/nginx/tdkt/fastcgi.conf
rule "an answer that breaks off is an error" broken
plan
