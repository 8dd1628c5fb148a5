# shellcheck shell=sh
# SPDX-License-Identifier: MIT
# Finds a Python of at least 3.11; PYTHON names one to try first. To be sourced.

is_new_enough() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; }

python_version() { "$1" -c 'import sys; print("%d.%d" % sys.version_info[:2])'; }

makes_environments() { "$1" -c 'import ensurepip' 2>/dev/null; }

# The system's own comes before what version managers put into PATH: distributions build theirs for speed, those built
# on the spot are mostly a tenth slower. One without `ensurepip` is taken where nothing else is there.
find_python() {
    second=
    for candidate in ${PYTHON:-} ${SYSTEM_PYTHON-/usr/bin/python3} python3 python3.14 python3.13 python3.12 python3.11; do
        if ! command -v "$candidate" >/dev/null 2>&1 || ! is_new_enough "$candidate"; then continue; fi
        if [ "$candidate" = "${PYTHON:-}" ] || makes_environments "$candidate"; then
            command -v "$candidate"
            return 0
        fi
        second=${second:-$(command -v "$candidate")}
    done
    [ -n "$second" ] && echo "$second"
}
