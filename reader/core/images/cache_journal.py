# SPDX-License-Identifier: MIT
"""A plain list of every picture that was stored: the index is made again from it if it breaks."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from reader.core.images.cache_rows import StoredImage

_NAME = "addresses.jsonl"


def append_to_journal(folder: Path, images: Iterable[tuple[str, StoredImage]]) -> None:
    """Adds lines at the end; one that a crash cuts off is skipped when reading."""
    lines = b"".join(_line(name, image) for name, image in images)
    if lines:
        with (folder / _NAME).open("ab") as file:
            file.write(lines)


def rewrite_journal(folder: Path, images: Iterable[tuple[str, StoredImage]]) -> None:
    """Makes the list anew, without what has been deleted meanwhile."""
    beside = folder / f"{_NAME}.new"
    beside.unlink(missing_ok=True)
    with beside.open("wb") as file:
        for name, image in images:
            file.write(_line(name, image))
    beside.replace(folder / _NAME)


def read_journal(folder: Path) -> Iterator[tuple[str, StoredImage]]:
    """Every line that is whole and whose file is there with the right size."""
    from reader.core.images.cache_files import picture_path

    try:
        file = (folder / _NAME).open("rb")
    except FileNotFoundError:
        return
    with file:
        for line in file:
            try:
                told = json.loads(line)
                name = str(told.pop("name"))
                image = StoredImage(**told)
                path = picture_path(folder, image.hash, image.media_type)
                whole = path.stat().st_size == image.bytes
            except (ValueError, TypeError, KeyError, AttributeError, OSError):
                continue
            if whole:
                yield name, image


def _line(name: str, image: StoredImage) -> bytes:
    """Begins with the line end, so that half a line left by a crash spoils only itself."""
    return b"\n" + json.dumps({"name": name, **image._asdict()}).encode("ascii")
