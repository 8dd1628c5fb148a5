# SPDX-License-Identifier: MIT
"""The pictures of an article in the order they stand in it, each with its words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape
from html.parser import HTMLParser
from urllib.parse import urlsplit

from reader.core.article import CleanArticle, ImageKey

_PICTURE_SUFFIX = re.compile(r"\.(?:jpe?g|png|gif|webp|avif|svg|bmp|ico)$", re.IGNORECASE)
_LINKED = re.compile(r"<a\b([^>]*)>\s*(?:<(?:span|figure|picture|b|strong|em)\b[^>]*>\s*)*<img\b([^>]*)>")
_HREF = re.compile(r"\bhref=\"([^\"]*)\"")
_KEY = re.compile(r"\bsrc=\"image/(\w+)\"")


@dataclass(frozen=True, slots=True)
class ArticlePicture:
    """One picture of an article; equal pictures count once, where they stand first."""

    key: ImageKey
    alt: str = ""
    caption: str = ""  # of the figure it stands in, else its title
    url: str = ""


def article_pictures(article: CleanArticle) -> tuple[ArticlePicture, ...]:
    """The cover and what stands in the text, without drawings of a few pixels such as smileys."""
    reader = _PictureReader()
    reader.feed(article.html)
    reader.close()
    urls = {reference.key: reference.url for reference in article.images}
    found: dict[ImageKey, ArticlePicture] = {}
    if article.cover is not None:
        cover = article.cover
        found[cover.key] = ArticlePicture(cover.key, cover.alt, "", cover.url)
    for key, alt, caption in reader.found:
        before = found.get(key)
        if before is None or not (before.alt or before.caption):
            found[key] = ArticlePicture(key, alt, caption, urls.get(key, before.url if before else ""))
    return tuple(found.values())


def leads_to_picture(address: str) -> bool:
    """Whether a link's address names the file of a picture."""
    try:
        return bool(_PICTURE_SUFFIX.search(urlsplit(address).path))
    except ValueError:
        return False


def picture_behind_link(article: CleanArticle, address: str) -> ImageKey | None:
    """The picture that is linked with the file of a picture, as saved pages do to show it larger."""
    if not leads_to_picture(address):
        return None
    for link in _LINKED.finditer(article.html):
        href, key = _HREF.search(link[1]), _KEY.search(link[2])
        if href and key and unescape(href[1]).strip() == address:
            return ImageKey(key[1])
    return None


class _PictureReader(HTMLParser):
    """Gathers pictures, and the captions of the figures around them."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[tuple[ImageKey, str, str]] = []
        self._figures: list[int] = []  # how many pictures there were when each open figure began
        self._caption: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "figure":
            self._figures.append(len(self.found))
        elif tag == "figcaption":
            self._caption = []
        elif tag == "img":
            values = dict(attrs)
            source = values.get("src") or ""
            if source.startswith("image/"):
                key = ImageKey(source.removeprefix("image/"))
                self.found.append((key, (values.get("alt") or "").strip(), values.get("title") or ""))

    def handle_endtag(self, tag: str) -> None:
        if tag == "figure" and self._figures:
            self._figures.pop()
        elif tag == "figcaption" and self._caption is not None:
            text, self._caption = " ".join("".join(self._caption).split()), None
            first = self._figures[-1] if self._figures else len(self.found)
            for index in range(first, len(self.found)) if text else ():
                key, alt, _title = self.found[index]
                self.found[index] = (key, alt, text)

    def handle_data(self, data: str) -> None:
        if self._caption is not None:
            self._caption.append(data)
