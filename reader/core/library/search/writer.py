# SPDX-License-Identifier: MIT
"""Writes the index: one writer of all processes, and what is committed stays whatever happens."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING, Self

from reader.core.errors import LibraryError
from reader.core.library.search.packing import TextPacker
from reader.core.library.search.pinyin import title_initials, title_syllables
from reader.core.library.search.schema import KEY_PARTS, key_parts

if TYPE_CHECKING:
    from tantivy import Index, IndexWriter

    from reader.core.library.search.prepared import Prepared

log = logging.getLogger(__name__)

HEAP_BYTES = 100_000_000
"""What the engine gathers in memory before it writes a segment: all that comes between two commits."""
LEAST_HEAP_BYTES = 15_000_000


class SearchWriter:
    """Puts articles in and takes them out; nothing of it is seen before `commit`."""

    def __init__(
        self, errors: Callable[[], AbstractContextManager[None]], opened: Index, folder: Path, fresh: bool
    ) -> None:
        self.fresh = fresh
        """Whether the index was made anew: then every article has to be put."""
        self._errors = errors
        self._folder = folder
        self._packer = TextPacker(folder)
        self._opened = opened
        self._writer: IndexWriter | None = opened.writer(HEAP_BYTES, 1)
        self._searcher = opened.searcher()
        self._put: set[str] = set()
        self._is_ahead = False  # of what is committed
        self._writer.garbage_collect_files()

    def put(self, articles: Sequence[Prepared]) -> None:
        """Adds articles, each in the place of the one with the same key."""
        self._is_ahead = True
        with self._errors():
            # Step by step for all of them: what a step needs is then still in the caches of the processor.
            bodies = [self._packer.packed(article.body, article.lang) for article in articles]
            sounds = [_sounds(article.title) for article in articles]
            for article, body, sound in zip(articles, bodies, sounds, strict=True):
                self._add(article, body, sound)

    def _add(self, article: Prepared, body: bytes, sounds: Iterable[tuple[str, str]]) -> None:
        from tantivy import Document

        document = Document()
        document.add_text("key", article.key)
        for name, number in zip(KEY_PARTS, key_parts(article.key), strict=True):
            document.add_unsigned(name, number)
        for name, text in (*article.streams.items(), *sounds):
            if text:
                document.add_text(name, text)
        if article.pairs:
            document.add_text("pairs", article.pairs)
        document.add_integer("day", article.day)
        document.add_integer("words", article.words)
        document.add_bytes("body", body)
        if article.key in self._put or self._searcher.doc_freq("key", article.key):
            self._alive.delete_documents_by_term("key", article.key)
        self._alive.add_document(document)
        self._put.add(article.key)

    def remove(self, key: str) -> None:
        """Takes an article out, if it is in."""
        self._is_ahead = True
        with self._errors():
            self._alive.delete_documents_by_term("key", key)

    def commit(self) -> None:
        """Makes everything so far last and be found."""
        with self._errors():
            self._alive.commit()
            self._opened.reload()
            self._searcher = self._opened.searcher()
        self._put.clear()
        self._is_ahead = False

    def keys(self) -> set[str]:
        """The keys of all committed articles."""
        from tantivy import Query

        with self._errors():
            found = self._searcher.terms_with_prefix("key", "", filter_query=Query.all_query())
            return {key for key, _ in found}

    @property
    def documents(self) -> int:
        """How many articles are committed."""
        return self._searcher.num_docs

    def close(self) -> None:
        """Lets others write; what was not committed is forgotten."""
        writer, self._writer = self._writer, None
        if writer is None:
            return
        try:
            if self._is_ahead:
                writer.rollback()
            writer.wait_merging_threads()
            with self._errors():
                self._clear_away()
        except (ValueError, OSError, LibraryError) as error:  # what was committed stands; the files are whole
            log.info("the search index was closed with: %s", error)

    def _clear_away(self) -> None:
        """Deletes what was merged into larger segments: as long as we had it open, it stayed."""
        self._opened.reload()
        self._searcher = self._opened.searcher()
        if len([*self._folder.glob("*.store")]) > self._searcher.num_segments:
            sweeper = self._opened.writer(LEAST_HEAP_BYTES, 1)
            sweeper.garbage_collect_files()
            sweeper.wait_merging_threads()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def _alive(self) -> IndexWriter:
        if self._writer is None:
            raise LibraryError("The search index was closed.")
        return self._writer


def _sounds(title: str) -> tuple[tuple[str, str], ...]:
    """The pinyin of a title; made here, since its tables would take 55 MB in every process that prepares."""
    return ("syllables", title_syllables(title)), ("initials", title_initials(title))
