# SPDX-License-Identifier: MIT
"""`problems`: what could not be read perfectly, and why."""

from __future__ import annotations

import argparse

from reader.app.commands.output import one_line, print_json, print_note, print_text
from reader.app.commands.stores import opened_library
from reader.app.paths import AppPaths


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `problems`."""
    parser.add_argument("--json", action="store_true", help="one JSON object a line")


def run(arguments: argparse.Namespace, paths: AppPaths) -> int:
    """Prints one line for each problem."""
    with opened_library(paths) as library:
        found = library.problems()
    if arguments.json:
        for each in found:
            print_json(
                {"path": str(each.path), "code": each.code, "message": each.message, "line": each.line}
            )
    elif found:
        for each in found:
            place = f"{each.path}:{each.line}" if each.line else str(each.path)
            print_text(one_line(f"{place}: {each.message} ({each.code})"))
    else:
        print_note("Everything was read perfectly.")
    return 0
