# SPDX-License-Identifier: MIT
"""Packs texts small: what those of one language have in common is learned once and kept beside the index."""

from __future__ import annotations

import contextlib
import os
import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from reader.core.library.search.prepared import BODY_ENCODING

if TYPE_CHECKING:
    from backports import zstd
elif sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

LEARNED_FROM = 1_000_000
"""Bytes of texts in one language before it is learned what they have in common."""
LEARNED_BYTES = 200_000
_MOST_OF_ONE_TEXT = 20_000
_MOST_LANGUAGES = 12
_LANGUAGE = re.compile("[a-z]{2,3}")
_OTHER = "other"
_SUFFIX = ".learned"
_LEVEL = 6
_OPTIONS: Mapping[int, int] = {  # a thirtieth larger than the thorough ways, in half their time
    zstd.CompressionParameter.strategy: zstd.Strategy.dfast,
    zstd.CompressionParameter.window_log: 18,
    zstd.CompressionParameter.hash_log: 18,
    zstd.CompressionParameter.chain_log: 18,
    zstd.CompressionParameter.min_match: 4,  # two Chinese characters
}


class TextPacker:
    """Packs for one index; what it learns is on the disk before anything is packed with it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._seen: dict[str, list[bytes]] = {}
        self._compressors = {name: _compressor(learned) for name, learned in _learned(folder)}

    def packed(self, data: bytes, language: str) -> bytes:
        """An encoded text as the index stores it."""
        name = language if _LANGUAGE.fullmatch(language) else _OTHER
        compressor = self._compressors.get(name)
        if compressor is not None:
            return compressor.compress(data, compressor.FLUSH_FRAME)
        if name in self._seen or len(self._seen) + len(self._compressors) < _MOST_LANGUAGES:
            self._learn(name, data)
        return zstd.compress(data, _LEVEL)

    def _learn(self, name: str, data: bytes) -> None:
        seen = self._seen.setdefault(name, [])
        seen.append(data[:_MOST_OF_ONE_TEXT])
        if sum(map(len, seen)) < LEARNED_FROM:
            return
        with contextlib.suppress(zstd.ZstdError):  # texts that have nothing in common
            learned = zstd.train_dict(seen, LEARNED_BYTES)
            _write(self._folder / f"{name}-{learned.dict_id:08x}{_SUFFIX}", learned.dict_content)
            self._compressors[name] = _compressor(learned)
        seen.clear()


class TextUnpacker:
    """Unpacks the texts of one index."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._learned: dict[int, zstd.ZstdDict] = {}

    def size(self, body: bytes) -> int:
        """How many bytes there are to unpack."""
        return zstd.get_frame_info(body).decompressed_size or 0

    def beginning(self, body: bytes, most_bytes: int) -> str:
        """The text of a body, or so many bytes of it."""
        identity = zstd.get_frame_info(body).dictionary_id
        if identity and identity not in self._learned:
            self._learned.update((each.dict_id, each) for _, each in _learned(self._folder))
        try:
            opened = zstd.ZstdDecompressor(self._learned[identity] if identity else None)
            return opened.decompress(body, most_bytes).decode(BODY_ENCODING, "ignore")
        except (KeyError, zstd.ZstdError) as error:
            raise ValueError(f"a stored text cannot be unpacked: {error}") from error


def _learned(folder: Path) -> Iterator[tuple[str, zstd.ZstdDict]]:
    """What was learned, under the names of languages."""
    for path in sorted(folder.glob(f"*{_SUFFIX}")):
        with contextlib.suppress(OSError, ValueError, zstd.ZstdError):  # texts packed with it say so
            yield path.name.partition("-")[0], zstd.ZstdDict(path.read_bytes())


def _compressor(learned: zstd.ZstdDict) -> zstd.ZstdCompressor:
    return zstd.ZstdCompressor(options=_OPTIONS, zstd_dict=learned)


def _write(path: Path, data: bytes) -> None:
    """On the disk and whole, before the index can refer to it."""
    beside = path.with_suffix(".new")
    with beside.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)
