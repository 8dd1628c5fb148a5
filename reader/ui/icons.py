# SPDX-License-Identifier: MIT
"""The icons of the window, from the Phosphor font that qtawesome brings, in the theme's ink."""

from __future__ import annotations

import json
import logging
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from types import MappingProxyType

from PySide6.QtCore import QObject, QRectF, Qt
from PySide6.QtGui import QAction, QColor, QFont, QFontDatabase, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QAbstractButton

from reader.core.theme import Theme

log = logging.getLogger(__name__)

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
        "copy": "copy",
        "dark": "moon",
        "delete": "trash",
        "file": "file-text",
        "find": "magnifying-glass",
        "focus": "corners-out",
        "folder": "folder-simple",
        "forward": "arrow-right",
        "full_screen": "arrows-out",
        "full_size": "number-square-one",
        "highlight": "highlighter-circle",
        "highlights": "bookmark-simple",
        "keyboard": "keyboard",
        "library": "books",
        "light": "sun",
        "link": "link-simple",
        "look": "text-aa",
        "menu": "dots-three",
        "minus": "minus",
        "narrower": "arrows-in-line-horizontal",
        "next": "caret-down",
        "note": "note-pencil",
        "original": "globe-simple",
        "panel": "columns",
        "pdf": "file-pdf",
        "pictures": "image",
        "pin": "push-pin",
        "plus": "plus",
        "preferences": "gear-six",
        "previous": "caret-up",
        "problems": "warning-circle",
        "quit": "sign-out",
        "read": "check",
        "recent": "clock-counter-clockwise",
        "refresh": "arrows-clockwise",
        "reload": "arrow-clockwise",
        "reset": "arrow-counter-clockwise",
        "reveal": "folder-open",
        "rotate": "arrow-clockwise",
        "save": "download-simple",
        "search": "magnifying-glass",
        "shortcuts": "keyboard",
        "sort": "sort-descending",
        "star": "star",
        "starred": "star-fill",
        "statistics": "chart-bar",
        "theme": "circle-half",
        "undo": "arrow-u-up-left",
        "unread": "circle",
        "welcome": "hand-waving",
        "wider": "arrows-out-line-horizontal",
        "window": "app-window",
        "zoom_fit": "frame-corners",
        "zoom_in": "magnifying-glass-plus",
        "zoom_out": "magnifying-glass-minus",
    }
)
_FONT = "phosphor-1.3.0.ttf"
_NAMES = "phosphor-charmap-1.3.0.json"
_SIDE = 20  # device-independent pixels
RATIOS = (1.0, 1.5, 2.0, 3.0)
Target = QAction | QAbstractButton


class Icons(QObject):
    """Gives actions and buttons their icons, and draws them again for another theme."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._font: _IconFont | None = None
        self._targets: dict[Target, str] = {}
        self._icons: dict[str, QIcon] = {}  # drawn in this theme

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
        if name not in self._icons:
            self._icons[name] = self._made(name)
        return self._icons[name]

    def _made(self, name: str) -> QIcon:
        if self._font is None:
            self._font = _phosphor()
        theme, lit = self._theme, name == "starred"
        icon = QIcon()
        for mode, ink in (
            (QIcon.Mode.Normal, theme.accent if lit else theme.ink_soft),
            (QIcon.Mode.Active, theme.accent if lit else theme.ink),
            (QIcon.Mode.Disabled, f"#66{theme.ink_soft[1:]}"),  # still to be seen: a count may stand beside
        ):
            for ratio in RATIOS:
                icon.addPixmap(self._drawn(GLYPHS[name], ink, ratio), mode)
        return icon

    def _drawn(self, glyph: str, ink: str, ratio: float) -> QPixmap:
        """The glyph as a picture, so that no Python runs when the icon is painted."""
        assert self._font is not None
        pixmap = QPixmap(round(_SIDE * ratio), round(_SIDE * ratio))
        pixmap.fill(Qt.GlobalColor.transparent)
        pixmap.setDevicePixelRatio(ratio)
        painter = QPainter(pixmap)
        font = QFont(self._font.family)
        font.setPixelSize(_SIDE)
        painter.setFont(font)
        painter.setPen(QColor(ink))
        sign = self._font.signs.get(glyph, "")
        painter.drawText(QRectF(0, 0, _SIDE, _SIDE), Qt.AlignmentFlag.AlignCenter, sign)
        painter.end()
        return pixmap

    def set_theme(self, theme: Theme) -> None:
        """Draw every icon in another theme's ink."""
        self._theme = theme
        self._icons.clear()
        for target, name in list(self._targets.items()):
            target.setIcon(self.icon(name))


@dataclass(frozen=True, slots=True)
class _IconFont:
    """A loaded icon font: its family, and the sign of each name."""

    family: str
    signs: Mapping[str, str]


def _phosphor() -> _IconFont:
    """Phosphor out of qtawesome's package, whose import, with qtpy, would cost as much as the window."""
    spec = find_spec("qtawesome")
    if spec is None or spec.origin is None:
        log.error("qtawesome is not installed; the window has no icons")
        return _IconFont("", {})
    fonts = Path(spec.origin).parent / "fonts"
    number = QFontDatabase.addApplicationFont(str(fonts / _FONT))
    families = QFontDatabase.applicationFontFamilies(number)
    points = json.loads((fonts / _NAMES).read_text("utf-8"))
    signs = {name: chr(int(point, 16)) for name, point in points.items()}
    return _IconFont(families[0] if families else "", signs)
