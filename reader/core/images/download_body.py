# SPDX-License-Identifier: MIT
"""Receives one picture within limits: small ones in memory, large ones in a file beside the cache."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from reader.core.images.dimensions import size_of
from reader.core.images.download_types import Fault, Reason
from reader.core.images.found import MAX_PIXELS, FoundImage
from reader.core.images.inspect_image import image_in_bytes, image_in_file
from reader.core.images.media_type import media_type_of

_IN_MEMORY = 256 * 1024
_JUDGED = 4096  # bytes by which a picture is known as one
_IGNORED = 64 * 1024  # of what is no picture anyway, such as error pages
_RASTER_HEAD = 1 << 20


class DownloadBody:
    """The body of one answer; `write` is what the network library calls."""

    def __init__(self, most: int, new_file: Callable[[], Path], status: Callable[[], int]) -> None:
        self._most = most
        self._new_file = new_file
        self._status = status
        self._memory = bytearray()
        self._file: BinaryIO | None = None
        self.begin()

    def begin(self, beginning: Path | None = None) -> None:
        """Another answer is to come; what came of the picture before may be in a file already."""
        self._close()
        self.fault: Fault | None = None
        self.path = beginning
        self.length = 0
        self._memory.clear()
        self._wanted: bool | None = None
        self._judged = False
        if beginning is not None:
            self._file = beginning.open("ab")
            self.length = self._file.tell()

    def write(self, chunk: bytes) -> int | None:
        """Takes a piece; anything but None ends the transfer."""
        if self._wanted is None:
            self._judge_status(self._status())
        if not self._wanted:
            self.length += len(chunk)
            return None if self.length <= _IGNORED else -1
        if self.length + len(chunk) > self._most:
            self.fault = Fault(Reason.TOO_LARGE, f"The picture is larger than {self._most >> 20} MB.")
            return -1
        if self._file is not None:
            self._file.write(chunk)
        else:
            self._memory += chunk
            if len(self._memory) > _IN_MEMORY:
                self._spill()
        self.length += len(chunk)
        if not self._judged and self.length >= _JUDGED:
            self._judged = True
            if self._file is None and media_type_of(bytes(self._memory[:_JUDGED])) is None:
                self.fault = _no_image(bytes(self._memory[:64]))
                return -1
        return None

    def admitted(self) -> tuple[FoundImage, Path | None] | Fault:
        """The finished picture, with its file if it is in one; or why it is none we keep."""
        self._close()
        if self.path is not None:
            image = image_in_file(self.path)
            if image is not None and _is_sized(image):
                return image, self.path
            data = self.path.read_bytes()
            return _refusal(data)
        data = bytes(self._memory)
        image = image_in_bytes(data)
        return (image, None) if image is not None and _is_sized(image) else _refusal(data)

    def tail(self) -> bytes:
        """The last bytes, to see whether the picture is whole."""
        self._close()
        if self.path is None:
            return bytes(self._memory[-_JUDGED:])
        with self.path.open("rb") as file:
            file.seek(max(0, self.length - _JUDGED))
            return file.read()

    def head(self) -> bytes:
        """The first bytes."""
        if self.path is None:
            return bytes(self._memory[:64])
        with self.path.open("rb") as file:
            return file.read(64)

    def keep(self) -> Path | None:
        """Leaves the beginning in a file, for the next try; None if nothing came."""
        if self.fault is not None or not self.length or self._wanted is False:
            return None
        if self._file is None and self._memory:
            self._spill()
        self._close()
        return self.path

    def discard(self) -> None:
        """Deletes the file, if there is one."""
        self._close()
        if self.path is not None:
            self.path.unlink(missing_ok=True)

    def _judge_status(self, status: int) -> None:
        self._wanted = status in (200, 206)
        if status == 200 and self.length:  # asked for the rest, given the whole
            self._close()
            if self.path is not None:
                self._file = self.path.open("wb")
            self.length = 0

    def _spill(self) -> None:
        self.path = self._new_file()
        self._file = self.path.open("wb")
        self._file.write(self._memory)
        self._memory.clear()

    def _close(self) -> None:
        if self._file is not None:
            self._file.close()
            self._file = None


def is_whole(head: bytes, tail: bytes, length: int) -> bool:
    """Whether a picture that came without a stated length has the end that its kind must have."""
    media_type = media_type_of(head)
    if media_type == "image/png":
        return b"IEND\xaeB`\x82" in tail
    if media_type == "image/jpeg":
        return b"\xff\xd9" in tail
    if media_type == "image/gif":
        return b"\x3b" in tail[-64:]
    if media_type == "image/webp":
        return length >= int.from_bytes(head[4:8], "little") + 8
    if media_type == "image/bmp":
        return length >= int.from_bytes(head[2:6], "little")
    return True


def _is_sized(image: FoundImage) -> bool:
    """A raster picture that does not tell its size is damaged, or hides how large it unpacks."""
    return image.media_type == "image/svg+xml" or image.size is not None


def _refusal(data: bytes) -> Fault:
    media_type = media_type_of(data[:_JUDGED])
    if media_type is None:
        return _no_image(data[:64])
    if media_type == "image/svg+xml":
        return Fault(Reason.DAMAGED, "The drawing cannot be parsed.")
    size = size_of(data[:_RASTER_HEAD], media_type)
    if size is not None and size[0] * size[1] > MAX_PIXELS:
        return Fault(
            Reason.TOO_MANY_PIXELS,
            f"The picture has {size[0]} × {size[1]} pixels, more than {MAX_PIXELS // 1_000_000} million.",
        )
    return Fault(Reason.DAMAGED, "The picture is damaged: it does not tell its size.")


def _no_image(head: bytes) -> Fault:
    if not head:
        return Fault(Reason.NOT_AN_IMAGE, "The server sent nothing.")
    what = "a web page" if head.lstrip()[:1] == b"<" else "something else"
    return Fault(Reason.NOT_AN_IMAGE, f"The server sent {what}, no picture.")
