# SPDX-License-Identifier: MIT
"""A theme as palette and style sheet for the widgets of the window; rows of the panels paint themselves."""

from __future__ import annotations

from dataclasses import fields

from PySide6.QtGui import QColor, QPalette

from reader.core.resources import resource_path
from reader.core.theme import Theme

# Kept short on purpose: Qt matches every rule against every widget when it is first shown.
_SHEET = """
#LibraryPanel, #LibraryPanel QTreeView {{ background: {panel}; border: none; }}
#ArticleList, #ArticleList QTableView, EmptyState {{ background: {list}; border: none; }}
#PaneTitle {{ color: {ink}; }}
#PaneCount, #EmptyStateDetail {{ color: {ink_soft}; }}
#EmptyStateSentence {{ color: {ink}; font-size: 15px; font-weight: 500; }}
QSplitter::handle {{ background: {rule}; }}
QToolButton {{ background: transparent; border: 2px solid transparent; border-radius: 6px; padding: 3px;
  color: {ink_soft}; }}
QToolButton:hover {{ background: {hover}; color: {ink}; }}
QToolButton:pressed, QToolButton:checked {{ background: {rule}; color: {ink}; }}
QToolButton[quiet="true"]:checked {{ background: transparent; color: {ink_soft}; }}
QToolButton[quiet="true"]:hover {{ background: {hover}; }}
QToolButton:focus {{ border-color: {accent}; }}
QToolButton::menu-indicator {{ image: none; width: 0; }}
QDialogButtonBox {{ dialogbuttonbox-buttons-have-icons: 0; button-layout: 3; }}
QMessageBox {{ button-layout: 3; }}
QPushButton {{ background: {paper}; color: {ink}; border: 1px solid {edge}; border-radius: 6px;
  padding: 5px 14px; min-height: 18px; }}
QPushButton:hover {{ background: {hover}; }}
QPushButton:pressed {{ background: {rule}; }}
QPushButton:default {{ background: {accent}; color: {accent_ink}; border-color: {accent}; }}
QPushButton:disabled {{ color: {ink_faint}; }}
QPushButton:default:disabled {{ background: {rule}; color: {ink_faint}; border-color: {rule}; }}
QPushButton:focus {{ border: 2px solid {accent}; padding: 4px 13px; }}
QPushButton:default:focus {{ border-color: {ink}; }}
QLineEdit {{ background: {paper}; color: {ink}; border: 1px solid {edge}; border-radius: 6px;
  padding: 4px 7px; selection-background-color: {selection}; selection-color: {ink}; }}
QLineEdit:focus {{ border: 2px solid {accent}; padding: 3px 6px; }}
#SearchField {{ background: {hover}; border-color: transparent; }}
#SearchField:focus {{ background: {paper}; border-color: {accent}; }}
QMenu {{ background: {paper}; color: {ink}; border: 1px solid {edge}; padding: 5px; }}
QMenu::item {{ padding: 5px 24px 5px 24px; border-radius: 4px; }}
QMenu::item:selected {{ background: {selection}; }}
QMenu::item:disabled {{ color: {ink_faint}; }}
QMenu::separator {{ height: 1px; background: {rule}; margin: 5px 8px; }}
QToolTip {{ background: {paper}; color: {ink}; border: 1px solid {edge}; padding: 4px 6px; }}
QCheckBox::indicator, QRadioButton::indicator, QMenu::indicator {{ width: 14px; height: 14px; }}
QCheckBox::indicator, QRadioButton::indicator {{ background: {paper}; border: 1px solid {edge}; }}
QCheckBox::indicator {{ border-radius: 4px; }}
QRadioButton::indicator {{ border-radius: 8px; }}
QCheckBox::indicator:checked {{ background: {accent}; border-color: {accent}; image: url("{tick}"); }}
QRadioButton::indicator:checked {{ width: 6px; height: 6px; border: 5px solid {accent}; }}
QComboBox {{ background: {paper}; color: {ink}; border: 1px solid {edge}; border-radius: 6px;
  padding: 4px 8px; }}
QComboBox:focus {{ border: 2px solid {accent}; padding: 3px 7px; }}
QComboBox::drop-down {{ border: none; width: 22px; }}
QComboBox::down-arrow {{ image: url("{chevron}"); width: 12px; height: 12px; }}
QScrollBar:vertical {{ background: transparent; width: 10px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 10px; margin: 0; }}
QScrollBar::handle {{ background: {edge}; border-radius: 3px; margin: 2px; }}
QScrollBar::handle:vertical {{ min-height: 32px; }}
QScrollBar::handle:horizontal {{ min-width: 32px; }}
QScrollBar::handle:hover, QScrollBar::handle:pressed {{ background: {ink_faint}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
"""


def style_sheet(theme: Theme) -> str:
    """The style sheet, to be set once on the application, and again for another theme."""
    tokens = {field.name: str(getattr(theme, field.name)) for field in fields(theme)}
    return _SHEET.format(
        **tokens,
        edge=edge(theme),
        tick=resource_path("icons", "tick-dark.svg" if theme.is_dark else "tick-light.svg").as_posix(),
        chevron=resource_path("icons", "chevron-down.svg").as_posix(),
    )


def edge(theme: Theme) -> str:
    """The outline of fields and buttons: between rule and faint ink, so that they are seen but not loud."""
    rule, ink = QColor(theme.rule), QColor(theme.ink_faint)
    pairs = ((rule.red(), ink.red()), (rule.green(), ink.green()), (rule.blue(), ink.blue()))
    return QColor(*((3 * quiet + loud) // 4 for quiet, loud in pairs)).name()


def palette(theme: Theme) -> QPalette:
    """The palette for everything the style sheet does not name: dialogs, check boxes, combo boxes, labels."""
    result = QPalette()
    for role, token in _palette_tokens(theme).items():
        result.setColor(role, QColor(token))
    for role in (
        QPalette.ColorRole.WindowText,
        QPalette.ColorRole.Text,
        QPalette.ColorRole.ButtonText,
        QPalette.ColorRole.HighlightedText,
    ):
        result.setColor(QPalette.ColorGroup.Disabled, role, QColor(theme.ink_faint))
    return result


def _palette_tokens(theme: Theme) -> dict[QPalette.ColorRole, str]:
    return {
        QPalette.ColorRole.Window: theme.panel,
        QPalette.ColorRole.WindowText: theme.ink,
        QPalette.ColorRole.Base: theme.paper,
        QPalette.ColorRole.AlternateBase: theme.list,
        QPalette.ColorRole.Text: theme.ink,
        QPalette.ColorRole.PlaceholderText: theme.ink_faint,
        QPalette.ColorRole.Button: theme.list,
        QPalette.ColorRole.ButtonText: theme.ink,
        QPalette.ColorRole.BrightText: theme.danger,
        QPalette.ColorRole.Highlight: theme.selection,
        QPalette.ColorRole.HighlightedText: theme.ink,
        QPalette.ColorRole.Accent: theme.accent,
        QPalette.ColorRole.Link: theme.accent,
        QPalette.ColorRole.LinkVisited: theme.accent,
        QPalette.ColorRole.ToolTipBase: theme.paper,
        QPalette.ColorRole.ToolTipText: theme.ink,
        QPalette.ColorRole.Light: theme.paper,
        QPalette.ColorRole.Midlight: theme.list,
        QPalette.ColorRole.Mid: theme.rule,
        QPalette.ColorRole.Dark: theme.rule,
        QPalette.ColorRole.Shadow: theme.rule,
    }
