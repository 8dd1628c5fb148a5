# SPDX-License-Identifier: MIT
"""A folder of pictures that a person or another program has kept, with files named by address or hash.

It is only read. For `https://example.com/a/b.png?w=9` these files are looked for, in this order:

- `example.com/a/b.png?w=9`, also with `@` for `?`, or without the query (what `wget -x` writes);
- `https%3A%2F%2Fexample.com%2Fa%2Fb.png%3Fw%3D9`: the whole address, percent-encoded;
- `https___example.com_a_b.png_w_9`: the whole address, with `_` for all but letters, digits, `.` and `-`;
- the MD5, SHA-1 or SHA-256 of the address in hexadecimal, with any ending or none, also one folder down that
  has the first two digits as its name (`ab/ab34….jpg`).

The address counts as the article writes it, without an image proxy around it, and with https and http.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from threading import Lock
from urllib.parse import quote, unquote, urlsplit

from reader.core.images.addresses import addresses_to_try, is_web_address
from reader.core.images.found import FoundImage
from reader.core.images.inspect_image import image_in_file

_HASHES = ("md5", "sha1", "sha256")
_MOST_NAMES = 500_000
_LONGEST_NAME = 255
_REPLACED = re.compile(r"[^A-Za-z0-9.-]")


class ImageArchive:
    """An ImageStore over such a folder; threads may share it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._lock = Lock()
        self._listed: dict[str, tuple[int, Mapping[str, str]]] = {}

    def find(self, url: str) -> FoundImage | None:
        """The picture that was kept of `url`."""
        if not is_web_address(url):
            return None
        url = url.encode("utf-8", "replace").decode("utf-8")  # a page may write halves of characters
        for path in self._candidates(url):
            found = image_in_file(path) if self._is_inside(path) else None
            if found is not None:
                return found
        return None

    def find_all(self, urls: Iterable[str]) -> dict[str, FoundImage]:
        """The pictures that were kept of `urls`."""
        return {url: found for url in urls if (found := self.find(url))}

    def _candidates(self, url: str) -> Iterator[Path]:
        written = tuple(_spellings(url))
        for address in written:
            yield from (self.folder / name for name in _paths(address))
        names = self._names("")
        for address in written:
            for name in (quote(address, safe=""), _REPLACED.sub("_", address)):
                if name in names:
                    yield self.folder / names[name]
            for algorithm in _HASHES:
                digest = hashlib.new(algorithm, address.encode(), usedforsecurity=False).hexdigest()
                if digest in names:
                    yield self.folder / names[digest]
                elif digest[:2] in names and digest in (below := self._names(digest[:2])):
                    yield self.folder / digest[:2] / below[digest]

    def _is_inside(self, path: Path) -> bool:
        try:
            if not path.is_file():
                return False
            return Path(os.path.realpath(path)).is_relative_to(os.path.realpath(self.folder))
        except (OSError, ValueError):
            return False

    def _names(self, below: str) -> Mapping[str, str]:
        """The files of a folder by their names, and by their names without ending where those are hashes."""
        place = self.folder / below
        try:
            changed = place.stat().st_mtime_ns
            with self._lock:
                if below not in self._listed or self._listed[below][0] != changed:
                    self._listed[below] = (changed, _listing(place))
                return self._listed[below][1]
        except OSError:
            return {}


def _listing(folder: Path) -> dict[str, str]:
    names: dict[str, str] = {}
    with os.scandir(folder) as entries:
        for entry in entries:
            stem = entry.name.partition(".")[0].lower()
            names[stem if len(stem) in (32, 40, 64) else entry.name] = entry.name
            if len(names) >= _MOST_NAMES:
                break
    return names


def _spellings(url: str) -> Iterator[str]:
    """The ways in which an address may have been written when its picture was kept."""
    bare = url.partition("#")[0]
    plain = addresses_to_try(url)
    turned = [
        f"{'http' if each.startswith('https:') else 'https'}://{each.partition('://')[2]}" for each in plain
    ]
    yield from dict.fromkeys((bare, *plain, *turned))


def _paths(address: str) -> Iterator[str]:
    try:
        parts = urlsplit(address)
        host = parts.netloc.rpartition("@")[2]
    except ValueError:
        return
    if not host or not parts.path.strip("/"):
        return
    for path in dict.fromkeys((unquote(parts.path, errors="replace"), parts.path)):
        for query in (f"?{parts.query}", f"@{parts.query}", "") if parts.query else ("",):
            name = f"{host}{path}{query}"
            steps = name.split("/")
            if "\0" not in name and ".." not in steps and all(len(step) <= _LONGEST_NAME for step in steps):
                yield name
