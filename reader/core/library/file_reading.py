# SPDX-License-Identifier: MIT
"""Reads article files for a scan; plain functions of plain values, for this process or another."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from reader.core.article import (
    ArticleWords,
    Metadata,
    ParsedArticle,
    PlainArticle,
    Problem,
    ReadOptions,
    article_key,
)
from reader.core.content_hash import content_hash
from reader.core.errors import ArticleError, ArticleTooLarge, ArticleUnsupported
from reader.core.library.article_values import ArticleValues, WholeText, article_values

if TYPE_CHECKING:
    from reader.core.library.search.prepared import Prepared

T = TypeVar("T")
R = TypeVar("R")

GAVE_UP = Problem(
    "gave-up", "Reading this article ended the program twice; it is left out until its file changes."
)


class HeadTask(NamedTuple):
    """A file whose head is to be read."""

    path: bytes
    size: int
    options: ReadOptions


class TextTask(NamedTuple):
    """A file that is to be read whole."""

    path: bytes
    options: ReadOptions


def read_heads(tasks: Sequence[HeadTask]) -> list[tuple[str, ArticleValues]]:
    """The content hashes of some files and what their heads say."""
    return [_read_head(task) for task in tasks]


def _read_head(task: HeadTask) -> tuple[str, ArticleValues]:
    from reader.core.formats import article_format, read_beginning, read_metadata

    path = Path(os.fsdecode(task.path))
    value = ""
    try:
        file = read_beginning(path)
        value = content_hash(task.path, task.size, file.data)
        parsed = read_metadata(path, task.options, file)
        found = article_values(task.path, str(parsed.format), parsed.metadata, parsed.problems)
    except Exception as error:  # one file must never end the scan of all others
        value = value or content_hash(task.path, task.size)
        found = article_values(task.path, str(article_format(path) or ""), Metadata(), (problem_of(error),))
    return value, found


def head_not_read(task: HeadTask) -> tuple[str, ArticleValues]:
    """The answer for a file that ends whoever reads it."""
    from reader.core.formats import article_format

    kind = str(article_format(Path(os.fsdecode(task.path))) or "")
    return content_hash(task.path, task.size), article_values(task.path, kind, Metadata(), (GAVE_UP,))


def read_texts(tasks: Sequence[TextTask]) -> list[ArticleValues | Problem]:
    """What all of some files says, ready for the catalogue and the search index.

    Step by step for all of them: what a step needs is then still in the caches of the processor.
    """
    read = [_tried(_read_words, task) for task in tasks]
    prepared = [_tried(_prepare, each) for each in read]
    return [_tried(_values, each) for each in prepared]


class _Words(NamedTuple):
    task: TextTask
    article: PlainArticle | ArticleWords


class _Ready(NamedTuple):
    task: TextTask
    article: ArticleWords
    prepared: Prepared


def _tried(step: Callable[[T], R], item: T | Problem) -> R | Problem:
    """The next step of an article, unless one has failed: one file must never end the scan of all others."""
    if isinstance(item, Problem):
        return item
    try:
        return step(item)
    except Exception as error:
        return problem_of(error)


def _read_words(task: TextTask) -> _Words:
    from reader.core.formats import read_words

    article = read_words(Path(os.fsdecode(task.path)), task.options)
    return _Words(task, article if isinstance(article, PlainArticle) else _whole(article))


def _prepare(read: _Words) -> _Ready:
    from reader.core.cleaning import words_of
    from reader.core.formats import read_article
    from reader.core.library.search.prepared import prepare, search_text

    article = read.article
    if isinstance(article, PlainArticle):
        article = words_of(article) or _whole(read_article(article.path, read.task.options))
    return _Ready(read.task, article, prepare(search_text(article_key(article.path), article)))


def _whole(article: ParsedArticle) -> ArticleWords:
    """The words of an article as its page shows them."""
    from reader.core.cleaning import words_of

    words = words_of(article)
    assert words is not None
    return words


def _values(ready: _Ready) -> ArticleValues:
    from reader.core.library.fingerprints import address, sketch

    article, data = ready.article, ready.article.metadata
    marks = address(data.source_url), sketch(article.text)
    whole = WholeText(article.words, article.reading_minutes, *marks, ready.prepared)
    return article_values(ready.task.path, str(article.format), data, article.problems, whole)


def text_not_read(_task: TextTask) -> Problem:
    """The answer for a file that ends whoever reads it."""
    return GAVE_UP


def problem_of(error: Exception) -> Problem:
    """Why a file could not be read, as a problem of its article."""
    if isinstance(error, ArticleTooLarge):
        return Problem("too-large", str(error))
    if isinstance(error, ArticleUnsupported):
        return Problem("unsupported", str(error))
    if isinstance(error, ArticleError | OSError):
        return Problem("unreadable", str(error))
    return Problem("failed", f"Reading the article failed: {type(error).__name__}: {error}")
