#!/bin/sh
# SPDX-License-Identifier: MIT
# Makes the checkout ready, installing only what is missing.
#
#     sh packaging/set-up.sh run     .venv with what the reader runs on, the system's libraries and a Chinese font
#     sh packaging/set-up.sh dev     the same, with the tools of `make check` and `make test`
#     sh packaging/set-up.sh core    .venv-core: without PySide6 and system libraries
#
# Each leaves a stamp: a checksum of all that decides its content. While it holds, the next call reads a few
# files and is done.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
root=$(dirname "$here")
cd "$root"
. "$here/python.sh"
profile=${1:-run}

case $profile in
    run | dev) venv=.venv ;;
    core) venv=.venv-core ;;
    *) echo "unknown profile: $profile" >&2 && exit 2 ;;
esac

key() { # of pyproject.toml all but the settings of our tools, which change no environment
    {
        sed '/^\[tool\.ruff/,$d' pyproject.toml
        cat "requirements/$1.txt" packaging/system-packages.txt "$venv/pyvenv.cfg"
    } | cksum
    "$venv/bin/python" -V
    echo "$root"
}

holds() { [ -r "$venv/set-up-$1" ] && [ "$(cat "$venv/set-up-$1")" = "$(key "$1" 2>/dev/null)" ]; }

system_packages() {
    [ "$(uname -s)" = Linux ] || return 0
    parts="python venv window"
    [ "$profile" != core ] || parts="python venv"
    # shellcheck disable=SC2086
    sh "$here/system.sh" $parts
    [ "$profile" != core ] || return 0
    sh "$here/system.sh" fonts || echo "Going on without a Chinese font; Chinese text will show as boxes." >&2
}

virtual_environment() {
    if "$venv/bin/python" -c 'import pip' 2>/dev/null && is_new_enough "$venv/bin/python"; then return 0; fi
    python=$(find_python) || {
        echo "Python 3.11 or newer is needed and was not found; PYTHON=/path/to/python names one." >&2
        exit 1
    }
    echo "Making $venv with $("$python" -V)" >&2
    "$python" -m venv --clear "$venv"
}

pip_install() {
    quiet=-qq
    [ ! -t 2 ] || quiet=
    # shellcheck disable=SC2086
    "$venv/bin/python" -m pip --disable-pip-version-check --no-input $quiet install "$@" >&2
}

# Also where the environment keeps Python from writing any: without it the reader starts half as fast again.
bytecode() { "$venv/bin/python" -I -m compileall -q reader; }

if holds "$profile"; then bytecode && exit 0; fi
# What serves developing serves running.
if [ "$profile" = run ] && holds dev; then bytecode && exit 0; fi

system_packages
virtual_environment
echo "Installing the pinned packages of requirements/$profile.txt into $venv" >&2
pip_install --require-hashes --only-binary :all: -r "requirements/$profile.txt"
[ "$profile" = core ] || pip_install --no-deps --no-index --no-build-isolation --editable .
key "$profile" >"$venv/set-up-$profile"
bytecode
