#!/bin/sh
# SPDX-License-Identifier: MIT
# `make test`: what needs no Qt in an environment without it, then the rest with it; arguments go to a single run of pytest.
#
# Qt's own offscreen platform serves the tests of the window: the web engine paints on it, and unlike a virtual
# display it needs no server, no window manager and no number that another run may have taken.
set -eu

cd "$(dirname "$0")/.."
export QT_QPA_PLATFORM=offscreen
unset DISPLAY WAYLAND_DISPLAY
sh packaging/set-up.sh dev

# A run of chosen tests is one run.
if [ $# -gt 0 ]; then exec .venv/bin/python -m pytest "$@"; fi

sh packaging/set-up.sh core
if .venv-core/bin/python -c 'import PySide6' 2>/dev/null; then
    echo ".venv-core is to be without PySide6, but has it; 'rm -r .venv-core' and try again." >&2
    exit 1
fi
quiet=
[ -z "${CI:-}" ] || quiet=-q
status=0
# shellcheck disable=SC2086
.venv-core/bin/python -m pytest $quiet --ignore=tests/ui --ignore=tests/test_architecture.py \
    --ignore=tests/test_packaging.py || status=$?
# shellcheck disable=SC2086
.venv/bin/python -m pytest $quiet --ignore=tests/core || status=$?
exit $status
