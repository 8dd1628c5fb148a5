# SPDX-License-Identifier: MIT
"""Bodies that are HTML already go a short way and lose nothing on it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable

import pytest

Render = Callable[..., str]


def test_a_tree_is_left_as_it_is(render: Render) -> None:
    body = "<div>   <p>text</p><h2 id='x'>*no*</h2>   </div>"
    assert render(f"\n{body}\n            ") == body


def test_markdown_is_not_even_imported(tmp_path: object) -> None:
    code = (
        "import sys, pathlib; from reader.core.formats.markdown_body import *;"
        "render_markdown('<div>   <p>a $$O(n)$$</p>   </div>', MarkdownContext(pathlib.Path('a.md')));"
        "print([name for name in ('markdown', 'pygments', 'bs4', 'lxml') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<div>   <p>必备型>期望型, 1 <= s.length, a<b.c</p>   </div>", "1 &lt;= s.length, a&lt;b.c"),
        ("<div>   <code>a &#123; b &#125;</code>   </div>", "<code>a { b }</code>"),
        (
            "<div>   <pre>#include <stdio.h>\nif (a <b) {}</pre>   </div>",
            "#include &lt;stdio.h>\nif (a &lt;b) {}</pre>",
        ),
        ("<div>   <code>1 <= s <= 10<sup>4</sup></code>   </div>", "1 &lt;= s &lt;= 10<sup>4</sup></code>"),
        ("<div>   <style>.m&#123;color:red&#125;</style><p>x</p>   </div>", ".m{color:red}"),
        ("<div>   第一行\n第二行\n\n第三段   </div>", "<p>第一行<br>\n第二行</p>\n<p>第三段</p>"),
        ("<div>   a <b>b</b>\nc   </div>", "<p>a <b>b</b><br>\nc</p>"),
        (
            "<div>   <p>a</p><!--shut badly-- 2020>text<p>b</p>   </div>",
            "<!--shut badly-- 2020-->text<p>b</p>",
        ),
        ("<div>   <!-- one --><p>a</p><!-- two --></div>", "<!-- one --><p>a</p><!-- two -->"),
    ],
)
def test_repairs(render: Render, body: str, expected: str) -> None:
    assert expected in render(body).replace("><p>第三", ">\n<p>第三")


@pytest.mark.parametrize(
    "body",
    [
        '<div align="center">\n\n# Title\n\n</div>\n\ntext **bold**\n\n<p>x</p>',
        "<p>intro</p>\n\nSome *markdown*\n\n<div>x</div>",
        "<div>\n\n- item\n- item\n\n</div>",
        "<details>\n<summary>sum</summary>\n\ntext **b** and *c*\n\n</details>",
        '<div markdown="1">\n*a*\n</div>',
        "<details>\n<summary>x</summary>\n\n```js\ncode\n```\n\n</details>",
    ],
)
def test_markdown_with_html_in_it_is_markdown(render: Render, body: str) -> None:
    html = render(body)
    assert any(mark in html for mark in ("<h1", "<em>", "<li>", "<pre class"))


def test_several_trees_are_html(render: Render) -> None:
    body = "<p>one *two*</p>\n\n<div>three\n\n  four</div>"
    assert "*two*" in render(body)
