# SPDX-License-Identifier: MIT
"""Brings the catalogue up to date with the folders: heads of files first, whole texts after."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from reader.core.article import Problem, ReadOptions, article_key
from reader.core.database import transaction
from reader.core.errors import ArticleError, ArticleTooLarge, ArticleUnsupported
from reader.core.library.article_rows import ArticleRows, Reading, storable
from reader.core.library.file_changes import FileChanges, KnownFile, compare, content_hash, is_emptied_mount
from reader.core.library.last_read import LastRead
from reader.core.library.listing import ScanProgress, ScanReport
from reader.core.library.search.feed import IndexFeed
from reader.core.library.walker import FoundFile, WalkResult, walk
from reader.core.settings import ChosenFolder, ReadingStates

if TYPE_CHECKING:
    import sqlite3

T = TypeVar("T")
R = TypeVar("R")

BATCH_SECONDS = 0.25
"""How long a batch of articles may grow before readers see it."""
WALK_NEWS = 500
"""Files found between two reports of progress."""


@dataclass(slots=True)
class Scan:
    """One run over all folders of a library."""

    connection: sqlite3.Connection
    states: ReadingStates
    progress: Callable[[ScanProgress], None]
    cancelled: Callable[[], bool]
    last_read: LastRead
    feed: IndexFeed
    _options: dict[int, ReadOptions] = field(default_factory=dict[int, ReadOptions])
    _stopped: bool = False

    def run(self, full: bool) -> ScanReport:
        """Walks, compares, lists and indexes; what is done stays done when it is cancelled."""
        started = time.monotonic()
        folders = self.states.folders.all()
        self._options = {folder.id: _options(folder) for folder in folders}
        known = self._known_files()
        walked = WalkResult()
        found = self._walk(folders, walked)
        changes = FileChanges()
        if not self._stopped:
            changes = compare(found, known, walked.unread, full)
            self._apply_removals_and_moves(changes)
            self._put_walk_problems(walked)
            self._list_articles(changes)
            self.feed.begin()
            self._index_articles()
            self.feed.commit()
            self._remember_contents()
        self.last_read.end()
        return self._report(changes, time.monotonic() - started)

    def _known_files(self) -> dict[bytes, KnownFile]:
        rows = self.connection.execute(
            "SELECT id, path, folder_id, size, mtime_ns, inode, content_hash, stale FROM article"
        )
        return {row[1]: KnownFile(*row) for row in rows}

    def _walk(self, folders: Sequence[ChosenFolder], result: WalkResult) -> dict[bytes, FoundFile]:
        from reader.core.formats import article_format

        roots = frozenset(os.fsencode(folder.path) for folder in folders)
        missing: list[int] = []
        found: dict[bytes, FoundFile] = {}
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
            for file in walk(root, folder.id, roots - {root}, article_format, result):
                found[file.path] = file
                if len(found) % WALK_NEWS == 0:
                    self.progress(ScanProgress(len(found), 0, Path(os.fsdecode(file.path)), "walking"))
                if self._stop():
                    return found
        with transaction(self.connection):
            self.connection.execute("DELETE FROM unavailable")
            self.connection.executemany("INSERT INTO unavailable VALUES (?)", ((each,) for each in missing))
        return found

    def _device_of(self, folder_id: int) -> int | None:
        row = self.connection.execute(
            "SELECT device FROM article WHERE folder_id = ? LIMIT 1", (folder_id,)
        ).fetchone()
        return None if row is None else int(row[0])

    def _apply_removals_and_moves(self, changes: FileChanges) -> None:
        """The reading state goes first: a scan killed in between finds the same moves again."""
        self._remember_contents()
        self.feed.remove(file.path for file in changes.removed)
        self.feed.remove(old.path for old, _ in changes.moved)
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
                "UPDATE article SET inode = ?, device = ? WHERE id = ?",
                ((new.inode, new.device, old.id) for old, new in changes.renumbered),
            )

    def _put_walk_problems(self, walked: WalkResult) -> None:
        with transaction(self.connection):
            self.connection.execute("DELETE FROM problem WHERE article_id IS NULL")
            self.connection.executemany(
                "INSERT INTO problem (path, code, message) VALUES (?, ?, ?)",
                ((path, problem.code, storable(problem.message)) for path, problem in walked.problems),
            )

    def _list_articles(self, changes: FileChanges) -> None:
        """First pass: everything is listed from the heads of the files."""
        files = changes.to_read
        rows = ArticleRows(self.connection)
        lost = self._lost_states() if changes.added else {}
        new = {file.path for file in changes.added}
        done = 0
        for batch in self._batches(files, self._read_head):
            now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
            with rows.batch():
                for file, (value, reading) in batch:
                    rows.put_file(file, value, now, reading)
            for file, (value, _) in batch:
                if file.path in new and value in lost:
                    self._reclaim_state(file.path, value, lost[value])
            done += len(batch)
            self.progress(ScanProgress(done, len(files), _path(batch[-1][0].path), "reading"))

    def _index_articles(self) -> None:
        """Second pass: words, language and excerpt from the whole text; goes on where it stopped."""
        waiting = self.connection.execute(
            "SELECT id, path, folder_id FROM article WHERE indexed = 0 OR searched = 0"
            " ORDER BY date_sort DESC, id DESC"
        ).fetchall()
        rows = ArticleRows(self.connection)
        done = 0
        for batch in self._batches(waiting, self._read_whole):
            with rows.batch():
                for (identity, path, _), reading in batch:
                    if isinstance(reading, Problem):
                        rows.put_failure(identity, path, reading)
                    else:
                        rows.put_whole(identity, path, reading)
            for (identity, path, _), reading in batch:
                self._feed(identity, path, reading)
            done += len(batch)
            self.progress(ScanProgress(done, len(waiting), _path(batch[-1][0][1]), "indexing"))

    def _feed(self, identity: int, path: bytes, reading: Reading | Problem) -> None:
        from reader.core.library.search.prepared import prepare, search_text

        if isinstance(reading, Problem) or reading.whole is None:
            self.feed.put_listed(identity)
        else:
            self.feed.put(identity, prepare(search_text(article_key(_path(path)), reading.whole)))

    def _read_head(self, file: FoundFile) -> tuple[str, Reading]:
        from reader.core.article import Metadata
        from reader.core.formats import article_format, read_metadata

        path = _path(file.path)
        value = content_hash(file.path, file.size)
        if not self.last_read.may_read(file.path):
            return value, Reading(str(article_format(path) or ""), Metadata(), (_GAVE_UP,))
        try:
            parsed = read_metadata(path, self._options.get(file.folder_id, ReadOptions()))
            return value, Reading(str(parsed.format), parsed.metadata, parsed.problems)
        except Exception as error:  # one file must never end the scan of all others
            return value, Reading(str(article_format(path) or ""), Metadata(), (_problem(error),))

    def _read_whole(self, row: tuple[int, bytes, int]) -> Reading | Problem:
        from reader.core.cleaning import clean
        from reader.core.formats import read_article

        _, path, folder_id = row
        if not self.last_read.may_read(path):
            return _GAVE_UP
        try:
            article = clean(read_article(_path(path), self._options.get(folder_id, ReadOptions())))
        except Exception as error:  # as above
            return _problem(error)
        return Reading(str(article.format), article.metadata, article.problems, article)

    def _batches(self, items: Sequence[T], read: Callable[[T], R]) -> Iterator[list[tuple[T, R]]]:
        """Reads items and hands them on in groups that took a moment each."""
        batch: list[tuple[T, R]] = []
        begun = time.monotonic()
        for item in items:
            if self._stop():
                break
            batch.append((item, read(item)))
            if time.monotonic() - begun > BATCH_SECONDS:
                yield batch
                batch, begun = [], time.monotonic()
        if batch:
            yield batch

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

    def _stop(self) -> bool:
        self._stopped = self._stopped or bool(self.cancelled())
        return self._stopped

    def _report(self, changes: FileChanges, seconds: float) -> ScanReport:
        articles, problems = self.connection.execute(
            "SELECT (SELECT count(*) FROM article), (SELECT count(*) FROM problem)"
        ).fetchone()
        return ScanReport(
            articles=articles,
            added=len(changes.added),
            changed=len(changes.changed),
            moved=len(changes.moved),
            removed=len(changes.removed),
            problems=problems,
            seconds=round(seconds, 3),
            complete=not self._stopped,
        )


_GAVE_UP = Problem(
    "gave-up", "Reading this article ended the program twice; it is left out until its file changes."
)


def _options(folder: ChosenFolder) -> ReadOptions:
    return ReadOptions(dialect=folder.dialect, category_rule=folder.category_rule, library_root=folder.path)


def _problem(error: Exception) -> Problem:
    if isinstance(error, ArticleTooLarge):
        return Problem("too-large", str(error))
    if isinstance(error, ArticleUnsupported):
        return Problem("unsupported", str(error))
    if isinstance(error, ArticleError | OSError):
        return Problem("unreadable", str(error))
    return Problem("failed", f"Reading the article failed: {type(error).__name__}: {error}")


def _path(stored: bytes) -> Path:
    return Path(os.fsdecode(stored))
