# SPDX-License-Identifier: MIT
"""The articles that are open: built off the GUI thread, handed to the engine by key."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Protocol
from urllib.parse import unquote

from PySide6.QtCore import QObject, Signal

from reader.core.article import ArticleKey, CleanArticle, ImageKey, ReadOptions, article_key
from reader.core.errors import ReaderError
from reader.core.page_store import PageState, PageStore, StoredPage

from .scheme_handler import Answer, Reply
from .tasks import Tasks

if TYPE_CHECKING:
    from reader.core.images import ImageLookup
    from reader.core.images.stored_images import ImagePlaces, StoredImages

_KEPT = 8  # open pages held for "back" and for late requests of their pictures
# The page itself carries a stricter policy, with the hash of its one style sheet; both apply. A header
# cannot hold a hash: the engine hands header values on in lower case.
_PAGE = (
    "default-src 'none'; img-src article: data:; style-src 'unsafe-inline'; "
    "base-uri 'none'; form-action 'none'"
)
_SANDBOX = "sandbox; default-src 'none'; style-src 'unsafe-inline'"
_ONE_PICTURE = "default-src 'none'; img-src article:; style-src 'unsafe-inline'"
_PICTURE_PAGE = (
    "<!DOCTYPE html><meta charset=utf-8><style>body{margin:0;overflow:hidden}"
    'img{position:absolute;background:#fff}</style><img src="../image/%s" alt="">'
)  # for the picture viewer, which sets its place


@dataclass(frozen=True, slots=True)
class FileStamp:
    """What tells one state of a file from another."""

    size: int
    changed_ns: int
    inode: int


@dataclass(frozen=True)
class OpenPage:
    """One article with its finished page and the way to its pictures."""

    article: CleanArticle
    html: bytes
    options: ReadOptions
    pictures: frozenset[ImageKey] | None = None  # at hand when it was laid out, if that was another time
    stored: Callable[[], StoredImages] | None = None  # where downloaded pictures are
    found: ImageLookup | None = None  # with the pictures it was laid out with
    state: PageState | None = None  # in which it was laid out just now, and may be kept
    stamp: FileStamp | None = None  # of the file, before it was read
    look: str = ""  # in which it was laid out

    @cached_property
    def images(self) -> ImageLookup:
        """Where the pictures are sought; made when the first one is asked for."""
        if self.found is not None:
            return self.found
        return _lookup(self.article, self.options, self.stored)

    def is_outdated(self) -> bool:
        """Whether pictures came or went since a kept page was laid out; asks the disk."""
        keys = _picture_keys(self.article)
        return self.pictures is not None and self.images.available(keys) != self.pictures


class PageLayout(Protocol):
    """Lays an article out in the current look; runs on a worker thread."""

    @property
    def theme(self) -> str:
        """The name of the theme in force."""
        ...

    def __call__(self, article: CleanArticle, images: ImageLookup) -> str:
        """The finished page."""
        ...

    def look_key(self) -> str:
        """What tells this look from others."""
        ...


class ArticlePages(QObject):
    """Opens articles and answers what the engine asks about them."""

    page_outdated = Signal(Path)  # a kept page was shown, and its pictures have changed since

    def __init__(
        self,
        tasks: Tasks,
        build: PageLayout,
        store: PageStore,
        images: Callable[[], ImagePlaces],
        parent: QObject | None = None,
    ) -> None:
        """`images` tells where pictures are kept at this moment."""
        super().__init__(parent)
        self._images = images
        self._stored_images: StoredImages | None = None
        self._tasks = tasks
        self._build = build
        self._store = store
        self._pages: OrderedDict[ArticleKey, OpenPage] = OrderedDict()
        self._waiting: dict[ArticleKey, list[tuple[str, Answer]]] = {}

    def open(
        self,
        path: Path,
        options: ReadOptions,
        on_done: Callable[[OpenPage], None],
        on_error: Callable[[ReaderError], None],
        *,
        anew: bool = False,
    ) -> None:
        """Read, clean and lay out an article, or take the page kept from last time unless it shall be `anew`.

        Requests for the page wait until it is there.
        """
        key = article_key(path)
        before = self._pages.pop(key, None)
        self._waiting.setdefault(key, [])

        def done(page: OpenPage) -> None:
            self._keep(key, page)
            on_done(page)

        def failed(error: ReaderError) -> None:
            if before is None:
                self._release(key, None)
            else:  # it may be on screen still
                self._keep(key, before)
            on_error(error)

        build, store = self._build, self._store

        def work() -> OpenPage:
            return open_page(path, options, build, store, anew=anew, stored=self.stored_images)

        self._tasks.run(work, done, failed)

    def stored_images(self) -> StoredImages:
        """The downloaded pictures, where they are kept now; any thread may ask."""
        from reader.core.images.stored_images import StoredImages

        places, stored = self._images(), self._stored_images
        if stored is None or stored.places != places:
            if stored is not None:
                stored.close()
            stored = self._stored_images = StoredImages(places)
        return stored

    def verify(self, page: OpenPage) -> None:
        """Keep a new page, now that there is time; see whether a kept one has all the pictures there are."""
        path = page.article.path
        if page.pictures is None:
            self._tasks.run(lambda: self._store_page(page))
        else:
            self._tasks.run(page.is_outdated, lambda outdated: outdated and self.page_outdated.emit(path))

    def is_of_another_look(self, page: OpenPage) -> bool:
        """Whether a page would be laid out otherwise now."""
        return page.look != self._build.look_key()

    def tidy(self) -> None:
        """Let old pages go, when nothing else is to be done."""
        self._tasks.run(self._store.prune)

    def page(self, key: ArticleKey) -> OpenPage | None:
        """The open page of that key, if it is still held."""
        return self._pages.get(key)

    def answer(self, host: str, path: str, answer: Answer) -> None:
        """Answer one request of the engine: the page, a picture, or the file as saved."""
        key = ArticleKey(host)
        page = self._pages.get(key)
        if page is not None:
            self._serve(page, path, answer)
        elif key in self._waiting:
            self._waiting[key].append((path, answer))
        else:
            answer(None)

    def _store_page(self, page: OpenPage) -> None:
        pictures = page.images.available(_picture_keys(page.article))
        self._store.save(StoredPage(page.article, page.html, pictures), page.state)

    def _keep(self, key: ArticleKey, page: OpenPage) -> None:
        self._pages[key] = page
        self._pages.move_to_end(key)
        while len(self._pages) > _KEPT:
            self._pages.popitem(last=False)
        self._release(key, page)

    def _release(self, key: ArticleKey, page: OpenPage | None) -> None:
        for path, answer in self._waiting.pop(key, []):
            if page is None:
                answer(None)
            else:
                self._serve(page, path, answer)

    def _serve(self, page: OpenPage, path: str, answer: Answer) -> None:
        if path in ("", "/"):
            answer(Reply("text/html;charset=utf-8", page.html, _PAGE))
        elif path.startswith("/image/"):
            key, _, form = path.removeprefix("/image/").partition("/")
            self._tasks.run(
                lambda: _picture(page, ImageKey(key), still=form == "still"),
                answer,
                lambda _error: answer(None),
            )
        elif path.startswith("/picture/"):
            key = "".join(sign for sign in path.removeprefix("/picture/") if sign.isalnum())
            answer(Reply("text/html;charset=utf-8", (_PICTURE_PAGE % key).encode(), _ONE_PICTURE))
        elif path.startswith("/original/"):
            inner = unquote(path.removeprefix("/original/"))
            theme = self._build.theme
            self._tasks.run(lambda: _original(page, inner, theme), answer, lambda _error: answer(None))
        else:
            answer(None)


def open_page(
    path: Path,
    options: ReadOptions,
    build: PageLayout,
    store: PageStore,
    *,
    anew: bool = False,
    stored: Callable[[], StoredImages] | None = None,
) -> OpenPage:
    """The straight line for one article, from its file to a finished page; ArticleError says why not."""
    look, stamp = build.look_key(), stamp_of(path)
    kept = None if anew else store.load(path, options, look)
    if kept is not None:
        return OpenPage(kept.article, kept.html, options, kept.pictures, stored, stamp=stamp, look=look)
    from reader.core.open_article import open_article

    state = store.state(path, options, look)
    article = open_article(path, options)
    images = _lookup(article, options, stored)
    images.find_all()
    html = build(article, images).encode("utf-8", "replace")
    return OpenPage(article, html, options, None, stored, images, state, stamp, look)


def stamp_of(path: Path) -> FileStamp | None:
    """The file as it is now, or None where there is none."""
    try:
        stat = path.stat()
    except (OSError, ValueError):
        return None
    return FileStamp(stat.st_size, stat.st_mtime_ns, stat.st_ino)


def _lookup(
    article: CleanArticle, options: ReadOptions, stored: Callable[[], StoredImages] | None
) -> ImageLookup:
    from reader.core.images import ImageLookup

    return ImageLookup(article, options.library_root, stored() if stored is not None else None)


def _picture_keys(article: CleanArticle) -> list[ImageKey]:
    cover = [article.cover.key] if article.cover else []
    return [*(image.key for image in article.images), *cover]


def _picture(page: OpenPage, key: ImageKey, *, still: bool = False) -> Reply | None:
    found = page.images.find(key)
    if found is None:
        return None
    data = found.data
    if still:
        from reader.core.images.traits import still_of

        data = still_of(data, found.media_type)
    return Reply(found.media_type, data, _SANDBOX)


def _original(page: OpenPage, inner: str, theme: str) -> Reply | None:
    from reader.core.original import original_file, original_page

    path, options = page.article.path, page.options
    if not inner:
        found = original_page(path, options, theme)
    else:
        found = original_file(page.article, inner, options.library_root)
    return None if found is None else Reply(found.media_type, found.data, found.policy)
