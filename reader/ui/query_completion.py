# SPDX-License-Identifier: MIT
"""Completes the keys of a query while it is typed: `ti` becomes `title:`, `is:` offers the states."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QListView

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLineEdit

_LAST = re.compile(r"(?:^|[\s(（-])([^\s\"“”()（）:：-]*(?:[:：][^\s\"“”()（）]*)?)$")
_FEWEST_LETTERS = 2


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
        self._completer.setPopup(self._popup)
        self._completer.activated.connect(self._insert)
        field.textEdited.connect(self._on_edited)

    @property
    def offered(self) -> list[str]:
        """What is offered now."""
        return self._words.stringList() if self._popup.isVisible() else []

    def _on_edited(self, _text: str) -> None:
        offers = offers_for(self._last_word())
        if not offers:
            self._popup.hide()
            return
        self._words.setStringList(offers)
        place = self._field.cursorRect()
        place.setWidth(self._popup.sizeHintForColumn(0) + 32)
        self._completer.complete(place)

    def _insert(self, word: str) -> None:
        before = self._field.text()[: self._field.cursorPosition()]
        after = self._field.text()[len(before) :]
        kept = before[: len(before) - len(self._last_word())]
        ending = "" if word.endswith((":", "：")) else " "
        self._field.setText(kept + word + ending + after)
        self._field.setCursorPosition(len(kept + word + ending))

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
