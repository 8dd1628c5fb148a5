# SPDX-License-Identifier: MIT
"""Tags, authors, sites and languages as places; copies; long lists as ids and pages."""

from __future__ import annotations

import os
from array import array
from dataclasses import replace
from itertools import groupby
from pathlib import Path

import pytest

from reader.core.library import ArticleQuery, Library, NamedCount, Scope
from reader.core.settings import ReadingStates, ReadState

from .conftest import Write

TEXT = "互联网平台之间的流量开始流动起来，这意味着电商与社交的边界正在消失。用户可以更自由地选择。" * 4


def titles(library: Library, query: ArticleQuery) -> list[str]:
    return [article.title for article in library.articles(query)]


def page(root: Path, name: str, author: str, site: str, lang: str) -> None:
    (root / name).write_text(
        f'<html lang="{lang}"><head><title>{name}</title><meta name="author" content="{author}">'
        f'<meta property="og:site_name" content="{site}"></head><body><p>{name}</p></body></html>',
        "utf-8",
    )


def test_names_are_counted_and_can_be_asked_for(
    library: Library, write: Write, root: Path, states: ReadingStates
) -> None:
    page(root, "a.html", "Ann", "First", "en")
    page(root, "b.html", "Ann", "Second", "en")
    page(root, "c.html", "Ben", "Second", "fr")
    path = write("d.md", tags=["go", "c"])
    library.scan()
    states.set(path, tags=["go", "mine"])
    facets = library.facets()
    assert facets.authors == (NamedCount("Ann", 2), NamedCount("Ben", 1))
    assert facets.sites == (NamedCount("Second", 2), NamedCount("First", 1))
    assert facets.tags == (NamedCount("c", 1), NamedCount("go", 1), NamedCount("mine", 1))
    assert NamedCount("fr", 1) in facets.languages
    assert len(library.articles(ArticleQuery(author="Ann"))) == 2
    assert len(library.articles(ArticleQuery(site="Second", author="Ann"))) == 1
    assert len(library.articles(ArticleQuery(lang="fr"))) == 1


def test_names_of_a_file_that_is_gone_are_gone(library: Library, root: Path) -> None:
    page(root, "a.html", "Ann", "First", "en")
    library.scan()
    (root / "a.html").unlink()
    library.scan()
    assert library.facets().authors == library.facets().sites == ()


def test_recently_opened_ones_come_first(library: Library, write: Write, states: ReadingStates) -> None:
    first, second, _ = write("a.md"), write("b.md"), write("c.md")
    library.scan()
    states.set(second, opened=True)
    states.set(first, state=ReadState.UNREAD)
    assert titles(library, ArticleQuery(opened=True, sort="opened")) == ["b"]
    assert library.counts().opened == 1


def test_copies_are_grouped_by_text_and_counted(library: Library, write: Write) -> None:
    write("a.md", body=TEXT, date="2021-01-01")
    write("b.md", body=TEXT + "后记。", date="2022-01-01")
    write("c.md", body="Something else, and long enough to be told from all the others. " * 3)
    library.scan()
    assert [[article.title for article in group] for group in library.duplicates()] == [["b", "a"]]
    assert library.counts().duplicates == 2
    assert titles(library, ArticleQuery(duplicates=True, sort="group")) == ["b", "a"]


def test_copies_say_what_they_share_with_the_newest(library: Library, write: Write) -> None:
    write("a.md", body=TEXT, date="2021-01-01", source="https://example.org/essay?utm_source=x")
    write(
        "b.md", body=TEXT.replace("自由", "随意"), date="2022-01-01", source="http://www.example.org/essay/"
    )
    write("c.md", body=TEXT, date="2020-01-01")
    write("short.md", body="Too short.", date="2019-01-01", source="https://example.org/essay")
    library.scan()
    notes = {Path(library.articles_with([note.id])[0].path).stem: note for note in library.copies()}
    assert [note.is_newest for note in notes.values()] == [True, False, False, False]
    assert {note.versions for note in notes.values()} == {4}
    assert len({note.group for note in notes.values()}) == 1
    assert notes["b"].share == 1.0
    assert notes["a"].address == "example.org/essay"
    assert notes["c"].address == ""
    assert 0.5 < (notes["c"].share or 0) < 1.0
    assert notes["short"].share is None


def test_of_two_copies_of_one_day_the_file_written_last_is_the_newest(library: Library, write: Write) -> None:
    late, early = write("a.md", body=TEXT, date="2021-01-01"), write("b.md", body=TEXT, date="2021-01-01")
    os.utime(early, ns=(10**18, 10**18))
    os.utime(late, ns=(2 * 10**18, 2 * 10**18))
    library.scan()
    assert [each.path for each in library.duplicates()[0]] == [late, early]
    assert titles(library, ArticleQuery(duplicates=True, sort="group")) == ["a", "b"]
    assert [library.articles_with([note.id])[0].path for note in library.copies()] == [late, early]


def test_a_copy_that_is_gone_leaves_no_group(library: Library, write: Write, root: Path) -> None:
    write("a.md", body=TEXT)
    path = write("b.md", body=TEXT)
    library.scan()
    path.unlink()
    library.scan(scope=Scope.of(flat=[root]))
    assert library.duplicates() == ()
    assert library.counts().duplicates == 0
    assert titles(library, ArticleQuery(duplicates=True)) == []


def test_long_lists_are_ids_and_pages(library: Library, write: Write) -> None:
    for number in range(20):
        write(f"{number}.md", date=f"2021-01-{number + 1:02}", categories=["odd" if number % 2 else "even"])
    library.scan()
    for query in (
        ArticleQuery(),
        ArticleQuery(category=("odd",), sort="title"),
        ArticleQuery(backwards=True, limit=7),
    ):
        ids = library.article_ids(query)
        assert library.articles_with(ids) == library.articles(query)
        assert library.articles_with(ids[3:5]) == library.articles(replace(query, limit=5))[3:5]
    assert library.articles_with([10_000]) == ()


@pytest.mark.parametrize("backwards", [False, True])
@pytest.mark.parametrize(("group", "shares"), [("day", 10), ("month", 7), ("site", 0)])
def test_a_long_list_comes_in_groups(
    library: Library, write: Write, group: str, shares: int, backwards: bool
) -> None:
    for number in range(24):
        header = {"title": f"t{number % 7}"}
        if number % 6:
            header["date"] = f"2021-{number % 5 + 1:02}-{number % 3 + 1:02}"
        if number % 4:
            header["source"] = f"https://{'cBa'[number % 3]}.example/{number}"
        write(f"{number}.md", **header)
    library.scan()
    query = ArticleQuery(group=group, sort="title", backwards=backwards)
    ids, sizes = library.grouped_ids(query)
    articles = library.articles_with(ids)
    shared = [(each.date or "")[:shares] if shares else each.site or "" for each in articles]
    assert [(key, len(list(those))) for key, those in groupby(shared)] == list(sizes)
    named = [key for key, _ in sizes if key]
    assert named == sorted(named, key=str.casefold, reverse=bool(shares) and not backwards)
    assert [key for key, _ in sizes].index("") == len(sizes) - 1
    at = 0
    for _, size in sizes:
        titles = [each.title for each in articles[at : at + size]]
        assert titles == sorted(titles, reverse=backwards)
        at += size
    assert library.grouped_ids(ArticleQuery(group=group, text="nothing")) == (array("q"), ())


def test_titles_are_found_by_their_beginning(library: Library, write: Write) -> None:
    for name in ("Ärger", "Zebra one", "ｚｅｂｒａ two", "a zebra"):
        write(f"{name}.md")
    library.scan()
    assert titles(library, ArticleQuery(title_start="ZEB", sort="title")) == ["Zebra one", "ｚｅｂｒａ two"]
    assert titles(library, ArticleQuery(title_start="zebra t")) == ["ｚｅｂｒａ two"]
    assert titles(library, ArticleQuery(title_start="no")) == []
