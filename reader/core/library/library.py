# SPDX-License-Identifier: MIT
"""The library: folders, their articles and what was done with them. One instance per thread."""

from __future__ import annotations

import os
from array import array
from collections.abc import Callable, Generator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from reader.core.article import ArticleKey, CategoryRule, Dialect, ReadOptions, article_key
from reader.core.database import database_errors, is_damage, transaction
from reader.core.errors import LibraryError
from reader.core.library import queries
from reader.core.library.catalogue import discard_catalogue, open_catalogue
from reader.core.library.listing import (
    ArticleQuery,
    CategoryNode,
    CopyNote,
    Counts,
    Facets,
    FolderNode,
    FolderRules,
    LibraryFolder,
    ListedArticle,
    ListedProblem,
    ScanProgress,
    ScanReport,
)
from reader.core.presence import is_folder
from reader.core.settings import ChosenFolder, ReadingStates

if TYPE_CHECKING:
    import sqlite3

    from reader.core.library.catalogue_search import CatalogueSearch
    from reader.core.library.picture_notes import PictureNotes
    from reader.core.library.scopes import Scope
    from reader.core.library.search.index import SearchIndex
    from reader.core.library.search.results import SearchPage
    from reader.core.settings import Highlight, Recognition
    from reader.core.settings.overrides import Overrides


class Library:
    """Everything the reader knows of the folders it was given; opens its files when first asked.

    Several processes and threads may each have their own: readers see what a scan has committed.
    """

    def __init__(
        self,
        catalogue: Path,
        states: ReadingStates,
        index: Path | None = None,
        *,
        workers: int | None = None,  # processes that read many files; None: as this machine bears
    ) -> None:
        self.catalogue = catalogue
        self.states = states
        self._index_folder = index or catalogue.with_name("search")
        self._search_index: SearchIndex | None = None
        self._workers = workers
        self._links = -1  # until a scan of everything has counted them
        self._opened: sqlite3.Connection | None = None
        self._file: tuple[int, int] | None = None
        self._damaged = False
        self._searching: CatalogueSearch | None = None  # in what is opened

    @property
    def thumbnails(self) -> Path:
        """The folder of the cache in which covers are kept that were made small."""
        return self.catalogue.with_name("thumbnails")

    def folders(self) -> tuple[LibraryFolder, ...]:
        """The library folders, in the order they were added."""
        return tuple(self._library_folder(folder) for folder in self.states.folders.all())

    def add_folder(
        self, path: Path, dialect: Dialect | None = None, category_rule: CategoryRule | None = None
    ) -> LibraryFolder:
        """Takes a folder into the library; its articles appear with the next scan."""
        if not is_folder(path):
            what = "is not a folder" if os.path.lexists(path) else "does not exist"
            raise LibraryError(f"{path} {what}; give the folder that holds the articles.")
        if not os.access(path, os.R_OK | os.X_OK):
            raise LibraryError(f"{path} may not be read; check its permissions.")
        known = {folder.path for folder in self.states.folders.all()}
        folder = self.states.folders.add(path, dialect, category_rule)
        if folder.path in known and (dialect or category_rule):
            self._read_again(folder.id)
        return self._library_folder(folder)

    def remove_folder(self, path: Path) -> None:
        """Takes a folder out; its files and what was read of them stay as they are."""
        absolute = Path(os.path.abspath(path))
        known = {folder.path: folder for folder in self.states.folders.all()}
        if absolute not in known:
            raise LibraryError(f"{path} is not a folder of the library.")
        self.states.folders.remove(absolute)
        with self._errors(), transaction(self._connection):
            self._connection.execute("DELETE FROM article WHERE folder_id = ?", (known[absolute].id,))

    def set_folder_rules(self, path: Path, dialect: Dialect, category_rule: CategoryRule) -> LibraryFolder:
        """Changes how the articles of a folder are to be read, from the next scan on."""
        return self.add_folder(path, dialect, category_rule)

    def folder_rules(self, path: Path) -> FolderRules:
        """How the library folder at `path` is read, and what its tree looks like."""
        from reader.core.formats import folder_dialect, forget_sites

        folder = next((each for each in self.states.folders.all() if each.path == path), None)
        if folder is None:
            raise LibraryError(f"{path} is not a folder of the library.")
        forget_sites()
        return FolderRules(folder.path, folder.dialect, folder.category_rule, folder_dialect(folder.path))

    def options_for(self, path: Path) -> ReadOptions:
        """How to read the article at `path`: by the library folder it lies in, and as was said of it."""
        folder = self.states.folders.containing(path)
        options = ReadOptions()
        if folder is not None:
            options = ReadOptions(folder.dialect, folder.category_rule, None, folder.path)
        return self.overrides(path).applied_to(options)

    def overrides(self, path: Path) -> Overrides:
        """What was said of this one article."""
        from reader.core.settings.overrides import read_overrides

        return read_overrides(self.states.get(path).overrides)

    def override(self, path: Path, changes: Mapping[str, str | float | bool | None]) -> Overrides:
        """Says how this one article is to be read and shown; None takes a word back."""
        self.states.set_overrides(path, **changes)
        if changes.keys() & {"encoding", "dialect"}:  # the next scan reads it again
            with self._errors(), transaction(self._connection):
                stored = os.fsencode(os.path.abspath(path))
                self._connection.execute("UPDATE article SET stale = 1 WHERE path = ?", (stored,))
        return self.overrides(path)

    def scan(
        self,
        full: bool = False,
        progress: Callable[[ScanProgress], None] = lambda _: None,
        cancelled: Callable[[], bool] = lambda: False,
        scope: Scope | None = None,
        waiting: Callable[[], object] = lambda: None,
    ) -> ScanReport:
        """Brings the catalogue up to date; `full` reads every file again, `scope` looks at a part only.

        `waiting` is called if another process that writes has to be waited for.
        """
        with self._writing(waiting, cancelled) as is_our_turn:
            if is_our_turn:
                return self._scan(full, progress, cancelled, scope)
            known = self.counts().all, len(self.problems())
            return ScanReport(known[0], 0, 0, 0, 0, known[1], 0.0, complete=False)

    def _scan(
        self,
        full: bool,
        progress: Callable[[ScanProgress], None],
        cancelled: Callable[[], bool],
        scope: Scope | None,
    ) -> ScanReport:
        from reader.core.library.last_read import LastRead
        from reader.core.library.reading_crew import ReadingCrew
        from reader.core.library.scanner import Scan
        from reader.core.library.search.feed import IndexFeed

        with self._errors():
            last_read = LastRead(self.catalogue.with_name(self.catalogue.name + ".reading"))
            crew = ReadingCrew(last_read, cancelled, self._workers)
            feed = IndexFeed(self.search_index, self._connection)
            scan = Scan(self._connection, self.states, progress, crew, feed)
            if self._links:  # through links, one file has several places
                scope = None
            try:
                return scan.run(full, scope)
            finally:
                feed.close()
                if scope is None:
                    self._links = scan.links

    def articles(self, query: ArticleQuery | None = None) -> tuple[ListedArticle, ...]:
        """The articles that `query` asks for; without one, all of them, newest first."""
        query = query or ArticleQuery()
        keys = self._keys_of(query)
        with self._errors():
            return queries.find_articles(self._connection, query, keys)

    def article_ids(self, query: ArticleQuery | None = None) -> array[int]:
        """The ids of what `query` asks for, in its order; cheap however many they are."""
        query = query or ArticleQuery()
        keys = self._keys_of(query)
        with self._errors():
            return queries.find_ids(self._connection, query, keys)

    def grouped_ids(self, query: ArticleQuery) -> tuple[array[int], queries.Groups]:
        """The same and, where the query asks for groups, what each shares and how many it has."""
        keys = self._keys_of(query)
        with self._errors():
            return queries.find_grouped(self._connection, query, keys)

    def articles_with(self, ids: Sequence[int]) -> tuple[ListedArticle, ...]:
        """The articles with these ids, in their order: one page of a long list."""
        with self._errors():
            return queries.find_by_ids(self._connection, ids)

    def duplicates(self) -> tuple[tuple[ListedArticle, ...], ...]:
        """Groups of articles that were saved more than once, the newest of each first."""
        from reader.core.library.duplicates import duplicate_articles

        with self._errors():
            return duplicate_articles(self._connection)

    def copies(self) -> tuple[CopyNote, ...]:
        """What each article of `duplicates` shares with the newest of its group, in the same order."""
        from reader.core.library.duplicates import copy_notes

        with self._errors():
            return copy_notes(self._connection)

    @property
    def pictures(self) -> PictureNotes:
        """What articles need of pictures, and how many of them are missing."""
        from reader.core.library.picture_notes import PictureNotes

        return PictureNotes(self._connected)

    def facets(self) -> Facets:
        """Tags, authors, sites and languages with the number of their articles."""
        from reader.core.library.facets import count_facets

        with self._errors():
            return count_facets(self._connection)

    def article_at(self, path: Path) -> ListedArticle | None:
        """The article of a file, if it is in the library."""
        with self._errors():
            return queries.find_article(self._connection, "path", os.fsencode(os.path.abspath(path)))

    def highlights(self, query: str = "", of: Path | None = None) -> tuple[Highlight, ...]:
        """Highlights with titles, of all articles or of one; with a query, those that hold each word."""
        from reader.core.settings.highlights import matches

        kept = self.states.highlights
        found = kept.all() if of is None else kept.of(of)
        return tuple(one for one in map(self._titled, found) if matches(one, query))

    def source_url(self, path: Path) -> str | None:
        """Where the article of a file came from, if the library knows it and the file says."""
        with self._errors():
            return queries.source_url(self._connection, os.fsencode(os.path.abspath(path)))

    def article_by_key(self, key: ArticleKey) -> ListedArticle | None:
        """The article with a key, if it is in the library."""
        with self._errors():
            return queries.find_article(self._connection, "key", key)

    def counts(self) -> Counts:
        """How many articles there are, unread, in progress and starred."""
        with self._errors():
            return queries.count_all(self._connection)

    def categories(self) -> tuple[CategoryNode, ...]:
        """The category tree, parents before children."""
        with self._errors():
            return queries.category_nodes(self._connection)

    def folder_tree(self) -> tuple[FolderNode, ...]:
        """The folders that hold articles, parents before children."""
        folders = self.states.folders.all()
        with self._errors():
            return queries.folder_nodes(self._connection, folders)

    def problems(self, *, apart: bool = False) -> tuple[ListedProblem, ...]:
        """Every article and folder that could not be read perfectly; or those alone that are not listed."""
        with self._errors():
            return queries.find_problems(self._connection, apart=apart)

    @property
    def search_index(self) -> SearchIndex:
        """The index that scans write and searches ask."""
        if self._search_index is None:
            from reader.core.library.search.index import SearchIndex

            self._search_index = SearchIndex(self._index_folder)
        return self._search_index

    def search(
        self,
        query: str,
        limit: int = 50,
        offset: int = 0,
        sort: str = "score",
        within: str = "",
        among: ArticleQuery | None = None,
    ) -> SearchPage:
        """The articles that a query of the search field asks for, among those that `within` asks for.

        `sort` is score or date. With `among`, only what that lists counts; `within` then says the same in
        words, as nearly as words can, which is faster.
        """
        with self._errors():
            return self._search.find(query, limit, offset, sort, within, among)

    def count(self, query: str) -> int:
        """How many articles a query of the search field asks for."""
        with self._errors():
            return self._search.count(query)

    def matching(self, query: str, within: str = "") -> tuple[ArticleKey, ...]:
        """The keys of all articles that a query asks for, among those that `within` asks for, best first."""
        with self._errors():
            return self._search.matching(query, within)

    def hits(self, query: str, ids: Sequence[int]) -> SearchPage:
        """The articles with these ids, in their order, with what a query finds in each of them."""
        with self._errors():
            return self._search.hits(query, ids)

    def related(self, path: Path, limit: int = 10) -> SearchPage:
        """Articles about the same as the one at `path`, in the library or not."""
        key = article_key(path)
        with self._errors():
            text = None if self.article_at(path) is not None else self._text_of(path)
            return self._search.related(key, text, limit)

    def sources(self) -> tuple[tuple[Path, str, str], ...]:
        """Path, title and address of origin of every article; the address is empty where none is known."""
        with self._connected() as connection:
            return queries.find_sources(connection)

    def recognise_strays(self) -> Recognition:
        """Finds the articles of reading states that have no place here, such as those of other machines."""
        from reader.core.library.recognising import recognise_strays

        with self._errors():
            return recognise_strays(self._connection, self.states)

    def check(self) -> str:
        """SQLite's own verdict on the catalogue: `ok`, or what is wrong."""
        with self._connected() as connection:
            return str(connection.execute("PRAGMA quick_check(1)").fetchone()[0])

    def rebuild(self, waiting: Callable[[], object] = lambda: None) -> None:
        """Throws catalogue and search index away; the next scan makes them anew."""
        self.close()
        with self._writing(waiting, lambda: False):
            self.search_index.discard()
            with self._errors():
                discard_catalogue(self.catalogue)

    def close(self) -> None:
        """Lets go of the catalogue; the next call opens it again."""
        if self._opened is not None:
            self._opened.close()
            self._opened = self._searching = None
        if self._search_index is not None:
            self._search_index.close()

    def _keys_of(self, query: ArticleQuery) -> tuple[ArticleKey, ...] | None:
        return None if query.search is None else self.matching(query.search, query.within)

    @property
    def _search(self) -> CatalogueSearch:
        from reader.core.library.catalogue_search import CatalogueSearch

        connection = self._connection  # closes what is there if its file is another one
        if self._searching is None:
            self._searching = CatalogueSearch(connection, self.search_index)
        return self._searching

    def _titled(self, one: Highlight) -> Highlight:
        if one.title or one.path is None:
            return one
        article = self.article_at(one.path)
        return replace(one, title=one.path.stem if article is None else article.title)

    def _text_of(self, path: Path) -> str:
        from reader.core.cleaning import clean
        from reader.core.formats import read_article

        return clean(read_article(path, self.options_for(path))).text

    @property
    def _connection(self) -> sqlite3.Connection:
        if self._damaged:
            self.close()
            discard_catalogue(self.catalogue)
            self._damaged = False
        if self._opened is not None and self._file != self._file_now():
            self.close()  # deleted or made anew behind our back: what we hold is no longer the catalogue
        if self._opened is None:
            self.states.folders.all()  # brings the reading state to its newest schema
            self._opened = open_catalogue(self.catalogue, self.states.path)
            self._file = self._file_now()
        return self._opened

    @contextmanager
    def _connected(self) -> Generator[sqlite3.Connection]:
        with self._errors():
            yield self._connection

    def _file_now(self) -> tuple[int, int] | None:
        try:
            found = self.catalogue.stat()
        except OSError:
            return None
        return found.st_dev, found.st_ino

    @contextmanager
    def _writing(self, waiting: Callable[[], object], cancelled: Callable[[], bool]) -> Generator[bool]:
        from reader.core.library.writing_turn import writing_turn

        with ExitStack() as turn:
            with self._errors():
                lock = self.catalogue.with_name("writing.lock")
                mine = turn.enter_context(writing_turn(lock, waiting, cancelled))
            yield mine

    @contextmanager
    def _errors(self) -> Generator[None]:
        try:
            with database_errors(LibraryError, "The catalogue", self.catalogue):
                yield
        except LibraryError as error:
            self._damaged = is_damage(error.__cause__)
            raise

    def _read_again(self, folder_id: int) -> None:
        with self._errors(), transaction(self._connection):
            self._connection.execute("UPDATE article SET stale = 1 WHERE folder_id = ?", (folder_id,))

    def _library_folder(self, folder: ChosenFolder) -> LibraryFolder:
        with self._errors():
            (unavailable,) = self._connection.execute(
                "SELECT count(*) FROM unavailable WHERE folder_id = ?", (folder.id,)
            ).fetchone()
        available = not unavailable and is_folder(folder.path)
        return LibraryFolder(folder.id, folder.path, folder.dialect, folder.category_rule, available)
