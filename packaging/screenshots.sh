#!/bin/sh
# SPDX-License-Identifier: MIT
# `make screenshots`: the reader takes its own pictures for docs/screenshots, in two themes and two languages.
set -eu

cd "$(dirname "$0")/.."
sh packaging/set-up.sh run

data=build/screenshots
pictures=docs/screenshots
rm -rf "$data"
mkdir -p "$data" "$pictures"
reader=".venv/bin/python -m reader --data-dir $data"
$reader add resources/welcome >/dev/null

take() { # language theme article
    printf '[appearance]\nlanguage = "%s"\n' "$1" >"$data/preferences.toml"
    picture=$pictures/window-$2-${1%_*}.png
    # shellcheck disable=SC2086
    QT_QPA_PLATFORM=offscreen timeout 120 $reader --screenshot "$picture" --size 1280x820 --theme "$2" "$3"
    echo "$picture"
}

for theme in light dark; do
    take en "$theme" resources/welcome/welcome.en.md
    take zh_CN "$theme" resources/welcome/welcome.zh.md
done
