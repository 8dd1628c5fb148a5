# SPDX-License-Identifier: MIT
"""Kept thumbnails: for the picture as it is, in a folder with a limit."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from reader.core.kept_files import prune_oldest, write_whole
from reader.core.thumbnail_store import LARGEST, ThumbnailStore


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    """A file that stands for a cover."""
    path = tmp_path / "cover.png"
    path.write_bytes(b"picture")
    return path


def test_a_thumbnail_is_found_again_for_the_same_picture_and_size(tmp_path: Path, picture: Path) -> None:
    ThumbnailStore(tmp_path / "kept").save(picture, 112, b"small")
    store = ThumbnailStore(tmp_path / "kept")
    assert store.load(picture, 112) == b"small"
    assert store.load(picture, 56) is None


def test_another_picture_under_the_same_name_has_none(tmp_path: Path, picture: Path) -> None:
    store = ThumbnailStore(tmp_path / "kept")
    store.save(picture, 112, b"small")
    picture.write_bytes(b"another picture")
    assert store.load(picture, 112) is None


def test_that_there_can_be_none_is_kept_too(tmp_path: Path, picture: Path) -> None:
    store = ThumbnailStore(tmp_path / "kept")
    store.save(picture, 112, b"")
    assert store.load(picture, 112) == b""


def test_a_picture_that_is_gone_has_none_and_gets_none(tmp_path: Path) -> None:
    store = ThumbnailStore(tmp_path / "kept")
    store.save(tmp_path / "gone.png", 56, b"small")
    assert store.load(tmp_path / "gone.png", 56) is None
    assert store.load(Path("a\0b"), 56) is None
    assert not (tmp_path / "kept").exists()


def test_the_folder_stays_within_its_limit(tmp_path: Path, picture: Path) -> None:
    for side in range(40):
        ThumbnailStore(tmp_path / "kept").save(picture, side, bytes(100_000))
    ThumbnailStore(tmp_path / "kept", 1_000_000).save(picture, 99, bytes(100_000))
    assert sum(file.stat().st_size for file in (tmp_path / "kept").iterdir()) <= 1_000_000


def test_what_is_too_large_is_not_kept(tmp_path: Path, picture: Path) -> None:
    store = ThumbnailStore(tmp_path / "kept")
    store.save(picture, 56, bytes(LARGEST + 1))
    assert store.load(picture, 56) is None


def test_the_oldest_files_go_first(tmp_path: Path) -> None:
    for age, name in enumerate("abc"):
        assert write_whole(tmp_path / name, [b"12", b"345"])
        os.utime(tmp_path / name, (1000 - age, 1000 - age))
    assert prune_oldest(tmp_path, 10) == 10
    assert sorted(each.name for each in tmp_path.iterdir()) == ["a", "b"]
    assert prune_oldest(tmp_path / "none", 10) == 0


def test_where_nothing_can_be_written_nothing_is_left(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    assert not write_whole(tmp_path / "file" / "x", [b"1"])
    (tmp_path / "taken").mkdir()
    (tmp_path / "taken" / "x").mkdir()
    assert not write_whole(tmp_path / "taken" / "x", [b"1"])
    assert [each.name for each in (tmp_path / "taken").iterdir()] == ["x"]
