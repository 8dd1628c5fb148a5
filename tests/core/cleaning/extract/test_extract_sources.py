# SPDX-License-Identifier: MIT
"""Articles that only a page's data, code tables or formula scripts hold."""

from __future__ import annotations

import json

import pytest

from reader.core.cleaning.extract import extract_article
from reader.core.cleaning.tree import Element, parse_document, text_of, to_html

TEXT = "The tide table hangs by the door, and nobody reads it, since everybody knows it by heart. "
PROSE = "".join(f"<p>{TEXT}{n}</p>" for n in range(6))


def extracted(body: str, head: str = "", url: str | None = None) -> Element:
    html = f"<html><head><title>Tides</title>{head}</head><body>{body}</body></html>"
    return extract_article(parse_document(html), url, None)


def json_ld(*bodies: tuple[str, str]) -> str:
    graph = [{"@type": "NewsArticle", "url": url, "articleBody": body} for url, body in bodies]
    return f'<script type="application/ld+json">{json.dumps({"@graph": graph})}</script>'


def test_an_empty_shell_is_read_from_its_data() -> None:
    body = "\n\n".join(f"{TEXT}Part {n}, as told by the keeper." for n in range(6))
    html = to_html(extracted("<div id='root'><a href='/'>Home</a> Loading…</div>", json_ld(("", body))))
    assert html.count("<p>") == 6
    assert "Part 5, as told by the keeper." in html


def test_data_with_this_address_wins_over_longer_data() -> None:
    here, other = "https://tides.example/one", "https://tides.example/two"
    text = text_of(
        extracted("<div></div>", json_ld((other, "Another tale. " * 90), (here, TEXT * 5)), url=here)
    )
    assert "tide table" in text
    assert "Another tale" not in text


@pytest.mark.parametrize(
    "data", ["{", "[" * 5000, '{"articleBody": 7}', '{"articleBody": "' + "x" * 500 + '"']
)
def test_broken_data_is_ignored(data: str) -> None:
    head = f'<script type="application/ld+json">{data} "articleBody"</script>'
    assert "tide table" in text_of(extracted(f"<article>{PROSE}</article>", head))


def test_declared_text_marks_what_is_junk() -> None:
    body = "\n".join(f"{TEXT}{n}" for n in range(6))
    gulls = "Somebody else tells of gulls, at length, and well. " * 12
    page = f"<div><div>{PROSE}</div><div><p>{gulls}</p></div></div>"
    text = text_of(extracted(page, json_ld(("", body))))
    assert "tide table" in text
    assert "gulls" not in text


def test_text_for_browsers_without_scripts() -> None:
    assert "tide table" in text_of(extracted(f"<div id='app'></div><noscript>{PROSE}</noscript>"))


CODE = "for boat in harbour:\n    boat.sail()"


@pytest.mark.parametrize(
    "code",
    [
        "<div class='highlight'><table><tr><td class='gutter'><pre>1\n2</pre></td>"
        f"<td class='code'><pre>{CODE}</pre></td></tr></table></div>",
        "<table class='hljs-ln'><tr><td class='hljs-ln-numbers' data-line-number='1'></td>"
        "<td class='hljs-ln-code'>for boat in harbour:</td></tr>"
        "<tr><td class='hljs-ln-numbers' data-line-number='2'></td>"
        "<td class='hljs-ln-code'>    boat.sail()</td></tr></table>",
        "<table class='syntaxhighlighter'><tr><td class='gutter'><div>1</div><div>2</div></td>"
        "<td class='code'><div class='container'><div>for boat in harbour:</div>"
        "<div>    boat.sail()</div></div></td></tr></table>",
        f"<pre><code><span class='lineno'>1</span>{CODE.splitlines()[0]}\n"
        f"<span class='lineno'>2</span>{CODE.splitlines()[1]}</code></pre>",
    ],
)
def test_code_keeps_its_lines_and_loses_their_numbers(code: str) -> None:
    article = extracted(f"<article>{PROSE}{code}{PROSE}</article>")
    blocks = ["".join(block.itertext()) for block in article.iter("pre")]
    assert [block.strip("\n") for block in blocks] == [CODE]


def test_a_table_of_numbers_is_no_code() -> None:
    rows = "".join(f"<tr><td>{n}</td><td>{n * 7} tons of fish</td></tr>" for n in range(12))
    article = extracted(f"<article>{PROSE}<table>{rows}</table></article>")
    assert next(article.iter("pre"), None) is None
    assert "77 tons of fish" in text_of(article)


@pytest.mark.parametrize(
    "formula",
    [
        '<span class="MathJax_Preview">..</span><script type="math/tex">h^2 + 1</script>',
        '<span class="ztext-math" data-tex="h^2 + 1">h2+1</span>',
        '<img src="https://www.zhihu.com/equation?tex=h%5E2+%2B+1" alt="h^2 + 1">',
        "<mjx-container><mjx-assistive-mml><math><msup><mi>h</mi><mn>2</mn></msup></math></mjx-assistive-mml>"
        "</mjx-container>",
        '<span class="katex"><span class="katex-mathml"><math><semantics><msup><mi>h</mi><mn>2</mn></msup>'
        "<annotation>h^2</annotation></semantics></math></span>"
        "<span class='katex-html' aria-hidden='true'>h2</span></span>",
    ],
)
def test_formulas_become_mathml_once(formula: str) -> None:
    html = to_html(extracted(f"<article>{PROSE}<p>The height is {formula} at noon.</p></article>"))
    assert html.count("<math") == 1
    assert "<msup><mi>h</mi><mn>2</mn></msup>" in html
    assert "annotation" not in html
    assert "katex-html" not in html


def test_a_formula_that_cannot_be_read_stays_as_code() -> None:
    deep = "{" * 200 + "x" + "}" * 200
    html = to_html(
        extracted(f'<article>{PROSE}<p>So <script type="math/tex">{deep}</script> it is.</p></article>')
    )
    assert '<code class="math">{{{' in html
