# SPDX-License-Identifier: MIT
"""`export`: articles with their pictures, to be kept or read elsewhere."""

from __future__ import annotations

import argparse
from pathlib import Path

from reader.app.commands.output import ProgressLine, counted, print_error, print_json, print_note
from reader.app.commands.render import read_options
from reader.app.paths import AppPaths, image_places
from reader.core.errors import ReaderError
from reader.core.export.complete_copy import CopyReport, Form, copy_name, save_copy
from reader.core.open_article import open_article


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `export`."""
    parser.add_argument("files", metavar="FILE", nargs="+", type=Path)
    parser.add_argument("--to", choices=("html", "markdown", "epub"), default="html", help="form of the copy")
    parser.add_argument(
        "--folder", action="store_true", help="pictures of a web page in a folder beside it, not inside"
    )
    parser.add_argument(
        "-o",
        "--output",
        metavar="OUT",
        type=Path,
        required=True,
        help="a file; a folder for several articles",
    )
    parser.add_argument("--json", action="store_true", help="one JSON object a line")


def run(arguments: argparse.Namespace, paths: AppPaths) -> int:
    """Writes a copy of each article; the others are written where one cannot be."""
    form: Form = "folder" if arguments.folder else "file"
    if arguments.to != "html":
        form = arguments.to
    out: Path = arguments.output
    into_folder = len(arguments.files) > 1 or out.is_dir()
    if into_folder:
        out.mkdir(parents=True, exist_ok=True)
    failed = False
    written: set[str] = set()
    for file in arguments.files:
        try:
            report = _export(file, out, form, paths, written if into_folder else None)
        except ReaderError as error:
            print_error("export", str(error))
            failed = True
            continue
        _tell(file, report, as_json=arguments.json)
    return 1 if failed else 0


def _export(file: Path, out: Path, form: Form, paths: AppPaths, written: set[str] | None) -> CopyReport:
    from reader.core.images import ImageLookup
    from reader.core.images.stored_images import StoredImages
    from reader.core.page import PageLook, PageWords

    options = read_options(file, paths, "export")
    article = open_article(file, options)
    images = ImageLookup(article, options.library_root, StoredImages(image_places(paths)))
    target = out if written is None else out / _unused(copy_name(article, form), written)
    line = ProgressLine()

    def progress(done: int, total: int) -> bool:
        line.show(f"{file.name}: {done} / {total}")
        return True

    report = save_copy(article, PageLook(), PageWords.plain(article), images, target, form, progress)
    line.clear()
    return report


def _unused(name: str, written: set[str]) -> str:
    """A name that no other article of this run has; files of former runs are replaced."""
    stem, dot, suffix = name.rpartition(".")
    tried, number = name, 1
    while tried.casefold() in written:
        number += 1
        tried = f"{stem} {number}{dot}{suffix}"
    written.add(tried.casefold())
    return tried


def _tell(file: Path, report: CopyReport, *, as_json: bool) -> None:
    if as_json:
        folder = str(report.folder) if report.folder is not None else None
        print_json(
            {
                "article": str(file),
                "path": str(report.path),
                "folder": folder,
                "pictures": report.pictures,
                "missing": report.missing,
            }
        )
        return
    lacking = counted(report.missing, "pictures") + (" is" if report.missing == 1 else " are")
    missing = f"; {lacking} not at hand" if report.missing else ""
    print_note(f"{report.path}: {counted(report.pictures, 'pictures')}{missing}.")
