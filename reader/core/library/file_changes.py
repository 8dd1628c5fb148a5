# SPDX-License-Identifier: MIT
"""Compares the files found with those known: new, changed, moved, gone. Reads only where in doubt."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from reader.core.content_hash import content_hash
from reader.core.library.walker import FoundFile


class KnownFile(NamedTuple):
    """An article file as the catalogue remembers it."""

    id: int
    path: bytes
    folder_id: int
    size: int
    mtime_ns: int
    ctime_ns: int
    inode: int
    content_hash: str
    stale: bool


@dataclass(slots=True)
class FileChanges:
    """What has happened to the files since the last scan."""

    added: list[FoundFile] = field(default_factory=list[FoundFile])
    changed: list[FoundFile] = field(default_factory=list[FoundFile])
    moved: list[tuple[KnownFile, FoundFile]] = field(default_factory=list[tuple[KnownFile, FoundFile]])
    renumbered: list[tuple[KnownFile, FoundFile]] = field(default_factory=list[tuple[KnownFile, FoundFile]])
    removed: list[KnownFile] = field(default_factory=list[KnownFile])
    first: list[bytes] = field(default_factory=list[bytes])
    """All files of a library that was empty, by their paths alone: they may be very many."""

    @property
    def arrived(self) -> list[bytes]:
        """The paths at which there was no article before."""
        return [*self.first, *(file.path for file in self.added), *(new.path for _, new in self.moved)]

    @property
    def to_read(self) -> list[FoundFile]:
        """Every file whose article has to be read, in the order of the walk."""
        return [*(file for _, file in self.moved), *self.changed, *self.added]


def compare(
    found: Mapping[bytes, FoundFile], known: Mapping[bytes, KnownFile], kept: Iterable[bytes], full: bool
) -> FileChanges:
    """Sorts out `found` against `known`; what lies under `kept` cannot be seen today and stays."""
    changes = FileChanges()
    for path, file in found.items():
        before = known.get(path)
        if before is None:
            changes.added.append(file)
        elif before.stale or full or (before.size, before.mtime_ns) != (file.size, file.mtime_ns):
            changes.changed.append(file)
        elif (before.inode, before.ctime_ns) != (file.inode, file.ctime_ns):
            # Some network file systems number anew at every mount; others reveal a swap this way. Programs
            # that write a file and set its time back (rsync, cp -p) give themselves away by the other time.
            if content_hash(path, file.size) == before.content_hash:
                changes.renumbered.append((before, file))
            else:
                changes.changed.append(file)
        elif before.folder_id != file.folder_id:
            changes.changed.append(file)
    away = tuple(path.rstrip(b"/\\") for path in kept)
    changes.removed = [file for path, file in known.items() if path not in found and not _under(path, away)]
    _find_moves(changes, known)
    return changes


def _under(path: bytes, folders: tuple[bytes, ...]) -> bool:
    separator = os.fsencode(os.sep)
    return any(path == folder or path.startswith(folder + separator) for folder in folders)


def _find_moves(changes: FileChanges, known: Mapping[bytes, KnownFile]) -> None:
    """Takes moved files out of the added, changed and removed ones: by inode, then by content."""
    replaced = [known[file.path] for file in changes.changed]
    by_inode = {(file.inode, file.size, file.mtime_ns): file for file in (*changes.removed, *replaced)}
    arrivals: dict[bytes, KnownFile] = {}
    for file in (*changes.added, *changes.changed):
        identity = (file.inode, file.size, file.mtime_ns)
        before = known.get(file.path)
        if before is not None and identity == (before.inode, before.size, before.mtime_ns):
            continue  # read again for another reason; a hard link may share its inode
        origin = by_inode.get(identity)
        if origin is not None and _is_the_same(origin, file):
            arrivals[file.path] = by_inode.pop(identity)
    _match_contents(changes, arrivals)
    if not arrivals:
        return
    files = {file.path: file for file in (*changes.added, *changes.changed)}
    changes.moved = [(origin, files[path]) for path, origin in arrivals.items()]
    left = {origin.path for origin in arrivals.values()}
    overwritten = [known[path] for path in arrivals if path in known and path not in left]
    changes.added = [file for file in changes.added if file.path not in arrivals]
    # A known place whose article moved away and that holds another file now holds a new article.
    changes.added += [file for file in changes.changed if file.path in left and file.path not in arrivals]
    changes.changed = [f for f in changes.changed if f.path not in arrivals and f.path not in left]
    changes.removed = [file for file in changes.removed if file.path not in left] + overwritten


def _is_the_same(origin: KnownFile, file: FoundFile) -> bool:
    """Numbers of deleted files are given again: the content has to agree where it is known."""
    return not origin.content_hash or content_hash(file.path, file.size) == origin.content_hash


def _match_contents(changes: FileChanges, arrivals: dict[bytes, KnownFile]) -> None:
    """Files copied over and deleted, or moved to another disk: same content, same name preferred.

    Where several new files have the content of one that is gone, nobody but a person can say which it is.
    """
    taken = {origin.id for origin in arrivals.values()}
    gone: dict[str, list[KnownFile]] = {}
    for file in changes.removed:
        if file.id not in taken and file.content_hash and file.size:
            gone.setdefault(file.content_hash, []).append(file)
    if not gone:
        return
    sizes = {file.size for files in gone.values() for file in files}
    candidates = [f for f in changes.added if f.path not in arrivals and f.size in sizes]
    hashed = [(file, content_hash(file.path, file.size)) for file in candidates]
    for same_name in (True, False):
        unsure = _unsure(hashed, arrivals, gone, same_name=same_name)
        for file, value in hashed:
            name = os.path.basename(file.path)
            if file.path in arrivals or (value, name if same_name else b"") in unsure:
                continue
            origins = gone.get(value, [])
            match = [o for o in origins if not same_name or os.path.basename(o.path) == name]
            if match:
                origins.remove(match[0])
                arrivals[file.path] = match[0]


def _unsure(
    hashed: Iterable[tuple[FoundFile, str]],
    arrivals: Mapping[bytes, KnownFile],
    gone: Mapping[str, list[KnownFile]],
    *,
    same_name: bool,
) -> set[tuple[str, bytes]]:
    """Contents that more new files have than are gone, each with the name where that has to agree, too."""

    def name(path: bytes) -> bytes:
        return os.path.basename(path) if same_name else b""

    waiting = Counter((value, name(file.path)) for file, value in hashed if file.path not in arrivals)
    left = Counter((value, name(file.path)) for value, files in gone.items() for file in files)
    return {one for one, count in waiting.items() if count > left[one] > 0}


def is_emptied_mount(root: Path, device: int | None) -> bool:
    """Whether a folder that had articles is now an empty one on another disk: not mounted today."""
    try:
        with os.scandir(root) as entries:
            if next(entries, None) is not None:
                return False
        return device is not None and root.stat().st_dev != device
    except OSError:
        return True
