# SPDX-License-Identifier: MIT
"""Seeks the file that a picture's address may mean, never outside its confines."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from functools import cached_property
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
_OWN_ENDINGS = ("_files", ".files", ".assets", "", "_assets", ".resources")
_SCHEME = r"[A-Za-z][A-Za-z0-9+.\-]+:"
_MAX_ADDRESS = 4096


class LocalFiles:
    """The places where pictures of one article may lie: `article` and `root` absolute, `root` above it."""

    def __init__(self, article: Path, root: Path, image_root: str | None) -> None:
        self._folder = article.parent
        self._stem = article.stem
        self._root = root
        self._image_root = image_root

    def find(self, address: str) -> Path | None:
        """The real path of the first file that `address` may mean, inside the root, links followed."""
        if not address or len(address) > _MAX_ADDRESS or "\x00" in address:
            return None
        if address.startswith(("https://", "http://")) and not self._own_folders:
            return None  # as most are
        paths = dict.fromkeys(os.path.normpath(candidate) for candidate in self._candidates(address))
        return next((found for path in paths if (found := self._confined(path))), None)

    def _confined(self, path: str) -> Path | None:
        try:
            inside = Path(path).is_relative_to(self._root) and Path(path).is_file()
            real = Path(os.path.realpath(path)) if inside else None
        except (OSError, ValueError):
            return None
        return real if real and real.is_relative_to(self._real_root) else None

    def _candidates(self, address: str) -> Iterator[str]:
        if re.match(_SCHEME, address) or address.startswith(("//", "\\\\")):
            yield from self._saved_remote(address)
            return
        for written in _spellings(address):
            bare = written.lstrip("/")
            if written.startswith("/"):
                yield from (f"{folder}/{bare}" for folder in self._image_roots)
            else:
                yield from self._relative(written)
            yield from (f"{folder}/{bare}" for folder in self._site_folders)

    def _relative(self, written: str) -> Iterator[str]:
        name = written.rpartition("/")[2]
        yield f"{self._folder}/{written}"
        # a generator serves `post.md` at `post/`: what is `../x.png` there lies beside the file
        yield f"{self._folder}/{self._stem}/{written}"
        for folder in self._own_folders:
            yield from (f"{folder}/{written}", f"{folder}/{name}")
        yield from (f"{folder}/{name}" for folder in self._folders_beside)

    def _saved_remote(self, address: str) -> Iterator[str]:
        """A remote picture saved under its own name in a folder of this article alone."""
        if not self._own_folders:
            return
        try:
            name = unquote(urlsplit(address).path.rpartition("/")[2], errors="surrogateescape")
        except ValueError:
            return
        if name and "/" not in name and "\x00" not in name and name not in (".", ".."):
            yield from (f"{folder}/{name}" for folder in self._own_folders)

    @cached_property
    def _real_root(self) -> str:
        return os.path.realpath(self._root)

    @cached_property
    def _own_folders(self) -> tuple[Path, ...]:
        """Folders that programs make for the pictures of one article."""
        return _existing(self._folder / (self._stem + ending) for ending in _OWN_ENDINGS)

    @cached_property
    def _folders_beside(self) -> tuple[Path, ...]:
        return _existing(self._folder / name for name in _BESIDE)

    @cached_property
    def _site_folders(self) -> tuple[Path, ...]:
        """Where sites keep their files, from the article's folder up to the root."""
        above = (self._folder, *self._folder.parents)
        inside = (folder for folder in above if folder.is_relative_to(self._root))
        return _existing(folder / name for folder in inside for name in _SITE_FOLDERS)

    @cached_property
    def _image_roots(self) -> tuple[Path, ...]:
        told = self._image_root
        if not told or re.match(_SCHEME, told) or "\x00" in told:
            return ()
        written = unquote(told, errors="surrogateescape")
        places = (self._folder / written, self._root / written.lstrip("/"))
        return _existing(Path(os.path.normpath(place)) for place in places)


def _existing(folders: Iterator[Path]) -> tuple[Path, ...]:
    return tuple(folder for folder in folders if _is_folder(folder))


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def _spellings(address: str) -> Iterator[str]:
    """The address as written, without query, and percent-decoded."""
    plain = address.partition("#")[0].partition("?")[0]
    decoded = unquote(plain, errors="surrogateescape")
    whole = unquote(address, errors="surrogateescape")
    for written in dict.fromkeys((decoded, plain, whole, decoded.replace("\\", "/"))):
        if written.strip("/") and "\x00" not in written:
            yield written
