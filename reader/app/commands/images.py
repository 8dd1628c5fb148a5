# SPDX-License-Identifier: MIT
"""`images`: which pictures are at hand, which are missing and why; fetches, checks and prunes them."""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterator
from pathlib import Path

from reader.app.commands.image_surveys import NamedArticle, Surveyor, kept_addresses
from reader.app.commands.image_work import ImageWork
from reader.app.commands.output import ProgressLine, print_json, print_note, print_text
from reader.app.commands.stores import opened_library
from reader.app.paths import AppPaths
from reader.core.images import ImageCache
from reader.core.library import Library
from reader.core.settings import Preferences, options


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `images`."""
    parser.add_argument("files", metavar="FILE", type=Path, nargs="*", help="these articles only")
    parser.add_argument("--all", action="store_true", help="all articles of the library")
    parser.add_argument("--category", metavar="A/B", help="all articles of a category")
    parser.add_argument("--starred", action="store_true", help="all articles with a star")
    parser.add_argument("--fetch", action="store_true", help="download what is missing")
    parser.add_argument("--retry", action="store_true", help="with --all: also what failed a short time ago")
    parser.add_argument("--refresh", action="store_true", help="ask whether stored pictures have changed")
    parser.add_argument("--allow-private", action="store_true", help="loopback and private addresses, too")
    parser.add_argument("--host", metavar="HOST", action="append", help="fetch from these hosts only")
    parser.add_argument("--verify", action="store_true", help="compare every stored file with its hash")
    parser.add_argument(
        "--prune", action="store_true", help="remove damaged and orphaned files, and what is over the limit"
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
    cache = ImageCache(paths.images)
    try:
        with opened_library(paths) as library:
            return _run(arguments, paths, library, cache, began)
    finally:
        cache.close()


def _run(
    arguments: argparse.Namespace, paths: AppPaths, library: Library, cache: ImageCache, began: float
) -> int:
    from reader.core.images.cache_upkeep import prune, repair, sweep, verify

    limit = int(Preferences(paths.preferences).get(options.IMAGES_LIMIT)) << 20
    sweep(cache)
    archive, is_changed = None, False
    work = ImageWork(library, cache, archive, as_json=arguments.json, progress=arguments.progress)
    upkeep_only = (arguments.verify or arguments.prune) and not (
        arguments.all or arguments.category or arguments.starred
    )
    articles = () if upkeep_only and not arguments.files else _articles(arguments, library)
    if arguments.fetch or arguments.refresh:
        work.fetch(
            articles,
            allow_private=arguments.allow_private,
            retry=arguments.retry or bool(arguments.files),
            refresh=arguments.refresh,
            hosts=frozenset(host.lower() for host in arguments.host) if arguments.host else None,
        )
        is_changed = prune(cache, limit, lambda: kept_addresses(library)) > 0
    else:
        work.survey(articles)
    report = work.report()
    if arguments.verify:
        verdict = verify(cache, _VerifyProgress())
        report |= {
            "corrupt": len(verdict.corrupt),
            "lost": len(verdict.lost),
            "orphans": verdict.orphans,
            "stored": verdict.pictures,
        }
    if arguments.prune:
        repair(cache)
        report["removed_bytes"] = prune(cache, limit, lambda: kept_addresses(library))
    if is_changed or arguments.prune or arguments.verify:
        Surveyor(library, cache, archive).count()
    report["seconds"] = round(time.monotonic() - began, 3)
    _print_report(report, as_json=arguments.json)
    return 1 if arguments.files and not work.readable else 0


def _articles(arguments: argparse.Namespace, library: Library) -> Iterator[NamedArticle]:
    if arguments.files:
        for file in arguments.files:
            listed = library.article_at(file)
            yield NamedArticle(file, library.options_for(file), listed.id if listed else None, anew=True)
        return
    from reader.core.library import ArticleQuery

    category = None
    if arguments.category is not None:
        known = {"/".join(node.path): node.path for node in library.categories()}
        written = arguments.category.strip("/")
        category = known.get(written, tuple(part.strip() for part in written.split("/")))
    listed = library.articles(ArticleQuery(category=category, starred=arguments.starred))
    if not listed:
        print_note("The library has no such articles; add a folder with: article-reader add FOLDER")
    for article in listed:
        yield NamedArticle(article.path, library.options_for(article.path), article.id)


class _VerifyProgress:
    """A line for people that counts the files."""

    def __init__(self) -> None:
        self._line = ProgressLine()

    def __call__(self, done: int, total: int) -> None:
        self._line.show(f"checking {done} of {total} files")
        if done + 1 >= total:
            self._line.clear()


def _print_report(report: dict[str, object], *, as_json: bool) -> None:
    if as_json:
        print_json(report)
        return
    text = (
        f"{report['articles']} articles, {report['images']} pictures: {report['cached']} at hand,"
        f" {report['missing']} missing, {report['failed']} failed"
    )
    if "corrupt" in report:
        text += f"; {report['stored']} files checked: {report['corrupt']} damaged, {report['lost']} lost"
    if "removed_bytes" in report:
        text += f"; {report['removed_bytes']} bytes removed"
    print_text(f"{text}; {report['seconds']} s")
