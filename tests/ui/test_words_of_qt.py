# SPDX-License-Identifier: MIT
"""Qt's own file dialog speaks Chinese throughout, where the desktop has none of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLibraryInfo, QTranslator
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from reader.core.resources import resource_path
from reader.ui.words_of_qt import WORDS_OF_QT


@pytest.fixture(params=["zh_CN", "zh_TW"])
def chinese(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[str]:
    """Both translators, as the window loads them."""
    qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    ours = str(resource_path("translations", f"article-reader_{request.param}.qm"))
    loaded = [QTranslator(qapp), QTranslator(qapp)]
    for translator, file in zip(loaded, (ours, str(Path(qt, f"qtbase_{request.param}.qm"))), strict=True):
        assert translator.load(file)
        qapp.installTranslator(translator)
    yield request.param
    for translator in loaded:
        qapp.removeTranslator(translator)


@pytest.mark.parametrize("mode", list(QFileDialog.FileMode))
def test_the_file_dialog_is_chinese(
    qtbot: QtBot, chinese: str, tmp_path: Path, mode: QFileDialog.FileMode
) -> None:
    dialog = QFileDialog(None, "", str(tmp_path))
    qtbot.addWidget(dialog)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setFileMode(mode)
    said = [each.text() for each in dialog.findChildren(QLabel)]
    said += [each.text() or each.toolTip() for each in dialog.findChildren(QAbstractButton)]
    shown = [text for text in said if text]
    assert shown
    assert [text for text in shown if re.search("[A-Za-z]{2}", text)] == []


def test_every_word_that_is_missing_is_given(chinese: str, qapp: QApplication) -> None:
    assert [text for context, text in WORDS_OF_QT if qapp.translate(context, text) == text] == []
