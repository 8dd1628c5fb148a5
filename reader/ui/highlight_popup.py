# SPDX-License-Identifier: MIT
"""The small bar beside a selection or a highlight: five colours, a note, copy, search, delete."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeySequence, QPainter, QPaintEvent, QPalette, QPen, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.core.theme import Theme

from .highlight_colours import COLOURS, colour_name, colour_of
from .icons import Icons

if TYPE_CHECKING:
    from reader.core.settings.highlights import Highlight

_GAP = 8  # pixels between the passage and the bar
_NOTE_WIDTH = 280
_NOTE_LENGTH = 400  # characters


class HighlightPopup(QFrame):
    """Says what a person wants done with the passage; takes no focus until it is given.

    While it is open, 1 to 5 choose a colour, Del deletes a highlight and Esc closes it; for a paragraph that
    was selected by keyboard, Down and Up go to the next one and to the one before.
    """

    colour_chosen = Signal(str)
    note_asked = Signal()
    copy_asked = Signal()
    search_asked = Signal()
    delete_asked = Signal()
    step_asked = Signal(bool)  # to another paragraph; backwards
    closed = Signal()

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self._before: QWidget | None = None  # had the keyboard before this was opened
        self.setObjectName("highlightPopup")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Highlight"))
        self.dots = [_Dot(colour, number, self) for number, colour in enumerate(COLOURS, 1)]
        self._note = QLabel(self)
        self._note.setObjectName("highlightNote")
        self._note.setWordWrap(True)
        self._note.setFixedWidth(_NOTE_WIDTH)
        self._note.setTextFormat(Qt.TextFormat.PlainText)
        self._others = QLabel(self)
        self._others.setObjectName("highlightNote")
        self._others.setWordWrap(True)
        self._others.setFixedWidth(_NOTE_WIDTH)
        row = self._row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        for dot in self.dots:
            dot.clicked.connect(lambda _on, colour=dot.colour: self.colour_chosen.emit(colour))
            row.addWidget(dot)
        self._delete = self._button("delete", self.tr("Delete highlight"), self.delete_asked, icons)
        row.addSpacing(4)
        row.addWidget(self._button("note", self.tr("Note…"), self.note_asked, icons))
        row.addWidget(self._button("copy", self.tr("Copy"), self.copy_asked, icons))
        row.addWidget(self._button("search", self.tr("Search the library for it"), self.search_asked, icons))
        row.addWidget(self._delete)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 4, 6, 4)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self._note)
        column.addWidget(self._others)
        self._keys = [*self._keys_of_dots(), self._key("Esc", self.hide), self._key("Del", self._on_delete)]
        self._steps = [
            self._key("Down", lambda: self.step_asked.emit(False)),
            self._key("Up", lambda: self.step_asked.emit(True)),
        ]
        self.set_theme(theme)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Change the colours."""
        self.setStyleSheet(
            f"#highlightPopup {{ background: {theme.paper}; border: 1px solid {theme.ink_faint};"
            f" border-radius: 8px; }} #highlightNote {{ color: {theme.ink_soft}; padding: 2px 6px 4px 6px; }}"
        )
        for dot in self.dots:
            dot.set_theme(theme)

    def open_at(
        self, box: QRect, *, mark: Highlight | None = None, among: int = 1, steps: bool = False
    ) -> None:
        """Appear above or below a passage, or a highlight, which may be one of several that lie there."""
        focused = QApplication.focusWidget()
        if focused is not None and not self.isAncestorOf(focused):
            self._before = focused
        for dot in self.dots:
            dot.setChecked(mark is not None and dot.colour == mark.colour)
        self._delete.setVisible(mark is not None)
        self._note.setText(_said_of(mark) if mark is not None else "")
        self._note.setVisible(bool(self._note.text()))
        self._others.setVisible(among > 1)
        self._others.setText(self.tr("%Ln highlight(s) here: click again for the next.", "", among))
        self._row.invalidate()  # what was shown while this was hidden is not counted yet
        self.adjustSize()
        room = self._over.rect().adjusted(8, 8, -8, -8)
        y = box.top() - self.height() - _GAP
        if y < room.top():
            y = box.bottom() + _GAP
        x = box.center().x() - self.width() // 2
        self.move(
            max(room.left(), min(x, room.right() - self.width())),
            max(room.top(), min(y, room.bottom() - self.height())),
        )
        self.show()
        self.raise_()
        for key in self._steps:
            key.setEnabled(steps)

    def setVisible(self, visible: bool) -> None:
        focused = QApplication.focusWidget()
        if not visible and self._before is not None and focused is not None and self.isAncestorOf(focused):
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)  # Qt would tab on, to a link of the page
        super().setVisible(visible)
        for key in (*self._keys, *self._steps):
            key.setEnabled(visible and key not in self._steps)
        if not visible:
            self.closed.emit()

    def _keys_of_dots(self) -> list[QShortcut]:
        return [self._key(str(number), dot.click) for number, dot in enumerate(self.dots, 1)]

    def _key(self, key: str, run: Callable[[], object]) -> QShortcut:
        """A key that holds while this is open, also where the page has the keyboard."""
        context = Qt.ShortcutContext.WidgetWithChildrenShortcut
        return QShortcut(QKeySequence(key), self._over, run, context=context)  # type: ignore[call-overload]

    def _on_delete(self) -> None:
        if not self._delete.isHidden():
            self.delete_asked.emit()

    def _button(self, icon: str, name: str, signal: object, icons: Icons) -> QToolButton:
        button = QToolButton(self)
        button.setToolTip(name)
        button.setAccessibleName(name.rstrip("…"))
        button.setIconSize(QSize(18, 18))
        button.setFixedSize(32, 32)
        button.clicked.connect(signal)
        icons.put(button, icon)
        return button


class _Dot(QAbstractButton):
    """A round sample of one colour."""

    def __init__(self, colour: str, number: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.colour = colour
        self._fill = self._edge = QColor()
        self.setCheckable(True)
        self.setFixedSize(30, 32)
        self.setToolTip(f"{colour_name(colour)} ({number})")
        self.setAccessibleName(colour_name(colour))

    def set_theme(self, theme: Theme) -> None:
        self._fill, self._edge = QColor(colour_of(theme, self.colour)), QColor(theme.ink_faint)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = QRect(0, 0, 20, 20)
        middle.moveCenter(self.rect().center())
        painter.setBrush(self._fill)
        painter.setPen(QPen(self._edge, 1))
        painter.drawEllipse(middle)
        accent = self.palette().color(QPalette.ColorRole.Accent)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self.isChecked() or self.underMouse():
            painter.setPen(QPen(accent, 2) if self.isChecked() else QPen(self._edge, 1))
            painter.drawEllipse(middle.adjusted(-3, -3, 3, 3))
        if self.hasFocus():
            painter.setPen(QPen(accent, 2))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 6, 6)


def _said_of(mark: Highlight) -> str:
    note = mark.note if len(mark.note) <= _NOTE_LENGTH else mark.note[: _NOTE_LENGTH - 1] + "…"
    return "\n".join(filter(None, [note, "  ".join(f"#{tag}" for tag in mark.tags)]))
