# SPDX-License-Identifier: MIT
"""What an article is once cleaned: title, language, words, excerpt, headings, pictures, cover, links."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.core.article import (
    ArticleFormat,
    CleanArticle,
    Dialect,
    Metadata,
    ParsedArticle,
    RawHtml,
    image_key,
)
from reader.core.cleaning import clean, clean_html

_ZH = "城南的图书馆只有两层，却每天坐满了人。"


def _clean(
    html: str, base: str | None = None, path: Path = Path("folder/name.md"), **metadata: object
) -> CleanArticle:
    return clean(
        ParsedArticle(
            path=path,
            format=ArticleFormat.HTML,
            dialect=Dialect.PLAIN,
            encoding="utf-8",
            metadata=Metadata(**metadata),  # type: ignore[arg-type]
            html=RawHtml(html),
            is_page=False,
            base_url=base,
        )
    )


def test_counts_and_minutes() -> None:
    article = _clean(f"<p>{_ZH}</p><p>Two words, isn't it?</p>", title="x")
    assert article.words == 17 + 4
    assert article.reading_minutes == 1
    assert _clean("<p>" + "字" * 4000 + "</p>", title="x").reading_minutes == 10
    assert _clean("<p>" + "word " * 2300 + "</p>", title="x").reading_minutes == 10
    assert _clean("", title="x").reading_minutes == 1


def test_title_falls_back_to_the_first_heading_then_to_the_name() -> None:
    assert _clean("<h2>First</h2><p>x</p>", title="").metadata.title == "First"
    assert _clean("<p>x</p>", title=" ").metadata.title == "name"


def test_a_heading_that_repeats_the_title_goes() -> None:
    article = _clean("<h1>The Walk!</h1><p>x</p><h2>The walk</h2><p>y</p>", title="The walk")
    assert [(heading.level, heading.text) for heading in article.headings] == [(2, "The walk")]
    assert article.text == "x\nThe walk\ny"
    assert _clean("<h1>Only this</h1>", title="Only this").text == "Only this"


def test_headings_stand_below_the_title_and_have_anchors_of_their_own() -> None:
    article = _clean(
        "<h1>甲 一</h1><h3 id=x>b</h3><h1>甲 一</h1><h2 id=x>c</h2><h6>d</h6><h2>"
        "<a href=#q id=q></a>e <a href=#e>#</a></h2>"
        "<p><a href='#q'>to e</a></p>",
        title="t",
    )
    assert [heading.level for heading in article.headings] == [2, 4, 2, 3, 6, 3]
    assert [heading.anchor for heading in article.headings] == ["甲-一", "x", "甲-一-2", "c", "d", "q"]
    assert article.headings[-1].text == "e"
    assert "<h1" not in article.html
    assert 'href="#q"' in article.html


def test_pictures_are_references_in_order() -> None:
    article = _clean(
        "<p><img src='b.png' alt=B width=20px><img src='/a.png'><img src='b.png'></p>",
        "https://e.example/d/",
        title="t",
    )
    assert [image.url for image in article.images] == ["https://e.example/d/b.png", "https://e.example/a.png"]
    assert article.images[0].written == "b.png"
    assert (article.images[0].alt, article.images[0].width, article.images[0].height) == ("B", 20, None)
    key = image_key("https://e.example/d/b.png")
    assert article.html.count(f'src="image/{key}"') == 2
    assert _clean("<img src='pic ture.png'>", title="t").images[0].url == "pic ture.png"


@pytest.mark.parametrize(
    ("cover", "shown", "kept"),
    [
        ("https://e.example/b.jpg", None, "https://e.example/b.jpg"),
        ("https://e.example/b.jpg?w=100", None, "https://e.example/b.jpg?w=100"),
        ("http://e.example/b-300x200.jpg", None, "http://e.example/b-300x200.jpg"),
        ("https://e.example/c.jpg", "https://e.example/c.jpg", "https://e.example/c.jpg"),
        ("https://cors.x.dev/?http://e.example/c.jpg", "http://e.example/c.jpg", "http://e.example/c.jpg"),
        ("https://picsum.photos/400/300?random=7", None, None),
        ("https://www.jianshu.com/p/undefined", None, None),
        ("javascript:alert(1)", None, None),
        ("images/c.jpg", "images/c.jpg", "images/c.jpg"),
        (None, None, None),
    ],
)
def test_cover(cover: str | None, shown: str | None, kept: str | None) -> None:
    article = _clean("<p>x</p><p><img src='https://e.example/b.jpg'></p>", title="t", cover=cover)
    assert (article.cover.url if article.cover else None) == shown
    assert article.metadata.cover == kept


def test_excerpt() -> None:
    long = _ZH * 20
    assert (
        _clean(
            f"<figure><p>caption words here</p></figure><p>短。</p><p>{long}</p>", title="t"
        ).metadata.excerpt
        == _ZH * 8
    )
    assert _clean("<p>x</p>", title="t", excerpt=" by  hand ").metadata.excerpt == "by hand"
    assert _clean("<p>a<br>b</p>", title="t").metadata.excerpt == "a b"
    english = (
        _clean("<p>" + "seven words make one very long sentence " * 9 + "</p>", title="t").metadata.excerpt
        or ""
    )
    assert english.endswith("…")
    assert len(english) <= 161
    assert english[:-1].split()[-1] in {"seven", "words", "make", "one", "very", "long", "sentence"}


@pytest.mark.parametrize(
    ("declared", "text", "lang"),
    [
        (None, "这是一个测试，我们来说说这个问题。", "zh-Hans"),
        (None, "這是一個測試，我們來說說這個問題。", "zh-Hant"),
        ("zh", "這是一個測試，我們來說說這個問題。", "zh-Hant"),
        ("zh_CN", "x", "zh-Hans"),
        ("zh-TW", "x", "zh-Hant"),
        ("en", "这是一个测试，我们来说说这个问题，因为主题总是声明英文，而文章其实是中文写成的。", "zh-Hans"),
        ("en_us", "hello world", "en-US"),
        ("EN", "hello world", "en"),
        ("not a tag!", "the cat is in the house", "en"),
        (None, "これは日本語の文章です。漢字も少しあります。", "ja"),
        (None, "안녕하세요 여러분 오늘은 코드를 봅시다", "ko"),
        (None, "Привет мир, это статья о погоде", "ru"),
        (None, "Це стаття про погоду і її зміни", "uk"),
        (None, "مرحبا بالعالم هذه مقالة عن الطقس", "ar"),
        (None, "این یک نوشته‌ی کوتاه درباره‌ی چای و کتاب است", "fa"),
        (None, "שלום עולם זהו מאמר קצר", "he"),
        (None, "Αυτό είναι ένα μικρό άρθρο", "el"),
        (None, "สวัสดีชาวโลก นี่คือบทความ", "th"),
        (None, "यह एक छोटा लेख है", "hi"),
        (None, "Der Hund und die Katze sind nicht auf dem Tisch, das ist gut für uns", "de"),
        (None, "Le chat est dans la maison et les enfants sont sur une chaise", "fr"),
        (None, "El perro que vive en la casa de los abuelos no es una cosa para un niño", "es"),
        (None, "The dog lives in the house and it is not a thing for you", "en"),
        (None, "123", "en"),
    ],
)
def test_language(declared: str | None, text: str, lang: str) -> None:
    assert _clean(f"<p>{text}</p>", title="", lang=declared).metadata.lang == lang


def test_links(tmp_path: Path) -> None:
    (tmp_path / "other page.md").write_text("x")
    article = _clean(
        "<p><a href='other%20page.md#a'>1</a> <a href='gone.md'>2</a> <a href='#here'>"
        "3</a> <a href='//h.example/x'>4</a> "
        "<a href='https://e.example/d/#there'>5</a> <a href='foo:bar'>6</a> <a name=here "
        "target=_blank>7</a> <a>8</a></p>",
        "https://e.example/d/",
        tmp_path / "a.md",
        title="t",
    )
    for href in (
        "other%20page.md#a",
        "https://e.example/d/gone.md",
        "#here",
        "https://h.example/x",
        "#there",
    ):
        assert f'href="{href}"' in article.html
    assert 'id="here"' in article.html
    assert "foo:bar" not in article.html
    assert "target" not in article.html


def test_clean_html_makes_addresses_absolute_and_decides_page_or_fragment() -> None:
    fragment = "<p>Only words, no page <img src='a.png'></p><p class=x>Second</p>"
    assert 'src="https://e.example/a.png"' in clean_html(fragment, "https://e.example/x")
    based = clean_html(
        f"<html><head><base href='/deep/'></head><body>{fragment}</body></html>", "https://e.example/x"
    )
    assert 'src="https://e.example/deep/a.png"' in based
