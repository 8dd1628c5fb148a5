#!/bin/sh
# SPDX-License-Identifier: MIT
# `make run`: sets up what is missing and opens the reader, with the files named.
#
# Where there is no display, the window is opened on a virtual one, saved as a picture and closed again.
set -eu

cd "$(dirname "$0")/.."
. packaging/screen.sh
sh packaging/set-up.sh run

if has_screen; then exec .venv/bin/python -m reader "$@"; fi

picture=build/first-window.png
mkdir -p build
rm -rf "$picture" build/first-window
if [ $# -eq 0 ]; then
    case ${LC_ALL:-${LC_MESSAGES:-${LANG:-}}} in
        zh*) set -- resources/welcome/welcome.zh.md ;;
        *) set -- resources/welcome/welcome.en.md ;;
    esac
fi
sh packaging/system.sh screen
echo "No display here: opening $1 on a virtual one." >&2
log=build/first-window.log
with_virtual_screen 1280x900 timeout 120 .venv/bin/python -m reader --data-dir build/first-window \
    --screenshot "$picture" --size 1280x860 "$@" >"$log" 2>&1 || {
    cat "$log" >&2
    exit 1
}
echo "The window, as it stood: $PWD/$picture"
