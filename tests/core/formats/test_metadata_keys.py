# SPDX-License-Identifier: MIT
"""What each generator means by its keys: categories, tags, authors, covers, drafts, excerpts, addresses."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from reader.core.article import CategoryRule, Dialect, Metadata
from reader.core.formats import read_metadata

ReadText = Callable[..., Metadata]
Write = Callable[..., Path]

HEXO_CATEGORIES = [
    ("categories: Life", [("Life",)]),
    ("categories: [Sports, Baseball]", [("Sports", "Baseball")]),
    ("categories:\n  - Sports\n  - Baseball", [("Sports", "Baseball")]),
    (
        "categories:\n- [Sports, Baseball]\n- [MLB, AL, New York]\n- Rivalries",
        [("Sports", "Baseball"), ("MLB", "AL", "New York"), ("Rivalries",)],
    ),
    ("categories:\n- [影视]\n- [游戏]", [("影视",), ("游戏",)]),
    ("categories: A, B", [("A, B",)]),
    ("categories:\n - 新媒体\n - 站点\n - 最新文章", [("新媒体", "站点", "最新文章")]),
    ("categories:\n- ''\n- A\n- null\n- B", [("A", "B")]),
    ("categories:\n- [A, '']\n- []\n- [A]", [("A",)]),
    ("categories: [2020, 1.5]", [("2020", "1.5")]),
    ("category: [A, B]", [("A", "B")]),
    ("categories:", []),
    ("categories: []", []),
]


@pytest.mark.parametrize(("line", "paths"), HEXO_CATEGORIES)
def test_hexo_categories(line: str, paths: list[tuple[str, ...]], metadata: ReadText) -> None:
    found = metadata(f"---\ntitle: t\n{line}\n---\n", dialect=Dialect.HEXO)
    assert list(found.categories) == paths


@pytest.mark.parametrize("dialect", [Dialect.AUTO, Dialect.HUGO, Dialect.VUEPRESS, Dialect.OBSIDIAN])
def test_flat_lists_are_siblings_elsewhere(dialect: Dialect, metadata: ReadText) -> None:
    found = metadata("---\ntitle: t\ncategories: [Sports, Baseball]\n---\n", dialect=dialect)
    assert found.categories == (("Sports",), ("Baseball",))
    found = metadata("---\ntitle: t\ncategories:\n- [Sports, Baseball]\n- Other\n---\n", dialect=dialect)
    assert found.categories == (("Sports", "Baseball"), ("Other",))


def test_the_reader_may_choose_the_rule(metadata: ReadText) -> None:
    text = "---\ntitle: t\ncategories: [A, B]\n---\n"
    siblings = metadata(text, dialect=Dialect.HEXO, rule=CategoryRule.SIBLINGS)
    assert siblings.categories == (("A",), ("B",))
    assert metadata(text, rule=CategoryRule.PATH).categories == (("A", "B"),)


def test_jekyll_categories(metadata: ReadText, tmp_path: Path) -> None:
    split = metadata("---\ncategories: classic hollywood\n---\n", dialect=Dialect.JEKYLL)
    assert split.categories == (("classic",), ("hollywood",))
    one = metadata("---\ncategory: classic hollywood\n---\n", dialect=Dialect.JEKYLL)
    assert one.categories == (("classic hollywood",),)
    above = metadata(
        "---\ntitle: t\n---\n",
        "movies/_posts/2020-01-02-x.md",
        Dialect.JEKYLL,
        library_root=tmp_path / "place",
    )
    assert above.categories == (("movies",),)


def test_jekyll_root_is_told_by_its_configuration(metadata: ReadText, write: Write) -> None:
    write("title: Site\n", "_config.yml")
    found = metadata("---\ntitle: t\ntags: one two\n---\n", "movies/old/_posts/2020-01-02-x.md")
    assert found.categories == (("movies",), ("old",))
    assert found.tags == ("one", "two")


def test_zola_taxonomies(metadata: ReadText) -> None:
    found = metadata('+++\ntitle = "t"\n[taxonomies]\ncategories = ["A", "B"]\ntags = ["x"]\n+++\n')
    assert (found.categories, found.tags) == ((("A",), ("B",)), ("x",))


def test_pelican_lines(metadata: ReadText) -> None:
    text = "Title: t\nCategory: Cats\nTags: one, two; three\nAuthors: Ada Author; Bob Author\nStatus: draft\n"
    found = metadata(text + "\nBody\n", "a.md")
    assert found.categories == (("Cats",),)
    assert found.tags == ("one, two", "three")
    assert found.authors == ("Ada Author", "Bob Author")
    assert found.draft
    assert metadata("Title: t\nDate: 2020-01-01\n\nBody\n", "kittens/a.md").categories == (("kittens",),)


def test_obsidian_links_in_values(metadata: ReadText) -> None:
    found = metadata(
        '---\ncategories:\n  - "[[Recipes]]"\n  - "[[Notes/Clippings|Clips]]"\n'
        'author:\n  - "[[Ada Author]]"\n'
        'cover: "[[front.jpg]]"\ntags:\n  - "#food/sweet"\nurl: https://example.org/tart\n---\n'
    )
    assert found.categories == (("Recipes",), ("Clips",))
    assert found.authors == ("Ada Author",)
    assert (found.cover, found.tags, found.source_url) == (
        "front.jpg",
        ("food/sweet",),
        "https://example.org/tart",
    )


@pytest.mark.parametrize(
    ("dialect", "line", "tags"),
    [
        (Dialect.HEXO, "tags: a, b c", ("a, b c",)),
        (Dialect.HEXO, "tags: [a, b, a, '', null]", ("a", "b")),
        (Dialect.HEXO, "tag: one", ("one",)),
        (Dialect.JEKYLL, "tags: a b", ("a", "b")),
        (Dialect.JEKYLL, "tag: a b", ("a b",)),
        (Dialect.PELICAN, "tags: a b, c", ("a b", "c")),
        (Dialect.OBSIDIAN, "tags: a b/c", ("a", "b/c")),
        (Dialect.AUTO, "tags: 一，二、三", ("一", "二", "三")),
        (Dialect.AUTO, "tags: [yes, 012, 1.10]", ("yes", "012", "1.10")),
    ],
)
def test_tags(dialect: Dialect, line: str, tags: tuple[str, ...], metadata: ReadText) -> None:
    assert metadata(f"---\ntitle: t\n{line}\n---\n", dialect=dialect).tags == tags


@pytest.mark.parametrize(
    ("lines", "authors"),
    [
        ("author: Ada Author", ("Ada Author",)),
        ("author: [Ada, Bob]", ("Ada", "Bob")),
        ("authors:\n  - name: Ada\n    url: https://example.org\n  - name: Bob", ("Ada", "Bob")),
        ("author:\n  name: Ada\n  email: ada@example.org", ("Ada",)),
        ("by:\n- Ada", ("Ada",)),
        ("author: ''", ()),
        ("params:\n  author: Ada", ("Ada",)),
    ],
)
def test_authors(lines: str, authors: tuple[str, ...], metadata: ReadText) -> None:
    assert metadata(f"---\ntitle: t\n{lines}\n---\n").authors == authors


@pytest.mark.parametrize(
    ("lines", "cover"),
    [
        ("cover: /img/a.png", "/img/a.png"),
        ("cover: false\nthumbnail: https://example.org/t.jpg", "https://example.org/t.jpg"),
        ("cover: true\nimg: a.png", "a.png"),
        ("cover: '#49b1f5'\ntop_img: b.png", "b.png"),
        ("cover: 'linear-gradient(20deg, #0062be, #925696)'", None),
        ("cover: transparent", None),
        ("cover: rgb(1, 2, 3)", None),
        ("cover: ''\nheadimg: c.png", "c.png"),
        ("cover:\n  image: d.png\n  alt: words", "d.png"),
        ("cover:\n  relative: true", None),
        ("images: [e.png, f.png]", "e.png"),
        ("images: /assets/e.png", "/assets/e.png"),
        ("photos:\n- https://example.org/p?x=1&y=2", "https://example.org/p?x=1&y=2"),
        ("image:\n  path: g.png", "g.png"),
        ("headimg: h.png\nthumbnail: t.png", "h.png"),
        ("banner_img: k.png\nog_img: l.png", "k.png"),
        ("cover: data:image/png;base64,AAAA", "data:image/png;base64,AAAA"),
        ("cover: data:text/html,x", None),
        ("cover: https://www.example.org/p/undefined", None),
        ("cover: '{{ page.image }}'", None),
        ("header-img: img/m.jpg", "img/m.jpg"),
        ("cover: 图片 一.png", "图片 一.png"),
        ("extra:\n  image: n.png", "n.png"),
        ("resources:\n- src: shot.jpg\n  name: featured-image", "shot.jpg"),
        ("image: word", None),
    ],
)
def test_cover(lines: str, cover: str | None, metadata: ReadText) -> None:
    assert metadata(f"---\ntitle: t\n{lines}\n---\n").cover == cover


@pytest.mark.parametrize(
    ("dialect", "lines", "draft"),
    [
        (Dialect.HEXO, "published: false", True),
        (Dialect.HEXO, "published: true", False),
        (Dialect.HUGO, "published: false", False),
        (Dialect.HUGO, "draft: true", True),
        (Dialect.HUGO, "draft: 'true'", True),
        (Dialect.PELICAN, "status: draft", True),
        (Dialect.PELICAN, "status: hidden", False),
        (Dialect.OBSIDIAN, "publish: false", True),
        (Dialect.AUTO, "published: 2020-01-01", False),
    ],
)
def test_draft(dialect: Dialect, lines: str, draft: bool, metadata: ReadText) -> None:
    assert metadata(f"---\ntitle: t\n{lines}\n---\n", dialect=dialect).draft is draft


def test_draft_folder(metadata: ReadText) -> None:
    assert metadata("---\ntitle: t\n---\n", "_drafts/t.md").draft


@pytest.mark.parametrize(
    "line",
    [
        "source: https://example.org/a",
        "url: https://example.org/a",
        "link: <https://example.org/a>",
        "original: '[words](https://example.org/a)'",
        "from: Some Site\nfromUrl: https://example.org/a",
        "canonical: https://example.org/a",
        "canonicalUrl: https://example.org/a",
        "permalink: https://example.org/a",
        "permalink: /a/\noriginalLink: https://example.org/a",
    ],
)
def test_source_address(line: str, metadata: ReadText) -> None:
    assert metadata(f"---\ntitle: t\n{line}\n---\n").source_url == "https://example.org/a"


@pytest.mark.parametrize(
    "line", ["url: /a/", "source: javascript:alert(1)", "link: file:///etc/passwd", "from: me"]
)
def test_other_addresses_are_no_source(line: str, metadata: ReadText) -> None:
    assert metadata(f"---\ntitle: t\n{line}\n---\n").source_url is None


BODY = "First *part* of `it`.\n\n<!-- more -->\n\nRest.\n"


@pytest.mark.parametrize(
    ("dialect", "line", "excerpt"),
    [
        (Dialect.HEXO, "excerpt: Stated", "Stated"),
        (Dialect.HEXO, "description: Described", "First part of it."),
        (Dialect.HUGO, "summary: Stated", "First part of it."),
        (Dialect.JEKYLL, "excerpt: Stated", "Stated"),
        (Dialect.PELICAN, "summary: Stated **well**", "Stated well"),
        (Dialect.ZOLA, "description: Described", "First part of it."),
        (Dialect.AUTO, "summary: >\n  Stated\n  here", "Stated here"),
    ],
)
def test_excerpt(dialect: Dialect, line: str, excerpt: str, metadata: ReadText) -> None:
    assert metadata(f"---\ntitle: t\n{line}\n---\n{BODY}", dialect=dialect).excerpt == excerpt


def test_excerpt_without_a_mark_is_left_to_others(metadata: ReadText) -> None:
    assert metadata("---\ntitle: t\n---\nBody.\n").excerpt is None
    assert metadata("---\ntitle: t\ndescription: Described\n---\nBody.\n").excerpt == "Described"
    text = "---\ntitle: t\nexcerpt_separator: '~~~~'\n---\n第一段\n换行。\n~~~~\nrest\n"
    assert metadata(text).excerpt == "第一段换行。"


@pytest.mark.parametrize(
    ("lines", "lang", "rtl"),
    [
        ("lang: zh-CN", "zh-CN", None),
        ("lang: zh_cn", "zh-CN", None),
        ("language: zh-hans", "zh-Hans", None),
        ("Locale: en-US", "en-US", None),
        ("lang: simplified chinese", None, None),
        ("lang: fa\ndir: rtl", "fa", True),
        ("rtl: true", None, True),
    ],
)
def test_language(lines: str, lang: str | None, rtl: bool | None, metadata: ReadText) -> None:
    found = metadata(f"---\ntitle: t\n{lines}\n---\n")
    assert (found.lang, found.rtl) == (lang, rtl)


def test_language_in_a_file_name(metadata: ReadText) -> None:
    assert metadata('+++\ntitle = "t"\n[extra]\nrtl = true\n+++\n', "post/index.fa.md").lang == "fa"
    assert metadata("Body\n", "notes.v2.md").lang is None


FAMILY = (
    "\n---\ntitle: '{title}'\ncategories: \n - 新媒体\n - 某站\n - 最新文章\nheadimg: 'https://example.org/a.jpg'\n"
    "author: 某站\ncomments: false\ndate: Fri, 24 Sep 2021 00:00:00 GMT\nthumbnail: 'https://example.org/a.jpg'\n"
    "---\n\n<div>   \n<p>正文 &#123;x&#125;</p>  \n</div>\n            "
)


def test_scraped_family(write: Write) -> None:
    found = read_metadata(write(FAMILY.replace("{title}", "标题_一_&#123;x&#125;")))
    data = found.metadata
    assert (found.dialect, found.problems) == (Dialect.HEXO, ())
    assert (data.title, data.authors, data.site) == ("标题_一_{x}", ("某站",), "某站")
    assert data.categories == (("新媒体", "某站", "最新文章"),)
    assert (str(data.date), data.cover) == ("2021-09-24", "https://example.org/a.jpg")


def test_title_and_name_of_one_blank_fall_back_to_the_folder(metadata: ReadText) -> None:
    assert metadata(FAMILY.replace("{title}", " "), "某站/周刊/ .md").title == "周刊"
    assert metadata(FAMILY.replace("{title}", " "), "某站/周刊/第一期.md").title == "第一期"


@pytest.mark.parametrize(
    ("body", "title"),
    [
        ("# A *good* [title](x.html) {#id}\n\nText\n", "A good title"),
        ("A title\n=======\n\nText\n", "A title"),
        ("<!-- # not this -->\n\n![](badge.svg)\n\n# Title #\n", "Title"),
        ("```\n# code\n```\n\nText\n", "name of the file"),
        ("Text.\n\n# One\n\n# Two\n", "name of the file"),
        ("Text.\n\n# One\n\n## Two\n", "One"),
        ("<p align='center'><img src='a.png'></p>\n\n# Title\n\n# Other\n", "Title"),
        ("#标题没有空格\n\n正文\n", "标题没有空格"),
        ("<h1>In <b>HTML</b> &amp; so on</h1>\n<p>x</p>\n", "In HTML & so on"),
        ("Text\n", "name of the file"),
        ("", "name of the file"),
    ],
)
def test_title_without_a_header(body: str, title: str, metadata: ReadText) -> None:
    assert metadata(body, "name of the file.md").title == title


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("folder/index.md", "folder"),
        ("folder/README.md", "folder"),
        ("my-first-post.md", "My first post"),
        ("CamelCase_kept.md", "CamelCase_kept"),
        ("什么是 HTTP？.md", "什么是 HTTP？"),
        ("What is it？ ＂Quoted＂.html", 'What is it? "Quoted"'),
        ("a.zh-CN.md", "a"),
        ("UPPER.MD", "UPPER"),
    ],
)
def test_title_from_a_name(name: str, title: str, metadata: ReadText) -> None:
    assert metadata("Body\n", name).title == title
