#!/bin/sh
# SPDX-License-Identifier: MIT
# `make bench`: the benchmarks of docs/BENCHMARKS.md; arguments go to the first one, time to readable text.
set -eu

cd "$(dirname "$0")/.."
sh packaging/set-up.sh dev
sh packaging/system.sh screen

.venv/bin/python -m tests.benchmarks.time_to_readable "$@"
[ $# -eq 0 ] || exit 0
for module in tests/benchmarks/bench_*.py; do
    [ -e "$module" ] || continue
    name=$(basename "$module" .py)
    echo
    .venv/bin/python -m "tests.benchmarks.$name"
done
