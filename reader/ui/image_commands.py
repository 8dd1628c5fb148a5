# SPDX-License-Identifier: MIT
"""Brings missing pictures in: counts them, asks, downloads, and puts them into the page where they stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from reader.core.images.policy import ImagePolicy, may_fetch
from reader.core.settings import options

from .actions import Actions
from .article_pages import OpenPage
from .command_process import CommandProcess
from .connection import is_online_without_limits
from .detail_header import DetailHeader
from .image_process import ImageProcess, ImageProgress, prune_images
from .image_question import ImageQuestion, KnownHosts
from .image_reasons import reason_in_words
from .list_commands import ListCommands
from .places import Place, PlaceKind
from .status_line import StatusLine
from .unfinished_job import UnfinishedJob
from .window_memory import of_all_windows
from .window_parts import WindowParts

if TYPE_CHECKING:
    from reader.core.images.stored_images import StoredImages

    from .offline_dialog import OfflineDialog

_COUNT_MS = 300  # after an article is shown: its pictures are counted when it stands
_END_MS = 1000
_BRING_MS = 1000  # between two looks at what has come while the rest of an article is loaded
_RESUME_MS = 8_000  # after the start: what was broken off goes on
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
    """Made after the first paint; one download at a time."""

    offline_done = Signal(str)  # how it came out, in one sentence

    def __init__(
        self, parts: WindowParts, act: Actions, status: StatusLine, header: DetailHeader, window: QWidget
    ) -> None:
        super().__init__(window)
        self._parts, self._act, self._status, self._window = parts, act, status, window
        self._header = header
        self._process = ImageProcess(self)
        self._hosts = KnownHosts(parts.preferences, of_all_windows(parts.state))
        self._missing: Missing | None = None
        self._loading: Path | None = None
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
        self._job, self._is_job = UnfinishedJob(of_all_windows(parts.state)), False
        QTimer.singleShot(_RESUME_MS, self, self.go_on)
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
        if missing is None or not missing.to_fetch or self._process.is_running:
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

    def make_offline(self) -> None:
        """Download what the selected articles lack, if several are, else those of the place that is shown."""
        listed = self._window.window().findChild(ListCommands)  # the list is not made before it is seen
        if listed is not None and listed.has_many:
            listed.with_paths(self.make_offline_these)
        else:
            self.make_offline_at(self._parts.feed.place)

    def make_offline_at(self, place: Place) -> None:
        """Download what the articles of a place lack."""
        from .offline_dialog import OfflineDialog

        words, name = ["--all"], ""
        if place.kind is PlaceKind.CATEGORY and isinstance(place.value, tuple):
            words, name = ["--category", "/".join(place.value)], place.name
        elif place.kind is PlaceKind.STARRED:
            words, name = ["--starred"], place.name
        elif place.kind is PlaceKind.LACKING:
            words, name = ["--lacking", "--retry"], place.name
        elif place.kind is not PlaceKind.ALL and not self._parts.feed.is_empty:
            self._parts.feed.paths_at(place, lambda paths: self.make_offline_these(paths, place.name))
            return
        self._show_job(OfflineDialog(words, name, self._window))

    def make_offline_these(self, paths: Sequence[Path], name: str = "") -> None:
        """Download what these articles lack; `name` is of the place where they stand together."""
        from .offline_dialog import OfflineDialog

        words = self._job.words_for(paths)
        if not words:
            self._status.say(self.tr("The list of articles could not be written; is the disk full?"))
        elif paths:
            self._show_job(OfflineDialog(words, name, self._window, chosen=len(paths)))

    def retry_missing(self) -> None:
        """Try everything again that is missing, in all articles."""
        from .offline_dialog import OfflineDialog

        words = ["--lacking", "--retry"]
        self._show_job(OfflineDialog(words, self.tr("Missing pictures"), self._window))

    def _show_job(self, dialog: OfflineDialog) -> None:
        job = self._job
        dialog.begun.connect(job.begin)
        dialog.ended.connect(job.end)
        dialog.done_with.connect(self._on_offline_done)
        dialog.came_out.connect(self.offline_done)
        dialog.open()

    def go_on(self) -> None:
        """A job that the end of the program has broken off goes on, quietly."""
        words = self._job.words
        if words and not self._process.is_running:
            self._is_job = True
            self._job.begin(words)
            self._status.show_work(self.tr("Loading pictures…"), 0, 0)
            self._process.start(words)

    def _on_cancelled(self) -> None:
        self._process.cancel()
        if self._is_job:
            self._job.end()

    def keep_pictures(self, on: bool) -> None:
        """Let the pictures of the open article stay, whatever room others need; or no longer."""
        from reader.core.settings.overrides import KEEP_PICTURES

        page = self._parts.detail.state.page
        if page is not None:
            self._parts.feed.override(page.article.path, {KEEP_PICTURES: on or None})

    def _on_offline_done(self) -> None:
        self._refresh()
        self._count.start()

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
        self._process.end()
        self._parts.pages.stored_images().close()

    def _connect(self) -> None:
        detail = self._parts.detail
        detail.article_shown.connect(self._on_shown)
        detail.first_paint.connect(self._count.start)
        detail.article_failed.connect(lambda *_failed: self._show(None))
        self._act["load_images"].triggered.connect(lambda _checked=False: self.load())
        self._act["make_offline"].triggered.connect(lambda _checked=False: self.make_offline())
        self._act["retry_pictures"].triggered.connect(lambda _checked=False: self.retry_missing())
        self._act["keep_pictures"].triggered.connect(self.keep_pictures)
        self._parts.feed.overrides_changed.connect(self._show_kept)
        self._status.cancel_asked.connect(self._on_cancelled)
        self._process.progressed.connect(self._on_progress)
        self._process.finished.connect(self._on_finished)

    def _on_shown(self, page: OpenPage) -> None:
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
        if missing.untried and allowed and not self._process.is_running:
            self._fetch(missing)

    def _show(self, missing: Missing | None) -> None:
        self._missing = missing
        self._act.enable(("load_images",), missing is not None and missing.to_fetch > 0)
        self._header.show_missing(missing.pictures if missing is not None else 0)

    def _fetch(self, missing: Missing) -> None:
        self._loading, self._stored = missing.path, 0
        self._status.show_work(self.tr("Loading pictures…"), 0, missing.to_fetch)
        self._process.start([str(missing.path)])

    def _on_progress(self, progress: ImageProgress) -> None:
        text = self.tr("Loading pictures") + f" · {progress.done} / {progress.total}"
        self._status.show_work(text, progress.done, progress.total)
        if self._loading is not None and progress.stored > self._stored:  # nobody waits for the slowest host
            self._stored = progress.stored
            if not self._bring.isActive():
                self._bring.start()

    def _on_finished(self, report: dict[str, int] | None) -> None:
        self._status.be_quiet()
        if self._is_job and report is not None:
            self._is_job = False
            self._job.end()
        self._refresh()
        if report is None:
            self._status.say(self.tr("The pictures could not be loaded."))
        elif report["failed"]:
            self._status.say(self.tr("%n pictures could not be loaded.", "", report["failed"]))
        self._bring.stop()
        self._bring_in()
        self._loading = None

    def _bring_in(self) -> None:
        page = self._parts.detail.state.page
        if page is not None and page.article.path == self._loading:
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
    survey = survey_images(article, ImageLookup(article, page.options.library_root, stored), cache)
    now = cache.clock()
    worth = [image for image in survey.missing if image.is_worth_a_try(now, retry=True)]
    untried = sum(image.is_worth_a_try(now, retry=False) for image in survey.missing)
    hosts = dict.fromkeys(host_of(addresses_to_try(image.url)[0]) for image in worth)
    keys = {reference.url: reference.key for reference in (*article.images, article.cover) if reference}
    reasons = tuple((keys[image.url], str(image.reason)) for image in survey.missing if image.has_failed)
    return Missing(article.path, len(survey.missing), len(worth), untried, tuple(hosts), reasons)
