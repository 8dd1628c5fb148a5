#!/bin/sh
# SPDX-License-Identifier: MIT
# Makes the Debian package: deb.sh PROGRAM-TREE SHARE-TREE VERSION. The program lies under /opt/article-reader.
set -eu

cd "$(dirname "$0")/../.."
program=$1 share=$2 version=$3
architecture=$(dpkg --print-architecture)
root=build/deb
documents=$root/usr/share/doc/article-reader

# Names of the table are Debian's: `a,b` are two packages, `a/b` either of them.
libraries() {
    awk '$1 == "window" { print $3 }' packaging/system-packages.txt | tr ',' '\n' | sort -u |
        sed 's,/, | ,g' | paste -sd, | sed 's/,/, /g'
}

# The newest symbols of the C library that anything in the tree asks for.
libc() {
    find "$program" -type f \( -name '*.so*' -o -perm -u+x \) -exec grep -aoh 'GLIBC_2\.[0-9]*' {} + |
        sort -uV | tail -n 1 | sed 's/GLIBC_//'
}

# As the policy counts: files in whole KiB, a folder as one; so it is the same on every file system.
installed_size() {
    find "$root" -path "$root/DEBIAN" -prune -o -printf '%y %s\n' |
        awk '{ sum += $1 == "f" ? int(($2 + 1023) / 1024) : 1 } END { print sum }'
}

rm -rf "$root"
mkdir -p "$root/DEBIAN" "$root/opt" "$root/usr/bin" "$documents" "$root/usr/share/lintian/overrides"
cp -r "$program" "$root/opt/article-reader"
cp -r "$share/." "$root/usr/share"
ln -s /opt/article-reader/article-reader "$root/usr/bin/article-reader"
{
    echo "Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/"
    echo "Upstream-Name: article-reader"
    echo
    echo "Files: *"
    echo "Copyright: Article Reader developers"
    echo "License: Expat"
    sed '1,/^$/d; s/^$/./; s/^/ /' LICENSE
    echo
    echo "Files: opt/article-reader/_internal/*"
    echo "Copyright: the authors of the bundled packages"
    echo "License: various"
    echo " Each package with its licence and the text of it stands in"
    echo " /opt/article-reader/_internal/reader/resources/licences/licences.json, and in the window under \"About\"."
    echo " Qt and PySide6 are used under the LGPL, version 3: /usr/share/common-licenses/LGPL-3; their libraries are"
    echo " files of their own there and may be exchanged."
} >"$documents/copyright"
{
    echo "article-reader ($version) unstable; urgency=medium"
    echo
    echo "  * What changed stands in CHANGELOG.md of the source."
    echo
    echo " -- Article Reader developers <developers@article-reader.invalid>  $(date -Ru -d "@$SOURCE_DATE_EPOCH")"
} | gzip -9n >"$documents/changelog.gz"
install -m 644 packaging/linux/apparmor-profile "$documents/apparmor-profile"
install -m 644 packaging/linux/lintian-overrides "$root/usr/share/lintian/overrides/article-reader"
find "$root" -type d -exec chmod 755 {} +
find "$root" -type f -exec chmod u+rw,go+rX,go-w {} +
find "$root/opt" -type f -name '*.so*' -exec chmod 644 {} +
chmod 755 "$root/opt/article-reader/article-reader"
cat >"$root/DEBIAN/control" <<CONTROL
Package: article-reader
Version: $version
Architecture: $architecture
Maintainer: Article Reader developers <developers@article-reader.invalid>
Section: text
Priority: optional
Installed-Size: $(installed_size)
Depends: libc6 (>= $(libc)), $(libraries)
Recommends: fonts-noto-cjk, xdg-utils
Description: reader for articles kept as files
 Opens Markdown with front matter, saved web pages, MHTML and plain text in a
 quiet window, cleaned of what is not the article, by category and folder.
 Everything works offline, and files are never changed.
 .
 This package brings its own Python and Qt under /opt/article-reader.
CONTROL
(cd "$root" && find opt usr -type f -exec md5sum {} + | LC_ALL=C sort -k 2) >"$root/DEBIAN/md5sums"
find "$root" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +
# shellcheck disable=SC2086
dpkg-deb --root-owner-group ${DEB_COMPRESSION:--Zxz -z3} --build "$root" "dist/article-reader_${version}_$architecture.deb" >/dev/null
