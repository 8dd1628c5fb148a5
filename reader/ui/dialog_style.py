# SPDX-License-Identifier: MIT
"""The style sheet of the larger dialogs; set on each when it opens, so that the start does not pay for it."""

from __future__ import annotations

from dataclasses import asdict

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from reader.core.theme import Theme

from .application_style import ApplicationStyle
from .interface_type import enlarged, text_scale
from .style_sheet import edge

_FRAME = QSize(16, 48)
_SHEET = """
QDialog {{ background: {paper}; }}
#dialogSide {{ background: {panel}; }}
#dialogSide QListWidget {{ background: {panel}; border: none; outline: none; }}
#dialogSide QListWidget::item {{ padding: 5px 8px; border-radius: 6px; color: {ink}; margin: 1px 0;
  border: 2px solid transparent; }}
#dialogSide QListWidget::item:hover {{ background: {hover}; }}
#dialogSide QListWidget::item:selected {{ background: {selection}; color: {ink}; }}
#dialogSide QListWidget::item:focus {{ border-color: {accent}; }}
#dialogHeading {{ color: {ink}; font-size: 18px; font-weight: 600; }}
#dialogSubheading {{ color: {ink}; font-size: 15px; font-weight: 600; }}
#preferenceHint, #preferenceNote, #dialogSoft {{ color: {ink_soft}; font-size: 12px; }}
#dialogFigure {{ color: {ink}; font-size: 26px; font-weight: 600; }}
#dialogProblem {{ background: {hover}; color: {danger}; border-radius: 6px; padding: 8px 12px; }}
QDoubleSpinBox {{ background: {paper}; color: {ink}; border: 1px solid {edge}; border-radius: 6px;
  padding: 4px 8px; }}
QDoubleSpinBox:focus {{ border: 2px solid {accent}; padding: 3px 7px; }}
QDoubleSpinBox:disabled {{ color: {ink_faint}; }}
QDoubleSpinBox::up-button, QDoubleSpinBox::down-button {{ border: none; width: 0; }}
#preferenceSwitch {{ spacing: 0; padding-right: 0; }}
QComboBox QAbstractItemView {{ background: {paper}; color: {ink}; border: 1px solid {edge};
  selection-background-color: {selection}; selection-color: {ink}; outline: none; padding: 4px; }}
#imageStorageDialog QHeaderView, #imageStorageDialog QHeaderView::section {{ background: {paper};
  color: {ink_soft}; border: none; padding: 4px 6px; }}
"""


def dialog_rules(theme: Theme) -> str:
    """The rules in the colours of a theme."""
    return enlarged(_SHEET.format(**asdict(theme), edge=edge(theme)), text_scale(QApplication.font()))


def follow_theme(dialog: QWidget, style: ApplicationStyle) -> None:
    """Colour a dialog now and whenever the theme changes."""
    dialog.setStyleSheet(dialog_rules(style.theme))

    def recolour(theme: Theme) -> None:
        dialog.setStyleSheet(dialog_rules(theme))

    style.theme_changed.connect(recolour)
    dialog.destroyed.connect(lambda: style.theme_changed.disconnect(recolour))


def open_with_size(dialog: QWidget, width: int, height: int) -> None:
    """The size a dialog begins with, as far as the screen has room for it beside its frame."""
    parent = dialog.parentWidget()
    room = (parent or dialog).screen().availableSize() - _FRAME
    dialog.resize(min(width, room.width()), min(height, room.height()))


def give_room(box: QMessageBox) -> None:
    """The margins of our other dialogs, for a question without icon: it keeps a gap where that would be."""
    layout = box.layout()
    if layout is not None:
        layout.setContentsMargins(8, 20, 24, 16)
