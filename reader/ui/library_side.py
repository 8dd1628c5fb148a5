# SPDX-License-Identifier: MIT
"""The library's side of the window: panel and list, joined with the feed; made when it is first wanted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QPoint, Qt, QTimer, Signal, SignalInstance
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from reader.core.article import article_key
from reader.core.settings import Preferences, ReadingState, options
from reader.core.theme import Theme

from .article_arrangement import ListArrangement
from .article_list import ArticleList
from .article_row_layout import Density
from .elided_text import plain_line
from .folder_invitation import FolderInvitation
from .icons import Icons
from .library_feed import LibraryFeed
from .library_panel import LibraryPanel
from .list_commands import ListCommands
from .list_search import ListSearch
from .panes import Arrangement, Panes
from .places import ALL, Place, PlaceKind
from .problem_rows import is_problem
from .smart_list_commands import SmartListCommands
from .smart_list_shelf import SmartListShelf
from .tasks import Tasks
from .thumbnails import Thumbnails

if TYPE_CHECKING:
    from reader.core.library import Counts, Facets, Library, ListedArticle

    from .actions import Actions
    from .article_commands import ArticleCommands
    from .detail_view import DetailView
    from .file_menu import Doors
    from .hit_tour import HitTour
    from .missing_pictures import MissingPicturesBar
    from .related_menu import RelatedMenu
    from .search_hits import RowHit

_COLUMNS_WIDTH = 660  # pixels of the list, when columns are chosen
_LEAST_PAGE = 400
_PATH_LIMIT = 500  # characters


class LibrarySide(QObject):
    """Shows places and their articles; what a person chooses there leaves as signals."""

    article_selected = Signal(Path)
    article_activated = Signal(Path)  # to be read now: the keyboard goes to the page
    tab_asked = Signal(Path)  # to be opened beside the article that is read
    add_folder_requested = Signal()
    paths_dropped = Signal(list)
    place_chosen = Signal()
    welcomed = Signal(Path)  # the first of the welcome articles
    listed = Signal()
    read_on_asked = Signal(bool)  # True: backwards
    related_chosen = Signal(Path)
    problem_chosen = Signal(Path, str, str)  # what is no article, why, and where it is
    offline_asked = Signal(object)  # Place whose articles are to be readable without the network
    said = Signal(str)  # one sentence for the status line

    def __init__(
        self, feed: LibraryFeed, tasks: Tasks, preferences: Preferences, theme: Theme, window: QWidget
    ) -> None:
        super().__init__(window)
        self.setObjectName("librarySide")
        self._feed, self._preferences, self._window = feed, preferences, window
        self._place: Place | None = None
        self.was_chosen = False  # whether a place was, in this session
        self._current: Path | None = None
        self.panel = LibraryPanel(theme, window)
        self._thumbnails, self._keeps_thumbnails = Thumbnails(tasks, parent=self), False
        self.articles = ArticleList(
            theme, self._thumbnails, window, density=preferences.get(options.LIST_DENSITY)
        )
        self.articles.set_arrangement(_arrangement(preferences))
        self.commands = ListCommands(feed, self.articles, self)
        self.search = ListSearch(self.articles, feed)
        self.shelf = SmartListShelf(feed, self)
        self.smart_lists = SmartListCommands(feed, self.shelf, self.panel, window)
        self._content: tuple[object, ...] | None = None
        self._room_taken = 0, 0  # from the page, for columns; the width of the list with it
        self._is_silent = False  # the library does not answer
        self._facets: Facets | None = None
        self._detail: DetailView | None = None
        self._actions: Actions | None = None
        self._doors: Doors | None = None
        self._tour: HitTour | None = None
        self._related: RelatedMenu | None = None
        self._tasks = tasks
        self.invitation = FolderInvitation(window)
        self.list_pane = QWidget(window)
        self._missing_bar: MissingPicturesBar | None = None
        column = self._column = QVBoxLayout(self.list_pane)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.articles, 1)
        column.addWidget(self.invitation)
        self._connect()

    def go_to(self, place: Place) -> None:
        """Select a place and list its articles."""
        self.panel.select(place)
        self._on_place(place)

    def start(self, place: Place, language: str) -> None:
        """List a place in the order of last time; welcome the person where there is no library yet.

        A place that was chosen before that stays.
        """
        if self.was_chosen:
            place = self._feed.place
        chosen = _arrangement(self._preferences)
        group = chosen.group
        self._feed.start(place, chosen.sort, language, backwards=chosen.backwards, group=group)

    def join(
        self, detail: DetailView, commands: ArticleCommands, actions: Actions, doors: Doors, panes: Panes
    ) -> None:
        """Let the page show what was found, the actions reach the list, and its menu lead elsewhere."""
        panes.arrangement_changed.connect(self._on_room)
        self._on_room(panes.arrangement)
        self.articles.library_asked.connect(actions["library_panel"].trigger)
        self._detail, self._actions, self._doors = detail, actions, doors
        detail.article_failed.connect(lambda *_failed: self.show_current(None))
        commands.many = lambda: self.commands if self.commands.has_many else None
        actions["archive"].triggered.connect(lambda: self.commands.toggle_archived())
        actions["next_hit"].triggered.connect(lambda: self._go_to_hit(detail, 1))
        actions["previous_hit"].triggered.connect(lambda: self._go_to_hit(detail, -1))

        def begin_tour(_text: str) -> None:
            if self._tour is None:
                from .hit_tour import HitTour

                self._tour = HitTour(detail, self._tasks, actions, self.search.query_for)

        self.articles.search_changed.connect(begin_tour)

    def read_as(self, path: Path, what: str, value: str | None) -> None:
        """Read an article in another `encoding` or `dialect` from now on, and show it; None: in its own."""
        self._feed.override(path, {what: value})
        if self._detail is not None and self._detail.wanted != path:
            self._detail.show_article(path, self._feed.options_for(path))

    def show_related(self, path: Path | None, below: QWidget) -> None:
        """Show a menu of articles like the one at `path` under a button."""
        from .related_menu import RelatedMenu

        if self._related is None:
            self._related = RelatedMenu(self._feed, self._window)
            self._related.chosen.connect(self.related_chosen)
            self._related.said.connect(self.said)
        if path is not None:
            self._related.open(path, below.mapToGlobal(below.rect().bottomRight()))

    def show_current(self, path: Path | None) -> None:
        """Select the article that is open, where it is listed."""
        self._current = path
        if path is not None and not self.articles.show_current(path) and self.articles.is_long:
            self._feed.consult(lambda library: library.article_at(path), self._on_located)

    def set_theme(self, theme: Theme) -> None:
        """Change the colours."""
        self.panel.set_theme(theme)
        self.articles.set_theme(theme)

    def take_preference(self, name: str) -> None:
        """Show a preference that was changed elsewhere."""
        if any(name == option.name for option, _ in _ARRANGEMENT):
            arrangement = _arrangement(self._preferences)
            self.articles.set_arrangement(arrangement)
            group = arrangement.group
            self._feed.sort(arrangement.sort, backwards=arrangement.backwards, group=group)

    def set_icons(self, icons: Icons) -> None:
        """Draw the icons, after the first paint."""
        self.panel.set_icons(icons)
        self.articles.set_icons(icons)

    def _connect(self) -> None:
        panel, articles, feed = self.panel, self.articles, self._feed
        panel.place_selected.connect(self._on_place)
        panel.place_activated.connect(lambda _place: articles.view.setFocus())
        panel.folders_dropped.connect(self.paths_dropped)
        panel.add_folder_requested.connect(self.add_folder_requested)
        panel.context_menu_asked.connect(self._show_place_menu)
        articles.article_selected.connect(partial(self._on_chosen, self.article_selected))
        articles.article_activated.connect(partial(self._on_chosen, self.article_activated))
        articles.tab_asked.connect(partial(self._on_chosen, self.tab_asked))
        articles.arrangement_changed.connect(self._on_arrangement)
        articles.context_menu_asked.connect(self._show_article_menu)
        articles.read_on_asked.connect(self.read_on_asked)
        articles.add_folder_requested.connect(self.add_folder_requested)
        articles.retry_requested.connect(feed.refresh)
        self.commands.said.connect(self.said)
        self.smart_lists.said.connect(self.said)
        self.smart_lists.place_asked.connect(self.go_to)
        self.shelf.changed.connect(self._on_smart_lists)
        articles.save_search_asked.connect(self.save_search)
        self.invitation.add_folder_requested.connect(self.add_folder_requested)
        feed.content_changed.connect(self._on_content)
        feed.scan_progressed.connect(lambda _done, _total: self.articles.show_scanning(True))
        feed.scan_finished.connect(lambda _report: self.articles.show_scanning(False))
        feed.facets_changed.connect(self._on_facets)
        feed.welcome_listed.connect(self._on_welcome)
        feed.articles_listed.connect(self._on_listed)
        feed.state_changed.connect(self._on_state_changed)
        feed.many_changed.connect(self._on_many_changed)
        feed.failed.connect(self._on_failed)

    def save_search(self) -> None:
        """Keep what is sought, where it is sought, as a smart list."""
        self.smart_lists.save(self.articles.sought, self.articles.search_place)

    def _on_smart_lists(self, _lists: object) -> None:
        self._fill_panel()
        place = self._feed.place
        if place.kind is PlaceKind.SMART_LIST:
            if self._titled(place).title:
                self.articles.set_place(self._titled(place), library_empty=self._feed.is_empty)
            else:
                self.go_to(ALL)  # deleted meanwhile, maybe on another machine

    def _titled(self, place: Place) -> Place:
        """A smart list with the name it has now."""
        if place.kind is not PlaceKind.SMART_LIST or not isinstance(place.value, tuple):
            return place
        known = self.shelf.find(place.value[0])
        return Place(place.kind, place.value, known.name if known is not None else "")

    def _go_to_hit(self, detail: DetailView, step: int) -> None:
        if detail.find_bar.isVisible():
            (detail.find_bar.find_next if step > 0 else detail.find_bar.find_previous)()
        elif self._tour is not None:
            self._tour.go(step)

    def _on_located(self, article: ListedArticle | None) -> None:
        if article is not None and article.path == self._current:
            self.articles.show_article(article)

    def _on_room(self, arrangement: Arrangement) -> None:
        """Where list and page take turns, the button above the page is out of sight with it."""
        self.articles.offer_library(arrangement is Arrangement.NARROW)

    def _on_chosen(self, signal: SignalInstance, article: ListedArticle) -> None:
        if not is_problem(article):
            signal.emit(article.path)
            return
        self.problem_chosen.emit(article.path, article.excerpt, plain_line(str(article.path), _PATH_LIMIT))

    def _on_place(self, place: Place) -> None:
        self.was_chosen = True
        self.articles.set_place(place)
        self.articles.set_loading()
        self._feed.show(place)
        self.place_chosen.emit()

    def _on_content(self, counts: Counts, categories: object, folders: object, problems: int) -> None:
        self._content = (counts, categories, folders, problems)
        if self._is_silent:  # it answers again
            self._is_silent = False
            self._feed.refresh()
        self._fill_panel()
        self.invitation.setVisible(self._feed.is_empty)

    def _on_facets(self, facets: Facets) -> None:
        self._facets = facets
        self._fill_panel()

    def _fill_panel(self) -> None:
        if self._content is not None:
            self.panel.set_content(*self._content, self._facets, self.shelf.lists)  # type: ignore[arg-type]

    def _on_listed(self, place: Place, articles: Sequence[ListedArticle]) -> None:
        if self._place != place:
            self.panel.select(place, unfold=self._place is not None)
            self._place = place
        self.articles.set_place(self._titled(place), library_empty=self._feed.is_empty)
        self.articles.set_articles(articles)
        if not self._keeps_thumbnails:
            self._keeps_thumbnails = True
            self._feed.consult(lambda library: library.thumbnails, self._thumbnails.keep_in)
        self.articles.set_notes({})
        if place.kind is PlaceKind.PROBLEMS:
            self._feed.consult(_reasons, self.articles.set_notes)
        self._group_copies(place)
        self._tell_missing(place)
        self.show_current(self._current)
        self.listed.emit()

    def _group_copies(self, place: Place) -> None:
        if place.kind is PlaceKind.DUPLICATES:
            from .copy_groups import CopiesShown, copies_shown

            def show(copies: CopiesShown) -> None:
                if self._place == place:
                    self.articles.set_copies(copies.groups)
                    self.articles.set_notes(copies.notes)

            self._feed.consult(copies_shown, show)
        else:
            self.articles.set_copies({})

    def _tell_missing(self, place: Place) -> None:
        is_lacking = place.kind is PlaceKind.LACKING
        if is_lacking and self._missing_bar is None and self._actions is not None:
            from .missing_pictures import MissingPicturesBar

            self._missing_bar = MissingPicturesBar(self._actions["retry_pictures"], self.list_pane)
            self._column.insertWidget(1, self._missing_bar)
        if self._missing_bar is not None:
            self._missing_bar.setVisible(is_lacking)
        if is_lacking:
            from .missing_pictures import missing_notes

            self._feed.consult(missing_notes, self.articles.set_notes)

    def _on_welcome(self, articles: Sequence[ListedArticle]) -> None:
        self._place = None
        self.articles.set_copies({})
        self.articles.set_place(ALL, library_empty=self._feed.is_empty)
        self.articles.set_articles(articles)
        self.show_current(self._current)
        if articles:
            self.welcomed.emit(articles[0].path)

    def _on_state_changed(self, state: ReadingState) -> None:
        self.articles.mark(article_key(state.path), **_shown_of(state))

    def _on_many_changed(self) -> None:
        """The rows of the place are read anew, those of a search are not."""
        if self.articles.hits is not None:
            paths = [article.path for article in self.articles.hits.articles]

            def work(library: Library) -> dict[Path, Mapping[str, Any]]:
                return {path: _shown_of(library.states.get(path)) for path in paths}

            self._feed.consult(work, self.articles.mark_hits)

    def _on_failed(self, sentence: str) -> None:
        """Where the library never answered, the list says why it is empty."""
        if self._content is None:
            self._is_silent = True
            self.articles.show_error(sentence)

    def _on_arrangement(self, arrangement: ListArrangement) -> None:
        before, preferences = _arrangement(self._preferences), self._preferences
        for option, name in _ARRANGEMENT:
            chosen = getattr(arrangement, name)
            if chosen != getattr(before, name):
                preferences.set(option, chosen)
        if arrangement.density == Density.COLUMNS != before.density:
            self._make_room()
        elif before.density == Density.COLUMNS != arrangement.density:
            self._give_room_back()
        if replace(arrangement, density=before.density) != before:
            group = arrangement.group
            self._feed.sort(arrangement.sort, backwards=arrangement.backwards, group=group)

    def _make_room(self) -> None:
        """Columns want more width than rows; the page gives it, as far as it can spare it."""
        splitter = self.list_pane.parentWidget()
        if isinstance(splitter, QSplitter):
            sizes, at = splitter.sizes(), splitter.indexOf(self.list_pane)
            taken = min(_COLUMNS_WIDTH - sizes[at], sizes[-1] - _LEAST_PAGE)
            if taken > 0:
                self._shift(splitter, taken)
                self._room_taken = taken, splitter.sizes()[at]

    def _give_room_back(self) -> None:
        """Rows again: the page has its width back, unless the panes were moved since."""
        splitter, (taken, width) = self.list_pane.parentWidget(), self._room_taken
        if isinstance(splitter, QSplitter) and taken:
            if splitter.sizes()[splitter.indexOf(self.list_pane)] == width:
                self._shift(splitter, -taken)
            self._room_taken = 0, 0

    def _shift(self, splitter: QSplitter, pixels: int) -> None:
        """So much of the page's width for the list."""
        sizes, at = splitter.sizes(), splitter.indexOf(self.list_pane)
        sizes[at] += pixels
        sizes[-1] -= pixels
        splitter.setSizes(sizes)

    def _show_article_menu(self, article: ListedArticle, where: QPoint) -> None:
        from .context_menus import article_menu, problem_menu

        many = self.commands.has_many and self.articles.is_selected(article)
        if is_problem(article):
            menu = problem_menu(article.path, self._window)
        elif many:
            menu = self.commands.menu(self._window)
        else:
            menu = article_menu(article, self._feed, self._window, self.read_as, self._doors)
        saved_twice = self._place is not None and self._place.kind is PlaceKind.DUPLICATES
        if self._actions is not None and not is_problem(article) and (many or saved_twice):
            menu.addSeparator()
            if many:
                menu.addAction(self._actions["make_offline"])
            menu.addAction(self._actions["compare_versions"])
            menu.addAction(self._actions["share_state"])
        ended = partial(self._on_menu_ended, article.path)
        menu.aboutToHide.connect(lambda: QTimer.singleShot(0, self, ended))  # what was chosen comes first
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(where)

    def _on_menu_ended(self, path: Path) -> None:
        is_opening = self._detail is not None and self._detail.wanted == path
        self.articles.end_menu(is_opening=is_opening)

    def _show_place_menu(self, place: Place, where: QPoint) -> None:
        from .context_menus import place_menu

        menu = place_menu(place, self._feed, self._window)
        self.smart_lists.fill_menu(menu, place)
        if self._actions is not None and place.holds_articles and not self._feed.is_empty:
            offline = menu.addAction(self._actions["make_offline"].text())
            offline.triggered.connect(lambda: self.offline_asked.emit(place))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.aboutToHide.connect(self.panel.end_menu)
        if menu.isEmpty():
            self.panel.end_menu()
            menu.deleteLater()
        else:
            menu.popup(where)


def _shown_of(state: ReadingState) -> dict[str, Any]:
    """What a row shows of a reading state."""
    return {
        "state": state.state,
        "starred": state.starred,
        "progress": state.progress,
        "opened_at": state.opened_at,
    }


def _reasons(library: Library) -> dict[str, RowHit]:
    """Why articles could not be read perfectly, by their keys."""
    from .search_hits import RowHit
    from .sentences import in_own_words

    reasons: dict[str, list[str]] = {}
    for problem in library.problems():
        reasons.setdefault(str(article_key(problem.path)), []).append(in_own_words(problem.message))
    return {key: RowHit(" ".join(messages)) for key, messages in reasons.items()}


_ARRANGEMENT: tuple[tuple[options.Option[Any], str], ...] = (
    (options.LIST_SORT, "sort"),
    (options.LIST_BACKWARDS, "backwards"),
    (options.LIST_GROUP, "group"),
    (options.LIST_DENSITY, "density"),
)


def _arrangement(preferences: Preferences) -> ListArrangement:
    return ListArrangement(
        preferences.get(options.LIST_SORT),
        preferences.get(options.LIST_BACKWARDS),
        preferences.get(options.LIST_GROUP),
        preferences.get(options.LIST_DENSITY),
    )
