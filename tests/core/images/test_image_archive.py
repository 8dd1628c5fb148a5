# SPDX-License-Identifier: MIT
"""Pictures kept in a folder of one's own are found by address or hash, and nothing outside it is."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest

from reader.core.images.image_archive import ImageArchive
from tests.core.images.test_download import png

URL = "https://example.com/a/b%20c.png?w=9"


def _hashed(algorithm: str, url: str = URL) -> str:
    return hashlib.new(algorithm, url.encode()).hexdigest()


@pytest.mark.parametrize(
    "name",
    [
        "example.com/a/b c.png?w=9",
        "example.com/a/b%20c.png@w=9",
        "example.com/a/b c.png",
        "https%3A%2F%2Fexample.com%2Fa%2Fb%2520c.png%3Fw%3D9",
        "https___example.com_a_b_20c.png_w_9",
        _hashed("md5") + ".jpg",
        _hashed("sha1"),
        _hashed("sha256").upper() + ".PNG",
        f"{_hashed('sha1')[:2]}/{_hashed('sha1')}.png",
        _hashed("md5", URL.replace("https:", "http:")) + ".png",
    ],
)
def test_names_that_are_known(tmp_path: Path, name: str) -> None:
    if os.name == "nt" and set(name) & set('?*:"<>|'):
        pytest.skip("no name for a file there")
    path = tmp_path / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(png(7, 5))
    archive = ImageArchive(tmp_path)
    for url in (URL, URL + "#there", "https://images.weserv.nl/?url=" + URL.replace("%", "%25")):
        found = archive.find(url)
        assert found is not None, url
        assert found.size == (7, 5)
    assert archive.find("https://example.com/other.png") is None


def test_what_comes_later_is_found(tmp_path: Path) -> None:
    archive = ImageArchive(tmp_path)
    assert archive.find(URL) is None
    (tmp_path / _hashed("md5")).write_bytes(png())
    os.utime(tmp_path, (1, 1))
    assert archive.find(URL) is not None
    assert ImageArchive(tmp_path / "nowhere").find(URL) is None


@pytest.mark.parametrize(
    "url",
    [
        "https://example.com/../outside.png",
        "https://example.com/%2e%2e/%2e%2e/outside.png",
        "https://../outside.png",
        "https://example.com/link.png",
        "https://example.com/folder/",
        "https://example.com/" + "x" * 4000,
        "https://example.com/a\0b.png",
        "https://example.com/\ud83d.png",
        "../outside.png",
        "file:///etc/passwd",
    ],
)
def test_nothing_outside_is_read(tmp_path: Path, url: str) -> None:
    folder = tmp_path / "archive"
    (folder / "example.com" / "folder").mkdir(parents=True)
    (tmp_path / "outside.png").write_bytes(png())
    if os.name != "nt":
        (folder / "example.com" / "link.png").symlink_to(tmp_path / "outside.png")
    assert ImageArchive(folder).find(url) is None


def test_what_is_no_picture_is_not_shown(tmp_path: Path) -> None:
    (tmp_path / _hashed("md5")).write_bytes(b"<html>no</html>")
    (tmp_path / _hashed("sha1")).mkdir()
    assert ImageArchive(tmp_path).find(URL) is None
