# SPDX-License-Identifier: MIT
"""The scrolling rows of the article list, or its columns: keyboard, type-ahead and dragging out."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QElapsedTimer,
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from reader.core.theme import Theme
from reader.ui.article_list_model import ArticleListModel
from reader.ui.article_row_delegate import ArticleRowDelegate
from reader.ui.article_row_layout import Density
from reader.ui.interface_type import InterfaceType
from reader.ui.problem_rows import is_problem
from reader.ui.row_focus import RowFocus
from reader.ui.thumbnails import Thumbnails

if TYPE_CHECKING:
    from reader.core.library import ListedArticle
    from reader.ui.article_cell_delegate import ArticleCellDelegate
    from reader.ui.article_columns_header import ColumnsHeader

# QListView asks the model for every row when it lays itself out: 0.2 s for 100,000 rows, on each change.
# A table with rows of one height asks for those it paints.
_WHEEL_STEP = 28  # pixels; three of them a notch


class ArticleListView(RowFocus, QTableView):
    """Rows of the same height, in one column or several; 100,000 of them cost as much as ten."""

    article_opened = Signal(object)  # ListedArticle, by Enter or a double click
    tab_asked = Signal(object)  # ListedArticle, by the middle button or with Ctrl
    read_on_asked = Signal(bool)  # by space; True: backwards
    search_left = Signal()  # by Escape
    sort_asked = Signal(object)  # Column, by a click on its head

    def __init__(self, thumbnails: Thumbnails, theme: Theme, fonts: InterfaceType, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows = ArticleListModel(self)
        self._thumbnails = thumbnails
        self._rows_delegate = self._plain_delegate = ArticleRowDelegate(self, thumbnails, theme, fonts)
        self._columns: ColumnsHeader | None = None
        self._cells: ArticleCellDelegate | None = None
        self._plan = ""  # of the columns, until they are shown
        self._sort = ("", False)
        self.hovered_row = -1
        self._typed = ""
        self._typing = QElapsedTimer()
        self._is_extending = self._is_entering = False
        self._pressed = QPersistentModelIndex()  # with the middle button
        self._raised: tuple[int, ...] = ()
        self.setItemDelegate(self._rows_delegate)
        self._set_up()
        self.setModel(self._rows)
        self._rows.modelReset.connect(self._size_groups)  # after the view's own reset
        thumbnails.picture_ready.connect(self._on_picture_ready)
        self.doubleClicked.connect(self._on_double_clicked)

    @property
    def rows(self) -> ArticleListModel:
        """The model shown."""
        return self._rows

    @property
    def row_height(self) -> int:
        """The height of every row in pixels."""
        return self._rows_delegate.row_height

    def set_look(self, theme: Theme, fonts: InterfaceType, density: Density) -> None:
        """Change colours, type and the height of rows; what is at the top stays there."""
        top = self.rowAt(0)
        self._arrange(theme, fonts, in_columns=density is Density.COLUMNS)
        self._rows_delegate.set_look(theme, fonts, density, self.locale(), self.layoutDirection())
        self.verticalHeader().setDefaultSectionSize(self._rows_delegate.row_height)
        self._size_groups()
        if top > 0:
            self.scrollTo(self._rows.index(top, 0), QAbstractItemView.ScrollHint.PositionAtTop)
        self.viewport().update()

    @property
    def header(self) -> ColumnsHeader | None:
        """The heads of the columns, while there are columns."""
        return self._columns if self._rows.in_columns else None

    @property
    def columns(self) -> str:
        """Which columns are shown, for the next session; empty where there never were any."""
        return self.header.plan.to_text() if self.header is not None else self._plan

    def restore_columns(self, plan: str) -> None:
        """Put the columns where an earlier session had them."""
        self._plan = plan
        if self.header is not None:
            self._apply_plan(self.header)

    def show_sort(self, sort: str, *, backwards: bool) -> None:
        """Mark the column the rows are sorted by."""
        self._sort = (sort, backwards)
        if self._columns is not None:
            self._columns.show_sort(sort, backwards=backwards)

    def current_article(self) -> ListedArticle | None:
        """The article the selection stands on."""
        return self._rows.article(self.currentIndex().row())

    @property
    def is_extending(self) -> bool:
        """Whether the selection is being changed with Shift or Ctrl: then nothing is to be opened."""
        return self._is_extending

    def selected_articles(self, most: int | None = None) -> tuple[ListedArticle, ...]:
        """The articles that are selected, from the top: those of all rows, or of so many."""
        articles = self._rows.articles
        rows = self.selected_rows()[:most]
        return tuple(article for row in rows if not is_problem(article := articles[row]))

    def selected_rows(self) -> list[int]:
        """The rows that are selected, from the top."""
        return [row for first, last in self._selected_ranges() for row in range(first, last + 1)]

    @property
    def selected_count(self) -> int:
        """How many rows are selected."""
        return sum(last - first + 1 for first, last in self._selected_ranges())

    def is_selected(self, row: int | None) -> bool:
        """Whether this row is among the selected ones."""
        return self.selectionModel().isSelected(self._rows.index(-1 if row is None else row, 0))

    def selected_ids(self) -> array[int]:
        """The ids of the articles that are selected, from the top; no row is read for them."""
        found = array("q")
        for first, last in self._selected_ranges():
            found.extend(self._rows.identities(range(first, last + 1)))
        return found

    def lend_selection(self, row: int) -> Callable[[], None]:
        """Select `row` alone, while a menu asks what to do with it; returns what brings the rest back."""
        current, selected = self.current_article(), self.selected_ids()
        lent = self._rows.article(row)
        self._select_quietly(row, (row,))

        def give_back() -> None:
            if lent is None or self.selected_count > 1 or self.current_article() != lent:
                return  # something else was chosen meanwhile
            before = self._rows.row_of_article(current) if current is not None else None
            self._select_quietly(-1 if before is None else before, self._rows.rows_of(selected))

        return give_back

    def _select_quietly(self, current: int, rows: Iterable[int]) -> None:
        """Select these rows and nothing else, without scrolling."""
        self.setAutoScroll(False)
        flag = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(self._rows.index(current, 0), flag.Clear)
        self.select_rows(rows)
        self.setAutoScroll(True)

    def select_rows(self, rows: Iterable[int]) -> None:
        """Select rows beside what is selected."""
        chosen, last = QItemSelection(), self._rows.columnCount() - 1
        for first, end in _runs(rows):
            chosen.select(self._rows.index(first, 0), self._rows.index(end, last))
        self.selectionModel().select(chosen, QItemSelectionModel.SelectionFlag.Select)

    def position_of(self, row: int) -> int:
        """How far below the first row `row` begins, in pixels."""
        return self.verticalHeader().sectionPosition(row)

    def go_to(self, row: int) -> bool:
        """Select `row` and bring it into view; False where there is no such row."""
        if not 0 <= row < self._rows.rowCount():
            return False
        self.setCurrentIndex(self._rows.index(row, 0))
        return True

    def reveal(self, row: int) -> None:
        """Bring `row` into the middle, unless it is in view already."""
        position = self.rowViewportPosition(row)
        if not 0 <= position <= self.viewport().height() - self.row_height:
            self.scrollTo(self._rows.index(row, 0), QAbstractItemView.ScrollHint.PositionAtCenter)

    def staying(self) -> Callable[[], None]:
        """What brings the articles selected and at the top now back to their places, once rows changed."""
        current, top = self.current_article(), self.rowAt(0)
        top_article, offset = self.rows.article(top), self.rowViewportPosition(max(0, top))
        selected = self.rows.identities(self.selected_rows()) if self.selected_count > 1 else ()

        def stay() -> None:
            row = self.rows.row_of_article(current) if current else None
            if row is not None:
                self.go_to(row)
            if selected:
                self.select_rows(self.rows.rows_of(selected))
            row = self.rows.row_of_article(top_article) if top_article else None
            if row is not None:
                self.verticalScrollBar().setValue(self.position_of(row) - offset)

        return stay

    def event(self, event: QEvent) -> bool:
        """While a title is being typed, letters are not the shortcuts of the window."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and self._is_typing()
            and event.text().isprintable()
            and not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, modifiers = event.key(), event.modifiers()
        article = self.current_article()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and article is not None:
            (self.tab_asked if _asks_for_tab(modifiers) else self.article_opened).emit(article)
        elif key == Qt.Key.Key_Space and not self._is_typing():
            self.read_on_asked.emit(bool(modifiers & Qt.KeyboardModifier.ShiftModifier))
        elif key == Qt.Key.Key_Escape and self._rows.hits is not None:
            self.search_left.emit()
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            event.ignore()  # one column: the neighbouring pane may want them
        else:
            with self.extending(_extends(modifiers)):
                super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Select the next article whose title starts with what is being typed."""
        self._typed = self._typed + search if self._is_typing() else search
        self._typing.restart()
        from reader.core.library import ArticleQuery

        wanted = self._typed.casefold()
        start = max(0, self.currentIndex().row()) + (1 if len(self._typed) == 1 else 0)
        row = self._rows.seek(
            start,
            lambda article: article.title.casefold().startswith(wanted),
            ArticleQuery(title_start=self._typed),
        )
        if row is not None:
            self.go_to(row)

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """As a list does it: Home and End are the first and the last row; focus alone goes nowhere."""
        if self._is_entering:
            return QModelIndex()
        if action == QAbstractItemView.CursorAction.MoveHome:
            return self._rows.index(0, 0)
        if action == QAbstractItemView.CursorAction.MoveEnd:
            return self._rows.index(self._rows.rowCount() - 1, 0)
        return super().moveCursor(action, modifiers)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._is_entering = True
        super().focusInEvent(event)
        self._is_entering = False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        pressed = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.MiddleButton:
            self._pressed = QPersistentModelIndex(pressed)
            return
        if event.button() == Qt.MouseButton.RightButton:
            self._note_keyboard(False)
            return  # a menu is asked for; what is read stays
        with self.extending(_extends(event.modifiers())):
            super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.MiddleButton:
            super().mouseReleaseEvent(event)
            return
        article = self._rows.article(self._pressed.row())
        if article is not None and self._pressed == self.indexAt(event.position().toPoint()):
            self.tab_asked.emit(article)
        self._pressed = QPersistentModelIndex()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self.rowAt(event.position().toPoint().y()))
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(-1)
        super().leaveEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._cells is not None and self._rows.in_columns:
            self._cells.begin()
        super().paintEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.header is not None:
            self.header.fit()

    def startDrag(self, supported: Qt.DropAction) -> None:
        article = self.current_article()
        self._rows_delegate.dragged_key = str(article.key) if article else None
        self.viewport().update()
        if self._cells is not None:
            self._cells.begin()  # the picture under the pointer is drawn outside of a paint event
        super().startDrag(supported)
        self._rows_delegate.dragged_key = None
        self.viewport().update()

    def currentChanged(
        self, current: QModelIndex | QPersistentModelIndex, previous: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().currentChanged(current, previous)
        self.viewport().update()  # the line above a selected row goes away

    def _on_picture_ready(self, key: str) -> None:
        row = self._rows.row_of(key)
        if row is not None:
            self.update(self._rows.index(row, 0))

    def _on_double_clicked(self, index: QModelIndex) -> None:
        article = self._rows.article(index.row())
        if article is not None:
            held = QGuiApplication.keyboardModifiers()
            (self.tab_asked if _asks_for_tab(held) else self.article_opened).emit(article)

    def _selected_ranges(self) -> list[tuple[int, int]]:
        """First and last row of what is selected, from the top, whatever columns were moved."""
        parts = self.selectionModel().selection().toList()
        ranges: list[tuple[int, int]] = []
        for first, last in sorted((part.top(), part.bottom()) for part in parts):
            if ranges and first <= ranges[-1][1]:
                ranges[-1] = (ranges[-1][0], max(last, ranges[-1][1]))
            else:
                ranges.append((first, last))
        return ranges

    def _hover(self, row: int) -> None:
        if row != self.hovered_row:
            self.hovered_row = row
            if self._rows.in_columns:
                self.viewport().update()

    def _arrange(self, theme: Theme, fonts: InterfaceType, *, in_columns: bool) -> None:
        """Show columns, or no more; they are made when they are first wanted."""
        if in_columns == self._rows.in_columns:
            if self._columns is not None:
                self._columns.set_look(theme, fonts)
            return
        if not in_columns:
            self._plan = self.columns
        header, cells = self._made_columns(theme, fonts)
        self._rows.set_columns(on=in_columns)
        self._rows_delegate = cells if in_columns else self._plain_delegate
        self.setItemDelegate(self._rows_delegate)
        mode, policy = QHeaderView.ResizeMode, Qt.ScrollBarPolicy
        header.setSectionResizeMode(mode.Interactive if in_columns else mode.Stretch)
        self.setHorizontalScrollBarPolicy(
            policy.ScrollBarAsNeeded if in_columns else policy.ScrollBarAlwaysOff
        )
        header.setVisible(in_columns)
        if in_columns:
            header.set_look(theme, fonts)
            header.show_sort(self._sort[0], backwards=self._sort[1])
            self._apply_plan(header)

    def _made_columns(self, theme: Theme, fonts: InterfaceType) -> tuple[ColumnsHeader, ArticleCellDelegate]:
        if self._columns is None or self._cells is None:
            from reader.ui.article_cell_delegate import ArticleCellDelegate
            from reader.ui.article_columns_header import ColumnsHeader

            self._columns = ColumnsHeader(theme, fonts, self)
            self._columns.sort_asked.connect(self.sort_asked)
            self.setHorizontalHeader(self._columns)
            self.setCornerWidget(QWidget(self))  # between the scroll bars, on the ground of the list
            self._cells = ArticleCellDelegate(
                self, self._columns, self._thumbnails, theme, fonts, lambda: self.hovered_row
            )
        return self._columns, self._cells

    def _apply_plan(self, header: ColumnsHeader) -> None:
        from reader.ui.article_columns import ColumnPlan

        header.set_plan(ColumnPlan.from_text(self._plan))

    @contextmanager
    def extending(self, on: bool = True) -> Iterator[None]:
        """While the selection is changed without anything being opened."""
        self._is_extending = on
        try:
            yield
        finally:
            self._is_extending = False

    def _size_groups(self) -> None:
        """The first row of a group is higher by its heading."""
        rows, height = self.verticalHeader(), self.row_height + self._rows_delegate.heading_height
        before, self._raised = self._raised, tuple(self._rows.groups)
        if not before and not self._raised:
            return
        rows.setUpdatesEnabled(False)
        for row in before:
            if row < self._rows.rowCount():
                rows.resizeSection(row, self.row_height)
        for row in self._raised:
            rows.resizeSection(row, height)
        rows.setUpdatesEnabled(True)

    def _is_typing(self) -> bool:
        interval = QGuiApplication.styleHints().keyboardInputInterval()
        return bool(self._typed) and self._typing.isValid() and self._typing.elapsed() < interval

    def _set_up(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setDefaultDropAction(Qt.DropAction.CopyAction)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.verticalScrollBar().setSingleStep(_WHEEL_STEP)
        rows, columns = self.verticalHeader(), self.horizontalHeader()
        rows.hide()
        rows.setMinimumSectionSize(1)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(self._rows_delegate.row_height)
        columns.hide()
        columns.setMinimumSectionSize(1)
        columns.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)


def _asks_for_tab(held: Qt.KeyboardModifier) -> bool:
    return bool(held & Qt.KeyboardModifier.ControlModifier)


def _extends(held: Qt.KeyboardModifier) -> bool:
    return bool(held & (Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier))


def _runs(rows: Iterable[int]) -> list[tuple[int, int]]:
    """Rows that follow each other as first and last of them: one range instead of thousands."""
    runs: list[tuple[int, int]] = []
    for row in rows:
        if runs and row == runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], row)
        else:
            runs.append((row, row))
    return runs
