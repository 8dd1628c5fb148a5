# SPDX-License-Identifier: MIT
"""The tabs above the page: titles on the paper, nothing where there is one article only."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QMenu, QTabBar, QWidget

from .elided_text import plain_line
from .icons import Icons

_WIDTH = 200
_PINNED_WIDTH = 132
_HEIGHT = 36
_OUT = 24  # pixels beside the strip, from where on a tab is not moved but pulled out
_TITLE_LIMIT = 200  # characters


class TabStrip(QTabBar):
    """Shows tabs and asks; which articles they stand for is another's business."""

    close_asked = Signal(int)
    close_others_asked = Signal(int)
    pin_asked = Signal(int)
    moved = Signal(int, int)
    window_asked = Signal(int)
    pulled_out = Signal(int)  # the mouse drags a tab out of the strip

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("tabStrip")
        self.setAccessibleName(self.tr("Tabs"))
        self._icons = icons
        self._pinned: list[bool] = []
        self._is_pressed = False
        self.setMovable(True)
        self.setTabsClosable(True)
        self.setDocumentMode(True)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(True)
        self.setElideMode(Qt.TextElideMode.ElideRight)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.tabCloseRequested.connect(self.close_asked)
        self.customContextMenuRequested.connect(self._show_menu)
        self.tabMoved.connect(self._on_moved)

    def show_tabs(self, titles: list[tuple[str, bool, str]], current: int) -> None:
        """The tabs as title, pinned or not, and where the file lies; tells nobody of the change."""
        self.blockSignals(True)
        while self.count() > len(titles):
            self.removeTab(self.count() - 1)
        while self.count() < len(titles):
            self.addTab("")
        self._pinned = [pinned for _title, pinned, _where in titles]
        for index, (title, pinned, where) in enumerate(titles):
            line = plain_line(title, _TITLE_LIMIT)
            self.setTabText(index, line.replace("&", "&&"))
            self.setTabToolTip(index, f"{line}\n{where}" if where else line)
            self.setTabIcon(index, self._icons.icon("pin" if pinned else ""))
            button = self.tabButton(index, QTabBar.ButtonPosition.RightSide)
            if button is not None:
                button.setVisible(not pinned)
                button.setAccessibleName(self.tr("Close tab"))
        self.setCurrentIndex(current)
        self.blockSignals(False)
        self.setVisible(len(titles) > 1)
        self.updateGeometry()

    def tabSizeHint(self, index: int) -> QSize:
        pinned = index < len(self._pinned) and self._pinned[index]
        return QSize(_PINNED_WIDTH if pinned else _WIDTH, _HEIGHT)

    def minimumTabSizeHint(self, _index: int) -> QSize:
        return QSize(96, _HEIGHT)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position()
        outside = at.y() < -_OUT or at.y() > self.height() + _OUT
        if not self._is_pressed or not outside:
            super().mouseMoveEvent(event)
            return
        self._is_pressed = False
        back = QPointF(min(max(at.x(), 0.0), self.width() - 1.0), self.height() / 2)
        kind, left, none = QEvent.Type.MouseButtonRelease, Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
        self.mouseReleaseEvent(QMouseEvent(kind, back, self.mapToGlobal(back), left, none, event.modifiers()))
        self.pulled_out.emit(self.currentIndex())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self._is_pressed = (
            event.button() == Qt.MouseButton.LeftButton
            and self.tabAt(event.position().toPoint()) == self.currentIndex()
        )

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        index = self.tabAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.MiddleButton and index >= 0:
            self.close_asked.emit(index)
        else:
            self._is_pressed = False
            super().mouseReleaseEvent(event)

    def _on_moved(self, source: int, target: int) -> None:
        self._pinned.insert(target, self._pinned.pop(source))
        self.moved.emit(source, target)

    def _show_menu(self, where: QPoint) -> None:
        index = self.tabAt(where)
        if index < 0:
            return
        menu = QMenu(self)
        pin = self.tr("Unpin tab") if self._pinned[index] else self.tr("Pin tab")
        menu.addAction(pin).triggered.connect(lambda: self.pin_asked.emit(index))
        if self.count() > 1:
            move = menu.addAction(self.tr("Move to new window"))
            move.triggered.connect(lambda: self.window_asked.emit(index))
        menu.addSeparator()
        menu.addAction(self.tr("Close tab")).triggered.connect(lambda: self.close_asked.emit(index))
        menu.addAction(self.tr("Close other tabs")).triggered.connect(
            lambda: self.close_others_asked.emit(index)
        )
        menu.exec(self.mapToGlobal(where))
