# SPDX-License-Identifier: MIT
"""Fixtures for the tests of formats: small files, and the real articles where they are at hand."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from reader.core.article import CategoryRule, Dialect, Metadata, ReadOptions
from reader.core.formats import read_article, read_metadata

_SHARED = Path(__file__).resolve().parents[3].parent / "shared" / "articles"

Write = Callable[..., Path]
ReadText = Callable[..., Metadata]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Writes a file under a folder of its own."""

    def _write(content: str | bytes, name: str = "article.md") -> Path:
        path = tmp_path / "place" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return _write


@pytest.fixture
def metadata(write: Write) -> ReadText:
    """The metadata of a file with this content, the same through both doors."""

    def _metadata(
        content: str | bytes,
        name: str = "article.md",
        dialect: Dialect = Dialect.AUTO,
        rule: CategoryRule = CategoryRule.AUTO,
        library_root: Path | None = None,
    ) -> Metadata:
        path = write(content, name)
        options = ReadOptions(dialect=dialect, category_rule=rule, library_root=library_root)
        quick = read_metadata(path, options)
        full = read_article(path, options)
        assert quick.metadata == full.metadata
        assert quick.dialect == full.dialect
        return quick.metadata

    return _metadata


@pytest.fixture(scope="session")
def shared_articles() -> Path:
    """The folder of real articles; tests that need it are skipped where it is not."""
    if not _SHARED.is_dir():
        pytest.skip("the real articles are not beside this checkout")
    return _SHARED
