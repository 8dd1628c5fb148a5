# SPDX-License-Identifier: MIT
"""The licences of everything that is bundled with the reader, or installed beside it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QPlainTextEdit, QWidget

from reader.core.resources import resource_path

from .dialog_style import open_with_size
from .interface_type import text_scale


@dataclass(frozen=True, slots=True)
class Licence:
    """One package."""

    name: str
    version: str
    licence: str
    text: str = ""


def licences() -> list[Licence]:
    """What was collected when the program was packed; else what the installed packages say of themselves."""
    collected = resource_path("licences", "licences.json")
    if collected.is_file():
        rows: Any = json.loads(collected.read_text("utf-8"))
        return [Licence(**row) for row in cast("list[dict[str, str]]", rows)]
    from importlib.metadata import distributions

    found: dict[str, Licence] = {}
    for package in distributions():
        data = package.metadata
        name = data["Name"]
        if name and name != "article-reader":
            stated = next((data[field] for field in ("License-Expression", "License") if field in data), "")
            found[name.lower()] = Licence(name, package.version, stated.split("\n")[0][:120], stated)
    return [found[name] for name in sorted(found)]


class LicencesDialog(QDialog):
    """Packages on the left, the text of the chosen one on the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("licencesDialog")
        self.setWindowTitle(self.tr("Licences"))
        self._licences = licences()
        self.rows = QListWidget(self)
        self.rows.setAccessibleName(self.tr("Packages"))
        self.rows.setFixedWidth(round(248 * text_scale(self.font())))
        self.rows.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.rows.addItems([f"{one.name} {one.version}".rstrip() for one in self._licences])
        self.text = QPlainTextEdit(self)
        self.text.setAccessibleName(self.tr("Text of the licence"))
        self.text.setReadOnly(True)
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(12)
        layout.addWidget(self.rows)
        layout.addWidget(self.text, 1)
        self.rows.currentRowChanged.connect(self._on_row)
        self.rows.setCurrentRow(0)
        open_with_size(self, 760, 520)

    def _on_row(self, row: int) -> None:
        if 0 <= row < len(self._licences):
            one = self._licences[row]
            self.text.setPlainText(f"{one.name} {one.version}\n{one.licence}\n\n{one.text}".rstrip())
