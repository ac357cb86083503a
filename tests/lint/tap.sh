# What the lints share: one rule, one TAP line; findings are printed as remarks. Stands in the source folder.
cd "${top_srcdir:-.}" || exit 1
LC_ALL=C.UTF-8
export LC_ALL
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT

# Passes when standard input is empty. Stands at the end of a pipe, so it counts in a file.
rule() {
    cat > "$work/found"
    echo >> "$work/rules"
    if [ -s "$work/found" ]; then
        echo "not ok - $1"
        sed 's/^/#   /' "$work/found"
    else
        echo "ok - $1"
    fi
}

plan() {
    echo "1..$(wc -l < "$work/rules")"
}

# Every C file of the folders; generated ones left out.
sources() {
    find "$@" \( -name '*.c' -o -name '*.h' \) ! -path 'lib/db/statements.*' | sort
}
