# SPDX-License-Identifier: MIT
"""Where links lead: inside the page, to articles of the library, to the web, or nowhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.core.links import (
    Link,
    LinkKind,
    Refusal,
    category_href,
    category_of,
    local_href,
    resolve_link,
    written_href,
)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    files = (
        "content/post/one.md",
        "content/post/two.md",
        "content/post/文 章.md",
        "content/post/bundle/index.md",
        "content/about.md",
        "source/_posts/2021-05-09-slug.md",
        "_posts/2020-01-02-jekyll.markdown",
        "docs/guide/README.md",
        "static/paper.pdf",
        "pages/saved.HTML",
    )
    for name in files:
        path = tmp_path / "site" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x")
    (tmp_path / "secret.md").write_text("x")
    return tmp_path / "site"


def _resolve(href: str, site: Path) -> Link:
    return resolve_link(href, site / "content/post/one.md", site)


@pytest.mark.parametrize(
    ("href", "target"),
    [
        ("two.md", "content/post/two.md"),
        ("./two", "content/post/two.md"),
        ("two.html", "content/post/two.md"),
        ("two/", "content/post/two.md"),
        ("../two/", "content/post/two.md"),
        ("two.md?x=1#part", "content/post/two.md"),
        ("%E6%96%87%20%E7%AB%A0.md", "content/post/文 章.md"),
        ("文 章", "content/post/文 章.md"),
        ("bundle/", "content/post/bundle/index.md"),
        ("../about", "content/about.md"),
        ("/about/", "content/about.md"),
        ("/post/two/", "content/post/two.md"),
        ("/docs/guide/", "docs/guide/README.md"),
        ("/2021/05/09/slug/", "source/_posts/2021-05-09-slug.md"),
        ("/2020/01/02/jekyll.html", "_posts/2020-01-02-jekyll.markdown"),
        ("{filename}two.md", "content/post/two.md"),
        ("{filename}/about.md", "content/about.md"),
        ("/pages/saved.HTML", "pages/saved.HTML"),
        ("t\two.\nmd", "content/post/two.md"),
    ],
)
def test_finds_the_article_a_relative_link_means(href: str, target: str, site: Path) -> None:
    for address in (href, local_href(href), f"article://abc/{local_href(href)}"):
        link = _resolve(address, site)
        assert (link.kind, link.target) == (LinkKind.ARTICLE, site / target)


def test_keeps_the_fragment_of_an_article_link(site: Path) -> None:
    assert _resolve("two.md#%E8%8A%82", site).fragment == "节"


@pytest.mark.parametrize("href", ["#part", "#%E8%8A%82", "article://abc/#part"])
def test_stays_in_the_page_for_a_fragment(href: str, site: Path) -> None:
    link = _resolve(href, site)
    assert link.kind is LinkKind.FRAGMENT
    assert link.fragment in ("part", "节")


def test_a_category_survives_its_address(site: Path) -> None:
    path = ("新媒体", "A/B & C", "100% #1")
    assert category_of(category_href(path)) == path
    assert category_of("article://abc/" + category_href(path)) == path
    assert _resolve(category_href(path), site).category == path
    assert category_of("#part") is None


@pytest.mark.parametrize(
    "href", ["https://example.org/a?b#c", "HTTP://example.org", "//example.org/x", "http://[::1]:80/"]
)
def test_hands_web_links_on(href: str, site: Path) -> None:
    assert _resolve(href, site).kind is LinkKind.WEB


def test_hands_mail_on(site: Path) -> None:
    assert _resolve("mailto:someone@example.org", site).kind is LinkKind.MAIL


@pytest.mark.parametrize(
    "href",
    [
        "javascript:alert(1)",
        " \x01JaVa\tScRiPt:alert(1)",
        "java\u200bscript:alert(1)",
        "vbscript:x",
        "data:text/html,x",
        "file:///etc/passwd",
        "blob:x",
        "view-source:https://example.org",
        "chrome://gpu",
        "qrc:/x",
        "C:\\Windows\\x.md",
        "tel:123",
        "unknown+scheme:x",
        "link?to=javascript%3Aalert(1)",
    ],
)
def test_refuses_every_other_scheme(href: str, site: Path) -> None:
    assert _resolve(href, site) == Link(LinkKind.REFUSED, reason=Refusal.UNSAFE_SCHEME)


@pytest.mark.parametrize(
    ("href", "reason"),
    [
        ("", Refusal.EMPTY),
        ("\x00\x1f ", Refusal.EMPTY),
        ("x" * 9000, Refusal.MALFORMED),
        ("https://", Refusal.MALFORMED),
        ("http://[broken", Refusal.MALFORMED),
        ("http://host:port99999/", Refusal.MALFORMED),
        ("%00.md", Refusal.MALFORMED),
        ("\\\\server\\share.md", Refusal.MALFORMED),
        ("nowhere.md", Refusal.NOT_FOUND),
        ("../../../secret.md", Refusal.OUTSIDE_LIBRARY),
        ("..%2f..%2f..%2fsecret", Refusal.OUTSIDE_LIBRARY),
        ("/../../secret.md", Refusal.OUTSIDE_LIBRARY),
        ("../../static/paper.pdf", Refusal.NOT_AN_ARTICLE),
        ("a" * 300 + ".md", Refusal.NOT_FOUND),
    ],
)
def test_says_why_it_refuses(href: str, reason: Refusal, site: Path) -> None:
    assert _resolve(href, site) == Link(LinkKind.REFUSED, reason=reason)


def test_does_not_follow_a_file_link_out_of_the_library(site: Path) -> None:
    (site / "content/post/escape.md").symlink_to(site.parent / "secret.md")
    assert _resolve("escape.md", site).reason is Refusal.OUTSIDE_LIBRARY


def test_without_a_library_stays_in_the_folder_of_the_article(site: Path) -> None:
    article = site / "content/post/one.md"
    assert resolve_link("two.md", article, None).kind is LinkKind.ARTICLE
    assert resolve_link("../about.md", article, None).reason is Refusal.OUTSIDE_LIBRARY


@pytest.mark.parametrize("href", ["../a b.md?q=1#x", "..", "%2e%2e/x", "a&b<c>\"'.md"])
def test_a_relative_address_survives_the_page(href: str) -> None:
    assert written_href("article://key/" + local_href(href)) == href
    assert ".." not in local_href(href).removesuffix(href)[: len("link?to=")]
