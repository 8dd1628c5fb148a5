# SPDX-License-Identifier: MIT
"""The keyboard's focus in views of painted rows: a ring, but only for a person who uses the keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
)

from reader.ui.row_colours import draw_ring

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractItemView as _View
else:
    _View = object

_KEYBOARD_REASONS = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


class RowFocus(_View):
    """For an item view: whether it has the keyboard, and whether to show so with a ring."""

    _keyboard_used = False
    asked = QPersistentModelIndex()
    """The row that a menu is open for, where that is not the chosen one."""

    def mark_asked(self, index: QModelIndex) -> None:
        """Show which row a menu is for; an invalid one: it is closed."""
        self.asked = QPersistentModelIndex(index)
        self.viewport().update()

    @property
    def is_focused(self) -> bool:
        """Whether keys come here."""
        return self.hasFocus() and self.isActiveWindow()

    @property
    def shows_ring(self) -> bool:
        """Whether the current row wears the ring."""
        return self._keyboard_used and self.is_focused

    def event(self, event: QEvent) -> bool:
        """The key for a menu asks for that of the current row, which is brought into view for it."""
        if isinstance(event, QContextMenuEvent) and event.reason() is QContextMenuEvent.Reason.Keyboard:
            self._ask_for_menu()
            return True
        return super().event(event)

    def _ask_for_menu(self) -> None:
        self._note_keyboard(True)
        self.scrollTo(self.currentIndex())
        self.customContextMenuRequested.emit(self.visualRect(self.currentIndex()).center())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Where no row is the current one, all of them together wear the ring."""
        super().paintEvent(event)
        if self.shows_ring and not self.currentIndex().isValid():
            painter = QPainter(self.viewport())
            box = QRectF(self.viewport().rect()).adjusted(4, 4, -4, -4)
            draw_ring(painter, box, 6, self.palette().color(QPalette.ColorRole.Accent))
            painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._note_keyboard(True)
        if event.key() == Qt.Key.Key_F10 and event.modifiers() == Qt.KeyboardModifier.ShiftModifier:
            self._ask_for_menu()  # not every keyboard has a key for it
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._note_keyboard(False)
        super().mousePressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        if event.reason() in _KEYBOARD_REASONS:
            self._note_keyboard(True)
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def _note_keyboard(self, used: bool) -> None:
        if self._keyboard_used != used:
            self._keyboard_used = used
            self.viewport().update()
