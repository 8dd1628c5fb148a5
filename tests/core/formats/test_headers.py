# SPDX-License-Identifier: MIT
"""Headers of every generator: where they begin and end, and what happens to those that do not parse."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from reader.core.article import Dialect, Metadata
from reader.core.formats import read_article, read_metadata

Write = Callable[..., Path]
ReadText = Callable[..., Metadata]


def words_of(path: Path) -> str:
    """The words of a file's body."""
    return " ".join(re.sub(r"<[^>]*>", " ", read_article(path).html).split())


HEADERS = {
    "yaml": "---\ntitle: A title\ndate: 2020-02-03\n---\nBody.\n",
    "leading blank lines": "\n\n---\ntitle: A title\ndate: 2020-02-03\n---\nBody.\n",
    "byte order mark": "\ufeff---\ntitle: A title\ndate: 2020-02-03\n---\nBody.\n",
    "crlf": "---\r\ntitle: A title\r\ndate: 2020-02-03\r\n---\r\nBody.\r\n",
    "old mac line ends": "---\rtitle: A title\rdate: 2020-02-03\r---\rBody.\r",
    "blanks behind the fences": "---  \ntitle: A title\ndate: 2020-02-03\n--- \t\nBody.\n",
    "five dashes": "-----\ntitle: A title\ndate: 2020-02-03\n-----\nBody.\n",
    "closed by dots": "---\ntitle: A title\ndate: 2020-02-03\n...\nBody.\n",
    "no opening fence": "title: A title\ndate: 2020-02-03\n---\nBody.\n",
    "no opening fence, list": "title: A title\ntags:\n- one\n- two\ndate: 2020-02-03\n\n---\nBody.\n",
    "semicolons": ';;;\n"title": "A title",\n"date": "2020-02-03"\n;;;\nBody.\n',
    "semicolons, no opening": None,
    "toml": "+++\ntitle = 'A title'\ndate = 2020-02-03\n+++\nBody.\n",
    "toml after blank line": "\n+++\ntitle = 'A title'\ndate = 2020-02-03\n+++\nBody.\n",
    "json object": '{\n  "title": "A title",\n  "date": "2020-02-03"\n}\n\nBody.\n',
    "json between dashes": '---\n{ "title": "A title", "date": "2020-02-03" }\n---\nBody.\n',
    "named json": '---json\n{ "title": "A title", "date": "2020-02-03" }\n---\nBody.\n',
    "named toml": '---toml\ntitle = "A title"\ndate = "2020-02-03"\n---\nBody.\n',
    "json comment": '<!--{\n  "Title": "A title",\n  "date": "2020-02-03"\n}-->\n\nBody.\n',
    "bare lines": "Title: A title\nDate: 2020-02-03\n\nBody.\n",
    "nikola": ".. title: A title\n.. date: 2020-02-03\n\nBody.\n",
    "nikola comment": "<!--\n.. title: A title\n.. date: 2020-02-03\n-->\n\nBody.\n",
    "link lines": '[#]: subject: "A title"\n[#]: date: "2020-02-03"\n\nBody.\n',
    "org": "#+TITLE: A title\n#+DATE: 2020-02-03\n\nBody.\n",
    "unclosed": "---\ntitle: A title\ndate: 2020-02-03\n\nBody.\n",
    "folded over two lines": "---\ntitle: 'A\n  title'\ndate: 2020-02-03\n---\nBody.\n",
    "block scalar": "---\ntitle: >\n  A\n  title\ndate: 2020-02-03\n---\nBody.\n",
    "indented by tabs": "---\ntitle: A title\ntags:\n\t- one\ndate: 2020-02-03\n---\nBody.\n",
    "no body line end": "---\ntitle: A title\ndate: 2020-02-03\n---\nBody.",
}


@pytest.mark.parametrize("name", [name for name, text in HEADERS.items() if text])
def test_header_is_split_off(name: str, write: Write) -> None:
    path = write(HEADERS[name] or "")
    found = read_metadata(path).metadata
    assert (found.title, str(found.date)) == ("A title", "2020-02-03")
    assert words_of(path) == "Body."


@pytest.mark.parametrize(
    "text",
    [
        "First line\n---\n\nSecond.\n",
        "Note: this is running text, not a header.\n\nSecond.\n",
        "A line\nAnother line\n\n---\n\nSecond.\n",
        "Question: what is this?\n---\nAnswer and Second.\n",
        "Note: this is text\nTODO: and this\n\n---\n\nSecond.\n",
        "---\n\nA rule above, Second below.\n\n---\n\nMore.\n",
        "---\n- a list\n- Second\n---\nMore.\n",
        "http://example.org/page: Second\n",
        "    ---\n    title: code\n    ---\nSecond\n",
        '{ "title": broken }\nSecond\n',
    ],
)
def test_text_without_header_loses_nothing(text: str, write: Write) -> None:
    path = write(text)
    shown = words_of(path)
    for word in re.findall(r"\w+", text):
        assert word in shown or word == "title"


def test_rest_fields(write: Write) -> None:
    path = write(
        "\nA title\n#######\n\n:date: 2010-10-15 20:30\n:tags: a, b\n:category: yeah\n\nBody.\n", "a.rst"
    )
    found = read_metadata(path)
    assert found.dialect is Dialect.PELICAN
    assert (found.metadata.title, str(found.metadata.date)) == ("A title", "2010-10-15T20:30:00")
    assert found.metadata.tags == ("a", "b")
    assert found.metadata.categories == (("yeah",),)
    assert words_of(path) == "Body."


def test_slide_header_is_told_by_position(write: Write) -> None:
    text = "A talk\nSome City\n30 Aug 2011\n\nAda Author\nada@example.org\n\n* First\n\nBody.\n"
    path = write(text, "talk.slide")
    found = read_metadata(path).metadata
    assert (found.title, found.authors, str(found.date)) == ("A talk", ("Ada Author",), "2011-08-30")
    assert "First" in words_of(path) and "Body." in words_of(path)


def test_nikola_header_in_a_file_of_its_own(write: Write) -> None:
    write(".. title: A title\n.. date: 2020-02-03 10:00:00 UTC\n", "post.meta")
    found = read_metadata(write("Body.\n", "post.md")).metadata
    assert (found.title, str(found.date)) == ("A title", "2020-02-03T10:00:00+00:00")


def test_swiftgg_credits_become_readable_lines(write: Write) -> None:
    text = (
        'title: "标题"\ndate:2018-10-08\ncategories:[Swift]\n---\n原文链接=https://example.org/post\n作者=Ada\n'
        "译者=某人\n\n<!--此处开始正文-->\n\n正文。\n"
    )
    path = write(text)
    found = read_metadata(path)
    assert found.metadata.source_url == "https://example.org/post"
    assert found.metadata.authors == ("Ada",)
    assert str(found.metadata.date) == "2018-10-08"
    assert found.metadata.categories == (("Swift",),)
    assert "译者：某人" in read_article(path).html


def test_translation_credits_in_a_quote(metadata: ReadText) -> None:
    found = metadata(
        "\n> * 原文地址：[How to Read](https://example.org/read)\n> * 原文作者：[Ada](https://example.org/ada)\n"
        "> * 译者：某人\n\n![](a.png)\n\n正文。\n",
        "how-to-read.md",
    )
    assert found.title == "How to Read"
    assert found.authors == ("Ada",)
    assert found.source_url == "https://example.org/read"


BROKEN = {
    "colon and blank in a title": ("title: C#: 入门\ndate: 2020-02-03", "C#: 入门", 2),
    "no blank behind the colon": ("title:无空格\ndate: 2020-02-03", "无空格", None),
    "only colons without blanks": ("title:无空格\ndate:2020-02-03", "无空格", None),
    "full-width colon": ("title：全角\ndate: 2020-02-03", "全角", None),
    "comment character in a list": ("title: Tags\ntags: [C++, #1]\ndate: 2020-02-03", "Tags", None),
    "at sign at value start": ("title: @home\ndate: 2020-02-03", "@home", 2),
    "backtick at value start": ("title: `code` first\ndate: 2020-02-03", "code first", 2),
    "percent at value start": ("title: %d items\ndate: 2020-02-03", "%d items", 2),
    "heaped quotation marks": ('title: """\'_World_ news\'"""\ndate: 2020-02-03', "_World_ news", 2),
    "unclosed quotation mark": ("date: 2020-02-03\ntitle: 'half", "'half", None),
    "template": ("title: Film\nyear: {{year}}\ndate: 2020-02-03", "Film", 3),
}


@pytest.mark.parametrize("name", BROKEN)
def test_header_that_does_not_parse_is_read_line_by_line(name: str, write: Write) -> None:
    header, title, line = BROKEN[name]
    path = write(f"---\n{header}\n---\nBody.\n")
    found = read_metadata(path)
    assert (found.metadata.title, str(found.metadata.date)) == (title, "2020-02-03")
    assert [problem.code for problem in found.problems] == ["front-matter-invalid"]
    assert found.problems[0].line and found.problems[0].message.endswith(".")
    if line:
        assert found.problems[0].line == line
    assert words_of(path) == "Body."


def test_broken_toml_and_json_are_read_line_by_line(write: Write) -> None:
    toml = read_metadata(write('+++\ntitle = "A title"\ndate = 2020-02-03\ntags = [a b\n+++\nBody.\n'))
    assert (toml.metadata.title, str(toml.metadata.date)) == ("A title", "2020-02-03")
    assert toml.problems[0].code == "front-matter-invalid"
    json = read_metadata(write(';;;\n"title": "A title",\n"date": 2020-02-03\n;;;\nBody.\n', "b.md"))
    assert (json.metadata.title, str(json.metadata.date)) == ("A title", "2020-02-03")
    assert json.problems[0].code == "front-matter-invalid"


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("title: 012", "012"),
        ("title: 1:30", "1:30"),
        ("title: no", "no"),
        ("title: 2020-02-03", "2020-02-03"),
        ("title: 1.10", "1.10"),
        ("title: 1e3", "1e3"),
        ('title: "tab\\tand \\u4e2d"', "tab and 中"),
        ("title: 'it''s'", "it's"),
        ("title: first\ntitle: second", "second"),
        ("title: &name anchored", "anchored"),
        ("base: &base\n  title: x\ntitle: real", "real"),
        ("title: !ruby/object:Thing tagged", "tagged"),
        ("title: '&#123;&#123; x &#125;&#125;'", "{{ x }}"),
        ("title: '  spaces   inside '", "spaces inside"),
        ("TITLE: Shouted", "Shouted"),
        ("title   : blanks before", "blanks before"),
        ('"title": quoted key', "quoted key"),
        ("title: true", "true"),
        ("title:\n  en: English\n  zh: 中文", "English"),
    ],
)
def test_yaml_scalars_stay_as_written(line: str, title: str, metadata: ReadText) -> None:
    assert metadata(f"---\n{line}\n---\nBody.\n").title == title


def test_empty_header_and_empty_values(metadata: ReadText) -> None:
    found = metadata("---\n---\n\n# Heading\n")
    assert found.title == "Heading"
    found = metadata("---\ntitle:\ntags:\ncategories:\ndate:\nthumbnail: ''\n---\n\nBody.\n", "name here.md")
    assert found.title == "name here"
    assert (found.tags, found.categories, found.date, found.cover) == ((), (), None, None)
