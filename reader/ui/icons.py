# SPDX-License-Identifier: MIT
"""The icons of the window: from the Phosphor font of qtawesome, in the ink of the theme.

Importing qtawesome and loading its font takes longer than building the window: the first icon is asked for
after the first paint. Buttons keep one size with and without an icon, so nothing moves when they come.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRectF, Qt
from PySide6.QtGui import QAction, QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QAbstractButton

from reader.core.theme import Theme

if TYPE_CHECKING:
    from qtawesome.iconic_font import IconicFont

GLYPHS: Mapping[str, str] = MappingProxyType(
    {
        "about": "info",
        "add_folder": "folder-plus",
        "appearance": "text-aa",
        "back": "arrow-left",
        "browser": "arrow-square-out",
        "category": "tag",
        "close": "x",
        "contents": "list-bullets",
        "dark": "moon",
        "file": "file-text",
        "find": "magnifying-glass",
        "focus": "corners-out",
        "folder": "folder-simple",
        "forward": "arrow-right",
        "full_screen": "arrows-out",
        "keyboard": "keyboard",
        "library": "books",
        "light": "sun",
        "link": "link-simple",
        "look": "text-aa",
        "menu": "dots-three",
        "minus": "minus",
        "narrower": "arrows-in-line-horizontal",
        "next": "caret-down",
        "original": "globe-simple",
        "panel": "columns",
        "pdf": "file-pdf",
        "plus": "plus",
        "preferences": "gear-six",
        "previous": "caret-up",
        "problems": "warning-circle",
        "quit": "sign-out",
        "read": "check",
        "recent": "clock-counter-clockwise",
        "refresh": "arrows-clockwise",
        "reload": "arrow-clockwise",
        "reveal": "folder-open",
        "search": "magnifying-glass",
        "shortcuts": "keyboard",
        "sort": "sort-descending",
        "star": "star",
        "starred": "star-fill",
        "theme": "circle-half",
        "unread": "circle",
        "welcome": "hand-waving",
        "wider": "arrows-out-line-horizontal",
        "zoom_in": "magnifying-glass-plus",
        "zoom_out": "magnifying-glass-minus",
    }
)
_FONT = "phosphor-1.3.0.ttf"
_NAMES = "phosphor-charmap-1.3.0.json"
_SIDE = 20  # device-independent pixels
_RATIOS = (1.0, 1.5, 2.0, 3.0)
Target = QAction | QAbstractButton


class Icons(QObject):
    """Gives actions and buttons their icons, and draws them again for another theme."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._font: IconicFont | None = None
        self._targets: dict[Target, str] = {}

    def put(self, target: Target, name: str) -> None:
        """Give `target` the icon `name`, a key of GLYPHS."""
        if target not in self._targets:
            target.destroyed.connect(partial(self._targets.pop, target, None))
        self._targets[target] = name
        target.setIcon(self.icon(name))

    def icon(self, name: str) -> QIcon:
        """The icon `name` in the theme's ink; an empty one where there is no such icon."""
        if name not in GLYPHS:
            return QIcon()
        if self._font is None:
            self._font = _phosphor()
        theme, lit = self._theme, name == "starred"
        icon = QIcon()
        for mode, ink in (
            (QIcon.Mode.Normal, theme.accent if lit else theme.ink_soft),
            (QIcon.Mode.Active, theme.accent if lit else theme.ink),
            (QIcon.Mode.Disabled, theme.rule),
        ):
            for ratio in _RATIOS:
                icon.addPixmap(self._drawn(GLYPHS[name], ink, ratio), mode)
        return icon

    def _drawn(self, glyph: str, ink: str, ratio: float) -> QPixmap:
        """The glyph as a picture. qtawesome's own icons paint from Python, and in PySide6 6.12 every such
        `QIconEngine.paint` takes a reference to None too many: after enough paints the interpreter aborts.
        """
        assert self._font is not None
        pixmap = QPixmap(round(_SIDE * ratio), round(_SIDE * ratio))
        pixmap.fill(Qt.GlobalColor.transparent)
        pixmap.setDevicePixelRatio(ratio)
        painter = QPainter(pixmap)
        painter.setFont(self._font.font("ph", _SIDE))
        painter.setPen(QColor(ink))
        painter.drawText(
            QRectF(0, 0, _SIDE, _SIDE), Qt.AlignmentFlag.AlignCenter, self._font.charmap["ph"][glyph]
        )
        painter.end()
        return pixmap

    def set_theme(self, theme: Theme) -> None:
        """Draw every icon in another theme's ink."""
        self._theme = theme
        for target, name in list(self._targets.items()):
            target.setIcon(self.icon(name))


def _phosphor() -> IconicFont:
    """qtawesome with one of its fonts: all of them take five times as long."""
    from qtawesome import iconic_font

    fonts = Path(iconic_font.__file__).parent / "fonts"
    return iconic_font.IconicFont(("ph", _FONT, _NAMES, str(fonts)))
