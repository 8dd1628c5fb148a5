# SPDX-License-Identifier: MIT
"""Asks for a file and writes highlights into it: Markdown, Web Annotations, or the columns of Readwise."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from .save_question import ask_where_to_save

if TYPE_CHECKING:
    from reader.core.settings.highlights import Highlight

_SUFFIXES = (".md", ".jsonl", ".csv")
translate = QCoreApplication.translate


def export_highlights(
    marks: Sequence[Highlight], say: Callable[[str], object], parent: QWidget, template: str = ""
) -> None:
    """Ask where to, and write the highlights in the form the name asks for."""
    filters = (
        translate("HighlightExport", "Markdown (*.md)"),
        translate("HighlightExport", "Web Annotations, one a line (*.jsonl)"),
        translate("HighlightExport", "CSV for Readwise (*.csv)"),
    )
    name = translate("HighlightExport", "Highlights") + ".md"

    def finish(path: Path, wanted: str) -> Path:
        ending = _SUFFIXES[filters.index(wanted) if wanted in filters else 0]
        if path.name == name:  # as it was suggested: some dialogs let it be when another form is chosen
            return path.with_suffix(ending)
        return path if path.suffix.lower() in _SUFFIXES else path.with_name(path.name + ending)

    title = translate("HighlightExport", "Export highlights")
    answer = ask_where_to_save(parent, title, Path.home() / name, filters, finish)
    if answer is None:
        return
    target, _ = answer
    try:
        write_highlights(marks, target, template)
    except OSError as error:
        from .causes import said_cause

        said = translate("HighlightExport", "%1 could not be written: %2.").replace("%1", str(target))
        say(said.replace("%2", said_cause(error)))
    else:
        say(translate("HighlightExport", "Saved as %1.").replace("%1", str(target)))


def write_highlights(marks: Sequence[Highlight], target: Path, template: str = "") -> None:
    """Write highlights beside and then in place, in the form the suffix of the file says."""
    import json
    import secrets

    from reader.core.settings.highlight_export import MARKDOWN, as_annotation, as_csv, as_markdown

    match target.suffix.lower():
        case ".csv":
            text = as_csv(marks)
        case ".jsonl" | ".json":
            text = "".join(json.dumps(as_annotation(one), ensure_ascii=False) + "\n" for one in marks)
        case _:
            text = as_markdown(marks, template or MARKDOWN)
    beside = target.with_name(f".article-{secrets.token_hex(6)}.part")
    try:
        with beside.open("xb") as file:  # never through a link that somebody laid there
            file.write(text.encode("utf-8", "replace"))
        beside.replace(target)
    except OSError:
        beside.unlink(missing_ok=True)
        raise
