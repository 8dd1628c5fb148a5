# SPDX-License-Identifier: MIT
"""The article list: the articles of one place as rows, and which of them is chosen."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reader.core.article import article_key
from reader.core.theme import Theme
from reader.ui.article_arrangement import HitOrder, ListArrangement
from reader.ui.article_groups import Grouping
from reader.ui.article_list_header import ArticleListHeader
from reader.ui.article_list_view import ArticleListView
from reader.ui.article_row_layout import Density, is_unread
from reader.ui.empty_state import EmptyState
from reader.ui.icons import Icons
from reader.ui.interface_type import InterfaceType, text_scale
from reader.ui.lazy_articles import LazyArticles
from reader.ui.list_pages import ListPages
from reader.ui.places import ALL, Place
from reader.ui.thumbnails import Thumbnails

if TYPE_CHECKING:
    from reader.core.library import ListedArticle
    from reader.ui.article_columns import Column
    from reader.ui.copy_groups import GroupOfCopies
    from reader.ui.search_hits import ListHits, RowHit


class ArticleList(QWidget):
    """Shows the articles of one place and says which one is chosen."""

    article_selected = Signal(object)  # ListedArticle
    article_activated = Signal(object)  # ListedArticle, by Enter or a double click
    tab_asked = Signal(object)  # ListedArticle, to be opened beside the one that is read
    search_changed = Signal(str)  # with `set_title_search` on, the rows are already narrowed
    scope_changed = Signal()  # the same search at another place
    save_search_asked = Signal()  # what is sought is to be kept as a smart list
    more_hits_wanted = Signal()  # the end of the hits is in view
    hit_order_changed = Signal()  # the same search in another order
    arrangement_changed = Signal(object)  # ListArrangement; groups and density are shown already
    context_menu_asked = Signal(object, QPoint)  # ListedArticle, global position
    read_on_asked = Signal(bool)  # space in the list; True: backwards
    library_asked = Signal()  # the panel, where nothing else in sight brings it in
    add_folder_requested = Signal()
    retry_requested = Signal()  # the button under an error

    def __init__(
        self,
        theme: Theme,
        thumbnails: Thumbnails,
        parent: QWidget | None = None,
        *,
        density: str = Density.COMFORTABLE,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("ArticleList")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self._density = Density(density)
        self._arrangement = ListArrangement(density=density)
        self.hit_order = HitOrder()  # in which hits are to be shown
        self._fonts = InterfaceType(self.font(), text_scale(self.font()))
        self._place = ALL
        self._library_empty = self._scanning = False
        self._error = ""
        self._silent = False
        self._from_the_top = True
        self._searches_titles = True
        self._give_back: Callable[[], None] | None = None  # the selection, while a menu has another one
        self._before_search: tuple[ListedArticle | None, int] | None = None  # selection and scroll
        self._header = ArticleListHeader(theme, self._fonts, self)
        self._view = ArticleListView(thumbnails, theme, self._fonts, self)
        self._pages = ListPages(self._view, theme)
        self._view.setAccessibleName(self.tr("Articles"))
        self._lay_out()
        self._join()
        self._take_look()
        self.set_place(ALL)

    @property
    def view(self) -> ArticleListView:
        """The scrolling rows, for the focus of the window and for what is selected there."""
        return self._view

    def set_place(self, place: Place, *, library_empty: bool = False) -> None:
        """Name the place: at another one the search is cleared, and its articles are shown from the top.

        Where the library has no folder at all, the empty list will ask for one.
        """
        self._library_empty = library_empty
        if place != self._place:
            self._from_the_top = True
            self._place = place
            self._header.clear_search()
        self._header.name_place(place)

    def set_articles(self, articles: Sequence[ListedArticle]) -> None:
        """Show `articles`; at the same place the selection and the rows in view stay where they are."""
        self._pages.arrive()
        self._error = ""
        if not self._from_the_top and self._view.rows.shows_the_same(articles):
            self._view.rows.renew(articles)
        else:
            with self._position_kept():
                self._view.rows.set_articles(articles)
        self._from_the_top = False
        self._show_what_there_is()

    @property
    def sought(self) -> str:
        """What is in the search field."""
        return self._header.sought

    @property
    def search_place(self) -> Place | None:
        """Where is to be searched; None: everywhere."""
        return None if self._header.is_everywhere else self._place

    @property
    def hits(self) -> ListHits | None:
        """What a search found, while that is shown."""
        return self._view.rows.hits

    def set_title_search(self, on: bool) -> None:
        """Whether the list itself answers the search, by titles; else someone gives it hits."""
        self._searches_titles = on

    def show_hits(self, hits: ListHits, *, again: bool = False) -> None:
        """Show what a search found; with `again` as it is now, what is selected and in view stays there."""
        view = self._view
        if again:
            with self._position_kept():
                view.rows.set_hits(hits)
            self._show_what_there_is()
            return
        if self._before_search is None:
            self._before_search = view.current_article(), self.scroll_position()
        current = view.current_article()
        with self._silence():
            view.rows.set_filter("")
            view.rows.set_hits(hits)
            view.doItemsLayout()
            row = view.rows.row_of(str(current.key)) if current else None
            if row is not None:
                view.go_to(row)
            view.scrollToTop()
        self._show_what_there_is()

    def add_hits(self, hits: ListHits) -> None:
        """Show more hits of the same search below."""
        self._view.rows.add_hits(hits)

    def leave_hits(self) -> None:
        """Show the place's articles again, as they were."""
        before, self._before_search, self.hit_order = self._before_search, None, HitOrder()
        if before is None:
            return
        current, scrolled = before
        with self._silence():
            self._view.rows.set_filter("")
            self._view.rows.set_hits(None)
            if not self._from_the_top:
                row = self._view.rows.row_of_article(current) if current else None
                if row is not None:
                    self._view.go_to(row)
                self.restore_scroll(scrolled)
        self._show_what_there_is()

    def set_notes(self, notes: Mapping[str, RowHit]) -> None:
        """Say something of articles, by key, where their excerpt stands."""
        self._view.rows.set_notes(notes)

    def set_copies(self, groups: Mapping[int, GroupOfCopies]) -> None:
        """Put versions of one article under a heading, by the id of each; none: no such groups."""
        if groups == self._view.rows.copies:
            return
        with self._position_kept():
            self._view.rows.set_copies(groups)

    def set_loading(self) -> None:
        """Articles are on their way: outlines of rows stand in if they take long."""
        self._pages.wait()

    def show_error(self, sentence: str) -> None:
        """Say why there are no articles, with a button to try again."""
        self._pages.arrive()
        self._error = sentence
        self._show_what_there_is()

    def set_arrangement(self, arrangement: ListArrangement) -> None:
        """Arrange the rows in another way, without a signal; their order is the giver's."""
        before, self._arrangement = self._arrangement, arrangement
        self._show_order()
        if arrangement.density != before.density:
            self.set_density(arrangement.density)
        if (arrangement.group, arrangement.backwards) != (before.group, before.backwards):
            with self._position_kept():
                self._view.rows.set_grouping(Grouping(arrangement.group), backwards=arrangement.backwards)

    def set_theme(self, theme: Theme) -> None:
        """Change the colours."""
        self._theme = theme
        self._take_look()

    def set_density(self, density: str, scale: float = 1.0) -> None:
        """Change the room of a row (comfortable, cosy, compact) and the size of its text."""
        self._density = Density(density)
        self._fonts = InterfaceType(self.font(), scale * text_scale(self.font()))
        self._take_look()

    def set_icons(self, icons: Icons) -> None:
        """Draw the icons, after the first paint; nothing moves."""
        self._header.set_icons(icons)

    def offer_library(self, on: bool) -> None:
        """Whether the library panel is brought in by a button of the list."""
        self._header.offer_library(on)

    def current_article(self) -> ListedArticle | None:
        """The article that is selected."""
        return self._view.current_article()

    def selected_articles(self, most: int | None = None) -> tuple[ListedArticle, ...]:
        """The articles that are selected, from the top; all of them, or so many."""
        return self._view.selected_articles(most)

    @property
    def is_long(self) -> bool:
        """Whether rows are read only when they come into view."""
        return isinstance(self._view.rows.articles, LazyArticles)

    def is_selected(self, article: ListedArticle) -> bool:
        """Whether this article is among the selected ones."""
        return self._view.is_selected(self._view.rows.row_of_article(article))

    @property
    def selected_count(self) -> int:
        """How many articles are selected."""
        return self._view.selected_count

    def show_current(self, path: Path) -> bool:
        """Select the article at `path`, without a signal; False where it is not known to be in the list."""
        return self._show_row(self._view.rows.row_of(article_key(path)))

    def show_article(self, article: ListedArticle) -> bool:
        """Select this article, without a signal, also in a list that was never scrolled to it."""
        return self._show_row(self._view.rows.row_of_article(article))

    def _show_row(self, row: int | None) -> bool:
        if row is None:
            return False
        is_current = self._view.currentIndex().row() == row
        if self._view.is_selected(row) and (is_current or self.selected_count > 1):
            return True  # with others, maybe, and scrolled away from on purpose
        self._view.reveal(row)
        with self._silence():
            return self._view.go_to(row)

    def select_next(self) -> bool:
        """Go to the next article; False at the end."""
        return self._view.go_to(self._view.currentIndex().row() + 1)

    def select_previous(self) -> bool:
        """Go to the article before; False at the start."""
        return self._view.go_to(self._view.currentIndex().row() - 1)

    def select_next_unread(self) -> bool:
        """Go to the next unread article, past the end from the top again; False if there is none."""
        from reader.core.library import ArticleQuery

        start = self._view.currentIndex().row() + 1
        query = ArticleQuery(unread=True)
        row = self._view.rows.seek(start, lambda article: is_unread(article.state), query)
        return row is not None and self._view.go_to(row)

    def mark(self, key: str, **changes: Any) -> None:
        """Change fields of the article `key` where it stands, such as `state` or `starred`."""
        self._view.rows.mark(key, **changes)

    def mark_hits(self, changes: Mapping[Path, Mapping[str, Any]]) -> None:
        """Change fields of many articles where a search shows them."""
        self._view.rows.mark_hits(changes)

    def scroll_position(self) -> int:
        """How far the rows are scrolled, in pixels, for the next session."""
        return self._view.verticalScrollBar().value()

    def restore_scroll(self, pixels: int) -> None:
        """Scroll to where `scroll_position` was."""
        self._view.doItemsLayout()
        self._view.verticalScrollBar().setValue(pixels)

    @property
    def columns(self) -> str:
        """Which columns there are, for the next session."""
        return self._view.columns

    def restore_columns(self, plan: str) -> None:
        """Put the columns where an earlier session had them."""
        self._view.restore_columns(plan)

    def focus_rows(self) -> None:
        """Put the keyboard on the rows, at the first where none is selected."""
        if self._view.currentIndex().row() < 0:
            with self._silence():
                self._view.go_to(0)
        self._view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def focus_search(self) -> None:
        """Put the cursor into the search field."""
        self._header.focus_field()

    def search_for(self, words: str) -> None:
        """Seek these words."""
        self._header.seek(words)

    def bring_search_back(self, words: str, order: HitOrder, *, everywhere: bool) -> None:
        """Seek what was sought last time; the keyboard stays where it is."""
        self.hit_order = order
        self._header.put_in(words, everywhere=everywhere)

    def select_paths(self, paths: Sequence[Path]) -> bool:
        """Select the articles at these paths, without a signal; False where none of them is listed."""
        rows = [row for path in paths if (row := self._view.rows.row_of(article_key(path))) is not None]
        with self._silence(), self._view.extending():
            self._view.select_rows(rows)
        return bool(rows)

    def _on_current_changed(self, current: QModelIndex) -> None:
        article = self._view.rows.article(current.row())
        if article is not None and not self._silent and not self._view.is_extending:
            self.article_selected.emit(article)

    def _on_search_changed(self, text: str) -> None:
        if self._searches_titles:
            with self._position_kept():
                self._view.rows.set_filter(text)
            self._show_what_there_is()
        self.search_changed.emit(text)

    def _on_scrolled(self, pixels: int) -> None:
        self._header.set_scrolled(pixels)
        hits, rows = self.hits, self._view.rows
        bar = self._view.verticalScrollBar()
        near = pixels > bar.maximum() - 2 * self._view.viewport().height()
        if hits is not None and near and len(rows.articles) < hits.total:
            self.more_hits_wanted.emit()

    def _show_order(self) -> None:
        of_hits = self.hits is not None
        shown = self.hit_order.within(self._arrangement) if of_hits else self._arrangement
        self._header.set_arrangement(shown, of_hits=of_hits)
        self._view.show_sort(shown.sort, backwards=shown.backwards)

    def _on_arrangement_chosen(self, arrangement: ListArrangement) -> None:
        before = self._arrangement
        if self.hits is not None:  # the order of the place stays what it is
            self._order_hits(HitOrder.chosen_in(arrangement))
            arrangement = replace(arrangement, sort=before.sort, backwards=before.backwards)
        self.set_arrangement(arrangement)
        if (arrangement.sort, arrangement.backwards) != (before.sort, before.backwards):
            self._from_the_top = True
        self.arrangement_changed.emit(arrangement)

    def _order_hits(self, order: HitOrder) -> None:
        if order != self.hit_order:
            self.hit_order = order
            self._show_order()
            self.hit_order_changed.emit()

    def _on_column_pressed(self, column: Column) -> None:
        """A click on a head sorts by it, another one turns the order round."""
        from reader.ui.article_columns import SORTS

        if self.hits is not None:
            self._order_hits(self.hit_order.after_click(SORTS[column]))
        else:
            self._on_arrangement_chosen(self._arrangement.after_click(SORTS[column]))

    def _on_menu_asked(self, position: QPoint) -> None:
        row = self._view.rowAt(position.y())
        article = self._view.rows.article(row)
        if article is None:
            return
        if not self._view.is_selected(row):
            with self._silence():
                self._give_back = self._view.lend_selection(row)
        self.context_menu_asked.emit(article, self._view.viewport().mapToGlobal(position))

    def end_menu(self, *, is_opening: bool) -> None:
        """The menu of an article was closed: what was selected before is so again, unless that one opens."""
        give_back, self._give_back = self._give_back, None
        if give_back is not None and not is_opening:
            with self._silence():
                give_back()

    def _on_button_pressed(self) -> None:
        if self._error:
            self.retry_requested.emit()
        elif self._library_empty and self.hits is None:
            self.add_folder_requested.emit()
        elif self.search_place is not None and self.hits is not None:
            self._header.search_everywhere()
        else:
            self._header.clear_search()

    @contextmanager
    def _silence(self) -> Iterator[None]:
        """No signal for what is selected meanwhile."""
        before, self._silent = self._silent, True
        try:
            yield
        finally:
            self._silent = before

    @contextmanager
    def _position_kept(self) -> Iterator[None]:
        """Across a change of rows, keep the selected article and the topmost one where they are."""
        stay = self._view.staying()
        with self._silence():
            yield
            self._view.doItemsLayout()
            if self._from_the_top:
                self._view.scrollToTop()
            else:
                stay()

    def show_scanning(self, on: bool) -> None:
        """Whether articles are being looked for: then an empty place may not stay so."""
        if on != self._scanning:
            self._scanning = on
            if self._pages.shows_words:
                self._pages.show_words(self._fill)

    def _show_what_there_is(self) -> None:
        rows = self._view.rows
        self._show_order()
        if rows.hits is not None:
            self._header.show_found(rows.hits.total, rows.hits.share)
        else:
            self._header.show_count(len(rows.articles), rows.total)
        if rows.articles and not self._error:
            self._pages.show_rows()
        else:
            self._pages.show_words(self._fill)

    def _fill(self, empty: EmptyState) -> None:
        from reader.ui import empty_places

        if self._error:
            empty.show_words(self._error, button=self.tr("Try again"))
        elif self._library_empty and self.hits is None:
            empty_places.ask_for_folder(empty)
        elif self._header.sought:
            elsewhere = self.hits is not None and self.search_place is not None
            suggestions = self.hits.suggestions if self.hits else ()
            empty_places.show_nothing_found(empty, self._header.sought, suggestions, elsewhere=elsewhere)
        else:
            empty.show_words(empty_places.empty_place(self._place.kind, scanning=self._scanning))

    def _take_look(self) -> None:
        self._header.set_look(self._theme, self._fonts)
        with self._position_kept():
            self._view.set_look(self._theme, self._fonts, self._density)
        self._header.columns_header = self._view.header
        self._pages.set_theme(self._theme)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._header)
        column.addLayout(self._pages, 1)

    def _join(self) -> None:
        self.setFocusProxy(self._view)
        self._view.selectionModel().currentRowChanged.connect(self._on_current_changed)
        self._view.article_opened.connect(self.article_activated)
        self._view.tab_asked.connect(self.tab_asked)
        self._view.sort_asked.connect(self._on_column_pressed)
        self._view.read_on_asked.connect(self.read_on_asked)
        self._view.customContextMenuRequested.connect(self._on_menu_asked)
        self._header.search_changed.connect(self._on_search_changed)
        self._header.scope_changed.connect(self.scope_changed)
        self._header.save_asked.connect(self.save_search_asked)
        self._header.library_asked.connect(self.library_asked)
        self._header.arrangement_chosen.connect(self._on_arrangement_chosen)
        self._header.left_for_rows.connect(self.focus_rows)
        self._view.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self._view.search_left.connect(self._header.clear_search)
        self._pages.button_pressed.connect(self._on_button_pressed)
        self._pages.choice_made.connect(self._header.seek)
