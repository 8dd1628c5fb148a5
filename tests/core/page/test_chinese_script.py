# SPDX-License-Identifier: MIT
"""Chinese in the characters a reader prefers, without a place in the text being lost."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.core.article import SafeHtml
from reader.core.formats import article_format
from reader.core.open_article import open_article
from reader.core.page import PageLook, PageWords, build_page
from reader.core.page.chinese_script import in_script
from reader.core.settings.normal_text import folded

SIMPLIFIED = "<p>头发发展了，<b>皇后</b>以后在里面看见复杂的软件。</p>"
TRADITIONAL = "<p>頭髮發展了，<b>皇后</b>以後在裡面看見複雜的軟件。</p>"


def _text(html: str) -> str:
    import lxml.html

    return str(lxml.html.fromstring(f"<div>{html}</div>").text_content())


def test_both_ways_by_words_not_by_single_characters(article: Any) -> None:
    simple, traditional = article(SIMPLIFIED, lang="zh-Hans"), article(TRADITIONAL, lang="zh-TW")
    assert in_script(simple, "traditional").html == TRADITIONAL
    assert in_script(traditional, "simplified").html == SIMPLIFIED
    assert in_script(simple, "traditional").metadata.lang == "zh-Hant"  # so that the fonts suit
    assert in_script(traditional, "traditional").html == TRADITIONAL


def test_as_written_and_other_languages_stay(article: Any) -> None:
    simple = article(SIMPLIFIED, lang="zh-Hans")
    assert in_script(simple, "as_written") is simple
    japanese = article("<p>国会図書館の発展</p>", lang="ja")
    assert in_script(japanese, "traditional") is japanese


def test_code_formulas_addresses_and_attributes_stay(article: Any) -> None:
    html = (
        '<p>后面</p><a href="https://example.org/发展?a=1&amp;b=>" title="发展">发展</a>'
        "<pre><code>头发 = <span>发展</span></code></pre><math><mtext>发展</mtext></math><p>发展</p>"
    )
    shown = in_script(article(html, lang="zh"), "traditional").html
    assert shown == html.replace("<p>后面", "<p>後面").replace(">发展</a>", ">發展</a>").replace(
        "<p>发展", "<p>發展"
    )


def test_the_page_shows_the_script_and_keeps_the_article(article: Any, pictures: Any) -> None:
    written = replace(article(SIMPLIFIED, lang="zh-Hans", title="头发的发展"), text="头发发展")
    page = build_page(written, PageLook(chinese_script="traditional"), PageWords.plain(written), pictures)
    assert "頭髮的發展" in page
    assert 'lang="zh-Hant"' in page
    assert "皇后" in page


def test_nothing_that_was_marked_is_lost_in_real_articles(shared: Path) -> None:
    seen = 0
    for path in sorted((shared / "articles").rglob("*")):
        if not path.is_file() or article_format(path) is None:
            continue
        written = open_article(path)
        for script in ("simplified", "traditional"):
            shown = in_script(written, script)
            if shown is not written:
                seen += 1
                assert folded(_text(shown.html)) == folded(_text(written.html)), path
    assert seen > 120


@settings(max_examples=300, deadline=None)
@given(st.text(st.sampled_from("了解复回覆座标坐图像象后後里裏台臺干乾頭发髮发a<>&"), max_size=40))
def test_any_text_folds_to_the_same(text: str) -> None:
    from reader.core.page.chinese_script import _converter

    for script in ("simplified", "traditional"):
        assert folded(_converter(script)(text)) == folded(text)


def test_broken_markup_ends(article: Any) -> None:
    """Cleaned markup is never like this; where time grew with the square, it would take minutes."""
    html = "</code></code><p>发展<a title='" + '<"' * 500_000
    shown = in_script(replace(article("", lang="zh"), html=SafeHtml(html)), "traditional").html
    assert shown == html.replace("发展", "發展")
