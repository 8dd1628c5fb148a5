# SPDX-License-Identifier: MIT
"""Asks where to save: a name gets the ending it should have, and nothing is replaced that was not named."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from .dialog_style import give_room

translate = QCoreApplication.translate
_ENDING = re.compile(r"\.(?=\w*[A-Za-z])\w{1,5}")  # not the end of "Version 2.0" or "Mr. Wang"

Finish = Callable[[Path, str], Path]
"""What a chosen name becomes, given the filter that was chosen with it."""


def with_ending(path: Path, ending: str) -> Path:
    """The path with an ending, if it has none of its own."""
    return path if _ENDING.fullmatch(path.suffix) else path.with_name(path.name + ending)


def ask_where_to_save(
    parent: QWidget, title: str, suggested: Path, filters: Sequence[str], finish: Finish
) -> tuple[Path, str] | None:
    """The file and the filter that were chosen; None where the person thought better of it."""
    chosen, wanted = QFileDialog.getSaveFileName(parent, title, str(suggested), ";;".join(filters))
    if not chosen:
        return None
    target = finish(Path(chosen), wanted)
    # The dialog has asked about the name as it was chosen only.
    if target != Path(chosen) and os.path.lexists(target) and not _may_replace(target, parent):
        return None
    return target, wanted


def _may_replace(target: Path, parent: QWidget) -> bool:
    question = QMessageBox(parent)
    question.setObjectName("replaceQuestion")
    question.setWindowTitle(translate("SaveQuestion", "Replace file"))
    question.setTextFormat(Qt.TextFormat.PlainText)
    question.setText(translate("SaveQuestion", "“%1” is there already.").replace("%1", target.name))
    question.setInformativeText(translate("SaveQuestion", "What it holds now will be lost."))
    replace = question.addButton(translate("SaveQuestion", "Replace"), QMessageBox.ButtonRole.DestructiveRole)
    keep = question.addButton(translate("SaveQuestion", "Cancel"), QMessageBox.ButtonRole.RejectRole)
    question.setDefaultButton(keep)
    question.setEscapeButton(keep)
    give_room(question)
    question.exec()
    return question.clickedButton() is replace
