# SPDX-License-Identifier: MIT
"""Pages laid out before, kept in the cache so that an article opens again without being read anew.

One file a page: a line of JSON with what the page was made from, then the page. A page is served only if
article file, options, look and program are what they were; anything else counts as not there.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from reader.core.article import (
    ArticleDate,
    ArticleFormat,
    CleanArticle,
    Dialect,
    Heading,
    ImageKey,
    ImageRef,
    Metadata,
    Problem,
    ReadOptions,
    SafeHtml,
)
from reader.core.presence import is_folder

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

_MOST_BYTES = 64 << 20  # of all pages
_LARGEST = 4 << 20  # of one page; larger ones are laid out anew each time
_SUFFIX = ".page"


@dataclass(frozen=True, slots=True)
class StoredPage:
    """A page as it was laid out; `pictures` are those that were at hand then."""

    article: CleanArticle
    html: bytes
    pictures: frozenset[ImageKey]


@dataclass(frozen=True, slots=True)
class PageState:
    """What a page is made from: it is served as long as all of this is as it was."""

    look: str
    told: tuple[str, ...]


class PageStore:
    """The kept pages of one folder; deleting it loses nothing but time."""

    def __init__(self, folder: Path, version: str, *made_by: Path) -> None:
        """`version` is the program's; in a checkout, what is in the folders `made_by` belongs to it."""
        self._folder = folder
        self._version, self._made_by = version, made_by

    @cached_property
    def _program(self) -> str:
        return program_fingerprint(self._version, *self._made_by)

    def load(self, path: Path, options: ReadOptions, look: str) -> StoredPage | None:
        """The page of an article in a look, if nothing has changed since it was kept."""
        state = self._state(path, options, look)
        if state is None:
            return None
        try:
            with self._file(path, look).open("rb") as file:
                head = json.loads(file.readline(_LARGEST))
                if head["state"] != state:
                    return None
                return StoredPage(_article(head["article"]), file.read(), frozenset(head["pictures"]))
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            return None

    def state(self, path: Path, options: ReadOptions, look: str) -> PageState | None:
        """What a page of that article would be made from at this moment; to be asked before it is read."""
        told = self._state(path, options, look)
        return None if told is None else PageState(look, tuple(told))

    def save(self, page: StoredPage, state: PageState | None) -> None:
        """Keep a page made in `state`; not one too large, nor one whose article holds files of its own."""
        if state is None or page.article.parts or len(page.html) > _LARGEST:
            return
        head = {"state": state.told, "pictures": sorted(page.pictures), "article": _plain(page.article)}
        line = json.dumps(head, ensure_ascii=True, separators=(",", ":"), default=_encode).encode("ascii")
        if len(line) > _LARGEST:
            return
        from reader.core.kept_files import write_whole

        write_whole(self._file(page.article.path, state.look), [line, b"\n", page.html])

    def prune(self) -> None:
        """Let the pages go that were kept longest ago, until the rest fits."""
        from reader.core.kept_files import prune_oldest

        prune_oldest(self._folder, _MOST_BYTES)

    def _file(self, path: Path, look: str) -> Path:
        name = hashlib.blake2b(os.fsencode(os.path.abspath(path)) + b"\0" + look.encode(), digest_size=16)
        return self._folder / (name.hexdigest() + _SUFFIX)

    def _state(self, path: Path, options: ReadOptions, look: str) -> list[str] | None:
        try:
            stat = path.stat()
        except (OSError, ValueError):
            return None
        file = f"{stat.st_size} {stat.st_mtime_ns} {stat.st_ino}"
        root = os.fsencode(options.library_root).hex() if options.library_root else ""
        rules = f"{options.dialect} {options.category_rule} {options.encoding} {root}"
        return [self._program, file, rules, _folder_state(options.rules_folder), look]


def _folder_state(folder: Path | None) -> str:
    """What tells one state of a folder's files from another."""
    if folder is None or not is_folder(folder):
        return ""
    return program_fingerprint("", folder)


def program_fingerprint(version: str, *folders: Path) -> str:
    """The version, and in a checkout the state of the files a page is made by."""
    seen = hashlib.blake2b(version.encode(), digest_size=12)
    waiting = list(folders)
    while waiting:
        for entry in sorted(os.scandir(waiting.pop()), key=lambda each: each.name):
            if entry.is_dir() and entry.name != "__pycache__":
                waiting.append(Path(entry.path))
            elif entry.is_file():
                stat = entry.stat()
                seen.update(f"{entry.name} {stat.st_size} {stat.st_mtime_ns}".encode())
    return seen.hexdigest()


def _plain(article: CleanArticle) -> dict[str, Any]:
    plain = {name: value for name, value in _shallow(article).items() if name != "parts"}
    plain["path"] = os.fsencode(article.path).hex()
    return plain


def _shallow(value: DataclassInstance) -> dict[str, Any]:
    return {name: getattr(value, name) for name in value.__dataclass_fields__}


def _encode(value: object) -> object:
    if isinstance(value, ArticleDate):
        offset = value.utc_offset.total_seconds() if value.utc_offset is not None else None
        return [value.wall.isoformat(), value.has_time, offset]
    if isinstance(value, Path):
        return os.fsencode(value).hex()
    return _shallow(cast("DataclassInstance", value))


def _article(plain: Mapping[str, Any]) -> CleanArticle:
    metadata = dict(plain["metadata"])
    for name in ("date", "updated"):
        metadata[name] = _date(metadata[name])
    metadata["categories"] = tuple(tuple(path) for path in metadata["categories"])
    for name in ("authors", "tags"):
        metadata[name] = tuple(metadata[name])
    cover = plain["cover"]
    return CleanArticle(
        path=Path(os.fsdecode(bytes.fromhex(plain["path"]))),
        format=ArticleFormat(plain["format"]),
        dialect=Dialect(plain["dialect"]),
        encoding=plain["encoding"],
        metadata=Metadata(**metadata),
        html=SafeHtml(plain["html"]),
        text=plain["text"],
        words=plain["words"],
        reading_minutes=plain["reading_minutes"],
        headings=tuple(Heading(**each) for each in plain["headings"]),
        images=tuple(ImageRef(**each) for each in plain["images"]),
        cover=ImageRef(**cover) if cover else None,
        problems=tuple(Problem(**each) for each in plain["problems"]),
    )


def _date(plain: list[Any] | None) -> ArticleDate | None:
    if plain is None:
        return None
    wall, has_time, offset = plain
    return ArticleDate(
        datetime.fromisoformat(wall), has_time, None if offset is None else timedelta(seconds=offset)
    )
