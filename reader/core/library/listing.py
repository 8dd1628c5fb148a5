# SPDX-License-Identifier: MIT
"""The frozen types that the library hands out."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from reader.core.article import ArticleKey, CategoryPath, CategoryRule, Dialect
from reader.core.settings import ReadState


@dataclass(frozen=True, slots=True)
class ListedArticle:
    """One row of an article list; `date` and `updated` are ISO 8601 as written by the author."""

    id: int
    key: ArticleKey
    path: Path
    title: str
    authors: tuple[str, ...]
    site: str | None
    date: str | None
    updated: str | None
    categories: tuple[CategoryPath, ...]
    tags: tuple[str, ...]
    words: int
    reading_minutes: int
    excerpt: str
    cover: str | None
    lang: str | None
    draft: bool
    format: str
    state: str
    starred: bool
    progress: float
    opened_at: str | None
    problems: int
    folder_id: int
    available: bool = True
    added_at: str = ""
    pictures: int | None = None  # None: not counted yet
    missing_pictures: int = 0
    missing_reason: str = ""  # of most of those

    @property
    def is_unread(self) -> bool:
        """Whether it was never read, or put back."""
        return self.state in ("new", "unread")


@dataclass(frozen=True, slots=True)
class CategoryNode:
    """A category with everything below it; each article counts once."""

    path: CategoryPath
    articles: int
    unread: int


@dataclass(frozen=True, slots=True)
class FolderNode:
    """A folder of the disk with everything below it; not available while it cannot be reached."""

    path: Path
    articles: int
    unread: int
    available: bool = True


@dataclass(frozen=True, slots=True)
class Counts:
    """How many articles there are, in all and by what was done with them."""

    all: int
    unread: int
    reading: int
    starred: int
    opened: int = 0  # ever, by this person
    duplicates: int = 0
    lacking: int = 0  # with pictures that are not at hand


@dataclass(frozen=True, slots=True)
class NamedCount:
    """A tag, an author, a site or a language, with the number of its articles."""

    name: str
    articles: int


@dataclass(frozen=True, slots=True)
class Facets:
    """What articles can be gathered by besides categories and folders; most articles first."""

    tags: tuple[NamedCount, ...] = ()
    authors: tuple[NamedCount, ...] = ()
    sites: tuple[NamedCount, ...] = ()
    languages: tuple[NamedCount, ...] = ()


@dataclass(frozen=True, slots=True)
class CopyNote:
    """One version of an article that was saved more than once, and what it shares with the newest one."""

    id: int
    key: ArticleKey
    path: Path
    group: int  # the same number for all versions of one article
    versions: int  # of this article
    is_newest: bool
    address: str  # where all versions came from, shortened; empty where that is not why they are together
    share: float | None  # of its text, about; None where one of the two is too short to tell


@dataclass(frozen=True, slots=True)
class ArticleQuery:
    """Which articles, in what order; everything that is given must hold."""

    category: CategoryPath | None = None
    folder: Path | None = None
    state: ReadState | None = None
    unread: bool = False  # new ones and those put back
    starred: bool = False
    tag: str | None = None
    author: str | None = None
    site: str | None = None
    lang: str | None = None
    opened: bool = False  # those this person has opened
    duplicates: bool = False  # those saved more than once; without another order, by group
    text: str | None = None  # the title contains its words, whatever their case or width
    title_start: str | None = None  # the title begins with it, whatever its case or width
    search: str | None = None  # what a query of the search field finds
    within: str = ""  # among what this one finds, too
    problems: bool = False  # only those that could not be read perfectly
    lacking: bool = False  # only those with pictures that are not at hand
    sort: str = "date"  # date, title, added, length, progress, opened, group, source, category
    backwards: bool = False  # that order turned round
    group: str = "none"  # before that order by day, month or site, each with its own articles
    limit: int | None = None


@dataclass(frozen=True, slots=True)
class LibraryFolder:
    """A folder taken into the library; not available while it cannot be reached."""

    id: int
    path: Path
    dialect: Dialect
    category_rule: CategoryRule
    available: bool


@dataclass(frozen=True, slots=True)
class FolderRules:
    """How a library folder is read; `detected` is what its tree looks like, None where each file decides."""

    path: Path
    dialect: Dialect
    category_rule: CategoryRule
    detected: Dialect | None


@dataclass(frozen=True, slots=True)
class ListedProblem:
    """Why an article, or a folder on the way to it, could not be read perfectly."""

    path: Path
    code: str
    message: str
    line: int | None = None


@dataclass(frozen=True, slots=True)
class ScanProgress:
    """How far a scan is: `reading` lists articles from their heads, `indexing` reads them whole."""

    done: int
    total: int
    current: Path
    phase: str = "reading"


@dataclass(frozen=True, slots=True)
class ScanReport:
    """What a scan found; `complete`: it was not cancelled; `turned`: folders or problems came or went."""

    articles: int
    added: int
    changed: int
    moved: int
    removed: int
    problems: int
    seconds: float
    complete: bool = True
    turned: bool = False
