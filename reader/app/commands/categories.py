# SPDX-License-Identifier: MIT
"""`categories`: the category tree with counts."""

from __future__ import annotations

import argparse

from reader.app.commands.output import print_json, print_note, print_table
from reader.app.commands.stores import opened_library
from reader.app.paths import AppPaths


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `categories`."""
    parser.add_argument("--json", action="store_true", help="one JSON object a line")


def run(arguments: argparse.Namespace, paths: AppPaths) -> int:
    """Prints every category, parents before children."""
    with opened_library(paths) as library:
        nodes = library.categories()
    if arguments.json:
        for node in nodes:
            print_json({"path": node.path, "articles": node.articles, "unread": node.unread})
    elif nodes:
        rows = [("articles", "unread", "category")]
        rows += [
            (str(node.articles), str(node.unread), "  " * (len(node.path) - 1) + node.path[-1])
            for node in nodes
        ]
        print_table(rows, right=frozenset({0, 1}))
    else:
        print_note("No article has a category.")
    return 0
