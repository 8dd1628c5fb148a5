# SPDX-License-Identifier: MIT
"""Judges where a link of an article leads, and writes the addresses that pages use for it.

A page never carries a path: links between articles travel as `link?to=<address as written>` (the engine
would fold away the `..` of a relative address before we see it), links to a category as
`category?path=A/B` (a fragment would never leave the page).
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

from reader.core.article import CategoryPath

ARTICLE_SUFFIXES = (
    *(".md", ".markdown", ".mdown", ".mkd", ".mdx", ".rmd", ".html", ".htm", ".xhtml", ".mhtml", ".mht"),
    *(".txt", ".text", ".rst", ".dj", ".slide"),
)
"""Suffixes, in lower case and in the order of preference, of files that open as articles."""

_MAX_LENGTH = 8192
_CATEGORY = "category?path="
_LOCAL = "link?to="
_INDEX_NAMES = ("index", "_index", "README")
_SITE_FOLDERS = (
    "",
    "content",
    "source",
    "source/_posts",
    "_posts",
    "docs",
    "src",
    "src/pages",
    "src/content",
)
_POST_FOLDERS = ("_posts", "source/_posts", "content/post", "content/posts", "content/blog", "posts", "post")
_PAGE_SUFFIXES = (".html", ".htm", ".php", ".aspx")
_CONTROLS = "[\x00-\x1f\x7f-\x9f\u200b\u2028\u2029\u2060\ufeff]"
_SCHEME = r"([A-Za-z][A-Za-z0-9+.\-]*):"
_OUR_PAGE = r"(?i:article)://[^/?#]*/?"
_SITE_TAG = r"(?i:\{(?:filename|static|attach|index)\}|\|(?:filename|static|attach)\|)"
_DATED = r"(?:^|/)(\d{4})/(\d{1,2})/(?:(\d{1,2})/)?([^/]+?)/?(?:index)?(?:\.html?)?$"


class LinkKind(StrEnum):
    """What following a link does."""

    FRAGMENT = "fragment"
    CATEGORY = "category"
    ARTICLE = "article"
    WEB = "web"
    MAIL = "mail"
    REFUSED = "refused"


class Refusal(StrEnum):
    """Why a link is not followed."""

    EMPTY = "empty"
    MALFORMED = "malformed"
    UNSAFE_SCHEME = "unsafe-scheme"
    OUTSIDE_LIBRARY = "outside-library"
    NOT_AN_ARTICLE = "not-an-article"
    NOT_FOUND = "not-found"


@dataclass(frozen=True, slots=True)
class Link:
    """A judged link: `target` is a path for an article, else the address to hand on."""

    kind: LinkKind
    target: str | Path = ""
    fragment: str = ""
    reason: Refusal | None = None
    category: CategoryPath = ()


def category_href(path: CategoryPath) -> str:
    """The address that stands for a category in a page."""
    return _CATEGORY + "/".join(quote(name, safe="", errors="surrogatepass") for name in path)


def category_of(href: str) -> CategoryPath | None:
    """The category an address stands for, if it is such an address."""
    address = written_href(href)
    encoded = address.removeprefix(_CATEGORY)
    if not encoded or encoded == address:
        return None
    return tuple(unquote(name, errors="replace") for name in encoded.split("/"))


def local_href(written: str) -> str:
    """The address under which a page carries a relative link unharmed."""
    return _LOCAL + quote(written, safe="", errors="surrogatepass")


def written_href(address: str) -> str:
    """The address as the article wrote it, of an address the page or the engine reports."""
    inside = re.match(_OUR_PAGE, address)
    rest = address[inside.end() :] if inside else address
    return unquote(rest[len(_LOCAL) :], errors="surrogateescape") if rest.startswith(_LOCAL) else rest


def resolve_link(href: str, article_path: Path, library_root: Path | None) -> Link:
    """Where `href` of the article leads; local articles are sought in the library (else its folder) only."""
    address = re.sub(_CONTROLS, "", written_href(re.sub(_CONTROLS, "", href).strip())).strip()
    if not address:
        return _refused(Refusal.EMPTY)
    if len(address) > _MAX_LENGTH:
        return _refused(Refusal.MALFORMED)
    if address.startswith("#"):
        return Link(LinkKind.FRAGMENT, fragment=unquote(address[1:]))
    if address.startswith(_CATEGORY):
        return Link(LinkKind.CATEGORY, address, category=category_of(address) or ())
    if address.startswith("//"):
        return _web("https:" + address)
    scheme = re.match(_SCHEME, address)
    if scheme:
        return _foreign(address, scheme[1].lower())
    return _local(address, article_path, library_root)


def _refused(reason: Refusal) -> Link:
    return Link(LinkKind.REFUSED, reason=reason)


def _foreign(address: str, scheme: str) -> Link:
    if scheme in ("http", "https"):
        return _web(address)
    if scheme == "mailto" and len(address) > len("mailto:"):
        return Link(LinkKind.MAIL, address)
    return _refused(Refusal.UNSAFE_SCHEME)


def _web(address: str) -> Link:
    try:
        parts = urlsplit(address)
        host, _ = parts.hostname, parts.port
    except ValueError:
        return _refused(Refusal.MALFORMED)
    if not host or "\\" in parts.netloc:
        return _refused(Refusal.MALFORMED)
    return Link(LinkKind.WEB, address, fragment=unquote(parts.fragment))


def _local(address: str, article_path: Path, library_root: Path | None) -> Link:
    address, _, fragment = address.partition("#")
    written = unquote(address.partition("?")[0], errors="surrogateescape")
    if "\x00" in written or written.startswith("\\"):
        return _refused(Refusal.MALFORMED)
    article = Path(os.path.normpath(article_path.absolute()))
    if not written:
        return Link(LinkKind.FRAGMENT, fragment=unquote(fragment))
    root = Path(os.path.normpath(library_root.absolute())) if library_root else article.parent
    found = _find(written, article, root)
    if isinstance(found, Refusal):
        return _refused(found)
    return Link(LinkKind.ARTICLE, found, fragment=unquote(fragment))


def _find(written: str, article: Path, root: Path) -> Path | Refusal:
    real_root = os.path.realpath(root)
    refusal = Refusal.NOT_FOUND
    for candidate in _candidates(written, article, root):
        path = Path(os.path.normpath(candidate))
        if not path.is_relative_to(root):
            refusal = Refusal.OUTSIDE_LIBRARY
            continue
        try:
            if not path.is_file():
                continue
            real = Path(os.path.realpath(path))
        except (OSError, ValueError):
            continue
        if not real.is_relative_to(real_root):
            refusal = Refusal.OUTSIDE_LIBRARY
        elif path.suffix.lower() in ARTICLE_SUFFIXES:
            return path
        else:
            refusal = Refusal.NOT_AN_ARTICLE
    return refusal


def _candidates(written: str, article: Path, root: Path) -> Iterator[str]:
    tagged = re.match(_SITE_TAG, written)
    written = written[tagged.end() :] if tagged else written
    absolute = written.startswith("/")
    bare = written.lstrip("/")
    if not absolute:
        yield from _spellings(f"{article.parent}/{written}")
        # generators serve `post.md` at `post/`, so an author may have written one `..` more
        yield from _spellings(f"{article.parent / article.stem}/{written}")
    for folder in _ancestors(article.parent, root):
        for site_folder in _SITE_FOLDERS if absolute else ():
            yield from _spellings(f"{folder / site_folder}/{bare}")
        yield from _dated(bare, folder)


def _ancestors(folder: Path, root: Path) -> Iterator[Path]:
    yield folder
    if folder.is_relative_to(root):
        while folder != root:
            folder = folder.parent
            yield folder


def _spellings(path: str) -> Iterator[str]:
    """The names an article served at `path` may have on disk."""
    trimmed = path.rstrip("/")
    if not path.endswith("/"):
        yield path
    stem, dot, suffix = trimmed.rpartition(".")
    if dot + suffix.lower() in _PAGE_SUFFIXES:
        yield from (stem + other for other in ARTICLE_SUFFIXES)
    yield from (trimmed + other for other in ARTICLE_SUFFIXES)
    if _is_folder(trimmed):
        yield from (f"{trimmed}/{name}{other}" for name in _INDEX_NAMES for other in ARTICLE_SUFFIXES)


def _is_folder(path: str) -> bool:
    try:
        return Path(path).is_dir()
    except (OSError, ValueError):
        return False


def _dated(bare: str, folder: Path) -> Iterator[str]:
    """Files that a permalink such as `2021/05/09/slug/` may mean."""
    dated = re.search(_DATED, "/" + bare)
    if not dated:
        return
    year, month, day, slug = dated.groups()
    dates = [f"{year}-{int(month):02}-{int(day):02}-"] if day else []
    for posts in (folder, *(folder / name for name in _POST_FOLDERS)):
        for name in (*(date + slug for date in dates), slug, f"{year}/{slug}"):
            yield from _spellings(f"{posts}/{name}")
