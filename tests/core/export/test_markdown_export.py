# SPDX-License-Identifier: MIT
"""Markdown from reading HTML: what was written comes out, and nothing turns into markup by accident."""

from __future__ import annotations

import pytest

from reader.core.article import SafeHtml
from reader.core.export import to_markdown


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        ("", ""),
        ("<p></p>", ""),
        ("loose text", "loose text\n"),
        ("<h2 id='x'>Title <em>here</em></h2><p>Text</p>", "## Title *here*\n\nText\n"),
        ("<p><strong> bold </strong>and</p>", "**bold** and\n"),
        ("<p>a<br>b</p>", "a  \nb\n"),
        ("<p>1. no list, # no heading</p>", "1\\. no list, # no heading\n"),
        ("<p># no heading</p>", "\\# no heading\n"),
        ("<p>- no item</p>", "\\- no item\n"),
        ("<p>a*b_c [d] &lt;e&gt; `f`</p>", "a\\*b\\_c \\[d\\] \\<e\\> \\`f\\`\n"),
        ("<p><code>a`b</code></p>", "``a`b``\n"),
        ("<p><a href='http://x/(a) b'>t</a></p>", "[t](<http://x/(a)%20b>)\n"),
        ("<p><a href='#x'></a>t</p>", "t\n"),
        ("<p><img src='image/k' alt='a [b]'></p>", "![a \\[b\\]](http://x/image/k)\n"),
        ("<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>", "- a\n  - b\n- c\n"),
        ("<ol start='9'><li>a</li><li><p>b</p><p>c</p></li></ol>", "9. a\n\n10. b\n\n    c\n"),
        ("<ul><li class='task'>a</li><li class='task task-done'>b</li></ul>", "- [ ] a\n- [x] b\n"),
        (
            "<pre class='code' data-lang='c'><code>a\n  <span class='hl-k'>b</span>\n</code></pre>",
            "```c\na\n  b\n```\n",
        ),
        ("<pre>``` inside</pre>", "````\n``` inside\n````\n"),
        ("<blockquote><p>a</p><p>b</p></blockquote>", "> a\n>\n> b\n"),
        (
            "<aside class='callout callout-tip'><p class='callout-title'>T</p><p>a</p><p>b</p></aside>",
            "> [!TIP] T\n> a\n>\n> b\n",
        ),
        (
            "<details class='callout callout-note'><summary class='callout-title'>T</summary>a</details>",
            "> [!NOTE]- T\n> a\n",
        ),
        (
            "<table><tr><th>a</th><th class='num'>b</th></tr><tr><td>1|2<br>3</td></tr></table>",
            "| a | b |\n| --- | ---: |\n| 1\\|2<br>3 |  |\n",
        ),
        ("<dl><dt>t</dt><dd>d</dd></dl>", "t\n: d\n"),
        (
            "<figure><img src='image/k' alt=''><figcaption>c</figcaption></figure>",
            "![](http://x/image/k)\n\n*c*\n",
        ),
        (
            "<p>x<sup class='footnote-ref' id='fnref-1'><a href='#fn-1'>1</a></sup></p>"
            "<section class='footnotes'><ol><li id='fn-1'>"
            "<p>n <a class='footnote-back' href='#fnref-1'>↩</a></p></li></ol></section>",
            "x[^1]\n\n[^1]: n\n",
        ),
        ("<p><math><mi>x</mi></math></p>", "<math><mi>x</mi></math>\n"),
        ("<p>H<sub>2</sub>O <del>a</del> <mark>b</mark></p>", "H<sub>2</sub>O ~~a~~ ==b==\n"),
        ("<hr><p>拆墙</p>", "---\n\n拆墙\n"),
        ("<div><p>a</p>b<p>c</p></div>", "a\n\nb\n\nc\n"),
    ],
)
def test_elements(html: str, markdown: str) -> None:
    assert to_markdown(SafeHtml(html), lambda src: f"http://x/{src}") == markdown


def test_a_tree_deeper_than_any_article_keeps_its_text() -> None:
    for tag in ("blockquote", "div", "b", "ul><li"):
        closing = "".join(f"</{part}>" for part in reversed(tag.split("><")))
        html = f"<{tag}>" * 3000 + "the text" + closing * 3000
        assert "the text" in to_markdown(SafeHtml(html))


def test_unclosed_and_stray_tags_are_survived() -> None:
    assert to_markdown(SafeHtml("</p><p>a<b>b</p>c</div>d")) == "a**b**\n\ncd\n"
