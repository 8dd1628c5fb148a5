# SPDX-License-Identifier: MIT
"""Completes the keys of a query while it is typed: `ti` becomes `title:`, `is:` offers the states."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRect, QStringListModel, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QListView

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLineEdit

_LAST = re.compile(r"(?:^|[\s(（-])([^\s\"“”()（）:：-]*(?:[:：][^\s\"“”()（）]*)?)$")
_FEWEST_LETTERS = 2
_AROUND = 28  # pixels beside the words
_BELOW = 3  # pixels between field and list
_STYLE = (  # as menus look, in the colours of the theme
    "QListView { background: palette(base); border: 1px solid palette(mid); padding: 4px; outline: 0; }"
    "QListView::item { padding: 4px 8px; border-radius: 4px; }"
    "QListView::item:hover { background: palette(alternate-base); color: palette(text); }"
    "QListView::item:selected { background: palette(highlight); color: palette(text); }"
)


class QueryCompletion(QObject):
    """Watches one field; made when something is typed for the first time."""

    def __init__(self, field: QLineEdit) -> None:
        super().__init__(field)
        self._field = field
        self._words = QStringListModel(self)
        self._completer = QCompleter(self._words, self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._completer.setWidget(field)
        self._popup = QListView()
        self._popup.setStyleSheet(_STYLE)
        self._popup.setAccessibleName(self.tr("Completions"))
        self._completer.setPopup(self._popup)
        self._popup.setFont(field.font())
        self._popup.installEventFilter(self)  # before the completer, which asks the field first
        self._completer.activated.connect(self._insert)
        field.textEdited.connect(self._on_edited)

    @property
    def offered(self) -> list[str]:
        """What is offered now."""
        return self._words.stringList() if self._popup.isVisible() else []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter takes what is chosen, Tab that or the first; the field would go on to what was found."""
        if watched is self._popup and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            chosen = self._popup.selectionModel().selectedIndexes()  # the current one need not be seen
            words, row = self._words.stringList(), chosen[0].row() if chosen else -1
            if event.key() == Qt.Key.Key_Tab:
                row = max(0, row)
            elif event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                row = -1
            if 0 <= row < len(words):
                self._popup.hide()
                self._insert(words[row])
                return True
        return super().eventFilter(watched, event)

    def _on_edited(self, _text: str) -> None:
        offers = offers_for(self._last_word())
        if not offers:
            self._popup.hide()
            return
        self._words.setStringList(offers)
        width = self._popup.sizeHintForColumn(0) + _AROUND
        self._completer.complete(
            QRect(self._field.cursorRect().left(), 0, width, self._field.height() + _BELOW)
        )

    def _insert(self, word: str) -> None:
        before = self._field.text()[: self._field.cursorPosition()]
        after = self._field.text()[len(before) :]
        kept = before[: len(before) - len(self._last_word())]
        ending = "" if word.endswith((":", "：")) else " "
        self._field.setText(kept + word + ending + after)
        self._field.setCursorPosition(len(kept + word + ending))
        self._on_edited(self._field.text())  # after `is:` the states

    def _last_word(self) -> str:
        found = _LAST.search(self._field.text()[: self._field.cursorPosition()])
        return found[1] if found else ""


def offers_for(word: str) -> list[str]:
    """What a word that is being typed may become."""
    from reader.core.library.search.syntax import FIELDS, PARTS, STATES

    key, colon, value = word.replace("：", ":").partition(":")
    if colon:
        values = {"is": STATES, "has": PARTS}.get(FIELDS.get(key.lower(), ""), ())
        whole = [f"{key}:{each}" for each in values if each.startswith(value.lower())]
        return [] if whole == [word] else whole
    enough = _FEWEST_LETTERS if key.isascii() else 1
    if len(key) < enough:
        return []
    return [f"{name}:" for name in FIELDS if name.startswith(key.lower())]
