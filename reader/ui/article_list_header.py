# SPDX-License-Identifier: MIT
"""The head of the article list: the place, its number of articles, their order, a field to narrow them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSpacerItem, QToolButton, QVBoxLayout, QWidget

from reader.core.theme import Theme
from reader.ui.article_arrangement import ListArrangement, arrangement_menu
from reader.ui.elided_label import ElidedLabel
from reader.ui.icons import Icons
from reader.ui.interface_type import InterfaceType, TextRole
from reader.ui.places import ALL, Place, PlaceKind
from reader.ui.row_colours import draw_hairline
from reader.ui.search_field import SearchField

if TYPE_CHECKING:
    from reader.ui.article_columns_header import ColumnsHeader
    from reader.ui.search_scope import SearchScope


_NAME_START = 16
_BUTTON_START = 8


class ArticleListHeader(QWidget):
    """Names the place and says what the reader wants to see of it."""

    search_changed = Signal(str)
    arrangement_chosen = Signal(object)  # ListArrangement
    left_for_rows = Signal()
    scope_changed = Signal()
    library_asked = Signal()  # the panel, where it is out of sight
    save_asked = Signal()  # what is sought is to be kept as a smart list

    def __init__(self, theme: Theme, fonts: InterfaceType, parent: QWidget) -> None:
        super().__init__(parent)
        self._arrangement, self._is_of_hits = ListArrangement(), False
        self._is_scrolled = False
        self._place = ALL
        self._scope: SearchScope | None = None
        self.columns_header: ColumnsHeader | None = None  # while there are columns to choose
        self._name = ElidedLabel(self)
        self._name.setObjectName("PaneTitle")
        self._count = QLabel(self)
        self._count.setObjectName("PaneCount")
        self._library_button, self._sort_button = self._button(), self._button()
        self._library_button.hide()
        self._field = SearchField(QColor(theme.ink_faint), self)
        self.set_look(theme, fonts)
        self._lay_out()
        self._name_controls()
        self._sort_button.clicked.connect(self._on_sort_pressed)
        self._library_button.clicked.connect(self.library_asked)
        self._field.textChanged.connect(self._on_text_changed)
        self._field.left_for_results.connect(self.left_for_rows)
        self._field.left_empty.connect(self.left_for_rows)

    @property
    def sought(self) -> str:
        """What is in the search field."""
        return self._field.text()

    def set_look(self, theme: Theme, fonts: InterfaceType) -> None:
        """Change type and the colours that are not in the style sheet."""
        self._rule = QColor(theme.rule)
        self._name.setFont(fonts.font(TextRole.TITLE_STRONG))
        self._count.setFont(fonts.font(TextRole.CAPTION))
        self._field.setFont(fonts.font(TextRole.ROW))
        if self._scope is not None:
            self._scope.set_type(fonts.font(TextRole.CAPTION))
        self._fonts = fonts
        self._field.set_lens(QColor(theme.ink_faint))

    @property
    def is_everywhere(self) -> bool:
        """Whether the search is for the whole library."""
        return self._place.kind is PlaceKind.ALL or (self._scope is not None and self._scope.is_everywhere)

    def name_place(self, place: Place) -> None:
        """Name the place."""
        if self._scope is not None and place != self._place:
            self._scope.name_place(place)
        self._place = place
        self._name_what_is_listed()

    def _name_what_is_listed(self) -> None:
        """The place, or all articles while these are searched from it."""
        name = (ALL if self.is_everywhere and self.sought.strip() else self._place).name
        if name != self._name.text():
            self._name.setText(name)
            self._name.setToolTip(name)

    def search_everywhere(self) -> None:
        """Choose the whole library as the place of the search."""
        if self._scope is not None:
            self._scope.widen()

    def show_found(self, total: int, share: float) -> None:
        """Say how many articles a search found, and how complete that is."""
        self._count.setText(self.tr("{0} found").format(self.locale().toString(total)))
        if self._scope is None:
            return
        percent = int(share * 100)
        if share <= 0:
            note = self.tr("Only titles for now: the search data is being built.")
        else:
            note = self.tr("Incomplete: {0} % of the library searched.").format(percent) if share < 1 else ""
        self._scope.say(note)

    def clear_search(self) -> None:
        """Seek nothing any more."""
        if self._field.text():
            self._field.clear()

    def set_scrolled(self, pixels: int) -> None:
        """Draw a line under the head while rows pass beneath it."""
        if (pixels > 0) != self._is_scrolled:
            self._is_scrolled = pixels > 0
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._is_scrolled:
            painter = QPainter(self)
            draw_hairline(painter, 0, self.width(), self.height(), self._rule)
            painter.end()

    def set_icons(self, icons: Icons) -> None:
        """Draw the icons; nothing moves."""
        icons.put(self._sort_button, "sort")
        icons.put(self._library_button, "panel")

    def offer_library(self, on: bool) -> None:
        """Whether the panel has to be brought in from here: nothing else that could do it is in sight."""
        self._library_button.setVisible(on)
        self._start.changeSize(_BUTTON_START if on else _NAME_START, 0)
        self._heading.invalidate()

    def show_count(self, shown: int, total: int) -> None:
        """Say how many articles there are, and how many of them the search leaves."""
        number = self.locale().toString
        if shown == total:
            self._count.setText(number(total) if total else "")
        else:
            self._count.setText(self.tr("{0} of {1}").format(number(shown), number(total)))

    def set_arrangement(self, arrangement: ListArrangement, *, of_hits: bool = False) -> None:
        """Check what was chosen in the menu, without a signal."""
        self._arrangement, self._is_of_hits = arrangement, of_hits

    def focus_field(self) -> None:
        """Put the cursor into the search field."""
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()

    def seek(self, words: str) -> None:
        """Put these words into the search field."""
        self._field.setText(words)
        self.focus_field()

    def put_in(self, words: str, *, everywhere: bool) -> None:
        """Put words into the search field that were sought before."""
        self._field.setText(words)
        if everywhere:
            self.search_everywhere()

    def _on_text_changed(self, text: str) -> None:
        if text.strip() and self._scope is None:
            self._scope = self._make_scope()
        if self._scope is not None:
            self._scope.setVisible(bool(text.strip()))
        self._name_what_is_listed()
        self.search_changed.emit(text)

    def _make_scope(self) -> SearchScope:
        from reader.ui.query_completion import QueryCompletion
        from reader.ui.search_scope import SearchScope

        QueryCompletion(self._field)
        scope = SearchScope(self._fonts.font(TextRole.CAPTION), self)
        scope.name_place(self._place)
        scope.changed.connect(self._name_what_is_listed)
        scope.changed.connect(self.scope_changed)
        scope.help_asked.connect(self._show_help)
        scope.save_asked.connect(self.save_asked)
        self._below.addWidget(scope)
        scope.follow(self._field)
        return scope

    def _show_help(self, anchor: QWidget) -> None:
        from reader.ui.search_help import SearchHelp

        popover = SearchHelp(self)
        popover.chosen.connect(self._insert)
        popover.open_below(anchor)

    def _insert(self, form: str) -> None:
        """Put a form of the help behind what is sought."""
        text = self._field.text().rstrip()
        self._field.setText(f"{text} {form}" if text else form)
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_sort_pressed(self) -> None:
        menu = arrangement_menu(self._arrangement, self._on_chosen, self, of_hits=self._is_of_hits)
        if self.columns_header is not None:
            from reader.ui.article_columns import columns_menu

            menu.addSeparator()
            menu.addMenu(columns_menu(self.columns_header.plan, self.columns_header.set_plan, menu))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self._sort_button.mapToGlobal(self._sort_button.rect().bottomLeft()))

    def _on_chosen(self, arrangement: ListArrangement) -> None:
        if arrangement != self._arrangement:
            self._arrangement = arrangement
            self.arrangement_chosen.emit(arrangement)

    def _button(self) -> QToolButton:
        button = QToolButton(self)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setIconSize(QSize(18, 18))
        button.setAutoRaise(True)
        button.setFixedSize(28, 28)
        return button

    def _lay_out(self) -> None:
        heading = self._heading = QHBoxLayout()
        heading.setContentsMargins(0, 0, 0, 0)
        heading.setSpacing(8)
        self._start = QSpacerItem(_NAME_START, 0)
        heading.addSpacerItem(self._start)
        heading.addWidget(self._library_button)
        heading.addWidget(self._name)
        heading.addWidget(self._count, 0, Qt.AlignmentFlag.AlignVCenter)
        heading.addStretch(1)
        heading.addWidget(self._sort_button)
        heading.addSpacing(10)
        self._below = below = QVBoxLayout()
        below.setContentsMargins(12, 0, 12, 0)
        below.setSpacing(6)
        below.addWidget(self._field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 8)
        column.setSpacing(6)
        column.addLayout(heading)
        column.addLayout(below)

    def _name_controls(self) -> None:
        self._field.setPlaceholderText(self.tr("Search articles"))
        self._field.setAccessibleName(self.tr("Search articles"))
        self._library_button.setAccessibleName(self.tr("Library panel"))
        self._library_button.setToolTip(self.tr("Library panel"))
        self._sort_button.setAccessibleName(self.tr("Sort articles"))
        self._sort_button.setToolTip(self.tr("Sort articles"))
