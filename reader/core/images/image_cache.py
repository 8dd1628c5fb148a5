# SPDX-License-Identifier: MIT
"""The image vault: pictures by the address they came from, one file for equal bytes, one index for all."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from reader.core.errors import ImageCacheError
from reader.core.images.addresses import cache_name, is_web_address
from reader.core.images.cache_files import (
    IncomingNames,
    content_hash,
    hash_of_file,
    incoming_path,
    partial_path,
    picture_name,
    put_in_place,
    write_incoming,
)
from reader.core.images.cache_index import CacheIndex, add_failure, add_pictures
from reader.core.images.cache_journal import append_to_journal
from reader.core.images.cache_rows import Failure, Partial, StoredImage
from reader.core.images.found import FoundImage

_TOUCH_SECONDS = 6 * 3600.0  # how exact "last used" needs to be
_TOUCH_BATCH = 512


class ImageCache:
    """The pictures below one folder; threads may share it, processes may each have their own.

    `store` and `fail` gather; `commit` puts the files in place and tells the index, all or nothing.
    Killed at any moment, the cache has at worst files that nothing leads to; `upkeep.sweep` removes them.
    """

    def __init__(self, folder: Path, clock: Callable[[], float] = time.time) -> None:
        self.folder = folder
        self.index = CacheIndex(folder / "index.db")
        self.clock = clock
        self._incoming = IncomingNames(folder)
        self._waiting: list[tuple[str, StoredImage, str]] = []
        self._failures: list[tuple[str, Failure]] = []
        self._used: dict[str, float] = {}
        self._partials: frozenset[str] | None = (
            None  # as known at first asking; another process's matter little
        )

    def find(self, url: str) -> FoundImage | None:
        """The stored picture of `url`; None too where the cache cannot be read."""
        if not is_web_address(url) or not self.index.exists:
            return None
        try:
            stored = self.index.stored(cache_name(url))
        except ImageCacheError:
            return None
        return self._at_hand(stored) if stored is not None else None

    def find_all(self, urls: Iterable[str]) -> dict[str, FoundImage]:
        """The stored pictures of `urls`, with one question to the index."""
        names = {url: cache_name(url) for url in urls if is_web_address(url)}
        if not names or not self.index.exists:
            return {}
        try:
            stored = self.index.stored_of(list(dict.fromkeys(names.values())))
        except ImageCacheError:
            return {}
        found = {name: self._at_hand(one) for name, one in stored.items()}
        return {url: image for url, name in names.items() if (image := found.get(name))}

    def stored(self, url: str) -> StoredImage | None:
        """What is known of the stored picture of `url`."""
        return self.index.stored(cache_name(url)) if self.index.exists else None

    def failure(self, url: str) -> Failure | None:
        """Why the last try to fetch `url` failed."""
        return self.index.failure(cache_name(url)) if self.index.exists else None

    def sizes_of(self, urls: Sequence[str]) -> dict[str, int]:
        """The bytes of the stored ones of `urls`, by `cache_name`; without those whose files are gone."""
        return {name: length for name, (_, length) in self.files_of(urls).items()}

    def files_of(self, urls: Sequence[str]) -> dict[str, tuple[str, int]]:
        """As `sizes_of`, with the hashes: addresses with the same picture share a file."""
        if not self.index.exists:
            return {}
        files: dict[str, tuple[str, int]] = {}
        for name, digest, media_type, length in self.index.files_of([cache_name(url) for url in urls]):
            try:
                if os.stat(picture_name(self.folder, digest, media_type)).st_size == length:  # noqa: PTH116
                    files[name] = digest, length
            except OSError:
                continue
        return files

    def failures_of(self, urls: Sequence[str]) -> dict[str, Failure]:
        """Why the last tries to fetch `urls` failed, by `cache_name`, where they did."""
        return self.index.failures_of([cache_name(url) for url in urls]) if self.index.exists else {}

    def forget_failures(self, urls: Iterable[str] | None = None) -> None:
        """Makes these addresses, or all, worth another try at once."""
        if self.index.exists:
            self.index.forget_failures(None if urls is None else [cache_name(url) for url in urls])

    def store(
        self,
        url: str,
        image: FoundImage,
        *,
        received: Path | None = None,
        final_url: str = "",
        etag: str | None = None,
        last_modified: str | None = None,
    ) -> StoredImage:
        """Takes in a picture, from its content or from the file `received`, which then is the cache's."""
        if received is not None and image.content is None:
            digest, length, beside = hash_of_file(received), received.stat().st_size, str(received)
        else:
            data = image.data
            digest, length, beside = (
                content_hash(data),
                len(data),
                write_incoming(self._incoming.draw(), data),
            )
        width, height = image.size or (None, None)
        now = self.clock()
        stored = StoredImage(
            *(url, final_url or url, digest, image.media_type, length, width, height, now, now),
            *(etag, last_modified),
        )
        self._waiting.append((cache_name(url), stored, beside))
        return stored

    def fail(self, failure: Failure) -> None:
        """Notes that an address could not be fetched."""
        self._failures.append((cache_name(failure.url), failure))

    def commit(self) -> None:
        """Puts what was gathered in place; afterwards every process finds it."""
        waiting, self._waiting = self._waiting, []
        failures, self._failures = self._failures, []
        if not waiting and not failures:
            return
        self.folder.mkdir(parents=True, exist_ok=True)
        with self.index.writing() as connection:
            for name, failure in failures:
                add_failure(connection, name, failure)
            for _, stored, beside in waiting:
                put_in_place(beside, picture_name(self.folder, stored.hash, stored.media_type))
            add_pictures(connection, [(name, stored) for name, stored, _ in waiting])
            append_to_journal(self.folder, ((name, stored) for name, stored, _ in waiting))

    def new_incoming(self) -> Path:
        """A file of one's own for a large picture that is being received."""
        return incoming_path(self.folder)

    def keep_partial(self, url: str, received: Path, validator: str) -> None:
        """Keeps the beginning of a picture whose transfer broke off."""
        partial = Partial(url, received.name, validator, self.clock())
        self.index.add_partial(cache_name(url), partial)
        self._partials = None

    def take_partial(self, url: str) -> tuple[Path, Partial] | None:
        """The kept beginning of a picture, now the caller's to go on with."""
        if self._partials is None:
            self._partials = self.index.partial_names() if self.index.exists else frozenset()
        if cache_name(url) not in self._partials:
            return None
        partial = self.index.take_partial(cache_name(url))
        if partial is None:
            return None
        mine = incoming_path(self.folder)
        try:
            partial_path(self.folder, partial.file).replace(mine)
        except OSError:
            return None
        return mine, partial

    def check(self) -> str:
        """SQLite's own verdict on the index: `ok`, or what is wrong."""
        return self.index.check()

    def close(self) -> None:
        """Writes what is pending and lets go of the index."""
        self.flush_use()
        self.commit()
        self.index.close()

    def flush_use(self) -> None:
        """Tells the index which pictures were looked at."""
        used, self._used = self._used, {}
        if used:
            try:
                self.index.touch([(moment, digest) for digest, moment in used.items()])
            except ImageCacheError:
                return  # read-only or busy: only the order of forgetting suffers

    def _at_hand(self, stored: StoredImage) -> FoundImage | None:
        name = picture_name(self.folder, stored.hash, stored.media_type)
        try:
            if os.stat(name).st_size != stored.bytes:  # noqa: PTH116
                return None
        except OSError:
            return None
        self._note_use(stored)
        return FoundImage(stored.media_type, stored.size, path=Path(name))

    def _note_use(self, stored: StoredImage) -> None:
        now = self.clock()
        if now - stored.used_at > _TOUCH_SECONDS:
            self._used[stored.hash] = now
            if len(self._used) >= _TOUCH_BATCH:
                self.flush_use()
