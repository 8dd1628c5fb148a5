# SPDX-License-Identifier: MIT
"""One fixture: Markdown in, HTML out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from reader.core.article import Dialect
from reader.core.formats.markdown_body import MarkdownContext, MarkdownResult, render_markdown

Render = Callable[..., str]


@pytest.fixture
def result(tmp_path: Path) -> Callable[..., MarkdownResult]:
    """Renders a body as if it stood in `tmp_path`."""

    def _result(
        body: str, dialect: Dialect = Dialect.PLAIN, name: str = "article.md", root: Path | None = None
    ) -> MarkdownResult:
        return render_markdown(body, MarkdownContext(tmp_path / name, dialect, root))

    return _result


@pytest.fixture
def render(result: Callable[..., MarkdownResult]) -> Render:
    """The HTML of a body that has no problems, without the line ends between blocks."""

    def _render(
        body: str, dialect: Dialect = Dialect.PLAIN, name: str = "article.md", root: Path | None = None
    ) -> str:
        rendered = result(body, dialect, name, root)
        assert rendered.problems == ()
        return rendered.html.replace(">\n<", "><")

    return _render
