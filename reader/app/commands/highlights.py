# SPDX-License-Identifier: MIT
"""`highlights`: all highlights and notes, for people and for other programs."""

from __future__ import annotations

import argparse
import secrets
from collections.abc import Sequence
from pathlib import Path

from reader.app.commands.output import counted, json_line, print_note, write_bytes
from reader.app.commands.stores import opened_library
from reader.app.paths import AppPaths
from reader.core.errors import SettingsError, cause_of
from reader.core.settings import Highlight, Preferences
from reader.core.settings.highlight_export import MARKDOWN, as_annotation, as_csv, as_markdown
from reader.core.settings.options import HIGHLIGHT_TEMPLATE


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `highlights`."""
    parser.add_argument("--query", metavar="Q", default="", help="text, note, tags or title hold these words")
    parser.add_argument("--format", choices=("markdown", "json", "csv"), default="markdown")
    parser.add_argument("--template", type=Path, metavar="FILE", help="of Markdown, instead of our own")
    parser.add_argument("-o", "--output", type=Path, metavar="OUT", help="write to a file")
    parser.add_argument("--json", action="store_true", help="as --format json: one JSON object a line")


def run(arguments: argparse.Namespace, paths: AppPaths) -> int:
    """Writes the highlights that match."""
    with opened_library(paths) as library:
        marks = library.highlights(arguments.query)
    form = "json" if arguments.json else arguments.format
    data = _written(marks, form, arguments.template, Preferences(paths.preferences))
    if arguments.output is not None:
        _write(arguments.output, data)
        print_note(f"{counted(len(marks), 'highlights')} written to {arguments.output}.")
    elif marks or arguments.format == "csv":
        write_bytes(data)
    elif not arguments.json:
        print_note("There are no highlights.")
    return 0


def _written(marks: Sequence[Highlight], form: str, template: Path | None, preferences: Preferences) -> bytes:
    if form == "json":
        return b"".join(json_line(as_annotation(one)) for one in marks)
    if form == "csv":
        return as_csv(marks).encode("utf-8", "replace")
    text = preferences.get(HIGHLIGHT_TEMPLATE) or MARKDOWN
    if template is not None:
        try:
            text = template.read_text("utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise SettingsError(f"The template {template} cannot be read: {error}.") from error
    return as_markdown(marks, text).encode("utf-8", "replace")


def _write(target: Path, data: bytes) -> None:
    beside = target.with_name(f".article-{secrets.token_hex(6)}.part")
    try:
        with beside.open("xb") as file:  # never through a link that somebody laid there
            file.write(data)
        beside.replace(target)
    except OSError as error:
        beside.unlink(missing_ok=True)
        raise SettingsError(f"{target} cannot be written: {cause_of(error)}.") from error
