#!/bin/sh
# Makes the files of the demonstration province in a folder:
#
#   make.sh FOLDER [SERVICE_HASH]
#
#   units.csv people.csv campaigns.csv awards.csv   to be imported, in this order
#   province.sql                                    everything else, loaded afterwards by the schema's owner
#   directory.ldif                                  the whole directory; SERVICE_HASH is the service account's {SSHA}
#
# The same year (SAMPLE_YEAR, or the current one) always gives the same files.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
out=$1
service=${2:-}
year=${SAMPLE_YEAR:-$(date +%Y)}
# Everybody's password is thidua-2026.
hash='{SSHA}7+gDLfvQalAP2tTS5hs6Wk9Y0EN0ZGt0LWRlbW8='

mkdir -p "$out"
cp "$here/units.csv" "$out/units.csv"
awk -f "$here/fields.awk" -f "$here/people.awk" -v out="$out" -v hash="$hash" -v this_year="$year" \
    "$here/units.csv" "$here/sizes.csv" "$here/accounts.csv"
awk -f "$here/awards.awk" "$out/people.csv" "$here/units.csv" > "$out/awards.csv"
sed "s/{year}/$year/g" "$here/campaigns.csv" > "$out/campaigns.csv"

{
    sed "s|@service@|$service|" "$here/directory.ldif"
    awk -f "$here/fields.awk" -f "$here/accounts.awk" -v want=groups "$here/accounts.csv"
    cat "$out/people.ldif"
} > "$out/directory.ldif"

{
    cat "$here/tables.sql" "$out/ratings.sql" "$out/headcount.sql"
    awk -f "$here/fields.awk" -f "$here/accounts.awk" -v want=roles "$out/people.csv" "$here/accounts.csv"
    sed "s/{year}/$year/g" "$here/province.sql"
} > "$out/province.sql"
rm "$out/people.ldif" "$out/ratings.sql" "$out/headcount.sql"
