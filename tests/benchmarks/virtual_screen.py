# SPDX-License-Identifier: MIT
"""A virtual screen whose pixels can be watched without asking the X server for them."""

from __future__ import annotations

import contextlib
import mmap
import os
import struct
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

WIDTH, HEIGHT = 1280, 900
TILE = 16  # pixels
ROW_STEP = 4  # every fourth row of pixels is looked at
BYTES_A_PIXEL = 4
TILE_BYTES = TILE * BYTES_A_PIXEL
XWD_HEADER = ">25I"  # the window dump that Xvfb maps: 100 bytes, then name and colours, then pixels

Frame = tuple[bytes, ...]  # the watched rows, top to bottom


class Screen:
    """The frame buffer of an Xvfb, mapped into memory."""

    def __init__(self, dump: Path, display: str) -> None:
        self.display = display
        with dump.open("rb") as file:
            self._memory = mmap.mmap(file.fileno(), 0, prot=mmap.PROT_READ)
        head = struct.unpack(XWD_HEADER, self._memory[:100])
        header_size, row_bytes, colours = head[0], head[12], head[19]
        start = header_size + colours * 12
        self._rows = range(start, start + HEIGHT * row_bytes, ROW_STEP * row_bytes)

    def frame(self) -> Frame:
        """What stands on the screen now."""
        length = WIDTH * BYTES_A_PIXEL
        return tuple(self._memory[row : row + length] for row in self._rows)


@contextlib.contextmanager
def open_screen() -> Iterator[Screen]:
    """Starts an X server of its own, with a number nobody else has."""
    with tempfile.TemporaryDirectory(prefix="reader-screen-") as folder:
        reading, writing = os.pipe()
        size = f"{WIDTH}x{HEIGHT}x24"
        command = [
            "Xvfb",
            "-displayfd",
            str(writing),
            "-screen",
            "0",
            size,
            "-fbdir",
            folder,
            "-nolisten",
            "tcp",
        ]
        server = subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL)
        os.close(writing)
        try:
            with os.fdopen(reading) as pipe:
                number = pipe.readline().strip()
            yield Screen(Path(folder, "Xvfb_screen0"), f":{number}")
        finally:
            server.terminate()
            server.wait(10)


def _tiles(rows: Frame) -> Iterator[tuple[bytes, ...]]:
    for top in range(0, len(rows) - len(rows) % (TILE // ROW_STEP), TILE // ROW_STEP):
        band = rows[top : top + TILE // ROW_STEP]
        for left in range(0, WIDTH * BYTES_A_PIXEL, TILE_BYTES):
            yield tuple(row[left : left + TILE_BYTES] for row in band)


def tiles_of(frame: Frame) -> list[bytes]:
    """The frame cut into squares, row by row."""
    return [b"".join(tile) for tile in _tiles(frame)]


def is_drawn(tile: bytes) -> bool:
    """Whether a tile holds more than one colour: a letter, a line, an edge."""
    return tile != tile[:BYTES_A_PIXEL] * (len(tile) // BYTES_A_PIXEL)


def share_in_place(tiles: list[bytes], final: list[bytes], drawn: list[int]) -> float:
    """How much of what is drawn at the end stands where it will stay."""
    return sum(tiles[index] == final[index] for index in drawn) / max(1, len(drawn))
