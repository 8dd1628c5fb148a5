#!/bin/sh
# SPDX-License-Identifier: MIT
# Tries the Debian package as a person would, in a Debian made for it: installs, double-clicks, reads, removes.
#
#     sudo sh packaging/try-deb.sh [dist/article-reader_….deb]
#
# Makes a minimal Debian with debootstrap (once; SUITE, MIRROR and TRY_ROOT say which, from where and where), gives it
# a file manager, a window manager and a virtual screen, and copies it for the trial. From then on there is no network.
# What is done and asserted stands in linux/try-in-root.sh. Pictures of the screen are left in build/try-deb.
set -eu

cd "$(dirname "$0")/.."
suite=${SUITE:-bookworm}
mirror=${MIRROR:-http://deb.debian.org/debian}
base=${TRY_ROOT:-build/try-root}/$suite
pictures=build/try-deb
package=${1:-$(find dist -name 'article-reader_*.deb' 2>/dev/null | sort | tail -n 1)}
desktop="xvfb openbox pcmanfm xdotool xdg-utils libfile-mimeinfo-perl desktop-file-utils shared-mime-info dbus imagemagick procps
    adwaita-icon-theme fonts-dejavu-core fonts-noto-cjk"

fail() { echo "$*" >&2 && exit 1; }
[ "$(id -u)" = 0 ] || fail "A Debian in a folder can only be made by root."
[ -r "$package" ] || fail "There is no package; 'make package' builds one."
for tool in debootstrap unshare pivot_root; do
    command -v "$tool" >/dev/null || fail "$tool is needed."
done

in_base() {
    env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin DEBIAN_FRONTEND=noninteractive HOME=/root LC_ALL=C.UTF-8 \
        unshare --mount --pid --fork --mount-proc="$base/proc" chroot "$base" "$@"
}

make_base() {
    mkdir -p "$base"
    debootstrap --variant=minbase "$suite" "$base" "$mirror" >"$base.log" 2>&1 || fail "debootstrap failed; see $base.log"
    printf 'APT::Install-Recommends "false";\nAcquire::Check-Valid-Until "false";\n' >"$base/etc/apt/apt.conf.d/trial"
    cp -L /etc/resolv.conf "$base/etc/resolv.conf"
    in_base apt-get -qq update
    # shellcheck disable=SC2086
    in_base apt-get -qq -y install $desktop >>"$base.log" 2>&1 || fail "No desktop there; see $base.log"
    in_base useradd --create-home reader
    touch "$base/made"
}

[ -e "$base/made" ] || make_base
# What the package asks for comes from Debian while there is a network; the package itself comes later, without one.
in_base apt-get -qq -y satisfy "$(dpkg-deb -f "$package" Depends)" >>"$base.log" 2>&1 || fail "Its needs are not met; see $base.log"

trial=$base-trial
rm -rf "$trial" "$pictures"
mkdir -p "$pictures"
trap 'rm -rf "$trial"' EXIT
cp -a --reflink=auto "$base" "$trial"
mkdir "$trial/trial"
cp "$package" "$trial/trial/article-reader.deb"
cp packaging/linux/try-in-root.sh packaging/linux/try-on-desktop.sh "$trial/trial/"

# A root of its own and not a chroot: in a chroot nobody may make the user namespaces the engine's sandbox is made of.
status=0
env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 unshare --mount --pid --fork --net --ipc --uts sh -c '
    set -eu
    mount --bind "$1" "$1"
    cd "$1"
    mount --rbind /dev dev
    mount -t proc proc proc
    mount -t tmpfs -o mode=1777 shared-memory dev/shm 2>/dev/null || true
    mkdir -p old-root
    pivot_root . old-root
    umount -l /old-root
    exec sh /trial/try-in-root.sh
' sh "$trial" || status=$?
cp "$trial"/trial/*.png "$trial"/trial/*.log "$pictures/" 2>/dev/null || true
[ "$status" = 0 ] || fail "The trial failed; see $pictures."
