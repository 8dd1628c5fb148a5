# SPDX-License-Identifier: MIT
"""Looks which pictures articles lack: from the library's notes where there are any, else in the articles."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from reader.core.article import ReadOptions
from reader.core.errors import ArticleError, LibraryError
from reader.core.images import ImageCache, ImageLookup
from reader.core.images.found import ImageStore
from reader.core.images.survey import ImageSurvey, PictureNote, lacking, note_pictures, survey_notes
from reader.core.library import ArticleQuery, Library
from reader.core.open_article import open_article
from reader.core.presence import may_be_there
from reader.core.settings import ReadState
from reader.core.settings.overrides import all_overrides

_AT_ONCE = 200


class NamedArticle(NamedTuple):
    """An article to look at; `anew` where the note of it is not to be trusted."""

    path: Path
    options: Callable[[], ReadOptions]  # of an article that was noted nobody asks
    id: int | None = None  # in the library
    anew: bool = False


Articles = Iterable[NamedArticle]


class Surveyor:
    """Surveys articles, and leaves notes for the next time."""

    def __init__(self, library: Library, cache: ImageCache, archive: ImageStore | None = None) -> None:
        self._library, self._cache, self._archive = library, cache, archive

    def survey(self, articles: Articles) -> Iterator[tuple[Path, ImageSurvey | ArticleError]]:
        """What each article has and lacks, or why it cannot be read."""
        source = iter(articles)
        while some := list(islice(source, _AT_ONCE)):
            known = self._library.pictures.of([each.id for each in some if each.id and not each.anew])
            noted = [(each.path, each.id) for each in some if each.id in known]
            notes = [known[identity] for _, identity in noted if identity is not None]
            surveys = list(survey_notes(notes, self._cache, self._archive))
            self._correct(
                {each: survey.summary for (_, each), survey in zip(noted, surveys, strict=True) if each}
            )
            yield from zip((path for path, _ in noted), surveys, strict=True)
            yield from self._opened([each for each in some if each.id not in known])

    def count(self, urls: Iterable[str] | None = None, stored: Container[str] = ()) -> None:
        """Counts again what the articles of the library with these pictures, or all, are missing.

        Those in `stored` are there for sure.
        """

        def missing(urls: Sequence[str]) -> dict[str, str]:
            return self._lacking([url for url in urls if url not in stored])

        try:
            self._library.pictures.count(missing, urls)
        except LibraryError:
            return  # another program writes; the next count tells it

    def _correct(self, missing: Mapping[int, tuple[int, str]]) -> None:
        try:
            self._library.pictures.correct(missing, self._lacking)
        except LibraryError:
            return  # as above

    def _opened(self, articles: Sequence[NamedArticle]) -> Iterator[tuple[Path, ImageSurvey | ArticleError]]:
        notes: list[tuple[int, PictureNote]] = []
        for each in articles:
            try:
                note = _note(each.path, each.options())
            except ArticleError as error:
                yield each.path, error
                continue
            if each.id is not None:
                notes.append((each.id, note))
            yield each.path, next(survey_notes([note], self._cache, self._archive))
        try:
            self._library.pictures.put(notes, self._lacking)
        except LibraryError:
            return  # as above

    def _lacking(self, urls: Sequence[str]) -> dict[str, str]:
        return lacking(urls, self._cache, self._archive)


def kept_addresses(library: Library) -> Iterator[str]:
    """The pictures of starred articles, of those in progress and of those to be kept: never pruned."""
    starred = library.articles(ArticleQuery(starred=True))
    reading = library.articles(ArticleQuery(state=ReadState.READING))
    own = all_overrides(library.states.store) if may_be_there(library.states.path) else {}
    kept = [library.article_at(path) for path, one in own.items() if one.keep_pictures]
    articles = (*starred, *reading, *filter(None, kept))
    source = iter({article.id: article.path for article in articles}.items())
    while some := list(islice(source, _AT_ONCE)):
        notes = library.pictures.of([identity for identity, _ in some])
        for identity, path in some:
            try:
                note = notes[identity] if identity in notes else _note(path, library.options_for(path))
            except ArticleError:
                continue
            yield from note.elsewhere


def _note(path: Path, options: ReadOptions) -> PictureNote:
    article = open_article(path, options)
    return note_pictures(article, ImageLookup(article, options.library_root))
