# SPDX-License-Identifier: MIT
"""The small window behind "Aa": theme, size, line height, width and typeface, live."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QColor, QHideEvent, QKeyEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from reader.core.theme import THEMES, Theme

_SIZES = (14, 30)  # CSS pixels
_LINES = (130, 220)  # hundredths of the type size


class LookPopover(QFrame):
    """Shows the reading preferences and reports every change as (key, value)."""

    chosen = Signal(str, object)
    reset_asked = Signal()
    closed = Signal()

    def __init__(self, value: Callable[[str], object], parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("lookPopover")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Text and theme"))
        self._value = value
        self._swatches: dict[str, _Swatch] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(16)
        layout.addLayout(self._theme_row())
        layout.addLayout(self._sliders())
        layout.addLayout(
            self._choice_row(
                "reading.width",
                self.tr("Column width"),
                (("narrow", self.tr("Narrow")), ("normal", self.tr("Normal")), ("wide", self.tr("Wide"))),
            )
        )
        layout.addLayout(
            self._choice_row(
                "reading.chinese_face",
                self.tr("Chinese typeface"),
                (("sans", self.tr("Sans")), ("serif", self.tr("Serif"))),
            )
        )
        layout.addLayout(
            self._choice_row(
                "reading.latin_face",
                self.tr("Latin typeface"),
                (("serif", self.tr("Serif")), ("sans", self.tr("Sans"))),
            )
        )

        layout.addLayout(
            self._choice_row(
                "reading.chinese_script",
                self.tr("Chinese characters"),
                (
                    ("as_written", self.tr("As written")),
                    ("simplified", self.tr("Simplified")),
                    ("traditional", self.tr("Traditional")),
                ),
            )
        )
        reset = QPushButton(self.tr("Back to the defaults"), self)
        reset.setFlat(True)
        reset.clicked.connect(self._reset)
        layout.addWidget(reset)

    def open_below(self, anchor: QWidget) -> None:
        """Appear under a button, right edges aligned, inside the screen."""
        self.adjustSize()
        corner = anchor.mapToGlobal(QPoint(anchor.width() - self.width(), anchor.height() + 4))
        room = anchor.screen().availableGeometry()
        corner.setX(max(room.left() + 8, min(corner.x(), room.right() - self.width() - 8)))
        corner.setY(min(corner.y(), room.bottom() - self.height() - 8))
        self.move(corner)
        self.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.closed.emit()

    def _reset(self) -> None:
        self.reset_asked.emit()
        self.close()

    def _theme_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        group = QButtonGroup(self)
        names = {
            "system": self.tr("Like the system"),
            "light": self.tr("Light"),
            "sepia": self.tr("Sepia"),
            "dark": self.tr("Dark"),
            "black": self.tr("Black"),
        }
        for key, name in names.items():
            themes = (THEMES["light"], THEMES["dark"]) if key == "system" else (THEMES[key],)
            swatch = _Swatch(themes, name, self)
            swatch.setChecked(self._value("appearance.theme") == key)
            swatch.clicked.connect(lambda _on, chosen=key: self.chosen.emit("appearance.theme", chosen))
            group.addButton(swatch)
            row.addWidget(swatch)
            self._swatches[key] = swatch
        row.addStretch(1)
        return row

    def _sliders(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        size = self._slider(
            _SIZES, round(_number(self._value("reading.font_size"), 19)), self.tr("Text size")
        )
        size.valueChanged.connect(lambda px: self.chosen.emit("reading.font_size", float(px)))
        line = self._slider(
            _LINES, round(100 * _number(self._value("reading.line_height"), 1.7)), self.tr("Line height")
        )
        line.setSingleStep(5)
        line.valueChanged.connect(
            lambda hundredths: self.chosen.emit("reading.line_height", hundredths / 100)
        )
        for row, (name, slider) in enumerate(((self.tr("Text size"), size), (self.tr("Line height"), line))):
            label = QLabel(name, self)
            label.setBuddy(slider)
            grid.addWidget(label, row, 0)
            grid.addWidget(slider, row, 1)
        return grid

    def _slider(self, bounds: tuple[int, int], value: int, name: str) -> QSlider:
        slider = QSlider(Qt.Orientation.Horizontal, self)
        slider.setRange(*bounds)
        slider.setValue(value)
        slider.setAccessibleName(name)
        slider.setMinimumSize(180, 24)
        return slider

    def _choice_row(self, key: str, name: str, choices: tuple[tuple[str, str], ...]) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(6)
        column.addWidget(QLabel(name, self))
        row = QHBoxLayout()
        row.setSpacing(0)
        group = QButtonGroup(self)
        for index, (value, text) in enumerate(choices):
            button = QPushButton(text, self)
            button.setCheckable(True)
            button.setProperty(
                "segment", "first" if index == 0 else "last" if index + 1 == len(choices) else "mid"
            )
            button.setAccessibleName(f"{name}: {text}")
            button.setChecked(self._value(key) == value)
            button.clicked.connect(lambda _on, chosen=value: self.chosen.emit(key, chosen))
            group.addButton(button)
            row.addWidget(button, 1)
        column.addLayout(row)
        return column


def _number(value: object, otherwise: float) -> float:
    return float(value) if isinstance(value, int | float) else otherwise


class _Swatch(QAbstractButton):
    """A round sample of a theme: its paper with its ink; two halves where the system decides."""

    def __init__(self, themes: tuple[Theme, ...], name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._themes = themes
        self.setCheckable(True)
        self.setFixedSize(44, 44)
        self.setToolTip(name)
        self.setAccessibleName(name)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = self.rect().adjusted(5, 5, -5, -5)
        painter.setPen(Qt.PenStyle.NoPen)
        span = 360 // len(self._themes)
        for index, theme in enumerate(self._themes):
            painter.setBrush(QColor(theme.paper))
            painter.drawPie(area, (90 + index * span) * 16, span * 16)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor("#8A8D93"), 1))
        painter.drawEllipse(area)
        font = painter.font()
        font.setPixelSize(14)
        painter.setFont(font)
        painter.setPen(QColor(self._themes[0].ink if len(self._themes) == 1 else "#7A7D83"))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, "文")
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Accent), 2))
        if self.isChecked():
            painter.drawEllipse(self.rect().adjusted(2, 2, -2, -2))
        if self.hasFocus():
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 6, 6)
