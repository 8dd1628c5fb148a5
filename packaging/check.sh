#!/bin/sh
# SPDX-License-Identifier: MIT
# `make check`: everything that can be said about the code without running it. All checks run; one failure fails.
set -u

cd "$(dirname "$0")/.." || exit 1
sh packaging/set-up.sh dev || exit 1

bin=.venv/bin
log=$(mktemp)
trap 'rm -f "$log"' EXIT
failed=

check() {
    name=$1
    shift
    if "$@" >"$log" 2>&1; then
        echo "ok      $name"
    else
        echo "FAILED  $name: $*"
        cat "$log"
        failed=yes
    fi
}

export PYRIGHT_PYTHON_IGNORE_WARNINGS=1
check format "$bin/ruff" format --check .
check lint "$bin/ruff" check --output-format concise .
check types "$bin/pyright"
check imports "$bin/lint-imports"
check translations "$bin/python" packaging/translations.py check
check shell sh -c 'for script in packaging/*.sh packaging/*/*.sh; do sh -n "$script" || exit 1; done'
[ -z "$failed" ]
