# SPDX-License-Identifier: MIT
"""Blocks of Markdown: lists, quotes, call-outs, code, tables, headings, definitions, HTML among them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reader.core.article import Dialect

Render = Callable[..., str]


@pytest.mark.parametrize("indent", [2, 3, 4])
def test_lists_nest_however_deep_they_are_indented(render: Render, indent: int) -> None:
    step = " " * indent
    html = render(f"- a\n{step}- b\n{step * 2}- c\n- d")
    assert html == "<ul><li>a<ul><li>b<ul><li>c</li></ul></li></ul></li><li>d</li></ul>"


@pytest.mark.parametrize("bullet", ["*", "-", "+"])
def test_a_list_may_follow_a_paragraph_at_once(render: Render, bullet: str) -> None:
    assert render(f"text\n{bullet} a\n{bullet} b") == "<p>text</p><ul><li>a</li><li>b</li></ul>"


@pytest.mark.parametrize(
    ("source", "start"), [("1. a\n2. b", ""), ("1) a\n2) b", ""), ("3. a\n4. b", ' start="3"')]
)
def test_ordered_lists_keep_their_first_number(render: Render, source: str, start: str) -> None:
    assert render(source) == f"<ol{start}><li>a</li><li>b</li></ol>"


def test_a_year_in_running_text_is_no_list(render: Render) -> None:
    assert render("It was in\n1986. A fine year.") == "<p>It was in\n1986. A fine year.</p>"


def test_bullets_indented_by_two_belong_to_the_numbered_item_above(render: Render) -> None:
    assert render("1. a\n  - b\n2. c") == "<ol><li>a<ul><li>b</li></ul></li><li>c</li></ol>"


def test_blank_lines_make_a_list_loose(render: Render) -> None:
    assert render("- a\n\n- b") == "<ul><li><p>a</p></li><li><p>b</p></li></ul>"
    assert render("- a\n- b\n\ntext") == "<ul><li>a</li><li>b</li></ul><p>text</p>"


def test_blank_lines_in_a_nested_list_leave_the_outer_one_tight(render: Render) -> None:
    html = render("- a\n  - b\n\n  - c\n- d")
    assert html == "<ul><li>a<ul><li><p>b</p></li><li><p>c</p></li></ul></li><li>d</li></ul>"
    assert render("* a\n\n    para\n* b") == "<ul><li><p>a</p><p>para</p></li><li><p>b</p></li></ul>"


def test_items_hold_paragraphs_code_and_quotes(render: Render) -> None:
    html = render("1. a\n\n   more\n\n   ```\n   x = 1\n     y\n   ```\n2. b\n   > q")
    assert "<p>more</p>" in html
    assert '<pre class="code"><code>x = 1\n  y</code></pre>' in html
    assert "<blockquote><p>q</p></blockquote>" in html
    assert html.count("<li>") == 2


def test_code_that_lost_its_indent_stays_in_the_fence(render: Render) -> None:
    html = render("1. run\n   ```bash\nmake\n   ```\n2. done")
    assert html.count("<li>") == 2
    assert "make" in html.split("<pre")[1].split("</pre>")[0]


def test_tasks(render: Render) -> None:
    html = render("- [ ] open\n- [x] done\n- [link](a)")
    assert (
        '<li class="task">open</li><li class="task task-done">done</li><li><a href="a">link</a></li>' in html
    )


def test_quotes_nest_and_take_lazy_lines(render: Render) -> None:
    assert render("> a\nb\n> > c") == "<blockquote><p>a\nb</p><blockquote><p>c</p></blockquote></blockquote>"


def test_github_callout(render: Render) -> None:
    html = render("> [!WARNING]\n> Take **care**.")
    assert html == (
        '<aside class="callout callout-warning"><p class="callout-title">Warning</p>'
        "<p>Take <strong>care</strong>.</p></aside>"
    )


def test_obsidian_callouts_fold_and_nest(render: Render) -> None:
    html = render("> [!tip]- A *title*\n> body\n> > [!faq]\n> > inner")
    assert html.startswith(
        '<details class="callout callout-tip"><summary class="callout-title">A <em>title</em>'
    )
    assert (
        '<aside class="callout callout-question"><p class="callout-title">Faq</p><p>inner</p></aside>' in html
    )
    assert '<details class="callout callout-note" open' in render("> [!note]+ Open\n> x")


def test_admonitions(render: Render) -> None:
    html = render('!!! danger "Look out"\n    first\n\n    - second\n\nafter')
    assert (
        '<aside class="callout callout-danger"><p class="callout-title">Look out</p><p>first</p><ul>' in html
    )
    assert html.endswith("</aside><p>after</p>")
    assert render("??? note\n    x").startswith('<details class="callout callout-note"><summary')


def test_directives(render: Render) -> None:
    html = render("::: tip 提示\n内容\n\n- a\n:::\n\nafter")
    assert html.startswith(
        '<aside class="callout callout-tip"><p class="callout-title">提示</p><p>内容</p><ul>'
    )
    assert html.endswith("</aside><p>after</p>")
    assert '<p class="callout-title">Title</p>' in render(":::note[Title]\ntext\n:::")
    assert "<details" in render("::: details More\ntext\n:::")


def test_nested_directives_close_in_order(render: Render) -> None:
    html = render(":::: warning Outer\n::: tip Inner\nx\n:::\ny\n::::\nz")
    assert html.index("<p>x</p>") < html.index("</aside>") < html.index("<p>y</p>")
    assert html.endswith("</aside><p>z</p>")


def test_code_groups_keep_every_block(render: Render) -> None:
    html = render("::: code-group\n```js\na\n```\n```ts\nb\n```\n:::")
    assert html.count("<pre") == 2
    assert ":::" not in html
    assert "<p><strong>npm</strong></p><pre" in render("::: code-tabs\n@tab npm\n```js\na\n```\n:::")


@pytest.mark.parametrize(
    ("opening", "lang"),
    [
        ("```python", "python"),
        ("~~~ruby", "ruby"),
        ("``` js {1,3-4}", "js"),
        ("```{.c .numberLines}", "c"),
        ("```{r plot, echo=FALSE}", "r"),
        ("```go:main.go", "go"),
        ('```ts title="a.ts"', "ts"),
        ("```java Some title", "java"),
        ("```c++", "c++"),
        ("```unheardof", "unheardof"),
        ("```mermaid", "mermaid"),
    ],
)
def test_the_language_of_a_fence(render: Render, opening: str, lang: str) -> None:
    html = render(f"{opening}\nx = 1\n{opening[:3]}")
    assert f'<pre class="code" data-lang="{lang}"><code>' in html
    assert "x" in html


def test_code_is_coloured_by_class(render: Render) -> None:
    html = render("```python\ndef f(a): return '<b>'\n```")
    assert '<span class="hl-k">def</span>' in html
    assert "&lt;b&gt;" in html


def test_titles_of_code_become_captions(render: Render) -> None:
    assert render('```js title="app.js"\n1\n```').startswith("<figure><figcaption>app.js</figcaption><pre")


def test_longer_fences_hold_shorter_ones(render: Render) -> None:
    html = render("````md\n```js\nx\n```\n````\nafter")
    assert html.count("<pre") == 1
    assert html.endswith("<p>after</p>")


def test_an_unclosed_fence_runs_to_the_end(render: Render) -> None:
    assert render("```\na\n\nb").endswith("a\n\nb</code></pre>")


def test_tabs_in_code_stay(render: Render) -> None:
    assert "a\n\tb" in render("```\na\n\tb\n```")


def test_indented_code(render: Render) -> None:
    assert (
        render("text\n\n    a < b\n\n    c")
        == '<p>text</p><pre class="code"><code>a &lt; b\n\nc</code></pre>'
    )


def test_tables_align_and_know_numbers(render: Render) -> None:
    html = render("| 商品 | Price | Mid |\n|:---|---:|:-:|\n| 电脑 | 6,000.0 | x |\n| 鼠标 | $12 | `a\\|b` |")
    assert (
        '<th class="align-left">商品</th><th class="align-right">Price</th><th class="align-center">Mid'
        in html
    )
    assert '<td class="align-right num">6,000.0</td>' in html
    assert "<code>a|b</code>" in html


def test_tables_without_outer_borders_and_with_ragged_rows(render: Render) -> None:
    html = render("a | b\n--|--\n1\\|2 | x | extra\n3 |")
    assert "<td>1|2</td><td>x</td><td>extra</td>" in html


def test_a_table_may_follow_a_paragraph_at_once(render: Render) -> None:
    html = render("text:\n| a | b |\n|---|---|\n| 1 | 2 |\nend")
    assert html.startswith("<p>text:</p><table>")
    assert html.endswith("</table><p>end</p>")


def test_tables_of_jekyll_need_no_head(render: Render) -> None:
    html = render("| a | b |\n| c | d |", Dialect.JEKYLL)
    assert html == "<table><tbody><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></tbody></table>"


def test_headings_have_unique_anchors_that_keep_han(render: Render) -> None:
    html = render("# 标题 One!\n\n## 标题 One!\n\n### `code` [link](x) {#own}\n\nUnder\n-----\n\nTop\n===")
    assert '<h1 id="标题-one">' in html
    assert '<h2 id="标题-one-1">' in html
    assert '<h3 id="own"><code>code</code> <a href="x">link</a></h3>' in html
    assert '<h2 id="under">Under</h2>' in html
    assert '<h1 id="top">Top</h1>' in html


@pytest.mark.parametrize("written", ["{#own}", "{: #own .big}", "{/*own*/}", "{#own .big} ##"])
def test_anchors_are_taken_from_every_spelling(render: Render, written: str) -> None:
    assert render(f"## Title {written}") == '<h2 id="own">Title</h2>'


def test_old_headings_need_no_blank(render: Render) -> None:
    assert render("##标题") == '<h2 id="标题">标题</h2>'
    assert render("#tag") == "<p>#tag</p>"


def test_rules(render: Render) -> None:
    assert render("a\n\n---\n\n* * *\n\n___") == "<p>a</p><hr><hr><hr>"


def test_contents(render: Render) -> None:
    for mark in ("[toc]", "[[toc]]", "[TOC]", "@[toc]", "{:toc}"):
        html = render(f"{mark}\n\n# A\n\n## B")
        assert (
            '<div class="toc"><ul><li><a href="#a">A</a><ul><li><a href="#b">B</a></li></ul></li></ul></div>'
            in html
        )
    assert render("* TOC\n{:toc}\n\n# A").startswith('<div class="toc">')


def test_definition_lists(render: Render) -> None:
    html = render("Term\n: One\n: Two\n\nOther\n:   Three\n\n    more")
    assert html.startswith(
        "<dl><dt>Term</dt><dd>One</dd><dd>Two</dd><dt>Other</dt><dd><p>Three</p><p>more</p></dd>"
    )


def test_footnotes(render: Render) -> None:
    html = render(
        "b[^b] a[^a] b[^b] no[^none] in^[line *note*]\n\n[^a]: First\n\n    second\n[^b]: Bee\n[^c]: unused"
    )
    assert '<sup class="footnote-ref" id="fnref-b"><a href="#fn-b">1</a></sup>' in html
    assert '<sup class="footnote-ref" id="fnref-b-2"><a href="#fn-b">1</a></sup>' in html
    assert "no[^none]" in html
    notes = html.split('<section class="footnotes"><ol>')[1]
    assert (
        notes.index('id="fn-b"')
        < notes.index('id="fn-a"')
        < notes.index("line <em>note</em>")
        < notes.index("unused")
    )
    assert '<a class="footnote-back" href="#fnref-a">↩</a>' in notes
    assert "<p>First</p>" in notes


def test_attribute_lines_are_dropped_or_applied(render: Render) -> None:
    assert render("text\n{: .text-center #here .junk}") == '<p class="align-center" id="here">text</p>'
    assert render('- a\n{: style="x"}\n\nb') == "<ul><li>a</li></ul><p>b</p>"


def test_html_blocks_keep_every_word(render: Render) -> None:
    html = render("<div>\n\n<p>one\n\n    <p>two\n\n**three**\n\n</div>\nafter\n\nlast")
    for word in ("one", "two", "<strong>three</strong>", "after", "last"):
        assert word in html
    assert "<pre" not in html


def test_blank_lines_in_pre_stay(render: Render) -> None:
    source = "<pre>\na\n\n    *b*\n</pre>"
    assert source in render(f"text\n\n{source}\n\nafter")


def test_markdown_in_html_where_asked_for(render: Render) -> None:
    html = render('<div class="x" markdown="1">\n*a*\n\n- b\n</div>\n\nafter')
    assert '<div class="x"><p><em>a</em></p><ul><li>b</li></ul></div><p>after</p>' in html


def test_an_unclosed_comment_swallows_nothing(render: Render) -> None:
    assert "kept" in render("text\n\n<!-- open\n\nkept").replace("<!--", "")


def test_a_picture_alone_does_not_end_markdown(render: Render) -> None:
    assert render('<img src="a.png">\n*caption*') == '<p><img src="a.png"><em>caption</em></p>'


def test_raw_html_of_pandoc(render: Render) -> None:
    assert render("```{=html}\n<b>x</b>\n```") == "<b>x</b>"
