# SPDX-License-Identifier: MIT
"""`search`: full-text search through the articles of the library."""

from __future__ import annotations

import argparse
from html import escape

from reader.app.commands.list_articles import whole_number
from reader.app.commands.output import one_line, print_json, print_note, print_text
from reader.app.commands.reports import note_incomplete
from reader.app.commands.stores import opened_library
from reader.app.paths import AppPaths
from reader.core.errors import LibraryError
from reader.core.library import Library
from reader.core.library.search import SearchHit, SearchPage, Snippet

SORTS = ("score", "date")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `search`."""
    parser.add_argument(
        "query", nargs="+", metavar="QUERY", help='words, "phrases", -not, OR, tag:… is:unread …'
    )
    parser.add_argument("--limit", metavar="N", type=whole_number, default=20)
    parser.add_argument("--offset", metavar="N", type=whole_number, default=0)
    parser.add_argument("--sort", choices=SORTS, default="score")
    parser.add_argument(
        "--json", action="store_true", help="one JSON object a line, the first with the total"
    )


def run(arguments: argparse.Namespace, paths: AppPaths) -> int:
    """Prints what was found, best first."""
    with opened_library(paths) as library:
        require_articles(library)
        page = library.search(" ".join(arguments.query), arguments.limit, arguments.offset, arguments.sort)
    print_page(page, arguments.json)
    return 0


def require_articles(library: Library) -> None:
    """Says what to do where there is nothing to search."""
    if not library.folders():
        raise LibraryError("The library has no folders yet; add one with: article-reader add FOLDER")
    if not library.search_index.is_usable:
        raise LibraryError("The search index is not made yet; make it with: article-reader scan")


def print_page(page: SearchPage, as_json: bool) -> None:
    """One page of hits: for people with the matches in brackets, for programs as the contract has it."""
    if as_json:
        print_json({"total": page.total, "seconds": round(page.seconds, 6)})
        for hit in page.hits:
            print_json(_contract(hit))
    else:
        for hit in page.hits:
            print_text(f"{one_line(hit.article.title)}\n    {one_line(str(hit.article.path))}")
            if hit.snippet.text:
                print_text(f"    {one_line(_marked(hit.snippet, '[', ']', escaped=False))}")
        print_note(f"{page.total} found in {page.seconds * 1000:.0f} ms")
    note_incomplete(page.share)
    if page.suggestions:
        print_note("Did you mean: " + ", ".join(page.suggestions))


def _contract(hit: SearchHit) -> dict[str, object]:
    return {
        "id": hit.article.key,
        "path": str(hit.article.path),
        "title": hit.article.title,
        "score": round(hit.score, 4),
        "snippet": _marked(hit.snippet, "<b>", "</b>", escaped=True),
    }


def _marked(snippet: Snippet, before: str, after: str, escaped: bool) -> str:
    def shown(text: str) -> str:
        return escape(text) if escaped else text

    marked = ""
    place = 0
    for start, end in snippet.matches:
        marked += f"{shown(snippet.text[place:start])}{before}{shown(snippet.text[start:end])}{after}"
        place = end
    return marked + shown(snippet.text[place:])
