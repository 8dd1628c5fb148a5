# SPDX-License-Identifier: MIT
"""The work behind `images`: goes through articles, fetches what they miss, and tells what is left."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from reader.app.commands.image_surveys import Articles, Surveyor
from reader.app.commands.output import ProgressLine, print_json, print_note, print_text
from reader.core.errors import ArticleError
from reader.core.images import ImageCache
from reader.core.images.addresses import addresses_to_try, cache_name, host_of
from reader.core.images.download_types import (
    DownloadControl,
    NetworkSettings,
    Outcome,
    Reason,
    Wanted,
)
from reader.core.images.found import ImageStore
from reader.core.images.survey import ImageSurvey, MissingImage, why_missing
from reader.core.library import Library

BATCH_BYTES = 64 << 20
"""What may come in before the cache is brought under its limit again."""
_TELL_SECONDS = 0.4


@dataclass(frozen=True, slots=True)
class FetchRules:
    """What may be asked for: of whom, and what again."""

    allow_private: bool = False
    retry: bool = False  # also what failed a short time ago
    refresh: bool = False  # also what is stored: has it changed?
    hosts: frozenset[str] | None = None  # no others

    def allows(self, url: str) -> bool:
        """Whether the host of an address may be asked."""
        return self.hosts is None or host_of(addresses_to_try(url)[0]) in self.hosts


class ImageWork:
    """One run over some articles; `report` counts what was found."""

    def __init__(
        self,
        library: Library,
        cache: ImageCache,
        archive: ImageStore | None,
        *,
        as_json: bool,
        progress: bool,
        is_quiet: bool = False,
    ) -> None:
        self._is_quiet = is_quiet
        self.readable = True
        self._surveyor = Surveyor(library, cache, archive)
        self._cache = cache
        self._as_json = as_json
        self._progress = progress
        self._articles = self._images = self._bytes = 0
        self._missing: list[tuple[Path, MissingImage, str]] = []
        self._left = self._failed = 0

    def survey(self, articles: Articles) -> None:
        """Looks at the articles and prints what is missing."""
        for path, survey in self._surveyed(articles):
            for image in survey.missing:
                self._print_missing(path, image)

    def fetch(self, articles: Articles, rules: FetchRules, keep_in_limit: Callable[[], object]) -> None:
        """Downloads what the articles miss, then prints what is missing still.

        `keep_in_limit` is called after each batch of so many bytes.
        """
        from reader.core.errors import DownloadError

        try:
            from reader.core.images.download import Downloader
        except ImportError as error:
            said = f"Nothing can be fetched: the network library does not load: {error}."
            raise DownloadError(said) from error
        teller = _Teller(as_json=self._as_json and self._progress)
        limit = _BatchLimit(keep_in_limit)
        control = DownloadControl()
        if self._progress:
            threading.Thread(target=_obey, args=(control,), daemon=True).start()

        def on_tick(received: int) -> None:
            teller.on_tick(received)
            limit.check(received)

        downloader = Downloader(self._cache, settings=NetworkSettings(rules.allow_private), control=control)
        downloader.fetch(teller.counted(self._all_wanted(articles, rules)), teller.on_outcome, on_tick)
        teller.finish()
        self._surveyor.count(teller.settled, teller.stored)
        self._tell_what_is_left(teller, allow_private=rules.allow_private)

    def report(self) -> dict[str, object]:
        """The counts of the contract."""
        return {
            "articles": self._articles,
            "images": self._images,
            "cached": self._images - self._left - self._failed,
            "missing": self._left,
            "failed": self._failed,
            "bytes": self._bytes,
        }

    def _surveyed(self, articles: Articles) -> Iterator[tuple[Path, ImageSurvey]]:
        for path, survey in self._surveyor.survey(articles):
            if isinstance(survey, ArticleError):
                if not self._is_quiet:
                    print_note(f"article-reader images: {survey}")
                self.readable = False
                continue
            self._articles += 1
            self._images += survey.images
            self._bytes += survey.bytes
            self._missing += [(path, image, survey.article_host) for image in survey.missing]
            yield path, survey

    def _all_wanted(self, articles: Articles, rules: FetchRules) -> Iterator[Wanted]:
        """Each picture once, of however many articles it is."""
        now = self._cache.clock()
        known: set[str] = set()
        for _, survey in self._surveyed(articles):
            for wanted in _wanted(survey, now, rules):
                name = cache_name(wanted.url)
                if name not in known and rules.allows(wanted.url):
                    known.add(name)
                    yield wanted

    def _tell_what_is_left(self, teller: _Teller, *, allow_private: bool) -> None:
        for path, image, host in self._missing:
            came = teller.stored.get(image.url)
            if came is None and self._cache.find(image.url) is not None:
                stored = self._cache.stored(image.url)
                came = stored.bytes if stored else 0
            if came is not None:
                self._bytes += came
                continue
            now_missing = why_missing(image.url, self._cache, host, allow_private=allow_private)
            self._print_missing(path, teller.refusals.get(image.url, now_missing), fetched=True)

    def _print_missing(self, path: Path, image: MissingImage, *, fetched: bool = False) -> None:
        if image.has_failed and (fetched or not image.may_not_be_asked):
            self._failed += 1
        else:
            self._left += 1
        if self._is_quiet:
            return
        if self._as_json:
            print_json(
                {"url": image.url, "article": str(path), "reason": image.reason, "message": image.message}
            )
        else:
            print_text(f"{image.url[:200]}\n    {path}: {image.message}")


def _wanted(survey: ImageSurvey, now: float, rules: FetchRules) -> Iterator[Wanted]:
    for image in survey.missing:
        private = rules.allow_private and image.reason is Reason.PRIVATE
        if private or image.is_worth_a_try(now, retry=rules.retry):
            yield Wanted(image.url, survey.article_host)
    if rules.refresh:
        for url in survey.stored:
            yield Wanted(url, survey.article_host, refresh=True)


class _Teller:
    """Says how far the downloads are: a line for people, or JSON lines for a program."""

    def __init__(self, *, as_json: bool) -> None:
        self.total = 0
        self.refusals: dict[str, MissingImage] = {}
        self._as_json = as_json
        self._line = ProgressLine()
        self.stored: dict[str, int] = {}  # bytes of what came, by address
        self._done = 0
        self._errors: dict[str, int] = {}
        self._began = time.monotonic()
        self._told = 0.0
        self._received = 0

    def counted(self, wanted: Iterator[Wanted]) -> Iterator[Wanted]:
        """All that is wanted, as it is taken."""
        for each in wanted:
            self.total += 1
            yield each

    def on_outcome(self, outcome: Outcome) -> None:
        """One picture is settled."""
        self._done += 1
        if outcome.fault is None:
            self.stored[outcome.url] = outcome.bytes
        else:
            self._errors[outcome.host] = self._errors.get(outcome.host, 0) + 1
            self.refusals[outcome.url] = MissingImage(
                outcome.url, outcome.fault.reason, outcome.fault.message
            )

    @property
    def settled(self) -> list[str]:
        """The addresses of which something is known now that was not before."""
        return [*self.stored, *self.refusals]

    def on_tick(self, received: int) -> None:
        """Some bytes have come."""
        self._received = received
        now = time.monotonic()
        if now - self._told < _TELL_SECONDS:
            return
        self._told = now
        self._tell(received, now - self._began)

    def finish(self) -> None:
        """All is done."""
        if self._as_json:
            self._tell(self._received, time.monotonic() - self._began)
        self._line.clear()

    def _tell(self, received: int, seconds: float) -> None:
        speed = received / max(seconds, 0.001)
        left = (self.total - self._done) * seconds / self._done if self._done else None
        if self._as_json:
            print_json(
                {
                    "done": self._done,
                    "total": self.total,
                    "stored": len(self.stored),
                    "received": received,
                    "speed": round(speed),
                    "left": None if left is None else round(left),
                    "errors": self._errors,
                }
            )
        else:
            self._line.show(
                f"{self._done} of {self.total} pictures · {received / 1e6:.1f} MB · {speed / 1e6:.1f} MB/s"
                + ("" if left is None else f" · {left:.0f} s left")
            )


class _BatchLimit:
    """A long download does not wait for its end to make room."""

    def __init__(self, keep: Callable[[], object]) -> None:
        self._keep, self._kept_at = keep, 0

    def check(self, received: int) -> None:
        """So many bytes have come by now."""
        if received - self._kept_at >= BATCH_BYTES:
            self._kept_at = received
            self._keep()


def _obey(control: DownloadControl) -> None:
    """Takes the words of the program that started us."""
    for line in sys.stdin:
        word = line.strip()
        if word == "pause":
            control.pause()
        elif word == "resume":
            control.resume()
        elif word == "cancel":
            control.cancel()
