# SPDX-License-Identifier: MIT
"""What becomes a formula, and what with dollar signs in it does not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Render = Callable[..., str]


@pytest.mark.parametrize(
    "source",
    [
        "$E=mc^2$",
        "$x$",
        "$n+1$",
        "$ \\alpha + 1 $",
        "$$a+b$$",
        "`$$a_1$$`",
        "`$a_1$`",
        r"\(x^2\)",
        r"\\(x^2\\)",
        r"令 $\text{概率}$ 为",
        "<b>$x_1$</b>",
    ],
)
def test_formulas_in_text(render: Render, source: str) -> None:
    html = render(f"text {source} text")
    assert html.count("<math") == 1
    assert "$" not in html
    assert "\\(" not in html


@pytest.mark.parametrize(
    "source",
    [
        "$$\n\\frac{a}{b}\n$$",
        "$$a+b$$",
        "\\[\na_1\n\\]",
        "\\\\[ a_1 \\\\]",
        "\\begin{align}\na &= b\\\\\nc &= d\n\\end{align}",
        "```math\na_1\n```",
        "- item\n\n  $$\n  a\n  $$",
    ],
)
def test_formulas_on_their_own(render: Render, source: str) -> None:
    html = render(source)
    assert html.count('display="block"') == 1
    assert "$" not in html


@pytest.mark.parametrize(
    "source",
    [
        "costs $5 and $10.",
        "$5, $10 or US$20",
        "a $HOME/$PATH b",
        "between $5/month and $7/month",
        "从$100涨到$200",
        "`$x$y`",
        "`echo $HOME; echo $PATH`",
        r"\$x\$",
        r"see \[1\] and \(this\) or \[译注\]",
        "$A and B$ C",
    ],
)
def test_prose_with_dollars_stays_prose(render: Render, source: str) -> None:
    assert "<math" not in render(source)


def test_what_cannot_be_converted_is_shown(render: Render) -> None:
    assert '<code class="math">x_</code>' in render("$$x_$$")
    deep = "{" * 500 + "a" + "}" * 500
    assert '<code class="math">' in render(f"$${deep}$$")


def test_formulas_are_well_formed(render: Render) -> None:
    assert "&amp;" in render("$$a & b < c$$")
    assert "<script" not in render(r"$$\text{<script>alert(1)</script>}$$")


def test_formulas_in_html_bodies(render: Render) -> None:
    html = render("<div>   <p>takes $$O(n)$$ time, $5 or $6</p><pre>$$x$$</pre>   </div>")
    assert html.count("<math") == 1
    assert "$5 or $6" in html
    assert "<pre>$$x$$</pre>" in html
