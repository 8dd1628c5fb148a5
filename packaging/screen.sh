# shellcheck shell=sh
# SPDX-License-Identifier: MIT
# A virtual screen for programs that need one where none is. To be sourced, in the root of the checkout.

has_screen() { [ "$(uname -s)" != Linux ] || [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; }

# with_virtual_screen WxH COMMAND…: runs a command on a screen of its own, ends the screen with it.
with_virtual_screen() {
    screen_folder=$(mktemp -d)
    mkfifo "$screen_folder/number"
    Xvfb -displayfd 3 -screen 0 "${1}x24" -nolisten tcp 3>"$screen_folder/number" 2>"$screen_folder/log" &
    screen=$!
    trap 'kill "$screen" 2>/dev/null || true; rm -rf "$screen_folder"' EXIT
    read -r number <"$screen_folder/number" || {
        cat "$screen_folder/log" >&2
        return 1
    }
    shift
    DISPLAY=:$number QT_QPA_PLATFORM=xcb "$@"
}
