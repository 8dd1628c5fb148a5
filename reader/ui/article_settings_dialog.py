# SPDX-License-Identifier: MIT
"""How one article is read and shown, where it differs from the rest; every change shows at once."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.core.article import Dialect
from reader.core.settings.overrides import HIDE, Overrides

from .application_style import ApplicationStyle
from .context_menus import ENCODINGS
from .dialog_style import follow_theme
from .folder_rules_dialog import DIALECT_NAMES
from .library_feed import LibraryFeed

_SIZES = (0.75, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0)


class ArticleSettingsDialog(QDialog):
    """Encoding, dialect, size, view and hidden elements of one article."""

    def __init__(
        self, path: Path, feed: LibraryFeed, style: ApplicationStyle, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("articleSettingsDialog")
        self.setWindowTitle(self.tr("How this article is shown"))
        self.setMinimumWidth(440)
        self._path, self._feed = path, feed
        everywhere = self.tr("Like all others")
        self.view = self._combo(
            "original", [(self.tr("Reading view"), None), (self.tr("Original page"), True)]
        )
        self.zoom = self._combo(
            "zoom", [(everywhere, None), *((f"{round(100 * size)} %", size) for size in _SIZES)]
        )
        automatic = self.tr("Automatic")
        self.encoding = self._combo(
            "encoding", [(automatic, None), *((name, name.lower()) for name in ENCODINGS)]
        )
        dialects = [(name, dialect.value) for dialect, name in DIALECT_NAMES.items()]
        plain = self.tr("None of these")
        self.dialect = self._combo("dialect", [(automatic, None), *dialects, (plain, Dialect.PLAIN.value)])
        self._hidden = QLabel(self)
        self.show_button = QPushButton(self.tr("Show again"), self)
        self.reset_button = QPushButton(self.tr("Reset"), self)
        self._lay_out()
        follow_theme(self, style)
        feed.overrides_changed.connect(self._on_changed)
        self.finished.connect(self.deleteLater)
        self.show_button.clicked.connect(lambda: self._take_back(hidden_only=True))
        self.reset_button.clicked.connect(lambda: self._take_back(hidden_only=False))
        self._fill()

    @property
    def own(self) -> Overrides:
        """What holds for the article now."""
        return self._feed.overrides_of(self._path) or Overrides()

    def _combo(self, name: str, choices: list[tuple[str, object]]) -> QComboBox:
        combo = QComboBox(self)
        for text, value in choices:
            combo.addItem(text, value)
        combo.activated.connect(lambda index: self._feed.override(self._path, {name: combo.itemData(index)}))
        return combo

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(12)
        for label, combo in (
            (self.tr("View"), self.view),
            (self.tr("Size"), self.zoom),
            (self.tr("Encoding of the file"), self.encoding),
            (self.tr("Written for"), self.dialect),
        ):
            combo.setAccessibleName(label)
            form.addRow(label, combo)
        hidden = QHBoxLayout()
        hidden.addWidget(self._hidden, 1)
        hidden.addWidget(self.show_button)
        form.addRow(self.tr("Hidden elements"), hidden)
        close = QPushButton(self.tr("Close"), self)
        close.setDefault(True)
        close.clicked.connect(self.accept)
        for button in (self.show_button, self.reset_button):
            button.setAutoDefault(False)
        self.reset_button.setProperty("flat", True)
        buttons = QHBoxLayout()
        buttons.addWidget(self.reset_button)
        buttons.addStretch(1)
        buttons.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(20)
        column.addLayout(form)
        column.addLayout(buttons)

    def _fill(self) -> None:
        own = self.own
        _choose(self.view, True if own.original else None)
        _choose(self.zoom, own.zoom, "" if own.zoom is None else f"{round(100 * own.zoom)} %")
        _choose(self.encoding, own.encoding, (own.encoding or "").upper())
        _choose(self.dialect, own.dialect.value if own.dialect else None)
        count = len(own.hidden)
        self._hidden.setText(self.tr("%Ln element(s)", "", count) if count else self.tr("None"))
        self.show_button.setEnabled(bool(count))
        self.reset_button.setEnabled(own != Overrides())

    def _take_back(self, *, hidden_only: bool) -> None:
        names = [HIDE + mark for mark in self.own.hidden]
        if not hidden_only:
            names += ["encoding", "dialect", "zoom", "original"]
        self._feed.override(self._path, dict.fromkeys(names))

    def _on_changed(self, path: Path) -> None:
        if path == self._path:
            self._fill()


def _choose(combo: QComboBox, value: object, name: str = "") -> None:
    """Show a value; one that is not in the list is added to it."""
    index = next((number for number in range(combo.count()) if combo.itemData(number) == value), -1)
    if index < 0:
        combo.addItem(name or str(value), value)
        index = combo.count() - 1
    combo.setCurrentIndex(index)
