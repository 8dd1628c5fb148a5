# SPDX-License-Identifier: MIT
"""Two versions side by side as rows of a table; long stretches in which nothing differs are folded."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from reader.core.versions import Comparison, Piece, RowKind, VersionRow, changed_words

BEFORE, SIGN, AFTER = range(3)
"""The columns."""
CONTEXT = 1  # paragraphs beside a difference that stay in sight
_WORTH_FOLDING = 3
_SPOKEN = 600  # characters
_NOWHERE = QModelIndex()
translate = QCoreApplication.translate
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Fold:
    """Paragraphs without a difference that are out of sight: the first, and so many."""

    first: int
    count: int


Item = VersionRow | Fold


class VersionsModel(QAbstractTableModel):
    """Rows of a comparison; says what each shows and where the differences begin."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[VersionRow, ...] = ()
        self._shown: list[int | Fold] = []  # numbers of rows
        self._opened: set[int] = set()  # folds, by their first row
        self._places: dict[int, int] = {}

    def show_comparison(self, comparison: Comparison) -> None:
        """Replace all rows."""
        self.beginResetModel()
        self._rows = comparison.rows
        self._opened.clear()
        self._arrange()
        self.endResetModel()

    def set_folded(self, on: bool) -> None:
        """Fold everything that is the same, or show all of it."""
        self.beginResetModel()
        self._opened = set() if on else {-1}
        self._arrange()
        self.endResetModel()

    def unfold(self, fold: Fold) -> None:
        """Show the paragraphs of one fold."""
        self.beginResetModel()
        self._opened.add(fold.first)
        self._arrange()
        self.endResetModel()

    def item(self, place: int) -> Item | None:
        """What stands at a place of the table."""
        if not 0 <= place < len(self._shown):
            return None
        shown = self._shown[place]
        return shown if isinstance(shown, Fold) else self._rows[shown]

    def place_of(self, row: int) -> int | None:
        """Where a row of the comparison stands, if it is in sight."""
        return self._places.get(row)

    def pieces(self, row: VersionRow, column: int) -> tuple[Piece, ...]:
        """The text of one side, with the words marked that the other side does not have."""
        mine, other = (row.before, row.after) if column == BEFORE else (row.after, row.before)
        if mine is None:
            return ()
        if row.partner is not None:
            partner = self._rows[row.partner]
            other = partner.after if column == BEFORE else partner.before
        if other is None or row.kind is RowKind.SAME:
            return (Piece(mine, False),)
        before, after = (mine, other) if column == BEFORE else (other, mine)
        return _marked(before, after)[0 if column == BEFORE else 1]

    def differences(self) -> list[int]:
        """The places at which something begins to differ."""
        places: list[int] = []
        last = False
        for place in range(len(self._shown)):
            item = self.item(place)
            differs = isinstance(item, VersionRow) and item.differs
            if differs and not last:
                places.append(place)
            last = differs
        return places

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else 3

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.DisplayRole):
            item = self.item(index.row())
            return None if item is None else spoken(item, index.column())
        return None

    def _arrange(self) -> None:
        self._shown = []
        start = 0
        while start < len(self._rows):
            end = start
            while end < len(self._rows) and not self._rows[end].differs:
                end += 1
            self._put_same(start, end)
            if end < len(self._rows):
                self._shown.append(end)
            start = end + 1
        self._places = {row: place for place, row in enumerate(self._shown) if not isinstance(row, Fold)}

    def _put_same(self, start: int, end: int) -> None:
        head = start + (CONTEXT if start else 0)
        tail = end - (CONTEXT if end < len(self._rows) else 0)
        is_open = -1 in self._opened or head in self._opened
        if is_open or tail - head < _WORTH_FOLDING:
            self._shown += range(start, end)
            return
        self._shown += [*range(start, head), Fold(head, tail - head), *range(tail, end)]


def label(row: VersionRow) -> str:
    """What became of a paragraph, in words; empty where nothing did."""
    labels = {
        RowKind.CHANGED: translate("Versions", "Changed"),
        RowKind.REMOVED: translate("Versions", "Removed"),
        RowKind.ADDED: translate("Versions", "Added"),
    }
    if row.kind in labels:
        return labels[row.kind]
    if row.kind is RowKind.MOVED_AWAY:
        return translate("Versions", "Moved elsewhere")
    return translate("Versions", "Moved here") if row.kind is RowKind.MOVED_HERE else ""


def sign(row: VersionRow) -> str:
    """The sign between the two sides."""
    return _SIGNS[row.kind]


def fold_words(fold: Fold) -> str:
    """What stands for a fold."""
    return translate("Versions", "%Ln paragraphs are the same", "", fold.count)


def spoken(item: Item, column: int) -> str:
    """What a screen reader says of a cell."""
    if isinstance(item, Fold):
        return fold_words(item)
    text = item.before if column == BEFORE else item.after if column == AFTER else None
    if column == SIGN:
        return label(item)
    return (text or translate("Versions", "Not in this version"))[:_SPOKEN]


_SIGNS = {
    RowKind.SAME: "",
    RowKind.CHANGED: "≠",
    RowKind.REMOVED: "−",
    RowKind.ADDED: "+",
    RowKind.MOVED_AWAY: "↕",
    RowKind.MOVED_HERE: "↕",
}


@lru_cache(maxsize=256)
def _marked(before: str, after: str) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    return changed_words(before, after)
