# SPDX-License-Identifier: MIT
"""Writes an article so that it can be read when its host is gone: with its pictures, needing nothing else."""

from __future__ import annotations

import os
import re
import shutil
import tempfile
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Literal
from urllib.parse import quote

from reader.core.article import CleanArticle, ImageKey
from reader.core.errors import ReaderError, cause_of
from reader.core.export.file_names import file_stem, picture_name
from reader.core.export.pictures import article_pictures
from reader.core.images import FoundImage
from reader.core.page import PageImages, PageLook, PageWords, standalone_page

Form = Literal["file", "folder", "markdown", "epub"]
SUFFIXES = MappingProxyType({"file": ".html", "folder": ".html", "markdown": ".md", "epub": ".epub"})
_MISSING = re.compile(r'\bdata-key="(\w+)"')
_MOST_NAMES = 10_000

Progress = Callable[[int, int], bool]
"""Told how many pictures of how many are done; whether to go on."""


@dataclass(frozen=True, slots=True)
class CopyReport:
    """What was written: the page, the folder of its pictures if it has one, and how many these are."""

    path: Path
    folder: Path | None
    pictures: int
    missing: int  # pictures that are not at hand, or did not fit
    cancelled: bool = False


def save_copy(
    article: CleanArticle,
    look: PageLook,
    words: PageWords,
    images: PageImages,
    target: Path,
    form: Form,
    progress: Progress = lambda _done, _total: True,
) -> CopyReport:
    """Write the article to `target`, with everything inside or with a folder of pictures beside it.

    Nothing but `target` is ever replaced; cancelled, or where it cannot be written, nothing is left behind.
    """
    try:
        if form == "file":
            return _save_file(article, look, words, images, target, progress)
        if form == "epub":
            return _save_book(article, images, target, progress)
        return _save_folder(article, look, words, images, target, form, progress)
    except OSError as error:
        raise ReaderError(f"{target} cannot be written: {cause_of(error)}.") from error


def copy_name(article: CleanArticle, form: Form) -> str:
    """A name for the copy of an article: its title."""
    return file_stem(article.metadata.title, "article") + SUFFIXES[form]


def _save_file(
    article: CleanArticle,
    look: PageLook,
    words: PageWords,
    images: PageImages,
    target: Path,
    progress: Progress,
) -> CopyReport:
    counted = _Counted(images, len(article_pictures(article)), progress)
    page = standalone_page(article, look, words, counted)
    missing = len(set(_MISSING.findall(page)))
    if counted.cancelled:
        return CopyReport(target, None, 0, missing, cancelled=True)
    _write(target, page)
    return CopyReport(target, None, max(0, counted.total - missing), missing)


def _save_book(article: CleanArticle, images: PageImages, target: Path, progress: Progress) -> CopyReport:
    from reader.core.export.epub import make_book

    counted = _Counted(images, len(article_pictures(article)), progress)
    book = make_book(article, counted.find)
    if counted.cancelled:
        return CopyReport(target, None, 0, book.missing, cancelled=True)
    _write(target, book.data)
    return CopyReport(target, None, book.pictures, book.missing)


class _Counted:
    """Pictures of a page that is being made, counted as they are asked for."""

    def __init__(self, images: PageImages, total: int, progress: Progress) -> None:
        self.total = total
        self.cancelled = False
        self._images, self._progress = images, progress
        self._seen: set[ImageKey] = set()

    def find(self, key: ImageKey) -> FoundImage | None:
        """The picture; none any more once it was cancelled."""
        self._seen.add(key)
        self.cancelled = self.cancelled or not self._progress(min(len(self._seen), self.total), self.total)
        return None if self.cancelled else self._images.find(key)

    def size(self, key: ImageKey) -> tuple[int, int] | None:
        """Its width and height in pixels."""
        return self._images.size(key)


def _save_folder(
    article: CleanArticle,
    look: PageLook,
    words: PageWords,
    images: PageImages,
    target: Path,
    form: Form,
    progress: Progress,
) -> CopyReport:
    beside = Path(tempfile.mkdtemp(dir=target.parent, prefix=".article-", suffix=".part"))
    try:
        names, cancelled = _write_pictures(article, images, beside, progress)
        pictures = {*(reference.key for reference in article.images)}
        pictures |= {article.cover.key} if article.cover else set()
        missing = len(pictures - set(names))
        if cancelled:
            return CopyReport(target, None, 0, missing, cancelled=True)
        folder = _free_folder(target) if names else None
        addresses = (
            {key: quote(os.fsencode(f"{folder.name}/{name}")) for key, name in names.items()}
            if folder
            else {}
        )
        if form == "markdown":
            page = _markdown(article, addresses)
        else:
            page = standalone_page(article, look, words, images, addresses)
        if folder is not None:
            beside.chmod(0o777 & ~_mask())
            beside.rename(folder)
        try:
            _write(target, page)
        except OSError:
            if folder is not None:
                shutil.rmtree(folder, ignore_errors=True)
            raise
        return CopyReport(target, folder, len(names), missing)
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def _write_pictures(
    article: CleanArticle, images: PageImages, folder: Path, progress: Progress
) -> tuple[Mapping[ImageKey, str], bool]:
    """Write all pictures that are at hand; their names, and whether it was cancelled."""
    title = article.metadata.title
    names: dict[ImageKey, str] = {}
    used: set[str] = set()
    pictures = article_pictures(article)
    for number, picture in enumerate(pictures, 1):
        if not progress(number - 1, len(pictures)):
            return names, True
        found = images.find(picture.key)
        data = found.data if found is not None else b""
        if found is None or not data:
            continue
        name = _unused(picture_name(picture, found.media_type, title, number), used)
        (folder / name).write_bytes(data)
        names[picture.key] = name
    progress(len(pictures), len(pictures))
    return names, False


def _unused(name: str, used: set[str]) -> str:
    """A name that no other picture has, also where upper and lower case are the same."""
    stem, suffix = os.path.splitext(name)  # noqa: PTH122
    tried = name
    for number in range(2, _MOST_NAMES):
        if tried.casefold() not in used:
            break
        tried = f"{stem} {number}{suffix}"
    used.add(tried.casefold())
    return tried


def _free_folder(target: Path) -> Path:
    """The folder for the pictures, named as browsers do; one that is there already stays as it is."""
    wanted = target.with_name(f"{target.stem}_files")
    for number in range(2, _MOST_NAMES):
        if not os.path.lexists(wanted):
            return wanted
        wanted = target.with_name(f"{target.stem}_files {number}")
    raise ReaderError(f"{wanted} already exists; choose another name.")


def _markdown(article: CleanArticle, addresses: Mapping[ImageKey, str]) -> str:
    from reader.core.export.markdown import to_markdown

    urls = {f"image/{image.key}": addresses.get(image.key, image.url) for image in article.images}
    body = to_markdown(article.html, lambda source: urls.get(source, source))
    title = " ".join(article.metadata.title.split())
    return f"# {title}\n\n{body}" if title else body


def _write(target: Path, content: str | bytes) -> None:
    """Beside, then in place."""
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=".article-", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content.encode("utf-8", "replace") if isinstance(content, str) else content)
        Path(name).chmod(0o666 & ~_mask())
        Path(name).replace(target)
    except BaseException:
        with suppress(OSError):
            Path(name).unlink(missing_ok=True)
        raise


def _mask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
