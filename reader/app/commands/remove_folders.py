# SPDX-License-Identifier: MIT
"""`remove`: takes folders out of the library; files and reading state stay."""

from __future__ import annotations

import argparse
from pathlib import Path

from reader.app.commands.scan import scan_and_report
from reader.app.commands.stores import opened_library
from reader.app.paths import AppPaths


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `remove`."""
    parser.add_argument("folders", nargs="+", metavar="FOLDER", type=Path)
    parser.add_argument("--json", action="store_true", help="one JSON object a line")


def run(arguments: argparse.Namespace, paths: AppPaths) -> int:
    """Removes each folder, then scans what is left."""
    with opened_library(paths) as library:
        for folder in arguments.folders:
            library.remove_folder(folder)
        scan_and_report(library, as_json=arguments.json)
    return 0
