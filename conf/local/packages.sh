# What has to be on the machine. Installs nothing that is there and no package with a service in it.
# shellcheck shell=bash

as_root() {
    if [ "$(id -u)" = 0 ]; then
        "$@"
    elif command -v sudo > /dev/null; then
        sudo -- "$@"
    else
        die "this needs root, and there is no sudo: run \`$*\` as root, then start again"
    fi
}

# There from another source than a package: a program of that name.
from_elsewhere() {
    case $1 in
    nodejs) command -v node > /dev/null ;;
    npm | chromium | gcovr) command -v "$1" > /dev/null ;;
    *) return 1 ;;
    esac
}

refresh_lists() {
    say "Reading the lists of packages anew (apt-get update)"
    as_root apt-get -q update > "$var/log/apt-update.log" 2>&1 ||
        { tail -n 5 "$var/log/apt-update.log" >&2; die "apt-get update failed"; }
}

known() {
    [[ $(apt-cache policy "$1" 2> /dev/null) == *"Candidate: "[0-9]* ]]
}

# install_packages FILE ...: one name per line, why after a #.
install_packages() {
    local name wanted installed missing=()
    command -v apt-get > /dev/null || die "this needs Debian 12 or a relative of it (apt-get)"
    mkdir -p "$var/log"
    wanted=$(sed -e 's/[[:space:]]*#.*//' -e '/^$/d' "$@")
    # shellcheck disable=SC2086
    installed=$(dpkg-query -W -f '${db:Status-Status} ${Package}\n' $wanted 2> /dev/null |
        sed -n 's/^installed //p' || true) # it fails when it knows nothing of one
    for name in $wanted; do
        grep -qxF "$name" <<< "$installed" || from_elsewhere "$name" || missing+=("$name")
    done
    [ ${#missing[@]} -gt 0 ] || return 0
    say "Installing: ${missing[*]}"
    for name in "${missing[@]}"; do
        known "$name" || { refresh_lists; break; }
    done
    if ! install "${missing[@]}"; then
        refresh_lists
        install "${missing[@]}" || { tail -n 20 "$var/log/apt.log" >&2; die "the packages cannot be installed"; }
    fi
}

install() {
    as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -y -o DPkg::Lock::Timeout=300 \
        install --no-install-recommends "$@" > "$var/log/apt.log" 2>&1 < /dev/null
}

# nginx and slapd: their programs without their services.
unpack_servers() {
    unpack_nginx || { refresh_lists; unpack_nginx; } || die "nginx cannot be fetched; see $var/log/nginx.log"
    "$top/conf/local/slapd.sh" fetch 2> "$var/log/slapd.log" ||
        { refresh_lists; "$top/conf/local/slapd.sh" fetch; } || die "slapd cannot be fetched"
}

unpack_nginx() {
    local scratch=$programs.new
    command -v nginx > /dev/null && return
    say "Unpacking nginx into var/programs"
    rm -rf "$scratch"
    mkdir -p "$scratch/packages"
    (cd "$scratch/packages" && apt-get -q download nginx && dpkg-deb -x nginx_*.deb "$scratch") \
        > "$var/log/nginx.log" 2>&1 || return
    rm -rf "$scratch/packages" "$programs"
    mv "$scratch" "$programs"
}
