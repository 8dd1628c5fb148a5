# SPDX-License-Identifier: MIT
"""Which part of the library a scan looks at: all of it, or the folders in which something happened."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

SEPARATOR = os.fsencode(os.sep)


@dataclass(frozen=True, slots=True)
class Scope:
    """Folders to look into: `flat` ones alone, `deep` places with all that is, or was, below them."""

    flat: frozenset[bytes] = frozenset()
    deep: frozenset[bytes] = frozenset()

    @classmethod
    def of(cls, flat: Iterable[Path | str | bytes] = (), deep: Iterable[Path | str | bytes] = ()) -> Scope:
        """The scope of these folders; those below a deep one are in it already."""
        tops = outermost(frozenset(map(os.fsencode, deep)))
        rest = frozenset(each for each in map(os.fsencode, flat) if not is_within(each, tops))
        return cls(rest, tops)

    def looks_at(self, path: bytes) -> bool:
        """Whether a scan of this scope comes to a file or folder."""
        return path in self.flat or os.path.dirname(path) in self.flat or is_within(path, self.deep)

    def looks_into(self, folder: bytes) -> bool:
        """Whether a scan of this scope lists what a folder holds."""
        return folder in self.flat or is_within(folder, self.deep)

    def __bool__(self) -> bool:
        return bool(self.flat or self.deep)


def outermost(paths: frozenset[bytes]) -> frozenset[bytes]:
    """Those of `paths` that lie below no other one."""
    return frozenset(each for each in paths if not is_within(os.path.dirname(each), paths))


def is_within(path: bytes, tops: frozenset[bytes]) -> bool:
    """Whether `path` is one of `tops` or lies below one."""
    while tops:
        if path in tops:
            return True
        above: bytes = os.path.dirname(path)
        if above == path:
            return False
        path = above
    return False
