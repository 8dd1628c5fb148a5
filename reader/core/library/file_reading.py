# SPDX-License-Identifier: MIT
"""Reads single article files for a scan; plain functions of plain values, for this process or another."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NamedTuple

from reader.core.article import ArticleWords, Metadata, Problem, ReadOptions, article_key
from reader.core.errors import ArticleError, ArticleTooLarge, ArticleUnsupported
from reader.core.library.article_values import ArticleValues, WholeText, article_values
from reader.core.library.file_changes import content_hash

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


def read_head(task: HeadTask) -> tuple[str, ArticleValues]:
    """The content hash of a file and what its head says."""
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


def read_text(task: TextTask) -> ArticleValues | Problem:
    """What all of a file says, ready for the catalogue and the search index."""
    from reader.core.library.fingerprints import address, sketch
    from reader.core.library.search.prepared import prepare, search_text

    path = Path(os.fsdecode(task.path))
    try:
        article = _words(path, task.options)
        prepared = prepare(search_text(article_key(path), article))
        data = article.metadata
        marks = address(data.source_url), sketch(article.text)
        whole = WholeText(article.words, article.reading_minutes, *marks, prepared)
        return article_values(task.path, str(article.format), data, article.problems, whole)
    except Exception as error:  # as above
        return problem_of(error)


def _words(path: Path, options: ReadOptions) -> ArticleWords:
    """The words of an article, by the short way where it is a plain one."""
    from reader.core.cleaning import words_of
    from reader.core.formats import read_article, read_words

    words = words_of(read_words(path, options)) or words_of(read_article(path, options))
    assert words is not None
    return words


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
