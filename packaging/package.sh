#!/bin/sh
# SPDX-License-Identifier: MIT
# `make package`: wheel, source, the self-contained program as a tarball and as a Debian package, bill of materials
# and checksums, under dist/ (Linux).
#
# Built in an environment of its own, from the pinned packages; nothing of it ends up in .venv. Archives are the
# same each time for the same commit and the same packages.
set -eu

cd "$(dirname "$0")/.."
. packaging/python.sh
[ "$(uname -s)" = Linux ] || { echo "On Windows and macOS see docs/PACKAGING.md." >&2 && exit 1; }
for tool in objdump strip xz; do
    command -v "$tool" >/dev/null || { echo "$tool is needed; it comes with binutils or xz." >&2 && exit 1; }
done

environment=build/package-env
version=$(sed -n 's/^__version__ = "\(.*\)"/\1/p' reader/__init__.py)
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2>/dev/null || date +%s)}
PYTHONHASHSEED=0
PYINSTALLER_CONFIG_DIR=$PWD/build/pyinstaller
export SOURCE_DATE_EPOCH PYTHONHASHSEED PYINSTALLER_CONFIG_DIR

set_up() {
    key=$(cat requirements/run.txt requirements/package.txt | cksum)
    if [ -r "$environment/key" ] && [ "$(cat "$environment/key")" = "$key" ]; then return 0; fi
    python=$(find_python)
    "$python" -m venv --clear "$environment"
    for list in run package; do
        "$environment/bin/python" -m pip --disable-pip-version-check -q install \
            --require-hashes --only-binary :all: -r "requirements/$list.txt"
    done
    echo "$key" >"$environment/key"
}

python_archives() { # wheel and source
    "$environment/bin/python" -m hatchling build -d dist >/dev/null
}

program_tree() {
    rm -rf build/licences build/icons
    "$environment/bin/python" packaging/licences.py build/licences
    "$environment/bin/python" packaging/icons.py build/icons
    "$environment/bin/python" -m PyInstaller --noconfirm --clean --log-level ERROR --distpath build/bundle \
        --workpath build/bundle-work packaging/bundle/article-reader.spec
    # Qt comes without symbols already, and what auditwheel has repaired is better left as it is.
    find build/bundle/article-reader/_internal \( -name PySide6 -o -name '*.libs' \) -prune -o \
        -type f -name '*.so*' -exec strip --strip-unneeded {} +
    # The engine would make it where it may write, and a package would leave it behind.
    mkdir -p build/bundle/article-reader/_internal/PySide6/Qt/resources/locales
    chmod -R u+rwX,go+rX,go-w build/bundle/article-reader
}

share_tree() { # folder: what a desktop wants to know
    mkdir -p "$1/share/applications" "$1/share/metainfo" "$1/share/man/man1" "$1/share/icons"
    install -m 644 packaging/linux/article-reader.desktop "$1/share/applications/"
    "$environment/bin/python" packaging/metainfo.py "$1/share/metainfo"
    gzip -9n <packaging/linux/article-reader.1 >"$1/share/man/man1/article-reader.1.gz"
    cp -r build/icons/hicolor "$1/share/icons/"
    PYTHONPATH=. "$environment/bin/python" packaging/completions.py "$1"
    find "$1/share" -type d -exec chmod 755 {} +
    find "$1/share" -type f -exec chmod 644 {} +
}

tarball() {
    name=article-reader-$version-linux-$(uname -m)
    folder=build/tarball/$name
    rm -rf build/tarball
    mkdir -p "$folder"
    cp -r build/bundle/article-reader "$folder/program"
    cp -r build/desktop/share "$folder/share"
    cp LICENSE "$folder/"
    cp build/licences/article-reader.cdx.json "$folder/"
    ln -s program/article-reader "$folder/article-reader"
    tar -C build/tarball --sort=name --owner=0 --group=0 --numeric-owner --mode=u+rwX,go+rX,go-w \
        --mtime="@$SOURCE_DATE_EPOCH" -cf - "$name" |
        xz -T4 --x86 --lzma2=preset=3 >"dist/$name.tar.xz" # always in threads: one alone writes other bytes
}

checksums() { (cd dist && sha256sum -- *"$version"* >SHA256SUMS && cat SHA256SUMS); }

mkdir -p dist
rm -f dist/article-reader* dist/article_reader* dist/SHA256SUMS
set_up
python_archives
program_tree
rm -rf build/desktop
share_tree build/desktop
tarball
if command -v dpkg-deb >/dev/null; then
    sh packaging/linux/deb.sh build/bundle/article-reader build/desktop/share "$version"
else
    echo "No dpkg-deb here, so no Debian package." >&2
fi
cp build/licences/article-reader.cdx.json "dist/article-reader-$version.cdx.json"
checksums
du -sh build/bundle/article-reader
ls -lh dist
