# SPDX-License-Identifier: MIT
"""`remove`: takes folders out of the library; files and reading state stay."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from reader.app.commands.scan import do_and_report
from reader.app.errands import Errand
from reader.app.paths import AppPaths


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `remove`."""
    parser.add_argument("folders", nargs="+", metavar="FOLDER", type=Path)
    parser.add_argument("--json", action="store_true", help="one JSON object a line")


def run(arguments: argparse.Namespace, paths: AppPaths) -> int:
    """Removes each folder, then scans what is left; where a window is open, that does it."""
    folders = tuple(Path(os.path.abspath(folder)) for folder in arguments.folders)
    do_and_report(paths, Errand("remove", folders), as_json=arguments.json)
    return 0
