# SPDX-License-Identifier: MIT
"""The licences in "About"."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reader.ui import licences_dialog
from reader.ui.licences_dialog import LicencesDialog, licences


def test_installed_packages_are_listed(qtbot: QtBot) -> None:
    dialog = LicencesDialog()
    qtbot.addWidget(dialog)
    names = [one.name.lower() for one in licences()]
    assert {"pyside6", "lxml"} <= set(names)
    dialog.rows.setCurrentRow(names.index("lxml"))
    assert "BSD" in dialog.text.toPlainText()


def test_what_was_collected_for_the_bundle_is_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    collected = tmp_path / "licences.json"
    row = {"name": "Python", "version": "3", "licence": "PSF-2.0", "text": "All of it."}
    collected.write_text(json.dumps([row]), "utf-8")
    monkeypatch.setattr(licences_dialog, "resource_path", lambda *_parts: collected)
    dialog = LicencesDialog()
    qtbot.addWidget(dialog)
    assert dialog.rows.count() == 1
    assert dialog.text.toPlainText() == "Python 3\nPSF-2.0\n\nAll of it."
