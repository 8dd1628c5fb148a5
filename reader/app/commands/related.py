# SPDX-License-Identifier: MIT
"""`related`: articles of the library about the same as a file."""

from __future__ import annotations

import argparse
from pathlib import Path

from reader.app.commands.list_articles import whole_number
from reader.app.commands.search import print_page, require_articles
from reader.app.commands.stores import opened_library
from reader.app.paths import AppPaths


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `related`."""
    parser.add_argument("file", metavar="FILE", type=Path, help="an article, in the library or not")
    parser.add_argument("--limit", metavar="N", type=whole_number, default=10)
    parser.add_argument(
        "--json", action="store_true", help="one JSON object a line, the first with the total"
    )


def run(arguments: argparse.Namespace, paths: AppPaths) -> int:
    """Prints the nearest articles first."""
    with opened_library(paths) as library:
        require_articles(library)
        page = library.related(arguments.file, arguments.limit)
    print_page(page, arguments.json)
    return 0
