# Building out of tree, in a folder of var.
# shellcheck shell=bash

# Makes configure when what it is made of has changed.
make_configure() {
    [ ! -f "$top/config.status" ] || die "the source folder itself is configured; run \`make distclean\` in it first"
    if [ ! -f "$top/configure" ] || [ -n "$(cd "$top" && find configure.ac Makefile.am lib fcgi sql xslt conf tests \
        \( -name '*.mk' -o -name Makefile.am -o -name configure.ac \) -newer configure -print -quit)" ]; then
        say "Preparing the build (autoreconf)"
        (cd "$top" && logged autoreconf.log autoreconf -fi && touch configure)
    fi
}

# build NAME [OPTION ...]: leaves the programs in var/NAME.
build() {
    local folder=$var/$1
    shift
    make_configure
    mkdir -p "$folder"
    if [ ! "$folder/config.status" -nt "$top/configure" ]; then
        say "Configuring ${folder#"$top"/}"
        (cd "$folder" && logged configure.log "$top/configure" -q --prefix=/usr --sysconfdir=/etc "$@")
    fi
    [ -x "$folder/fcgi/tdktd" ] || say "Building ${folder#"$top"/}"
    logged make.log make -C "$folder" -s -j "$(nproc)"
}
