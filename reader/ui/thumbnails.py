# SPDX-License-Identifier: MIT
"""Covers of articles as small pictures: decoded off the GUI thread at the size they are shown in."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from PySide6.QtCore import QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QImage, QImageReader, QPainter, QPixmap

from reader.ui.tasks import Tasks

if TYPE_CHECKING:
    from reader.core.library import ListedArticle

_KEPT = 400  # pictures; about 5 MB at 56 pixels, four times that on a dense screen
_WAITING = 40  # more than a screen of rows; what was scrolled past is dropped
_FILE_LIMIT = 25 * 1024 * 1024  # bytes
_PIXEL_LIMIT = 100_000_000
_FORMATS = frozenset({b"png", b"jpeg", b"jpg", b"gif", b"webp", b"avif", b"bmp", b"ico"})
_SITE_ROOTS = ("", "static", "public", "source", "assets")
_ANCESTORS = 6


class Thumbnails(QObject):
    """Gives the picture of an article at once or not yet; says so when it has come."""

    picture_ready = Signal(str)  # article key; also when there turned out to be none

    def __init__(
        self,
        tasks: Tasks,
        find_cover: Callable[[ListedArticle], Path | None] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._find_cover = find_cover or cover_beside
        self._pictures: OrderedDict[tuple[str, int, float], QPixmap] = OrderedDict()
        self._none: set[str] = set()  # keys of articles whose cover cannot be shown
        self._waiting: OrderedDict[tuple[str, int, float], ListedArticle] = OrderedDict()
        self._working = False

    def expects(self, article: ListedArticle) -> bool:
        """Whether `article` may have a picture, so that its place is kept."""
        return bool(article.cover) and article.key not in self._none and is_local(article.cover or "")

    def picture(self, article: ListedArticle, side: int, ratio: float) -> QPixmap | None:
        """The picture as a square of `side` pixels, or None while it is being decoded."""
        key = (str(article.key), side, ratio)
        found = self._pictures.get(key)
        if found is not None:
            self._pictures.move_to_end(key)
            return found
        self._waiting[key] = article
        self._waiting.move_to_end(key)
        if len(self._waiting) > _WAITING:
            self._waiting.popitem(last=False)
        self._work()
        return None

    def forget(self) -> None:
        """Look again for every picture, as after a scan."""
        self._pictures.clear()
        self._none.clear()

    def _work(self) -> None:
        if self._working or not self._waiting:
            return
        self._working = True
        key, article = self._waiting.popitem()  # the row painted last is the one looked at
        find = self._find_cover

        def decode() -> QImage:
            path = find(article)
            return decode_square(path, round(key[1] * key[2])) if path else QImage()

        self._tasks.run(decode, lambda image: self._on_decoded(key, image))

    def _on_decoded(self, key: tuple[str, int, float], image: QImage) -> None:
        self._working = False
        if image.isNull():
            self._none.add(key[0])
        else:
            pixmap = QPixmap.fromImage(image)
            pixmap.setDevicePixelRatio(key[2])
            self._pictures[key] = pixmap
            if len(self._pictures) > _KEPT:
                self._pictures.popitem(last=False)
        self.picture_ready.emit(key[0])
        self._work()


def is_local(cover: str) -> bool:
    """Whether an address can name a file of the reader's own."""
    return bool(cover) and not cover.startswith("//") and ":" not in cover.split("/", 1)[0]


def cover_beside(article: ListedArticle) -> Path | None:
    """The file `article.cover` names: beside the article, or under a root of its site."""
    try:
        written = unquote(urlsplit(article.cover or "").path)
        if not written or "\0" in written:
            return None
        folder = Path(article.path).resolve().parent
        if not written.startswith("/"):
            return _inside(folder / written, folder.parent)
        ancestors = [folder, *folder.parents][:_ANCESTORS]
        tries = (a / root / written.lstrip("/") for a in ancestors for root in _SITE_ROOTS)
        return next((found for path in tries if (found := _inside(path, path.parents[0]))), None)
    except (OSError, ValueError):
        return None


def decode_square(path: Path, side: int) -> QImage:
    """The middle of a picture as a square of `side` device pixels with round corners; null if refused."""
    reader = QImageReader(str(path))
    reader.setAutoTransform(True)
    if bytes(reader.format().data()) not in _FORMATS:
        return QImage()
    size = reader.size()
    if (
        not size.isValid()
        or size.width() * size.height() > _PIXEL_LIMIT
        or min(size.width(), size.height()) < 1
    ):
        return QImage()
    shorter = min(size.width(), size.height())
    if shorter > side:
        size = QSize(round(size.width() * side / shorter), round(size.height() * side / shorter))
        reader.setScaledSize(size.expandedTo(QSize(side, side)))
        shorter = side
    middle = QRect((size.width() - shorter) // 2, (size.height() - shorter) // 2, shorter, shorter)
    reader.setScaledClipRect(middle)
    image = reader.read()
    return image if image.isNull() else _rounded(image, side)


def _rounded(image: QImage, side: int) -> QImage:
    mode = Qt.TransformationMode.SmoothTransformation
    brush = QBrush(image.scaled(side, side, Qt.AspectRatioMode.IgnoreAspectRatio, mode))
    result = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    result.fill(Qt.GlobalColor.transparent)
    painter = QPainter(result)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(brush)
    painter.drawRoundedRect(0, 0, side, side, side * 0.11, side * 0.11)
    painter.end()
    return result


def _inside(path: Path, root: Path) -> Path | None:
    found = path.resolve()
    if not found.is_relative_to(root) or not found.is_file() or found.stat().st_size > _FILE_LIMIT:
        return None
    return found
