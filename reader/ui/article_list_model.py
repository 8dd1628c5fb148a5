# SPDX-License-Identifier: MIT
"""The articles of one place as rows; narrowed by a word in their titles."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from itertools import chain, islice
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any
from unicodedata import normalize

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QLocale,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QUrl,
)

from reader.ui.article_groups import Grouping, grouped
from reader.ui.article_sources import source_of
from reader.ui.elided_text import plain_line
from reader.ui.lazy_articles import LazyArticles
from reader.ui.problem_rows import is_problem

if TYPE_CHECKING:
    from reader.core.library import ArticleQuery, ListedArticle
    from reader.ui.copy_groups import GroupOfCopies
    from reader.ui.search_hits import ListHits, RowHit

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_FEW = 20  # rows that are told one by one
_NEAR = 500  # rows of a long list that are read to find one
_NAME_LIMIT = 300  # characters a screen reader or a tooltip is given


class ArticleListModel(QAbstractTableModel):
    """One column over a tuple of articles, or several: a row costs nothing until it is looked at."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: Sequence[ListedArticle] = ()
        self._shown: Sequence[ListedArticle] = ()
        self._filter = ""
        self._grouping = Grouping.NONE
        self._in_columns = False
        self._width = 1  # columns
        self._backwards = False
        self._groups: Mapping[int, str] = {}  # key of each group by its first row
        self._copies: Mapping[int, GroupOfCopies] = {}  # by the id of each of them
        self._hits: ListHits | None = None  # shown instead of the place's articles
        self._notes: Mapping[str, RowHit] = {}
        self._titles: list[str] | None = None  # folded, beside `_all`
        self._rows: dict[str, int] | None = None  # by key, into `_shown`

    def set_columns(self, *, on: bool) -> None:
        """Give each fact of an article a column of its own, or all of them one."""
        self.beginResetModel()
        self._in_columns = on
        self._width = len(_columns().Column) if on else 1
        self.endResetModel()

    @property
    def in_columns(self) -> bool:
        """Whether there are several columns."""
        return self._in_columns

    @property
    def articles(self) -> Sequence[ListedArticle]:
        """The articles shown, in order."""
        return self._shown

    @property
    def total(self) -> int:
        """How many articles there are before narrowing."""
        return len(self._all)

    def shows_the_same(self, articles: Sequence[ListedArticle]) -> bool:
        """Whether these are the rows that stand here already, with other words in them at most."""
        shown = self._shown
        if self._all is not shown:
            return False
        if isinstance(articles, LazyArticles) and isinstance(shown, LazyArticles):
            return shown.lists_the_same(articles)
        if self._groups:
            return False
        if isinstance(articles, LazyArticles) or isinstance(shown, LazyArticles):
            return False
        return bool(shown) and [each.id for each in shown] == [each.id for each in articles]

    def renew(self, articles: Sequence[ListedArticle]) -> None:
        """Show the same articles as they are now, without a row coming or going."""
        before = self._shown
        self._titles = self._rows = None
        if isinstance(articles, LazyArticles) and isinstance(before, LazyArticles):
            self._all = self._shown = articles
            rows = articles.rows_unlike(before)
        else:
            self._all = self._shown = tuple(articles)
            pairs = enumerate(zip(before, self._shown, strict=True))
            rows = [row for row, (one, other) in pairs if one != other]
        if len(rows) > _FEW:
            self._say_changed(rows[0], rows[-1])
            return
        for row in rows:
            self._say_changed(row, row)

    def set_articles(self, articles: Sequence[ListedArticle]) -> None:
        """Replace all rows."""
        self._titles = None
        self._show(articles if isinstance(articles, LazyArticles) else tuple(articles))

    @property
    def hits(self) -> ListHits | None:
        """What a search found, while that is shown."""
        return self._hits

    def hit(self, key: str) -> RowHit | None:
        """What the search found in the article `key`, or what else is to be said of it."""
        return self._hits.rows.get(key) if self._hits else self._notes.get(key)

    def set_notes(self, notes: Mapping[str, RowHit]) -> None:
        """Say something of articles, by key, where their excerpt stands."""
        if notes or self._notes:
            self._notes = notes
            self._say_changed(0, len(self._shown) - 1)

    def set_hits(self, hits: ListHits | None) -> None:
        """Show what a search found instead of the place's articles; None brings these back."""
        self._hits = hits
        self._show(self._all)

    def add_hits(self, hits: ListHits) -> None:
        """Show more of the same search below."""
        before = self._hits
        if before is None or before.query != hits.query:
            return
        if not hits.articles:
            self._hits = dataclasses.replace(before, asked=hits.asked)
            return
        first = len(self._shown)
        self.beginInsertRows(QModelIndex(), first, first + len(hits.articles) - 1)
        self._hits = dataclasses.replace(
            hits,
            articles=before.articles + hits.articles,
            rows={**before.rows, **hits.rows},
        )
        self._shown = self._hits.articles
        self._rows = None
        self.endInsertRows()

    def set_filter(self, text: str) -> None:
        """Show only articles whose title contains every word of `text`, in any case and width."""
        folded = " ".join(_folded(text).split())
        if folded != self._filter:
            self._filter = folded
            self._show(self._all)

    @property
    def grouping(self) -> Grouping:
        """What the groups are made by."""
        return Grouping.COPIES if self._copies else self._grouping

    @property
    def groups(self) -> Mapping[int, str]:
        """The key of each group by its first row."""
        return self._groups

    def set_grouping(self, grouping: Grouping, *, backwards: bool = False) -> None:
        """Show the articles in groups, or in none."""
        if (grouping, backwards) != (self._grouping, self._backwards):
            self._grouping, self._backwards = grouping, backwards
            self._show(self._all)

    @property
    def copies(self) -> Mapping[int, GroupOfCopies]:
        """The versions of one article that stand under a heading, by the id of each."""
        return self._copies

    def set_copies(self, groups: Mapping[int, GroupOfCopies]) -> None:
        """Show versions of one article under a heading: by the id of each; none ends that."""
        if groups != self._copies:
            self._copies = groups
            self._show(self._all)

    def article(self, row: int) -> ListedArticle | None:
        """The article in `row`, or None beyond the ends."""
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def row_of(self, key: str) -> int | None:
        """The row that shows the article `key`."""
        if isinstance(self._shown, LazyArticles):
            return self._shown.row_of(key)
        if self._rows is None:
            self._rows = {str(article.key): row for row, article in enumerate(self._shown)}
        return self._rows.get(key)

    def row_of_article(self, article: ListedArticle) -> int | None:
        """The row that shows an article, also one of another list."""
        if isinstance(self._shown, LazyArticles):
            return self._shown.row_of_id(article.id)
        return self.row_of(str(article.key))

    def seek(self, start: int, holds: Callable[[ListedArticle], bool], query: ArticleQuery) -> int | None:
        """The first row from `start` on, then from the top, whose article is one that `query` finds, too.

        A long list is read only near by; farther away the catalogue is asked instead.
        """
        shown, count = self._shown, len(self._shown)
        rows = chain(range(start, count), range(min(start, count)))
        far = shown if isinstance(shown, LazyArticles) and shown.can_ask else None
        for row in islice(rows, _NEAR) if far is not None else rows:
            if holds(shown[row]):
                return row
        return None if far is None else far.first_of(query, rows)

    def identities(self, rows: Sequence[int]) -> Sequence[int]:
        """The ids of the articles in `rows`."""
        if isinstance(self._shown, LazyArticles):
            ids = self._shown.ids
            return ids[rows.start : rows.stop] if isinstance(rows, range) else [ids[row] for row in rows]
        return [self._shown[row].id for row in rows]

    def rows_of(self, identities: Sequence[int]) -> list[int]:
        """The rows that show the articles with these ids."""
        shown = self._shown
        ids = shown.ids if isinstance(shown, LazyArticles) else [article.id for article in shown]
        wanted = set(identities)
        return [row for row, identity in enumerate(ids) if identity in wanted]

    def mark(self, key: str, **changes: Any) -> ListedArticle | None:
        """Change fields of one article where it stands; returns it as it is now."""
        row = self.row_of(key)
        if row is None:
            if not isinstance(self._all, LazyArticles):
                self._all = tuple(dataclasses.replace(a, **changes) if a.key == key else a for a in self._all)
            return None
        old = self._shown[row]
        new = dataclasses.replace(old, **changes)
        if new != old:
            self._replace(row, new)
            if self._hits is not None:
                self._hits = dataclasses.replace(self._hits, articles=tuple(self._shown))
            self._say_changed(row, row)
        return new

    def mark_hits(self, changes: Mapping[Path, Mapping[str, Any]]) -> None:
        """Change fields of many articles where a search shows them."""
        if self._hits is not None:
            found = self._hits.articles
            self._shown = tuple(dataclasses.replace(a, **changes.get(a.path, {})) for a in found)
            self._hits = dataclasses.replace(self._hits, articles=self._shown)
            self._say_changed(0, len(self._shown) - 1)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else self._width

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Vertical or not self._in_columns:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return _columns().column_name(_columns().Column(section))
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if index.column() > 0 and role in _TOLD:
            article = self.article(index.row())
            if article is None:
                return None
            column = _columns().Column(index.column())
            return _columns().cell_text(article, column, QLocale(), date.today()) or None
        article = self.article(index.row()) if role in _TOLD_OF_ROWS else None
        if article is None:
            return None
        title, note = plain_line(article.title, _NAME_LIMIT), self._note(article)
        if role == Qt.ItemDataRole.DisplayRole:
            return title
        if role == Qt.ItemDataRole.ToolTipRole:
            away = "" if article.available else not_available()
            return "\n".join(filter(None, (title, away, note)))
        return f"{spoken_row(article)}, {note}" if note else spoken_row(article)

    def _note(self, article: ListedArticle) -> str:
        """What is said of an article, which some rows have no room for."""
        note = self._notes.get(article.key) if self._hits is None else None
        return plain_line(note.snippet, _NAME_LIMIT) if note is not None else ""

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return _FLAGS

    def mimeTypes(self) -> list[str]:
        return ["text/uri-list"]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        data = QMimeData()
        found = [self.article(row) for row in sorted({index.row() for index in indexes})]
        data.setUrls(
            [
                QUrl.fromLocalFile(str(article.path))
                for article in found
                if article and not is_problem(article)
            ]
        )
        return data

    def supportedDragActions(self) -> Qt.DropAction:
        return Qt.DropAction.CopyAction  # an article is never moved out of its folder

    def _say_changed(self, first: int, last: int) -> None:
        self.dataChanged.emit(self.index(first, 0), self.index(last, self.columnCount() - 1))

    def _replace(self, row: int, new: ListedArticle) -> None:
        whole = self._all is self._shown
        if isinstance(self._shown, LazyArticles):
            self._shown.put(new)
        else:
            self._shown = (*self._shown[:row], new, *self._shown[row + 1 :])
        if isinstance(self._all, LazyArticles):
            self._all.put(new)
        else:
            self._all = self._shown if whole else tuple(new if a.key == new.key else a for a in self._all)

    def _show(self, articles: Sequence[ListedArticle]) -> None:
        self.beginResetModel()
        self._all = articles
        if self._hits is not None:
            self._shown, self._groups = self._hits.articles, {}
        else:
            self._shown, self._groups = self._narrowed(), {}
            if self._copies:
                self._groups = self._copy_groups()
            elif isinstance(self._shown, LazyArticles):
                if self._shown.grouping == self._grouping:  # else such a list is on its way
                    self._groups = self._shown.groups
            elif self._grouping is not Grouping.NONE:
                self._shown, self._groups = grouped(self._shown, self._grouping, backwards=self._backwards)
        self._rows = None
        self.endResetModel()

    def _copy_groups(self) -> dict[int, str]:
        groups: dict[int, str] = {}
        last: GroupOfCopies | None = None
        for row, identity in enumerate(self.identities(range(len(self._shown)))):
            group = self._copies.get(identity)
            if group is not None and group != last:
                groups[row] = group.heading
            last = group
        return groups

    def _narrowed(self) -> Sequence[ListedArticle]:
        if not self._filter:
            return self._all
        if self._titles is None:
            self._titles = [_folded(article.title) for article in self._all]
        words = self._filter.split(" ")
        first = [pair for pair in zip(self._titles, self._all, strict=True) if words[0] in pair[0]]
        return tuple(article for title, article in first if all(word in title for word in words[1:]))


_FLAGS = (
    Qt.ItemFlag.ItemIsEnabled
    | Qt.ItemFlag.ItemIsSelectable
    | Qt.ItemFlag.ItemIsDragEnabled
    | Qt.ItemFlag.ItemNeverHasChildren
)
_TOLD_OF_ROWS = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
)
_TOLD = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
)


def _columns() -> ModuleType:
    """Only who looks at columns pays for them."""
    from reader.ui import article_columns

    return article_columns


def _folded(text: str) -> str:
    return text.lower() if text.isascii() else normalize("NFKC", text).casefold()


def not_available() -> str:
    """What is said of an article whose folder cannot be reached."""
    return QCoreApplication.translate("ArticleList", "Not available now")


def spoken_row(article: ListedArticle) -> str:
    """What a screen reader says of a row: title, state, source."""
    translate = QCoreApplication.translate
    said = [plain_line(article.title, _NAME_LIMIT)]
    if article.state == "new" or article.state == "unread":
        said.append(translate("ArticleList", "unread"))
    elif article.state == "reading":
        said.append(translate("ArticleList", "in progress"))
    elif article.state == "finished":
        said.append(translate("ArticleList", "finished"))
    if article.pictures:
        from reader.ui.missing_pictures import pictures_in_words

        said.append(pictures_in_words(article))
    if article.starred:
        said.append(translate("ArticleList", "starred"))
    said.append(source_of(article))
    if not article.available:
        said.append(not_available())
    return ", ".join(part for part in said if part)
