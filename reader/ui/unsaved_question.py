# SPDX-License-Identifier: MIT
"""Asks what is to become of something that was written and not saved."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from .dialog_style import give_room

translate = QCoreApplication.translate


def ask_before_leaving(
    parent: QWidget, title: str, save: Callable[[], object], discard: Callable[[], object]
) -> None:
    """Offer to save, to discard, or to go on writing; Enter saves, Esc goes on."""
    box = QMessageBox(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setWindowTitle(title)
    box.setText(translate("NoteEditor", "Save what you wrote?"))
    keep = box.addButton(translate("NoteEditor", "Save"), QMessageBox.ButtonRole.AcceptRole)
    lose = box.addButton(translate("NoteEditor", "Discard"), QMessageBox.ButtonRole.DestructiveRole)
    box.addButton(translate("NoteEditor", "Keep writing"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(keep)  # type: ignore[arg-type]
    keep.clicked.connect(save)
    lose.clicked.connect(discard)
    give_room(box)
    box.open()
