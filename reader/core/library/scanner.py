# SPDX-License-Identifier: MIT
"""Brings the catalogue up to date with the folders: heads of files first, whole texts after."""

from __future__ import annotations

import gc
import os
import sys
import time
from array import array
from collections.abc import Callable, Container, Generator, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from reader.core.article import Problem, ReadOptions
from reader.core.database import transaction
from reader.core.library.article_rows import ArticleRows, ReadFile, ReadText
from reader.core.library.article_values import ArticleValues, storable
from reader.core.library.catalogue import complete_indexes, filling
from reader.core.library.duplicates import settle_duplicates
from reader.core.library.file_changes import FileChanges, KnownFile, compare, is_emptied_mount
from reader.core.library.file_reading import (
    HeadTask,
    TextTask,
    head_not_read,
    read_heads,
    read_texts,
    text_not_read,
)
from reader.core.library.listing import ScanProgress, ScanReport
from reader.core.library.reading_crew import HEADS, TEXTS, ReadingCrew
from reader.core.library.recognising import recognise_articles
from reader.core.library.scopes import SEPARATOR, Scope
from reader.core.library.search.feed import IndexFeed
from reader.core.library.walker import FOLDER_PROBLEMS, FoundFile, WalkResult, walk
from reader.core.settings import ChosenFolder, ReadingStates
from reader.core.settings.overrides import Overrides, all_overrides

if TYPE_CHECKING:
    import sqlite3

    from reader.core.library.search.prepared import Prepared

BATCH_SECONDS = 0.25
"""How long a batch of articles may grow before readers see it."""
WALK_NEWS = 500
"""Files found between two reports of progress."""
_AT_ONCE = 500


@dataclass(slots=True)
class Scan:
    """One run over all folders of a library."""

    connection: sqlite3.Connection
    states: ReadingStates
    progress: Callable[[ScanProgress], None]
    crew: ReadingCrew
    feed: IndexFeed
    links: int = 0  # to folders, met on the walk
    _options: dict[int, ReadOptions] = field(default_factory=dict[int, ReadOptions])
    _overrides: dict[Path, Overrides] = field(default_factory=dict[Path, Overrides])
    _found: int = 0
    _listed: int = 0
    _expected: int = 0  # files to list; 0 while some are still being looked for
    _before: object = None  # what was out of reach or a problem when it began

    def run(self, full: bool, scope: Scope | None = None) -> ScanReport:
        """Walks, compares, lists and indexes; what is done stays done when it is cancelled."""
        from reader.core.formats import forget_sites

        started = time.monotonic()
        forget_sites()
        folders = self.states.folders.all()
        self._options = {folder.id: _options(folder) for folder in folders}
        self._overrides = all_overrides(self.states.store)
        complete_indexes(self.connection)
        self._before = self._out_of_order()
        with _no_collections():
            changes = self._first_pass(folders, full, scope)
        if changes is not None:
            self.feed.begin()
            self._index_articles()
            self.feed.commit()
            self.feed.close()  # what it gathers in takes more memory than all that follows
            if not self.crew.was_stopped:  # before new contents are noted: the old ones tell what was there
                recognise_articles(self.connection, self.states, changes.arrived)
            self._remember_contents()
            if not scope and not self.crew.was_stopped:
                settle_duplicates(self.connection)
        self.crew.last_read.end()
        return self._report(changes or FileChanges(), time.monotonic() - started)

    def _first_pass(
        self, folders: Sequence[ChosenFolder], full: bool, scope: Scope | None
    ) -> FileChanges | None:
        known = self._known_files(scope)
        walked = WalkResult()
        found = self._walk(folders, walked, scope)
        if known or scope is not None:
            files = {file.path: file for file in found}
            if self.crew.was_stopped:
                return None
            changes = compare(files, known, walked.unread, full)
            self._apply_removals_and_moves(changes)
            coming = changes.to_read
            self._expected = len(coming)
            self._list_articles(coming, {file.path for file in changes.added}, self._expected)
        else:  # all is new: what was found is read while the rest is still looked for
            changes = FileChanges()
            self._list_articles(_noted(found, changes.first), None, sys.maxsize)
        self._put_walk_problems(walked, scope)
        self.links = walked.links
        return changes

    def _known_files(self, scope: Scope | None) -> dict[bytes, KnownFile]:
        places: list[tuple[str, tuple[bytes, ...]]] = [("", ())]
        if scope is not None:
            places = [(" WHERE parent = ?", (folder,)) for folder in scope.flat]
            places += [(" WHERE path = ?", (path,)) for path in scope.deep]
            places += [(" WHERE path > ? AND path < ?", _below(path)) for path in scope.deep]
        known: dict[bytes, KnownFile] = {}
        for condition, values in places:
            rows = self.connection.execute(
                "SELECT id, path, folder_id, size, mtime_ns, ctime_ns, inode, content_hash, stale"
                " FROM article" + condition,
                values,
            )
            known.update((row[1], KnownFile(*row)) for row in rows)
        return known

    def _walk(
        self, folders: Sequence[ChosenFolder], result: WalkResult, scope: Scope | None
    ) -> Iterator[FoundFile]:
        from reader.core.formats import article_format

        roots = frozenset(os.fsencode(folder.path) for folder in folders)
        missing: list[int] = []
        for folder in folders:
            root = os.fsencode(folder.path)
            if is_emptied_mount(folder.path, self._device_of(folder.id)):
                missing.append(folder.id)
                result.unread.append(root)
                problem = Problem(
                    "folder-unavailable", "The folder cannot be reached now; its articles stay listed."
                )
                result.problems.append((root, problem))
                continue
            for file in walk(root, folder.id, roots - {root}, article_format, result, scope):
                self._found += 1
                if self._found % WALK_NEWS == 0 and not self._listed:
                    self.progress(ScanProgress(self._found, 0, _path(file.path), "walking"))
                if self.crew.stopped():
                    return
                yield file
        self._expected = self._found
        with transaction(self.connection):
            self.connection.execute("DELETE FROM unavailable")
            self.connection.executemany("INSERT INTO unavailable VALUES (?)", ((each,) for each in missing))

    def _device_of(self, folder_id: int) -> int | None:
        row = self.connection.execute(
            "SELECT device FROM article WHERE folder_id = ? LIMIT 1", (folder_id,)
        ).fetchone()
        return None if row is None else int(row[0])

    def _apply_removals_and_moves(self, changes: FileChanges) -> None:
        """The reading state goes first: a scan killed in between finds the same moves again."""
        self._remember_contents()
        if changes.moved:
            self.states.move_all(
                [(_path(old.path), _path(new.path), old.content_hash or None) for old, new in changes.moved]
            )
        execute, many = self.connection.execute, self.connection.executemany
        with transaction(self.connection):
            many("DELETE FROM article WHERE id = ?", ((file.id,) for file in changes.removed))
            for old, _ in changes.moved:  # swapped names must not meet
                execute("UPDATE article SET path = ? WHERE id = ?", (b"\0%d" % old.id, old.id))
            many(
                "UPDATE article SET path = ?, stale = 1 WHERE id = ?",
                ((new.path, old.id) for old, new in changes.moved),
            )
            many(
                "UPDATE article SET inode = ?, device = ?, ctime_ns = ? WHERE id = ?",
                ((new.inode, new.device, new.ctime_ns, old.id) for old, new in changes.renumbered),
            )

    def _put_walk_problems(self, walked: WalkResult, scope: Scope | None) -> None:
        rows = self.connection.execute(
            "SELECT id, path, code FROM problem WHERE article_id IS NULL"
        ).fetchall()
        with transaction(self.connection):
            self.connection.executemany(
                "DELETE FROM problem WHERE id = ?",
                ((identity,) for identity, path, code in rows if _is_looked_at(scope, path, code)),
            )
            self.connection.executemany(
                "INSERT INTO problem (path, code, message) VALUES (?, ?, ?)",
                ((path, problem.code, storable(problem.message)) for path, problem in walked.problems),
            )

    def _list_articles(
        self, coming: Iterable[FoundFile], added: Container[bytes] | None, at_most: int
    ) -> None:
        """First pass: everything is listed from the heads of the files; `added` are the new ones, or all."""
        files: dict[bytes, FoundFile] = {}
        rows = ArticleRows(self.connection)
        lost = self._lost_states() if added != set() else {}
        claimed: dict[str, list[bytes]] = {}
        with filling(self.connection, at_most):
            tasks = self._head_tasks(coming, files)
            for batch in self.crew.read(read_heads, head_not_read, tasks, HEADS, BATCH_SECONDS):
                now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
                with rows.batch():
                    rows.put_files([ReadFile(files.pop(task.path), *result) for task, result in batch], now)
                for task, (value, _) in batch if lost else ():
                    if value in lost and (added is None or task.path in added):
                        claimed.setdefault(value, []).append(task.path)
                self._listed += len(batch)
                news = ScanProgress(self._listed, self._expected, _path(batch[-1][0].path), "reading")
                self.progress(news)
        for value, paths in claimed.items():
            if len(paths) == 1:  # of several, a person has to say which it is
                self._reclaim_state(paths[0], value, lost[value])

    def _head_tasks(self, coming: Iterable[FoundFile], files: dict[bytes, FoundFile]) -> Iterator[HeadTask]:
        for file in coming:
            files[file.path] = file
            yield HeadTask(file.path, file.size, self._options_of(file.folder_id, file.path))

    def _index_articles(self) -> None:
        """Second pass: words, language and excerpt from the whole text; goes on where it stopped."""
        found = self.connection.execute(
            "SELECT id FROM article WHERE indexed = 0 OR searched = 0 ORDER BY date_sort DESC, id DESC"
        )
        waiting = array("q", (identity for (identity,) in found))
        ids: dict[bytes, int] = {}
        tasks = self._text_tasks(waiting, ids)
        rows = ArticleRows(self.connection)
        done = 0
        for batch in self.crew.read(read_texts, text_not_read, tasks, TEXTS, BATCH_SECONDS):
            with rows.batch():
                rows.put_texts([ReadText(ids[task.path], task.path, result) for task, result in batch])
            self._feed([(ids.pop(task.path), result) for task, result in batch])
            done += len(batch)
            self.progress(ScanProgress(done, len(waiting), _path(batch[-1][0].path), "indexing"))

    def _text_tasks(self, waiting: array[int], ids: dict[bytes, int]) -> Iterator[TextTask]:
        """The files of articles, looked up a few at a time: there may be very many."""
        for at in range(0, len(waiting), _AT_ONCE):
            some = waiting[at : at + _AT_ONCE]
            found = self.connection.execute(
                f"SELECT id, path, folder_id FROM article WHERE id IN ({','.join('?' * len(some))})", some
            ).fetchall()
            files = {identity: (path, folder_id) for identity, path, folder_id in found}
            for identity in some:
                if identity in files:
                    path, folder_id = files[identity]
                    ids[path] = identity
                    yield TextTask(path, self._options_of(folder_id, path))

    def _feed(self, read: Iterable[tuple[int, ArticleValues | Problem]]) -> None:
        whole: list[tuple[int, Prepared]] = []
        for identity, reading in read:
            if isinstance(reading, Problem) or reading.whole is None:
                self.feed.put_listed(identity)
            else:
                whole.append((identity, reading.whole.prepared))
        self.feed.put(whole)

    def _options_of(self, folder_id: int, path: bytes) -> ReadOptions:
        options = self._options.get(folder_id, ReadOptions())
        own = self._overrides.get(_path(path)) if self._overrides else None
        return options if own is None else own.applied_to(options)

    def _lost_states(self) -> dict[str, list[Path | None]]:
        """Contents whose reading state has no file any more."""
        return {
            value: places
            for value, places in self.states.known_contents().items()
            if all(place is None or not os.path.lexists(place) for place in places)
        }

    def _reclaim_state(self, path: bytes, value: str, places: list[Path | None]) -> None:
        """Gives an article that came back the state that was kept for it, if only one can be meant."""
        if len(places) != 1:
            return
        place = places.pop()
        if place is None:
            self.states.adopt(_path(path), value)
        else:
            self.states.move(place, _path(path))

    def _remember_contents(self) -> None:
        rows = self.connection.execute(
            "SELECT a.path, a.content_hash FROM states.reading r CROSS JOIN article a ON a.path = r.path"
            " WHERE r.content_hash IS NOT a.content_hash AND a.content_hash <> ''"
        ).fetchall()
        if rows:
            self.states.remember_content([(_path(path), value) for path, value in rows])

    def _report(self, changes: FileChanges, seconds: float) -> ScanReport:
        articles, problems = self.connection.execute(
            "SELECT (SELECT count(*) FROM article), (SELECT count(*) FROM problem)"
        ).fetchone()
        return ScanReport(
            articles=articles,
            added=len(changes.added) + len(changes.first),
            changed=len(changes.changed),
            moved=len(changes.moved),
            removed=len(changes.removed),
            problems=problems,
            seconds=round(seconds, 3),
            complete=not self.crew.was_stopped,
            turned=self._out_of_order() != self._before,
        )

    def _out_of_order(self) -> object:
        """Folders that cannot be reached, and how many problems there are."""
        folders = self.connection.execute("SELECT folder_id FROM unavailable ORDER BY folder_id").fetchall()
        return folders, self.connection.execute("SELECT count(*) FROM problem").fetchone()


def _is_looked_at(scope: Scope | None, path: bytes, code: str) -> bool:
    """Whether a scan of `scope` finds a problem of the walk again that is still there."""
    if scope is None:
        return True
    return scope.looks_into(path) if code in FOLDER_PROBLEMS else scope.looks_at(path)


def _noted(files: Iterable[FoundFile], paths: list[bytes]) -> Iterator[FoundFile]:
    for file in files:
        paths.append(file.path)
        yield file


@contextmanager
def _no_collections() -> Generator[None]:
    """Hundreds of thousands of plain values are made and kept: looking for circles among them finds none."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _options(folder: ChosenFolder) -> ReadOptions:
    return ReadOptions(dialect=folder.dialect, category_rule=folder.category_rule, library_root=folder.path)


def _below(folder: bytes) -> tuple[bytes, bytes]:
    """Between these two lie the paths of everything below `folder`."""
    prefix = folder.rstrip(b"/\\") + SEPARATOR
    return prefix, prefix[:-1] + bytes([prefix[-1] + 1])


def _path(stored: bytes) -> Path:
    return Path(os.fsdecode(stored))
