# SPDX-License-Identifier: MIT
"""Covers as thumbnails: found beside the article, decoded elsewhere, refused where they are no pictures."""

from __future__ import annotations

import os
import struct
import threading
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from reader.core.library import ListedArticle
from reader.core.thumbnail_store import ThumbnailStore
from reader.ui.tasks import Tasks
from reader.ui.thumbnails import Thumbnails, cover_beside, decode_square, is_local, small_cover

MakeArticle = Callable[..., ListedArticle]


def _save_picture(path: Path, width: int, height: int) -> Path:
    """Blue with a red square in its very middle."""
    path.parent.mkdir(parents=True, exist_ok=True)
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("blue"))
    painter = QPainter(image)
    side = min(width, height)
    painter.fillRect((width - side) // 2, (height - side) // 2, side, side, QColor("red"))
    painter.end()
    assert image.save(str(path))
    return path


@pytest.mark.parametrize("suffix", ["png", "jpg", "webp", "bmp"])
@pytest.mark.parametrize(("width", "height"), [(400, 300), (90, 900), (56, 56), (20, 12), (1, 1)])
def test_the_middle_of_a_picture_as_a_square(
    tmp_path: Path, qtbot: QtBot, suffix: str, width: int, height: int
) -> None:
    image = decode_square(_save_picture(tmp_path / f"cover.{suffix}", width, height), 112)
    assert image.size() == QSize(112, 112)
    for x in (4, 56, 108):
        colour = image.pixelColor(x, 56)
        assert colour.red() > 180, x
        assert colour.blue() < 90, x
    assert image.pixelColor(0, 0).alpha() == 0


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"not a picture",
        b"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>",
        b"\x89PNG\r\n\x1a\n",
    ],
)
def test_what_is_no_picture_is_refused(tmp_path: Path, qtbot: QtBot, content: bytes) -> None:
    path = tmp_path / "cover.png"
    path.write_bytes(content)
    assert decode_square(path, 56).isNull()
    assert decode_square(tmp_path / "missing.png", 56).isNull()


def test_a_picture_is_decoded_on_another_thread(
    tmp_path: Path, tasks: Tasks, qtbot: QtBot, make_article: MakeArticle
) -> None:
    cover = _save_picture(tmp_path / "cover.png", 300, 200)
    article = make_article(0, cover="cover.png", path=tmp_path / "article.md")
    threads: list[int] = []

    def find(_article: ListedArticle) -> Path:
        threads.append(threading.get_ident())
        return cover

    thumbnails = Thumbnails(tasks, find)
    assert thumbnails.expects(article)
    with qtbot.waitSignal(thumbnails.picture_ready) as said:
        assert thumbnails.picture(article, 56, 2.0) is None
    assert said.args == [str(article.key)]
    picture = thumbnails.picture(article, 56, 2.0)
    assert picture is not None
    assert (picture.width(), picture.devicePixelRatio()) == (112, 2.0)
    assert len(threads) == 1
    assert threads[0] != threading.get_ident()


def test_a_cover_that_is_not_there_gives_its_place_back(
    tmp_path: Path, tasks: Tasks, qtbot: QtBot, make_article: MakeArticle
) -> None:
    article = make_article(0, cover="gone.png", path=tmp_path / "article.md")
    thumbnails = Thumbnails(tasks)
    with qtbot.waitSignal(thumbnails.picture_ready):
        thumbnails.picture(article, 56, 1.0)
    assert not thumbnails.expects(article)
    _save_picture(tmp_path / "gone.png", 60, 60)
    thumbnails.forget()
    assert thumbnails.expects(article)
    with qtbot.waitSignal(thumbnails.picture_ready):
        thumbnails.picture(article, 56, 1.0)
    assert thumbnails.picture(article, 56, 1.0) is not None


def test_what_was_made_small_once_is_not_decoded_again(tmp_path: Path, qtbot: QtBot) -> None:
    cover = _save_picture(tmp_path / "cover.png", 600, 400)
    state = cover.stat()
    made = small_cover(cover, 112, ThumbnailStore(tmp_path / "kept"))
    cover.write_bytes(bytes(state.st_size))  # what is kept must not be asked of the picture again
    os.utime(cover, ns=(state.st_atime_ns, state.st_mtime_ns))
    again = small_cover(cover, 112, ThumbnailStore(tmp_path / "kept"))
    assert again.size() == made.size() == QSize(112, 112)
    assert again.pixelColor(56, 56).red() > 180
    assert again.pixelColor(0, 0).alpha() == 0


def test_a_kept_thumbnail_that_is_damaged_is_made_again(tmp_path: Path, qtbot: QtBot) -> None:
    cover, store = _save_picture(tmp_path / "cover.png", 600, 400), ThumbnailStore(tmp_path / "kept")
    store.save(cover, 112, b"\x89PNG\r\n\x1a\n and no more")
    assert small_cover(cover, 112, store).size() == QSize(112, 112)
    kept = store.load(cover, 112)
    assert kept is not None
    assert kept.startswith(b"\xff\xd8")


def test_transparent_covers_stay_transparent(tmp_path: Path, qtbot: QtBot) -> None:
    image = QImage(200, 200, QImage.Format.Format_ARGB32)
    image.fill(QColor(0, 0, 0, 0))
    assert image.save(str(tmp_path / "clear.png"))
    store = ThumbnailStore(tmp_path / "kept")
    for _ in range(2):
        assert small_cover(tmp_path / "clear.png", 56, store).pixelColor(28, 28).alpha() == 0


def test_a_bomb_is_refused_by_its_header_and_not_asked_again(tmp_path: Path, qtbot: QtBot) -> None:
    bomb = tmp_path / "bomb.png"
    header = struct.pack(">IIBBBBB", 30_000, 30_000, 8, 6, 0, 0, 0)
    chunk = b"IHDR" + header
    body = zlib.compress(bytes(100))
    bomb.write_bytes(
        b"\x89PNG\r\n\x1a\n"
        + struct.pack(">I", len(header)) + chunk + struct.pack(">I", zlib.crc32(chunk))
        + struct.pack(">I", len(body)) + b"IDAT" + body + struct.pack(">I", zlib.crc32(b"IDAT" + body))
    )  # fmt: skip
    store = ThumbnailStore(tmp_path / "kept")
    assert small_cover(bomb, 56, store).isNull()
    assert store.load(bomb, 56) == b""
    assert small_cover(bomb, 56, store).isNull()


@pytest.mark.parametrize(
    "cover",
    [
        "https://example.org/x.png",
        "//example.org/x.png",
        "data:image/png;base64,AA",
        "file:///etc/passwd",
        "",
        "c:\\x.png",
    ],
)
def test_covers_elsewhere_are_not_sought(tasks: Tasks, make_article: MakeArticle, cover: str) -> None:
    assert not is_local(cover)
    assert not Thumbnails(tasks).expects(make_article(0, cover=cover))


def test_where_a_cover_is_found(tmp_path: Path, qtbot: QtBot, make_article: MakeArticle) -> None:
    post = tmp_path / "site" / "content" / "posts" / "one" / "index.md"
    beside = _save_picture(post.parent / "a b.png", 9, 9)
    above = _save_picture(post.parent.parent / "images" / "x.png", 9, 9)
    static = _save_picture(tmp_path / "site" / "static" / "img" / "y.png", 9, 9)
    (tmp_path / "secret.png").write_bytes(b"x")

    def found(cover: str) -> Path | None:
        return cover_beside(make_article(0, path=post, cover=cover))

    assert found("a%20b.png") == beside
    assert found("./a b.png?size=2#x") == beside
    assert found("../images/x.png") == above
    assert found("/img/y.png") == static
    for refused in (
        "../../../../secret.png",
        "/../secret.png",
        ".",
        "/",
        "a\0b.png",
        "%00",
        "x" * 5000,
        "http://[/",
    ):
        assert found(refused) is None, refused


def test_a_link_out_of_the_folder_is_not_followed(
    tmp_path: Path, qtbot: QtBot, make_article: MakeArticle
) -> None:
    outside = _save_picture(tmp_path / "outside.png", 9, 9)
    post = tmp_path / "a" / "b" / "c" / "post.md"
    post.parent.mkdir(parents=True)
    (post.parent / "cover.png").symlink_to(outside)
    assert cover_beside(make_article(0, path=post, cover="cover.png")) is None
