# SPDX-License-Identifier: MIT
"""The bundled articles, which are in no library and no index, are searched as those of a library are."""

from __future__ import annotations

import pytest

from reader.core.library.welcome import search_welcome, welcome_articles
from reader.core.settings import ReadingStates


@pytest.mark.parametrize(
    "query",
    ["folder", "FOLDER", "“folder", "(folder", "title:keyboard", "keyboard -zebra", "zebra OR folder",
     "is:unread", "words:>5", "has:code OR has:image OR folder", "lang:en", "site:reader", ""],
)  # fmt: skip
def test_a_query_finds_them(query: str, states: ReadingStates) -> None:
    assert search_welcome(query, "en", states).total > 0


@pytest.mark.parametrize(
    "query",
    ["zebra", "folder zebra", "title:zebra", "is:starred", "words:>90000", "after:2000", "-is:unread"],
)
def test_what_is_not_in_them_is_not_found(query: str, states: ReadingStates) -> None:
    assert search_welcome(query, "en", states).total == 0


@pytest.mark.parametrize(
    "query", ["title:", '"', "(", "OR", "-", "title:(", "is:", "words:>", '-"', "))", "\0"]
)
def test_what_is_being_typed_is_no_error(query: str, states: ReadingStates) -> None:
    assert search_welcome(query, "en", states).total in (0, len(welcome_articles("en", states)))


def test_the_best_comes_first_with_the_place_that_was_sought(states: ReadingStates) -> None:
    first = search_welcome("keyboard", "en", states).hits[0]
    assert "keyboard" in first.article.title
    found = search_welcome("folder", "en", states).hits[0].snippet
    assert next(found.text[start:end].lower()[:6] for start, end in found.matches) == "folder"


@pytest.mark.parametrize("language", ["zh_CN", "zh_TW"])
def test_chinese_is_found_in_either_characters(language: str, states: ReadingStates) -> None:
    simplified, traditional = (search_welcome(word, language, states) for word in ("文件夹", "文件夾"))
    assert search_welcome("阅读", language, states).total > 0
    assert {hit.article.key for hit in simplified.hits} == {hit.article.key for hit in traditional.hits}
    assert search_welcome("文章", language, states).total > 0


def test_what_a_person_did_counts(states: ReadingStates) -> None:
    one = welcome_articles("en", states)[1]
    states.set(one.path, starred=True)
    assert [hit.article.path for hit in search_welcome("is:starred", "en", states).hits] == [one.path]
