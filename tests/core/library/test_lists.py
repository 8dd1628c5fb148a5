# SPDX-License-Identifier: MIT
"""Lists, trees and counts agree with each other and with the files."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.core.article import ArticleKey, CategoryRule, Dialect
from reader.core.library import ArticleQuery, CategoryNode, Counts, FolderNode, Library
from reader.core.settings import ReadingStates, ReadState

from .conftest import Write


@pytest.fixture
def filled(library: Library, write: Write, states: ReadingStates, root: Path) -> Library:
    library.set_folder_rules(root, Dialect.HEXO, CategoryRule.PATH)
    write("one.md", title="Ｏne 拆墙", date="2021-01-01", categories=["A", "B"], tags=["x"])
    write("in/two.md", title="Two", date="2023-01-01", categories=["A", "C"], tags=["x", "y"])
    write("in/deep/three.md", title="three", date="2022-01-01", categories=["A"])
    write("four.md", title="A/B: four")
    library.scan()
    states.set(root / "one.md", state=ReadState.FINISHED, progress=1)
    states.set(root / "in/two.md", state=ReadState.READING, progress=0.3, starred=True, tags=["own"])
    states.set(root / "in/deep/three.md", state=ReadState.UNREAD)
    states.set(root / "not-there.md", state=ReadState.READING, starred=True)
    return library


def names(library: Library, query: ArticleQuery | None = None) -> list[str]:
    return [article.path.stem for article in library.articles(query)]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        (ArticleQuery(), ["two", "three", "one", "four"]),
        (ArticleQuery(sort="title"), ["four", "one", "three", "two"]),
        (ArticleQuery(sort="added", limit=2), None),
        (ArticleQuery(sort="category"), ["three", "one", "two", "four"]),
        (ArticleQuery(sort="category", backwards=True), ["two", "one", "three", "four"]),
        (ArticleQuery(sort="progress"), ["one", "two", "three", "four"]),
        (ArticleQuery(category=("A",)), ["two", "three", "one"]),
        (ArticleQuery(category=("A", "B")), ["one"]),
        (ArticleQuery(category=("B",)), []),
        (ArticleQuery(state=ReadState.READING), ["two"]),
        (ArticleQuery(state=ReadState.NEW), ["four"]),
        (ArticleQuery(state=ReadState.UNREAD), ["three"]),
        (ArticleQuery(unread=True), ["three", "four"]),
        (ArticleQuery(starred=True), ["two"]),
        (ArticleQuery(tag="x"), ["two", "one"]),
        (ArticleQuery(tag="own"), ["two"]),
        (ArticleQuery(text="ONE 拆"), ["one"]),
        (ArticleQuery(text="%"), []),
        (ArticleQuery(limit=1), ["two"]),
        (ArticleQuery(limit=0), []),
        (ArticleQuery(category=("A",), unread=True, tag="x"), []),
        (ArticleQuery(problems=True), None),
        (ArticleQuery(sort="nonsense"), ["two", "three", "one", "four"]),
    ],
)
def test_queries(filled: Library, query: ArticleQuery, expected: list[str] | None) -> None:
    found = names(filled, query)
    if expected is not None:
        assert found == expected
    if query.limit is not None:
        assert len(found) <= query.limit


def test_articles_of_a_folder_are_those_below_it(filled: Library, root: Path) -> None:
    assert names(filled, ArticleQuery(folder=root / "in")) == ["two", "three"]
    assert names(filled, ArticleQuery(folder=root / "i")) == []
    assert len(names(filled, ArticleQuery(folder=root))) == 4


def test_counts_know_only_articles_that_exist(filled: Library) -> None:
    assert filled.counts() == Counts(all=4, unread=2, reading=1, starred=1)


def test_categories_count_each_article_once_on_every_level(filled: Library) -> None:
    assert filled.categories() == (
        CategoryNode(("A",), 3, 1),
        CategoryNode(("A", "B"), 1, 0),
        CategoryNode(("A", "C"), 1, 0),
    )


def test_the_folder_tree_counts_what_is_below(filled: Library, root: Path) -> None:
    assert filled.folder_tree() == (
        FolderNode(root, 4, 2),
        FolderNode(root / "in", 2, 1),
        FolderNode(root / "in" / "deep", 1, 1),
    )


def test_the_folder_tree_knows_what_is_out_of_reach(filled: Library, root: Path, tmp_path: Path) -> None:
    root.rename(tmp_path / "away")
    filled.scan()
    assert [node.available for node in filled.folder_tree()] == [False] * 3
    (tmp_path / "away").rename(root)
    filled.scan()
    assert [node.available for node in filled.folder_tree()] == [True] * 3


def test_tags_are_the_file_s_and_one_s_own(filled: Library, root: Path) -> None:
    article = filled.article_at(root / "in/two.md")
    assert article is not None
    assert article.tags == ("x", "y", "own")


def test_single_articles_are_found_by_path_and_key(filled: Library, root: Path) -> None:
    article = filled.article_at(root / "in" / ".." / "one.md")
    assert article is not None and article.title == "Ｏne 拆墙"
    assert filled.article_by_key(article.key) == article
    assert filled.article_at(root / "nothing.md") is None
    assert filled.article_by_key(ArticleKey("nothing")) is None


def test_counts_follow_a_change_of_state_at_once(filled: Library, root: Path, states: ReadingStates) -> None:
    states.set(root / "four.md", state=ReadState.FINISHED)
    assert filled.counts().unread == 1
    assert filled.categories()[0].unread == 1
    assert filled.folder_tree()[0].unread == 1


def test_articles_come_by_their_source_and_those_without_one_last(library: Library, root: Path) -> None:
    for name, author in (("a", "zoe"), ("b", "Ada"), ("c", ""), ("d", "王")):
        (root / f"{name}.md").write_text(f"---\ntitle: {name}\nauthor: '{author}'\n---\n\nWords.\n", "utf-8")
    library.scan()
    assert names(library, ArticleQuery(sort="source")) == ["b", "a", "d", "c"]
    assert names(library, ArticleQuery(sort="source", backwards=True)) == ["d", "a", "b", "c"]


def test_folders_are_listed_in_the_order_of_the_person(library: Library, root: Path, tmp_path: Path) -> None:
    other = tmp_path / "a-other" / "deeper"
    other.mkdir(parents=True)
    (root / "in").mkdir()
    for folder in (other, root / "in"):
        (folder / "one.md").write_text("# One\n\nWords.\n", "utf-8")
    library.add_folder(other)
    library.scan()
    assert [node.path for node in library.folder_tree()] == [root, root / "in", other]
    library.states.folders.put_in_order([other, root])
    assert [folder.path for folder in library.folders()] == [other, root]
    assert [node.path for node in library.folder_tree()] == [other, root, root / "in"]
