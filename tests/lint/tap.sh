# What the lints share: one rule, one TAP line; findings are printed as remarks. Stands in the source folder.
# A rule that cannot fail is worse than none: each is tried on a small tree with a fault in it, sown just before it.
cd "${top_srcdir:-.}" || exit 1
source=$PWD
lints=$source/tests/lint
LC_ALL=C.UTF-8
export LC_ALL
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
rules=0

# seed FILE: standard input is that file in the tree with the fault.
seed() {
    mkdir -p "$work/seed/$(dirname "$1")"
    cat > "$work/seed/$1"
}

# rule NAME FUNCTION: the function prints what it finds wrong in the tree it stands in. Passes when that is nothing in
# the source, and something in the tree that was sown.
rule() {
    rules=$((rules + 1))
    mkdir -p "$work/seed/lib" "$work/seed/fcgi"
    "$2" > "$work/found"
    (cd "$work/seed" && "$2") > "$work/sown" 2> /dev/null
    if [ -s "$work/found" ]; then
        echo "not ok - $1"
        sed 's/^/#   /' "$work/found"
    elif [ ! -s "$work/sown" ]; then
        echo "not ok - $1"
        echo "#   the rule does not see the fault that was sown for it"
    else
        echo "ok - $1"
    fi
    rm -rf "$work/seed"
}

plan() {
    echo "1..$rules"
}

# Every C file of the folders; generated ones left out.
sources() {
    find "$@" \( -name '*.c' -o -name '*.h' \) ! -path 'lib/db/statements.*' | sort
}
