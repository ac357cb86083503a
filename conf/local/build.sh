# Building out of tree, in a folder of var.
# shellcheck shell=bash

# build NAME [OPTION ...]: leaves the programs in var/NAME.
build() {
    local folder=$var/$1
    shift
    [ ! -f "$top/config.status" ] || die "the source folder itself is configured; run \`make distclean\` in it first"
    if [ ! -f "$top/configure" ] || [ -n "$(cd "$top" && find configure.ac Makefile.am lib fcgi sql xslt conf tests \
        \( -name '*.mk' -o -name Makefile.am -o -name configure.ac \) -newer configure -print -quit)" ]; then
        say "Preparing the build (autoreconf)"
        (cd "$top" && logged autoreconf.log autoreconf -fi && touch configure)
    fi
    mkdir -p "$folder"
    if [ ! "$folder/config.status" -nt "$top/configure" ]; then
        say "Configuring ${folder#"$top"/}"
        (cd "$folder" && logged configure.log "$top/configure" -q --prefix=/usr --sysconfdir=/etc "$@")
    fi
    [ -x "$folder/fcgi/tdktd" ] || say "Building ${folder#"$top"/}"
    logged make.log make -C "$folder" -s -j "$(nproc)"
}
