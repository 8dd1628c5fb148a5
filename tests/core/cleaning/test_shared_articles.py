# SPDX-License-Identifier: MIT
"""Real articles: nothing of a fragment is lost but its junk, every picture stays, the seed is as expected."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import lxml.html
import pytest

from reader.core.article import ArticleFormat, CleanArticle, Dialect, Metadata, ParsedArticle, RawHtml
from reader.core.cleaning import clean, clean_html

_SHARED = Path(__file__).resolve().parents[3].parent / "shared" / "articles"
_TOKEN = re.compile(r"[\u3400-\u9fff]|\w+")
# What the table of junk lists, as it shows in text; nothing else may go.
_JUNK = re.compile(
    r"给作者打赏，鼓励TA抓紧创作！|赞赏$|\d+人打赏|本文由.{0,60}发布于.{0,60}|"
    r"题图来自.{0,40}|责任编辑：.{0,10}|扫码分享"
    r"|海量资讯、精准解读，尽在新浪财经APP|!\?!\S+!\?!|\[TOC\]|## |复制代码|收起|下载 ?App",
)

pytestmark = pytest.mark.skipif(not _SHARED.is_dir(), reason="the shared articles are not here")


def _family() -> list[Path]:
    return sorted([*_SHARED.glob("seed/*.md"), *_SHARED.glob("rsshub-page/**/*.md")])


def _parsed(path: Path) -> ParsedArticle:
    """The front matter of the family, read no further than these tests need it."""
    _, head, body = re.split(r"^---\n", path.read_text("utf-8"), maxsplit=2, flags=re.M)
    values = dict(re.findall(r"^(\w+): ?'?(.*?)'?$", head, re.M))
    site = re.findall(r"^ +- (.*)$", head, re.M)[1]
    return ParsedArticle(
        path=path,
        format=ArticleFormat.MARKDOWN,
        dialect=Dialect.HEXO,
        encoding="utf-8",
        metadata=Metadata(
            title=values["title"], cover=values.get("thumbnail") or None, site=site, authors=(site,)
        ),
        html=RawHtml(body.replace("&#123;", "{").replace("&#125;", "}")),
        is_page=False,
    )


def _tokens(html: str) -> Counter[str]:
    if not html.strip():
        return Counter()
    root = lxml.html.fragment_fromstring(html, create_parent="div")
    for element in list(root.iter("style", "script", "button", "input", "svg", lxml.html.etree.Comment)):
        element.drop_tree()
    for element in list(root.iter()):
        if re.search("display: ?none", element.get("style") or ""):
            element.drop_tree()
    for element in list(root.iter("p")):
        if _JUNK.match(element.text_content().strip()):
            element.drop_tree()
    text = "\n".join(line.strip() for line in root.itertext() if line.strip())
    return Counter(_TOKEN.findall("\n".join(_JUNK.sub("", line) for line in text.split("\n"))))


def _seed() -> CleanArticle:
    return clean(_parsed(next(iter(sorted(_SHARED.glob("seed/*.md"))))))


def test_the_seed() -> None:
    article = _seed()
    assert [(heading.level, heading.anchor) for heading in article.headings] == [
        (2, "toc-1"),
        (2, "toc-2"),
        (2, "toc-3"),
    ]
    assert len(article.images) == 2
    assert article.images[0].url == "https://image.yunyingpai.com/wp/2021/09/uAg6alE2ulzsbf37IU4I.jpg"
    assert (article.images[0].width, article.images[0].height) == (900, 420)
    assert article.cover is None
    assert article.metadata.cover == article.images[0].url
    assert article.metadata.lang == "zh-Hans"
    assert 3000 < article.words < 3400
    assert article.reading_minutes == 8
    for junk in ("打赏", "赞赏", "<section", "<svg", "<button", "&nbsp;", "<p></p>"):
        assert junk not in article.html


@pytest.mark.parametrize("path", _family() if _SHARED.is_dir() else [], ids=lambda path: path.stem[:30])
def test_running_text_of_the_family_is_untouched(path: Path) -> None:
    parsed = _parsed(path)
    article = clean(parsed)
    before, after = _tokens(parsed.html), _tokens(article.html)
    kept = sum((before & after).values())
    assert kept >= 0.995 * sum(before.values()), before - after


@pytest.mark.parametrize("path", _family() if _SHARED.is_dir() else [], ids=lambda path: path.stem[:30])
def test_cleaning_again_changes_nothing(path: Path) -> None:
    once = clean_html(_parsed(path).html)
    assert clean_html(once) == once


def test_proxies_and_random_pictures_are_gone() -> None:
    for path in _family():
        article = clean(_parsed(path))
        addresses = [image.url for image in article.images] + [article.metadata.cover or ""]
        assert not any("workers.dev" in address or "picsum.photos" in address for address in addresses)


def test_every_shared_article_keeps_its_pictures_and_words() -> None:
    from reader.core.formats import article_format, read_article

    for path in sorted(path for path in _SHARED.rglob("*") if path.is_file() and article_format(path)):
        parsed = read_article(path)
        article = clean(parsed)
        assert article.metadata.title.strip(), path
        assert article.metadata.lang, path
        if parsed.is_page or "rsshub" in str(path) or "seed" in path.parts:
            continue
        before = _tokens(parsed.html) - Counter(_TOKEN.findall(parsed.metadata.title))
        assert sum((before & _tokens(article.html)).values()) >= 0.995 * sum(before.values()), path
        pictures = len(re.findall(r"<img\b(?![^>]*src=\"\")", parsed.html))
        assert article.html.count("<img") >= pictures, path
