# SPDX-License-Identifier: MIT
"""`[[wiki links]]` and `![[embeds]]` to files that exist, beside the article or anywhere in its library."""

from __future__ import annotations

import os
import re
import time
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path, PurePosixPath
from urllib.parse import quote

from reader.core.article import Dialect
from reader.core.formats.markdown_document import MarkdownContext, slug

_PAGES = (".md", ".markdown", ".mdx", ".html", ".htm", ".txt", ".mhtml")
_IMAGES = frozenset(
    {".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".bmp", ".avif", ".ico", ".tif", ".tiff"}
)
_MEDIA = frozenset(
    {".mp4", ".webm", ".ogv", ".mov", ".mp3", ".wav", ".ogg", ".m4a", ".flac", ".pdf", ".canvas"}
)
_MAX_FILES = 60_000
_MAX_SECONDS = 2.0
_KEPT_SECONDS = 30  # how long a list of file names is trusted
_SIZE = re.compile(r"(\d{1,5})(?:x(\d{1,5}))?")
_SPEC_SLOT = re.compile(r"[A-Z][A-Za-z]*|[\d,.\s]+")


@dataclass(frozen=True, slots=True)
class WikiLink:
    """Where a wiki link leads; an empty `href` is a page that does not exist."""

    href: str
    text: str
    is_image: bool = False
    width: str | None = None
    height: str | None = None


def wiki_link(
    target: str, context: MarkdownContext, embed: bool = False, label: str | None = None
) -> WikiLink | None:
    """What the inside of `[[…]]` means; None where the brackets are no link but text of their own."""
    page, _, rest = target.replace("\\|", "|").partition("|")
    page, _, heading = page.strip().partition("#")
    page = page.strip()
    shown = (label or rest.split("|")[-1]).strip()
    if not page and not heading:
        return None
    found = find_file(page, context) if page else None
    suffix = PurePosixPath(page).suffix.lower()
    if embed and suffix in _IMAGES:
        return _image(page, rest, found, context)
    if page and found is None and not rest and not label and _is_plain(page, context):
        return None
    anchor = f"#{quote(slug(heading.split('#')[-1].lstrip('^')))}" if heading else ""
    text = shown or (page.removesuffix(".md") if page else "") + (
        f" › {heading.replace('#', ' › ')}" if heading and page else ""
    )
    text = text or heading.lstrip("^#")
    if page and found is None:
        return WikiLink("", text)
    return WikiLink((relative_href(found, context.path) if found else "") + anchor, text)


def find_file(name: str, context: MarkdownContext) -> Path | None:
    """The file a page or picture name stands for: beside the article first, then in the library."""
    wanted = name.replace("\\", "/").strip().lstrip("/")
    if not wanted or len(wanted) > 300 or "\0" in wanted or ".." in PurePosixPath(wanted).parts:
        return None
    names = [wanted] if PurePosixPath(wanted).suffix.lower() in (*_IMAGES, *_MEDIA, *_PAGES) else []
    names += [wanted + suffix for suffix in _PAGES]
    folder = context.path.parent
    for candidate in names:
        path = folder / candidate
        try:
            if path.is_file():
                return path
        except (OSError, ValueError):
            return None
    if context.library_root is None:
        return None
    index = _files_by_name(str(context.library_root), int(time.monotonic() // _KEPT_SECONDS))
    for candidate in names:
        matches = index.get(PurePosixPath(candidate).name.lower(), ())
        fitting = [
            path
            for path in matches
            if f"/{path.replace(os.sep, '/')}".lower().endswith(f"/{candidate.lower()}")
        ]
        if fitting:
            return Path(min(fitting, key=len))
    return None


def relative_href(target: Path, article: Path) -> str:
    """A percent-encoded address of `target` as seen from the article's folder."""
    relative = os.path.relpath(target, article.parent).replace(os.sep, "/")
    return quote(relative, safe="/!$'()*,;@~+-._", errors="surrogateescape")


def _image(page: str, rest: str, found: Path | None, context: MarkdownContext) -> WikiLink:
    options = [part.strip() for part in rest.split("|") if part.strip()]
    size = _SIZE.fullmatch(options[-1]) if options else None
    alt = next((part for part in options if not _SIZE.fullmatch(part)), "")
    href = relative_href(found, context.path) if found else quote(page, safe="/!$'()*,;@~+-._")
    return WikiLink(
        href, alt or PurePosixPath(page).stem, True, size[1] if size else None, size[2] if size else None
    )


def _is_plain(page: str, context: MarkdownContext) -> bool:
    """`[[Prototype]]` and `[[1]]` are names and numbers, unless the file comes from a wiki."""
    return context.dialect != Dialect.OBSIDIAN and bool(_SPEC_SLOT.fullmatch(page))


@lru_cache(maxsize=4)
def _files_by_name(root: str, _moment: int) -> Mapping[str, tuple[str, ...]]:
    """Files below `root` by lower-case name; `_moment` lets the list expire."""
    found: dict[str, list[str]] = {}
    count = 0
    deadline = time.monotonic() + _MAX_SECONDS
    for folder, folders, files in os.walk(root):
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name != "node_modules")
        for name in files:
            found.setdefault(name.lower(), []).append(os.path.join(folder, name))  # noqa: PTH118 - called for every file
        count += len(files)
        if count > _MAX_FILES or time.monotonic() > deadline:
            break
    return {name: tuple(paths) for name, paths in found.items()}
