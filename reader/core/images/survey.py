# SPDX-License-Identifier: MIT
"""Tells for one article which of its pictures are at hand, and why the others are not."""

from __future__ import annotations

from dataclasses import dataclass

from reader.core.article import CleanArticle
from reader.core.images.addresses import addresses_to_try, host_of, is_web_address
from reader.core.images.download_address import fault_in_address
from reader.core.images.download_types import REFUSALS, Reason
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

    def is_worth_a_try(self, now: float, *, retry: bool) -> bool:
        """Whether to ask the network for it; `retry` means whatever was the matter before."""
        if self.reason is Reason.NO_ADDRESS or self.reason in REFUSALS:
            return False
        return retry or self.retry_at <= now


@dataclass(frozen=True, slots=True)
class ImageSurvey:
    """The pictures of one article."""

    images: int
    bytes: int  # of those at hand
    missing: tuple[MissingImage, ...]
    article_host: str = ""


def survey_images(article: CleanArticle, lookup: ImageLookup, cache: ImageCache) -> ImageSurvey:
    """Looks for every picture of `article` without the network."""
    references = {reference.key: reference for reference in article.images}
    if article.cover is not None:
        references.setdefault(article.cover.key, article.cover)
    host = article_host(article)
    missing: list[MissingImage] = []
    total = 0
    for key, reference in references.items():
        found = lookup.find(key)
        if found is None:
            missing.append(why_missing(reference.url, cache, host))
        elif found.content is not None:
            total += len(found.content)
        elif found.path is not None and found.path.exists():
            total += found.path.stat().st_size
    return ImageSurvey(len(references), total, tuple(missing), host)


def article_host(article: CleanArticle) -> str:
    """The host an article came from: the only one that may be in the local network."""
    source = article.metadata.source_url
    return host_of(source) if source else ""


def why_missing(url: str, cache: ImageCache, host: str = "", *, allow_private: bool = False) -> MissingImage:
    """Why the picture of an address is not at hand, as far as is known without asking for it."""
    if not is_web_address(url):
        what = "its file is not where the article says" if len(url) < 4096 else "its data cannot be read"
        return MissingImage(url, Reason.NO_ADDRESS, f"The picture is not in the library: {what}.")
    failure = cache.failure(url)
    if failure is not None:
        reason = Reason(failure.reason) if failure.reason in set(Reason) else Reason.BROKEN
        return MissingImage(url, reason, failure.message, failure.retry_at)
    addresses = addresses_to_try(url)
    allowed = allow_private or (host != "" and host_of(addresses[0]) == host)
    fault = fault_in_address(addresses[-1], allow_private=allowed)
    if fault is not None:
        return MissingImage(url, fault.reason, fault.message)
    return MissingImage(url, Reason.NOT_FETCHED, "The picture was not downloaded yet.")
