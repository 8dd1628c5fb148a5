# SPDX-License-Identifier: MIT
"""The rules of the style sheet for the detail pane and the small windows around it."""

from __future__ import annotations

from dataclasses import asdict

from reader.core.resources import resource_path
from reader.core.theme import Theme

from .style_sheet import edge

_SHEET = """
QMainWindow, #detailPane, #DetailHeader, #detailNotice {{ background: {paper}; }}
#noticeSentence {{ color: {ink}; font-size: 16px; font-weight: 500; }}
#noticeHint {{ color: {ink_soft}; }}
#linkPreview {{ background: {panel}; color: {ink_soft}; border: 1px solid {rule}; border-radius: 6px; }}
#linkPreview {{ padding: 3px 8px; }}
#FolderInvitation {{ background: {list}; border-top: 1px solid {rule}; }}
#FolderInvitation QLabel {{ color: {ink_soft}; }}
#findBar, #statusLine {{ background: {panel}; border-top: 1px solid {rule}; }}
#findCount, #statusLine QLabel {{ color: {ink_soft}; }}
#commandPalette {{ background: {paper}; border: 1px solid {rule}; }}
#commandPalette QTreeWidget {{ background: {paper}; color: {ink}; outline: none; }}
#commandPalette QTreeWidget::item {{ height: 30px; padding: 0 8px; border: none; }}
#commandPalette QTreeWidget::item:selected {{ background: {selection}; color: {ink}; }}
#shortcutRows {{ background: {paper}; color: {ink}; border: 1px solid {rule}; outline: none; }}
#shortcutRows:focus {{ border-color: {accent}; }}
#shortcutRows::item {{ height: 28px; }}
#shortcutRows::item:selected {{ background: {selection}; color: {ink}; }}
QDialog .QListWidget, QDialog .QTreeWidget {{ background: {paper}; color: {ink}; border: 1px solid {edge};
  border-radius: 6px; outline: none; padding: 2px; }}
QDialog .QListWidget:focus, QDialog .QTreeWidget:focus {{ border-color: {accent}; }}
QDialog .QListWidget::item, QDialog .QTreeWidget::item {{ padding: 4px 6px; border-radius: 4px; }}
QDialog .QListWidget::item:selected, QDialog .QTreeWidget::item:selected {{
  background: {selection}; color: {ink}; }}
#shortcutConflict {{ color: {danger}; }}
#visitorBar, #questionBar {{ background: {panel}; border-top: 1px solid {rule}; }}
#missingPicturesBar {{ background: {list}; border-top: 1px solid {rule}; }}
#visitorBar QLabel, #questionBar QLabel, #missingPicturesBar QLabel {{ color: {ink_soft}; }}
#tabStrip {{ background: {panel}; border-bottom: 1px solid {rule}; }}
#tabStrip::tab {{ background: {panel}; color: {ink_soft}; border: none; border-right: 1px solid {rule};
  padding: 0 8px 0 12px; }}
#tabStrip::tab:hover {{ color: {ink}; background: {hover}; }}
#tabStrip::tab:selected {{ background: {paper}; color: {ink}; border-bottom: 2px solid {accent}; }}
#tabStrip::tab:focus {{ color: {accent}; }}
#tabStrip::close-button {{ image: url("{close}"); margin: 2px; border-radius: 4px; }}
#tabStrip::close-button:hover {{ background: {rule}; }}
QProgressBar {{ background: {rule}; border: none; border-radius: 2px; }}
QProgressBar::chunk {{ background: {accent}; border-radius: 2px; }}
#drawerShade {{ background: rgba(0, 0, 0, 0.28); }}
#lookPopover {{ background: {paper}; border: 1px solid {rule}; }}
#lookPopover QPushButton:checked {{ background: {selection}; }}
QPushButton[primary="true"] {{ background: {accent}; color: {accent_ink}; border-color: {accent}; }}
QPushButton[primary="true"]:focus {{ border-color: {ink}; }}
QPushButton[primary="true"]:disabled {{ background: {rule}; color: {ink_faint}; border-color: {rule}; }}
QPushButton[segment="first"] {{ border-top-right-radius: 0; border-bottom-right-radius: 0; }}
QPushButton[segment="mid"] {{ border-radius: 0; border-left: none; }}
QPushButton[segment="last"] {{ border-top-left-radius: 0; border-bottom-left-radius: 0; border-left: none; }}
QPushButton[flat="true"] {{ background: transparent; border: 2px solid transparent; padding: 4px 13px;
  color: {accent}; }}
QPushButton[flat="true"]:hover {{ background: {hover}; }}
QPushButton[flat="true"]:focus {{ border-color: {accent}; }}
QSlider::groove:horizontal {{ height: 4px; background: {rule}; border-radius: 2px; }}
QSlider::sub-page:horizontal {{ background: {accent}; border-radius: 2px; }}
QSlider::handle:horizontal {{ width: 16px; margin: -6px 0; border-radius: 8px; }}
QSlider::handle:horizontal {{ background: {paper}; border: 1px solid {ink_faint}; }}
QSlider::handle:horizontal:focus {{ border: 2px solid {accent}; }}
#sheetHeading, #aboutTitle {{ color: {ink}; font-size: 15px; font-weight: 600; }}
#sheetKeys {{ color: {ink_soft}; }}
QDialog, QMessageBox, QScrollArea, QScrollArea > QWidget > QWidget {{ background: {paper}; }}
QScrollArea {{ border: 2px solid transparent; border-radius: 6px; }}
QCheckBox, QRadioButton {{ padding: 3px; border: 2px solid transparent; border-radius: 6px; }}
QScrollArea:focus, QCheckBox:focus, QRadioButton:focus {{ border-color: {accent}; }}
QPlainTextEdit {{ background: {paper}; color: {ink}; border: 1px solid {edge}; border-radius: 6px;
  padding: 4px; selection-background-color: {selection}; selection-color: {ink}; }}
QPlainTextEdit:focus {{ border: 2px solid {accent}; padding: 3px; }}
QMenuBar {{ background: {panel}; color: {ink}; }}
QMenuBar::item:selected {{ background: {selection}; }}
"""


def window_rules(theme: Theme) -> str:
    """The rules in the colours of a theme."""
    close = resource_path("icons", "close-dark.svg" if theme.is_dark else "close-light.svg").as_posix()
    return _SHEET.format(**asdict(theme), edge=edge(theme), close=close)
