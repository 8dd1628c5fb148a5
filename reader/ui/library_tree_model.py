# SPDX-License-Identifier: MIT
"""The places of the library as one tree: fixed places, smart lists, categories, folders, names."""

from __future__ import annotations

import os
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QCoreApplication,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from reader.ui.elided_text import plain_line
from reader.ui.panel_content import Figures, PanelContent, Section
from reader.ui.places import Place, PlaceKind

if TYPE_CHECKING:
    from reader.core.library import CategoryNode, FolderNode, NamedCount
    from reader.ui.smart_list_shelf import CountedList

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_NOT_SHOWN = -1  # the row of what went
_PATH_LIMIT = 300  # characters of a tooltip


class RowKind(Enum):
    """What a row of the tree is."""

    FIXED = "fixed"
    SECTION = "section"
    BRANCH = "branch"
    NAME = "name"  # a tag, an author, a site, a language, a smart list


@dataclass
class TreeRow:
    """One row; rows refer to each other by number, so that a late index can never reach a dead one."""

    kind: RowKind
    name: str
    place: Place | None = None
    count: int = 0  # what stands at the end of the row
    articles: int = 0
    unread: int = 0
    is_away: bool = False  # a folder that cannot be reached now
    parent: int = 0
    row: int = 0
    depth: int = 0
    section: int = 0  # the heading that a row below it belongs to, where that has no children
    children: list[int] = field(default_factory=list)


class LibraryTreeModel(QAbstractItemModel):
    """Rows by number; row 0 is the invisible root."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[TreeRow] = [TreeRow(RowKind.SECTION, "")]
        self._numbers: dict[Place, int] = {}
        self._folded: set[Place] = set()
        self._order: list[int] = []  # the row of everything above the sections
        self._content: PanelContent | None = None
        self._spare: list[int] = []  # numbers of rows that went

    def change(self, content: PanelContent, *, names: bool = True) -> bool:
        """Show other counts and, with `names`, other tags and so on, without views losing their places.

        False, and nothing is changed, where other rows come or go.
        """
        before = self._content
        if before is None or not content.has_branches_of(before):
            return False
        sections, others = content.sections(), before.sections()
        if not all(map(_have_same_names, sections, others)) and not (
            names and self._keeps_headings(sections)
        ):
            return False
        changed = [
            self._count(number, new)
            for at, new in content.other_figures(before)
            if (number := self._order[at])
        ]
        for section, other in zip(sections, others, strict=True):
            changed += self._change_names(section, other[2])
        self._content = content
        self._tell(sorted(changed, key=lambda number: (self._rows[number].parent, self._rows[number].row)))
        return True

    def set_content(self, content: PanelContent) -> None:
        """Show other places; views have to find theirs again."""
        builder = _TreeBuilder()
        rows = builder.build(content)
        self.beginResetModel()
        self._rows, self._order, self._spare = rows, builder.order, []
        self._content = content
        self._numbers = {row.place: number for number, row in enumerate(rows) if row.place is not None}
        self.endResetModel()

    @property
    def size(self) -> int:
        """How many rows there are, also in closed branches."""
        return len(self._rows) - 1

    def row(self, index: Index) -> TreeRow | None:
        """The row at `index`."""
        return self._rows[index.internalId()] if index.isValid() else None

    def place(self, index: Index) -> Place | None:
        """The place at `index`, or None for a heading."""
        row = self.row(index)
        return row.place if row and row.kind is not RowKind.SECTION else None

    def branch(self, index: Index) -> Place | None:
        """What is opened and closed at `index`: a place, or a section that holds places."""
        row = self.row(index)
        return row.place if row else None

    def index_of(self, place: Place) -> QModelIndex:
        """Where `place` is; invalid if it is not there."""
        number = self._numbers.get(place)
        return QModelIndex() if number is None else self.createIndex(self._rows[number].row, 0, number)

    def is_library_folder(self, place: Place) -> bool:
        """Whether `place` is a folder that was taken into the library, not one inside it."""
        number = self._numbers.get(place)
        return place.kind is PlaceKind.FOLDER and number is not None and self._rows[number].depth == 0

    def fold(self, place: Place, *, on: bool) -> None:
        """Note that a section without children of its own is folded, or open again."""
        (self._folded.add if on else self._folded.discard)(place)
        index = self.index_of(place)
        if index.isValid():
            self.dataChanged.emit(index, index)

    @property
    def folded(self) -> list[Place]:
        """The sections that are folded, also those not there now."""
        return sorted(self._folded, key=lambda place: place.key)

    def is_folded(self, index: Index) -> bool:
        """Whether the section at `index`, or the one that the row at `index` belongs to, is folded."""
        row = self.row(index)
        heading = self._rows[row.section] if row is not None and row.section else row
        return heading is not None and heading.place in self._folded

    def section_of(self, index: Index) -> QModelIndex:
        """The heading that a row below it belongs to; invalid for other rows."""
        row = self.row(index)
        if row is None or not row.section:
            return QModelIndex()
        return self.createIndex(self._rows[row.section].row, 0, row.section)

    def siblings(self, place: Place) -> list[Place]:
        """The places that `place` can be put in order with: smart lists, or library folders."""
        is_list = place.kind is PlaceKind.SMART_LIST and place in self._numbers
        if not is_list and not self.is_library_folder(place):
            return []
        tops = (self._rows[number] for number in self._rows[0].children)
        return [row.place for row in tops if row.place is not None and row.place.kind is place.kind]

    def indexes(self) -> Iterable[tuple[int, QModelIndex]]:
        """Every row with its number, parents before children."""
        return (
            (number, self.createIndex(row.row, 0, number))
            for number, row in enumerate(self._rows)
            if number and row.row != _NOT_SHOWN
        )

    def named(self, words: str) -> set[int]:
        """The rows whose name contains `words`, with all that they lie in and their headings."""
        found: set[int] = set()
        for number, row in enumerate(self._rows):
            if number and row.kind is not RowKind.SECTION and words in row.name.casefold():
                while number:
                    found.update((number, self._rows[number].section))
                    number = self._rows[number].parent
        found.discard(0)
        return found

    def index(self, row: int, column: int, parent: Index = _NOWHERE) -> QModelIndex:
        children = self._rows[parent.internalId() if parent.isValid() else 0].children
        if column != 0 or not 0 <= row < len(children):
            return QModelIndex()
        return self.createIndex(row, 0, children[row])

    def parent(self, child: Index = _NOWHERE) -> QModelIndex:  # type: ignore[override]
        if not child.isValid():
            return QModelIndex()
        number = self._rows[child.internalId()].parent
        return self.createIndex(self._rows[number].row, 0, number) if number else QModelIndex()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return len(self._rows[parent.internalId() if parent.isValid() else 0].children)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.column() > 0 else 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        row = self.row(index)
        if row is None or (row.kind is RowKind.SECTION and not row.children and not self.is_folded(index)):
            return Qt.ItemFlag.NoItemFlags  # the keyboard passes over it
        if row.kind is RowKind.SECTION:
            return Qt.ItemFlag.ItemIsEnabled
        movable = row.place is not None and len(self.siblings(row.place)) > 1
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsDragEnabled if movable else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row(index)
        if row is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return row.name
        if role == Qt.ItemDataRole.ToolTipRole and row.kind in (RowKind.BRANCH, RowKind.NAME):
            return "\n".join(filter(None, (_full_name(row), _spoken_counts(row), _away_sentence(row))))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            if row.kind is RowKind.SECTION:
                closed = QCoreApplication.translate("LibraryPanel", "{0}, closed")
                return closed.format(row.name) if self.is_folded(index) else row.name
            return ", ".join(filter(None, (row.name, _spoken_counts(row), away_word(row))))
        return None

    def _count(self, number: int, figures: Figures) -> int:
        row = self._rows[number]
        row.count, row.articles, row.unread, row.is_away = figures
        return number

    def _tell(self, changed: Iterable[int]) -> None:
        """Which rows look otherwise now; neighbours in one word, since a tree measures all between."""
        runs: list[tuple[int, int, int]] = []  # branch, first and last row
        for number in changed:
            row = self._rows[number]
            if runs and runs[-1][0] == row.parent and runs[-1][2] + 1 == row.row:
                runs[-1] = (row.parent, runs[-1][1], row.row)
            else:
                runs.append((row.parent, row.row, row.row))
        for parent, first, last in runs:
            children = self._rows[parent].children
            begin = self.createIndex(first, 0, children[first])
            self.dataChanged.emit(begin, self.createIndex(last, 0, children[last]))

    def _keeps_headings(self, sections: Sequence[Section]) -> bool:
        return all((Place(holder) in self._numbers) == bool(names) for holder, _, names in sections)

    def _change_names(self, section: Section, before: Sequence[NamedCount]) -> Iterable[int]:
        """Other tags, authors and so on under a heading that stays; which rows look otherwise."""
        holder, kind, names = section
        heading = self._numbers.get(Place(holder))
        if heading is None or names == before:
            return ()
        children, there = self._rows[heading].children, len(before)
        gone = {each.name for each in before} - {each.name for each in names}
        for name in gone:
            self._numbers.pop(Place(kind, (name,)), None)
        self._resize(heading, len(names))
        changed: list[int] = []
        for at, (number, each) in enumerate(zip(children, names, strict=True)):
            old = before[at] if at < there else None
            if old == each:
                continue
            if old is None or old.name != each.name:
                row = self._rows[number]
                row.place = Place(kind, (each.name,))
                row.name = row.place.name
                self._numbers[row.place] = number
            changed.append(self._count(number, (each.articles, each.articles, each.articles, False)))
        return changed

    def _resize(self, heading: int, size: int) -> None:
        """So many rows under a heading; who they are is said afterwards."""
        above = self._rows[heading]
        there = len(above.children)
        index = self.createIndex(above.row, 0, heading)
        if size < there:
            self.beginRemoveRows(index, size, there - 1)
            for number in above.children[size:]:
                self._spare.append(number)
                self._rows[number] = TreeRow(RowKind.SECTION, "", row=_NOT_SHOWN)
            del above.children[size:]
            self.endRemoveRows()
        elif size > there:
            self.beginInsertRows(index, there, size - 1)
            for at in range(there, size):
                row = TreeRow(RowKind.NAME, "", parent=heading, row=at)
                if self._spare:
                    above.children.append(self._spare.pop())
                    self._rows[above.children[-1]] = row
                else:
                    above.children.append(len(self._rows))
                    self._rows.append(row)
            self.endInsertRows()


class _TreeBuilder:
    """Lays the places out as numbered rows."""

    def __init__(self) -> None:
        self._rows: list[TreeRow] = [TreeRow(RowKind.SECTION, "")]
        self._section = 0
        self.order: list[int] = []  # the row of everything above the sections; 0: what came twice

    def build(self, content: PanelContent) -> list[TreeRow]:
        self._add_fixed(content.fixed())
        if content.smart_lists:
            self._begin(PlaceKind.SMART_LISTS)
            self._add_smart_lists(content.smart_lists)
        if content.categories:
            self._begin(PlaceKind.CATEGORIES)
            self._add_categories(content.categories)
        if content.folders:
            self._begin(PlaceKind.FOLDERS)
            self._add_folders(content.folders)
        self._section = 0
        self._add_sections(content.sections())
        return self._rows

    def _add(self, row: TreeRow, parent: int = 0) -> int:
        number = len(self._rows)
        above = self._rows[parent]
        row.parent, row.row = parent, len(above.children)
        row.depth = above.depth + 1 if parent and above.kind is not RowKind.SECTION else 0
        row.section = 0 if parent else self._section
        above.children.append(number)
        self._rows.append(row)
        return number

    def _add_fixed(self, fixed: Sequence[tuple[Place, int]]) -> None:
        for place, count in fixed:
            self.order.append(self._add(TreeRow(RowKind.FIXED, place.name, place, count, count)))

    def _begin(self, kind: PlaceKind) -> None:
        """A heading whose rows follow it, so that their branches start at the edge."""
        self._section = 0
        place = Place(kind)
        self._section = self._add(TreeRow(RowKind.SECTION, place.name, place))

    def _add_smart_lists(self, smart_lists: Sequence[CountedList]) -> None:
        for each in smart_lists:
            place = Place(PlaceKind.SMART_LIST, (each.id,), each.name)
            row = TreeRow(RowKind.NAME, place.name, place, each.count, each.count, each.count)
            self.order.append(self._add(row))

    def _add_categories(self, categories: Sequence[CategoryNode]) -> None:
        numbers: dict[tuple[str, ...], int] = {(): 0}
        order = [0] * len(categories)
        for at, node in sorted(enumerate(categories), key=lambda each: len(each[1].path)):
            path = tuple(node.path)
            if not path or path in numbers:
                continue
            place = Place(PlaceKind.CATEGORY, path)
            row = TreeRow(RowKind.BRANCH, place.name, place, node.unread, node.articles, node.unread)
            order[at] = numbers[path] = self._add(row, numbers.get(path[:-1], 0))
        self.order += order

    def _add_folders(self, folders: Sequence[FolderNode]) -> None:
        """By the text of their paths: comparing paths takes ten times as long."""
        known = {str(node.path) for node in folders}
        above = {path: _nearest_above(path, known) for path in known}
        numbers: dict[str, int] = {}
        order = [0] * len(folders)

        def depth(path: str) -> int:
            around = above[path]
            return depth(around) + 1 if around else 0

        for at, node in sorted(enumerate(folders), key=lambda each: depth(str(each[1].path))):
            path = str(node.path)
            if path in numbers:
                continue
            place = Place(PlaceKind.FOLDER, node.path)
            row = TreeRow(RowKind.BRANCH, place.name, place, node.unread, node.articles, node.unread)
            row.is_away = not node.available
            order[at] = numbers[path] = self._add(row, numbers.get(above[path], 0))
        self.order += order

    def _add_sections(self, sections: Sequence[Section]) -> None:
        for section, kind, names in sections:
            if not names:
                continue
            holder = Place(section)
            above = self._add(TreeRow(RowKind.SECTION, holder.name, holder))
            for each in names:
                place = Place(kind, (each.name,))
                row = TreeRow(RowKind.NAME, place.name, place, each.articles, each.articles, each.articles)
                self._add(row, above)


def _nearest_above(path: str, known: Container[str]) -> str:
    """The nearest of the folders that a folder lies in; empty where there is none."""
    above = os.path.split(path)[0]
    while above not in known:
        path, above = above, os.path.split(above)[0]
        if path == above:
            return ""
    return above if above != path else ""


def _have_same_names(section: Section, other: Section) -> bool:
    names, others = section[2], other[2]
    return names == others or [each.name for each in names] == [each.name for each in others]


def _full_name(row: TreeRow) -> str:
    """Of a library folder the whole path: several may have the same name."""
    place = row.place
    if place is None or place.kind is not PlaceKind.FOLDER or row.depth:
        return row.name
    return plain_line(str(place.value), _PATH_LIMIT)


def away_word(row: TreeRow) -> str:
    """What stands in the place of the count of a folder that cannot be reached; else nothing."""
    return QCoreApplication.translate("LibraryPanel", "not available") if row.is_away else ""


def _away_sentence(row: TreeRow) -> str:
    if not row.is_away:
        return ""
    return QCoreApplication.translate(
        "Sentences", "The folder cannot be reached now; its articles stay listed."
    )


def _spoken_counts(row: TreeRow) -> str:
    if row.kind in (RowKind.FIXED, RowKind.NAME):
        return QLocale().toString(row.count)
    sentence = QCoreApplication.translate("LibraryPanel", "{0} unread of {1}")
    return sentence.format(QLocale().toString(row.unread), QLocale().toString(row.articles))
