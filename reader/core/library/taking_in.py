# SPDX-License-Identifier: MIT
"""Takes in a file that holds reading state: an export of another program, a journal, or an export of ours."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from reader.core.errors import SettingsError, cause_of
from reader.core.presence import is_file
from reader.core.settings.imports import ImportReport, KnownArticle, read_export, take_in
from reader.core.settings.journal import SUFFIX
from reader.core.settings.merge import MergeReport, take_journals

if TYPE_CHECKING:
    from reader.core.library.library import Library

_OURS = (b'{"format": "article-reader', b'{"entity"')


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What became of a file; `source` is the program that wrote it, or empty for lines of our own."""

    source: str = ""
    named: int = 0  # articles in the export
    report: ImportReport = field(default_factory=ImportReport)
    merged: MergeReport = field(default_factory=MergeReport)

    @property
    def changed(self) -> int:
        """How much is otherwise than before."""
        return self.merged.changed + self.report.changed + self.report.highlights


def take_in_file(library: Library, place: Path, text_of: Callable[[Path], str]) -> TakenIn:
    """Takes in what the file says; nothing is overwritten that is newer here. Makes a backup before."""
    from reader.core.settings.backup import back_up_if_due

    if not is_file(place):
        raise SettingsError(f"{place} is no file; give an export or a journal.")
    states = library.states
    if _is_ours(place):
        return TakenIn(merged=take_journals(states.store, [place]))
    source, articles = read_export(place)
    if states.path.exists():
        back_up_if_due(states.store)
    known = [KnownArticle(path, title, url) for path, title, url in library.sources()]
    return TakenIn(source, len(articles), take_in(states, articles, known, text_of))


def _is_ours(file: Path) -> bool:
    try:
        with file.open("rb") as opened:
            head = opened.read(400).lstrip()
    except OSError as error:
        raise SettingsError(f"{file} cannot be read: {cause_of(error)}.") from error
    return head.startswith(_OURS) or (file.suffix == SUFFIX and b'"Annotation"' not in head)
