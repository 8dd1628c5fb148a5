# SPDX-License-Identifier: MIT
"""Rules per site: bundled ones, a person's own, the site config syntax, and files that are no rules."""

from __future__ import annotations

from pathlib import Path

import lxml.html
import pytest

from reader.core.article import ArticleFormat, CleanArticle, Dialect, Metadata, ParsedArticle, RawHtml
from reader.core.cleaning import clean
from reader.core.cleaning.rule_files import bundled_rules, load_rules, read_rule_file
from reader.core.cleaning.selectors import SelectorError, xpath_of
from reader.core.cleaning.site_rules import SiteRules

_BUNDLED = Path(__file__).resolve().parents[3] / "resources" / "site-rules"
_BODY = (
    "<p class=ad>Buy now</p><p>One long line of the article that stays.</p><p>Edited by Ann</p>"
    "<p>Edited by nobody, says the middle.</p>"
    + "<p>Filling.</p>" * 25
    + "<div class=box><p class=keep>poem</p></div><p>Edited by Bob</p>"
)


def _clean(
    html: str, rules: SiteRules | None = None, *, is_page: bool = False, **metadata: object
) -> CleanArticle:
    return clean(
        ParsedArticle(
            path=Path("a.md"),
            format=ArticleFormat.HTML,
            dialect=Dialect.PLAIN,
            encoding="utf-8",
            metadata=Metadata(title="x", **metadata),  # type: ignore[arg-type]
            html=RawHtml(html),
            is_page=is_page,
        ),
        rules,
    )


def _rules(folder: Path, text: str, name: str = "mine.toml") -> SiteRules:
    (folder / name).write_text(text, "utf-8")
    return load_rules([folder])


def test_bundled_rules_are_all_valid() -> None:
    rules = load_rules([_BUNDLED])
    assert rules.problems == ()
    assert len(rules.rules) >= 20


@pytest.mark.parametrize(
    ("url", "metadata", "expected"),
    [
        ("https://sspai.com/post/1", Metadata(), True),
        ("https://www.sspai.com/post/1", Metadata(), True),
        ("https://notsspai.com/post/1", Metadata(), False),
        (None, Metadata(site="少数派 sspai"), True),
        (None, Metadata(authors=("人人都是产品经理",)), True),
        (None, Metadata(site="BBC - BBC 英文"), True),
        (None, Metadata(site="BBCX"), False),
        (None, Metadata(site="Unknown"), False),
        (None, Metadata(), False),
        (None, Metadata(source_url="https://mp.weixin.qq.com/s/x"), True),
    ],
)
def test_rules_match_by_host_or_by_name(url: str | None, metadata: Metadata, expected: bool) -> None:
    assert bool(bundled_rules(url, metadata).matching(url, metadata)) is expected
    assert bool(load_rules([_BUNDLED]).matching(url, metadata)) is expected


def test_a_person_s_own_rule(tmp_path: Path) -> None:
    rules = _rules(
        tmp_path,
        """
        [[rule]]
        site = "Example"
        drop = [".ad", ".box"]
        keep = ".keep"
        drop_text = ["Edited by .{1,30}"]
        """,
    )
    text = _clean(_BODY, rules, site="Example").text
    assert "Buy now" not in text
    assert "Ann" not in text
    assert "Bob" not in text
    assert "poem" in text
    assert _clean(_BODY, rules, site="Other").text.count("Edited by") == 3


def test_edge_patterns_leave_the_middle_alone(tmp_path: Path) -> None:
    rules = _rules(tmp_path, '[[rule]]\nsite="Example"\ndrop_text=["Filling\\\\."]')
    filled = _clean("<p>Filling.</p>" * 50, rules, site="Example").text
    assert filled.count("Filling.") == 30


def test_body_of_a_page(tmp_path: Path) -> None:
    rules = _rules(tmp_path, '[[rule]]\nhosts="example.org"\nbody=["#gone", "#story > .text"]')
    page = (
        "<html><body><p>Menu of the day</p>"
        "<div id=story><div class=text><p>The story.</p></div></div></body></html>"
    )
    article = _clean(page, rules, is_page=True, source_url="https://www.example.org/a")
    assert article.text == "The story."


def test_lazy_attribute_of_a_site(tmp_path: Path) -> None:
    rules = _rules(tmp_path, '[[rule]]\nsite="Example"\nlazy="data-real"')
    article = _clean(
        "<p><img src='/blank.gif' data-real='https://a.example/b.png'></p>", rules, site="Example"
    )
    assert article.images[0].url == "https://a.example/b.png"


def test_site_config_syntax(tmp_path: Path) -> None:
    rules = _rules(
        tmp_path,
        "# a comment\ntitle: //h1\nbody: //div[@id='story']\nstrip: //p[@class='ad']\nstrip_i"
        "d_or_class: teaser\n"
        "strip_image_src: /ads/\nprune: no\ntidy: no\nreplace_string(<em-dash/>): —\nsingle_page_link: //a\n"
        "test_url: https://example.org/a\n",
        "example.org.txt",
    )
    assert rules.problems == ()
    page = (
        "<html><body><p>Menu</p><div id=story><p class=ad>Buy</p><p>One<em-dash/>"
        "two.</p><div class='x teaser'>More</div>"
        "<p><img src='https://a.example/ads/1.png'><img src='https://a.example/2.png'>"
        "</p></div></body></html>"
    )
    article = _clean(page, rules, is_page=True, source_url="http://www.example.org/a")
    assert article.text == "One—two."
    assert [image.url for image in article.images] == ["https://a.example/2.png"]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.toml", "[[rule]"),
        ("a.toml", "rule = 3"),
        ("a.toml", "[[rule]]\ndrop=['.x']"),
        ("a.toml", "[[rule]]\nsite='x'\ndorp=['.x']"),
        ("a.toml", "[[rule]]\nsite='x'\ndrop=[1]"),
        ("a.toml", "[[rule]]\nsite='x'\ndrop=['p:nth-child(2n)']"),
        ("a.toml", "[[rule]]\nsite='x'\ndrop=['xpath://p']"),
        ("a.toml", "[[rule]]\nsite='x'\ndrop_text=['(a+)+b']"),
        ("a.toml", "[[rule]]\nsite='x'\ndrop_text=['(a|aa)*b']"),
        ("a.toml", "[[rule]]\nsite='x'\ndrop_text=['(?:x|[a-z]+)+b']"),
        ("a.toml", "[[rule]]\nsite='x'\ndrop_text=['(?:a*b?)*c']"),
        ("a.toml", "[[rule]]\nsite='x'\ndrop_text=['((a|b)c?){2,}d']"),
        ("a.toml", "[[rule]]\nsite='x'\ndrop_text=['.*.*.*.*.*x']"),
        ("a.toml", "[[rule]]\nsite='x'\ndrop_text=['(']"),
        ("a.toml", "x = " + "[" * 5000),
        ("a.toml", "#" * 300_000),
        ("a.toml", "[[rule]]\nsite='x'\ndrop=[" + "'.a'," * 300 + "]"),
        ("a.txt", "no directive"),
        ("a.txt", "body: //div["),
        ("a.txt", "strip: //*[document('http://evil.example')]"),
        ("a.txt", "strip: " + "//*" * 40),
    ],
)
def test_a_bad_file_is_reported_and_left_out(tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / "good.toml").write_text("[[rule]]\nsite='x'\ndrop='.a'", "utf-8")
    rules = _rules(tmp_path, text, name)
    assert len(rules.rules) == 1
    assert [problem.code for problem in rules.problems] == ["site-rule-invalid"]
    assert name in rules.problems[0].message
    assert "\n" not in rules.problems[0].message


def test_bytes_that_are_no_text(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_bytes(b"\xff\xfe\x00")
    (tmp_path / "b.toml").mkdir()
    assert len(load_rules([tmp_path, tmp_path / "missing"]).problems) == 2
    with pytest.raises(ValueError, match="regular file"):
        read_rule_file(tmp_path / "b.toml")


@pytest.mark.parametrize(
    ("selector", "found"),
    [
        ("p", ["a", "b", "c", "d"]),
        ("#b", ["b"]),
        (".x", ["a", "c"]),
        ("p.x.y", ["c"]),
        ("div p", ["b", "c", "d"]),
        ("div > p", ["b", "c"]),
        ("p, #d", ["a", "b", "c", "d"]),
        ("[title]", ["b"]),
        ("[title=one]", ["b"]),
        ("[title^='o']", ["b"]),
        ("[title$='ne']", ["b"]),
        ("[title*=n]", ["b"]),
        ("[class~=y]", ["c"]),
        ("p:not(.x)", ["b", "d"]),
        ("div p:first-child", ["b", "d"]),
        ("#b + p", ["c"]),
        ("#b ~ p", ["c"]),
        ("p:contains('four')", ["d"]),
        ("section:not(p) p", ["d"]),
    ],
)
def test_selectors(selector: str, found: list[str]) -> None:
    tree = lxml.html.fromstring(
        "<main><p id=a class=x>one</p><div><p id=b title=one>two</p><p id=c class='x y'>three</p>"
        "<section><p id=d>four</p></section></div></main>"
    )
    assert [element.get("id") for element in tree.xpath(xpath_of(selector)) if element.tag == "p"] == found


@pytest.mark.parametrize(
    "selector", ["", "p:nth-child(2)", "p >", "> p", "p,,p", "p[", "@x", "p::before", "a" * 600, "p p]"]
)
def test_selectors_that_are_not_understood(selector: str) -> None:
    with pytest.raises(SelectorError):
        xpath_of(selector)


@pytest.mark.parametrize(
    "pattern",
    [
        r"\s*Edited\s*by\s+.*\s*\.*",
        r"\(a\|b\)+",
        "[(|)*]+x*",
        "(ab)+",
        "(?:a|b)?c",
        "(?:abc){2,3}.*",
        "(a|b+)c",
    ],
)
def test_patterns_that_end_are_taken(tmp_path: Path, pattern: str) -> None:
    assert _rules(tmp_path, f"[[rule]]\nsite='x'\ndrop_text=['{pattern}']").problems == ()
