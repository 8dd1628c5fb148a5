# SPDX-License-Identifier: MIT
"""Tags of site generators become what they mean, vanish, or stay where the text only talks about them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from reader.core.article import Dialect

Render = Callable[..., str]


@pytest.mark.parametrize(
    ("source", "html"),
    [
        ('{% asset_img foo.jpg "A title" %}', '<img src="foo.jpg" alt="A title">'),
        (
            '{% img left /a.png 300 200 "t" "alt" %}',
            '<img src="/a.png" alt="alt" width="300" height="200" class="align-left">',
        ),
        ('{% image "assets/a.png" "What it shows." %}', '<img src="assets/a.png" alt="What it shows.">'),
        ("{% image /a.png, alt=Alt %}", '<img src="/a.png" alt="Alt">'),
        (
            '{% include figure image_path="/x.png" caption="y" %}',
            '<img src="/x.png" alt="y"><figcaption>y</figcaption>',
        ),
        (
            '{{< figure src="/a.png" caption="Cap" >}}',
            '<figure><img src="/a.png" alt="Cap"><figcaption>Cap</figcaption>',
        ),
        ('{{ image(src="x.png", alt="a") }}', '<img src="x.png" alt="a">'),
        ("![a]({% asset_path b.png %})", '<img alt="a" src="b.png">'),
        ("{% youtube abc_1 %}", '<iframe src="https://www.youtube.com/embed/abc_1"></iframe>'),
        ('{{< youtube id="abc" >}}', "https://www.youtube.com/embed/abc"),
        ("{{< bilibili BV1xx >}}", "bvid=BV1xx"),
        ("{% iframe https://a.b/c 100% 300 %}", '<iframe src="https://a.b/c"></iframe>'),
        ("{% gist user/12345 %}", '<a href="https://gist.github.com/user/12345">'),
        ('{% link "The text" https://a.b external title %}', '<a href="https://a.b">The text</a>'),
        ("{% btn https://a.b, Text, icon %}", '<a href="https://a.b">Text</a>'),
        ("{% link Title,more words,https://a.b %}", '<a href="https://a.b">Title</a>'),
        ("{% pdf ./a.pdf %}", '<a href="./a.pdf">./a.pdf</a>'),
        ("{% p center, words %}", "<p>words</p>"),
        ("a {::comment}b{:/} {::nomarkdown}c{:/}", "a b c"),
        ('# T <Badge text="b" type="c"/>', '<h1 id="t">T</h1>'),
        ('{% post_link none "The title" %}', "<p>The title</p>"),
        ("{% label primary @text %}", "<mark>text</mark>"),
        ("[x]({{ site.baseurl }}/foo)", '<a href="/foo">x</a>'),
        ("[x]({{ '/foo' | relative_url }})", '<a href="/foo">x</a>'),
        ("a {% unknown x %}b {{< nothing >}}c", "<p>a b c</p>"),
        ("a {% if x %}b{% endif %} {% comment %}c{% endcomment %}d", "<p>a b d</p>"),
        ("a {{% generic %}}*b*{{% /generic %}} c", "a <em>b</em> c"),
        ("Vue {{ message }} here", "Vue {{ message }} here"),
        ("<!-- @include: x.md -->text", "text"),
    ],
)
def test_single_tags(render: Render, source: str, html: str) -> None:
    assert html in render(source)


@pytest.mark.parametrize(
    "source",
    [
        "{% codeblock lang:js %}\nvar a = '{% x %}';\n{% endcodeblock %}",
        "{% highlight js %}\nvar a = '{% x %}';\n{% endhighlight %}",
        "{{< highlight js \"linenos=table\" >}}\nvar a = '{% x %}';\n{{< /highlight >}}",
    ],
)
def test_code_tags(render: Render, source: str) -> None:
    html = render(f"text\n{source}\nafter")
    assert '<pre class="code" data-lang="js"><code><span class="hl-kd">var</span>' in html
    assert "<p>after</p>" in html


def test_codeblock_titles_and_fences_inside(render: Render) -> None:
    html = render("{% codeblock lang:md My title https://a.b %}\n```\nx\n```\n{% endcodeblock %}")
    assert "<figcaption>My title</figcaption>" in html
    assert html.count("<pre") == 1


@pytest.mark.parametrize(
    ("opening", "closing", "kind"),
    [
        ("{% note warning %}", "{% endnote %}", "warning"),
        ("{% note info no-icon %}", "{% endnote %}", "info"),
        ("{{% note %}}", "{{% /note %}}", "note"),
        ('{{% alert color="primary" %}}', "{{% /alert %}}", "note"),
        ("{{< hint danger >}}", "{{< /hint >}}", "danger"),
        ('{{< admonition tip "T" >}}', "{{< /admonition >}}", "tip"),
    ],
)
def test_notes(render: Render, opening: str, closing: str, kind: str) -> None:
    html = render(f"before\n{opening}\ninside **note**\n\n- a\n- b\n{closing}\nafter")
    inside = "<p>inside <strong>note</strong></p><ul><li>a</li><li>b</li></ul>"
    assert f'<aside class="callout callout-{kind}">' in html
    assert f"{inside}</aside><p>after</p>" in html


def test_notes_in_lists_stay_there(render: Render) -> None:
    html = render("- item\n  {% note tip Words %}\n  inside\n  {% endnote %}\n- next")
    assert '<p class="callout-title">Words</p><p>inside</p></aside></li>' in html
    assert html.count("<ul>") == 1


def test_quotes(render: Render) -> None:
    html = render("{% blockquote An Author https://a.b Source %}\ntext\n{% endblockquote %}")
    assert '<blockquote><p>text</p><p>— <a href="https://a.b">An Author Source</a></p></blockquote>' in html
    assert "<p>— Me</p></blockquote>" in render('{% quote(author="Me") %}\nq\n{% end %}', Dialect.ZOLA)


def test_folds_and_tabs(render: Render) -> None:
    assert "<details><summary>More</summary><p>x</p></details>" in render("{% fold More %}\nx\n{% endfold %}")
    first, second = (
        f"<!-- tab {name} -->\n{text}\n<!-- endtab -->\n"
        for name, text in (("One", "first"), ("Two", "second"))
    )
    html = render(f"{{% tabs a %}}\n{first}{second}{{% endtabs %}}")
    assert html == "<p><strong>One</strong></p><p>first</p><p><strong>Two</strong></p><p>second</p>"


def test_raw_and_what_only_talks_of_tags(render: Render) -> None:
    assert "<b>{{ x }}</b>" in render("{% raw %}<b>{{ x }}</b>{% endraw %}")
    assert "<code>{{ site }}</code>" in render("`{% raw %}{{ site }}{% endraw %}`")
    assert "<code>{% asset_img x %}</code>" in render("`{% asset_img x %}`")
    assert "{{&lt; ref &gt;}}" in render("```\n{{</* ref */>}}\n```")
    assert "{% highlight %}" in render("```text\n{% highlight %}\n```")
    assert "{% raw %}" in render("```\n{% raw %}x{% endraw %}\n```", Dialect.HEXO)
    assert "{% raw %}" not in render("```\n{% raw %}x{% endraw %}\n```", Dialect.JEKYLL)
    assert "{% x %}" in render("text\n\n    {% x %}\n")
    assert "{% x %}" in render("<pre>{% x %}</pre> and text")


def test_links_between_posts(render: Render, tmp_path: Path) -> None:
    (tmp_path / "2020-01-02-other.md").touch()
    (tmp_path / "guide.md").touch()
    html = render(
        '[a]({% post_url 2020-01-02-other %}) [b]({{< ref "guide.md#x" >}}) [c]({% post_url gone %})'
    )
    assert '<a href="2020-01-02-other.md">a</a> <a href="guide.md#x">b</a>' in html
    assert "c" in html
    assert 'href=""' not in html


def test_mdx(render: Render) -> None:
    source = (
        "import A from './a'\nexport const x = {\n  y: 1\n}\n\n"
        "<Intro>\n\nHello **you** {/* note */}\n\n</Intro>\n\n"
        '## Title {/*own*/}\n\n<Sandpack>\n\n```js\nimport a from "a"\n```\n\n</Sandpack>\n\n'
        "<Note>\n\ntext\n\n</Note>\n\n"
        '<Image src="/a.png" alt="b" />\n\n    <Steps>\n    1. indented\n    </Steps>'
    )
    html = render(source, name="a.mdx")
    assert html.startswith("<p>Hello <strong>you</strong></p>")
    assert '<h2 id="own">Title</h2>' in html
    assert '<pre class="code" data-lang="js">' in html
    assert '<aside class="callout callout-note"><p class="callout-title">Note</p><p>text</p></aside>' in html
    assert '<img src="/a.png" alt="b">' in html
    assert "<li>indented</li>" in html
    assert "import A" not in html
    assert "export" not in html


def test_names_in_angle_brackets_stay_in_plain_markdown(render: Render) -> None:
    assert "List&lt;String&gt;" in render("a List<String> b")
