# SPDX-License-Identifier: MIT
"""Brings missing pictures in: counts them, asks, downloads, and puts them into the page where they stand."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from reader.core.images.policy import ImagePolicy, may_fetch
from reader.core.settings import options

from .actions import Actions
from .article_downloads import ArticleDownloads
from .article_pages import OpenPage
from .command_process import CommandProcess
from .connection import is_online_without_limits
from .detail_header import DetailHeader
from .image_process import ImageProgress, prune_images
from .image_question import ImageQuestion, KnownHosts
from .image_reasons import reason_in_words
from .status_line import StatusLine
from .window_memory import of_all_windows
from .window_parts import WindowParts

if TYPE_CHECKING:
    from reader.core.images.stored_images import StoredImages

_COUNT_MS = 300  # after an article is shown: its pictures are counted when it stands
_END_MS = 1000
_BRING_MS = 1000  # between two looks at what has come while the rest of an article is loaded
_TIDY_MS = 20_000  # after the start, when nobody waits for anything


@dataclass(frozen=True, slots=True)
class Missing:
    """The pictures an article lacks: how many, those that may be asked for, and on which hosts."""

    path: Path
    pictures: int = 0
    to_fetch: int = 0
    untried: int = 0
    hosts: tuple[str, ...] = ()
    reasons: tuple[tuple[str, str], ...] = ()  # of pictures by key, where more is known than that they miss


class ImageCommands(QObject):
    """Made after the first paint; looks after the article that is open."""

    def __init__(
        self, parts: WindowParts, act: Actions, status: StatusLine, header: DetailHeader, window: QWidget
    ) -> None:
        super().__init__(window)
        self._parts, self._act, self._status, self._window = parts, act, status, window
        self._header = header
        self._hosts = KnownHosts(parts.preferences, of_all_windows(parts.state))
        self._missing: Missing | None = None
        self._downloads = ArticleDownloads(self)
        self._tried: Path | None = None  # the open article, once its pictures were asked for
        self._count = QTimer(self, singleShot=True, interval=_COUNT_MS)
        self._count.timeout.connect(self._count_missing)
        self._tidy = QTimer(self, singleShot=True, interval=_TIDY_MS)
        self._tidy.timeout.connect(self._keep_in_limit)
        self._tidy.start()
        self._bring = QTimer(self, singleShot=True, interval=_BRING_MS)
        self._bring.timeout.connect(self._bring_in)
        self._stored = 0  # pictures of the article being loaded that came in by now
        self._noting = CommandProcess(self)
        self._unknown: list[int] = []
        self._noting.ended.connect(self._refresh)
        self._rest = QTimer(self, singleShot=True, interval=_TIDY_MS)
        self._rest.timeout.connect(self._ask_unknown)
        parts.feed.content_changed.connect(lambda *_content: self._rest.start())
        self._connect()
        act.enable(("load_images",), False)
        self._show_kept()
        if parts.detail.state.page is not None:
            self._count.start()

    def load(self) -> None:
        """Download what the open article lacks, after asking where that is wanted."""
        missing = self._missing
        if missing is None or not missing.to_fetch or self._downloads.has(missing.path):
            return
        policy = self._parts.preferences.get(options.IMAGES_POLICY)
        unknown = [host for host in missing.hosts if host not in self._hosts.all()]
        if policy != ImagePolicy.ALWAYS and unknown:
            question = ImageQuestion(missing.to_fetch, unknown, self._window)
            if not question.ask():
                return
            if question.is_for_good:
                self._hosts.add(unknown)
        self._fetch(missing)

    @property
    def is_loading(self) -> bool:
        """Whether pictures of single articles are on their way."""
        return self._downloads.is_running

    def keep_pictures(self, on: bool) -> None:
        """Let the pictures of the open article stay, whatever room others need; or no longer."""
        from reader.core.settings.overrides import KEEP_PICTURES

        page = self._parts.detail.state.page
        if page is not None:
            self._parts.feed.override(page.article.path, {KEEP_PICTURES: on or None})

    def look_again(self) -> None:
        """Pictures came in without our doing; some may be of the open article."""
        self._refresh()
        if self._missing is not None and self._missing.pictures:
            self._bring_in()

    def _refresh(self, *_told: object) -> None:
        if not self._parts.feed.is_empty:
            self._parts.feed.refresh()

    def _ask_unknown(self) -> None:
        """Are there articles whose pictures nobody has looked for? Asked when the library is at rest."""
        if not self._noting.is_running and not self._parts.feed.is_empty:
            self._parts.feed.consult(
                lambda library: library.pictures.unknown(library.article_ids()), self._note_unknown
            )

    def _note_unknown(self, unknown: list[int]) -> None:
        if unknown and unknown != self._unknown:  # what cannot be read stays unknown
            self._unknown = unknown
            self._noting.start(["images", "--note", "--json"])

    def _show_kept(self, _path: Path | None = None) -> None:
        page = self._parts.detail.state.page
        own = self._parts.feed.overrides_of(page.article.path) if page is not None else None
        action = self._act["keep_pictures"]
        action.setChecked(own is not None and own.keep_pictures)
        self._act.enable(("keep_pictures",), page is not None)

    def end(self) -> None:
        """The window closes."""
        self._count.stop()
        self._bring.stop()
        self._tidy.stop()
        self._rest.stop()
        self._noting.close(_END_MS)
        self._downloads.end()
        self._parts.pages.stored_images().close()

    def _connect(self) -> None:
        detail = self._parts.detail
        detail.article_shown.connect(self._on_shown)
        detail.first_paint.connect(self._count.start)
        detail.article_failed.connect(lambda *_failed: self._show(None))
        self._act["load_images"].triggered.connect(lambda _checked=False: self.load())
        self._act["keep_pictures"].triggered.connect(self.keep_pictures)
        self._parts.feed.overrides_changed.connect(self._show_kept)
        self._status.cancel_asked.connect(self._downloads.cancel)
        self._downloads.progressed.connect(self._on_progress)
        self._downloads.finished.connect(self._on_finished)

    def _on_shown(self, page: OpenPage) -> None:
        self._tried, self._stored = None, 0
        self._show_kept()
        if self._missing is None or self._missing.path != page.article.path:
            self._show(None)
        self._count.start()

    def _count_missing(self) -> None:
        page = self._parts.detail.state.page
        if page is not None:
            stored = self._parts.pages.stored_images()
            self._parts.tasks.run(lambda: _missing_of(page, stored), self._on_counted)

    def _on_counted(self, missing: Missing) -> None:
        page = self._parts.detail.state.page
        if page is None or page.article.path != missing.path:
            return
        self._show(missing)
        self._parts.detail.explain_missing({key: reason_in_words(why) for key, why in missing.reasons})
        policy = self._parts.preferences.get(options.IMAGES_POLICY)
        allowed = may_fetch(policy, missing.hosts, self._hosts.all(), is_online_without_limits)
        if missing.untried and allowed and self._tried != missing.path:  # what failed is not begun again
            self._fetch(missing)

    def _show(self, missing: Missing | None) -> None:
        self._missing = missing
        self._act.enable(("load_images",), missing is not None and missing.to_fetch > 0)
        self._header.show_missing(missing.pictures if missing is not None else 0)

    def _fetch(self, missing: Missing) -> None:
        self._tried, self._stored = missing.path, 0
        if not self._downloads.has(missing.path):
            self._status.show_work(self.tr("Loading pictures…"), 0, missing.to_fetch)
            self._downloads.start(missing.path)

    def _on_progress(self, path: Path, progress: ImageProgress) -> None:
        is_open = self._is_open(path)
        if is_open or self._tried is None or not self._downloads.has(self._tried):
            text = self.tr("Loading pictures") + f" · {progress.done} / {progress.total}"
            self._status.show_work(text, progress.done, progress.total)
        if is_open and progress.stored > self._stored:  # nobody waits for the slowest host
            self._stored = progress.stored
            if not self._bring.isActive():
                self._bring.start()

    def _on_finished(self, path: Path, report: dict[str, int] | None, complaint: str) -> None:
        if not self._downloads.is_running:
            self._status.be_quiet()
        self._refresh()
        if not self._is_open(path):
            return
        if report is None:
            self._status.say(f"{self.tr('The pictures could not be loaded.')} {complaint}".rstrip())
        elif report["failed"]:
            self._status.say(self.tr("%Ln pictures could not be loaded.", "", report["failed"]))
        self._bring.stop()
        self._bring_in()

    def _is_open(self, path: Path) -> bool:
        page = self._parts.detail.state.page
        return page is not None and page.article.path == path

    def _bring_in(self) -> None:
        page = self._parts.detail.state.page
        if page is not None:
            pages = self._parts.pages
            pages.open(page.article.path, page.options, self._put_in, lambda _error: None, anew=True)

    def _put_in(self, page: OpenPage) -> None:
        self._parts.detail.take_pictures(page)
        self._count.start()

    def _keep_in_limit(self) -> None:
        limit = int(self._parts.preferences.get(options.IMAGES_LIMIT)) << 20
        stored = self._parts.pages.stored_images()
        self._parts.tasks.run(lambda: _is_over(stored, limit), lambda over: over and prune_images())


def _is_over(stored: StoredImages, limit: int) -> bool:
    """Removes what a crash has left, and tells whether the cache is over its limit; on a worker thread."""
    from reader.core.images.cache_upkeep import sweep

    cache = stored.cache
    if not cache.index.exists:
        return False
    sweep(cache)
    return cache.index.total_bytes() > limit


def _missing_of(page: OpenPage, stored: StoredImages) -> Missing:
    """Looks for the pictures of a page; runs on a worker thread."""
    from reader.core.images import ImageLookup
    from reader.core.images.addresses import addresses_to_try, host_of
    from reader.core.images.survey import survey_images

    article, cache = page.article, stored.cache
    lookup = ImageLookup(article, page.options.library_root, stored)
    survey = survey_images(article, lookup, cache, stored.archive)
    now = cache.clock()
    worth = [image for image in survey.missing if image.is_worth_a_try(now, retry=True)]
    untried = sum(image.is_worth_a_try(now, retry=False) for image in survey.missing)
    hosts = dict.fromkeys(host_of(addresses_to_try(image.url)[0]) for image in worth)
    keys = {reference.url: reference.key for reference in (*article.images, article.cover) if reference}
    reasons = tuple((keys[image.url], str(image.reason)) for image in survey.missing if image.has_failed)
    return Missing(article.path, len(survey.missing), len(worth), untried, tuple(hosts), reasons)
