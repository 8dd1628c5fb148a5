# SPDX-License-Identifier: MIT
"""A person's own tags of articles, beside those that stand in the files: asked for and changed together."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCompleter,
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from .elided_text import plain_line
from .library_feed import LibraryFeed
from .state_changes import Changes

if TYPE_CHECKING:
    from array import array

    from reader.core.library import Library, ListedArticle

_SEPARATORS = ",，、;；"
_NONE: frozenset[str] = frozenset()
_MOST_SHOWN = 30  # tags of the files
translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class TagsAtHand:
    """What a dialog needs to know."""

    count: int  # of the articles
    own: frozenset[str]  # tags of the person's own that all of the articles have
    of_file: tuple[str, ...]  # those in the files of any
    known: tuple[str, ...]  # tags of the whole library, the most used first

    @property
    def common(self) -> tuple[str, ...]:
        """The own tags that all of them have; one with a comma in it cannot be written in a line."""
        return tuple(sorted(tag for tag in self.own if split_tags(tag) == (tag,)))


def edit_tags(feed: LibraryFeed, paths: Sequence[Path], parent: QWidget, of_file: Sequence[str] = ()) -> None:
    """Ask which tags of their own articles are to have; can be taken back.

    `of_file` are the tags in the file of an article that the library does not know.
    """

    def change(found: TagsAtHand, tags: tuple[str, ...]) -> None:
        def done(changes: Changes) -> None:
            feed.history.change(changes, translate("TagDialog", "Tags changed."))

        feed.consult(lambda library: _changes(library, paths, found.common, tags), done)

    if paths:
        feed.consult(
            lambda library: tags_at_hand(library, paths, of_file), lambda found: _ask(found, change, parent)
        )


def edit_tags_of_many(feed: LibraryFeed, ids: array[int], parent: QWidget) -> None:
    """The same for more articles than one could wait for, by their ids."""
    from .bulk_change import pieces_of

    def change(found: TagsAtHand, tags: tuple[str, ...]) -> None:
        def wanted(library: Library, articles: Sequence[ListedArticle]) -> Changes:
            return _changes(library, [each.path for each in articles], found.common, tags)

        feed.history.change_many(pieces_of(ids, wanted))

    def take(own: frozenset[str]) -> None:
        feed.consult(
            lambda library: TagsAtHand(len(ids), own, (), _known(library)),
            lambda found: _ask(found, change, parent),
        )

    _find_common(feed, ids, 0, None, take)


def _find_common(
    feed: LibraryFeed,
    ids: array[int],
    at: int,
    common: frozenset[str] | None,
    on_done: Callable[[frozenset[str]], object],
) -> None:
    """The own tags of all these articles, looked for until there are none."""
    from .bulk_change import PIECE

    def work(library: Library) -> frozenset[str]:
        paths = [each.path for each in library.articles_with(ids[at : at + PIECE])]
        own = library.states.own_tags(paths)
        return frozenset.intersection(*own, *(() if common is None else (common,))) if own else _NONE

    if at >= len(ids) or (common is not None and not common):
        on_done(common or _NONE)
    else:
        feed.consult(work, lambda found: _find_common(feed, ids, at + PIECE, found, on_done))


def tags_at_hand(library: Library, paths: Sequence[Path], of_file: Sequence[str] = ()) -> TagsAtHand:
    """The tags of some articles; to be called where the library is at home."""
    own = library.states.own_tags(paths)
    in_files: dict[str, None] = {}
    for path, tags in zip(paths, own, strict=True):
        listed = library.article_at(path)
        shown = of_file if listed is None else listed.tags
        in_files.update(dict.fromkeys(tag for tag in shown if tag not in tags))
    return TagsAtHand(len(paths), frozenset.intersection(*own), tuple(in_files), _known(library))


def _known(library: Library) -> tuple[str, ...]:
    return tuple(tag.name for tag in library.facets().tags)


def _ask(found: TagsAtHand, change: Callable[[TagsAtHand, tuple[str, ...]], object], parent: QWidget) -> None:
    dialog = TagDialog(found, parent)
    dialog.chosen.connect(lambda tags: change(found, tags))
    dialog.open()


def split_tags(text: str) -> tuple[str, ...]:
    """The tags of a line someone typed, with commas of any script between them; a # before one is no part."""
    for separator in _SEPARATORS[1:]:
        text = text.replace(separator, ",")
    tags = (" ".join(tag.split()).removeprefix("#").strip() for tag in text.split(","))
    return tuple(dict.fromkeys(tag for tag in tags if tag))


class TagDialog(QDialog):
    """One line of tags with completion; of several articles it holds the tags they have in common."""

    chosen = Signal(object)  # tuple[str, ...]

    def __init__(self, found: TagsAtHand, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("tagDialog")
        self.setWindowTitle(self.tr("Tags"))
        self.setMinimumWidth(420)
        self.line = QLineEdit(", ".join(found.common), self)
        self.line.setAccessibleName(self.tr("Tags"))
        self.line.setPlaceholderText(self.tr("Tags, separated by commas"))
        _TagCompletion(self.line, found.known)
        self.save_button = QPushButton(self.tr("Save"), self)
        self.save_button.setDefault(True)
        self.save_button.setProperty("primary", True)
        self._lay_out(found)
        self.save_button.clicked.connect(self._save)
        self.finished.connect(self.deleteLater)
        self.line.setFocus()

    def _lay_out(self, found: TagsAtHand) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(10)
        if found.count > 1:
            column.addWidget(self._note(self.tr("Tags that all %Ln articles have:", "", found.count)))
        column.addWidget(self.line)
        if found.of_file:
            shown = ", ".join(plain_line(tag, 60) for tag in found.of_file[:_MOST_SHOWN])
            column.addWidget(self._note(self.tr("In the file: %1").replace("%1", shown)))
        cancel = QPushButton(self.tr("Cancel"), self)
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(self.save_button)
        column.addSpacing(6)
        column.addLayout(buttons)

    def _note(self, text: str) -> QLabel:
        label = QLabel(text, self)
        label.setObjectName("noticeHint")
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        return label

    def _save(self) -> None:
        self.chosen.emit(split_tags(self.line.text()))
        self.accept()


def _changes(
    library: Library, paths: Sequence[Path], before: Sequence[str], tags: Sequence[str]
) -> list[tuple[Path, Mapping[str, object]]]:
    """What gives articles the tags that came to the line, and takes away those that left it."""
    added, removed = set(tags) - set(before), set(before) - set(tags)
    own = library.states.own_tags(paths)
    return [
        (path, {"tags": tuple(sorted((had | added) - removed))})
        for path, had in zip(paths, own, strict=True)
        if (had | added) - removed != had
    ]


class _TagCompletion(QObject):
    """Offers known tags for the one that is being typed; Enter takes one only where one was chosen."""

    def __init__(self, line: QLineEdit, known: Sequence[str]) -> None:
        super().__init__(line)
        self._line = line
        completer = self._completer = QCompleter(line)
        completer.setModel(QStringListModel(list(known), completer))
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setWidget(line)
        self._popup = completer.popup()
        assert self._popup is not None
        self._popup.installEventFilter(self)
        line.textEdited.connect(self._typed)
        completer.activated[str].connect(self._put)  # pyright: ignore[reportIndexIssue]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        enter = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in enter:
            popup = self._popup
            if popup is not None and not popup.currentIndex().isValid():
                popup.hide()  # and the key is meant for the dialog
                QCoreApplication.sendEvent(
                    self._line, QKeyEvent(event.type(), event.key(), event.modifiers(), event.text())
                )
                return True
        return super().eventFilter(watched, event)

    def _typed(self, text: str) -> None:
        word = _last(text)
        self._completer.setCompletionPrefix(word)
        if word and self._completer.completionCount():
            self._completer.complete()
        elif self._popup is not None:
            self._popup.hide()

    def _put(self, tag: str) -> None:
        text = self._line.text()
        self._line.setText(text[: len(text) - len(_last(text))] + tag + ", ")


def _last(text: str) -> str:
    """The tag at the end that is not finished yet."""
    cut = max(text.rfind(separator) for separator in _SEPARATORS)
    return text[cut + 1 :].lstrip()
