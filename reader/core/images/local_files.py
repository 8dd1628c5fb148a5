# SPDX-License-Identifier: MIT
"""Seeks the file that a picture's address may mean, never outside its confines."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

_SITE_FOLDERS = (
    "static",
    "public",
    "source",
    "assets",
    "content",
    "",
    ".vuepress/public",
    "docs",
    "src",
    "images",
)
_BESIDE = ("images", "assets", "img", "media", "_resources", "resources", "attachments")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]+:")
_MAX_ADDRESS = 4096
_MAX_CANDIDATES = 600


def find_file(address: str, article: Path, root: Path, image_root: str | None) -> Path | None:
    """The real path of the first file that `address` may mean, inside `root`, links followed."""
    if not address or len(address) > _MAX_ADDRESS or "\x00" in address:
        return None
    real_root = os.path.realpath(root)
    seen: set[str] = set()
    for candidate in _candidates(address, article, root, image_root):
        path = os.path.normpath(candidate)
        if path in seen:
            continue
        seen.add(path)
        if len(seen) > _MAX_CANDIDATES:
            return None
        found = _confined(path, root, real_root)
        if found is not None:
            return found
    return None


def _confined(path: str, root: Path, real_root: str) -> Path | None:
    try:
        if not Path(path).is_relative_to(root) or not Path(path).is_file():
            return None
        real = Path(os.path.realpath(path))
    except (OSError, ValueError):
        return None
    return real if real.is_relative_to(real_root) else None


def _candidates(address: str, article: Path, root: Path, image_root: str | None) -> Iterator[Path]:
    if _SCHEME.match(address) or address.startswith(("//", "\\\\")):
        yield from _saved_remote(address, article)
        return
    for written in _spellings(address):
        bare = written.lstrip("/")
        if written.startswith("/"):
            yield from _under_image_root(bare, article, root, image_root)
        else:
            yield from _relative(written, article)
        for folder in _upwards(article.parent, root):
            yield from (folder / site / bare for site in _SITE_FOLDERS)


def _spellings(address: str) -> Iterator[str]:
    """The address as written, without query, and percent-decoded."""
    plain = address.partition("#")[0].partition("?")[0]
    decoded = unquote(plain, errors="surrogateescape")
    for written in dict.fromkeys(
        (decoded, plain, unquote(address, errors="surrogateescape"), decoded.replace("\\", "/"))
    ):
        if written.strip("/") and "\x00" not in written:
            yield written


def _relative(written: str, article: Path) -> Iterator[Path]:
    name = written.rpartition("/")[2]
    yield article.parent / written
    yield article.parent / article.stem / written
    for folder in _own_folders(article):
        yield folder / written
        yield folder / name
    yield from (article.parent / folder / name for folder in _BESIDE)


def _own_folders(article: Path) -> Iterator[Path]:
    """Folders that programs make for the pictures of one article."""
    for ending in ("_files", ".files", ".assets", "", "_assets", ".resources"):
        folder = article.parent / (article.stem + ending)
        if folder != article:
            yield folder


def _saved_remote(address: str, article: Path) -> Iterator[Path]:
    """A remote picture saved under its own name in a folder of this article alone."""
    try:
        name = unquote(urlsplit(address).path.rpartition("/")[2], errors="surrogateescape")
    except ValueError:
        return
    if name and "/" not in name and "\x00" not in name and name not in (".", ".."):
        yield from (folder / name for folder in _own_folders(article))


def _under_image_root(bare: str, article: Path, root: Path, image_root: str | None) -> Iterator[Path]:
    if image_root and not _SCHEME.match(image_root) and "\x00" not in image_root:
        written = unquote(image_root, errors="surrogateescape")
        yield article.parent / written / bare
        yield root / written.lstrip("/") / bare


def _upwards(folder: Path, root: Path) -> Iterator[Path]:
    yield folder
    if folder.is_relative_to(root):
        while folder != root:
            folder = folder.parent
            yield folder
