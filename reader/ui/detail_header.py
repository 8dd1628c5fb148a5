# SPDX-License-Identifier: MIT
"""The line above the page: back, look, star and the menu; part of the paper, no grey strip."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QToolButton, QWidget

from .actions import Actions
from .icons import Icons


class DetailHeader(QWidget):
    """Buttons for what one does with the article at hand; all of it is in the menus, too."""

    back_asked = Signal()

    def __init__(self, actions: Actions, menu: QMenu, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("DetailHeader")
        self.setFixedHeight(44)
        self._icons: Icons | None = None
        self._icon_names: dict[QToolButton, str] = {}
        self._back = self._button("back", self.tr("Back to the list"))
        self._back.clicked.connect(self.back_asked)
        self._back.hide()
        panel = self._action_button(actions["library_panel"], "panel")
        original = self._action_button(actions["original"], "original")
        self.look_button = self._action_button(actions["look"], "appearance")
        self._pictures = self._action_button(actions["load_images"], "pictures")
        self._pictures.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._pictures.hide()
        self._star = self._action_button(actions["toggle_star"], "star")
        for button in (panel, self._star):  # what they do is seen without a ground of their own
            button.setProperty("quiet", True)
        more = self._button("menu", self.tr("Menu"))
        more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        more.setMenu(menu)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 4, 12, 4)
        layout.setSpacing(4)
        layout.addWidget(self._back)
        layout.addWidget(panel)
        layout.addStretch(1)
        for button in (self._pictures, original, self.look_button, self._star, more):
            layout.addWidget(button)

    def show_back(self, on: bool) -> None:
        """Whether there is a list to go back to, out of sight."""
        self._back.setVisible(on)

    def show_missing(self, pictures: int) -> None:
        """How many pictures of the article are not at hand; nothing is shown for none."""
        self._pictures.setText(str(pictures))
        said = self.tr("%Ln pictures are not stored", "", pictures)
        self._pictures.setAccessibleName(said)
        self._pictures.setToolTip(said)
        self._pictures.setFixedSize(36 + 10 * len(str(pictures)) + 6, 36)
        self._pictures.setVisible(pictures > 0)

    def show_star(self, on: bool) -> None:
        """Whether the article has a star."""
        self._icon_names[self._star] = "starred" if on else "star"
        if self._icons is not None:
            self._icons.put(self._star, self._icon_names[self._star])

    def set_icons(self, icons: Icons) -> None:
        """Draw the icons, after the first paint; nothing moves."""
        self._icons = icons
        for button, name in self._icon_names.items():
            icons.put(button, name)

    def _button(self, icon: str, name: str) -> QToolButton:
        button = QToolButton(self)
        button.setToolTip(name)
        self._finish(button, icon, name)
        return button

    def _action_button(self, action: QAction, icon: str) -> QToolButton:
        """A button that follows an action but keeps an icon of its own."""
        button = QToolButton(self)
        button.setCheckable(action.isCheckable())
        button.clicked.connect(lambda _checked: action.trigger())

        def follow() -> None:
            button.setEnabled(action.isEnabled())
            button.setChecked(action.isChecked())

        action.changed.connect(follow)
        action.toggled.connect(follow)
        follow()
        button.setToolTip(action.toolTip())
        self._finish(button, icon, action.text().rstrip("…"))
        return button

    def _finish(self, button: QToolButton, icon: str, name: str) -> None:
        button.setAutoRaise(True)
        button.setAccessibleName(name)
        button.setIconSize(QSize(20, 20))
        button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        button.setFixedSize(36, 36)
        self._icon_names[button] = icon
