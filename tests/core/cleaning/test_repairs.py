# SPDX-License-Identifier: MIT
"""What is repaired on the way: paragraphs, styles, tables, code, figures, embeds; and what is left alone."""

from __future__ import annotations

import re

import pytest

from reader.core.cleaning import clean_html


def _clean(html: str) -> str:
    return re.sub(r">\s+<", "><", clean_html(html, "https://e.example/")).strip()


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        # paragraphs
        ("bare text", "<p>bare text</p>"),
        ("<div>one</div><div>two</div>", "<p>one</p><p>two</p>"),
        ("one<br><br>two<br>three", "<p>one</p><p>two<br>three</p>"),
        ("<p>one<br/><br/>two</p>", "<p>one</p><p>two</p>"),
        ("<p>　　甲乙</p><p>&emsp;&emsp;丙</p><p>&nbsp;&nbsp;&nbsp;丁</p>", "<p>甲乙</p><p>丙</p><p>丁</p>"),
        ("<div>　　甲<br>　　乙</div>", "<p>甲</p><p>乙</p>"),
        ("<p><span>　　</span>甲</p>", "<p>甲</p>"),
        ("<p>&nbsp;</p><p></p><p><br></p><p>x</p><section><section></section></section>", "<p>x</p>"),
        ("<p>a <span> </span>b<span> </span>c</p>", "<p>a  b c</p>"),
        ("<section><section><section><p>x</p></section></section></section>", "<p>x</p>"),
        ("<div>text<ul><li>a</li></ul>more</div>", "<p>text</p><ul><li>a</li></ul><p>more</p>"),
        ("<ul><li>a<ul><li>b</li></ul></li><li></li></ul>", "<ul><li>a<ul><li>b</li></ul></li></ul>"),
        ("<blockquote>q</blockquote>", "<blockquote>q</blockquote>"),
        ("<p>words<br><img src=/a.png></p>", '<p>words</p><p><img src="https://e.example/a.png"></p>'),
        ("<div style='text-align:center'><div>x</div></div>", '<p class="align-center">x</p>'),
        ("<div dir=rtl><p>x</p></div>", '<div dir="rtl"><p>x</p></div>'),
        ("<p>line one\nline two</p>", "<p>line one\nline two</p>"),
        ("<pre>  keep\n\n  this　　</pre>", "<pre>  keep\n\n  this　　</pre>"),
        # styles and old tags
        ("<p style='color:red;font-size:9px;text-align:center'>x</p>", '<p class="align-center">x</p>'),
        (
            "<p><span style='font-weight:700'>b</span> <span style='font-style:italic'>i</span></p>",
            "<p><strong>b</strong> <em>i</em></p>",
        ),
        (
            "<p><span style='text-decoration: line-through'>s</span><strike>t</strike></p>",
            "<p><s>s</s><s>t</s></p>",
        ),
        ("<b style='font-weight:normal'><p>x</p></b>", "<p>x</p>"),
        ("<p><font color=red size=7>x</font></p><center>y</center>", '<p>x</p><p class="align-center">y</p>'),
        ("<p align=right>x</p><p align=left>y</p>", '<p class="align-right">x</p><p>y</p>'),
        ("<p><tt>x</tt> <nobr>y</nobr></p>", "<p><code>x</code> y</p>"),
        ("<h2><span style='font-weight:bold'>x</span></h2>", "<h2>x</h2>"),
        ("<p>H<span style='vertical-align:sub'>2</span>O</p>", "<p>H<sub>2</sub>O</p>"),
        # the vocabulary of formats stays
        ('<aside class="callout callout-note"><p class="callout-title">T</p><p>x</p></aside>',) * 2,
        (
            '<details class="callout callout-tip" open=""><summary class="callout-title">'
            "T</summary><p>x</p></details>",
        )
        * 2,
        (
            '<p>a<sup class="footnote-ref" id="fnref-1"><a href="#fn-1">1</a></sup></p>'
            '<section class="footnotes"><ol><li id="fn-1">n '
            '<a class="footnote-back" href="#fnref-1">↩</a></li></ol></section>',
        )
        * 2,
        ('<ul><li class="task task-done">x</li><li class="task">y</li></ul>',) * 2,
        ('<p><math display="block"><mi>x</mi></math> <code class="math">\\frac</code></p>',) * 2,
        ('<div class="toc"><ul><li><a href="#a">A</a></li></ul></div><h2 id="a">A</h2>',) * 2,
        (
            '<p><mark>m</mark><del>d</del><ins>i</ins><kbd>k</kbd><abbr title="t">a</abbr>'
            '<time datetime="2020-01-01">t</time></p>',
        )
        * 2,
        ("<p><ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp></ruby></p>",) * 2,
        ("<dl><dt>a</dt><dd>b</dd></dl>",) * 2,
        ('<pre class="code" data-lang="python"><code><span class="hl-k">def</span> f(): ...</code></pre>',)
        * 2,
        # tables
        ("<table><tr><td><p>x</p><p>y</p></td></tr></table>", "<p>x</p><p>y</p>"),
        ("<table role=presentation><tr><td>x</td><td>y</td></tr></table>", "<p>x</p><p>y</p>"),
        (
            "<table><tr><td>a</td><td>1,200.5%</td></tr></table>",
            '<table><tbody><tr><td>a</td><td class="num">1,200.5%</td></tr></tbody></table>',
        ),
        (
            "<table><tr><td></td><td>b</td></tr></table>",
            "<table><tbody><tr><td></td><td>b</td></tr></tbody></table>",
        ),
        (
            "<table><tr><td width=50% bgcolor=red align=right>a</td><th align=left>b</th></tr></table>",
            '<table><tbody><tr><td class="align-right">a</td><th class="align-left">b</th>'
            "</tr></tbody></table>",
        ),
        # code
        (
            "<pre><code class='language-js'>a</code></pre>",
            '<pre class="code" data-lang="js"><code>a</code></pre>',
        ),
        ("<pre>a<br>b<br/>c</pre>", "<pre>a\nb\nc</pre>"),
        ("<pre><div>a</div><div>b</div></pre>", "<pre>a\nb</pre>"),
        (
            "<div class=highlight><pre><span class=k>if</span> x</pre></div>",
            '<pre><span class="hl-k">if</span> x</pre>',
        ),
        (
            "<div class=highlight><table class=rouge-table><tr><td class='rouge-gutter "
            "gl'><pre class=lineno>1\n2</pre></td>"
            "<td class=rouge-code><pre>a\nb</pre></td></tr></table></div>",
            "<pre>a\nb</pre>",
        ),
        (
            "<pre><code><table class=hljs-ln><tr><td class=hljs-ln-numbers data-line-number=1>"
            "</td><td class=hljs-ln-code>a = 1</td></tr>"
            "<tr><td class=hljs-ln-numbers data-line-number=2></td><td class=hljs-ln-code>"
            "b = 2</td></tr></table></code></pre>",
            "<pre>a = 1\nb = 2</pre>",
        ),
        (
            "<table><tr><td>1</td><td>one</td></tr></table>",
            '<table><tbody><tr><td class="num">1</td><td>one</td></tr></tbody></table>',
        ),
        # figures
        (
            "<figure><img src=/a.png><figcaption></figcaption></figure>",
            '<figure><img src="https://e.example/a.png"></figure>',
        ),
        (
            "<div class=wp-caption style='width:300px'><img src=/a.png><p class=wp-caption-text>c</p></div>",
            '<figure><img src="https://e.example/a.png"><figcaption>c</figcaption></figure>',
        ),
        # formulas
        (
            "<p>x <span class=katex><span class=katex-mathml><math><mi>x</mi></math></span>"
            "<span class=katex-html>x</span></span></p>",
            "<p>x <math><mi>x</mi></math></p>",
        ),
        (
            "<p>x <span class=MathJax_Preview>?</span><script type='math/tex'>a^2</script></p>",
            '<p>x <code class="math">a^2</code></p>',
        ),
        # anchors
        (
            "<p><a name=x></a>here</p><p><a href=#x>there</a></p>",
            '<p id="x">here</p><p><a href="#x">there</a></p>',
        ),
    ],
)
def test_repair(html: str, expected: str) -> None:
    shown = _clean(html)
    assert shown == re.sub(r">\s+<", "><", expected)
    assert _clean(shown) == shown


@pytest.mark.parametrize(
    "line",
    [
        "他说要给作者打赏，可是作者早就走了，剩下的人都不知道该把钱交给谁。",
        "责任编辑这个词，出现在正文里时不该被删去：它只是一个词。",
        "广告是这篇文章的主题，不是它的垃圾。",
        "点赞、收藏、分享：三个动作，三种心情。",
        "Advertisement as an art form began with posters.",
    ],
)
@pytest.mark.parametrize("place", ["middle", "start", "end"])
def test_running_text_is_never_junk(line: str, place: str) -> None:
    around = "<p>一段普通的话，写在前后。</p>"
    before = around * 3 if place != "start" else ""
    after = around * 3 if place != "end" else ""
    assert line in clean_html(f"{before}<p>{line}</p>{after}")


@pytest.mark.parametrize(
    "word", ["赞赏", "分享到：微信 微博", "责任编辑：王小明", "展开全文", "扫码关注我们的公众号"]
)
def test_junk_words_count_at_the_edges_only(word: str) -> None:
    body = "<p>一段普通的话，写在前后。</p>" * 3
    assert word not in clean_html(f"{body}<p>{word}</p>")
    assert word in clean_html(f"{body}<p>{word}</p>{body}")
    assert word in clean_html(f"<p>{word}</p>")


def test_buttons_go_and_words_in_sentences_stay() -> None:
    assert "Share" not in clean_html("<p>Text of it.</p><button class=x>Share</button>")
    assert "OK" in clean_html("<p>Now press the <button>OK</button> button to go on.</p>")


def test_long_parts_are_kept_whatever_their_class_says() -> None:
    text = "A sentence of the article. " * 30
    for name in ("share-box", "article-side", "support-author", "view-more", "qr-code"):
        assert "A sentence" in clean_html(f"<p>x</p><div class={name}><p>{text}</p></div>")
    assert "A sentence" in clean_html(f"<div style='display:none'>{text}</div>")
    assert "Social links" in clean_html("<h2 id=social-links>Social links</h2><p>x</p>")


@pytest.mark.parametrize(
    ("html", "href", "title"),
    [
        (
            "<iframe src='//player.bilibili.com/player.html?aid=1&bvid=BV1xx411c7mD'></iframe>",
            "https://www.bilibili.com/video/BV1xx411c7mD",
            "哔哩哔哩",
        ),
        (
            "<iframe src='https://player.vimeo.com/video/123?h=1' title='A film'></iframe>",
            "https://vimeo.com/123",
            "A film",
        ),
        (
            "<iframe src='https://v.qq.com/txp/iframe/player.html?vid=a0012abcdef'></iframe>",
            "https://v.qq.com/x/page/a0012abcdef.html",
            "腾讯视频",
        ),
        (
            "<embed src='http://player.youku.com/player.php/sid/XMTIz/v.swf'>",
            "https://v.youku.com/v_show/id_XMTIz.html",
            "优酷",
        ),
        (
            "<object><param name=movie value='https://www.youtube.com/v/abcdefgh123'>"
            "<embed src='x.swf'></object>",
            None,
            None,
        ),
        (
            "<iframe src='https://codepen.io/ann/embed/preview/abc?height=1'></iframe>",
            "https://codepen.io/ann/pen/abc",
            "CodePen",
        ),
        (
            "<iframe src='https://w.soundcloud.com/player/?url=https%3A//soundcloud.com/a/b'></iframe>",
            "https://soundcloud.com/a/b",
            "SoundCloud",
        ),
        (
            "<iframe data-src='https://www.youtube.com/embed/abcdefgh' title='YouTube "
            "video player'></iframe>",
            "https://www.youtube.com/watch?v=abcdefgh",
            "YouTube",
        ),
        (
            "<video><source src='/media/walk.mp4'>no video</video>",
            "https://e.example/media/walk.mp4",
            "walk.mp4",
        ),
        (
            "<audio src='/media/song.mp3' title='A song'></audio>",
            "https://e.example/media/song.mp3",
            "A song",
        ),
        (
            "<script src='https://gist.github.com/ann/abc123.js'></script>",
            "https://gist.github.com/ann/abc123",
            "GitHub Gist",
        ),
        (
            "<iframe src='https://maps.example.org/x?y=1'></iframe>",
            "https://maps.example.org/x?y=1",
            "maps.example.org",
        ),
    ],
)
def test_embeds_become_cards(html: str, href: str | None, title: str | None) -> None:
    shown = clean_html(f"<p>before</p>{html}<p>after</p>", "https://e.example/")
    if href is not None:
        assert f'<p class="embed"><a href="{href}">' in shown.replace("&amp;", "&")
        assert f'<span class="embed-title">{title}</span>' in shown
    assert clean_html(shown, "https://e.example/") == shown


@pytest.mark.parametrize(
    "html",
    [
        "<iframe src='about:blank'></iframe>",
        "<iframe></iframe>",
        "<iframe src='https://www.googletagmanager.com/ns.html'></iframe>",
        "<iframe width=0 height=0 src='https://e.example/x'></iframe>",
        "<iframe style='display: none' src='https://e.example/x'></iframe>",
        "<video></video>",
        "<video src='blob:https://e.example/1'></video>",
    ],
)
def test_frames_that_show_nothing_go(html: str) -> None:
    assert "embed" not in clean_html(f"<p>x</p>{html}")
