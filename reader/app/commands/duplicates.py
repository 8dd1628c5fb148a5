# SPDX-License-Identifier: MIT
"""`duplicates`: articles that were saved more than once."""

from __future__ import annotations

import argparse

from reader.app.commands.output import one_line, print_json, print_note, print_text
from reader.app.commands.stores import opened_library
from reader.app.paths import AppPaths


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `duplicates`."""
    parser.add_argument("--json", action="store_true", help="one JSON object a line")


def run(arguments: argparse.Namespace, paths: AppPaths) -> int:
    """Prints the groups; the newest article of each first."""
    with opened_library(paths) as library:
        groups = library.duplicates()
    for group in groups:
        if arguments.json:
            print_json({"key": group[0].key, "paths": [str(article.path) for article in group]})
            continue
        print_text(one_line(group[0].title))
        for article in group:
            print_text(f"  {one_line(str(article.path))}")
    if not groups and not arguments.json:
        print_note("No article was saved more than once.")
    return 0
