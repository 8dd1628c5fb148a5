# SPDX-License-Identifier: MIT
"""A window that lays two versions of an article side by side and goes from difference to difference."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.core.errors import ReaderError
from reader.core.versions import Comparison, RowKind

from .application_style import ApplicationStyle
from .dialog_style import follow_theme, open_with_size
from .elided_choice import ElidedChoice
from .icons import Icons
from .sentences import in_own_words
from .versions_delegate import SIGN_WIDTH
from .versions_view import VersionsView

_PATIENCE_MS = 200  # what comes sooner needs no word
Compare = Callable[[Path, Path, Callable[[Comparison], object], Callable[[ReaderError], object]], object]
"""Compares two files in the background, then calls one of the two."""


@dataclass(frozen=True, slots=True)
class Version:
    """One saved version: its file, and a line that tells it from the others."""

    path: Path
    name: str


class VersionsDialog(QDialog):
    """Chooses two of several versions, older left, and shows what differs."""

    def __init__(
        self,
        versions: Sequence[Version],
        compare: Compare,
        style: ApplicationStyle,
        icons: Icons,
        parent: QWidget | None = None,
    ) -> None:
        """`versions` stand in order, the newest first; the two newest are compared at once."""
        super().__init__(parent)
        self.setObjectName("versionsDialog")
        self.setWindowTitle(self.tr("Compare versions"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        open_with_size(self, 1040, 720)
        self._versions, self._compare, self._request = versions, compare, 0
        self.before = self._choice(self.tr("Version on the left"), min(1, len(versions) - 1))
        self.after = self._choice(self.tr("Version on the right"), 0)
        self.view = VersionsView(style.theme, self)
        self.summary = QLabel(self)
        self.place = QLabel(self)
        self.word = QLabel(self)
        self.previous = self._button(icons, "previous", self.tr("Previous difference (Shift+F3)"))
        self.next = self._button(icons, "next", self.tr("Next difference (F3)"))
        self.whole = QCheckBox(self.tr("Show what is the same"), self)
        self._pages = QStackedWidget(self)
        self._late = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._lay_out()
        follow_theme(self, style)
        style.theme_changed.connect(self.view.set_theme)
        self._connect()
        self.compare()

    def compare(self) -> None:
        """Compare the two versions that are chosen."""
        self._request += 1
        request = self._request
        self._late.start()
        before, after = (self._versions[box.currentIndex()].path for box in (self.before, self.after))

        def done(comparison: Comparison) -> None:
            if request == self._request:
                self._show(comparison)

        def failed(error: ReaderError) -> None:
            if request == self._request:
                self._say(in_own_words(str(error)))

        self._compare(before, after, done, failed)

    def done(self, result: int) -> None:
        """Close; an answer that is still on its way is not waited for."""
        self._request += 1
        super().done(result)

    def go(self, step: int) -> None:
        """Go to the next difference, or to the one before."""
        self.view.go(step)
        self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _show(self, comparison: Comparison) -> None:
        self._late.stop()
        self.whole.setChecked(False)
        self.view.show_comparison(comparison)
        self.summary.setText(self._in_words(comparison))
        if not self.view.difference_count:
            self._say(self.tr("Both versions say the same."))
            return
        self._pages.setCurrentWidget(self.view)
        self._enable(True)
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say(self, sentence: str) -> None:
        self._late.stop()
        self.word.setText(sentence)
        self._pages.setCurrentWidget(self.word)
        self.place.clear()
        self._enable(False)

    def _enable(self, on: bool) -> None:
        for widget in (self.previous, self.next, self.whole):
            widget.setEnabled(on)

    def _in_words(self, comparison: Comparison) -> str:
        moved = comparison.count(RowKind.MOVED_AWAY)
        counts = (
            (comparison.count(RowKind.CHANGED), self.tr("%1 changed")),
            (comparison.count(RowKind.ADDED), self.tr("%1 added")),
            (comparison.count(RowKind.REMOVED), self.tr("%1 removed")),
            (moved, self.tr("%1 moved")),
        )
        parts = [words.replace("%1", str(count)) for count, words in counts if count]
        share = int(100 * comparison.share) if comparison.share < 1 else 100
        parts.append(self.tr("%1 % of the text is the same").replace("%1", str(share)))
        if comparison.is_cut:
            parts.append(self.tr("the end of a very long version is left out"))
        return " · ".join(parts)

    def _show_place(self, number: int) -> None:
        count = self.view.difference_count
        if number < 0:
            self.place.setText(self.tr("%Ln difference(s)", "", count) if count else "")
        else:
            words = self.tr("%1 of %2")
            self.place.setText(words.replace("%1", str(number + 1)).replace("%2", str(count)))

    def _choice(self, name: str, at: int) -> QComboBox:
        box = ElidedChoice(self)
        box.setAccessibleName(name)
        box.setMinimumContentsLength(12)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for version in self._versions:
            box.addItem(version.name)
            box.setItemData(box.count() - 1, str(version.path), Qt.ItemDataRole.ToolTipRole)
        box.setCurrentIndex(at)
        box.setToolTip(str(self._versions[at].path))
        box.currentIndexChanged.connect(lambda index: box.setToolTip(str(self._versions[index].path)))
        return box

    def _button(self, icons: Icons, icon: str, name: str) -> QToolButton:
        button = QToolButton(self)
        icons.put(button, icon)
        button.setToolTip(name)
        button.setAccessibleName(name)
        button.setEnabled(False)
        return button

    def _lay_out(self) -> None:
        heads = QGridLayout()
        heads.setHorizontalSpacing(0)
        heads.addWidget(self.before, 0, 0)
        heads.setColumnMinimumWidth(1, SIGN_WIDTH)
        heads.addWidget(self.after, 0, 2)
        heads.setColumnStretch(0, 1)
        heads.setColumnStretch(2, 1)
        line = QHBoxLayout()
        line.setSpacing(4)
        for label in (self.summary, self.place):
            label.setObjectName("dialogSoft")
        line.addWidget(self.summary, 1)
        line.addWidget(self.whole)
        line.addSpacing(12)
        line.addWidget(self.place)
        line.addWidget(self.previous)
        line.addWidget(self.next)
        self.word.setObjectName("dialogSubheading")
        self.word.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.word.setWordWrap(True)
        self.whole.setEnabled(False)
        self._pages.addWidget(self.view)
        self._pages.addWidget(self.word)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 12)
        column.setSpacing(10)
        column.addLayout(heads)
        column.addLayout(line)
        column.addWidget(self._pages, 1)

    def _connect(self) -> None:
        self.before.currentIndexChanged.connect(lambda _index: self.compare())
        self.after.currentIndexChanged.connect(lambda _index: self.compare())
        self.previous.clicked.connect(lambda: self.go(-1))
        self.next.clicked.connect(lambda: self.go(1))
        self.whole.toggled.connect(lambda on: self.view.set_folded(not on))
        self.view.moved_to.connect(self._show_place)
        self._late.timeout.connect(lambda: self._say(self.tr("Comparing…")))
        for keys, step in (("F3", 1), ("N", 1), ("Shift+F3", -1), ("P", -1)):
            QShortcut(QKeySequence(keys), self, lambda step=step: self.go(step))
