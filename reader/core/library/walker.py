# SPDX-License-Identifier: MIT
"""Walks a library folder and finds article files, by name alone; opens none and writes nothing."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from reader.core.article import ArticleFormat, Problem
from reader.core.errors import cause_of
from reader.core.library.ignoring import IGNORE_FILE, IgnoreRules
from reader.core.library.scopes import SEPARATOR, Scope, is_within

MOST_FOLDERS_DEEP = 100
"""Folders nested deeper are reported and left out."""
MOST_ODDITIES = 100
"""So many links in circles, and folders with undecodable names, are reported; more tell nothing new."""
FOLDER_PROBLEMS = frozenset({"folder-unreadable", "folder-unavailable", "names-undecodable"})
"""What is found out in the folder itself, not in the one around it."""


class FoundFile(NamedTuple):
    """An article file as the folder shows it."""

    path: bytes
    folder_id: int
    size: int
    mtime_ns: int
    ctime_ns: (
        int  # of its last change by the system's own clock, which no program sets (on Windows: its making)
    )
    inode: int
    device: int


@dataclass(slots=True)
class WalkResult:
    """What one walk met: problems by path, folders whose content is unknown today, links to folders."""

    problems: list[tuple[bytes, Problem]] = field(default_factory=list[tuple[bytes, Problem]])
    unread: list[bytes] = field(default_factory=list[bytes])
    links: int = 0
    circles: int = 0  # links that lead to where they lie
    misnamed: dict[bytes, int] = field(default_factory=dict[bytes, int])  # undecodable names by their folder

    def report_circle(self, link: bytes) -> None:
        """A link is not followed."""
        self.circles += 1
        if self.circles <= MOST_ODDITIES:
            message = "The link leads in a circle and is not followed."
            self.problems.append((link, Problem("link-circle", message)))

    def note_name(self, folder: bytes, name: bytes) -> None:
        """A name was taken; it may be of no encoding that we know."""
        if not name.isascii() and not is_utf8(name):
            self.misnamed[folder] = self.misnamed.get(folder, 0) + 1

    def report_names(self) -> None:
        """The walk is over: one problem for each folder, however many names there are."""
        for folder, count in islice(self.misnamed.items(), MOST_ODDITIES):
            message = f"Names in this folder that are not UTF-8: {count}. The articles are read all the same."
            self.problems.append((folder, Problem("names-undecodable", message)))
        self.misnamed.clear()


SKIPPED_FOLDERS = frozenset(
    {
        b"node_modules",
        b"__pycache__",
        b"__MACOSX",
        b"$RECYCLE.BIN",
        b"System Volume Information",
        b"lost+found",
    }
)
SKIPPED_FILES = frozenset(
    {b"_index.md", b"_index.html", b"robots.txt", b"humans.txt", b"requirements.txt", b"cmakelists.txt"}
)
GENERATOR_MARKS = frozenset(
    {
        b"_config.yml",
        b"_config.yaml",
        b"hugo.toml",
        b"hugo.yaml",
        b"config.toml",
        b"config.yaml",
        b"zola.toml",
    }
)
GENERATOR_SOURCES = frozenset({b"source", b"content", b"_posts"})
GENERATOR_OUTPUT = frozenset(
    {
        b"public",
        b"_site",
        b"themes",
        b"layouts",
        b"templates",
        b"archetypes",
        b"scaffolds",
        b"_layouts",
        b"_includes",
    }
)
PAGE_FOLDER_ENDS = (
    b"_files",
    b".files",
    b".assets",
    "_файлы".encode(),
    b"-Dateien",
    b"_archivos",
    b"_fichiers",
)
"""Browsers and editors keep the pictures of `X.html` in `X_files`."""


def walk(
    root: bytes,
    folder_id: int,
    others: frozenset[bytes],
    format_of: Callable[[Path], ArticleFormat | None],
    result: WalkResult,
    scope: Scope | None = None,
) -> Iterator[FoundFile]:
    """The article files below `root`, or in the part of it that `scope` names.

    Folders in `others` belong to another walk.
    """
    known_suffixes: dict[bytes, bool] = {}
    visited: set[tuple[int, int]] = set()
    pending = [_Step(root, 0, IgnoreRules())] if scope is None else _starts(root, scope, others, result)
    while pending:
        step = pending.pop()
        entries = _entries(step.folder, visited, result)
        names = frozenset(entry.name for entry in entries)
        rules = _rules_in(step.folder, names, step.rules, result)
        for entry in entries:
            if _is_folder(entry, result):
                if step.is_flat or _is_skipped(entry.name, names) or entry.path in others:
                    continue
                if _leads_up(entry, root, result) or rules.leaves_out(entry.path, True):
                    continue
                if step.depth >= MOST_FOLDERS_DEEP:
                    result.problems.append((entry.path, Problem("folder-too-deep", _TOO_DEEP)))
                    result.unread.append(entry.path)
                else:
                    result.note_name(step.folder, entry.name)
                    pending.append(_Step(entry.path, step.depth + 1, rules))
            elif _is_article_name(entry.name, known_suffixes, format_of):
                if rules.leaves_out(entry.path, False):
                    continue
                found = _file(entry, folder_id, result)
                if found is not None:
                    result.note_name(step.folder, entry.name)
                    yield found
    result.report_names()


class _Step(NamedTuple):
    folder: bytes
    depth: int
    rules: IgnoreRules
    is_flat: bool = False  # its files only


def _starts(root: bytes, scope: Scope, others: frozenset[bytes], result: WalkResult) -> list[_Step]:
    """Where the walk of a part begins: folders that a walk of everything would come to."""
    wanted = [*((each, True) for each in scope.flat), *((each, False) for each in scope.deep)]
    starts: list[_Step] = []
    for folder, is_flat in sorted(wanted, reverse=True):
        if not is_within(folder, frozenset({root})) or not os.path.isdir(folder):
            continue
        steps = folder[len(root) :].strip(SEPARATOR).split(SEPARATOR) if folder != root else []
        at, rules = root, IgnoreRules()
        for step in steps:
            if _is_skipped(step, _names_in(at) if _depends(step) else frozenset()):
                break
            rules = _rules_in(at, None, rules, result)
            at = os.path.join(at, step)
            if at in others or os.path.islink(at) or rules.leaves_out(at, True):
                break
        else:
            starts.append(_Step(folder, len(steps), rules, is_flat))
    return starts


def _names_in(folder: bytes) -> frozenset[bytes]:
    try:
        return frozenset(os.listdir(folder))
    except OSError:
        return frozenset()


def _rules_in(
    folder: bytes, names: frozenset[bytes] | None, above: IgnoreRules, result: WalkResult
) -> IgnoreRules:
    if names is not None and IGNORE_FILE not in names:
        return above
    try:
        return above.with_folder(folder)
    except FileNotFoundError:
        return above
    except OSError as error:
        message = f"What is to be left out cannot be read: {cause_of(error)}."
        result.problems.append((os.path.join(folder, IGNORE_FILE), Problem("ignore-unreadable", message)))
        return above


_TOO_DEEP = f"The folder lies more than {MOST_FOLDERS_DEEP} folders deep and was left out."


def _entries(folder: bytes, visited: set[tuple[int, int]], result: WalkResult) -> list[os.DirEntry[bytes]]:
    """What a folder holds, sorted; nothing if it was visited before under another name."""
    try:
        here = os.stat(folder)
        if (here.st_dev, here.st_ino) in visited:
            return []
        visited.add((here.st_dev, here.st_ino))
        with os.scandir(folder) as listing:
            return sorted(listing, key=lambda entry: entry.name)
    except OSError as error:
        message = f"The folder cannot be read: {cause_of(error)}."
        result.problems.append((folder, Problem("folder-unreadable", message)))
        result.unread.append(folder)
        return []


def _is_folder(entry: os.DirEntry[bytes], result: WalkResult) -> bool:
    try:
        return entry.is_dir()
    except OSError as error:
        if error.errno == errno.ELOOP:
            result.report_circle(entry.path)
        return False


def is_utf8(name: bytes) -> bool:
    """Whether a name can be read; those that cannot are of an older encoding."""
    try:
        name.decode()
    except UnicodeDecodeError:
        return False
    return True


def _is_skipped(name: bytes, siblings: frozenset[bytes]) -> bool:
    if name.startswith(b".") or name in SKIPPED_FOLDERS:
        return True
    if name in GENERATOR_OUTPUT and siblings & GENERATOR_MARKS and siblings & GENERATOR_SOURCES:
        return True
    for end in PAGE_FOLDER_ENDS:
        stem = name.removesuffix(end)
        if stem != name and any(sibling.startswith(stem + b".") for sibling in siblings - {name}):
            return True
    return False


def _depends(name: bytes) -> bool:
    """Whether it depends on what lies beside it if a folder is skipped."""
    return name in GENERATOR_OUTPUT or name.endswith(PAGE_FOLDER_ENDS)


def _leads_up(entry: os.DirEntry[bytes], root: bytes, result: WalkResult) -> bool:
    """Whether a link leads to a folder that it lies in, or that holds the library, such as `/`."""
    if not entry.is_symlink():
        return False
    result.links += 1
    target = frozenset({os.path.realpath(entry.path)})
    around = os.path.realpath(os.path.dirname(entry.path)), os.path.realpath(root)
    leads_up = any(is_within(folder, target) for folder in around)
    if leads_up:
        result.report_circle(entry.path)
    return leads_up


def _is_article_name(
    name: bytes, known: dict[bytes, bool], format_of: Callable[[Path], ArticleFormat | None]
) -> bool:
    if name.startswith(b".") or name.endswith((b"~", b"%")) or name.lower() in SKIPPED_FILES:
        return False
    at = name.rfind(b".")
    suffix = name[at:].lower() if at >= 0 else b""
    is_known = known.get(suffix)
    if is_known is None:
        is_known = known[suffix] = bool(suffix) and format_of(Path(os.fsdecode(b"x" + suffix))) is not None
    return is_known


def _file(entry: os.DirEntry[bytes], folder_id: int, result: WalkResult) -> FoundFile | None:
    try:
        found = entry.stat()
    except OSError as error:
        if isinstance(error, FileNotFoundError) and not entry.is_symlink():
            return None  # gone since the folder was listed
        if error.errno == errno.ELOOP:
            return None  # told already
        if entry.is_symlink():
            message = "The link leads to a file that is not there."
        else:
            message = f"The file cannot be read: {cause_of(error)}."
            result.unread.append(entry.path)
        result.problems.append((entry.path, Problem("file-unreadable", message)))
        return None
    if not stat.S_ISREG(found.st_mode):
        return None
    return FoundFile(
        entry.path,
        folder_id,
        found.st_size,
        found.st_mtime_ns,
        found.st_ctime_ns,
        _signed(found.st_ino),
        _signed(found.st_dev),
    )


def _signed(number: int) -> int:
    """SQLite keeps 63 bits and a sign; some file systems number beyond."""
    return number - (1 << 64) if number >= 1 << 63 else number
