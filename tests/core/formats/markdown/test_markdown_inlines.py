# SPDX-License-Identifier: MIT
"""Inline Markdown: emphasis next to Han, links of all kinds, line breaks, code, marks."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Render = Callable[..., str]


@pytest.mark.parametrize(
    ("source", "html"),
    [
        ("**“强调”**中文", "<strong>“强调”</strong>中文"),
        ("中文**强调。**中文", "中文<strong>强调。</strong>中文"),
        (
            "*a* _b_ **c** __d__ ***e***",
            "<em>a</em> <em>b</em> <strong>c</strong> <strong>d</strong> <strong><em>e</em></strong>",
        ),
        ("snake_case_name", "snake_case_name"),
        ("~~a~~ ==b== ^^c^^", "<del>a</del> <mark>b</mark> <ins>c</ins>"),
        ("a == b and c == d", "a == b and c == d"),
        ("a==b && c==d", "a==b &amp;&amp; c==d"),
        ("中==高亮==文", "中<mark>高亮</mark>文"),
        ("H~2~O x^2^", "H<sub>2</sub>O x<sup>2</sup>"),
        ("约10~20个，30~40个", "约10~20个，30~40个"),
        ("<kbd>Ctrl</kbd>+<kbd>C</kbd>", "<kbd>Ctrl</kbd>+<kbd>C</kbd>"),
        ("`<div>` ``a`b`` `*x*`", "<code>&lt;div&gt;</code> <code>a`b</code> <code>*x*</code>"),
        (r"\*a\* \_b\_ \# \<b\>", "*a* _b_ # &lt;b&gt;"),
        ("&copy; &amp; AT&T &lt;", "&copy; &amp; AT&amp;T &lt;"),
        ("1 < 2 > 0 List<String> <your-name", "1 &lt; 2 &gt; 0 List&lt;String&gt; &lt;your-name"),
        (":bulb: 12:30:45 a:b:c", "💡 12:30:45 a:b:c"),
    ],
)
def test_marks(render: Render, source: str, html: str) -> None:
    assert render(source) == f"<p>{html}</p>"


@pytest.mark.parametrize(
    ("source", "html"),
    [
        ("第一行\n第二行", "第一行第二行"),
        ("ひらがな\nカタカナ", "ひらがなカタカナ"),
        ("第一行，\n**第二行**", "第一行，<strong>第二行</strong>"),
        ("中文\nEnglish", "中文\nEnglish"),
        ("한국어\n한국어", "한국어\n한국어"),
        ("第一行  \n第二行", "第一行<br>第二行"),
        ("第一行\\\n第二行", "第一行<br>第二行"),
    ],
)
def test_line_breaks(render: Render, source: str, html: str) -> None:
    assert render(source) == f"<p>{html}</p>"


@pytest.mark.parametrize(
    ("source", "html"),
    [
        ("[a](b)", '<a href="b">a</a>'),
        ("[a](b \"t 'x'\")", '<a href="b" title="t \'x\'">a</a>'),
        ("[a](<b c>)", '<a href="b%20c">a</a>'),
        ("[a](x_(y).html)", '<a href="x_(y).html">a</a>'),
        ("[a](my page.md)", '<a href="my%20page.md">a</a>'),
        ("[a [b] c](d)", '<a href="d">a [b] c</a>'),
        ("![alt *x*](a.png)", '<img alt="alt x" src="a.png">'),
        ("![a](b.png =300x200)", '<img alt="a" height="200" src="b.png" width="300">'),
        ("![a](b.png){width=300 .center}", '<img alt="a" class="align-center" src="b.png" width="300">'),
        ('[![a](b.png "t")](c)', '<a href="c"><img alt="a" src="b.png" title="t"></a>'),
        ('[a](b){:target="_blank"} c', '<a href="b">a</a> c'),
        ("[a]({static}/x.png)", '<a href="/x.png">a</a>'),
        ("<https://a.b/c_d_e>", '<a href="https://a.b/c_d_e">https://a.b/c_d_e</a>'),
        ("<me@a.org>", '<a href="mailto:me@a.org">me@a.org</a>'),
        ("见 https://a.b/c_d，好。", '见 <a href="https://a.b/c_d">https://a.b/c_d</a>，好。'),
        ("(https://a.b/c_(d)).", '(<a href="https://a.b/c_(d)">https://a.b/c_(d)</a>).'),
        ("www.a.org is", '<a href="http://www.a.org">www.a.org</a> is'),
        ('<a href="https://a.b">https://a.b</a>', '<a href="https://a.b">https://a.b</a>'),
        ('<a href="x_[y](z)_">t</a>', '<a href="x_[y](z)_">t</a>'),
        ("![](data:image/png;base64,AA+/=)", '<img alt="" src="data:image/png;base64,AA+/=">'),
    ],
)
def test_links(render: Render, source: str, html: str) -> None:
    assert render(source) == f"<p>{html}</p>"


def test_references(render: Render) -> None:
    source = (
        "[one][1] [Two][] [three] ![pic][p] [none][x]\n\n[1]: a 'T'\n[two]: <b>\n[THREE]:\n  c\n[p]: p.png"
    )
    html = render(source)
    assert '<a href="a" title="T">one</a> <a href="b">Two</a> <a href="c">three</a>' in html
    assert '<img alt="pic" src="p.png"> [none][x]' in html
    assert "[1]:" not in html


def test_comments_in_the_form_of_references_vanish(render: Render) -> None:
    assert render('a\n\n[//]: # (nobody reads this)\n[#]: author: "x y"\n\nb') == "<p>a</p><p>b</p>"


def test_abbreviations(render: Render) -> None:
    assert (
        render("HTML5 and HTML\n\n*[HTML]: Hyper Text")
        == '<p>HTML5 and <abbr title="Hyper Text">HTML</abbr></p>'
    )


def test_stand_ins_in_a_file_do_no_harm(render: Render) -> None:
    assert (
        render("a \x02wzxhzdk:0\x03 \x02klzzwxh:0001\x03 \ue0000\ue001 b")
        == "<p>a wzxhzdk:0 klzzwxh:0001 0 b</p>"
    )


_ALONE = (
    *("plain words", "`code`", "<https://example.org>", "<b>tag</b>", "$$x^2$$", r"\\(a+b\\)", "$x_1$"),
    *("one  \ntwo", "one\\\ntwo", r"\*star", "note[^1]", "[[page]]", "![alt](a.png)", "[text](a.md)"),
    *("https://example.org/a", "www.example.org", ":bulb:", "*a*{: .b}", "AT&amp;T", "x^2^", "H~2~O"),
    *("*one*", "__two__", "12:30, a: b", "~~a~~", "==b==", "^^c^^"),
)


def test_what_one_text_holds_makes_nothing_of_another(render: Render) -> None:
    """Patterns are left out for texts, and for articles, that have no sign of them."""
    note = "\n\n[^1]: said below"
    together = render("\n\n".join(_ALONE) + note)
    for text in _ALONE:
        alone = render(text + (note if "[^1]" in text else "")).partition("</p>")[0] + "</p>"
        assert alone in together
