# SPDX-License-Identifier: MIT
"""The image vault keeps what it says it keeps: limits, damage, crashes, several processes."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.core.errors import ImageCacheError
from reader.core.images import ImageCache
from reader.core.images.cache_rows import Failure
from reader.core.images.cache_upkeep import drop_copied, prune, relocate, remove_all, repair, sweep, verify
from reader.core.images.found import FoundImage
from reader.core.images.inspect_image import image_in_bytes
from tests.core.images.test_download import png

KILLS = int(os.environ.get("ARTICLE_READER_KILLS", "10"))  # 200 for the full run


@pytest.fixture
def cache(tmp_path: Path) -> Iterator[ImageCache]:
    cache = ImageCache(tmp_path / "images")
    yield cache
    cache.close()


def _picture(filling: bytes = b"") -> FoundImage:
    found = image_in_bytes(png(3, 2, filling))
    assert found is not None
    return found


def _store(cache: ImageCache, name: str, filling: bytes = b"") -> None:
    cache.store(f"https://a.com/{name}.png", _picture(filling), etag='"e"')
    cache.commit()


def _file(cache: ImageCache, name: str) -> Path:
    found = cache.find(f"https://a.com/{name}.png")
    assert found is not None
    assert found.path is not None
    return found.path


def test_nothing_is_made_before_something_is_stored(cache: ImageCache) -> None:
    assert cache.find("https://a.com/x.png") is None
    assert cache.stored("https://a.com/x.png") is None
    assert cache.failure("https://a.com/x.png") is None
    assert verify(cache).pictures == sweep(cache) == prune(cache, 0) == 0
    assert not cache.folder.exists()


def test_finds_what_was_stored_under_every_spelling(cache: ImageCache) -> None:
    _store(cache, "x")
    for url in ("http://a.com/x.png", "https://A.com:443/x.png#y", "https://wsrv.nl/?url=a.com/x.png"):
        found = cache.find(url)
        assert found is not None
        assert (found.media_type, found.size, found.data) == ("image/png", (3, 2), png())
    assert cache.find("https://a.com/y.png") is None
    assert cache.find("../x.png") is None


def test_many_are_found_with_one_question(cache: ImageCache) -> None:
    assert cache.find_all(["https://a.com/0.png"]) == {}
    for number in range(3):
        _store(cache, str(number), b"%d" % number)
    urls = ["https://a.com/0.png", "http://a.com/1.png", "https://a.com/gone.png", "data:x", "images/2.png"]
    assert cache.find_all(urls) == {url: cache.find(url) for url in urls[:2]}
    _file(cache, "0").unlink()
    assert list(cache.find_all(urls)) == [urls[1]]


def test_equal_pictures_are_one_file(cache: ImageCache) -> None:
    _store(cache, "x")
    _store(cache, "y")
    assert _file(cache, "x") == _file(cache, "y")
    assert verify(cache).pictures == 1


def test_another_process_sees_what_is_committed(cache: ImageCache) -> None:
    _store(cache, "x")
    other = ImageCache(cache.folder)
    assert other.find("https://a.com/x.png") is not None
    cache.store("https://a.com/y.png", _picture(b"y"))
    assert other.find("https://a.com/y.png") is None
    cache.commit()
    assert other.find("https://a.com/y.png") is not None
    other.close()


def test_failures_expire_and_can_be_taken_back(cache: ImageCache) -> None:
    for _ in range(2):
        cache.fail(Failure("https://a.com/x.png", "gone", "The server answered 404.", 100.0, 200.0))
        cache.commit()
    failure = cache.failure("http://a.com/x.png")
    assert failure is not None
    assert failure.attempts == 2
    cache.forget_failures(["https://a.com/x.png"])
    assert cache.failure("https://a.com/x.png") is None
    cache.fail(failure)
    _store(cache, "x")
    assert cache.failure("https://a.com/x.png") is None


def test_the_limit_holds_and_the_oldest_go_first(tmp_path: Path) -> None:
    now = [1000.0]
    cache = ImageCache(tmp_path, lambda: now[0])
    for number in range(10):
        now[0] += 10
        _store(cache, str(number), bytes([number]) * 1000)
    now[0] += 100_000
    assert cache.find("https://a.com/0.png") is not None  # used just now
    size = _file(cache, "0").stat().st_size
    freed = prune(cache, size * 4, lambda: ["http://a.com/1.png"])
    left = {number for number in range(10) if cache.find(f"https://a.com/{number}.png")}
    assert left == {0, 1, 8, 9}
    assert freed == size * 6
    assert cache.index.total_bytes() == size * 4
    assert prune(cache, size * 4, lambda: pytest.fail("nothing has to go")) == 0
    assert len(list((tmp_path / "files").rglob("*.png"))) == 4
    cache.close()


def test_damage_is_found_and_repaired(cache: ImageCache) -> None:
    for name in ("good", "bad", "short", "gone"):
        _store(cache, name, name.encode())
    bad, short, gone = (_file(cache, name) for name in ("bad", "short", "gone"))
    bad.write_bytes(bad.read_bytes()[:-1] + b"!")
    short.write_bytes(b"")
    gone.unlink()
    stray = bad.with_name("f" * 32 + ".png")
    stray.write_bytes(b"left over")
    verdict = verify(cache)
    assert {image.url for image in verdict.corrupt} == {"https://a.com/bad.png", "https://a.com/short.png"}
    assert [image.url for image in verdict.lost] == ["https://a.com/gone.png"]
    assert verdict.orphans == 1
    assert cache.find("https://a.com/short.png") is None
    repair(cache)
    verdict = verify(cache)
    assert (verdict.pictures, verdict.corrupt, verdict.lost, verdict.orphans) == (1, (), (), 0)
    assert cache.find("https://a.com/good.png") is not None


@pytest.mark.parametrize("harm", ["garbage", "gone"])
def test_a_lost_index_is_made_again(cache: ImageCache, harm: str) -> None:
    _store(cache, "x")
    _store(cache, "y", b"y")
    cache.close()
    for path in cache.folder.glob("index.db*"):
        path.unlink()
    if harm == "garbage":
        (cache.folder / "index.db").write_bytes(b"no database" * 1000)
    with (cache.folder / "addresses.jsonl").open("ab") as journal:
        journal.write(b'\n{"name": "cut')
    again = ImageCache(cache.folder)
    again.fail(Failure("https://a.com/z.png", "gone", "Gone.", 0.0, 0.0))
    again.commit()
    assert again.find("https://a.com/x.png") is not None
    stored = again.stored("https://a.com/y.png")
    assert stored is not None
    assert stored.etag == '"e"'
    assert not verify(again).lost
    assert again.check() == "ok"
    again.close()


def test_an_index_of_a_newer_version_is_left_alone(cache: ImageCache) -> None:
    import sqlite3

    cache.folder.mkdir()
    connection = sqlite3.connect(cache.folder / "index.db")
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    assert cache.find("https://a.com/x.png") is None
    with pytest.raises(ImageCacheError, match="newer version"):
        cache.stored("https://a.com/x.png")


def test_moves_to_another_folder(cache: ImageCache, tmp_path: Path) -> None:
    _store(cache, "x")
    _store(cache, "bad", b"bad")
    _file(cache, "bad").write_bytes(b"spoilt")
    moved = relocate(cache, tmp_path / "elsewhere")
    assert moved.find("https://a.com/x.png") is not None
    assert moved.find("https://a.com/bad.png") is None
    assert cache.find("https://a.com/x.png") is not None  # nothing goes before a person says so
    remove_all(cache)
    assert cache.find("https://a.com/x.png") is None
    assert not list((cache.folder / "files").rglob("*.png"))
    moved.close()


def test_leftovers_of_dead_processes_are_swept(cache: ImageCache) -> None:
    _store(cache, "x")
    incoming = cache.folder / "incoming"
    (incoming / "999999999-abc.part").write_bytes(b"dead")
    mine = incoming / f"{os.getpid()}-abc.part"
    mine.write_bytes(b"alive")
    begun = cache.new_incoming()
    begun.write_bytes(b"beginning")
    cache.keep_partial("https://a.com/y.png", begun, '"v"')
    sweep(cache)
    assert {path.name for path in incoming.iterdir()} == ({mine.name, begun.name})
    taken = cache.take_partial("https://a.com/y.png")
    assert taken is not None
    assert taken[0].read_bytes() == b"beginning"
    assert cache.take_partial("https://a.com/y.png") is None


def test_files_of_others_in_the_folder_stay(cache: ImageCache) -> None:
    _store(cache, "x")
    group = next((cache.folder / "files").glob("*"))
    foreign = [
        cache.folder / "files" / "letters" / "contract.pdf",
        cache.folder / "incoming" / "parcel.txt",
        cache.folder / "incoming" / "2026-11-plan.part.txt",
        group / "holiday.jpg",
        group / f"{'Z' * 32}.png",
    ]
    for path in foreign:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("mine")
        os.utime(path, (0, 0))
    orphan = cache.folder / "files" / "ab" / f"ab{'0' * 30}.png"
    orphan.parent.mkdir(exist_ok=True)
    orphan.write_bytes(b"nobody's")
    assert sweep(cache) == 1
    assert verify(cache).orphans == 0
    remove_all(cache)
    assert all(path.read_text() == "mine" for path in foreign)
    assert not orphan.exists()


@pytest.mark.skipif(os.name != "posix", reason="links need rights on Windows")
def test_a_folder_under_another_name_is_no_other_folder(cache: ImageCache, tmp_path: Path) -> None:
    _store(cache, "x")
    link = tmp_path / "link"
    link.symlink_to(cache.folder)
    for name in (link, cache.folder / ".." / cache.folder.name):
        target = relocate(cache, name)
        drop_copied(cache, target)
        target.close()
        assert cache.find("https://a.com/x.png") is not None, name


WRITER = r"""
import sys, struct, zlib
from pathlib import Path
from reader.core.images import FoundImage, ImageCache
def picture(filling):
    body = b"IDAT" + filling
    data = b"\x89PNG\r\n\x1a\n" + struct.pack(">I", len(filling)) + body + struct.pack(">I", zlib.crc32(body))
    return FoundImage("image/png", (3, 2), content=data)
cache = ImageCache(Path(sys.argv[1]))
for number in range(100_000):
    batch = []
    for part in range(5):
        name = f"{sys.argv[2]}-{number}-{part}"
        cache.store(f"https://a.com/{name}.png", picture(name.encode() * 50))
        batch.append(name)
    cache.commit()
    print("\n".join(batch), flush=True)
"""


@pytest.mark.skipif(os.name != "posix", reason="kill -9 is of POSIX")
def test_killed_at_any_moment_nothing_reported_is_lost(
    cache: ImageCache, tmp_path: Path, checkout: Path
) -> None:
    """Ends a writer with kill -9 again and again; what it reported as stored is there and whole."""
    chance = random.Random(5)
    reported: set[str] = set()
    for turn in range(KILLS):
        log = tmp_path / f"{turn}.log"
        with log.open("wb") as out:
            writer = subprocess.Popen(
                [sys.executable, "-c", WRITER, cache.folder, str(turn)], stdout=out, cwd=checkout
            )
            deadline = time.monotonic() + 20
            while log.stat().st_size == 0 and time.monotonic() < deadline:
                assert writer.poll() is None
                time.sleep(0.01)
            time.sleep(chance.uniform(0, 0.1))
            writer.send_signal(signal.SIGKILL)
            writer.wait()
        reported |= {line for line in log.read_text().split("\n")[:-1] if line}
        sweep(cache)
        verdict = verify(cache)
        assert not verdict.corrupt
        assert not verdict.lost
        assert verdict.orphans == 0
    assert len(reported) > KILLS
    missing = [name for name in reported if cache.find(f"https://a.com/{name}.png") is None]
    assert not missing
    assert not list((cache.folder / "incoming").iterdir())
