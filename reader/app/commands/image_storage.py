# SPDX-License-Identifier: MIT
"""Where downloaded pictures lie, how much room they take, and bringing them to another place."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from reader.app.paths import AppPaths, image_places
from reader.core.article import CategoryPath
from reader.core.errors import ImageCacheError, cause_of
from reader.core.images import ImageCache
from reader.core.images.cache_files import is_same_folder
from reader.core.library import Library
from reader.core.settings import Preferences, options

USUAL = "default"
"""Stands for the folder that holds when nothing else was said."""
_INSIDE = "article-reader-pictures"
_AT_ONCE = 2000


class CategoryRoom(NamedTuple):
    """What the pictures of a category, and of those below it, take."""

    category: CategoryPath
    pictures: int
    bytes: int


def opened_cache(paths: AppPaths) -> ImageCache:
    """The cache where the preferences say; a disk that is away is told."""
    folder = image_places(paths).folder
    if folder != paths.images and not folder.parent.is_dir():
        raise ImageCacheError(
            f"The downloaded pictures lie in {folder}, which cannot be reached now; plug its disk in, or say"
            f" where they are with: article-reader images --move {USUAL}"
        )
    return ImageCache(folder)


def move_images(paths: AppPaths, told: str, progress: Callable[[int, int], None]) -> Path:
    """Brings all pictures to another folder; killed at any moment, none is lost, and it can be said again."""
    from reader.core.images.cache_upkeep import relocate

    former = image_places(paths).folder
    target = paths.images if told == USUAL else _target(Path(os.path.abspath(told)))
    if _lie_in_each_other(former, target):
        raise ImageCacheError(f"{target} and {former} lie in each other; choose a folder elsewhere.")
    if not is_same_folder(target, former) and (former / "index.db").exists():
        cache = ImageCache(former)
        try:
            relocate(cache, target, progress).close()
        finally:
            cache.close()
    preferences = Preferences(paths.preferences)
    if target == paths.images:
        preferences.reset(options.IMAGES_FOLDER)
    else:
        preferences.set(options.IMAGES_FOLDER, str(target))
    for place in (former, paths.images):  # the latter, where a move was broken off
        bring_rest(place, target)
    return target


def bring_rest(left: Path, folder: Path) -> None:
    """Brings what is left in a former folder, such as pictures that came during the move, and empties it."""
    from reader.core.images.cache_upkeep import drop_copied, relocate

    if is_same_folder(left, folder) or not (left / "index.db").exists():
        return
    former = ImageCache(left)
    try:
        target = relocate(former, folder)
        drop_copied(former, target)
        target.close()
    finally:
        former.close()


def sizes_by_category(library: Library, cache: ImageCache) -> Iterator[CategoryRoom]:
    """The room that the pictures of each category take; one of several articles or addresses counts once."""
    for path, urls in library.pictures.by_category():
        files: dict[str, int] = {}
        for some in _in_parts(list(urls)):
            files |= dict(cache.files_of(some).values())
        yield CategoryRoom(path, len(files), sum(files.values()))


def _in_parts(urls: list[str]) -> Iterable[list[str]]:
    return (urls[at : at + _AT_ONCE] for at in range(0, len(urls), _AT_ONCE))


def _lie_in_each_other(one: Path, other: Path) -> bool:
    first, second = (Path(os.path.realpath(path)) for path in (one, other))
    return first in second.parents or second in first.parents


def _target(folder: Path) -> Path:
    """The folder itself if it is empty or holds pictures of ours, else one inside it."""
    try:
        is_free = not folder.exists() or (folder / "index.db").exists() or not any(folder.iterdir())
    except OSError as error:
        raise ImageCacheError(f"{folder} cannot be used: {cause_of(error)}.") from error
    return folder if is_free else folder / _INSIDE
