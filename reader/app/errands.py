# SPDX-License-Identifier: MIT
"""Work on the library that a command hands to the open window, so that one program writes; no Qt here.

It travels as one line of JSON over the socket of `single_instance`, with a number of its own: a window
that does not know it says no, and so does one that shows no library. Then, and where there is no window, the
command does the work itself. Otherwise lines of JSON come back: `done`, `total`, `phase`, at last `report`
or `error`.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, cast, get_args

from reader.app.paths import AppPaths
from reader.app.single_instance import MOST_FILES, YES, Line, is_path, line_to_first
from reader.core.article import CategoryRule, Dialect
from reader.core.errors import LibraryError
from reader.core.library import ScanProgress, ScanReport

PROTOCOL = 2
Deed = Literal["scan", "add", "remove"]
_PATIENCE = 15.0  # seconds until the window says yes or no; a window that is just starting needs a few


@dataclass(frozen=True, slots=True)
class Errand:
    """What is to be done: a scan, after folders were taken in or out."""

    deed: Deed
    folders: tuple[Path, ...] = ()  # absolute
    dialect: Dialect | None = None
    category_rule: CategoryRule | None = None
    full: bool = False

    def to_line(self) -> bytes:
        """The errand as it travels; file names that are no text survive as surrogates."""
        message = {
            "article-reader": PROTOCOL,
            "do": self.deed,
            "folders": [str(folder) for folder in self.folders],
            "dialect": self.dialect,
            "categories": self.category_rule,
            "full": self.full,
        }
        return json.dumps(message).encode("ascii") + b"\n"

    @classmethod
    def from_line(cls, line: bytes) -> Errand | None:
        """The errand of a line, or None where it is none that is known here."""
        try:
            fields: Any = json.loads(line)
            if not isinstance(fields, dict) or fields.get("article-reader") != PROTOCOL:
                return None
            message = cast("dict[str, Any]", fields)
            dialect, rule = message.get("dialect"), message.get("categories")
            folders = tuple(Path(name) for name in message.get("folders", ()))
            errand = cls(
                deed=message["do"],
                folders=folders[:MOST_FILES],
                dialect=None if dialect is None else Dialect(dialect),
                category_rule=None if rule is None else CategoryRule(rule),
                full=message.get("full") is True,
            )
        except (ValueError, TypeError, KeyError, RecursionError):
            return None
        known = errand.deed in get_args(Deed) and all(map(_is_path, errand.folders))
        return errand if known else None


def run_in_window(
    paths: AppPaths, errand: Errand, follow: Callable[[ScanProgress], object]
) -> ScanReport | None:
    """Has the open window do it; None where the command has to do that. LibraryError says what failed."""
    with line_to_first(paths.data) as line:
        if line is None or not _is_taken(line, errand):
            return None
        for message in _messages(line):
            if "report" in message:
                return _report(message["report"])
            if "error" in message:
                raise LibraryError(str(message["error"]))
            follow(_progress(message))
    raise LibraryError("The window that was doing this has ended; run the command again.")


def _is_taken(line: Line, errand: Errand) -> bool:
    line.be_patient(_PATIENCE)
    try:
        line.say(errand.to_line())
        return line.hear(64) == YES
    except OSError:
        return False


def _messages(line: Line) -> Iterator[dict[str, Any]]:
    line.be_patient(None)
    while True:
        try:
            heard = line.hear(1 << 16)
            message: Any = json.loads(heard) if heard else None
        except (OSError, ValueError):
            return
        if not isinstance(message, dict):
            return
        yield cast("dict[str, Any]", message)


def _report(fields: Any) -> ScanReport:
    own = ("complete", "turned")
    known = {name: fields.get(name, 0) for name in ScanReport.__dataclass_fields__ if name not in own}
    return ScanReport(**known, complete=fields.get("complete") is True)


def _progress(message: dict[str, Any]) -> ScanProgress:
    done, total = message.get("done", 0), message.get("total", 0)
    return ScanProgress(int(done), int(total), Path(), str(message.get("phase", "")))


def _is_path(folder: Path) -> bool:
    return folder.is_absolute() and is_path(os.fspath(folder))
