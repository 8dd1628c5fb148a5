# SPDX-License-Identifier: MIT
"""`list`: the articles of the library."""

from __future__ import annotations

import argparse

from reader.app.commands.output import print_json, print_note, print_table, shortened
from reader.app.commands.reports import note_incomplete
from reader.app.commands.stores import opened_library
from reader.app.paths import AppPaths
from reader.core.library import ArticleQuery, ListedArticle
from reader.core.settings import ReadState

SORTS = ("date", "title", "added", "progress")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `list`."""
    parser.add_argument("--category", metavar="A/B", help="in this category or below it")
    parser.add_argument("--state", choices=[state.value for state in ReadState])
    parser.add_argument("--starred", action="store_true")
    parser.add_argument("--tag", metavar="T")
    parser.add_argument("--query", metavar="Q", help="a query, as search takes it")
    parser.add_argument("--sort", choices=SORTS, default="date")
    parser.add_argument("--limit", metavar="N", type=whole_number)
    parser.add_argument("--json", action="store_true", help="one JSON object a line")


def run(arguments: argparse.Namespace, paths: AppPaths) -> int:
    """Prints the articles that match."""
    with opened_library(paths) as library:
        query = ArticleQuery(
            state=ReadState(arguments.state) if arguments.state else None,
            starred=arguments.starred,
            tag=arguments.tag,
            search=(arguments.query or "").strip() or None,
            sort=arguments.sort,
            limit=arguments.limit,
        )
        category = _category(arguments.category, [node.path for node in library.categories()])
        articles = library.articles(query) if category is None else library.articles(_within(query, category))
        share = library.search(query.search, 1).share if query.search else 1.0
    note_incomplete(share)
    if arguments.json:
        for article in articles:
            print_json(article_fields(article))
    elif articles:
        print_table([_row(article) for article in articles])
    else:
        print_note("No article matches.")
    return 0


def article_fields(article: ListedArticle) -> dict[str, object]:
    """An article as the JSON lines show it; `id` is the same in every command."""
    return {
        "id": article.key,
        "path": str(article.path),
        "title": article.title,
        "authors": article.authors,
        "date": article.date,
        "categories": article.categories,
        "tags": article.tags,
        "words": article.words,
        "state": article.state,
        "starred": article.starred,
        "progress": article.progress,
        "opened_at": article.opened_at,
    }


def _category(text: str | None, known: list[tuple[str, ...]]) -> tuple[str, ...] | None:
    """`A/B` as a path; names that hold a slash themselves are found by the whole."""
    if text is None:
        return None
    by_text = {"/".join(path): path for path in known}
    return by_text.get(text.strip("/"), tuple(part.strip() for part in text.strip("/").split("/")))


def _within(query: ArticleQuery, category: tuple[str, ...]) -> ArticleQuery:
    from dataclasses import replace

    return replace(query, category=category)


def _row(article: ListedArticle) -> tuple[str, ...]:
    mark = "*" if article.starred else " "
    category = " › ".join(article.categories[0]) if article.categories else ""
    return (
        (article.date or "")[:10],
        article.state,
        mark,
        shortened(article.title, 60),
        shortened(category, 40),
        str(article.path),
    )


def whole_number(text: str) -> int:
    """A number of articles, as an option takes it."""
    number = int(text)
    if number < 0:
        raise ValueError(text)
    return number
