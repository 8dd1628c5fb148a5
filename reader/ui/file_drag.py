# SPDX-License-Identifier: MIT
"""Files that are dragged out of the window or dropped onto it: always copied, never moved."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, QRectF, Qt, QUrl
from PySide6.QtGui import QColor, QDrag, QDropEvent, QGuiApplication, QMouseEvent, QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from .elided_text import plain_line

_CARD = (240, 36)
_TITLE_LIMIT = 200  # characters


def files_as_data(paths: Sequence[Path]) -> QMimeData:
    """Files as other programs take them: their addresses, and their paths as text."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def accept_copy(event: QDropEvent) -> list[Path]:
    """The files and folders that hang over the window or fall on it, accepted to be copied only."""
    paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    if paths and event.possibleActions() & Qt.DropAction.CopyAction:
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        return paths
    event.ignore()
    return []


def drag_file(path: Path, title: str, source: QWidget) -> Qt.DropAction:
    """Let a file be carried out of the window, until the mouse lets go."""
    drag = QDrag(source)
    drag.setMimeData(files_as_data([path]))
    drag.setPixmap(_card(plain_line(title, _TITLE_LIMIT) or path.name, source))
    drag.setHotSpot(QPoint(16, _CARD[1] // 2))
    return drag.exec(Qt.DropAction.CopyAction, Qt.DropAction.CopyAction)


class DragHandle(QObject):
    """Makes a widget one by which the open article's file can be dragged out."""

    def __init__(self, widget: QWidget, begin: Callable[[QWidget], object]) -> None:
        super().__init__(widget)
        self._widget, self._begin = widget, begin
        self._pressed: QPoint | None = None
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QMouseEvent):
            if event.type() == QEvent.Type.MouseButtonPress:
                left = event.button() == Qt.MouseButton.LeftButton
                self._pressed = event.position().toPoint() if left else None
            elif event.type() == QEvent.Type.MouseButtonRelease:
                self._pressed = None
            elif event.type() == QEvent.Type.MouseMove and self._has_been_pulled(event):
                self._pressed = None
                self._begin(self._widget)
        return super().eventFilter(watched, event)

    def _has_been_pulled(self, event: QMouseEvent) -> bool:
        if self._pressed is None:
            return False
        way = (event.position().toPoint() - self._pressed).manhattanLength()
        return way >= QGuiApplication.styleHints().startDragDistance()


def _card(title: str, source: QWidget) -> QPixmap:
    """What hangs under the pointer: the title on paper."""
    width, height = _CARD
    ratio, colours = source.devicePixelRatioF(), source.palette()
    card = QPixmap(round(width * ratio), round(height * ratio))
    card.setDevicePixelRatio(ratio)
    card.fill(Qt.GlobalColor.transparent)
    painter = QPainter(card)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paper = QColor(colours.base().color())
    paper.setAlphaF(0.94)
    painter.setBrush(paper)
    painter.setPen(colours.mid().color())
    painter.drawRoundedRect(QRectF(0.5, 0.5, width - 1, height - 1), 6, 6)
    painter.setPen(colours.text().color())
    painter.setFont(source.font())
    room = QRectF(12, 0, width - 24, height)
    shown = painter.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, int(room.width()))
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading, shown)
    painter.end()
    return card
