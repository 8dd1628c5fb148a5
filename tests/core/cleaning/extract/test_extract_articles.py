# SPDX-License-Identifier: MIT
"""Each way in which whole pages hide, cut, repeat or bury their article, on small pages of our own."""

from __future__ import annotations

import pytest

from reader.core.cleaning.extract import extract_article
from reader.core.cleaning.tree import Element, parse_document, text_of, to_html

FERRY = (
    "The ferry leaves the harbour at seven, and by eight the last of the fog has lifted from the bay.",
    "Nobody on board speaks much, because the engine is loud, and because the crossing is older than talk.",
    "At the far pier a woman sells coffee from a cart, and she knows every passenger, or says she does.",
    "On the way back the boat carries letters, fish, two bicycles, and whoever missed the evening bus.",
)
BODY = "".join(f"<p>{text}</p>" for text in FERRY)
MENU = '<ul class="menu">' + "".join(f'<li><a href="/s{n}">Section {n}</a></li>' for n in range(12)) + "</ul>"
TITLE = "The seven o'clock ferry"


def page(body: str, title: str = TITLE, head: str = "") -> str:
    return f"<!doctype html><html><head><title>{title}</title>{head}</head><body>{body}</body></html>"


def extracted(html: str, url: str | None = None) -> Element:
    return extract_article(parse_document(html), url, None)


def words(html: str) -> str:
    return " ".join(text_of(extracted(html)).split())


def holds_all(text: str) -> bool:
    return all(sentence in text for sentence in FERRY)


def test_menu_side_bar_and_footer_go() -> None:
    text = words(
        page(
            f"<header>{MENU}</header><div id='wrap'><div class='post-content'><h1>{TITLE}</h1>{BODY}</div>"
            "<div class='sidebar'><h3>Weather</h3><p>Rain is expected over the bay, with wind.</p></div>"
            f"</div><footer>Imprint, privacy, and a telephone number</footer>"
        )
    )
    assert holds_all(text)
    assert "Section" not in text
    assert "Rain is expected" not in text
    assert "Imprint" not in text


def test_structure_is_kept() -> None:
    table = "<table><tr><th>Port</th><th>Time</th></tr><tr><td>North</td><td>7:00</td></tr></table>"
    html = to_html(
        extracted(
            page(
                f"{MENU}<article>{BODY}<h2>Timetable</h2>{table}<ul><li>Bring a coat, the deck is cold.</li>"
                f"<li>Bring coins, the machine takes no paper.</li></ul><pre><code>ferry --at 7</code></pre>"
                f"<blockquote><p>Older than talk, and slower.</p></blockquote>"
                f"<figure><img src='pier.jpg' alt='The pier'><figcaption>The pier</figcaption></figure>"
                f"<p>More in the <a href='/log'>log of the harbour</a>, which is kept by hand.</p></article>"
            )
        )
    )
    for part in (
        "<h2>Timetable",
        "<table>",
        "<th>Port",
        "<li>Bring coins",
        "<pre><code>ferry",
        "<blockquote>",
    ):
        assert part in html
    assert 'src="pier.jpg"' in html
    assert "<figcaption>The pier" in html
    assert 'href="/log"' in html


RELATED = (
    "<h3>Related articles</h3><ul><li><a href='/a'>How to tie a bowline in the dark</a></li>"
    "<li><a href='/b'>Ten harbours worth a detour</a></li></ul>"
)


@pytest.mark.parametrize(
    ("junk", "mark"),
    [
        (RELATED, "bowline"),
        (RELATED.replace("Related articles", "相关阅读"), "bowline"),
        ("<div class='more'><p>Don't miss</p><p><a href='/a'>How to tie a bowline</a></p></div>", "bowline"),
        ("<p>Read more: <a href='/a'>How to tie a bowline in the dark</a></p>", "bowline"),
        ("<div class='newsletter-box'><p>Get our letter every Friday, free of charge.</p></div>", "Friday"),
        ("<p>Sign up for <a href='/n'>our newsletter</a> and never miss a boat again.</p>", "newsletter"),
        ("<p>© 2024 Harbour Press. All rights reserved.</p>", "Harbour Press"),
        (
            "<div class='share-bar'><a href='/f'>Share on one site</a> <a href='/t'>or on another</a></div>",
            "Share",
        ),
        ("<div id='comments'><p>First! What a lovely boat, I took it in 1974.</p></div>", "1974"),
        ("<div class='bio'><h4>About the author</h4><p>Ann Pell writes about boats.</p></div>", "Ann Pell"),
        ("<p>责任编辑:王芳</p>", "王芳"),
    ],
)
def test_junk_after_a_complete_article(junk: str, mark: str) -> None:
    text = words(page(f"<div id='page'><div class='text'>{BODY * 2}{junk}</div></div>"))
    assert holds_all(text)
    assert mark not in text


def test_junk_words_in_running_text_stay() -> None:
    chinese = (
        "<p>他在文章里写道，点赞和打赏并不能说明一篇文章的价值，真正重要的是读者有没有读完。</p>"
        "<p>编辑部收到很多来信，信里问为什么广告越来越多，分享到朋友圈的内容却越来越少。</p>"
        "<p>以上就是整个事件的经过，读者如果还有疑问，可以向主管部门举报，也可以来信说明情况。</p>"
    )
    text = words(page(f"<div class='article-content'>{chinese}</div>{MENU}", "点赞之后"))
    for phrase in ("真正重要的是读者有没有读完", "分享到朋友圈的内容", "也可以来信说明情况"):
        assert phrase in text


def test_a_very_short_article_does_not_grow() -> None:
    news = "<p>The bridge reopened on Monday, a week early, after inspectors found no cracks.</p>"
    teasers = "".join(
        f"<div class='teaser'><h3><a href='/{n}'>Story {n}</a></h3><p>Something else happened in town {n}, "
        f"and people who saw it were surprised, they said, though not for very long.</p></div>"
        for n in range(9)
    )
    text = words(
        page(
            f"<main><article><h1>Bridge reopens</h1>{news}</article><div>{teasers}</div></main>",
            "Bridge reopens",
        )
    )
    assert "found no cracks" in text
    assert "Something else" not in text


def test_short_chinese_counts_for_more() -> None:
    news = "<p>周一上午，大桥提前一周恢复通车，检查人员没有发现裂缝，过往车辆排起了长队。</p>"
    lists = "".join(f"<li><a href='/{n}'>今日要闻第{n}条，请点击查看详细内容</a></li>" for n in range(20))
    text = words(
        page(
            f"<div class='main'><h1>大桥通车</h1><div class='text'>{news}</div><ul>{lists}</ul></div>",
            "大桥通车",
        )
    )
    assert "没有发现裂缝" in text
    assert "今日要闻" not in text


@pytest.mark.parametrize(
    "box",
    [
        '<div id="js_content" style="visibility: hidden; opacity: 0">',
        '<div style="opacity:0">',
        '<div class="app" style="display:none">',
        '<div hidden id="S:0">',
        '<main aria-hidden="true">',
    ],
)
def test_a_body_that_waits_for_scripts_is_shown(box: str) -> None:
    assert holds_all(words(page(f"{box}{BODY}</{box[1:5].strip()}>{MENU}")))


def test_small_hidden_parts_go() -> None:
    text = words(
        page(f"<article>{BODY}<div style='display:none'><p>Secret words for machines.</p></div></article>")
    )
    assert holds_all(text)
    assert "Secret words" not in text


def test_folded_text_is_shown() -> None:
    folded = (
        "<div class='callout is-collapsed'><div style='display:none'><p>The answer is seven.</p></div></div>"
    )
    html = to_html(extracted(page(f"<article>{BODY}{folded}{BODY}</article>")))
    assert "The answer is seven." in html
    assert "display" not in html


def test_the_first_of_several_articles_is_meant() -> None:
    other = "".join(
        f"<p>{text.replace('ferry', 'train').replace('boat', 'wagon')} Rails, rails, rails.</p>"
        for text in FERRY
    )
    text = words(
        page(
            f"<div id='feed'><article class='story'><h1>{TITLE}</h1>{BODY}</article>"
            f"<article class='story'><h1>The night train</h1>{other}{other}</article></div>"
        )
    )
    assert holds_all(text)
    assert "Rails" not in text


def test_a_list_of_equal_boxes_is_whole() -> None:
    boxes = "".join(
        f"<div class='entry'><h2>{n}. Harbour number {n}</h2><img src='{n}.jpg'><p>{FERRY[n % 4]}</p></div>"
        for n in range(1, 9)
    )
    html = to_html(extracted(page(f"{MENU}<div id='list'>{boxes}</div>")))
    assert all(f"Harbour number {n}" in html and f"{n}.jpg" in html for n in range(1, 9))


def test_pieces_cut_by_advertisements_come_together() -> None:
    pieces = "".join(
        f"<section><div class='wrap'><div class='chunk'><p>{text}</p><p>{text[::-1]}</p></div></div>"
        f"<div class='ad-slot'>Advertisement</div></section>"
        for text in FERRY
    )
    text = words(page(f"<div class='story'>{pieces}</div>"))
    assert holds_all(text)
    assert "Advertisement" not in text


def test_answers_of_a_discussion_stay() -> None:
    posts = "".join(
        f"<div class='post'><div class='message'><p>{text}</p><p>{text}</p></div></div>" for text in FERRY
    )
    assert holds_all(words(page(f"{MENU}<div id='posts'>{posts}</div>", "Which ferry?")))


def test_the_lead_picture_comes_along() -> None:
    html = to_html(
        extracted(
            page(
                f"<article><header><h1>{TITLE}</h1><figure><img src='boat.jpg'></figure></header>"
                f"<div class='story-body'>{BODY}</div></article>"
            )
        )
    )
    assert html.index("boat.jpg") < html.index("The ferry leaves")


def test_line_breaks_stand_for_paragraphs() -> None:
    text = words(page(f"{MENU}<div id='x'>" + "<br><br>".join(FERRY) + "</div>"))
    assert holds_all(text)
    assert "Section" not in text


def test_a_layout_table_is_read() -> None:
    text = words(page(f"<table><tr><td>{MENU}</td><td width='600'>{BODY}</td></tr></table>"))
    assert holds_all(text)
    assert "Section" not in text
