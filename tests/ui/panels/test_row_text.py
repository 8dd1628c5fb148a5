# SPDX-License-Identifier: MIT
"""Rows of articles: text that is never cut inside a character, every state painted, lines that stay crisp."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QFontInfo,
    QFontMetricsF,
    QGuiApplication,
    QImage,
    QPainter,
)
from pytestqt.qtbot import QtBot

from reader.core.library import ListedArticle
from reader.core.theme import THEMES
from reader.ui import interface_type
from reader.ui.article_list import ArticleList
from reader.ui.article_row_layout import Density, RowLayouts
from reader.ui.article_sources import source_of
from reader.ui.elided_text import direction_of, lay_out, plain_line
from reader.ui.interface_type import (
    InterfaceType,
    TextRole,
    enlarged,
    han_language,
    interface_font,
    text_scale,
    with_han_faces,
)
from reader.ui.row_colours import draw_hairline, row_colours

MakeArticle = Callable[..., ListedArticle]
FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467\u200d\U0001f466"


@pytest.fixture
def font(qtbot: QtBot) -> QFont:
    return InterfaceType(QGuiApplication.font()).font(TextRole.TITLE)


@pytest.mark.parametrize(
    "text",
    ["微信“拆墙”，能为阿里社交电商续命吗？" * 3, "\U00020000\U0002a6d6" * 40, "😀" * 60, FAMILY * 40],
)
@pytest.mark.parametrize("width", [1, 17, 60, 111, 240])
def test_elision_leaves_whole_characters(font: QFont, text: str, width: int) -> None:
    block = lay_out(text, font, width, lines=2, leading=20)
    block.text.encode("utf-8")
    assert block.lines <= 2
    kept = block.text.rstrip("…")
    assert text.startswith(kept)
    assert len(block.text) < len(text)


def test_the_ellipsis_is_always_seen(font: QFont) -> None:
    text = "Linkita is based on Kita and Hugo-Paper and is multilingual, 并且适合搜索引擎。" * 4
    for width in range(40, 400):
        block = lay_out(text, font, width, lines=2, leading=20)
        last = block.layout.lineAt(block.lines - 1)
        assert block.text.endswith("…")
        assert last.textStart() + last.textLength() == len(block.text), width
        assert last.naturalTextWidth() <= width + 1


def test_short_text_is_left_alone(font: QFont) -> None:
    block = lay_out("短标题", font, 300, lines=2, leading=20)
    assert (block.text, block.lines) == ("短标题", 1)
    assert lay_out("", font, 300, leading=20).lines <= 1


def test_the_second_line_is_used_before_anything_is_cut(font: QFont) -> None:
    text = "微信拆墙能为阿里社交电商续命吗"
    one = lay_out(text, font, 10_000, leading=20).width
    block = lay_out(text, font, one * 0.6, lines=2, leading=20)
    assert (block.text, block.lines) == (text, 2)


def test_no_line_begins_with_closing_punctuation(font: QFont) -> None:
    text = "拆掉互联网平台间的藩篱，让平台间流量流动起来，已经渐成事实。" * 2
    for width in range(60, 300, 7):
        block = lay_out(text, font, width, lines=3, leading=20)
        for number in range(1, block.lines):
            line = block.layout.lineAt(number)
            assert block.text[line.textStart()] not in "，。、；：！？”）》"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (None, ""),
        ("  two\n\tlines\u2028and more ", "two lines and more"),
        ("a\u202eb\u2066c", "a b c"),
        ("file \udcff\udcfe name", "file \ufffd name"),
        ("\u3000\u3000缩进", "缩进"),
        ("\0", ""),
    ],
)
def test_a_line_is_plain(text: str | None, line: str) -> None:
    assert plain_line(text, 50) == line


def test_a_line_has_an_end() -> None:
    started = time.process_time()
    assert len(plain_line("長" * 10_000_000, 400)) == 401
    assert time.process_time() - started < 0.1


def test_directions() -> None:
    assert direction_of("البدء مع React") == Qt.LayoutDirection.RightToLeft
    assert direction_of("«123» שלום") == Qt.LayoutDirection.RightToLeft
    assert direction_of("“拆墙” سلام") == Qt.LayoutDirection.LeftToRight
    assert direction_of("123") == Qt.LayoutDirection.LeftToRight


@pytest.mark.parametrize(
    ("lang", "drawn"),
    [
        ("zh-Hant-HK", "zh-HK"),
        ("zh_TW", "zh-Hant"),
        ("ja-JP", "ja"),
        ("ko", "ko"),
        ("zh", "zh-Hans"),
        ("en", "zh-Hans"),
        (None, "zh-Hans"),
        ("", "zh-Hans"),
    ],
)
def test_han_characters_of_each_language(lang: str | None, drawn: str) -> None:
    assert han_language(lang) == drawn


def test_text_is_never_smaller_than_eleven_pixels(qtbot: QtBot) -> None:
    for scale in (0.5, 1.0, 2.0):
        fonts = InterfaceType(QGuiApplication.font(), scale)
        assert all(fonts.font(role).pixelSize() >= 11 for role in TextRole)
    assert InterfaceType(QGuiApplication.font(), 2.0).font(TextRole.TITLE).pixelSize() == 30


def test_rows_grow_with_the_text_of_the_desktop(qtbot: QtBot) -> None:
    usual, large = QFont("Noto Sans"), QFont("Noto Sans")
    usual.setPixelSize(13)
    large.setPixelSize(26)
    assert text_scale(usual) == 1.0
    assert text_scale(large) == 2.0
    assert InterfaceType(large, text_scale(large)).font(TextRole.TITLE).pixelSize() == 30
    sheet = "#a { font-size: 15px; padding: 4px; }"
    assert enlarged(sheet, 2.0) == "#a { font-size: 30px; padding: 4px; }"
    assert enlarged(sheet, 1.0) == sheet
    assert with_han_faces(large).families()[0] == "Noto Sans"


def test_a_font_the_desktop_names_is_kept(qtbot: QtBot) -> None:
    chosen = QFont("Cantarell", 11)
    assert interface_font(chosen) == chosen
    assert interface_font(QFont("Sans Serif")).pixelSize() == 13


@pytest.mark.parametrize(("language", "wide"), [("en_GB", False), ("zh_CN", True)])
def test_an_apostrophe_of_a_han_face_is_wide_in_chinese_alone(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, language: str, wide: bool
) -> None:
    if not QFontDatabase.hasFamily("Noto Sans CJK SC"):
        pytest.skip("no such face here")
    monkeypatch.setattr(interface_type, "_CALM_FACES", ("Noto Sans CJK SC",))
    monkeypatch.setattr(interface_type, "_LAST_RESORTS", {QFontInfo(QFont("Sans Serif")).family().lower()})
    before = QLocale()
    QLocale.setDefault(QLocale(language))
    try:
        metrics = QFontMetricsF(interface_font(QFont("Sans Serif")))
    finally:
        QLocale.setDefault(before)
    assert (metrics.horizontalAdvance("’") > metrics.horizontalAdvance("n")) == wide


def _layouts(density: Density = Density.COMFORTABLE) -> RowLayouts:
    locale = QLocale("en_US")
    return RowLayouts(InterfaceType(QGuiApplication.font()), density, locale, Qt.LayoutDirection.LeftToRight)


def test_a_row_is_laid_out_once_for_a_width(qtbot: QtBot, make_article: MakeArticle) -> None:
    layouts, article = _layouts(), make_article(0)
    assert layouts.of(article, 300) is layouts.of(article, 300)
    assert layouts.of(article, 300) is not layouts.of(article, 301)
    changed = make_article(0, state="finished")
    assert layouts.of(changed, 300).article is changed


def test_a_long_site_gives_way_and_the_date_stays(qtbot: QtBot, make_article: MakeArticle) -> None:
    text = _layouts().of(make_article(0, site="A very long name of a site " * 5), 260).source.text
    assert text.endswith("Sep 24, 2021")
    assert "…" in text.removesuffix("Sep 24, 2021")


@pytest.mark.parametrize("density", [Density.COMFORTABLE, Density.COMPACT])
def test_a_date_is_not_turned_round_where_the_window_runs_from_the_right(
    qtbot: QtBot, make_article: MakeArticle, density: Density
) -> None:
    fonts = InterfaceType(QGuiApplication.font())
    layouts = RowLayouts(fonts, density, QLocale("en_GB"), Qt.LayoutDirection.RightToLeft)
    for authors in (("004",), ()):
        article = make_article(0, authors=authors, categories=(), date="2019-11-21")
        assert layouts.of(article, 280).source.text.endswith("\u206821 Nov 2019\u2069")


def test_a_title_takes_two_lines_and_leaves_one_to_the_excerpt(
    qtbot: QtBot, make_article: MakeArticle
) -> None:
    row = _layouts().of(make_article(0, title="微信“拆墙”，能为阿里社交电商续命吗？" * 4), 280)
    assert row.title.lines == 2
    assert row.title.text.endswith("…")
    assert row.excerpt is not None
    assert row.excerpt.lines == 1


def test_no_title_no_site_no_date(qtbot: QtBot, make_article: MakeArticle) -> None:
    article = make_article(0, title=" ", path=Path("/a/未命名.md"), authors=(), date=None, excerpt="")
    row = _layouts().of(article, 280)
    assert (row.title.text, row.source.text, row.excerpt) == ("未命名", "News", None)
    assert _layouts(Density.COMPACT).of(article, 280).source.text == ""


def test_an_excerpt_that_only_repeats_the_title_is_left_out(qtbot: QtBot, make_article: MakeArticle) -> None:
    layouts = _layouts()
    assert layouts.of(make_article(0, title="One two", excerpt="One two"), 280).excerpt is None
    assert layouts.of(make_article(1, title="One two three", excerpt="One two"), 280).excerpt is None
    assert layouts.of(make_article(2, title="One", excerpt="One two"), 280).excerpt is not None


def test_lines_of_different_scripts_share_a_baseline(font: QFont) -> None:
    blocks = [lay_out(text, font, 300, leading=20) for text in ("Latin", "中文", "한국어", "Latin 中文")]
    lines = [block.layout.lineAt(0) for block in blocks]
    baselines = {round(line.y() + line.ascent(), 1) for line in lines}
    assert len(baselines) == 1


HOSTILE = [
    {"title": "\ud800\udfff lone", "authors": ("a\udcff",), "excerpt": "\0\0"},
    {"title": "x" * 1_000_000, "excerpt": "y" * 1_000_000, "site": "z" * 1_000_000},
    {"title": "\u202eevil\u202c", "lang": "no-such-language", "date": "not a date"},
    {"title": "<b>not bold</b> &amp;", "progress": 7.5, "state": "reading"},
    {"title": "a\u0301" * 5000, "progress": -1.0, "state": "reading", "date": "0001-01-01"},
    {"title": FAMILY * 50, "state": "no such state", "path": Path("/a/\udcff.md"), "available": False},
]


@pytest.mark.parametrize("density", list(Density))
def test_hostile_rows_are_painted(
    article_list: ArticleList, make_article: MakeArticle, density: Density
) -> None:
    article_list.resize(340, 700)
    article_list.set_density(density)
    article_list.set_articles([make_article(n, **fields) for n, fields in enumerate(HOSTILE)])
    started = time.process_time()
    assert not article_list.grab().isNull()
    assert time.process_time() - started < 2
    for row in range(len(HOSTILE)):
        article_list.view.model().index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert article_list.view.model().mimeData([article_list.view.model().index(5, 0)]) is not None


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_every_state_looks_different(
    article_list: ArticleList, make_article: MakeArticle, direction: Qt.LayoutDirection
) -> None:
    article_list.setLayoutDirection(direction)
    article_list.resize(340, 800)
    article_list.set_theme(THEMES["light"])
    states = [
        {"state": "new"},
        {"state": "reading", "progress": 0.4},
        {"state": "finished"},
        {"state": "finished", "starred": True},
        {"state": "finished", "available": False},
        {"state": "reading", "progress": 0.9},
    ]
    same = {"title": "One title", "excerpt": "One excerpt", "path": Path("/a.md")}
    article_list.set_articles([make_article(n, **same, **state) for n, state in enumerate(states)])
    image = article_list.view.grab().toImage()
    rows = [image.copy(0, 84 * n, image.width() - 12, 83) for n in range(len(states))]
    for n, one in enumerate(rows):
        assert all(one != other for other in rows[n + 1 :]), states[n]


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 2.0, 3.0])
def test_a_hairline_fills_whole_device_pixels(qtbot: QtBot, ratio: float) -> None:
    image = QImage(round(20 * ratio), round(20 * ratio), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(QColor("white"))
    painter = QPainter(image)
    draw_hairline(painter, 2, 18, 13, QColor("black"))
    painter.end()
    column = [image.pixelColor(image.width() // 2, y).name() for y in range(image.height())]
    assert column.count("#000000") == int(ratio)
    assert set(column) == {"#000000", "#ffffff"}


def _luminance(colour: QColor) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF())


def _contrast(one: QColor, other: QColor) -> float:
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("pane", ["list", "panel"])
def test_rows_can_be_read_on_every_ground(name: str, pane: str) -> None:
    colours = row_colours(THEMES[name], getattr(THEMES[name], pane))
    for under in (colours.ground, colours.hover, colours.selected, colours.selected_elsewhere):
        assert _contrast(colours.ink, under) >= 4.5, under.name()
        assert _contrast(colours.soft, under) >= 4.5, under.name()
        assert _contrast(colours.accent, under) >= 3.0, under.name()
    assert _contrast(colours.faint, colours.ground) >= 4.5


@pytest.mark.parametrize(
    ("fields", "shown"),
    [
        ({"site": "Zine", "authors": ("Ada",)}, "Zine"),
        ({"authors": ("Ada", "Bob")}, "Ada, Bob"),
        ({"authors": (), "categories": (("新媒体", "人人"), ("x",))}, "新媒体 / 人人"),
        ({"authors": ("",), "categories": (), "path": Path("/home/me/notes/one.md")}, "notes"),
        ({"authors": (), "categories": (), "path": Path("/one.md")}, ""),
    ],
)
def test_a_row_says_where_its_article_is_from_or_kept(
    make_article: Callable[..., ListedArticle], fields: dict[str, object], shown: str
) -> None:
    assert source_of(make_article(**fields)) == shown
