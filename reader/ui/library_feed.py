# SPDX-License-Identifier: MIT
"""Brings the library to the panes: every question to the databases runs on their own lane."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from reader.core.article import CategoryRule, Dialect, ReadOptions
from reader.core.errors import ReaderError
from reader.core.presence import may_be_there

from .library_outlook import LibraryOutlook, Overview
from .place_listing import SHORT, PlaceListing
from .place_questions import with_saved_query
from .places import Place, PlaceKind
from .scan_process import ScanProcess
from .state_changes import StateNews, states_with_copies
from .tasks import Lane, Tasks

if TYPE_CHECKING:
    from array import array

    from reader.core.library import (
        Library,
        LibraryFolder,
        ListedArticle,
    )
    from reader.core.settings import ReadingState
    from reader.core.settings.overrides import Overrides

    from .state_changes import Changes
    from .state_history import StateHistory
    from .state_writing import StateWriting

T = TypeVar("T")
_REFRESH_MS = 900  # while a scan adds articles
_FEW = 20  # changed articles that are told one by one
_QUIET = frozenset({"progress", "position"})  # changes that no list or count depends on
_CHANGING = {PlaceKind.UNREAD, PlaceKind.READING, PlaceKind.STARRED, PlaceKind.TAG, PlaceKind.SMART_LIST}


class LibraryFeed(QObject):
    """What the library holds, as signals; what a person does to it, as methods."""

    content_changed = Signal(object, object, object, int)  # Counts, CategoryNodes, FolderNodes, problems
    facets_changed = Signal(object)  # Facets
    welcome_listed = Signal(object)  # ListedArticles
    articles_listed = Signal(object, object)  # Place, ListedArticles
    state_changed = Signal(object)  # ReadingState
    many_changed = Signal()  # the reading state of so many articles that each has to be asked for anew
    changing = Signal(object)  # Changes that are asked for now
    told = Signal(object)  # StateNews: what was done here
    overrides_changed = Signal(Path)
    scan_progressed = Signal(int, int)  # done, total
    scan_finished = Signal(object)  # the report as a mapping, or None if it was stopped
    marked = Signal()  # highlights or notes may have changed
    marked_elsewhere = Signal()  # in another window
    failed = Signal(str)
    said = Signal(str)  # a sentence worth knowing
    delayed = Signal(str)  # why nothing can be written now; empty when all is written

    def __init__(
        self,
        tasks: Tasks,
        open_library: Callable[[], Library],
        scan: ScanProcess,
        rules_folder: Path | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._rules_folder = rules_folder
        self._tasks, self._open_library, self._scan = tasks, open_library, scan
        self._library: Library | None = None
        self._folders: tuple[LibraryFolder, ...] = ()
        self._overrides: dict[Path, Overrides] = {}  # of articles that are read or shown in their own way
        self._knows_overrides = False
        self._said = 0  # words about single articles
        self._outlook = LibraryOutlook()
        self._is_closed = self._is_known = False
        self._is_new = False  # the first folder is still to come
        self._language: str | None = None  # of the bundled articles, once they were listed
        self._listing = PlaceListing(self._ask, open_library, self.articles_listed.emit, self._on_failed)
        self._refresh = QTimer(self, interval=_REFRESH_MS)
        self._refresh.timeout.connect(self.refresh)
        scan.join()
        self.scan = scan
        scan.progressed.connect(self._on_progress)
        scan.finished.connect(self._on_scanned)
        scan.failed.connect(self.failed)
        scan.watching.connect(self._on_watching)

    @property
    def place(self) -> Place:
        """What the list shows."""
        return self._listing.place

    @property
    def folders(self) -> tuple[LibraryFolder, ...]:
        """The folders of the library, as far as they are known."""
        return self._folders

    @property
    def is_empty(self) -> bool:
        """Whether no folder was taken into the library yet."""
        return not self._folders

    @property
    def welcome_language(self) -> str | None:
        """The language of the bundled articles while they are all there is; None with a library."""
        return self._language if self.is_empty else None

    @property
    def takes_errands(self) -> bool:
        """Whether it keeps the library up to date, or will once there is a folder."""
        return not self._is_closed and (self._scan.is_following or self._is_new)

    @property
    def is_known(self) -> bool:
        """Whether the library has answered which folders it has."""
        return self._is_known

    @property
    def is_listed(self) -> bool:
        """Whether the list shows what was asked for last, and no scan is adding to it."""
        return self._listing.is_answered and not self._scan.is_running

    def start(
        self, place: Place, sort: str, language: str, *, backwards: bool = False, group: str = "none"
    ) -> None:
        """Load the library as it was left, then look for changes; welcome the person where there is none."""
        self._listing.place = place
        self._listing.arrange(sort, backwards=backwards, group=group)
        self._ask(self._outlook.overview, lambda overview: self._on_first_overview(overview, language))

    def learn_folders(self) -> None:
        """Ask only which folders there are: how an article is read depends on them."""
        self._ask(self._outlook.overview, self._on_overview)

    def show(self, place: Place) -> None:
        """List another place."""
        self._listing.place = place
        self._listing.list_again()

    def sort(self, order: str, *, backwards: bool = False, group: str = "none") -> None:
        """List in another order, or in groups by day, month or site."""
        self._listing.arrange(order, backwards=backwards, group=group)
        self._listing.list_again()

    def refresh(self) -> None:
        """Ask for everything that is on screen anew."""
        self._ask(self._outlook.overview, self._on_overview)
        self._listing.list_again()
        if not self._scan.is_running:
            self._ask_facets()

    def options_for(self, path: Path) -> ReadOptions:
        """How an article is to be read: by the rules of the library folder it lies in, and as was asked."""
        options, own = self._rules_for(path), self._overrides.get(path)
        return options if own is None else own.applied_to(options)

    def overrides_of(self, path: Path) -> Overrides | None:
        """What was said of this one article, if anything."""
        return self._overrides.get(path)

    @property
    def overrides(self) -> Mapping[Path, Overrides] | None:
        """Which articles are read or shown in their own way; None until that is known."""
        return self._overrides if self._knows_overrides else None

    def expect_overrides(self, kept: dict[Path, Overrides]) -> None:
        """What held last time, until the reading state was asked."""
        if not self._knows_overrides:
            self._overrides = {**kept, **self._overrides}

    def learn_overrides(self) -> None:
        """Ask which articles are read or shown in their own way."""

        def work(library: Library) -> dict[Path, Overrides]:
            from reader.core.settings.overrides import all_overrides

            return all_overrides(library.states.store) if may_be_there(library.states.path) else {}

        said = self._said
        self._ask(work, lambda found: self._on_overrides(found, said))

    def override(self, path: Path, changes: Mapping[str, str | float | bool | None]) -> None:
        """Say how this one article is to be read and shown; None takes a word back. Holds at once."""
        from reader.core.settings.overrides import Overrides

        def done(_kept: Overrides) -> None:
            if changes.keys() & {"encoding", "dialect"} and self._rules_for(path).library_root is not None:
                self.rescan()  # its title and text in the library, too

        self._said += 1
        self._overrides[path] = (self._overrides.get(path) or Overrides()).changed(changes)
        self.consult(lambda library: library.override(path, changes), done, self.learn_overrides)
        self.overrides_changed.emit(path)

    def _on_overrides(self, found: dict[Path, Overrides], said: int) -> None:
        if said != self._said:  # something was said meanwhile, which this answer does not know
            self.learn_overrides()
            return
        before, self._overrides, self._knows_overrides = self._overrides, found, True
        for path in before.keys() | found.keys():
            if before.get(path) != found.get(path):
                self.overrides_changed.emit(path)

    def _rules_for(self, path: Path) -> ReadOptions:
        around = [folder for folder in self._folders if path.is_relative_to(folder.path)]
        if not around:
            return ReadOptions(rules_folder=self._rules_folder)
        folder = max(around, key=lambda each: len(each.path.parts))
        rules = self._rules_folder
        return ReadOptions(folder.dialect, folder.category_rule, library_root=folder.path, rules_folder=rules)

    def add_folder(self, path: Path) -> None:
        """Take a folder into the library; nothing is written to it."""
        self._ask(lambda library: library.add_folder(path), lambda _folder: self._on_folder_added(path))

    def set_folder_rules(self, path: Path, dialect: Dialect, category_rule: CategoryRule) -> None:
        """Read the articles of a folder by other rules from now on."""
        self._ask(
            lambda library: library.set_folder_rules(path, dialect, category_rule),
            lambda _folder: self._on_rules_changed(),
        )

    def is_library_folder(self, path: Path) -> bool:
        """Whether this folder itself was taken into the library, not only one around it."""
        return any(folder.path == path for folder in self._folders)

    def list_welcome(self, language: str) -> None:
        """List the bundled articles instead of a place."""
        from reader.core.library.welcome import welcome_articles

        self._language = language
        self._listing.list_instead(
            lambda library: welcome_articles(language, library.states), self.welcome_listed.emit
        )

    def rescan(self) -> None:
        """Look for new, changed and vanished files."""
        self._scan.start()

    def cancel_scan(self) -> None:
        """Stop looking; what was found stays."""
        self._scan.cancel()

    def set_state(self, path: Path, **changes: object) -> None:
        """Change the reading state of one article: state, starred, progress, opened."""
        self.changing.emit([(path, changes)])

        def work(library: Library) -> tuple[ReadingState, ...]:
            library.states.set(path, **changes)  # type: ignore[arg-type]
            return states_with_copies(library, (path,))

        def done(states: tuple[ReadingState, ...]) -> None:
            self._tell(states)
            if changes.keys() - _QUIET:
                self._ask(self._outlook.overview, self._on_overview)
            self.told.emit(StateNews(states, frozenset(changes)))

        self.write(work, done, key=(path, *changes) if changes.keys() <= _QUIET else None)

    def hear(self, news: StateNews) -> None:
        """What was done in another window: rows, counts and lists show it here, too."""
        if self._is_closed:
            return
        self._tell(news.states)
        if news.many or "marks" in news.changed:
            self.marked_elsewhere.emit()
        if news.many:
            self.many_changed.emit()
            self.learn_overrides()
        if "tags" in news.changed or news.many:
            self.refresh()
        elif news.changed - _QUIET:
            self._ask(self._outlook.overview, self._on_overview)
            if self.place.kind in _CHANGING and self._listing.was_asked:
                self._listing.list_again()

    def _tell(self, states: Sequence[ReadingState]) -> None:
        for state in states:
            self.state_changed.emit(state)

    @cached_property
    def history(self) -> StateHistory:
        """What can be taken back; made when something is done."""
        from .state_history import StateHistory

        made = StateHistory(self, self)
        self.changing.connect(made.hear)
        return made

    def set_states(
        self,
        changes: Changes,
        on_before: Callable[[Changes], object] = lambda _before: None,
        on_failed: Callable[[], object] = lambda: None,
    ) -> None:
        """Change the reading state of many articles; `on_before` learns what was there before."""
        self.changing.emit(changes)

        def work(library: Library) -> tuple[Changes, tuple[ReadingState, ...]]:
            from .state_changes import change_states

            before = change_states(library, changes)
            few = changes if len(changes) <= _FEW else ()
            return before, states_with_copies(library, [path for path, _ in few])

        def done(changed: tuple[Changes, tuple[ReadingState, ...]]) -> None:
            before, states = changed
            on_before(before)
            names = frozenset(name for _, each in changes for name in each)
            if len(changes) > _FEW:
                self.tell_outdated(names)
                return
            self._tell(states)
            if "tags" in names:
                self._listing.list_again()
            self._count_again(names)
            self.told.emit(StateNews(states, names))

        self.write(work, done, on_failed)

    def tell_outdated(self, names: frozenset[str]) -> None:
        """These fields of very many articles were changed: whoever shows some asks for them anew."""
        self.many_changed.emit()
        self._listing.list_again()
        self._count_again(names)
        self.told.emit(StateNews((), names, many=True))

    def _count_again(self, names: frozenset[str]) -> None:
        if "tags" in names and not self._scan.is_running:
            self._ask_facets()
        self._ask(self._outlook.overview, self._on_overview)

    def state_of(self, path: Path, on_done: Callable[[object], None]) -> None:
        """Ask for the reading state of any article, in the library or not."""
        self._ask(lambda library: library.states.get(path), on_done)

    def paths_at(self, place: Place, on_done: Callable[[list[Path]], object]) -> None:
        """The files of all articles of a place."""
        query = self._listing.query_of(place)
        self._ask(
            lambda library: library.article_ids(with_saved_query(library, query, place)),
            lambda ids: self.paths_of(ids, on_done),
        )

    def paths_of(self, ids: array[int], on_done: Callable[[list[Path]], object]) -> None:
        """The files of the articles with these ids, in their order."""
        parts = [ids[at : at + SHORT] for at in range(0, len(ids), SHORT)]
        paths: list[Path] = []

        def ask(more: Sequence[ListedArticle] = ()) -> None:  # part by part: others have their turn
            paths.extend(article.path for article in more)
            if parts:
                part = parts.pop(0)
                self._ask(lambda library: library.articles_with(part), ask)
            else:
                on_done(paths)

        ask()

    def consult(
        self,
        work: Callable[[Library], T],
        on_done: Callable[[T], object],
        on_failed: Callable[[], object] = lambda: None,
    ) -> None:
        """Have something done with the library and its reading state, on the lane that owns them."""

        def failed(error: ReaderError) -> None:
            self._on_failed(error)
            on_failed()

        self._tasks.run(lambda: work(self._opened()), on_done, failed, Lane.LIBRARY)

    def write(
        self,
        work: Callable[[Library], T],
        on_done: Callable[[T], object] = lambda _done: None,
        on_failed: Callable[[], object] = lambda: None,
        key: object = None,
    ) -> None:
        """Have the reading state changed; where it cannot be written now, as soon as it can."""
        self._writing.write(work, on_done, lambda error: (self._on_failed(error), on_failed()), key)

    @property
    def is_delayed(self) -> bool:
        """Whether what was done waits to be written."""
        return "_writing" in self.__dict__ and self._writing.is_delayed

    @cached_property
    def _writing(self) -> StateWriting:
        from .state_writing import StateWriting

        def run(work: Callable[[Library], Any], on_done: Any, on_error: Any) -> None:
            self._tasks.run(lambda: work(self._opened()), on_done, on_error, Lane.LIBRARY)

        writing = StateWriting(run, self)
        writing.delayed.connect(self._on_delayed)
        writing.caught_up.connect(lambda: (self.delayed.emit(""), self.refresh()))
        return writing

    def _on_delayed(self, why: str) -> None:
        text = self.tr("%1 What you do until then is remembered, and written as soon as that is possible.")
        self.delayed.emit(text.replace("%1", _in_own_words(why)))

    def close(self) -> None:
        """Stop everything that runs for the library."""
        self._listing.close()
        if not self._is_closed:
            self._is_closed = True
            if "history" in self.__dict__:
                self.history.finish()
            if "_writing" in self.__dict__:
                self._writing.finish()
            self._scan.disconnect(self)
            self._scan.leave()

    def _ask(self, work: Callable[[Library], T], on_done: Callable[[T], object]) -> None:
        self.consult(work, on_done)

    def _opened(self) -> Library:
        if self._library is None:  # on the library lane: connections belong to its thread
            self._library = self._open_library()
        return self._library

    def _on_first_overview(self, overview: Overview, language: str) -> None:
        self._on_overview(overview)
        if overview.folders:
            self._listing.list_again()
            self._ask_facets()
            self.rescan()
        else:
            self._is_new = True
            self.list_welcome(language)

    def _ask_facets(self) -> None:
        self._ask(self._outlook.facets, self.facets_changed.emit)

    def _on_overview(self, overview: Overview) -> None:
        self._folders, self._is_known = overview.folders, True
        if self._is_new and overview.folders:  # a command has taken the first one in
            self._is_new = False
            self._listing.list_again()
            self._ask_facets()
            if not self._scan.is_following:
                self.rescan()
        self.content_changed.emit(
            overview.counts, overview.categories, overview.folder_tree, overview.problems
        )

    def _on_folder_added(self, path: Path) -> None:
        self._is_new = False
        self._listing.place = Place(PlaceKind.FOLDER, path)
        self.refresh()
        self.rescan()

    def _on_rules_changed(self) -> None:
        self._ask(self._outlook.overview, self._on_overview)
        self.rescan()

    def _on_progress(self, done: int, total: int) -> None:
        if not self._refresh.isActive():
            self._refresh.start()
        self.scan_progressed.emit(done, total)

    def _on_scanned(self, report: dict[str, object] | None) -> None:
        news = ("added", "changed", "moved", "removed", "turned")
        if report is None or self._refresh.isActive() or any(report.get(name) for name in news):
            self.refresh()
        self._refresh.stop()
        self.scan_finished.emit(report)

    def _on_watching(self, polled: int, _reason: str) -> None:
        if polled:
            self.said.emit(
                self.tr("Some folders do not tell of changes; they are looked through now and then.")
            )

    def _on_failed(self, error: ReaderError) -> None:
        self.failed.emit(_in_own_words(str(error)))


def _in_own_words(sentence: str) -> str:
    from .sentences import in_own_words  # not before something fails

    return in_own_words(sentence)
