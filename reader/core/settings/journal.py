# SPDX-License-Identifier: MIT
"""The journal of one machine: every change as a line of JSON, written before the database has it."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, cast

from reader.core.article import Problem
from reader.core.errors import SettingsError, cause_of
from reader.core.settings.entries import Entry, read_entry

VERSION = 1
MOST_LINE = 2 << 20
"""Bytes of one line; a longer one is left out and reported."""
MOST_BYTES = 1 << 30
"""Bytes of a journal; a larger one is none of ours."""
SUFFIX = ".jsonl"


@dataclass(slots=True)
class JournalReading:
    """Goes through one journal; afterwards `problem` says what had to be left out."""

    path: Path
    admits: Callable[[Entry], bool] = lambda _entry: True
    entries: int = 0
    skipped: int = 0
    refused: str = ""

    def __iter__(self) -> Iterator[Entry]:
        """Every entry that can be understood; what a crash or a stranger left behind is passed over."""
        try:
            with self.path.open("rb") as file:
                if os.fstat(file.fileno()).st_size > MOST_BYTES:
                    self.refused = f"{self.path} is larger than {MOST_BYTES >> 30} GiB, which no journal is."
                    return
                for line in _lines(file):
                    entry = read_entry(line) if line else None
                    if entry is not None and self.admits(entry):
                        self.entries += 1
                        yield entry
                    elif not self._is_header(line) and line.strip():
                        self.skipped += 1
                    if self.refused:
                        return
        except OSError as error:
            self.refused = f"{self.path} cannot be read: {cause_of(error)}."

    @property
    def problem(self) -> Problem | None:
        """What was wrong with the file, if anything."""
        if self.refused:
            return Problem("journal-refused", self.refused)
        if self.skipped:
            return Problem(
                "journal-lines", f"{self.path}: {self.skipped} lines were not understood and left out."
            )
        return None

    def _is_header(self, line: bytes) -> bool:
        try:
            table = json.loads(line)
        except (ValueError, RecursionError):
            return False
        if not isinstance(table, dict) or "format" not in table:
            return False
        version = cast("dict[str, object]", table).get("version")
        if version != VERSION:
            self.refused = (
                f"{self.path} was written by another version of Article Reader (format {version!r:.20}, "
                f"this one knows {VERSION})."
            )
        return True


def journal_header(machine: str) -> bytes:
    """The first line of every journal and export."""
    head = {"format": "article-reader-state", "version": VERSION, "machine": machine}
    return json.dumps(head).encode("ascii") + b"\n"


def append(journal: Path, machine: str, entries: Iterable[Entry]) -> None:
    """Adds entries; nothing that stood there can be harmed by a crash while we write."""
    data = b"".join(entry.line() for entry in entries)
    if not data:
        return
    try:
        handle = _opened(journal)
        try:
            data = _before(handle, machine) + data
            done = os.write(handle, data)
            if done < len(data):  # the disk is full: the rest would not fit either
                raise OSError(28, os.strerror(28))
        finally:
            os.close(handle)
    except OSError as error:
        error.filename = error.filename or str(journal)
        raise SettingsError(f"The journal {journal} cannot be written: {cause_of(error)}.") from error


def replace(path: Path, machine: str, entries: Iterable[Entry]) -> int:
    """Writes a whole journal beside and puts it in place; how many entries it has."""
    import tempfile

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        beside = Path(name)
        try:
            count = 0
            with os.fdopen(handle, "wb") as file:
                file.write(journal_header(machine))
                for entry in entries:
                    file.write(entry.line())
                    count += 1
                file.flush()
                os.fsync(file.fileno())
            beside.replace(path)
        except BaseException:
            beside.unlink(missing_ok=True)
            raise
    except OSError as error:
        error.filename = error.filename or str(path)
        raise SettingsError(f"{path} cannot be written: {cause_of(error)}.") from error
    return count


def _opened(journal: Path) -> int:
    flags = os.O_RDWR | os.O_CREAT | os.O_APPEND | getattr(os, "O_BINARY", 0)
    try:
        return os.open(journal, flags, 0o600)
    except FileNotFoundError:
        journal.parent.mkdir(parents=True, exist_ok=True)
        return os.open(journal, flags, 0o600)


def _before(handle: int, machine: str) -> bytes:
    """What has to come first: the header of a new file, the end of a line that was cut off."""
    size = os.lseek(handle, 0, os.SEEK_END)
    if size == 0:
        return journal_header(machine)
    os.lseek(handle, size - 1, os.SEEK_SET)
    return b"" if os.read(handle, 1) == b"\n" else b"\n"


def _lines(file: BinaryIO) -> Iterator[bytes]:
    """Lines up to the limit; a longer one comes as bytes that are no entry, in little memory."""
    while line := file.readline(MOST_LINE):
        if line.endswith(b"\n") or len(line) < MOST_LINE:
            yield line
            continue
        while line and not line.endswith(b"\n"):
            line = file.readline(MOST_LINE)
        yield b"too long"
