#!/bin/sh
# SPDX-License-Identifier: MIT
# The trial of packaging/try-deb.sh, inside its Debian and without a network: installs, has a person read, removes.
set -eu

cd /trial
chmod 777 /trial
said() { echo "ok  $*"; }
fail() { echo "FAILED  $*" >&2 && exit 1; }

# Every file with what is in it, but for what the package manager notes of its work and what people own.
every_file() {
    set -- / -xdev \( -path /proc -o -path /sys -o -path /dev -o -path /trial -o -path /tmp -o -path /run -o -path /home \
        -o -path /var/lib/dpkg -o -path /var/log -o -path /var/cache -o -path /var/lib/apt \) -prune -o
    {
        find "$@" -printf '%p %m %U %l\n'
        find "$@" -type f -print0 | xargs -0 md5sum
    } | grep -v '^/opt ' | LC_ALL=C sort # dpkg takes the empty folder /opt away with the last package in it
}

[ -z "$(sed '1,2d; /^ *lo:/d' /proc/net/dev)" ] || fail "there is a network"
every_file >before.log

dpkg -i article-reader.deb >install.log 2>&1 || fail "installing; see install.log"
said "installs without a network: $(du -sh /opt/article-reader | cut -f1) under /opt/article-reader"

unmet=$(find /opt/article-reader -name '*.so*' -type f ! -name 'libqgtk3.so' ! -name 'libcupsprintersupport.so' \
    -exec env LD_LIBRARY_PATH=/opt/article-reader/_internal ldd {} + 2>/dev/null | awk '/not found/ { print $1 }' | sort -u)
[ -z "$unmet" ] || fail "libraries that neither the package nor its dependencies bring: $unmet"
said "every library it is linked with is there"

install -d -o reader -m 700 /run/user/1000
su reader -c 'env XDG_RUNTIME_DIR=/run/user/1000 LC_ALL=C.UTF-8 dbus-run-session -- sh /trial/try-on-desktop.sh' ||
    fail "reading"

cksum /home/reader/.local/share/article-reader/state.db >state-before.log
dpkg --purge article-reader >remove.log 2>&1 || fail "removing; see remove.log"
every_file >after.log
diff before.log after.log >left.log || fail "files were left or lost: $(head -n 20 left.log)"
said "removing it leaves no file behind"
cksum /home/reader/.local/share/article-reader/state.db | cmp -s - state-before.log || fail "the reader's data changed"
said "what was read is kept in the reader's home"
