# SPDX-License-Identifier: MIT
"""The palette: a field, and below it every action, tab, heading, category and article that fits."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHeaderView,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from .elided_text import plain_line
from .palette_entries import PaletteEntry, best

_WIDTH, _ROWS, _ROW_HEIGHT = 600, 11, 30
_MOST = 60
_TEXT_LIMIT = 160  # characters
_WAIT_MS = 60  # after a key, before the library is asked
_MOVES = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)

FindArticles = Callable[[str, Callable[[Sequence[PaletteEntry]], None]], None]


class CommandPalette(QFrame):
    """Enter does what is chosen, Esc goes away; the mouse can do both."""

    def __init__(self, entries: Sequence[PaletteEntry], find_articles: FindArticles, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("commandPalette")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(self.tr("Go to anything"))
        self._entries = list(entries)
        self._articles: Sequence[PaletteEntry] = ()
        self._find_articles = find_articles
        self._shown: list[PaletteEntry] = []
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(self.tr("Go to an article, a heading, a category, or do something"))
        self.field.setAccessibleName(self.tr("Go to anything"))
        self.rows = QTreeWidget(self)
        self._set_up_rows()
        self._wait = QTimer(self, singleShot=True, interval=_WAIT_MS)
        self._wait.timeout.connect(self._ask_library)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 10, 10, 10)
        layout.setSpacing(8)
        layout.addWidget(self.field)
        layout.addWidget(self.rows)
        self.field.textChanged.connect(self._on_text)
        self.field.installEventFilter(self)
        self.rows.itemClicked.connect(lambda _item: self._run())
        self._show()

    def add(self, entries: Sequence[PaletteEntry]) -> None:
        """More entries, that were learned since."""
        self._entries += entries
        self._show()

    def open_over(self, window: QWidget) -> None:
        """Appear over the upper part of a window."""
        width = min(_WIDTH, window.width() - 32)
        self.resize(width, _ROWS * _ROW_HEIGHT + 66)
        self.move(window.mapToGlobal(QPoint((window.width() - width) // 2, max(16, window.height() // 9))))
        self.show()
        self.field.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            key = Qt.Key(event.key())
            if key in _MOVES:
                self.rows.event(event)
                return True
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._run()
                return True
            if key == Qt.Key.Key_Escape:
                self.close()
                return True
        return super().eventFilter(watched, event)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._wait.stop()
        self._entries.clear()  # what an entry does may hold much alive

    def _set_up_rows(self) -> None:
        rows = self.rows
        rows.setAccessibleName(self.tr("What fits"))
        rows.setColumnCount(2)
        rows.setHeaderHidden(True)
        rows.setRootIsDecorated(False)
        rows.setUniformRowHeights(True)
        rows.setFrameShape(QFrame.Shape.NoFrame)
        rows.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        rows.setTextElideMode(Qt.TextElideMode.ElideRight)
        rows.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        rows.header().setStretchLastSection(False)
        rows.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        rows.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)

    def _on_text(self, text: str) -> None:
        if not text.strip():
            self._articles = ()
        self._wait.start()
        self._show()

    def _ask_library(self) -> None:
        typed = self.field.text().strip()
        if typed:
            self._find_articles(typed, lambda found: self._on_articles(typed, found))

    def _on_articles(self, typed: str, found: Sequence[PaletteEntry]) -> None:
        if typed == self.field.text().strip():
            self._articles = found
            self._show()

    def _show(self) -> None:
        self._shown = [*best(self._entries, self.field.text(), _MOST), *self._articles]
        items: list[QTreeWidgetItem] = []
        soft = self.palette().placeholderText()
        for entry in self._shown:
            item = QTreeWidgetItem([plain_line(entry.text, _TEXT_LIMIT), entry.hint])
            item.setForeground(1, soft)
            item.setTextAlignment(1, Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
            items.append(item)
        self.rows.clear()
        self.rows.addTopLevelItems(items)
        if items:
            self.rows.setCurrentItem(items[0])

    def _run(self) -> None:
        index = self.rows.currentIndex().row()
        if 0 <= index < len(self._shown):
            run = self._shown[index].run
            self.close()
            QTimer.singleShot(0, run)  # with the keyboard back in the window
