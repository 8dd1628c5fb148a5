# SPDX-License-Identifier: MIT
"""Keeps the image cache sound and within its limit: sweep, prune, verify, repair, relocate."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from reader.core.errors import ImageCacheError, cause_of
from reader.core.images.addresses import cache_name
from reader.core.images.cache_files import (
    copy_in_place,
    hash_of_file,
    is_same_folder,
    partial_path,
    picture_files,
    picture_path,
    sweep_incoming,
)
from reader.core.images.cache_index import (
    add_pictures,
    drop_pictures,
    drop_unaddressed,
    hashes_in,
    partial_files,
)
from reader.core.images.cache_journal import append_to_journal, rewrite_journal
from reader.core.images.cache_rows import CacheVerdict, StoredImage
from reader.core.images.image_cache import ImageCache

_PARTIAL_SECONDS = 7 * 86_400.0
_COPY_BATCH = 64


def sweep(cache: ImageCache) -> int:
    """Deletes files that nothing leads to; how many. Other processes may be at work meanwhile."""
    if not cache.index.exists:
        return 0
    with cache.index.writing() as connection:  # nobody puts a file in place while we look
        drop_unaddressed(connection)
        known = hashes_in(connection)
        orphans = [path for path in picture_files(cache.folder) if path.stem not in known]
        for path in orphans:
            path.unlink(missing_ok=True)
        kept = partial_files(connection, cache.clock() - _PARTIAL_SECONDS)
        sweep_incoming(cache.folder, kept)
        for name in kept:
            if not partial_path(cache.folder, name).exists():
                connection.execute("DELETE FROM partial WHERE file = ?", (name,))
    return len(orphans)


def prune(cache: ImageCache, limit: int, exempt: Callable[[], Iterable[str]] = tuple) -> int:
    """Brings the cache under `limit` bytes, least recently used first; how many bytes went.

    `exempt` names the addresses that stay in any case; it is asked only if something has to go.
    """
    if not cache.index.exists:
        return 0
    cache.flush_use()
    excess = cache.index.total_bytes() - limit
    if excess <= 0:
        return 0
    kept = {cache_name(url) for url in exempt()}
    stored = cache.index.all_stored()
    protected = {image.hash for image in stored if cache_name(image.url) in kept}
    gone: dict[str, int] = {}
    freed = 0
    for image in stored:
        if freed >= excess:
            break
        if image.hash not in protected and image.hash not in gone:
            gone[image.hash] = image.bytes
            freed += image.bytes
    _drop(cache, gone)
    return freed


def verify(
    cache: ImageCache, progress: Callable[[int, int], None] = lambda _done, _total: None
) -> CacheVerdict:
    """Compares every file with its hash; changes nothing."""
    if not cache.index.exists:
        return CacheVerdict(0, 0, (), (), 0)
    stored = {image.hash: image for image in cache.index.all_stored()}
    corrupt: list[StoredImage] = []
    lost: list[StoredImage] = []
    for done, image in enumerate(stored.values()):
        progress(done, len(stored))
        path = picture_path(cache.folder, image.hash, image.media_type)
        try:
            if hash_of_file(path) != image.hash:
                corrupt.append(image)
        except OSError:
            lost.append(image)
    orphans = sum(path.stem not in stored for path in picture_files(cache.folder))
    total = sum(image.bytes for image in stored.values())
    return CacheVerdict(len(stored), total, tuple(corrupt), tuple(lost), orphans)


def repair(cache: ImageCache) -> CacheVerdict:
    """Forgets pictures whose files are damaged or lost, so that they can be fetched again; sweeps."""
    verdict = verify(cache)
    _drop(cache, [image.hash for image in (*verdict.corrupt, *verdict.lost)])
    sweep(cache)
    return verdict


def relocate(
    cache: ImageCache, folder: Path, progress: Callable[[int, int], None] = lambda _done, _total: None
) -> ImageCache:
    """Copies every sound picture that is not there yet into another folder; the old one stays as it is."""
    target = ImageCache(folder, cache.clock)
    images = cache.index.all_stored() if cache.index.exists else ()
    # The index comes first: by it the folder is known as one of ours, also where a move was broken off.
    there = {image.url: image.hash for image in target.index.all_stored()}
    images = tuple(image for image in images if there.get(image.url) != image.hash)
    try:
        for start in range(0, len(images), _COPY_BATCH):
            progress(start, len(images))
            batch = [image for image in images[start : start + _COPY_BATCH] if _copied(cache, folder, image)]
            with target.index.writing() as connection:
                add_pictures(connection, [(cache_name(image.url), image) for image in batch])
                append_to_journal(folder, ((cache_name(image.url), image) for image in batch))
    except OSError as error:
        raise ImageCacheError(
            f"The image cache cannot be moved to {folder}: {cause_of(error)}; nothing was deleted."
        ) from error
    return target


def drop_copied(cache: ImageCache, target: ImageCache) -> None:
    """Deletes what `relocate` has copied; what was damaged or came since stays."""
    if cache.index.exists and not is_same_folder(cache.folder, target.folder):
        there = {image.hash for image in target.index.all_stored()} if target.index.exists else set[str]()
        _drop(cache, [image.hash for image in cache.index.all_stored() if image.hash in there])


def remove_all(cache: ImageCache) -> None:
    """Empties the cache."""
    if cache.index.exists:
        _drop(cache, [image.hash for image in cache.index.all_stored()])
        cache.forget_failures()


def _copied(cache: ImageCache, folder: Path, image: StoredImage) -> bool:
    source = picture_path(cache.folder, image.hash, image.media_type)
    if not source.is_file() or hash_of_file(source) != image.hash:
        return False
    target = picture_path(folder, image.hash, image.media_type)
    if not target.exists():
        copy_in_place(source, folder, target)
    return True


def _drop(cache: ImageCache, hashes: Iterable[str]) -> None:
    with cache.index.writing() as connection:
        drop_pictures(connection, hashes)
    # The rows are gone for good before the files are: killed here, orphans are left, never holes.
    with cache.index.writing() as connection:
        known = hashes_in(connection)
        for path in picture_files(cache.folder):
            if path.stem not in known:
                path.unlink(missing_ok=True)
        rewrite_journal(cache.folder, ((cache_name(image.url), image) for image in cache.index.all_stored()))
