# SPDX-License-Identifier: MIT
"""The keeper: what happens in the folders is in the lists within two seconds, whatever it is."""

from __future__ import annotations

import os
import shutil
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from reader.core.errors import ReaderError
from reader.core.library import Library, ScanProgress, ScanReport, Scope
from reader.core.library.keeper import Keeper, Orders
from reader.core.library.watching import Watch, is_on_network, scope_of
from reader.core.settings import ReadingStates

from .conftest import Write

SECONDS = 2.0
"""What a person waits at most; the machine of a test may be busy, so several times that before it fails."""


@dataclass
class Heard:
    reports: list[ScanReport] = field(default_factory=list)
    watched: list[tuple[int, int, str]] = field(default_factory=list)
    errors: list[ReaderError] = field(default_factory=list)

    def progressed(self, progress: ScanProgress) -> None: ...

    def scanned(self, report: ScanReport) -> None:
        self.reports.append(report)

    def watching(self, folders: int, polled: int, reason: str) -> None:
        self.watched.append((folders, polled, reason))

    def failed(self, error: ReaderError) -> None:
        self.errors.append(error)


@dataclass
class Kept:
    library: Library
    heard: Heard
    orders: Orders

    def until(self, holds: Callable[[], bool]) -> None:
        end = time.monotonic() + 8 * SECONDS
        while not holds():
            assert time.monotonic() < end, "it did not come"
            time.sleep(0.02)

    def names(self) -> set[str]:
        return {article.path.name for article in self.library.articles()}


@pytest.fixture
def kept(tmp_path: Path, library: Library) -> Iterator[Kept]:
    """A keeper at work on a thread, and a library of this thread to look with."""
    orders, heard = Orders(), Heard()

    def run() -> None:
        states = ReadingStates(tmp_path / "data" / "state.db")
        theirs = Library(library.catalogue, states, workers=0)
        Keeper(theirs, orders, heard).run()
        theirs.close()
        states.close()

    library.folders()
    thread = threading.Thread(target=run)
    thread.start()
    result = Kept(library, heard, orders)
    result.until(lambda: bool(heard.reports))
    yield result
    orders.over.set()
    thread.join(20)
    assert not thread.is_alive()


def test_whatever_happens_is_listed(kept: Kept, write: Write, root: Path) -> None:
    write("a.md")
    kept.until(lambda: kept.names() == {"a.md"})
    write("deep/er/b.md")
    kept.until(lambda: kept.names() == {"a.md", "b.md"})
    (root / "a.md").rename(root / "deep" / "c.md")
    kept.until(lambda: kept.names() == {"b.md", "c.md"})
    (root / "deep").rename(root / "else")
    kept.until(lambda: {each.path.parent.name for each in kept.library.articles()} == {"else", "er"})
    (root / "written.tmp").write_text("# Saved at once\n\nText.", "utf-8")
    (root / "written.tmp").replace(root / "else" / "c.md")
    kept.until(lambda: "Saved at once" in {each.title for each in kept.library.articles()})
    shutil.rmtree(root / "else")
    kept.until(lambda: not kept.names())
    assert kept.heard.watched == [(1, 0, "")]
    assert kept.heard.errors == []


def test_what_has_changed_is_found_by_the_search(kept: Kept, write: Write) -> None:
    write("a.md", body="Nothing of note.")
    kept.until(lambda: kept.library.search("note").total == 1)
    write("a.md", body="A marmalade sky.")
    kept.until(lambda: kept.library.search("marmalade").total == 1)
    assert kept.library.search("note").total == 0


def test_a_storm_is_taken_in_few_scans(kept: Kept, write: Write) -> None:
    for number in range(400):
        write(f"{number % 20}/{number}.md")
    kept.until(lambda: len(kept.names()) == 400)
    assert len(kept.heard.reports) < 40


def test_copies_are_found_once_it_is_quiet(kept: Kept, write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.core.library.keeper.SETTLE_SECONDS", 0.5)
    for name in ("a.md", "b.md"):
        write(name, body="A text that is long enough to be told from all others. " * 3)
    kept.until(lambda: kept.library.counts().duplicates == 2)


def test_a_folder_that_goes_away_and_comes_back_keeps_its_articles(
    kept: Kept, write: Write, root: Path, tmp_path: Path
) -> None:
    write("a.md")
    kept.until(lambda: kept.names() == {"a.md"})
    root.rename(tmp_path / "away")
    kept.until(lambda: [each.available for each in kept.library.articles()] == [False])
    (tmp_path / "away").rename(root)
    kept.until(lambda: [each.available for each in kept.library.articles()] == [True])
    write("b.md")
    kept.until(lambda: kept.names() == {"a.md", "b.md"})


def test_a_disk_that_is_mounted_over_its_folder_is_noticed(
    kept: Kept, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    write("a.md")
    kept.until(lambda: kept.names() == {"a.md"})
    monkeypatch.setattr("reader.core.library.keeper.device_of", lambda _folder: 4711)
    kept.until(lambda: len(kept.heard.watched) == 2)
    assert kept.names() == {"a.md"}


def test_folders_without_news_are_looked_at_and_it_says_so(
    tmp_path: Path, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.core.library.watching.is_on_network", lambda _folder: True)
    watch = Watch([root])
    assert watch.polled == (root,)
    assert "network drive" in watch.reason
    watch.close()


def test_a_watch_that_the_system_refuses_is_replaced_by_looking(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_folders: Path, **_options: object) -> None:
        raise OSError("OS file watch limit reached")

    monkeypatch.setattr("watchfiles.watch", refuse)
    watch = Watch([tmp_path])
    assert watch.polled == (tmp_path,)
    assert "does not tell of changes" in watch.reason
    assert watch.news(0.0) == Scope()
    watch.close()


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere names are Unicode")
def test_a_name_in_a_broken_encoding_ends_no_watching(tmp_path: Path) -> None:
    folders = [tmp_path / "odd", tmp_path / "fine"]
    for folder in folders:
        folder.mkdir()
    broken = folders[0] / os.fsdecode(b"\xce\xc4")
    broken.mkdir()
    watch = Watch(folders)
    try:
        deadline = time.monotonic() + 30
        while watch.polled != (folders[0],) and time.monotonic() < deadline:
            list(broken.iterdir())  # as every scan does
            watch.news(0.1)
        assert watch.polled == (folders[0],)
        assert "not UTF-8" in watch.reason
        for folder in folders:
            heard: set[bytes] = set()
            while os.fsencode(folder) not in heard and time.monotonic() < deadline:
                (folder / "new.md").write_text(str(time.monotonic()), "utf-8")
                scope = watch.news(0.5)
                heard |= scope.flat | scope.deep if scope else frozenset()
            assert os.fsencode(folder) in heard
    finally:
        watch.close()


def test_the_place_of_an_event_decides_what_is_looked_at(tmp_path: Path) -> None:
    (tmp_path / "a.md").touch()
    (tmp_path / "sub").mkdir()
    here = os.fsencode(tmp_path)
    assert scope_of([f"{tmp_path}/a.md"]) == Scope.of(flat=[here])
    assert scope_of([f"{tmp_path}/sub"]) == Scope.of(flat=[here], deep=[here + b"/sub"])
    assert scope_of([f"{tmp_path}/.article-reader-ignore"]) == Scope.of(deep=[here])
    assert scope_of([f"{tmp_path}/.git/index", f"{tmp_path}/node_modules/x/y"]) == Scope()
    assert scope_of([f"{tmp_path}/{number}/x.md" for number in range(3000)]) is None
    assert not is_on_network(tmp_path)


def test_reports_say_which_order_they_answer(kept: Kept, write: Write) -> None:
    write("a.md")
    kept.until(lambda: kept.names() == {"a.md"})
    assert kept.orders.begun == 0
    before = len(kept.heard.reports)
    kept.orders.ask(7, full=True)
    kept.until(lambda: kept.orders.begun == 7 and len(kept.heard.reports) > before)
    kept.until(lambda: any(report.changed == 1 for report in kept.heard.reports[before:]))
    kept.until(lambda: kept.heard.reports[-1].complete)
    assert not kept.orders.full
    before = len(kept.heard.reports)
    kept.orders.ask(8, full=False)
    kept.until(lambda: kept.orders.begun == 8 and len(kept.heard.reports) > before)
    assert kept.heard.reports[-1].changed == 0


def test_it_says_so_when_the_system_gives_up_later(kept: Kept, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Watch, "polled", property(lambda _watch: (Path("/far"),)))
    monkeypatch.setattr(Watch, "reason", property(lambda _watch: "the limit is reached"))
    kept.until(lambda: kept.heard.watched[-1] == (1, 1, "the limit is reached"))
