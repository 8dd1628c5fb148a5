# SPDX-License-Identifier: MIT
"""What articles need of pictures is noted once, and what is missing is counted."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from reader.core.images import ImageCache
from reader.core.images.survey import PictureNote, lacking
from reader.core.library import ArticleQuery, Library
from reader.core.settings import ReadingStates

from .conftest import Write

NOTE = PictureNote(3, 120, ("https://a.com/1.png", "https://a.com/2.png"), "a.com")


def all_gone(urls: Sequence[str]) -> dict[str, str]:
    return dict.fromkeys(urls, "gone")


def none(urls: Sequence[str]) -> dict[str, str]:
    return {}


def ids(library: Library) -> list[int]:
    return list(library.article_ids(ArticleQuery(sort="title")))


def test_a_note_says_what_an_article_needs(library: Library, write: Write) -> None:
    write("a.md")
    write("b.md")
    library.scan()
    first, second = ids(library)
    library.pictures.put([(first, NOTE)], all_gone)
    assert library.pictures.of([first, second]) == {first: NOTE}
    assert library.pictures.unknown([first, second]) == [second]
    one, other = library.articles(ArticleQuery(sort="title"))
    assert (one.pictures, one.missing_pictures, one.missing_reason) == (3, 2, "gone")
    assert (other.pictures, other.missing_pictures) == (None, 0)
    assert library.counts().lacking == 1
    assert [each.id for each in library.articles(ArticleQuery(lacking=True))] == [first]
    assert list(library.pictures.addresses([first, second])) == list(NOTE.elsewhere)


def test_what_came_is_counted_for_every_article_that_needs_it(library: Library, write: Write) -> None:
    for name in ("a.md", "b.md", "c.md"):
        write(name)
    library.scan()
    shared = PictureNote(1, 0, ("https://a.com/1.png",))
    alone = PictureNote(1, 0, ("https://b.com/9.png",))
    library.pictures.put(list(zip(ids(library), (NOTE, shared, alone), strict=True)), all_gone)
    assert library.counts().lacking == 3

    def only_second(urls: Sequence[str]) -> dict[str, str]:
        return {url: "timeout" for url in urls if url.endswith("2.png")}

    assert library.pictures.count(only_second, ["https://a.com/1.png"]) == 2
    told = [
        (each.missing_pictures, each.missing_reason) for each in library.articles(ArticleQuery(sort="title"))
    ]
    assert told == [(1, "timeout"), (0, ""), (1, "gone")]
    assert library.pictures.count(none) == 2
    assert library.counts().lacking == 0
    assert library.pictures.count(none) == 0


def test_the_host_an_article_came_from_may_be_asked_in_a_local_network_too(
    library: Library, write: Write, tmp_path: Path
) -> None:
    for name in ("a.md", "b.md"):
        write(name)
    library.scan()
    own, other = (PictureNote(1, 0, ("http://192.168.0.9/x.png",), host) for host in ("192.168.0.9", ""))
    cache = ImageCache(tmp_path / "images")
    library.pictures.put(
        list(zip(ids(library), (own, other), strict=True)), lambda urls: lacking(urls, cache)
    )
    told = [each.missing_reason for each in library.articles(ArticleQuery(sort="title"))]
    assert told == ["not-fetched", "refused-private-address"]


def test_counts_that_a_crash_has_left_behind_are_corrected(library: Library, write: Write) -> None:
    for name in ("a.md", "b.md"):
        write(name)
    library.scan()
    first, second = ids(library)
    other = PictureNote(1, 0, ("https://b.com/9.png",))
    library.pictures.put([(first, NOTE), (second, other)], all_gone)
    library.pictures.correct({first: (0, ""), second: (1, "gone")}, none)
    articles = library.articles(ArticleQuery(sort="title"))
    assert [each.missing_pictures for each in articles] == [0, 1]  # of the second nothing had to be asked
    library.pictures.correct({second: (1, "timeout")}, lambda urls: dict.fromkeys(urls, "timeout"))
    assert [each.missing_reason for each in library.articles(ArticleQuery(sort="title"))] == ["", "timeout"]


def test_a_note_goes_with_what_it_was_made_of(library: Library, write: Write, root: Path) -> None:
    path = write("a.md")
    write("b.md")
    library.scan()
    library.pictures.put([(identity, NOTE) for identity in ids(library)], all_gone)
    library.scan(full=True)
    assert library.counts().lacking == 2  # nothing has changed
    path.write_text("---\ntitle: a\n---\n\nOther words.", "utf-8")
    os.utime(path, (1, 1))
    library.scan()
    assert library.pictures.unknown(ids(library)) == ids(library)[:1]
    (root / "b.md").unlink()
    library.scan()
    assert library.counts().lacking == 0
    assert library.pictures.of(ids(library)) == {}


def test_strange_notes_are_left_out(library: Library, write: Write, states: ReadingStates) -> None:
    write("a.md")
    library.scan()
    (one,) = ids(library)
    library.pictures.put([(one, PictureNote(1, 0, ("x" * 10_000,))), (999, NOTE)], all_gone)
    library.pictures.put([(one, PictureNote(1, 0, ("\udc80.png",)))], all_gone)
    assert library.pictures.of([one, 999]) == {}
