# SPDX-License-Identifier: MIT
"""Golden articles: look-alikes of the junk real files carry, and what is left of them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from reader.core.article import ArticleFormat, CleanArticle, Dialect, Metadata, ParsedArticle, RawHtml
from reader.core.cleaning import clean

_GOLDEN = Path(__file__).resolve().parents[2] / "golden"
_CASES = sorted(path.parent for path in _GOLDEN.glob("*/source.html"))
_SITES = {
    "reward-button": "人人都是产品经理",
    "app-sidebar": "少数派 sspai",
    "app-code": "新浪财经",
    "theme-sheet": "掘金",
    "answers": "知乎",
    "reader-words": "BBC - BBC 英文",
    "line-breaks": "GameRes",
}


def _cleaned(case: Path, *, site: str | None) -> CleanArticle:
    return clean(
        ParsedArticle(
            path=case / "source.html",
            format=ArticleFormat.MARKDOWN,
            dialect=Dialect.HEXO,
            encoding="utf-8",
            metadata=Metadata(title="标题", site=site, authors=(site,) if site else ()),
            html=RawHtml((case / "source.html").read_text("utf-8")),
            is_page=False,
        )
    )


def _shown(article: CleanArticle) -> str:
    """The HTML with readable addresses, then what else was found."""
    html = article.html.strip()
    for image in article.images:
        html = html.replace(f"image/{image.key}", image.url)
    facts = [f"<!-- {article.metadata.lang}, {article.words} words, {article.reading_minutes} min -->"]
    facts += [f"<!-- h{h.level} #{h.anchor}: {h.text} -->" for h in article.headings]
    return "\n".join([html, *facts, ""])


@pytest.mark.parametrize("case", _CASES, ids=lambda case: case.name)
def test_golden_article(case: Path) -> None:
    shown = _shown(_cleaned(case, site=_SITES.get(case.name)))
    expected = case / "expected.html"
    if os.environ.get("UPDATE_GOLDEN"):
        expected.write_text(shown, "utf-8")
    assert shown == expected.read_text("utf-8")


@pytest.mark.parametrize("case", ["reward-button", "app-sidebar", "app-code", "theme-sheet", "reader-words"])
def test_plain_junk_goes_even_where_the_site_is_unknown(case: str) -> None:
    text = _cleaned(_GOLDEN / case, site=None).text
    for junk in (
        "赞赏",
        "人打赏",
        "扫码分享",
        "下载 App",
        "复制代码",
        "line-height",
        "image copyright",
        "image caption",
    ):
        assert junk not in text.replace("打赏和点赞都比不上", "")
