# SPDX-License-Identifier: MIT
"""A long list of articles by their ids: rows are read from the catalogue when they come into view."""

from __future__ import annotations

from array import array
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, overload

if TYPE_CHECKING:
    from reader.core.library import ArticleQuery, ListedArticle

CHUNK = 64  # rows read at once: two screens of the densest list
_KEPT = 48  # chunks
_IN_USE = 3  # of them

Load = Callable[[Sequence[int]], Sequence["ListedArticle"]]
Ask = Callable[["ArticleQuery"], Iterable[int]]
"""The ids of what the whole library has for a question."""


class LazyArticles(Sequence["ListedArticle"]):
    """Looks like a tuple of articles; holds eight bytes for each, and the rows around what is shown."""

    def __init__(
        self,
        ids: array[int],
        load: Load,
        grouping: str = "none",
        sizes: Iterable[tuple[str, int]] = (),
        ask: Ask | None = None,
    ) -> None:
        self.ids = ids
        self._ask = ask
        self.grouping = grouping  # what they stand in groups by
        self.groups = dict(_first_rows(sizes))  # what each of them shares, by its first row
        self._load = load
        self._chunks: OrderedDict[int, dict[int, ListedArticle]] = OrderedDict()
        self._by_key: dict[str, int] = {}  # ids of articles that were read
        self._changed: dict[int, ListedArticle] = {}
        self._row_found: dict[int, int | None] = {}  # of ids that were asked for

    def prime(self, chunks: Mapping[int, Sequence[ListedArticle]]) -> None:
        """Take rows that were read with the ids."""
        for number, articles in chunks.items():
            if articles:
                self._keep(number, articles)

    def in_use(self) -> list[int]:
        """The chunks that were looked at last: those in view, and that of the selected row."""
        return list(self._chunks)[-_IN_USE:]

    def __len__(self) -> int:
        return len(self.ids)

    @overload
    def __getitem__(self, at: int) -> ListedArticle: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[ListedArticle]: ...

    def __getitem__(self, at: int | slice) -> ListedArticle | Sequence[ListedArticle]:
        if isinstance(at, slice):
            return tuple(self[row] for row in range(*at.indices(len(self))))
        row = range(len(self))[at]
        identity = self.ids[row]
        known = self._changed.get(identity)
        return known if known is not None else self._chunk(row // CHUNK).get(identity) or _gone(identity)

    def __iter__(self) -> Iterator[ListedArticle]:
        return (self[row] for row in range(len(self)))

    def row_of(self, key: str) -> int | None:
        """The row of an article that was in view once."""
        identity = self._by_key.get(key)
        return None if identity is None else self.row_of_id(identity)

    def row_of_id(self, identity: int) -> int | None:
        """The row of an article by its number in the catalogue."""
        if identity not in self._row_found:
            self._row_found[identity] = self._found(identity)
        return self._row_found[identity]

    def shown(self) -> dict[int, ListedArticle]:
        """The articles of the chunks in use by their ids, as they are shown."""
        return {
            identity: self._changed.get(identity, article)
            for number in self.in_use()
            for identity, article in self._chunks[number].items()
        }

    def rows_unlike(self, before: LazyArticles) -> list[int]:
        """The rows that may look otherwise than in a list of the same articles that was shown before."""
        rows: list[int] = []
        for number in sorted(before._chunks):
            now, then = self._chunks.get(number, {}), before._chunks[number]
            first = number * CHUNK
            for row, identity in enumerate(self.ids[first : first + CHUNK], first):
                known, article = before._changed.get(identity) or then.get(identity), now.get(identity)
                if known is None or (known is not article and known != article):
                    rows.append(row)
        return rows

    def lists_the_same(self, other: LazyArticles) -> bool:
        """Whether these are the same rows in the same groups, whatever stands in them."""
        return (self.ids, self.grouping, self.groups) == (other.ids, other.grouping, other.groups)

    @property
    def can_ask(self) -> bool:
        """Whether the library answers where none of the rows was read."""
        return self._ask is not None

    def first_of(self, query: ArticleQuery, rows: Iterable[int]) -> int | None:
        """The first of these rows that answers a question; none of them is read for that."""
        wanted = frozenset(self._ask(query)) if self._ask is not None else ()
        return next((row for row in rows if self.ids[row] in wanted), None) if wanted else None

    def put(self, article: ListedArticle) -> None:
        """Show an article as it is now, where it stands."""
        self._changed[article.id] = article

    def _found(self, identity: int) -> int | None:
        """By bytes: `index` would make a number of every id before it, which takes three times as long."""
        whole, size = self.ids.tobytes(), self.ids.itemsize
        sought = array(self.ids.typecode, (identity,)).tobytes()
        at = whole.find(sought)
        while at > 0 and at % size:
            at = whole.find(sought, at + 1)
        return at // size if at >= 0 else None

    def _chunk(self, number: int) -> dict[int, ListedArticle]:
        chunk = self._chunks.get(number)
        if chunk is None:
            wanted = self.ids[number * CHUNK : (number + 1) * CHUNK]
            chunk = self._keep(number, self._load(wanted))
        else:
            self._chunks.move_to_end(number)
        return chunk

    def _keep(self, number: int, articles: Sequence[ListedArticle]) -> dict[int, ListedArticle]:
        chunk = self._chunks[number] = {article.id: article for article in articles}
        for article in articles:
            self._by_key[str(article.key)] = article.id
        if len(self._chunks) > _KEPT:
            self._chunks.popitem(last=False)
        return chunk


def _first_rows(sizes: Iterable[tuple[str, int]]) -> Iterator[tuple[int, str]]:
    row = 0
    for shared, size in sizes:
        yield row, shared
        row += size


def _gone(identity: int) -> ListedArticle:
    """What stands for an article that left the library since the list was made."""
    from reader.core.article import ArticleKey
    from reader.core.library import ListedArticle

    return ListedArticle(
        id=identity, key=ArticleKey(f"gone-{identity}"), path=Path("…"), title="…", authors=(), site=None,
        date=None, updated=None, categories=(), tags=(), words=0, reading_minutes=0, excerpt="", cover=None,
        lang=None, draft=False, format="", state="finished", starred=False, progress=0.0, opened_at=None,
        problems=0, folder_id=0, available=False,
    )  # fmt: skip


def with_known(
    shown: Mapping[int, ListedArticle], articles: Sequence[ListedArticle]
) -> tuple[ListedArticle, ...]:
    """What is as it is shown already is the very same, so that nobody compares it on the window's thread."""
    return tuple(old if (old := shown.get(each.id)) == each and old else each for each in articles)
