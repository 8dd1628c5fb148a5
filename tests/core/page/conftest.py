# SPDX-License-Identifier: MIT
"""Small articles and pictures to lay out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

import pytest

from reader.core.article import (
    ArticleDate,
    ArticleFormat,
    CleanArticle,
    Dialect,
    ImageKey,
    ImageRef,
    Metadata,
    SafeHtml,
)
from reader.core.images import FoundImage

MakeArticle = Callable[..., CleanArticle]


@dataclass(frozen=True)
class Pictures:
    """Pictures at hand, by key, with their sizes."""

    sizes: Mapping[str, tuple[int, int] | None] = field(default_factory=dict[str, tuple[int, int] | None])

    def find(self, key: ImageKey) -> FoundImage | None:
        if key not in self.sizes:
            return None
        return FoundImage("image/png", self.sizes[key], content=b"picture")

    def size(self, key: ImageKey) -> tuple[int, int] | None:
        return self.sizes.get(key)


@pytest.fixture
def article() -> MakeArticle:
    def make(
        html: str = "<p>x</p>", text: str = "", lang: str | None = "en", **metadata: object
    ) -> CleanArticle:
        images = metadata.pop("images", ())
        cover = metadata.pop("cover_ref", None)
        assert isinstance(images, tuple)
        assert cover is None or isinstance(cover, ImageRef)
        given = {"title": "A title", "date": ArticleDate(datetime(2021, 9, 24)), **metadata}
        return CleanArticle(
            path=Path("/library/a.md"),
            format=ArticleFormat.MARKDOWN,
            dialect=Dialect.PLAIN,
            encoding="utf-8",
            metadata=Metadata(lang=lang, **given),  # type: ignore[arg-type]
            html=SafeHtml(html),
            text=text or html,
            words=1,
            reading_minutes=9,
            images=images,
            cover=cover,
        )

    return make


@pytest.fixture
def pictures() -> type[Pictures]:
    return Pictures
