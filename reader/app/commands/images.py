# SPDX-License-Identifier: MIT
"""`images`: which pictures are at hand, which are missing and why; fetches, checks and prunes them."""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from reader.app.commands.image_storage import (
    USUAL,
    bring_rest,
    move_images,
    opened_cache,
    sizes_by_category,
)
from reader.app.commands.image_surveys import NamedArticle, Surveyor, kept_addresses
from reader.app.commands.image_work import FetchRules, ImageWork
from reader.app.commands.output import ProgressLine, counted, print_json, print_note, print_text
from reader.app.commands.stores import opened_library
from reader.app.paths import AppPaths, image_places
from reader.core.errors import ImageCacheError, cause_of
from reader.core.images import ImageCache
from reader.core.images.image_archive import ImageArchive
from reader.core.library import Library
from reader.core.settings import Preferences, options

_AT_ONCE = 500


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `images`."""
    parser.add_argument("files", metavar="FILE", type=Path, nargs="*", help="these articles only")
    parser.add_argument("--all", action="store_true", help="all articles of the library")
    parser.add_argument(
        "--from",
        dest="named_in",
        metavar="FILE",
        help="the articles named in FILE, each path ended by a zero byte; `-`: standard input",
    )
    parser.add_argument("--category", metavar="A/B", help="all articles of a category")
    parser.add_argument("--starred", action="store_true", help="all articles with a star")
    parser.add_argument("--lacking", action="store_true", help="all articles with missing pictures")
    parser.add_argument(
        "--note", action="store_true", help="look, gently, at articles that were not looked at yet"
    )
    parser.add_argument("--fetch", action="store_true", help="download what is missing")
    parser.add_argument("--retry", action="store_true", help="with --all: also what failed a short time ago")
    parser.add_argument("--refresh", action="store_true", help="ask whether stored pictures have changed")
    parser.add_argument("--allow-private", action="store_true", help="loopback and private addresses, too")
    parser.add_argument("--host", metavar="HOST", action="append", help="fetch from these hosts only")
    parser.add_argument("--verify", action="store_true", help="compare every stored file with its hash")
    parser.add_argument(
        "--prune", action="store_true", help="remove damaged and orphaned files, and what is over the limit"
    )
    parser.add_argument("--sizes", action="store_true", help="tell how much room each category takes")
    parser.add_argument(
        "--move",
        metavar="FOLDER",
        help=f"bring all downloaded pictures there; `{USUAL}`: to their usual place",
    )
    parser.add_argument("--json", action="store_true", help="one JSON object a line")
    parser.add_argument(
        "--progress",
        action="store_true",
        help="with --json: a line on the progress now and then; pause, resume and cancel are read from"
        " standard input",
    )


def run(arguments: argparse.Namespace, paths: AppPaths) -> int:
    """Surveys, fetches, verifies and prunes, in this order."""
    began = time.monotonic()
    if arguments.move:
        return _move(arguments, paths)
    if arguments.note and hasattr(os, "nice"):
        os.nice(15)
    places = image_places(paths)
    cache = opened_cache(paths)
    archive = ImageArchive(places.archive) if places.archive is not None else None
    try:
        with opened_library(paths) as library:
            return _run(arguments, paths, library, cache, archive, began)
    finally:
        cache.close()


def _move(arguments: argparse.Namespace, paths: AppPaths) -> int:
    folder = move_images(paths, arguments.move, _CountedFiles("moving"))
    if arguments.json:
        print_json({"folder": str(folder)})
    else:
        print_text(f"The downloaded pictures lie in {folder}.")
    return 0


def _run(
    arguments: argparse.Namespace,
    paths: AppPaths,
    library: Library,
    cache: ImageCache,
    archive: ImageArchive | None,
    began: float,
) -> int:
    from reader.core.images.cache_upkeep import prune, sweep

    limit = int(Preferences(paths.preferences).get(options.IMAGES_LIMIT)) << 20

    def keep_in_limit() -> int:
        return prune(cache, limit, lambda: kept_addresses(library))

    sweep(cache)
    work = ImageWork(
        library, cache, archive, as_json=arguments.json, progress=arguments.progress, is_quiet=arguments.note
    )
    articles = () if _is_upkeep_only(arguments) else _articles(arguments, library)
    is_changed = False
    if arguments.fetch or arguments.refresh:
        work.fetch(articles, _how_to_fetch(arguments), keep_in_limit)
        is_changed = keep_in_limit() > 0
    else:
        work.survey(articles)
    report = work.report() | _look_after(arguments, paths, cache, keep_in_limit)
    if is_changed or arguments.prune or arguments.verify:
        Surveyor(library, cache, archive).count()
    if arguments.sizes:
        report |= _print_sizes(library, cache, as_json=arguments.json)
    report["seconds"] = round(time.monotonic() - began, 3)
    _print_report(report, as_json=arguments.json)
    return 1 if arguments.files and not work.readable else 0


def _is_upkeep_only(arguments: argparse.Namespace) -> bool:
    """Whether no articles are meant, which without any word would be all of them."""
    upkeep = arguments.verify or arguments.prune or arguments.sizes
    chosen = (arguments.all, arguments.category, arguments.starred, arguments.lacking, arguments.named_in)
    return upkeep and not any(chosen) and not arguments.files


def _how_to_fetch(arguments: argparse.Namespace) -> FetchRules:
    return FetchRules(
        allow_private=arguments.allow_private,
        retry=arguments.retry or bool(arguments.files),
        refresh=arguments.refresh,
        hosts=frozenset(host.lower() for host in arguments.host) if arguments.host else None,
    )


def _look_after(
    arguments: argparse.Namespace, paths: AppPaths, cache: ImageCache, keep_in_limit: Callable[[], int]
) -> dict[str, object]:
    """Checks what is stored and makes room, as far as that was asked for."""
    from reader.core.images.cache_upkeep import repair, verify

    found: dict[str, object] = {}
    if arguments.verify:
        verdict = verify(cache, _CountedFiles())
        found |= {
            "corrupt": len(verdict.corrupt),
            "lost": len(verdict.lost),
            "orphans": verdict.orphans,
            "stored": verdict.pictures,
        }
    if arguments.prune:
        bring_rest(paths.images, cache.folder)
        repair(cache)
        found["removed_bytes"] = keep_in_limit()
    return found


def _print_sizes(library: Library, cache: ImageCache, *, as_json: bool) -> dict[str, object]:
    for room in sizes_by_category(library, cache):
        if as_json:
            print_json(room._asdict())
        else:
            print_text(f"{room.bytes:>14}  {'/'.join(room.category)}")
    total = cache.index.total_bytes() if cache.index.exists else 0
    return {"room": total, "folder": str(cache.folder)}


def _articles(arguments: argparse.Namespace, library: Library) -> Iterator[NamedArticle]:
    if arguments.files:
        for file in arguments.files:
            listed = library.article_at(file)
            yield NamedArticle(
                file, partial(library.options_for, file), listed.id if listed else None, anew=True
            )
        return
    if arguments.named_in:
        yield from _named(library, arguments.named_in)
        return
    from reader.core.library import ArticleQuery

    if arguments.note:
        yield from _unknown(library)
        return
    category = None
    if arguments.category is not None:
        known = {"/".join(node.path): node.path for node in library.categories()}
        written = arguments.category.strip("/")
        category = known.get(written, tuple(part.strip() for part in written.split("/")))
    query = ArticleQuery(category=category, starred=arguments.starred, lacking=arguments.lacking)
    listed = library.articles(query)
    if not listed:
        print_note("The library has no such articles; add a folder with: article-reader add FOLDER")
    for article in listed:
        yield NamedArticle(article.path, partial(library.options_for, article.path), article.id)


def _named(library: Library, name: str) -> Iterator[NamedArticle]:
    try:
        told = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    except OSError as error:
        raise ImageCacheError(f"The list of articles {name} cannot be read: {cause_of(error)}.") from error
    for path in (Path(os.fsdecode(each)) for each in told.split(b"\0") if each.strip()):
        listed = library.article_at(path)
        yield NamedArticle(path, partial(library.options_for, path), listed.id if listed else None)


def _unknown(library: Library) -> Iterator[NamedArticle]:
    unknown = library.pictures.unknown(library.article_ids())
    for at in range(0, len(unknown), _AT_ONCE):
        for article in library.articles_with(unknown[at : at + _AT_ONCE]):
            yield NamedArticle(article.path, partial(library.options_for, article.path), article.id)


class _CountedFiles:
    """A line for people that counts the files."""

    def __init__(self, doing: str = "checking") -> None:
        self._doing, self._line = doing, ProgressLine()

    def __call__(self, done: int, total: int) -> None:
        self._line.show(f"{self._doing} {done} of {total} files")
        if done + 1 >= total:
            self._line.clear()


def _print_report(report: dict[str, object], *, as_json: bool) -> None:
    if as_json:
        print_json(report)
        return

    def number(name: str, things: str = "") -> str:
        return counted(int(str(report[name])), things or name)

    text = (
        f"{number('articles')}, {number('images', 'pictures')}: {report['cached']} at hand,"
        f" {report['missing']} missing, {report['failed']} failed"
    )
    if "corrupt" in report:
        text += f"; {number('stored', 'files')} checked: {report['corrupt']} damaged, {report['lost']} lost"
    if "removed_bytes" in report:
        text += f"; {number('removed_bytes', 'bytes')} removed"
    print_text(f"{text}; {report['seconds']} s")
