# SPDX-License-Identifier: MIT
"""Pictures that wait for scripts, proxies in front of pictures, redirects in front of links."""

from __future__ import annotations

import re

import pytest

from reader.core.cleaning import clean_html

_BASE = "https://e.example/d/page"
_BLANK = "data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw=="
_DRAWN = "data:image/svg+xml;utf8,<svg xmlns='http://www.w3.org/2000/svg' width='720' height='405'></svg>"


def _sources(html: str) -> list[str]:
    return re.findall(r'<img[^>]*?src="([^"]*)"', clean_html(f"<p>words</p>{html}", _BASE))


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        (f'<img src="{_BLANK}" data-src="a.png">', "https://e.example/d/a.png"),
        (
            f'<img src="{_DRAWN}" data-actualsrc="https://p.example/a_b.jpg" data-original="https://p.example/a_r.jpg">',
            "https://p.example/a_r.jpg",
        ),
        (
            '<img data-src="https://p.example/640?wx_fmt=png" data-ratio="0.5" data-w="1080">',
            "https://p.example/640?wx_fmt=png",
        ),
        ('<img src="/img/loading.gif" data-lazy-src="/a.webp">', "https://e.example/a.webp"),
        (
            '<img src="/spacer.gif" srcset="/s.jpg 320w, /m.jpg 1024w, /l.jpg 4000w">',
            "https://e.example/m.jpg",
        ),
        ('<img srcset="/s.jpg, /l.jpg 2x">', "https://e.example/l.jpg"),
        (
            '<img src="/a-300x200.jpg" srcset="/a-300x200.jpg 300w, /a-150x100.jpg 150w">',
            "https://e.example/a-300x200.jpg",
        ),
        ('<img src="/a.jpg?w=1200" data-original="/a.jpg?w=300">', "https://e.example/a.jpg?w=1200"),
        ('<img src="/a.jpg" data-original="/a-150x150.jpg">', "https://e.example/a.jpg"),
        ('<img src="/a.jpg?imageView2/2/w/1120/q/40" data-original="/a.jpg">', "https://e.example/a.jpg"),
        (
            '<img src="local/a.jpg" data-original="https://far.example/a.jpg">',
            "https://e.example/d/local/a.jpg",
        ),
        (
            '<img src="/none.gif" zoomfile="https://b.example/1.jpg" file="https://b.example/1.jpg">',
            "https://b.example/1.jpg",
        ),
        (
            '<picture><source srcset="/w.webp 800w" type="image/webp"><img src="/f.jpg"></picture>',
            "https://e.example/f.jpg",
        ),
        (
            '<picture><source srcset="/s.webp 300w"><source srcset="/w.webp 800w">'
            f'<img src="{_BLANK}"></picture>',
            "https://e.example/w.webp",
        ),
        ('<picture><source srcset="/w.webp 800w"></picture>', "https://e.example/w.webp"),
        (
            f'<img class="lazy" src="{_BLANK}"><noscript><img src="/n.jpg"></noscript>',
            "https://e.example/n.jpg",
        ),
        ('<noscript>&lt;img src="/n.jpg"&gt;</noscript>', "https://e.example/n.jpg"),
        ('<amp-img src="/amp.jpg" width=3 height=2></amp-img>', "https://e.example/amp.jpg"),
        ('<image src="/old.jpg">', "https://e.example/old.jpg"),
        ('<figure data-src="/fig.jpg"><figcaption>c</figcaption></figure>', "https://e.example/fig.jpg"),
        ('<object type="image/png" data="/o.png"></object>', "https://e.example/o.png"),
        (
            '<img src="https://cors.zfour.workers.dev/?http://i.example/a.jpeg?imageMogr2/quality'
            '/60!custom">',
            "http://i.example/a.jpeg?imageMogr2/quality/60!custom",
        ),
        ('<img src="https://images.weserv.nl/?url=i.example/a.png&w=300">', "https://i.example/a.png"),
        (
            '<img src="https://images.weserv.nl/?url=https%3A%2F%2Fi.example%2Fa.png">',
            "https://i.example/a.png",
        ),
        ('<img src="https://i2.wp.com/blog.example/a.png?resize=3&ssl=1">', "https://blog.example/a.png"),
        ('<img src="https://cors-anywhere.example/https://i.example/a.png">', "https://i.example/a.png"),
        (
            '<img src="https://web.archive.org/web/2020im_/http://i.example/a.png">',
            "https://web.archive.org/web/2020im_/http://i.example/a.png",
        ),
        ('<img src=" //i.example/a.png\n">', "https://i.example/a.png"),
        ('<img src="https://e.example/stats/graph.png">', "https://e.example/stats/graph.png"),
        ('<img src="loading-dock.png">', "https://e.example/d/loading-dock.png"),
    ],
)
def test_address_of_a_picture(html: str, expected: str) -> None:
    assert _sources(html) == [expected]


@pytest.mark.parametrize(
    "html",
    [
        f'<img src="{_BLANK}">',
        '<img src="https://e.example/a.png" width="1" height="1">',
        '<img src="https://pixel.wp.com/b.gif?v=noscript">',
        '<img src="/track/open.gif?id=1">',
        '<noscript><img height="1" width="1" style="display:none" src="https://t.example/tr?i'
        'd=1"></noscript>',
        '<img src="">',
        "<img>",
        "<picture></picture>",
        f'<img src="{_DRAWN}">',
    ],
)
def test_what_shows_nothing_goes(html: str) -> None:
    assert _sources(html) == []


def test_declared_sizes_are_kept() -> None:
    html = clean_html(
        '<img data-src="https://p.example/a.png" data-ratio="0.5" data-w="1080"><img '
        'src="/b.png" w=20 h="30px">'
    )
    assert 'width="1080"' in html
    assert 'height="540"' in html
    assert 'width="20"' in html
    assert 'height="30"' in html
    assert "width" not in clean_html('<img src="/b.png" width="100%" height="auto">')


@pytest.mark.parametrize(
    ("written", "direct"),
    [
        ("https://links.jianshu.com/go?to=https%3A%2F%2Fa.example%2Fb%3Fc%3Dd", "https://a.example/b?c=d"),
        ("https://link.zhihu.com/?target=https%3A//a.example/b", "https://a.example/b"),
        ("https://link.juejin.cn?target=https%3A%2F%2Fa.example", "https://a.example"),
        ("https://www.google.com/url?sa=t&url=https%3A%2F%2Fa.example%2F&usg=x", "https://a.example/"),
        ("https://sspai.com/link?target=https%3A%2F%2Fa.example%2Fb", "https://a.example/b"),
        ("https://c.pc.qq.com/middlem.html?pfurl=https%3A%2F%2Fa.example%2Fb", "https://a.example/b"),
        ("https://www.youtube.com/redirect?q=http%3A%2F%2Fa.example%2Fb", "http://a.example/b"),
        ("https://a.example/?url=https%3A%2F%2Fb.example", "https://a.example/?url=https%3A%2F%2Fb.example"),
        (
            "https://link.zhihu.com/?target=mailto%3Aa%40b.c",
            "https://link.zhihu.com/?target=mailto%3Aa%40b.c",
        ),
        (
            "https://evil-link.zhihu.com.example/?target=https%3A//a.example",
            "https://evil-link.zhihu.com.example/?target=https%3A//a.example",
        ),
    ],
)
def test_redirects_are_unwrapped(written: str, direct: str) -> None:
    html = clean_html(f'<p><a href="{written.replace("&", "&amp;")}">x</a></p>')
    found = re.findall(r'href="([^"]*)"', html)[0].replace("&amp;", "&")
    assert found.rstrip("/") == direct.rstrip("/")
