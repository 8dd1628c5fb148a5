# SPDX-License-Identifier: MIT
"""The list of duplicates in groups: headings, what the rows say, and where groups begin."""

from __future__ import annotations

from array import array
from collections.abc import Callable
from pathlib import Path
from typing import cast

from pytestqt.qtbot import QtBot

from reader.core.article import ArticleKey
from reader.core.library import CopyNote, Library, ListedArticle
from reader.ui.article_arrangement import ListArrangement
from reader.ui.article_groups import Grouping
from reader.ui.article_list import ArticleList
from reader.ui.copy_groups import GroupOfCopies, copies_shown
from reader.ui.lazy_articles import LazyArticles

MakeArticle = Callable[..., ListedArticle]
ONE = GroupOfCopies(0, "2 versions")
TWO = GroupOfCopies(1, "2 versions")


class Copies:
    """As much of a library as is asked."""

    def __init__(self, *notes: CopyNote) -> None:
        self._notes = notes

    def copies(self) -> tuple[CopyNote, ...]:
        """The notes it was made with."""
        return self._notes


def note(identity: int, group: int, newest: bool, address: str, share: float | None) -> CopyNote:
    path = Path(f"/articles/saved/{identity}.md")
    return CopyNote(identity, ArticleKey(f"key-{identity}"), path, group, 2, newest, address, share)


def test_headings_and_rows_say_why_articles_are_alike(qapp: object) -> None:
    library = Copies(
        note(1, 0, True, "example.org/essay", 1.0),
        note(2, 0, False, "example.org/essay", 0.914),
        note(5, 1, True, "", 1.0),
        note(4, 1, False, "", 1.0),
        note(7, 2, True, "example.org/short", None),
        note(6, 2, False, "example.org/short", None),
    )
    shown = copies_shown(cast("Library", library))
    assert shown.groups[1] == shown.groups[2]
    assert shown.groups[2].heading.endswith("the same address: example.org/essay")
    assert shown.groups[5].heading.endswith("nearly the same text")
    assert shown.groups[5].number != shown.groups[7].number
    assert shown.notes["key-1"].snippet == "Newest version: saved/1.md"
    assert "the same address, about 91 % of the text alike: saved/2.md" in shown.notes["key-2"].snippet
    assert "as good as the same text" in shown.notes["key-4"].snippet
    assert "too short" in shown.notes["key-6"].snippet


def test_groups_of_the_same_words_are_told_apart(
    article_list: ArticleList, make_article: MakeArticle
) -> None:
    rows = article_list.view.rows  # type: ignore[attr-defined]
    article_list.set_articles([make_article(n) for n in (3, 1, 4, 2)])
    plain = article_list.view.rowHeight(0)
    article_list.set_copies({3: ONE, 1: ONE, 4: TWO, 2: TWO})
    assert dict(rows.groups) == {0: "2 versions", 2: "2 versions"}
    assert rows.grouping is Grouping.COPIES
    assert [article_list.view.rowHeight(row) > plain for row in range(4)] == [True, False, True, False]
    article_list.set_copies({})
    assert dict(rows.groups) == {}
    assert article_list.view.rowHeight(0) == plain


def test_copies_stay_together_whatever_groups_were_chosen(
    article_list: ArticleList, make_article: MakeArticle
) -> None:
    rows = article_list.view.rows  # type: ignore[attr-defined]
    article_list.set_arrangement(ListArrangement(group="month"))
    article_list.set_articles([make_article(1, date="2001-01-01"), make_article(2, date="2020-02-02")])
    article_list.set_copies({1: ONE, 2: ONE})
    assert [article.id for article in rows.articles] == [1, 2]
    article_list.set_copies({})
    assert rows.grouping is Grouping.MONTH


def test_a_long_list_is_grouped_without_reading_its_rows(
    article_list: ArticleList, make_article: MakeArticle, qtbot: QtBot
) -> None:
    asked: list[int] = []

    def load(ids: object) -> list[ListedArticle]:
        wanted = list(cast("list[int]", ids))
        asked.extend(wanted)
        return [make_article(n) for n in wanted]

    ids = array("q", range(4000))
    article_list.set_articles(LazyArticles(ids, load))
    article_list.set_copies({n: GroupOfCopies(n // 2, f"group {n // 2}") for n in ids})
    groups = article_list.view.rows.groups  # type: ignore[attr-defined]
    assert len(groups) == 2000
    assert groups[3998] == "group 1999"
    assert len(asked) < 500
