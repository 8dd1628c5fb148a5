# SPDX-License-Identifier: MIT
"""Measures pages in the engine: widths of Chinese text, lines, themes and overflow."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QFontDatabase
from PySide6.QtWebEngineCore import QWebEnginePage, QWebEngineProfile, QWebEngineScript, QWebEngineSettings
from PySide6.QtWebEngineWidgets import QWebEngineView

from reader.core.page import PageLook, PageWords, build_page
from reader.core.theme import THEMES

pytestmark = [pytest.mark.engine, pytest.mark.qt_log_ignore("GPUInfo not initialized")]

Measure = Callable[[str], Any]
_PARAGRAPH = (
    "拆掉互联网平台间的藩篱，让平台间流量流动起来，已经渐成事实，工信部召开“屏蔽网址链接问题行政指导会”。"
)
_STYLE = "getComputedStyle(document.querySelector('.text p'))"


class _SilentPage(QWebEnginePage):
    def javaScriptConsoleMessage(self, *_message: object) -> None:
        """Refusals of the policy are what some tests provoke."""


class _Screen:
    """A web view with page scripts off; our own questions run in their own world."""

    def __init__(self, qapp: Any) -> None:
        self._profile = QWebEngineProfile(qapp)
        self.view = QWebEngineView()
        self._page = _SilentPage(self._profile, self.view)
        self._page.settings().setAttribute(QWebEngineSettings.WebAttribute.JavascriptEnabled, False)
        self.view.setPage(self._page)
        self.view.resize(900, 860)
        self.view.show()

    def show(self, html: str) -> None:
        loop = QEventLoop()
        self._page.loadFinished.connect(loop.quit)
        QTimer.singleShot(20_000, loop.quit)
        self._page.setHtml(html)
        loop.exec()

    def ask(self, script: str) -> Any:
        loop = QEventLoop()
        answers: list[Any] = []

        def answered(value: Any) -> None:
            answers.append(value)
            loop.quit()

        QTimer.singleShot(20_000, loop.quit)
        world = QWebEngineScript.ScriptWorldId.ApplicationWorld
        self._page.runJavaScript(f"JSON.stringify({script})", world, answered)
        loop.exec()
        assert answers, "the engine did not answer"
        return json.loads(answers[0])

    def close(self) -> None:
        self.view.close()
        self._page.deleteLater()
        self._profile.deleteLater()


@pytest.fixture(scope="module")
def screen(qapp: Any) -> Iterator[_Screen]:
    made = _Screen(qapp)
    yield made
    made.close()


@pytest.fixture
def show(screen: _Screen, article: Any, pictures: Any) -> Callable[..., _Screen]:
    def lay_out(html: str, lang: str = "zh-Hans", text: str = "", **look: Any) -> _Screen:
        given = article(html, lang=lang, text=text)
        screen.show(
            build_page(given, PageLook(**{"theme": "light", **look}), PageWords.plain(given), pictures())
        )
        return screen

    return lay_out


@pytest.fixture
def noto() -> None:
    if "Noto Sans CJK SC" not in QFontDatabase.families():
        pytest.skip("Noto Sans CJK SC is not installed")


def _width(selector: str) -> str:
    return f"document.querySelector('{selector}').getBoundingClientRect().width"


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("中文abc中文123中文", 197.1),
        ("中文<b>abc</b>中文<a>123</a>中文", None),
        ("（你好）（世界）", 150.0),
        ("他说：“好。”", 120.0),
        ("中——文……", 120.0),
    ],
)
def test_chinese_text_is_as_wide_as_it_should_be(
    text: str, width: float | None, show: Callable[..., _Screen], noto: None
) -> None:
    screen = show(f"<p><span>{text}</span></p>", font_size=20)
    measured = screen.ask(_width(".text span"))
    if width is None:
        assert measured > 187.1 + 4 * 2
    else:
        assert measured == pytest.approx(width, abs=1.0)


def test_code_and_tables_get_no_gaps(show: Callable[..., _Screen], noto: None) -> None:
    screen = show("<table><tr><td><span>中文abc中文123中文</span></td></tr></table>", font_size=20)
    size = screen.ask("parseFloat(getComputedStyle(document.querySelector('td')).fontSize)")
    assert screen.ask(_width("td span")) == pytest.approx(187.1 * size / 20, abs=1.0)


@pytest.mark.parametrize(("width", "characters"), [("narrow", 30), ("normal", 36), ("wide", 44)])
def test_a_line_holds_whole_characters(
    width: str, characters: int, show: Callable[..., _Screen], noto: None
) -> None:
    screen = show(f"<p>{_PARAGRAPH}</p>", width=width, font_size=16)
    assert screen.ask(_width("p")) == pytest.approx(16 * characters, abs=0.1)


def test_the_language_chooses_size_and_line(show: Callable[..., _Screen]) -> None:
    style = f"(s=>[s.fontSize,s.lineHeight,s.textAlign,s.textAutospace])({_STYLE})"
    assert show("<p>中文</p>").ask(style) == ["18.5px", "32.375px", "justify", "normal"]
    assert show("<p>Text</p>", lang="en").ask(style) == ["19.5px", "31.2px", "start", "no-autospace"]
    chosen = show("<p>中文</p>", font_size=20, line_height=1.5, justify=False)
    assert chosen.ask(style) == ["20px", "30px", "start", "normal"]


def test_book_setting_indents_and_closes_up(show: Callable[..., _Screen]) -> None:
    screen = show(f"<p>{_PARAGRAPH}</p><p>{_PARAGRAPH}</p>", first_line_indent=True, font_size=20)
    style = f"(s=>[s.textIndent,s.marginBottom])({_STYLE})"
    assert screen.ask(style) == ["40px", "0px"]


def test_no_line_ends_in_an_orphan(show: Callable[..., _Screen], noto: None) -> None:
    lengths = range(30, 44)
    screen = show("".join(f"<p>{(_PARAGRAPH * 3)[: 36 + n]}</p>" for n in lengths))
    widths = screen.ask(
        "[...document.querySelectorAll('.text p')].map(p=>{const r=document.createRange();"
        "r.selectNodeContents(p);const l=[...r.getClientRects()].at(-1);return l.width/18.5})"
    )
    assert min(widths) > 1.6


def test_lines_break_at_chinese_quotes(show: Callable[..., _Screen], noto: None) -> None:
    screen = show(f"<p>{'字' * 33}压。“好。”他说。</p>")
    last = screen.ask(
        "(t=>{const r=document.createRange(),y=i=>{r.setStart(t,i);r.setEnd(t,i+1);"
        "return r.getBoundingClientRect().top};let i=1;while(y(i)<y(0)+5)i++;return t.data.slice(i)})"
        "(document.querySelector('.text p').firstChild)"
    )
    assert last.startswith("“好。”")


def test_a_script_changes_the_look_in_place(show: Callable[..., _Screen]) -> None:
    screen = show("<p>Text</p>", lang="en")
    for name, theme in THEMES.items():
        colours = screen.ask(
            f"(document.documentElement.dataset.theme='{name}',"
            "[getComputedStyle(document.body).backgroundColor,getComputedStyle(document.body).color])"
        )
        wanted = [tuple(int(c[i : i + 2], 16) for i in (1, 3, 5)) for c in (theme.paper, theme.ink)]
        assert colours == [f"rgb({r}, {g}, {b})" for r, g, b in wanted]
    size = f"{_STYLE}.fontSize"
    assert screen.ask(f"(document.documentElement.dataset.size='25',{size})") == "25px"
    assert screen.ask(f"(document.documentElement.style.setProperty('--size','30px'),{size})") == "30px"


@pytest.mark.parametrize("width", [320, 900])
@pytest.mark.parametrize("lang", ["zh-Hans", "ar"])
def test_nothing_sticks_out_of_the_page(width: int, lang: str, show: Callable[..., _Screen]) -> None:
    cells = "".join(f"<td>column {n} of a wide table</td>" for n in range(30))
    screen = show(
        f"<p>{'x' * 400}</p><pre><code>{'y' * 400}</code></pre><table><tr>{cells}</tr></table>"
        f"<p><code>{'z' * 300}</code></p><p><img src='image/a' alt='alt' width='3000' height='20'></p>"
        f'<math display="block"><mrow>{"<mi>x</mi><mo>+</mo>" * 200}</mrow></math><h2>{"h" * 200}</h2>',
        lang=lang,
    )
    screen.view.resize(width, 600)
    try:
        assert screen.ask("document.documentElement.scrollWidth<=document.documentElement.clientWidth")
        assert screen.ask("(e=>e.scrollWidth>e.clientWidth)(document.querySelector('.scroll'))")
        assert screen.ask("(e=>e.scrollWidth>e.clientWidth)(document.querySelector('pre'))")
    finally:
        screen.view.resize(900, 860)


def test_a_placeholder_keeps_shape_and_adds_no_text(show: Callable[..., _Screen]) -> None:
    screen = show('<p><img src="image/a" alt="A map" width="640" height="320"></p>')
    width, height = screen.ask(
        "(r=>[r.width,r.height])(document.querySelector('.missing').getBoundingClientRect())"
    )
    assert width / height == pytest.approx(2, abs=0.02)
    assert screen.ask("document.querySelector('.text').textContent.trim()") == ""


def test_nothing_acts_even_if_it_got_in(show: Callable[..., _Screen]) -> None:
    screen = show(
        '<script>document.title="bad"</script><p style="color:red">x</p><style>p{color:red}</style>'
        '<img src="x" onerror="document.title=1">'
        '<iframe srcdoc="<script>parent.document.title=1</script>"></iframe>'
    )
    assert screen.ask("document.title") == "A title"
    assert screen.ask("getComputedStyle(document.querySelector('p[style]')).color") != "rgb(255, 0, 0)"


def test_half_a_million_characters_lay_out_soon(show: Callable[..., _Screen]) -> None:
    html = "".join(f"<p>{_PARAGRAPH * 3}</p>" for _ in range(3000))
    screen = show(html, text="字" * 480_000)
    milliseconds = screen.ask(
        "(()=>{const t=performance.now();document.documentElement.dataset.width='narrow';"
        "document.body.getBoundingClientRect();return performance.now()-t})()"
    )
    assert milliseconds < 500
