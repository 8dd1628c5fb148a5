# SPDX-License-Identifier: MIT
"""Which of a file's faults a reader is told above the text."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from reader.core.open_article import open_article
from reader.ui.page_words import page_words

pytestmark = pytest.mark.usefixtures("qapp")


def _flaws(path: Path) -> tuple[str, ...]:
    return page_words(open_article(path), QLocale("en_GB"), "en").flaws


def test_an_archive_that_ends_suddenly_is_told(tmp_path: Path, qapp: QApplication) -> None:
    head = (
        "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\nContent-Type: text/html\n\n"
    )
    path = tmp_path / "cut.mhtml"
    path.write_text(head + "<p>The beginning.</p>\n")
    assert _flaws(path) == ("The archive ends suddenly; its last part may be incomplete.",)


def test_bytes_that_could_not_be_decoded_are_told(tmp_path: Path, qapp: QApplication) -> None:
    path = tmp_path / "cut.md"
    path.write_bytes(
        "---\ntitle: 题\nencoding: utf-8\n---\n".encode() + "正文".encode() * 40 + b"\xff\xfe\xfa\n"
    )
    assert len(_flaws(path)) == 1


def test_a_fault_of_the_header_changes_nothing_to_read(tmp_path: Path, qapp: QApplication) -> None:
    path = tmp_path / "header.md"
    path.write_text("---\ntitle: T\ndate: some day\n---\nText.\n")
    assert open_article(path).problems
    assert _flaws(path) == ()
