# SPDX-License-Identifier: MIT
"""A list of highlights: a bar of their colour, the words, the note, and where they come from."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from reader.core.theme import Theme

from .highlight_colours import colour_name, colour_of

if TYPE_CHECKING:
    from reader.core.settings.highlights import Highlight

Index = QModelIndex | QPersistentModelIndex
_ROLE = Qt.ItemDataRole.UserRole
_MARGIN, _BAR, _LINES = 12, 4, 4


class HighlightRows(QListWidget):
    """Rows of highlights; Enter or a click goes to one, Delete takes it away, E edits it, A attaches it."""

    chosen = Signal(object)  # Highlight
    delete_asked = Signal(object)
    edit_asked = Signal(object)
    attach_asked = Signal(object)

    def __init__(self, theme: Theme, *, with_titles: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("highlightRows")
        self.setAccessibleName(self.tr("Highlights"))
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self.setFrameShape(QListWidget.Shape.NoFrame)
        self._delegate = _Delegate(theme, with_titles, self)
        self.setItemDelegate(self._delegate)
        self.itemClicked.connect(lambda item: self.chosen.emit(item.data(_ROLE)))

    def set_theme(self, theme: Theme) -> None:
        """Change the colours."""
        self._delegate.theme = theme
        self.viewport().update()

    def show_marks(self, marks: Iterable[Highlight]) -> None:
        """Show these, keeping the selection where it was."""
        row = self.currentRow()
        self.clear()
        for mark in marks:
            item = QListWidgetItem(self)
            item.setData(_ROLE, mark)
            words = f"{colour_name(mark.colour)}: {mark.selector.exact}"
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{words}. {mark.note}" if mark.note else words)
        if row >= 0:
            self.setCurrentRow(min(row, self.count() - 1))

    def current_mark(self) -> Highlight | None:
        """The highlight that is selected."""
        item = self.currentItem()
        return None if item is None else item.data(_ROLE)

    def event(self, event: QEvent) -> bool:
        """Keep the letters for the rows, which are shortcuts of the window elsewhere."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
            if plain and event.key() in (Qt.Key.Key_E, Qt.Key.Key_A, Qt.Key.Key_Delete):
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        mark = self.current_mark()
        asks = {
            Qt.Key.Key_Return: self.chosen,
            Qt.Key.Key_Enter: self.chosen,
            Qt.Key.Key_Delete: self.delete_asked,
            Qt.Key.Key_E: self.edit_asked,
            Qt.Key.Key_A: self.attach_asked,
        }
        ask = asks.get(Qt.Key(event.key()))
        if (
            ask is not None
            and mark is not None
            and not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            ask.emit(mark)
            return
        super().keyPressEvent(event)


class _Delegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, with_titles: bool, view: HighlightRows) -> None:
        super().__init__(view)
        self.theme = theme
        self._with_titles, self._view = with_titles, view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        mark: Highlight = index.data(_ROLE)
        theme, area = self.theme, option.rect
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, QColor(theme.selection))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, QColor(theme.hover))
        painter.setPen(QColor(theme.rule))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        bar = QRect(area.left() + _MARGIN, area.top() + 10, _BAR, area.height() - 20)
        colour = QColor(colour_of(theme, mark.colour))
        painter.fillRect(bar, colour.lighter(170) if theme.is_dark else colour.darker(112))
        x, y, width = bar.right() + 10, area.top() + 10, self._text_width(area.width())
        for text, ink, size, lines in self._blocks(mark):
            painter.setPen(QColor(ink))
            font = self._view.font()
            font.setPixelSize(size)
            painter.setFont(font)
            y += _set_text(painter, text, x, y, width, lines) + 4
        painter.restore()

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        mark: Highlight = index.data(_ROLE)
        width = self._text_width(self._view.viewport().width())
        height = 20 - 4
        for text, _ink, size, lines in self._blocks(mark):
            font = self._view.font()
            font.setPixelSize(size)
            height += round(len(_broken(text, font, width, lines)[0]) * _line_height(size)) + 4
        return QSize(self._view.viewport().width(), height)

    def _blocks(self, mark: Highlight) -> list[tuple[str, str, int, int]]:
        theme = self.theme
        words = " ".join(mark.selector.exact.split())
        blocks = [(words, theme.ink_soft if mark.orphaned else theme.ink, 13, _LINES)]
        if mark.note:
            blocks.append((" ".join(mark.note.split()), theme.ink_soft, 12, 3))
        if mark.tags:
            blocks.append(("  ".join(f"#{tag}" for tag in mark.tags), theme.accent, 11, 1))
        if mark.orphaned:
            blocks.append(
                (
                    QCoreApplication.translate("HighlightRows", "Not found in the text any more"),
                    theme.danger,
                    11,
                    1,
                )
            )
        if self._with_titles and mark.title:
            blocks.append((mark.title, theme.ink_faint, 11, 1))
        return blocks

    @staticmethod
    def _text_width(width: int) -> int:
        return max(80, width - 2 * _MARGIN - _BAR - 10)


def _line_height(size: int) -> float:
    return size * 1.5


def _broken(text: str, font: object, width: int, most: int) -> tuple[list[tuple[int, int]], bool]:
    """Start and length of each line, and whether something is left over."""
    layout = QTextLayout(text, font)  # type: ignore[arg-type]
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    lines: list[tuple[int, int]] = []
    more = False
    while True:
        line = layout.createLine()
        if not line.isValid():
            break
        if len(lines) == most:
            more = True
            break
        line.setLineWidth(width)
        lines.append((line.textStart(), line.textLength()))
    layout.endLayout()
    return lines, more


def _set_text(painter: QPainter, text: str, x: int, y: int, width: int, most: int) -> int:
    """Sets a text in at most so many lines; returns its height."""
    font = painter.font()
    lines, more = _broken(text, font, width, most)
    high = _line_height(font.pixelSize())
    metrics = painter.fontMetrics()
    for number, (start, length) in enumerate(lines):
        piece = text[start : start + length]
        if more and number + 1 == len(lines):
            piece = metrics.elidedText(text[start:], Qt.TextElideMode.ElideRight, width)
        box = QRect(x, round(y + number * high), width, round(high))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), piece)
    return round(len(lines) * high)
