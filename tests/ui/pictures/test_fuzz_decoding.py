# SPDX-License-Identifier: MIT
"""Broken pictures are decoded by Qt in a process of their own, which must live and stay small."""

from __future__ import annotations

import json
import os
import random
import struct
import subprocess
import sys
import zlib
from pathlib import Path

import pytest

EXAMPLES = int(os.environ.get("ARTICLE_READER_FUZZ", "250"))  # 20000 for the full run
MOST_GROWTH = 400  # MB; a picture of the most pixels that are decoded at once takes 256


def _seeds() -> list[bytes]:
    from PySide6.QtCore import QBuffer, QIODevice
    from PySide6.QtGui import QImage

    image = QImage(48, 32, QImage.Format.Format_ARGB32)
    image.fill(0x80FF8040)
    seeds: list[bytes] = []
    for form in ("png", "jpg", "bmp", "webp", "ico"):
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        if image.save(buffer, form):
            seeds.append(bytes(buffer.data().data()))
    return seeds


def _bombs() -> list[bytes]:
    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    bombs: list[bytes] = []
    for width, height in ((9_900, 9_900), (1, 65_535), (65_535, 1), (16_000, 6_000)):
        head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0))
        pixels = zlib.compress(bytes(4 << 20))
        bombs.append(b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", pixels) + chunk(b"IEND", b""))
    return bombs


def _broken(chance: random.Random, seed: bytes) -> bytes:
    data = bytearray(seed)
    for _ in range(chance.randrange(1, 9)):
        at = chance.randrange(len(data)) if chance.random() < 0.5 else chance.randrange(min(64, len(data)))
        what = chance.randrange(4)
        if what == 0:
            data[at] = chance.randrange(256)
        elif what == 1:
            data[at : at + 4] = chance.choice((b"\xff" * 4, bytes(4), b"\0\0\xff\xff", b"\x7f\xff\xff\xff"))
        elif what == 2:
            data[at:at] = data[at : at + chance.randrange(1, 64)] * chance.randrange(1, 30)
        elif len(data) > 16:
            del data[at : at + chance.randrange(1, len(data))]
        if not data:
            data = bytearray(seed)
    return bytes(data)


def _decode_all() -> None:
    """What the process of its own does; prints how many megabytes it grew by."""
    import resource

    from PySide6.QtCore import QtMsgType, qInstallMessageHandler

    from reader.core.images.inspect_image import image_in_bytes
    from reader.ui.picture_decoding import decode_picture
    from reader.ui.thumbnails import decode_square

    def quiet(_kind: QtMsgType, _context: object, _text: str) -> None:
        """Decoders complain; that is their right."""

    qInstallMessageHandler(quiet)
    chance, seeds = random.Random(7), _seeds()
    file = Path(sys.argv[1])
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    shown = 0
    for data in (*_bombs(), *(_broken(chance, chance.choice(seeds)) for _ in range(EXAMPLES))):
        found = image_in_bytes(data)
        picture = decode_picture(found)
        shown += bool(picture.levels)
        assert picture.width * picture.height <= 100_000_000
        file.write_bytes(data)
        small = decode_square(file, 64)
        assert max(small.width(), small.height()) <= 64
    after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(json.dumps({"grown": (after - before) // 1024, "shown": shown}))


@pytest.mark.skipif(sys.platform != "linux", reason="memory is counted otherwise elsewhere")
def test_broken_pictures_end_nothing_and_take_little(tmp_path: Path, checkout: Path) -> None:
    script = "from tests.ui.pictures.test_fuzz_decoding import _decode_all; _decode_all()"
    done = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path / "picture")],
        cwd=checkout,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    told = json.loads(done.stdout.splitlines()[-1])
    assert told["shown"] > EXAMPLES // 20
    assert told["grown"] < MOST_GROWTH
