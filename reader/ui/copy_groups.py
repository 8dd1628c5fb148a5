# SPDX-License-Identifier: MIT
"""The list of duplicates: a heading over the versions of each article, and what is said of each of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from reader.ui.elided_text import plain_line
from reader.ui.search_hits import RowHit

if TYPE_CHECKING:
    from reader.core.library import CopyNote, Library

_ADDRESS_LIMIT = 80  # characters
_FILE_LIMIT = 100
translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class GroupOfCopies:
    """The versions of one article."""

    number: int
    heading: str


@dataclass(frozen=True, slots=True)
class CopiesShown:
    """What the list of duplicates shows beside the articles."""

    groups: Mapping[int, GroupOfCopies]  # by the ids of the versions
    notes: Mapping[str, RowHit]  # by their keys


def copies_shown(library: Library) -> CopiesShown:
    """Asks the library for the copies and puts into words why they belong together."""
    groups: dict[int, GroupOfCopies] = {}
    notes: dict[str, RowHit] = {}
    for number, members in groupby(library.copies(), lambda note: note.group):
        versions = tuple(members)
        group = GroupOfCopies(number, _heading(versions))
        for note in versions:
            groups[note.id] = group
            notes[str(note.key)] = RowHit(_note(note))
    return CopiesShown(groups, notes)


def _heading(versions: tuple[CopyNote, ...]) -> str:
    count = translate("Copies", "%Ln versions", "", len(versions))
    if all(note.address for note in versions):
        shown = plain_line(versions[0].address, _ADDRESS_LIMIT)
        return translate("Copies", "%1 · the same address: %2").replace("%1", count).replace("%2", shown)
    return translate("Copies", "%1 · nearly the same text").replace("%1", count)


def _note(note: CopyNote) -> str:
    """Which of the files it is, and what it shares with the newest one."""
    file = plain_line(f"{note.path.parent.name}/{note.path.name}", _FILE_LIMIT)
    if note.is_newest:
        return translate("Copies", "Newest version: %1").replace("%1", file)
    reasons = [translate("Copies", "the same address")] if note.address else []
    if note.share is None:
        reasons.append(translate("Copies", "too short to compare the texts"))
    elif note.share >= 0.995:
        reasons.append(translate("Copies", "as good as the same text"))
    else:
        share = translate("Copies", "about %1 % of the text alike")
        reasons.append(share.replace("%1", str(round(100 * note.share))))
    why = translate("Copies", ", ").join(reasons)
    return translate("Copies", "Other version, %2: %1").replace("%2", why).replace("%1", file)
