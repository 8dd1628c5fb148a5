# SPDX-License-Identifier: MIT
"""Pictures are found where authors and programs put them, and nowhere else."""

from __future__ import annotations

import base64
import os
import struct
import zlib
from collections.abc import Iterable
from pathlib import Path

import pytest

from reader.core.article import (
    ArticleFormat,
    CleanArticle,
    Dialect,
    EmbeddedPart,
    ImageRef,
    Metadata,
    SafeHtml,
    image_key,
)
from reader.core.images import FoundImage, ImageLookup


def _png(width: int = 3, height: int = 2) -> bytes:
    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", b"") + chunk(b"IEND", b"")


def _article(path: Path, written: str, url: str | None = None, **fields: object) -> CleanArticle:
    reference = ImageRef(image_key(url or written), url or written, written=written)
    root = fields.pop("image_root", None)
    assert root is None or isinstance(root, str)
    return CleanArticle(
        path=path,
        format=ArticleFormat.MARKDOWN,
        dialect=Dialect.PLAIN,
        encoding="utf-8",
        metadata=Metadata(title="t", lang="en", image_root=root),
        html=SafeHtml(""),
        text="",
        words=0,
        reading_minutes=1,
        images=(reference,),
        **fields,  # type: ignore[arg-type]
    )


def _find(article: CleanArticle, root: Path | None) -> FoundImage | None:
    return ImageLookup(article, root).find(article.images[0].key)


def _put(path: Path, data: bytes | None = None) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(_png() if data is None else data)
    return path


@pytest.mark.parametrize(
    ("written", "file"),
    [
        ("a.png", "blog/posts/a.png"),
        ("./a.png?v=1#x", "blog/posts/a.png"),
        ("a%20b.png", "blog/posts/a b.png"),
        ("%E5%9B%BE.png", "blog/posts/图.png"),
        ("100%.png", "blog/posts/100%.png"),
        ("img\\a.png", "blog/posts/img/a.png"),
        ("../images/a.png", "blog/images/a.png"),
        ("Essay_files/a.png", "blog/posts/Essay_files/a.png"),
        ("a.png", "blog/posts/Essay_files/a.png"),
        ("a.png", "blog/posts/Essay.files/a.png"),
        ("a.png", "blog/posts/Essay.assets/a.png"),
        ("a.png", "blog/posts/Essay/a.png"),
        ("a.png", "blog/posts/images/a.png"),
        ("/img/a.png", "blog/static/img/a.png"),
        ("/img/a.png", "blog/public/img/a.png"),
        ("/img/a.png", "blog/source/img/a.png"),
        ("/img/a.png", "blog/assets/img/a.png"),
        ("/img/a.png", "blog/content/img/a.png"),
        ("/img/a.png", "blog/img/a.png"),
        ("img/a.png", "blog/img/a.png"),
        ("https://example.org/x/a.png?s=1", "blog/posts/Essay_files/a.png"),
    ],
)
def test_finds_local_pictures(written: str, file: str, tmp_path: Path) -> None:
    picture = _put(tmp_path / file)
    found = _find(_article(tmp_path / "blog/posts/Essay.md", written), tmp_path)
    assert found is not None
    assert (found.path, found.media_type, found.size) == (picture.resolve(), "image/png", (3, 2))
    assert found.data == picture.read_bytes()


def test_finds_pictures_under_the_root_typora_was_told(tmp_path: Path) -> None:
    _put(tmp_path / "media/shots/a.png")
    article = _article(tmp_path / "notes/n.md", "/shots/a.png", image_root="../media")
    assert _find(article, tmp_path) is not None
    assert _find(article, None) is None


def test_a_remote_picture_is_not_confused_with_any_file_of_its_name(tmp_path: Path) -> None:
    _put(tmp_path / "images/a.png")
    _put(tmp_path / "a.png")
    assert _find(_article(tmp_path / "n.md", "https://example.org/a.png"), tmp_path) is None


@pytest.mark.parametrize(
    "written",
    [
        "../secret.png",
        "..%2Fsecret.png",
        "%2e%2e/secret.png",
        "/../secret.png",
        "x/../../secret.png",
        "..\\secret.png",
        "link.png",
        "folder/secret.png",
        "\x00.png",
        "%00",
        "a" * 5000,
        "file:///etc/hostname",
        "//server/secret.png",
        "\\\\server\\secret.png",
        "",
        "..",
        "/",
    ],
)
def test_never_leaves_its_confines(written: str, tmp_path: Path) -> None:
    secret = _put(tmp_path / "secret.png")
    library = tmp_path / "library"
    library.mkdir()
    (library / "link.png").symlink_to(secret)
    (library / "folder").symlink_to(tmp_path)
    article = _article(library / "n.md", written)
    assert _find(article, library) is None
    assert _find(article, None) is None
    absolute = _article(library / "n.md", str(secret))
    assert _find(absolute, library) is None


def test_a_link_inside_the_library_is_followed(tmp_path: Path) -> None:
    picture = _put(tmp_path / "all/a.png")
    (tmp_path / "b.png").symlink_to(picture)
    assert _find(_article(tmp_path / "n.md", "b.png"), tmp_path) is not None


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes on this system")
def test_pipes_devices_and_folders_are_no_pictures(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.png")
    (tmp_path / "folder.png").mkdir()
    for name in ("pipe.png", "folder.png"):
        assert _find(_article(tmp_path / "n.md", name), tmp_path) is None


def test_refuses_what_is_too_large(tmp_path: Path) -> None:
    with (tmp_path / "big.png").open("wb") as file:
        file.write(_png())
        file.truncate(26 * 1024 * 1024)
    _put(tmp_path / "bomb.png", _png(60_000, 60_000))
    for name in ("big.png", "bomb.png"):
        assert _find(_article(tmp_path / "n.md", name), tmp_path) is None


def test_believes_bytes_not_names(tmp_path: Path) -> None:
    _put(tmp_path / "photo.jpg", _png())
    _put(tmp_path / "page.png", b"<html><svg></svg><script>x</script></html>")
    _put(tmp_path / "empty.png", b"")
    found = _find(_article(tmp_path / "n.md", "photo.jpg"), tmp_path)
    assert found is not None
    assert found.media_type == "image/png"
    assert _find(_article(tmp_path / "n.md", "page.png"), tmp_path) is None
    assert _find(_article(tmp_path / "n.md", "empty.png"), tmp_path) is None


def test_reads_pictures_inside_addresses(tmp_path: Path) -> None:
    encoded = base64.b64encode(_png()).decode()
    for uri in (f"data:image/png;base64,{encoded}", f"DATA:;base64,{encoded.rstrip('=')}"):
        found = _find(_article(tmp_path / "n.md", uri), None)
        assert found is not None
        assert found.data == _png()
    for uri in ("data:", "data:image/png;base64,@@@", "data:text/html,<script>", "data:image/png,abc"):
        assert _find(_article(tmp_path / "n.md", uri), None) is None


def test_reads_parts_of_a_saved_page(tmp_path: Path) -> None:
    parts = {"https://e.org/a.png": EmbeddedPart("text/plain", _png()), "cid:1@x": EmbeddedPart("", _png())}
    for written, url in (("a.png", "https://e.org/a.png"), ("cid:1@x", None), ("cid:1%40x", None)):
        assert _find(_article(tmp_path / "p.mhtml", written, url, parts=parts), None) is not None


def test_asks_the_store_last(tmp_path: Path) -> None:
    class Store:
        def find(self, url: str) -> FoundImage | None:
            return FoundImage("image/png", content=b"kept") if url == "https://e.org/a.png" else None

        def find_all(self, urls: Iterable[str]) -> dict[str, FoundImage]:
            return {url: found for url in urls if (found := self.find(url))}

    article = _article(tmp_path / "n.md", "https://e.org/a.png")
    lookup = ImageLookup(article, tmp_path, cache=Store())
    found = lookup.find(article.images[0].key)
    assert found is not None
    assert found.data == b"kept"
    assert lookup.available([article.images[0].key, image_key("other")]) == {article.images[0].key}
    assert lookup.size(image_key("other")) is None


def test_a_file_that_goes_away_gives_nothing(tmp_path: Path) -> None:
    picture = _put(tmp_path / "a.png")
    found = _find(_article(tmp_path / "n.md", "a.png"), tmp_path)
    picture.unlink()
    assert found is not None
    assert found.data == b""


def test_real_articles_find_their_pictures() -> None:
    shared = Path(__file__).resolve().parents[3].parent / "shared" / "articles"
    if not shared.is_dir():
        pytest.skip("no folder of sample articles beside the checkout")
    root = shared / "servicemesher"
    banners = [
        path for path in root.rglob("*") if path.suffix in (".jpg", ".png") and "/static/" in str(path)
    ]
    assert banners
    for banner in banners:
        written = str(banner).partition("/static")[2]
        assert _find(_article(root / "content/blog/some/index.md", written), root) is not None
