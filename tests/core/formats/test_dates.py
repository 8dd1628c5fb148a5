# SPDX-License-Identifier: MIT
"""Dates of headers and file names: wall time as written, never shifted."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from reader.core.article import Dialect, Metadata
from reader.core.formats import read_metadata

ReadText = Callable[..., Metadata]
Write = Callable[..., Path]

WRITTEN = [
    ("2021-09-24", "2021-09-24"),
    ("'2021-09-24'", "2021-09-24"),
    ("2021-9-4", "2021-09-04"),
    ("2021-05-09 04:03:15", "2021-05-09T04:03:15"),
    ("2021-05-09T04:03:15Z", "2021-05-09T04:03:15+00:00"),
    ("2021-05-09T04:03:15.123Z", "2021-05-09T04:03:15+00:00"),
    ("2018-11-15T13:20:46+08:00", "2018-11-15T13:20:46+08:00"),
    ("2017-09-10 13:21:31 +0900", "2017-09-10T13:21:31+09:00"),
    ("2014-03-27 22:43:48 -0400", "2014-03-27T22:43:48-04:00"),
    ("2014-03-27 22:43", "2014-03-27T22:43:00"),
    ("2010-12-03_10:20", "2010-12-03T10:20:00"),
    ("2013/7/13 20:46:25", "2013-07-13T20:46:25"),
    ("2025/10/01", "2025-10-01"),
    ("2021.09.24", "2021-09-24"),
    ("Fri, 24 Sep 2021 00:00:00 GMT", "2021-09-24"),
    ("Sat, 13 Mar 2021 12:58:00 GMT", "2021-03-13T12:58:00+00:00"),
    ("Fri, 24 Sep 2021 00:00:00 +0800", "2021-09-24T00:00:00+08:00"),
    ("15 Oct 2023", "2023-10-15"),
    ("October 15, 2023", "2023-10-15"),
    ("Oct 15th 2023 8:05 pm", "2023-10-15T20:05:00"),
    ("Sunday, 15 October 2023 10:20", "2023-10-15T10:20:00"),
    ("Sun Oct 15 10:20:30 2023", "2023-10-15T10:20:30"),
    ("Sun Oct 15 2023 10:20:30 GMT+0800 (CST)", "2023-10-15T10:20:30+08:00"),
    ("2021年9月24日", "2021-09-24"),
    ("2021 年 9 月 24 日 下午3:05", "2021-09-24T15:05:00"),
    ("2021年9月24日 星期五 10:20:30", "2021-09-24T10:20:30"),
    ("2021년 9월 24일", "2021-09-24"),
    ("01/18/2026", "2026-01-18"),
    ("18/01/2026", "2026-01-18"),
    ("24.09.2021", "2021-09-24"),
    ("20210924", "2021-09-24"),
    ("1632451200", "2021-09-24T02:40:00+00:00"),
    ("2021-09-24 24:00:00", "2021-09-24"),
    ("2021-09-24 10:20 JST", "2021-09-24T10:20:00+09:00"),
]


@pytest.mark.parametrize(("written", "shown"), WRITTEN)
def test_written_date(written: str, shown: str, metadata: ReadText) -> None:
    assert str(metadata(f"---\ntitle: t\ndate: {written}\n---\n").date) == shown


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("2021-09-24", "2021-09-24"),
        ("2021-09-24T10:11:12Z", "2021-09-24T10:11:12+00:00"),
        ("2021-09-24T10:11:12+08:00", "2021-09-24T10:11:12+08:00"),
        ("2021-09-24 10:11:12", "2021-09-24T10:11:12"),
        ('"2021-09-24"', "2021-09-24"),
    ],
)
def test_toml_date(written: str, shown: str, metadata: ReadText) -> None:
    assert str(metadata(f"+++\ntitle = 't'\ndate = {written}\n+++\n").date) == shown


@pytest.mark.parametrize(
    "written", ["Invalid Date", "soon", "2021-13-45", "0000-00-00", "'2021-02-30'", "99999999999999999999"]
)
def test_date_that_is_none_is_reported(written: str, write: Write) -> None:
    found = read_metadata(write(f"---\ntitle: t\n\ndate: {written}\n---\n"))
    assert found.metadata.date is None
    assert [(problem.code, problem.line) for problem in found.problems] == [("date-invalid", 4)]


@pytest.mark.parametrize(
    ("name", "date", "title"),
    [
        ("2014-03-27-jekyll-1-5-1-released.md", "2014-03-27", "Jekyll 1 5 1 released"),
        ("2014-3-7_a_word.md", "2014-03-07", "A word"),
        ("20140327-note.md", "2014-03-27", "note"),
        ("2014-03-27.md", "2014-03-27", "2014-03-27"),
        ("2014-03-27 笔记.md", "2014-03-27", "笔记"),
        ("2014-03-27-bundle/index.md", "2014-03-27", "bundle"),
        ("20240000-no-date.md", None, "20240000 no date"),
        ("2014-03-270.md", None, "2014-03-270"),
    ],
)
def test_date_in_a_file_name(name: str, date: str | None, title: str, metadata: ReadText) -> None:
    found = metadata("Body.\n", name)
    assert (found.date and str(found.date), found.title) == (date, title)


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("path: 2023/10/05/Rust-1.73.0", "2023-10-05"),
        ("permalink: /2023/1/5/name/", "2023-01-05"),
        ("url: https://example.org/20231005/name", "2023-10-05"),
        ("permalink: /2023/13/45/name/", None),
        ("permalink: /pages/20231005ab/", None),
        ("permalink: /v/2023/10/5000/", None),
    ],
)
def test_date_in_an_address(line: str, date: str | None, metadata: ReadText) -> None:
    found = metadata(f"---\ntitle: t\n{line}\n---\n").date
    assert (found and str(found)) == date


def test_header_date_wins_over_the_name(metadata: ReadText) -> None:
    assert str(metadata("---\ndate: 2020-02-03\n---\n", "2014-03-27-x.md").date) == "2020-02-03"


def test_hugo_takes_the_next_key_and_a_published_date(metadata: ReadText) -> None:
    found = metadata("---\ntitle: t\nlastmod: 2021-03-21\n---\n", dialect=Dialect.HUGO)
    assert str(found.date) == "2021-03-21"
    found = metadata("---\ntitle: t\npublished: 2021-03-20\n---\n", dialect=Dialect.HUGO)
    assert (str(found.date), found.draft) == ("2021-03-20", False)
    found = metadata(
        "---\ntitle: t\npublishDate: 2021-03-20\nlastmod: 2021-03-21\n---\n", dialect=Dialect.HUGO
    )
    assert (str(found.date), str(found.updated)) == ("2021-03-20", "2021-03-21")


@pytest.mark.parametrize(
    "key", ["updated", "lastmod", "modified", "last_modified_at", "Modified", "last-modified"]
)
def test_updated(key: str, metadata: ReadText) -> None:
    assert str(metadata(f"---\ntitle: t\n{key}: 2021-03-21\n---\n").updated) == "2021-03-21"
