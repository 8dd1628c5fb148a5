# SPDX-License-Identifier: MIT
"""Tells for one article which of its pictures are at hand, and why the others are not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reader.core.article import CleanArticle
from reader.core.images.addresses import addresses_to_try, cache_name, host_of, is_web_address
from reader.core.images.cache_rows import Failure
from reader.core.images.download_address import fault_in_address
from reader.core.images.download_types import REFUSALS, Reason
from reader.core.images.found import FoundImage, ImageStore
from reader.core.images.image_cache import ImageCache
from reader.core.images.image_lookup import ImageLookup


@dataclass(frozen=True, slots=True)
class MissingImage:
    """A picture that is not at hand; `retry_at` is when another try is worth it."""

    url: str
    reason: Reason
    message: str
    retry_at: float = 0.0

    @property
    def has_failed(self) -> bool:
        """Whether it was tried in vain, or may not be tried."""
        return self.reason not in (Reason.NOT_FETCHED, Reason.NO_ADDRESS)

    @property
    def may_not_be_asked(self) -> bool:
        """Whether its address alone is refused; what a host answered may be otherwise another time."""
        return self.reason in REFUSALS and not self.retry_at

    def is_worth_a_try(self, now: float, *, retry: bool) -> bool:
        """Whether to ask the network for it; `retry` means whatever was the matter before."""
        if self.reason is Reason.NO_ADDRESS or self.may_not_be_asked:
            return False
        return retry or self.retry_at <= now


@dataclass(frozen=True, slots=True)
class PictureNote:
    """What an article needs, as far as its own files tell: true until they change."""

    images: int
    bytes: int  # of those it brings along
    elsewhere: tuple[str, ...]  # addresses of the others
    article_host: str = ""


@dataclass(frozen=True, slots=True)
class ImageSurvey:
    """The pictures of one article."""

    images: int
    bytes: int  # of those at hand
    missing: tuple[MissingImage, ...]
    article_host: str = ""
    stored: tuple[str, ...] = ()  # addresses of those that came from the web

    @property
    def summary(self) -> tuple[int, str]:
        """How many are missing, and the reason of most of them."""
        reasons = Counter(str(image.reason) for image in self.missing)
        return len(self.missing), reasons.most_common(1)[0][0] if reasons else ""


def note_pictures(article: CleanArticle, lookup: ImageLookup) -> PictureNote:
    """Looks which pictures the article brings along."""
    references = {reference.key: reference for reference in article.images}
    if article.cover is not None:
        references.setdefault(article.cover.key, article.cover)
    elsewhere: dict[str, None] = {}
    total = 0
    for key, reference in references.items():
        found = lookup.beside(key)
        if found is None:
            elsewhere[reference.url] = None
        else:
            total += _bytes_of(found)
    return PictureNote(len(references), total, tuple(elsewhere), article_host(article))


def survey_images(
    article: CleanArticle, lookup: ImageLookup, cache: ImageCache, archive: ImageStore | None = None
) -> ImageSurvey:
    """Looks for every picture of `article` without the network."""
    return next(survey_notes([note_pictures(article, lookup)], cache, archive))


def survey_notes(
    notes: Sequence[PictureNote], cache: ImageCache, archive: ImageStore | None = None
) -> Iterator[ImageSurvey]:
    """Looks for the pictures of many articles at once."""
    urls = [url for note in notes for url in note.elsewhere if is_web_address(url)]
    stored = cache.sizes_of(urls)
    failed = cache.failures_of([url for url in urls if cache_name(url) not in stored])
    for note in notes:
        missing: list[MissingImage] = []
        came: list[str] = []
        total = note.bytes
        for url in note.elsewhere:
            name = cache_name(url) if is_web_address(url) else ""
            found = archive.find(url) if archive is not None else None
            if found is not None:
                total += _bytes_of(found)
            elif name in stored:
                total += stored[name]
                came.append(url)
            else:
                missing.append(_missing(url, failed.get(name), note.article_host))
        yield ImageSurvey(note.images, total, tuple(missing), note.article_host, tuple(came))


def article_host(article: CleanArticle) -> str:
    """The host an article came from: the only one that may be in the local network."""
    source = article.metadata.source_url
    return host_of(source) if source else ""


def why_missing(url: str, cache: ImageCache, host: str = "", *, allow_private: bool = False) -> MissingImage:
    """Why the picture of an address is not at hand, as far as is known without asking for it."""
    return _missing(url, cache.failure(url), host, allow_private=allow_private)


def _missing(url: str, failure: Failure | None, host: str, *, allow_private: bool = False) -> MissingImage:
    if not is_web_address(url):
        what = "its file is not where the article says" if len(url) < 4096 else "its data cannot be read"
        return MissingImage(url, Reason.NO_ADDRESS, f"The picture is not in the library: {what}.")
    if failure is not None:
        reason = Reason(failure.reason) if failure.reason in set(Reason) else Reason.BROKEN
        return MissingImage(url, reason, failure.message, failure.retry_at)
    addresses = addresses_to_try(url)
    allowed = allow_private or (host != "" and host_of(addresses[0]) == host)
    fault = fault_in_address(addresses[-1], allow_private=allowed)
    if fault is not None:
        return MissingImage(url, fault.reason, fault.message)
    return MissingImage(url, Reason.NOT_FETCHED, "The picture was not downloaded yet.")


def lacking(urls: Sequence[str], cache: ImageCache, archive: ImageStore | None = None) -> dict[str, str]:
    """Those of `urls` that are not at hand, each with the reason."""
    (survey,) = survey_notes([PictureNote(len(urls), 0, tuple(urls))], cache, archive)
    return {image.url: str(image.reason) for image in survey.missing}


def _bytes_of(found: FoundImage) -> int:
    if found.content is not None:
        return len(found.content)
    try:
        return found.path.stat().st_size if found.path is not None else 0
    except OSError:
        return 0
