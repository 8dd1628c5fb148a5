# SPDX-License-Identifier: MIT
"""A library of its own for each test, and articles to fill it with."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from reader.core.library import Library
from reader.core.settings import ReadingStates

Write = Callable[..., Path]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The folder that holds the articles."""
    folder = tmp_path / "articles"
    folder.mkdir()
    return folder


@pytest.fixture
def states(tmp_path: Path) -> Iterator[ReadingStates]:
    """The reading state of this test."""
    states = ReadingStates(tmp_path / "data" / "state.db")
    yield states
    states.close()


@pytest.fixture
def library(tmp_path: Path, root: Path, states: ReadingStates) -> Iterator[Library]:
    """A library with `root` in it."""
    library = Library(tmp_path / "cache" / "catalogue.db", states)
    library.add_folder(root)
    yield library
    library.close()


@pytest.fixture
def write(root: Path) -> Write:
    """Writes a Hexo post: `write("a/b.md", title=…, date=…, categories=[…], tags=[…], body=…)`."""

    def write(name: str, body: str = "Some words to read.", **header: object) -> Path:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        lines = ["---", f"title: {header.get('title', path.stem)}"]
        if "date" in header:
            lines.append(f"date: {header['date']}")
        lines += [f"{key}: {header[key]}" for key in ("source", "lang") if key in header]
        for key in ("categories", "tags"):
            values = header.get(key, ())
            if isinstance(values, list | tuple) and values:
                lines += [f"{key}:", *(f"  - {value}" for value in values)]
        path.write_text("\n".join([*lines, "---", "", body, ""]), "utf-8")
        return path

    return write
