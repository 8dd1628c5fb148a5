# SPDX-License-Identifier: MIT
"""The preferences dialog, made from the declarations of the options; every change shows at once."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, QSize, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from reader.core.settings import OPTIONS

from .application_style import ApplicationStyle
from .dialog_style import follow_theme, open_with_size
from .icons import Icons
from .preference_changes import PreferenceChanges
from .preference_row import PreferenceRow
from .preferences_words import section_of, section_title
from .sentences import in_own_words


class PreferencesDialog(QDialog):
    """Pages by section, a search over all of them; nothing to confirm, everything can be taken back."""

    def __init__(
        self, changes: PreferenceChanges, style: ApplicationStyle, icons: Icons, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("preferencesDialog")
        self.setWindowTitle(self.tr("Preferences"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        open_with_size(self, 760, 560)
        self._changes = changes
        self._sections = list(dict.fromkeys(section_of(name) for name in OPTIONS))
        self._rows: dict[str, PreferenceRow] = {}
        self._headings: dict[str, QLabel] = {}
        self.search = QLineEdit(self)
        self.pages = QListWidget(self)
        self._page = 0
        self._problem = QLabel(self)
        self._nothing = QLabel(self)
        self._reset_page = QPushButton(self.tr("Reset this page"), self)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self._build_side())
        outer.addLayout(self._build_page(icons), 1)
        follow_theme(self, style)
        self._connect()
        self._show_problems()
        self.pages.setCurrentRow(0)
        self.search.setFocus()

    def row(self, name: str) -> PreferenceRow:
        """The row of one option."""
        return self._rows[name]

    def visible_options(self) -> list[str]:
        """The options in sight: those of the page, or those a search found."""
        return [name for name, row in self._rows.items() if not row.isHidden()]

    def _build_side(self) -> QWidget:
        side = QWidget(self)
        side.setObjectName("dialogSide")
        side.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        side.setFixedWidth(208)
        column = QVBoxLayout(side)
        column.setContentsMargins(12, 16, 12, 16)
        column.setSpacing(12)
        self.search.setPlaceholderText(self.tr("Search preferences"))
        self.search.setAccessibleName(self.tr("Search preferences"))
        self.search.setClearButtonEnabled(True)
        self.pages.setAccessibleName(self.tr("Pages"))
        for section in self._sections:
            item = QListWidgetItem(section_title(section), self.pages)
            item.setSizeHint(QSize(0, 34))
        column.addWidget(self.search)
        column.addWidget(self.pages, 1)
        return side

    def _build_page(self, icons: Icons) -> QVBoxLayout:
        inner = QWidget(self)
        column = QVBoxLayout(inner)
        column.setContentsMargins(24, 20, 16, 16)
        column.setSpacing(0)
        self._problem.setObjectName("dialogProblem")
        self._problem.setWordWrap(True)
        self._problem.linkActivated.connect(self._open_file)
        column.addWidget(self._problem)
        for section in self._sections:
            heading = QLabel(section_title(section), inner)
            heading.setObjectName("dialogHeading")
            heading.setContentsMargins(0, 4, 0, 8)
            self._headings[section] = heading
            column.addWidget(heading)
            for name in (name for name in OPTIONS if section_of(name) == section):
                self._rows[name] = PreferenceRow(name, icons, inner)
                column.addWidget(self._rows[name])
        self._nothing.setObjectName("dialogSoft")
        column.addWidget(self._nothing)
        column.addStretch(1)
        area = QScrollArea(self)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setWidget(inner)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        page = QVBoxLayout()
        page.setSpacing(0)
        page.addWidget(area, 1)
        page.addLayout(self._build_buttons())
        return page

    def _build_buttons(self) -> QHBoxLayout:
        buttons = QHBoxLayout()
        buttons.setContentsMargins(24, 8, 24, 16)
        self._reset_page.setProperty("flat", True)
        self._reset_page.setAutoDefault(False)
        close = QPushButton(self.tr("Close"), self)
        close.setAutoDefault(False)
        close.clicked.connect(self.close)
        buttons.addWidget(self._reset_page)
        buttons.addStretch(1)
        buttons.addWidget(close)
        return buttons

    def _connect(self) -> None:
        self.search.textChanged.connect(lambda _text: self._filter())
        self.search.returnPressed.connect(self._go_to_first)
        self.pages.currentRowChanged.connect(self._on_page)
        self._reset_page.clicked.connect(self._reset_shown)
        self._changes.changed.connect(self._on_changed)
        self._changes.problems_changed.connect(self._show_problems)
        self._changes.noted.connect(self._show_note)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self, self.search.setFocus)
        for name, row in self._rows.items():
            row.chosen.connect(self._on_chosen)
            row.reset_asked.connect(self._changes.reset)
            row.show_value(self._changes.value(name), is_default=self._changes.is_default(name))
            self._show_note(name)

    def _show_note(self, name: str) -> None:
        if name in self._rows:
            self._rows[name].show_note(self._changes.notes.get(name, ""))

    def _on_page(self, row: int) -> None:
        self._page = row
        if self.search.text():
            self.search.clear()
        else:
            self._filter()

    def _filter(self) -> None:
        """Show one page, or whatever a search finds on all of them."""
        words = self.search.text().strip()
        with QSignalBlocker(self.pages):  # while searching no page is shown, so that each can be gone to
            self.pages.setCurrentRow(-1 if words else self._page)
        focus = (
            Qt.FocusPolicy
        )  # Tab goes to what was found: a list takes a row, and so a page, with the focus
        self.pages.setFocusPolicy(focus.ClickFocus if words else focus.StrongFocus)
        section = self._sections[self._page]
        shown: set[str] = set()
        for name, row in self._rows.items():
            on = row.matches(words) if words else section_of(name) == section
            row.setVisible(on)
            if on:
                shown.add(section_of(name))
        for each, heading in self._headings.items():
            heading.setVisible(each in shown)
        self._nothing.setText(self.tr("No preference has “%1” in it.").replace("%1", words))
        self._nothing.setVisible(not shown)
        self._reset_page.setVisible(not words)
        self._update_reset()

    def _go_to_first(self) -> None:
        for name in self.visible_options()[:1]:
            self._rows[name].focus_control()

    def _on_chosen(self, name: str, value: object) -> None:
        self._rows[name].say_when()
        self._changes.set(name, value)

    def _on_changed(self, name: str) -> None:
        row = self._rows.get(name)
        if row is not None:
            row.show_value(self._changes.value(name), is_default=self._changes.is_default(name))
        self._update_reset()

    def _update_reset(self) -> None:
        shown = self.visible_options()
        self._reset_page.setEnabled(any(not self._changes.is_default(name) for name in shown))

    def _reset_shown(self) -> None:
        for name in self.visible_options():
            if not self._changes.is_default(name):
                self._changes.reset(name)

    def _show_problems(self) -> None:
        """What is wrong in the file, line by line, with the way to it."""
        from html import escape

        problems = self._changes.preferences.problems
        lines = [
            (self.tr("Line %1: ").replace("%1", str(problem.line)) if problem.line else "")
            + escape(in_own_words(problem.message))
            for problem in problems
        ]
        link = f'<a href="file">{escape(self.tr("Open the file"))}</a>'
        self._problem.setText("<br>".join([*lines, link]))
        self._problem.setVisible(bool(problems))

    def _open_file(self, _link: str) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._changes.preferences.path)))
