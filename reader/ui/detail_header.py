# SPDX-License-Identifier: MIT
"""The line above the page: back, look, star and the menu; part of the paper, no grey strip."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QIcon
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QToolButton, QWidget

from .actions import Actions


class DetailHeader(QWidget):
    """Buttons for what one does with the article at hand; all of it is in the menus, too."""

    back_asked = Signal()
    look_asked = Signal(QWidget)

    def __init__(self, actions: Actions, menu: QMenu, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("detailHeader")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(44)
        self._back = self._button("‹", self.tr("Back to the list"))
        self._back.clicked.connect(self.back_asked)
        self._back.hide()
        self._panel = self._action_button(actions["library_panel"], "☰")
        self._original = self._action_button(actions["original"], "⧉")
        self._look = self._button("Aa", self.tr("Text and theme"))
        self._look.setObjectName("lookButton")
        self._look.clicked.connect(lambda: self.look_asked.emit(self._look))
        self._star = self._action_button(actions["toggle_star"], "☆")
        self._more = self._button("⋯", self.tr("Menu"))
        self._more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._more.setMenu(menu)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 4, 12, 4)
        layout.setSpacing(4)
        layout.addWidget(self._back)
        layout.addWidget(self._panel)
        layout.addStretch(1)
        for button in (self._original, self._look, self._star, self._more):
            layout.addWidget(button)

    def show_back(self, on: bool) -> None:
        """Whether there is a list to go back to, out of sight."""
        self._back.setVisible(on)

    def set_icons(self, icons: dict[str, QIcon]) -> None:
        """Put icons in the place of the signs, without moving anything."""
        buttons = {
            "back": self._back,
            "panel": self._panel,
            "original": self._original,
            "star": self._star,
            "menu": self._more,
        }
        for name, button in buttons.items():
            if name in icons and not icons[name].isNull():
                button.setIcon(icons[name])
                button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)

    def _button(self, sign: str, name: str) -> QToolButton:
        button = QToolButton(self)
        button.setText(sign)
        self._finish(button, name)
        return button

    def _action_button(self, action: QAction, sign: str) -> QToolButton:
        button = QToolButton(self)
        button.setDefaultAction(action)
        button.setText(sign)
        self._finish(button, action.text().rstrip("…"))
        action.changed.connect(lambda: button.setText(sign))
        button.setToolTip(action.toolTip())
        return button

    def _finish(self, button: QToolButton, name: str) -> None:
        button.setAutoRaise(True)
        button.setToolTip(button.toolTip() or name)
        button.setAccessibleName(name)
        button.setIconSize(QSize(18, 18))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        button.setFixedSize(36, 36)
