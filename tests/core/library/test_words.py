# SPDX-License-Identifier: MIT
"""The short way from a file to its words finds what the page of the article says."""

from __future__ import annotations

import time
from collections import Counter
from pathlib import Path

import pytest

from reader.core.article import ArticleWords, PlainArticle
from reader.core.cleaning import clean, load_site_rules, words_of
from reader.core.formats import article_format, read_article, read_words
from reader.core.library.search.folding import fold
from reader.core.library.search.tokens import tokens
from reader.core.resources import resource_path

MARKDOWN = {".md", ".markdown"}


def plain(path: Path) -> ArticleWords | None:
    """The words of a file that is read the short way; None for one that is not."""
    read = read_words(path)
    return words_of(read) if isinstance(read, PlainArticle) else None


def counted(text: str) -> Counter[str]:
    """The words and characters of a text as the index takes them."""
    return Counter(token for token in tokens(fold(text)) if token != "|")


def test_real_articles_have_the_words_of_their_pages(shared: Path) -> None:
    missing, extra, everything = Counter[str](), Counter[str](), 0
    files = [each for each in sorted((shared / "articles").rglob("*")) if each.suffix in MARKDOWN]
    files = files[::3]
    short = [(file, words) for file in files if (words := plain(file)) is not None]
    assert len(short) > len(files) // 4
    for file, words in short:
        page = clean(read_article(file))
        here, there = counted(words.text), counted(page.text)
        missing += there - here
        extra += here - there
        everything += there.total()
        assert words.metadata.title == page.metadata.title
        assert words.metadata.lang == page.metadata.lang
        assert (words.has_pictures, words.has_code) == (bool(page.images), "<pre" in page.html), file
    assert not missing
    assert extra.total() <= everything // 1000


def test_pages_have_their_words_without_being_made(shared: Path) -> None:
    files = [
        each for each in sorted((shared / "articles").rglob("*")) if each.is_file() and article_format(each)
    ]
    for file in files[::9]:
        page, words = clean(read_article(file)), words_of(read_article(file))
        assert words is not None
        assert (words.text, words.words, words.metadata) == (page.text, page.words, page.metadata)


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("中**文**字 and _some_ `co*de*` words", "中文字 and some co*de* words"),
        ("一行\n又一行  \n第三行", "一行又一行\n第三行"),
        ("# One\n\nTwo\n---\n\n1. three\n2. four\n\n   five", "One\nTwo\nthree\nfour\nfive"),
        ("a [b](https://c.example/d_e 'f') ![g](h.png) <https://i.example>", "a b https://i.example"),
        ("> quoted\n> text\n\n| a | b |\n|---|---|\n| c | d |", "quoted text\na b\nc d"),
        ("x\n\n```python\nif a < b:\n    **c**\n```\n\n    d &amp; e", "x\nif a < b:\n    **c**\nd &amp; e"),
        (
            "snake_case_name 2 * 3 * 4 &amp; \\*kept\\* <b>bold</b><br>next",
            "snake_case_name 2 * 3 * 4 & *kept* bold\nnext",
        ),
        ("see [one][two] and [three]\n\n[two]: https://example.org 'title'", "see one and [three]"),
    ],
)
def test_marks_are_no_words(tmp_path: Path, source: str, text: str) -> None:
    file = tmp_path / "post.md"
    file.write_text(f"---\ntitle: t\n---\n\n{source}\n", "utf-8")
    words = plain(file)
    assert words is not None
    assert words.text == text
    assert counted(text) == counted(clean(read_article(file)).text)


@pytest.mark.parametrize(
    "source",
    [
        "$a^2 + b^2 = \\alpha$",
        "a note[^1]\n\n[^1]: below",
        "{% raw %}x{% endraw %}",
        "![a](b.png 'a caption')",
        "<div class='share-bar'>x</div>",
        "```\nnever closed",
        "> [!NOTE]\n> x",
        "![[Other note]]",
        "H~2~O",
        "of \\(\\omega\\)",
        "of \\\\[\\omega\\\\]",
        "<div>   <p>one</p> </div>",
    ],
)
def test_what_only_the_page_can_tell_is_left_to_it(tmp_path: Path, source: str) -> None:
    file = tmp_path / "post.md"
    file.write_text(f"---\ntitle: t\n---\n\n{source}\n", "utf-8")
    assert plain(file) is None


def test_lines_that_sites_add_are_left_out_here_too(tmp_path: Path) -> None:
    file = tmp_path / "post.md"
    file.write_text(
        "---\ntitle: 标题\n---\n\n# 标题\n\n点击蓝字关注我们\n\n正文在这里。\n\n责任编辑：某人\n", "utf-8"
    )
    words = plain(file)
    assert words is not None
    assert words.text == "正文在这里。" == clean(read_article(file)).text


@pytest.mark.parametrize(
    ("line", "is_left_to_the_page"),
    [
        ("Some words.", False),
        ("Some words with `<b>code</b>` of\nthe middle", False),
        ("长按二维码", True),
        ("长按  \n二维码", True),
        ("Some <u>words</u>.", True),
        ("## A heading {#js}", True),
    ],
)
def test_a_rule_of_the_site_may_need_the_page(tmp_path: Path, line: str, is_left_to_the_page: bool) -> None:
    file = tmp_path / "post.md"
    file.write_text(f"---\ntitle: t\nsource: https://mp.weixin.qq.com/s/x\n---\n\nText.\n\n{line}\n", "utf-8")
    words = plain(file)
    assert (words is None) == is_left_to_the_page
    if words is not None:
        assert words.text == clean(read_article(file)).text


def test_rules_of_all_sites_are_told_apart(tmp_path: Path) -> None:
    body = (
        "# One\n\nWords with a [link](https://a.example/s) and **strong** ones.\n\n- [ ] to do\n- done\n\n"
        "> quoted\n\n| a | b |\n|---|---:|\n| c | 5 |\n\n```python\nprint('x')\n```\n\nThe last words.\n"
    )
    short = 0
    for rule in load_site_rules([resource_path("site-rules")]).rules:
        file = tmp_path / "post.md"
        file.write_text(f"---\ntitle: t\nsource: https://{rule.hosts[0]}/x\n---\n\n{body}", "utf-8")
        words = plain(file)
        short += words is not None
        assert words is None or counted(words.text) == counted(clean(read_article(file)).text), rule.hosts
    assert short > 15


@pytest.mark.parametrize(
    "mark",
    [
        "[",
        "![",
        "**a ",
        "*a ",
        "_a ",
        "`",
        "``a ",
        "<!--",
        "--><!--",
        "<a ",
        "$a ",
        "> ",
        "- ",
        "[a](",
        "~~a ",
        "\\",
    ],
)
def test_hostile_text_is_read_in_no_time(tmp_path: Path, mark: str) -> None:
    file = tmp_path / "post.md"
    file.write_text(mark * (50_000 // len(mark)), "utf-8")
    begun = time.thread_time()
    plain(file)
    assert time.thread_time() - begun < 20
