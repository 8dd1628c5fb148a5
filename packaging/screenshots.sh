#!/bin/sh
# SPDX-License-Identifier: MIT
# `make screenshots`: the reader takes its own pictures for docs/screenshots, in two themes and two languages.
set -eu

cd "$(dirname "$0")/.."
sh packaging/set-up.sh run

take() { # language, its suffix, theme: a library of the welcome articles of that language, none of them read yet
    folder=build/screenshots/$2-$3
    picture=docs/screenshots/window-$3-$2.png
    mkdir -p "$folder/articles"
    cp resources/welcome/*."$2".md resources/welcome/*.svg "$folder/articles"
    printf '[appearance]\nlanguage = "%s"\n' "$1" >"$folder/preferences.toml"
    printf '[General]\nlibrary_shown=true\n' >"$folder/window.ini"
    .venv/bin/python -m reader --data-dir "$folder" add "$folder/articles" >/dev/null 2>&1
    timeout 120 .venv/bin/python -m reader --data-dir "$folder" --screenshot "$picture" --size 1280x820 \
        --theme "$3" "$folder/articles/welcome.$2.md" >"$folder/log" 2>&1 || {
        cat "$folder/log" >&2
        exit 1
    }
    echo "$picture"
}

export QT_QPA_PLATFORM=offscreen
rm -rf build/screenshots
mkdir -p docs/screenshots
for theme in light dark; do
    take en en "$theme"
    take zh_CN zh "$theme"
done
