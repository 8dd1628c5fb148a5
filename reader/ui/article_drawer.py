# SPDX-License-Identifier: MIT
"""The drawer beside the page: the highlights of this article, and its headings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.core.theme import Theme

from .elided_text import plain_line
from .highlight_rows import HighlightRows
from .icons import Icons

if TYPE_CHECKING:
    from reader.core.settings.highlights import Anchored

_WIDTH = 300
_TAGS = 36  # characters of them that are shown
_INDENT = "\u2003"


class ArticleDrawer(QWidget):
    """Two lists, one at a time; Esc closes it."""

    mark_chosen = Signal(object)  # Highlight
    delete_asked = Signal(object)
    edit_asked = Signal(object)
    heading_chosen = Signal(int)
    all_asked = Signal()
    tags_asked = Signal()
    attach_asked = Signal(object)
    closed = Signal()

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("articleDrawer")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(_WIDTH)
        self.setAccessibleName(self.tr("Highlights and contents"))
        self.marks = HighlightRows(theme, with_titles=False, parent=self)
        self.contents = QListWidget(self)
        self.contents.setObjectName("contentsRows")
        self.contents.setAccessibleName(self.tr("Contents"))
        self.contents.setFrameShape(QListWidget.Shape.NoFrame)
        self.contents.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.contents.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._empty = QLabel(self)
        self._empty.setObjectName("drawerEmpty")
        self._empty.setWordWrap(True)
        self._empty.setMargin(16)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter)
        self._pages = QStackedWidget(self)
        for page in (self.marks, self.contents, self._empty):
            self._pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._build_head(icons))
        column.addWidget(self._pages, 1)
        self._build_foot(column)
        self.marks.chosen.connect(self.mark_chosen)
        self.marks.delete_asked.connect(self.delete_asked)
        self.marks.edit_asked.connect(self.edit_asked)
        self.marks.attach_asked.connect(self._attach)
        self.marks.currentRowChanged.connect(lambda _row: self._show_attach())
        self.contents.itemClicked.connect(self._on_heading)
        self.contents.itemActivated.connect(self._on_heading)
        self.set_theme(theme)
        self._choose(0)

    def set_theme(self, theme: Theme) -> None:
        """Change the colours."""
        self.marks.set_theme(theme)
        self.setStyleSheet(
            f"#articleDrawer {{ background: {theme.list}; border-left: 1px solid {theme.rule}; }}"
            "#articleDrawer QListWidget { background: transparent; border: none; outline: none; }"
            f"#contentsRows::item {{ padding: 6px 12px; color: {theme.ink}; }}"
            f"#contentsRows::item:hover {{ background: {theme.hover}; }}"
            f"#contentsRows::item:selected {{ background: {theme.selection}; }}"
            f"#drawerEmpty {{ color: {theme.ink_soft}; }}"
            f"#articleDrawer QPushButton:checked {{ background: {theme.selection}; }}"
        )

    def show_marks(self, anchored: Sequence[Anchored]) -> None:
        """The highlights of the article, orphans last."""
        ordered = sorted(anchored, key=lambda one: (one.span is None, one.span or (0, 0)))
        marks = [replace(one.highlight, orphaned=one.span is None) for one in ordered]
        self.marks.show_marks(marks)
        self._show()

    def show_headings(self, headings: Sequence[tuple[int, int, str]]) -> None:
        """The headings of the article: number, level, text."""
        self.contents.clear()
        top = min((level for _, level, _ in headings), default=1)
        for index, level, text in headings:
            item = QListWidgetItem(_INDENT * (level - top) + " ".join(text.split()), self.contents)
            item.setData(Qt.ItemDataRole.UserRole, index)
            item.setToolTip(text)
        self._show()

    def show_tags(self, own: Sequence[str], of_file: Sequence[str]) -> None:
        """The tags of the article: those of the person first, then those that stand in its file."""
        shown = [f"#{tag}" for tag in own] + list(of_file)
        text = plain_line(" ".join(shown), _TAGS) if shown else self.tr("Add tags…")
        self.tags_button.setText(text.replace("&", "&&"))
        parts = [self.tr("Your tags: %1").replace("%1", ", ".join(own))] if own else []
        parts += [self.tr("In the file: %1").replace("%1", ", ".join(of_file))] if of_file else []
        self.tags_button.setToolTip(plain_line(" · ".join(parts), 400))
        self.tags_button.setAccessibleName(self.tr("Tags") + ": " + text)

    def give_focus(self) -> None:
        """Give the keyboard to the list that is shown."""
        (self.marks if self._which == 0 else self.contents).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _build_head(self, icons: Icons) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setContentsMargins(12, 8, 8, 8)
        head.setSpacing(0)
        self._tabs = QButtonGroup(self)
        names = (self.tr("Highlights"), self.tr("Contents"))
        for number, name in enumerate(names):
            tab = QPushButton(name, self)
            tab.setCheckable(True)
            tab.setProperty("segment", "first" if number == 0 else "last")
            self._tabs.addButton(tab, number)
            head.addWidget(tab, 1)
        self._tabs.idClicked.connect(self._choose)
        close = QToolButton(self)
        close.setIconSize(QSize(16, 16))
        close.setToolTip(self.tr("Close"))
        close.setAccessibleName(self.tr("Close"))
        close.clicked.connect(self.closed)
        icons.put(close, "close")
        head.addSpacing(8)
        head.addWidget(close)
        return head

    def _build_foot(self, column: QVBoxLayout) -> None:
        """What one does with the article as a whole."""
        self.attach_button = QPushButton(self.tr("Attach to the selected words"), self)
        self.attach_button.setToolTip(
            self.tr("For a highlight whose words are gone: select its new words in the article first.")
        )
        self.attach_button.clicked.connect(self._attach)
        self.attach_button.hide()
        attach = QHBoxLayout()
        attach.setContentsMargins(12, 4, 12, 4)
        attach.addWidget(self.attach_button)
        column.addLayout(attach)
        self.tags_button = QPushButton(self)
        self.tags_button.setObjectName("drawerTags")
        self.tags_button.setProperty("flat", True)
        self.tags_button.clicked.connect(self.tags_asked)
        column.addWidget(self.tags_button)
        self.show_tags((), ())
        self._all = QPushButton(self.tr("All highlights…"), self)
        self._all.setProperty("flat", True)
        self._all.clicked.connect(self.all_asked)
        column.addWidget(self._all)

    def _choose(self, which: int) -> None:
        self._which = which
        self._tabs.button(which).setChecked(True)
        self._show()

    def _show(self) -> None:
        page = self.marks if self._which == 0 else self.contents
        texts = (
            self.tr("Select words in the article to highlight them, or press H."),
            self.tr("This article has no headings."),
        )
        self._empty.setText(texts[self._which])
        self._pages.setCurrentWidget(page if page.count() else self._empty)
        self._show_attach()

    def _attach(self, *_asked: object) -> None:
        mark = self.marks.current_mark()
        if mark is not None and mark.orphaned:
            self.attach_asked.emit(mark)

    def _show_attach(self) -> None:
        mark = self.marks.current_mark() if self._which == 0 else None
        offered = mark is not None and mark.orphaned
        if not offered and self.attach_button.hasFocus():
            self.marks.setFocus(Qt.FocusReason.OtherFocusReason)  # Qt would tab on
        self.attach_button.setVisible(offered)

    def _on_heading(self, item: QListWidgetItem) -> None:
        self.heading_chosen.emit(int(item.data(Qt.ItemDataRole.UserRole)))
