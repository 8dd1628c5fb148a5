# SPDX-License-Identifier: MIT
"""Covers of articles as small pictures: decoded off the GUI thread at the size they are shown in."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QImage, QImageReader, QPainter, QPixmap

from reader.ui.tasks import Tasks

if TYPE_CHECKING:
    from reader.core.library import ListedArticle
    from reader.core.thumbnail_store import ThumbnailStore

_KEPT = 400  # pictures; about 5 MB at 56 pixels, four times that on a dense screen
_WAITING = 40  # more than a screen of rows; what was scrolled past is dropped
_FILE_LIMIT = 25 * 1024 * 1024  # bytes
_PIXEL_LIMIT = 100_000_000  # of JPEG, which is made smaller while it is decoded
_WHOLE_LIMIT = 40_000_000  # of the others, which have to be decoded whole first
_FORMATS = frozenset({b"png", b"jpeg", b"jpg", b"gif", b"webp", b"avif", b"bmp", b"ico"})
_SITE_ROOTS = ("", "static", "public", "source", "assets")
_ANCESTORS = 6
_QUALITY = 90


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
        self._store: ThumbnailStore | None = None

    def keep_in(self, folder: Path) -> None:
        """From now on, keep what was made small in a folder of the cache, and look there first."""
        from reader.core.thumbnail_store import ThumbnailStore

        self._store = ThumbnailStore(folder)

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
        find, store = self._find_cover, self._store

        def decode() -> QImage:
            path = find(article)
            return small_cover(path, round(key[1] * key[2]), store) if path else QImage()

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


def small_cover(path: Path, side: int, store: ThumbnailStore | None) -> QImage:
    """The square of `decode_square`, from the store where it has been made before."""
    kept = store.load(path, side) if store is not None else None
    if kept == b"":
        return QImage()
    image = _unpacked(kept, side) if kept is not None else QImage()
    if not image.isNull():
        return _rounded(image, side)
    image = _middle(path, side)
    if store is not None:
        store.save(path, side, b"" if image.isNull() else _packed(image))
    return image if image.isNull() else _rounded(image, side)


def decode_square(path: Path, side: int) -> QImage:
    """The middle of a picture as a square of `side` device pixels with round corners; null if refused."""
    image = _middle(path, side)
    return image if image.isNull() else _rounded(image, side)


def _middle(path: Path, side: int) -> QImage:
    """The middle of a picture, no larger than `side`; null where it is none, or too large to be decoded."""
    reader = QImageReader(str(path))
    reader.setAutoTransform(True)
    kind = bytes(reader.format().data())
    if kind not in _FORMATS:
        return QImage()
    size = reader.size()
    most = _PIXEL_LIMIT if kind in (b"jpeg", b"jpg") else _WHOLE_LIMIT
    if not size.isValid() or size.width() * size.height() > most or min(size.width(), size.height()) < 1:
        return QImage()
    shorter = min(size.width(), size.height())
    if shorter > side:
        size = QSize(round(size.width() * side / shorter), round(size.height() * side / shorter))
        reader.setScaledSize(size.expandedTo(QSize(side, side)))
        shorter = side
    middle = QRect((size.width() - shorter) // 2, (size.height() - shorter) // 2, shorter, shorter)
    reader.setScaledClipRect(middle)
    return reader.read()


def _packed(image: QImage) -> bytes:
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if image.hasAlphaChannel():
        image.save(buffer, "PNG")  # type: ignore[call-overload]
    else:
        image.save(buffer, "JPEG", _QUALITY)  # type: ignore[call-overload]
    return bytes(data.data())


def _unpacked(data: bytes, side: int) -> QImage:
    """What was kept; null where it is not what we keep."""
    buffer = QBuffer()
    buffer.setData(data)
    reader = QImageReader(buffer, b"png" if data.startswith(b"\x89PNG") else b"jpeg")
    size = reader.size()
    fits = size.isValid() and max(size.width(), size.height()) <= side
    return reader.read() if fits else QImage()


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
