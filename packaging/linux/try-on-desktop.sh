#!/bin/sh
# SPDX-License-Identifier: MIT
# The part of packaging/try-deb.sh that a person does: at a desktop, with a file manager and a mouse.
#
# Each article holds a picture of one colour, so that its place on the screen can be counted in pixels of it.
set -eu

cd /trial
export DISPLAY=:7
patience=60 # seconds a slow machine may take for anything
said() { echo "ok  $*"; }
fail() {
    echo "FAILED  $*" >&2
    import -window root failed.png || true
    exit 1
}

# until_true COMMAND…: waits for a command to succeed.
until_true() {
    end=$(($(date +%s) + patience))
    until "$@" >/dev/null 2>&1; do
        [ "$(date +%s)" -lt "$end" ] || fail "waited in vain for: $*"
        sleep 0.2
    done
}

windows() { xdotool search --onlyvisible --class article-reader 2>/dev/null; }
one_window() { [ "$(windows | wc -l)" = 1 ]; }
no_window() { [ -z "$(windows)" ]; }
pixels() { # FILE COLOUR: how many of its pixels are of nearly this colour
    convert "$1" -alpha off -fuzz 8% -fill '#000001' +opaque "$2" -depth 8 -format %c histogram:info:- |
        awk '!/#000001/ { n += $1 } END { print n + 0 }'
}
shows() { # COLOUR: the article with this picture is on screen
    import -window root now.png && [ "$(pixels now.png "$1")" -ge 20000 ]
}
in_front() { [ "$(xdotool getactivewindow)" = "$(windows)" ]; }
first_process() { pgrep -o -u reader -x article-reader; }

article() { # NAME TITLE COLOUR
    {
        printf -- '---\ntitle: %s\n---\n\nOne paragraph, 一段文字。\n\n![](data:image/png;base64,' "$2"
        convert -size 240x160 "xc:$3" png:- | base64 -w 0
        printf ')\n\n'
        for _ in 1 2 3 4 5 6; do echo "Another paragraph of an article that somebody kept as a file." && echo; done
    } >"$HOME/articles/$1"
}

rest() { # waits until the screen stands still
    import -window root rest-1.png
    until_true sh -c 'mv rest-1.png rest-2.png; sleep 0.7; import -window root rest-1.png; cmp -s rest-1.png rest-2.png'
}

quit_reader() {
    kill "$(first_process)"
    until_true no_window
    until_true sh -c '! pgrep -u reader -x article-reader'
}

double_click() { # X Y
    xdotool mousemove "$1" "$2" sleep 0.3 click --repeat 2 --delay 90 1
}

mkdir -p "$HOME/articles"
article "first article.md" "The first" "#C2185B"
article "第二篇 #1 50%.md" "第二篇" "#1976D2"
Xvfb :7 -screen 0 1600x1000x24 -nolisten tcp >screen.log 2>&1 &
until_true xdotool getdisplaygeometry
openbox >openbox.log 2>&1 &
sleep 1

[ "$(xdg-mime query default text/markdown)" = article-reader.desktop ] || fail "Markdown is not opened by the reader"
xdg-open "$HOME/articles/first article.md" >xdg-open.log 2>&1 &
until_true shows '#C2185B'
rest
import -window "$(windows)" 1-xdg-open.png
! grep -q "without the engine's sandbox" xdg-open.log || fail "there is no sandbox"
said "xdg-open opens the article, with the engine's sandbox"
quit_reader

pcmanfm "$HOME/articles" >pcmanfm.log 2>&1 &
until_true xdotool search --onlyvisible --class pcmanfm
folder=$(xdotool search --onlyvisible --class pcmanfm | tail -n 1)
xdotool windowmove "$folder" 0 0 windowsize "$folder" 760 500 windowfocus "$folder"
sleep 3
rest
import -window root 2-file-manager.png

# The icons stand in the first row, right of the places, in the order of names. Where exactly depends on theme and fonts.
x=180
no_window || fail "there is a reader before the click"
while no_window && [ "$x" -lt 700 ]; do
    double_click "$x" 118
    sleep 2
    x=$((x + 25))
done
until_true shows '#C2185B'
rest
import -window "$(windows)" 3-double-click.png
# Of the page, not of the edge with the scroll bar and the line that offers to add the folder, which comes when it comes.
page=1100x680+0+60
different=$(compare -extract "$page" -metric AE -fuzz 5% 1-xdg-open.png 3-double-click.png null: 2>&1 || true)
[ "${different%%[!0-9]*}" -lt 2000 ] || fail "the article looks different: $different pixels"
said "a double-click in the file manager opens it: $different of the page's pixels differ from the first time"

process=$(first_process)
xdotool windowactivate --sync "$folder"
x=$((x + 60))
until shows '#1976D2'; do
    [ "$x" -lt 740 ] || fail "the second article did not open"
    xdotool windowactivate --sync "$folder"
    double_click "$x" 118
    sleep 2
    x=$((x + 25))
done
until_true in_front
rest
import -window root 4-second-double-click.png
one_window || fail "there is a second window"
[ "$(first_process)" = "$process" ] || fail "there is another process"
said "a second double-click comes to the same window and brings it to the front"

mkdir "$HOME/more"
echo "An article for handing over." >"$HOME/more/third.md"
best=999999
for _ in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15; do # the best of many: the machine may have other things to do
    begin=$(date +%s%3N)
    article-reader "$HOME/more/third.md" || fail "handing over"
    took=$(($(date +%s%3N) - begin))
    [ "$took" -ge "$best" ] || best=$took
done
[ "$best" -le 300 ] || fail "handing over took $best ms"
said "a second start hands its file over in $best ms"

for number in 01 02 03 04 05 06 07 08 09 10 11 12; do
    article "../more/tab-$number.md" "Tab $number" "#388E3C"
    article-reader "$HOME/more/tab-$number.md"
done
until_true shows '#388E3C'
sleep 6
tabs() { grep -o 'tab-[0-9][0-9]\.md' "$HOME/.config/article-reader/window.ini" | sort -u | wc -l; }
[ "$(tabs)" = 12 ] || fail "only $(tabs) of 12 tabs are noted"
kill -9 "$process"
until_true no_window
article-reader >again.log 2>&1 &
until_true shows '#388E3C'
rest
import -window "$(windows)" 5-after-the-crash.png
[ "$(tabs)" = 12 ] || fail "only $(tabs) of 12 tabs came back"
said "after a crash all 12 tabs are back"
quit_reader
