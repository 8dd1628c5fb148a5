# SPDX-License-Identifier: MIT
"""`add`: takes folders into the library and scans."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from reader.app.commands.scan import do_and_report
from reader.app.errands import Errand
from reader.app.paths import AppPaths
from reader.core.article import CategoryRule, Dialect


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `add`."""
    parser.add_argument("folders", nargs="+", metavar="FOLDER", type=Path)
    parser.add_argument(
        "--dialect",
        choices=[dialect.value for dialect in Dialect],
        help="the generator whose rules the files follow (auto: judged by file and folder)",
    )
    parser.add_argument(
        "--categories",
        choices=[rule.value for rule in CategoryRule],
        help="what a flat list of categories means: one path, or several siblings",
    )
    parser.add_argument("--json", action="store_true", help="one JSON object a line")


def run(arguments: argparse.Namespace, paths: AppPaths) -> int:
    """Adds each folder, then scans once; where a window is open, that does it."""
    dialect = Dialect(arguments.dialect) if arguments.dialect else None
    rule = CategoryRule(arguments.categories) if arguments.categories else None
    folders = tuple(Path(os.path.abspath(folder)) for folder in arguments.folders)
    do_and_report(paths, Errand("add", folders, dialect, rule), as_json=arguments.json)
    return 0
