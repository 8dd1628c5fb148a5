# SPDX-License-Identifier: MIT
"""What a page says of its article, and that nothing in it can act or reach out."""

from __future__ import annotations

import re
import time
from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest

from reader.core.article import ArticleDate, ImageKey, ImageRef
from reader.core.page import (
    CONTENT_SECURITY_POLICY,
    PageLook,
    PageWords,
    build_page,
    empty_page,
    error_page,
    look_attributes,
    standalone_page,
)

_LOOK = PageLook(theme="sepia")


def _body(page: str) -> str:
    return page.partition("<body>")[2].partition("</body>")[0]


def _page(article: Any, images: Any, look: PageLook = _LOOK, **words: str) -> str:
    return build_page(article, look, replace(PageWords.plain(article), **words), images)


def test_a_file_without_text_says_so_and_what_it_says_of_itself(article: Any, pictures: Any) -> None:
    empty = replace(article("", title="Empty", excerpt="What it <would> be about."), text=" ", words=0)
    page = _page(empty, pictures)
    assert '<div class="nothing"><p>What it &lt;would&gt; be about.</p>' in page
    assert "There is no text in this file." in page
    assert " min</bdi>" not in page
    again = _page(replace(empty, metadata=replace(empty.metadata, excerpt="Empty")), pictures)
    assert '<div class="nothing"><p lang="en">There is no text' in again
    assert "nothing" not in _body(_page(article("<p>Text.</p>"), pictures))


def test_what_could_not_be_read_stands_above_the_text(article: Any, pictures: Any) -> None:
    words = replace(PageWords.plain(article("<p>Text.</p>")), flaws=("The archive <ends> suddenly.",))
    page = build_page(article("<p>Text.</p>"), _LOOK, words, pictures)
    note = '<div class="flaws" role="note"><p>The archive &lt;ends&gt; suddenly.</p></div>'
    assert page.index(note) < page.index("</header>") < page.index("<p>Text.</p>")
    assert "flaws" not in _body(_page(article("<p>Text.</p>"), pictures))


def test_the_whole_of_a_small_page(article: Any, pictures: Any) -> None:
    small = article(
        "<p>Text.</p>",
        title="Q & A <1>",
        authors=("Ann", "Bob"),
        site="Site",
        categories=(("Top", "A/B"), ("Other",)),
        updated=ArticleDate(datetime(2022, 1, 2)),
        source_url="https://www.example.org/p?a=1&b=2",
    )
    expected = """
<main>
<article>
<header>
<h1 class="title">Q &amp; A &lt;1&gt;</h1>
<div class="about" lang="en"><p class="facts"><span class="author">\
<bdi lang="en">Ann</bdi></span><span class="author"><bdi lang="en">Bob</bdi></span>\
<span class="site"><bdi lang="en">Site</bdi></span>\
<time datetime="2021-09-24"><bdi>2021-09-24</bdi></time>\
<time datetime="2022-01-02"><bdi>updated 2022-01-02</bdi></time><span><bdi>9 min</bdi></span></p>\
<div class="places"><nav class="categories" aria-label="Categories"><span class="category" lang="en">\
<a href="category?path=Top">Top</a><a href="category?path=Top/A%2FB">A/B</a></span>\
<span class="category" lang="en"><a href="category?path=Other">Other</a></span></nav>\
<a class="source" href="https://www.example.org/p?a=1&amp;b=2" rel="noreferrer"><span>Original</span> \
<bdi>example.org</bdi></a></div></div>
</header>
<div class="text">
<p>Text.</p>
</div>
</article>
</main>
"""
    assert _body(_page(small, pictures())) == expected


def test_chinese_words_and_dates(article: Any, pictures: Any) -> None:
    given = article(lang="zh-Hans", updated=ArticleDate(datetime(2022, 1, 2)))
    page = build_page(given, _LOOK, PageWords.plain(given, "zh"), pictures())
    for words in ("2021年9月24日", "2022年1月2日更新", "9 分钟", '<html lang="zh-Hans" dir="ltr"'):
        assert words in page


def test_an_update_before_the_date_is_not_news(article: Any) -> None:
    assert PageWords.plain(article(updated=ArticleDate(datetime(2021, 9, 24)))).updated is None


@pytest.mark.parametrize(
    ("lang", "rtl", "expected"),
    [
        *[(lang, None, "rtl") for lang in ("ar", "he-IL", "fa", "ku-Arab")],
        *[("en", None, "ltr"), ("zh-Hans", None, "ltr"), ("en", True, "rtl"), ("ar", False, "ltr")],
    ],
)
def test_the_page_runs_as_its_language_does(
    lang: str, rtl: bool | None, expected: str, article: Any, pictures: Any
) -> None:
    assert f'<html lang="{lang}" dir="{expected}"' in _page(article(lang=lang, rtl=rtl), pictures())


def test_the_look_stands_in_the_attributes_of_the_root(article: Any, pictures: Any) -> None:
    look = PageLook("dark", "wide", 21, 1.55, "serif", "sans", False, True, False, True)
    page = _page(article(), pictures(), look)
    root = page.partition("<html")[2].partition(">")[0]
    for part in (
        'data-theme="dark" data-width="wide" data-chinese-face="serif" data-latin-face="sans"',
        'data-size="21" data-line="1.55" data-justify="off" data-indent="on" data-dots="off"',
        'data-motion="reduced"',
    ):
        assert part in root
    assert look_attributes(PageLook())["data-size"] is None
    assert set(look_attributes(PageLook())) == set(look_attributes(look))


def test_the_policy_is_strict_and_the_same_for_all_pages(article: Any, pictures: Any) -> None:
    assert CONTENT_SECURITY_POLICY.startswith(
        "default-src 'none'; img-src article: data:; style-src 'sha256-"
    )
    assert "unsafe" not in CONTENT_SECURITY_POLICY
    quoted = CONTENT_SECURITY_POLICY.replace("'", "&#x27;")
    for page in (
        _page(article(), pictures()),
        error_page("t", "s", "h", _LOOK),
        empty_page("", "s", "", _LOOK),
    ):
        assert f'http-equiv="Content-Security-Policy" content="{quoted}"' in page
        assert " style=" not in page
        assert "<script" not in page


def test_what_metadata_says_is_text(article: Any, pictures: Any) -> None:
    evil = '"><script>alert(1)</script>'
    given = article(
        title=evil,
        authors=(evil,),
        site=evil,
        categories=((evil,),),
        source_url=f"https://example.org/{evil}",
        lang=evil,
    )
    picture = ImageRef(ImageKey("k"), "u", evil)
    given = replace(given, images=(picture,), cover=picture)
    for images in (pictures(), pictures({"k": (1, 1)})):
        for page in (
            _page(given, images, missing_image=evil, date=evil),
            standalone_page(given, _LOOK, PageWords.plain(given), images),
        ):
            assert "<script" not in page
            assert 'lang=""' not in page
    assert "<script" not in error_page(evil, evil, evil, _LOOK, evil)


def test_only_web_sources_are_linked(article: Any, pictures: Any) -> None:
    for url in ("javascript:alert(1)", "file:///x", "http://[x", "https://"):
        assert 'class="source"' not in _page(article(source_url=url), pictures())


def test_pictures_keep_their_shape(article: Any, pictures: Any) -> None:
    images = (ImageRef(ImageKey("a"), "u", "alt", 300, None), ImageRef(ImageKey("b"), "u", "", None, None))
    html = '<p><img src="image/a"></p><figure><img src="image/b" alt="x" title="t&quot;"></figure>'
    body = _body(_page(article(html, images=images), pictures({"a": (600, 400), "b": (1200, 500)})))
    assert (
        '<p class="picture"><img src="image/a" decoding="async" alt="alt" width="300" height="200"></p>'
        in body
    )
    assert (
        '<img src="image/b" decoding="async" alt="x" width="1200" height="500" title="t&quot;" class="wide">'
        in body
    )


@pytest.mark.parametrize(
    ("sizes", "at_once"),
    [([(1400, 1200)] * 6, 2), ([(20, 20)] * 12, 8), ([(400, 3000), (20, 20), (20, 20)], 1)],
)
def test_what_the_first_screen_cannot_show_comes_late(
    article: Any, pictures: Any, sizes: list[tuple[int, int]], at_once: int
) -> None:
    images = tuple(ImageRef(ImageKey(f"k{at}"), "u", "", None, None) for at in range(len(sizes)))
    html = "".join(f'<p><img src="image/{image.key}"></p>' for image in images)
    shown = pictures({image.key: size for image, size in zip(images, sizes, strict=True)})
    body = _body(_page(article(html, images=images), shown))
    assert (body.count("<img src="), body.count("<img data-late=")) == (at_once, len(sizes) - at_once)


def test_a_missing_picture_leaves_a_calm_box(article: Any, pictures: Any) -> None:
    sized = ImageRef(ImageKey("a"), "u", "A map", 640, 300)
    html = (
        '<p><img src="image/a" alt="A map" width="640" height="300"></p><p>Text <img src="image/b"> text.</p>'
    )
    body = _body(_page(article(html, images=(sized,)), pictures()))
    assert '<svg width="640" height="300" viewBox="0 0 640 300" aria-hidden="true"></svg>' in body
    assert '<span data-note="Image not stored" data-alt="A map"></span>' in body
    assert '<span class="missing missing-inline" role="img" aria-label="Image not stored"' in body
    assert "<img" not in body


def test_small_missing_pictures_stay_small(article: Any, pictures: Any) -> None:
    html = '<p>Well <img src="image/e" alt=":)" width="20" height="20"> done</p>'
    body = _body(_page(article(html), pictures()))
    assert 'class="missing missing-tiny"' in body


def test_the_cover_comes_first(article: Any, pictures: Any) -> None:
    cover = ImageRef(ImageKey("c"), "u", "")
    body = _body(_page(article(cover_ref=cover), pictures({"c": (1600, 900)})))
    assert body.index('<p class="cover"><img src="image/c"') < body.index('<div class="text">')


def test_only_outer_tables_scroll(article: Any, pictures: Any) -> None:
    inner = "<table><tbody><tr><td>1</td></tr></tbody></table>"
    body = _body(
        _page(article(f"{inner}<table><tbody><tr><td>{inner}</td></tr></tbody></table>"), pictures())
    )
    assert body.count('<div class="scroll" role="group" tabindex="0" aria-label="Table"><table>') == 2
    assert body.count("</table></div>") == 2


def test_formulas_scroll_by_themselves(article: Any, pictures: Any) -> None:
    html = '<p>In <math><mi>x</mi></math> and</p><math display="block"><mi>y</mi></math>'
    body = _body(_page(article(html), pictures()))
    assert '<span class="math-inline"><math><mi>x</mi></math></span>' in body
    assert '<span class="math-block"><math display="block"><mi>y</mi></math></span>' in body


def test_links_between_articles_are_carried_whole(article: Any, pictures: Any) -> None:
    html = (
        '<a href="../a b.md#x" title="t">1</a><a href="#x">2</a><a href="https://e.org/?a&amp;b">3</a>'
        '<a href="mailto:x@e.org">4</a><a id="n">5</a>'
    )
    given = article(html)
    body = _body(_page(given, pictures()))
    assert '<a href="link?to=..%2Fa%20b.md%23x" title="t">1</a><a href="#x">2</a>' in body
    assert '<a href="https://e.org/?a&amp;b">3</a><a href="mailto:x@e.org">4</a><a id="n">5</a>' in body
    assert html in standalone_page(given, _LOOK, PageWords.plain(given), pictures())


def test_short_chinese_emphasis_is_dotted(article: Any, pictures: Any) -> None:
    html = (
        "<p><em>着重</em><em>nice</em><em>这一句话长得不像是着重，而像是整段的说明文字，所以不加点。</em></p>"
    )
    body = _body(_page(article(html, lang="zh-Hans"), pictures()))
    assert body.count('<em class="dots">') == 1
    assert "dots" not in _body(_page(article(html, lang="en"), pictures()))


def test_paragraphs_full_of_latin_are_not_justified(article: Any, pictures: Any) -> None:
    html = (
        '<p id="a">包括 <a href="https://e.org">ChIPseeker</a>, clusterProfiler, ggtree, ReactomePA。</p>'
        "<p>这里几乎全是中文，只有一个 Latin 词。这里几乎全是中文，只有一个词。</p>"
        "<ul><li>See the manual of clusterProfiler</li></ul>"
    )
    body = _body(_page(article(html, lang="zh-Hans"), pictures()))
    assert '<p class="ragged" id="a">' in body
    assert '<li class="ragged">' in body
    assert body.count("ragged") == 2


def test_foreign_paragraphs_keep_their_own_order(article: Any, pictures: Any) -> None:
    html = "<h2>React Conf 2019</h2><p>A playlist.</p><p>React هي مكتبة</p><ul><li>One!</li></ul>"
    body = _body(_page(article(html, lang="ar"), pictures()))
    for part in ('<h2 class="foreign">', '<p class="foreign">A', "<p>React هي", '<li class="foreign">'):
        assert part in body
    assert "foreign" not in _body(_page(article(html, lang="en"), pictures()))


@pytest.mark.parametrize("lang", ["zh-Hans", "ar", "en"])
@pytest.mark.parametrize(
    "unit", ["<ul><li>", "<table><tbody><tr><td>", "<p><a href='x'>", "<em>字", "<math>", "<p><img>"]
)
def test_deep_and_open_markup_takes_no_time(unit: str, lang: str, article: Any, pictures: Any) -> None:
    started = time.process_time()
    _page(article(unit * 20_000 + "x" * 100_000, lang=lang), pictures())
    assert time.process_time() - started < 5


def test_ticked_tasks_are_spoken(article: Any, pictures: Any) -> None:
    html = '<ul><li class="task task-done">a</li><li class="task">b</li></ul>'
    body = _body(_page(article(html), pictures(), done='"done"'))
    assert '<li data-done="&quot;done&quot;" class="task task-done">a</li><li class="task">b</li>' in body


def test_long_articles_lay_out_late(article: Any, pictures: Any) -> None:
    assert '<div class="text long">' in _page(article(text="x" * 100_001), pictures())
    assert '<div class="text">' in _page(article(text="x" * 100_000), pictures())


def test_a_standalone_page_needs_nothing_else(article: Any, pictures: Any) -> None:
    images = (ImageRef(ImageKey("a"), "https://e.org/a.png", "x"), ImageRef(ImageKey("b"), "u", "gone"))
    given = article(
        '<p><img src="image/a"></p><p><img src="image/b"></p>', images=images, categories=(("C",),)
    )
    page = standalone_page(
        given, PageLook(font_size=20, line_height=1.5), PageWords.plain(given), pictures({"a": (2, 1)})
    )
    assert '<img src="data:image/png;base64,cGljdHVyZQ==" alt="x" width="2" height="1">' in page
    assert "<style>:root:root{--size:20px;--line:1.5;}</style>" in page
    assert len(re.findall(r"&#x27;sha256-[^&]+&#x27;", page)) == 2
    assert "img-src data:;" in page
    assert 'data-theme="system"' in page
    assert "category?path" not in page
    assert not re.search(r"(?:src|srcset|href)=\"(?!data:|#|https://)|@import|url\((?!data:)", page)


@pytest.mark.parametrize("quote", ['"', "'"])
def test_tags_inside_attributes_stay_text(quote: str, article: Any, pictures: Any) -> None:
    inside = "<img src=x><script>alert(1)</script><table></table>"
    html = f"<p title={quote}{inside}{quote}>a</p><p><img src='image/a' alt={quote}x > <table>{quote}></p>"
    images = (ImageRef(ImageKey("a"), "u"),)
    body = _body(_page(article(html, images=images), pictures({"a": (1, 1)})))
    assert 'alt="x &gt; &lt;table&gt;"' in body
    for tag in ("<script", "<table", "scroll", "missing"):
        assert tag not in body


def test_notices_say_one_thing() -> None:
    page = error_page("Cannot open", "The file has gone.", "Choose another.", PageLook(theme="dark"), "en")
    assert '<main class="notice notice-error"><h1>Cannot open</h1><p>The file has gone.</p>' in page
    assert '<p class="hint">Choose another.</p>' in page
    assert "<h1>" not in empty_page("", "Nothing here.", "", PageLook())
