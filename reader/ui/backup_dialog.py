# SPDX-License-Identifier: MIT
"""Going back to a backup of the reading state: which ones there are, and what each would change."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from .application_style import ApplicationStyle
from .dialog_style import follow_theme, open_with_size
from .interface_type import text_scale
from .library_feed import LibraryFeed
from .sentences import in_own_words

if TYPE_CHECKING:
    from reader.core.library import Library
    from reader.core.settings.backup_files import Backup
    from reader.core.settings.restore import RestoredField

_MOST_ROWS = 500
_TIMES = {"opened_at", "finished_at"}
translate = QCoreApplication.translate


class BackupDialog(QDialog):
    """Backups at the left, at the right what going back to the chosen one would change."""

    restored = Signal(int)  # fields that changed
    said = Signal(str)

    def __init__(
        self, feed: LibraryFeed, style: ApplicationStyle, locale: QLocale, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("backupDialog")
        self.setWindowTitle(self.tr("Restore from backup"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setLocale(locale)
        scale = text_scale(self.font())
        open_with_size(self, round(720 * scale), round(480 * scale))
        self._feed, self._request = feed, 0
        self.backups = QListWidget(self)
        self.backups.setAccessibleName(self.tr("Backups"))
        self.changes = QListWidget(self)
        self.changes.setAccessibleName(self.tr("What would change"))
        self.changes.setSelectionMode(QListWidget.SelectionMode.NoSelection)
        self.changes.setWordWrap(True)
        self._summary = QLabel(self)
        self._summary.setWordWrap(True)
        self._hint = QLabel(
            self.tr("What was added since stays. A backup of the present state is made first."), self
        )
        self._hint.setObjectName("dialogSoft")
        self._hint.setWordWrap(True)
        self.restore_button = QPushButton(self.tr("Restore"), self)
        self.restore_button.setEnabled(False)
        self.now_button = QPushButton(self.tr("Back up now"), self)
        self.now_button.setAutoDefault(False)
        self._lay_out()
        follow_theme(self, style)
        self.backups.currentItemChanged.connect(lambda _item, _before: self._preview())
        self.restore_button.clicked.connect(self._restore)
        self.now_button.clicked.connect(self._back_up)
        self.refresh()

    def refresh(self) -> None:
        """Ask which backups there are."""
        self._ask(_known_backups, self._show_backups)

    def _lay_out(self) -> None:
        side = QWidget(self)
        side.setObjectName("dialogSide")
        side.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        side.setFixedWidth(round(232 * text_scale(self.font())))
        left = QVBoxLayout(side)
        left.setContentsMargins(12, 16, 12, 16)
        left.addWidget(self.backups, 1)
        left.addWidget(self.now_button)
        close = QPushButton(self.tr("Close"), self)
        close.setAutoDefault(False)
        close.clicked.connect(self.close)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(close)
        buttons.addWidget(self.restore_button)
        right = QVBoxLayout()
        right.setContentsMargins(20, 20, 20, 16)
        right.setSpacing(12)
        self._summary.setObjectName("dialogSubheading")
        right.addWidget(self._summary)
        right.addWidget(self.changes, 1)
        right.addWidget(self._hint)
        right.addLayout(buttons)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(side)
        outer.addLayout(right, 1)

    def _show_backups(self, found: Sequence[Backup]) -> None:
        self.backups.clear()
        for backup in found:
            made = QDateTime.fromSecsSinceEpoch(int(backup.made.timestamp())).toLocalTime()
            item = QListWidgetItem(self.locale().toString(made, QLocale.FormatType.ShortFormat), self.backups)
            item.setData(Qt.ItemDataRole.UserRole, backup.path)
        if found:
            self.backups.setCurrentRow(0)
            self.backups.setFocus()
        else:
            self._summary.setText(self.tr("There is no backup yet. One is made every hour while you read."))

    def _chosen(self) -> Path | None:
        item = self.backups.currentItem()
        return None if item is None else item.data(Qt.ItemDataRole.UserRole)

    def _preview(self) -> None:
        self._request += 1
        request, backup = self._request, self._chosen()
        self.changes.clear()
        self.restore_button.setEnabled(False)
        if backup is None:
            return

        def known(answer: tuple[RestoredField, ...] | str) -> None:
            if request == self._request:
                self._show_changes(answer)

        self._ask(lambda library: _preview_of(library, backup), known)

    def _show_changes(self, answer: tuple[RestoredField, ...] | str) -> None:
        if isinstance(answer, str):
            self._summary.setText(answer)
            return
        groups = _by_entity(answer)
        self._summary.setText(self._summed_up([fields[0].entity[0] for fields in groups]))
        self.restore_button.setEnabled(bool(answer))
        for fields in groups[:_MOST_ROWS]:
            title = " ".join(fields[0].title.split())[:80] or self.tr("An article that is not here any more")
            self.changes.addItem(f"{title}\n{_told(fields, self.locale())}")
        if len(groups) > _MOST_ROWS:
            self.changes.addItem(self.tr("… and %Ln more", "", len(groups) - _MOST_ROWS))

    def _summed_up(self, kinds: Sequence[str]) -> str:
        if not kinds:
            return self.tr("Nothing would change: all that is in this backup is so now.")
        articles, highlights, lists = (kinds.count(kind) for kind in "ahs")
        parts = (
            (articles, self.tr("%Ln articles", "", articles)),
            (highlights, self.tr("%Ln highlights", "", highlights)),
            (lists, self.tr("%Ln smart lists", "", lists)),
        )
        named = self.tr(", ").join(text for count, text in parts if count)
        return self.tr("This would change: %1.").replace("%1", named)

    def _restore(self) -> None:
        backup = self._chosen()
        if backup is not None:
            self.restore_button.setEnabled(False)
            self._ask(lambda library: _restore_to(library, backup), self._on_restored)

    def _on_restored(self, answer: int | str) -> None:
        if isinstance(answer, str):
            self._summary.setText(answer)
            return
        self.restored.emit(answer)
        self.said.emit(self.tr("The reading state was restored."))
        self.refresh()

    def _back_up(self) -> None:
        self._ask(_back_up_now, lambda answer: self._summary.setText(answer) if answer else self.refresh())

    def _ask(self, work: Callable[[Library], Any], on_done: Callable[[Any], object]) -> None:
        def answered(answer: Any) -> None:
            from shiboken6 import isValid

            if isValid(self):
                on_done(answer)

        self._feed.consult(work, answered)


def _by_entity(changes: Sequence[RestoredField]) -> list[tuple[RestoredField, ...]]:
    """The fields of each article, highlight and smart list together; articles first, by title."""
    groups: dict[str, list[RestoredField]] = {}
    for one in changes:
        groups.setdefault(one.entity, []).append(one)
    return sorted(map(tuple, groups.values()), key=lambda fields: (fields[0].entity[0], fields[0].title))


def _known_backups(library: Library) -> Sequence[Backup]:
    from reader.core.settings.backup_files import backups

    return backups(library.states.path)


def _preview_of(library: Library, backup: Path) -> tuple[RestoredField, ...] | str:
    from reader.core.errors import ReaderError
    from reader.core.settings.restore import what_would_change

    try:
        return what_would_change(library.states.store, backup)
    except ReaderError as error:
        return in_own_words(str(error))


def _restore_to(library: Library, backup: Path) -> int | str:
    from reader.core.errors import ReaderError
    from reader.core.settings.restore import restore

    try:
        return restore(library.states.store, backup)
    except ReaderError as error:
        return in_own_words(str(error))


def _back_up_now(library: Library) -> str:
    from reader.core.errors import ReaderError
    from reader.core.settings.backup import back_up

    try:
        back_up(library.states.store)
    except ReaderError as error:
        return in_own_words(str(error))
    return ""


def _told(fields: Sequence[RestoredField], locale: QLocale) -> str:
    """What would change of one article, highlight or smart list, in words."""
    names = {one.field: one for one in fields}
    if fields[0].entity.startswith("s:"):
        if "deleted" in names:
            return translate("Backups", "deleted smart list comes back")
        if "query" in names and names["query"].now is None:
            return translate("Backups", "smart list comes back")
    elif "deleted" in names:
        return translate("Backups", "deleted highlight comes back")
    elif "target" in names:
        return translate("Backups", "highlight comes back")
    order = list(_labels())
    kinds = sorted(
        fields, key=lambda one: (order.index(kind) if (kind := _kind(one)) in order else 99, one.field)
    )
    return " · ".join(_told_field(one, locale) for one in kinds)


def _told_field(one: RestoredField, locale: QLocale) -> str:
    kind, name = _kind(one), one.field.partition(":")[2]
    label = _labels().get(kind, kind)
    if kind in ("position", "place", "rank"):
        return label
    if kind == "tag":
        text = translate("Backups", "tag %1 comes back") if one.then else translate("Backups", "tag %1 goes")
        return text.replace("%1", name)
    label = f"{label} {name}" if name else label
    is_time = kind in _TIMES
    now, then = (_moment(value, locale) if is_time else _value(value) for value in (one.now, one.then))
    return f"{label}: {now} → {then}"


def _kind(one: RestoredField) -> str:
    return one.field.partition(":")[0]


def _labels() -> dict[str, str]:
    return {
        "name": translate("Backups", "name"),
        "query": translate("Backups", "query"),
        "state": translate("Backups", "state"),
        "starred": translate("Backups", "star"),
        "progress": translate("Backups", "progress"),
        "opened_at": translate("Backups", "last opened"),
        "finished_at": translate("Backups", "finished"),
        "tag": translate("Backups", "tag"),
        "override": translate("Backups", "display"),
        "position": translate("Backups", "reading position"),
        "place": translate("Backups", "place of the file"),
        "colour": translate("Backups", "colour"),
        "note": translate("Backups", "note"),
        "tags": translate("Backups", "tags"),
        "rank": translate("Backups", "order"),
    }


def _moment(value: Any, locale: QLocale) -> str:
    """A moment that is kept in UTC, as the clock here and the language write it."""
    moment = QDateTime.fromString(str(value), Qt.DateFormat.ISODateWithMs) if value else QDateTime()
    written = locale.toString(moment.toLocalTime(), QLocale.FormatType.ShortFormat)
    return written if moment.isValid() else _value(value)


def _value(value: Any) -> str:
    if value is None:
        return "–"
    if isinstance(value, bool):
        return translate("Backups", "yes") if value else translate("Backups", "no")
    if isinstance(value, float):
        return f"{round(100 * value)} %"
    if isinstance(value, list):
        return ", ".join(map(str, value)) or "–"
    states = {
        "new": translate("Backups", "new"),
        "unread": translate("Backups", "unread"),
        "reading": translate("Backups", "reading"),
        "finished": translate("Backups", "read"),
        "archived": translate("Backups", "archived"),
    }
    text = " ".join(str(value).split())
    return states.get(text, text if len(text) <= 60 else text[:59] + "…")
