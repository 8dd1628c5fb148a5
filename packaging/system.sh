#!/bin/sh
# SPDX-License-Identifier: MIT
# Installs what the system lacks for the profiles of system-packages.txt that are named, and says so.
#
#     sh packaging/system.sh PROFILE…
#
# Only missing packages are asked for. Where that cannot be done, it prints the command to run by hand.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
table=$here/system-packages.txt
. "$here/python.sh"

distribution() {
    [ -r /etc/os-release ] || return 0
    for name in $(. /etc/os-release && echo "${ID:-} ${ID_LIKE:-}"); do
        case $name in
            debian | ubuntu) echo debian && return ;;
            fedora | rhel) echo fedora && return ;;
            arch) echo arch && return ;;
        esac
    done
}

has() {
    case $1 in
        lib:*) case $loader in *"${1#lib:} "*) true ;; *) false ;; esac ;;
        cmd:python3) find_python >/dev/null ;;
        cmd:*) command -v "${1#cmd:}" >/dev/null 2>&1 ;;
        py:*) python=$(find_python) && "$python" -c "import ${1#py:}" 2>/dev/null ;;
        font:*) command -v fc-list >/dev/null 2>&1 && [ -n "$(fc-list ":lang=${1#font:}" family 2>/dev/null)" ] ;;
    esac
}

# The package names, one a line, of every need of a profile that is not met.
missing() {
    # The loader's list is read once for the forty questions asked of it.
    loader=$(PATH=$PATH:/sbin:/usr/sbin && ldconfig -p 2>/dev/null) || loader=
    while read -r of test debian fedora arch; do
        if [ "$of" != "$1" ] || has "$test"; then continue; fi
        case $system in
            debian) echo "$debian" ;;
            fedora) echo "$fedora" ;;
            arch) echo "$arch" ;;
            *) echo "$test" ;;
        esac
    done <"$table" | tr ',' '\n' | sort -u
}

# One name the distribution knows for `a/b`, with the Python version in place of `%`.
known() {
    case $1 in
        *%*)
            version=$(python_version "$(find_python)" 2>/dev/null) || version=3
            echo "${1%\%*}$version${1#*%}"
            return
            ;;
    esac
    for name in $(echo "$1" | tr '/' ' '); do
        if apt-cache show --no-all-versions "$name" 2>/dev/null | grep -q '^Package:'; then break; fi
    done
    echo "$name"
}

can_be_root() { [ "$(id -u)" -eq 0 ] || command -v sudo >/dev/null 2>&1; }

as_root() { if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo "$@"; fi; }

refresh() { # the package lists of a fresh machine are empty or old; once is enough
    if [ "$system" = debian ] && [ -z "${refreshed:-}" ]; then
        echo "Refreshing the list of the system's packages" >&2
        as_root apt-get -qq update >&2 || true
        refreshed=yes
    fi
}

add_packages() {
    case $system in
        debian) as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq -y --no-install-recommends install "$@" ;;
        fedora) as_root dnf -q -y --setopt=install_weak_deps=False install "$@" ;;
        arch) as_root pacman -S --needed --noconfirm "$@" ;;
    esac
}

by_hand() {
    case $system in
        debian) echo "apt-get install $*" ;;
        fedora) echo "dnf install $*" ;;
        arch) echo "pacman -S --needed $*" ;;
    esac
}

fail() {
    echo "$*" >&2
    exit 1
}

resolve() { if [ "$system" = debian ]; then for name in "$@"; do known "$name"; done; else echo "$@"; fi; }

# Says everything that is missing, where nothing can be installed from here.
ask_for() {
    names=$(for profile in "$@"; do missing "$profile"; done)
    [ -n "$names" ] || exit 0
    [ -n "$system" ] || fail "The reader needs, and this system lacks:" $names
    fail "Neither root nor sudo here. To be run as root:" "$(by_hand $(resolve $names))"
}

provide() {
    names=$(missing "$1")
    [ -n "$names" ] || return 0
    refresh
    names=$(resolve $names)
    echo "Installing from the system's packages:" $names >&2
    # shellcheck disable=SC2086
    add_packages $names >"$log" 2>&1 || {
        tail -n 20 "$log" >&2
        fail "That did not work. By hand, as root:" "$(by_hand $names)"
    }
    names=$(missing "$1")
    [ -z "$names" ] || fail "Still missing after installing:" $names
}

system=$(distribution)
log=$(mktemp)
trap 'rm -f "$log"' EXIT
if [ -z "$system" ] || ! can_be_root; then ask_for "$@"; fi
for profile in "$@"; do provide "$profile"; done
