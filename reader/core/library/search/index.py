# SPDX-License-Identifier: MIT
"""The index on disk: derived data, so one that is lost, damaged or of another version is made anew."""

from __future__ import annotations

import contextlib
import os
import shutil
import time
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from reader.core.errors import LibraryError, cause_of
from reader.core.library.search.schema import VERSION, register_tokenizers, schema

if TYPE_CHECKING:
    from tantivy import Index, Searcher

    from reader.core.library.search.packing import TextUnpacker
    from reader.core.library.search.writer import SearchWriter

_DAMAGED = "damaged"
_META = "meta.json"
_BUSY = "LockBusy"
_RETRY_SECONDS = 0.1


class SearchIndex:
    """One index below a folder of its own; one instance per thread. Readers see what was committed last."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.folder = root / f"v{VERSION}"
        self._index: Index | None = None
        self._searcher: Searcher | None = None
        self._seen: tuple[int, ...] | None = None
        self._languages: tuple[str, ...] | None = None
        self._texts: TextUnpacker | None = None

    @property
    def is_usable(self) -> bool:
        """Whether there is an index to ask, of this version and not known to be damaged."""
        return (self.folder / _META).exists() and not (self.root / _DAMAGED).exists()

    def searcher(self) -> Searcher | None:
        """The newest committed state, or None if there is nothing to search yet."""
        if not self.is_usable:
            self.close()
            return None
        with contextlib.suppress(LibraryError), self.errors(reading=False):
            return self._newest()
        self.close()  # a writer may have cleared files away in that moment; only a second failure is damage
        with self.errors():
            return self._newest()

    def texts(self) -> TextUnpacker:
        """Unpacks the stored texts."""
        if self._texts is None:
            from reader.core.library.search.packing import TextUnpacker

            self._texts = TextUnpacker(self.folder)
        return self._texts

    def languages(self) -> tuple[str, ...]:
        """The languages of the articles, as they are declared."""
        searcher = self.searcher()
        if searcher is not None and self._languages is None:
            with self.errors():
                self._languages = tuple(name for name, _ in searcher.terms_with_prefix("lang", "", limit=500))
        return self._languages or ()

    def documents(self) -> int:
        """How many articles can be found."""
        searcher = self.searcher()
        return 0 if searcher is None else searcher.num_docs

    def writer(self, wait_seconds: float = 10.0) -> SearchWriter:
        """The one writer of all processes; makes the index where there is none that can be used."""
        from reader.core.library.search.writer import SearchWriter

        self.close()
        until = time.monotonic() + wait_seconds
        repaired = False
        while True:
            try:
                with self.errors():
                    opened, fresh = self._made_ready()
                    return SearchWriter(self.errors, opened, self.folder, fresh)
            except LibraryError as error:
                busy = _BUSY in str(error.__cause__)
                repairable = not repaired and (self.root / _DAMAGED).exists()
                if time.monotonic() > until or not (busy or repairable):
                    raise
                repaired = repaired or not busy
            time.sleep(_RETRY_SECONDS)

    def check(self) -> str:
        """`ok`, or what is wrong; reads every file of the index once."""
        if not self.folder.exists():
            return "ok"
        if (self.root / _DAMAGED).exists():
            return "damaged; the next scan makes it anew"
        try:
            searcher = self.searcher()
            if searcher is not None:
                self._try_all_kinds_of_files(searcher)
        except LibraryError as error:
            return str(error)
        return "ok"

    def _try_all_kinds_of_files(self, searcher: Searcher) -> None:
        from tantivy import Query

        with self.errors():
            searcher.terms_with_prefix("key", "", limit=1)
            newest = max(0, searcher.num_docs - 1)
            for _, address in searcher.search(Query.all_query(), 1, offset=newest).hits:
                self.texts().beginning(searcher.doc(address)["body"][0], 1)

    def discard(self) -> None:
        """Deletes the index; the next scan makes it again."""
        self.close()
        with self.errors(), contextlib.suppress(FileNotFoundError):
            shutil.rmtree(self.root)

    def close(self) -> None:
        """Lets go of the files."""
        self._index = self._searcher = self._seen = self._texts = None

    @contextmanager
    def errors(self, reading: bool = True) -> Generator[None]:
        """Turns what goes wrong into a sentence; what fails while `reading` is damaged, and is made anew."""
        try:
            yield
        except LibraryError:
            raise
        except (ValueError, OSError) as error:
            raise self._failure(error, reading) from error
        except BaseException as error:
            if type(error).__name__ != "PanicException":  # how the engine reports a file it cannot believe
                raise
            raise self._failure(error, reading) from error

    def _failure(self, error: BaseException, reading: bool) -> LibraryError:
        text = str(error)
        if _BUSY in text:
            return LibraryError(
                f"The search index {self.root} is being written by another program;"
                " try again when that has finished."
            )
        if isinstance(error, OSError):
            return LibraryError(f"The search index {self.root} cannot be used: {cause_of(error)}.")
        for sign, sentence in _REASONS:
            if sign in text:
                return LibraryError(f"The search index {self.root} {sentence}.")
        if not reading:
            return LibraryError(f"The search index {self.root} cannot answer this: {text}.")
        self.close()
        with contextlib.suppress(OSError):
            (self.root / _DAMAGED).touch()
        return LibraryError(f"The search index {self.root} is damaged; the next scan makes it anew.")

    def _newest(self) -> Searcher:
        seen = self._committed()
        if self._index is None or self._searcher is None:
            self._index = _opened(self.folder)
            self._searcher = self._index.searcher()
        elif seen != self._seen:
            self._index.reload()
            self._searcher = self._index.searcher()
        if seen != self._seen:
            self._seen, self._languages = seen, None
        return self._searcher

    def _committed(self) -> tuple[int, ...]:
        found = os.stat(self.folder / _META)
        return found.st_mtime_ns, found.st_size, found.st_ino

    def _made_ready(self) -> tuple[Index, bool]:
        """The index for its writer, and whether it was made anew; clears away what no one can use."""
        fresh = not self.is_usable
        if fresh:
            self.discard()
            self.folder.mkdir(parents=True, exist_ok=True)
        else:
            for other in self.root.iterdir():
                if other != self.folder and other.is_dir():
                    shutil.rmtree(other, ignore_errors=True)
        return _opened(self.folder), fresh


def _opened(folder: Path) -> Index:
    from tantivy import Index

    opened = Index(schema(), path=os.fspath(folder), reuse=True)
    opened.config_reader("manual")
    register_tokenizers(opened)
    opened.reload()
    return opened


_REASONS = (
    ("No space left", "cannot grow: the disk is full; free some space and try again"),
    ("os error 28", "cannot grow: the disk is full; free some space and try again"),
    ("ermission denied", "may not be written; check the permissions of its folder"),
    ("Read-only file system", "may not be written: the disk is read-only"),
)
