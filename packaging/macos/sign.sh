#!/bin/sh
# SPDX-License-Identifier: MIT
# Signs the bundle with the hardened runtime, packs it into a disk image and has Apple notarize it.
#
#     SIGN_AS="Developer ID Application: …" NOTARY_PROFILE=… sh packaging/macos/sign.sh
#
# NOTARY_PROFILE names what `xcrun notarytool store-credentials` has put into the keychain.
set -eu

cd "$(dirname "$0")/../.."
bundle="dist/Article Reader.app"
version=$(sed -n 's/^__version__ = "\(.*\)"/\1/p' reader/__init__.py)
image=dist/article-reader-$version-$(uname -m).dmg

codesign --force --deep --options runtime --timestamp --entitlements packaging/macos/entitlements.plist \
    --sign "${SIGN_AS:--}" "$bundle"
codesign --verify --strict --verbose=2 "$bundle"
hdiutil create -volname "Article Reader" -srcfolder "$bundle" -ov -format UDZO "$image"
if [ -n "${NOTARY_PROFILE:-}" ]; then
    xcrun notarytool submit "$image" --keychain-profile "$NOTARY_PROFILE" --wait
    xcrun stapler staple "$image"
fi
echo "$image"
