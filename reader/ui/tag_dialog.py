# SPDX-License-Identifier: MIT
"""A person's own tags of articles, beside those that stand in the files: asked for and changed together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QStringListModel, Qt, Signal
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

if TYPE_CHECKING:
    from reader.core.library import Library

_SEPARATORS = ",，、;；"
_MOST_SHOWN = 30  # tags of the files
translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class TaggedArticle:
    """One article with the tags of both kinds."""

    path: Path
    own: frozenset[str]
    of_file: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TagsAtHand:
    """What a dialog needs to know."""

    articles: tuple[TaggedArticle, ...]
    known: tuple[str, ...]  # tags of the whole library, the most used first

    @property
    def common(self) -> tuple[str, ...]:
        """The own tags that all of the articles have; one with a comma in it cannot be written in a line."""
        shared = frozenset.intersection(*(each.own for each in self.articles))
        return tuple(sorted(tag for tag in shared if split_tags(tag) == (tag,)))


def edit_tags(feed: LibraryFeed, paths: Sequence[Path], parent: QWidget, of_file: Sequence[str] = ()) -> None:
    """Ask which tags of their own articles are to have; can be taken back.

    `of_file` are the tags in the file of an article that the library does not know.
    """

    def ask(found: TagsAtHand) -> None:
        dialog = TagDialog(found, parent)
        dialog.chosen.connect(lambda tags: _change(feed, found, tags))
        dialog.open()

    if paths:
        feed.consult(lambda library: tags_at_hand(library, paths, of_file), ask)


def tags_at_hand(library: Library, paths: Iterable[Path], of_file: Sequence[str] = ()) -> TagsAtHand:
    """The tags of some articles; to be called where the library is at home."""
    articles: list[TaggedArticle] = []
    for path in paths:
        own = library.states.get(path).tags
        listed = library.article_at(path)
        shown = of_file if listed is None else listed.tags
        in_file = tuple(tag for tag in shown if tag not in own)
        articles.append(TaggedArticle(path, frozenset(own), in_file))
    return TagsAtHand(tuple(articles), tuple(tag.name for tag in library.facets().tags))


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
        _complete(self.line, found.known)
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
        count = len(found.articles)
        if count > 1:
            column.addWidget(self._note(self.tr("Tags that all %n articles have:", "", count)))
        column.addWidget(self.line)
        of_file = list(dict.fromkeys(tag for each in found.articles for tag in each.of_file))
        if of_file:
            shown = ", ".join(plain_line(tag, 60) for tag in of_file[:_MOST_SHOWN])
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


def _change(feed: LibraryFeed, found: TagsAtHand, tags: tuple[str, ...]) -> None:
    added, removed = set(tags) - set(found.common), set(found.common) - set(tags)
    changes = [
        (each.path, {"tags": sorted((each.own | added) - removed)})
        for each in found.articles
        if (each.own | added) - removed != each.own
    ]
    feed.history.change(changes, translate("TagDialog", "Tags changed."))


def _complete(line: QLineEdit, known: Sequence[str]) -> None:
    """Offers known tags for the one that is being typed."""
    completer = QCompleter(line)
    model = QStringListModel(list(known), completer)
    completer.setModel(model)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    completer.setWidget(line)

    def typed(text: str) -> None:
        word = _last(text)
        if not word:
            if (popup := completer.popup()) is not None:
                popup.hide()
            return
        completer.setCompletionPrefix(word)
        if completer.completionCount():
            completer.complete()

    def put(tag: str) -> None:
        text = line.text()
        line.setText(text[: len(text) - len(_last(text))] + tag + ", ")

    line.textEdited.connect(typed)
    completer.activated[str].connect(put)  # pyright: ignore[reportIndexIssue]


def _last(text: str) -> str:
    """The tag at the end that is not finished yet."""
    cut = max(text.rfind(separator) for separator in _SEPARATORS)
    return text[cut + 1 :].lstrip()
