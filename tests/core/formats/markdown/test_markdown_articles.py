# SPDX-License-Identifier: MIT
"""Real articles: every word of the source stands in the page made of it."""

from __future__ import annotations

import html
import re
from collections import Counter
from pathlib import Path

import pytest

from reader.core.article import Dialect
from reader.core.formats.markdown_body import MarkdownContext, render_markdown

_HEADER = re.compile(r"\s*(---|\+\+\+)[ \t]*\n.*?\n\1[ \t]*(?:\n|$)", re.S)
_WORD = re.compile(r"[A-Za-z]{2,}|[\u0590-\u06ff\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]")
_DIALECTS = {
    "seed": Dialect.HEXO,
    "rsshub-page": Dialect.HEXO,
    "hexo-site": Dialect.HEXO,
    "vue2-zh": Dialect.HEXO,
    "jekyll": Dialect.JEKYLL,
    "johngrib": Dialect.JEKYLL,
    "opensource-guide": Dialect.JEKYLL,
    "kepano-vault": Dialect.OBSIDIAN,
    "zola": Dialect.ZOLA,
    "blog-os": Dialect.ZOLA,
    "hugo-docs": Dialect.HUGO,
    "cosx": Dialect.HUGO,
}
# What is no running text: comments, tags, addresses, generator tags, definitions of addresses, formulas.
_MARKUP = re.compile(
    r"<!--.*?-->|<[^<>]*>|\{[%{].*?[%}]\}|\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*\)|^ {0,3}\[[^\]\n]*\]:.*?$"
    r"|^(?:import|export)\b.*?$|\$\$.*?\$\$|\$[^$\n]*\$|\\[a-zA-Z]+|^\s*(?:```|~~~|:::).*?$|\]\[[^\]\n]*\]|\{[:#][^{}\n]*\}|:[a-z_]+:",
    re.S | re.M,
)


def _body(path: Path) -> str:
    text = path.read_text("utf-8-sig")
    header = _HEADER.match(text)
    return text[header.end() :] if header else text


def _words(text: str) -> Counter[str]:
    return Counter(_WORD.findall(html.unescape(text).lower()))


def _shown(page: str) -> str:
    attributes = " ".join(re.findall(r'(?:alt|title|src|href|class|data-lang|id)="([^"]*)"', page))
    blocks = re.sub(r"</?(?:[uod]l|li|d[td]|p|h\d|t[rdh]|pre|blockquote|aside|summary)\b[^<>]*>", " ", page)
    return re.sub(r"<(?!!--)[^<>]*>", "", blocks) + " " + attributes


def test_no_word_is_lost(shared_articles: Path) -> None:
    paths = [
        path for path in shared_articles.rglob("*") if path.suffix in (".md", ".markdown", ".mdx", ".Rmd")
    ]
    assert len(paths) > 150
    losses: dict[str, float] = {}
    for path in paths:
        folder = path.relative_to(shared_articles).parts[0]
        context = MarkdownContext(path, _DIALECTS.get(folder, Dialect.PLAIN), shared_articles / folder)
        body = _body(path)
        result = render_markdown(body, context)
        assert result.problems == (), path
        assert not re.search("[\x02\x03\ue000-\ue012]", result.html), path
        assert (
            bool(result.html.strip()) == bool(re.sub(r"<!--.*?-->", "", body, flags=re.S).strip())
            or body.strip()
        )
        wanted = _words(_MARKUP.sub(" ", body))
        lost = sum((wanted - _words(_shown(result.html))).values())
        if lost > max(3, 0.01 * sum(wanted.values())):
            losses[str(path.relative_to(shared_articles))] = lost / sum(wanted.values())
    assert losses == {}


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (
            "hexo-site/source/_posts/2023-11-03-hexo-7-0-0-released.md",
            [
                '<aside class="callout callout-warning">',
                '<pre class="code" data-lang="sh">',
                '<h2 id="breaking-changes">',
            ],
        ),
        (
            "jekyll/docs/_posts/2014-03-27-jekyll-1-5-1-released.markdown",
            ['<pre class="code" data-lang="ruby">'],
        ),
        (
            "hugo-docs/content/en/configuration/markup.md",
            [
                '<aside class="callout callout-note">',
                "<dl><dt>",
                '<pre class="code" data-lang="toml">',
                "<em>(new in",
            ],
        ),
        (
            "powershell-docs/reference/docs-conceptual/learn/ps101/00-introduction.md",
            ["<td colspan=2>", '<a href="https://mikefrobbins.com/">'],
        ),
        (
            "johngrib/_wiki/study/concrete-math/01-recurrent-problems-02.md",
            ['<div class="toc"><ul>', "<math ", 'display="block"', "<svg "],
        ),
    ],
)
def test_what_articles_must_show(shared_articles: Path, name: str, expected: list[str]) -> None:
    path = shared_articles / name
    folder = name.split("/")[0]
    page = render_markdown(_body(path), MarkdownContext(path, _DIALECTS.get(folder, Dialect.PLAIN))).html
    for piece in expected:
        assert piece in page
    assert "{% " not in re.sub(r"<(code|pre)\b.*?</\1>", "", page, flags=re.S)


def test_the_seed_goes_the_short_way(shared_articles: Path) -> None:
    (path,) = (shared_articles / "seed").glob("*.md")
    page = render_markdown(_body(path), MarkdownContext(path, Dialect.HEXO)).html
    assert page.startswith("<div>")
    assert page.count("<h2") == 3
    assert page.count("<img") == _body(path).count("<img")
