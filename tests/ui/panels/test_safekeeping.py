# SPDX-License-Identifier: MIT
"""What happened to the reading state is told in the language of the window."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication

from reader.core.resources import resource_path
from reader.core.settings.recovery import RecoveryNews
from reader.ui.safekeeping import told_of

MADE = datetime(2026, 11, 22, 12, tzinfo=UTC)


@pytest.mark.parametrize(("backup", "journal"), [(MADE, True), (MADE, False), (None, True)])
def test_a_recovery_is_told_in_chinese(qapp: QApplication, backup: datetime | None, journal: bool) -> None:
    news = RecoveryNews.of(backup, journal, Path("/data/state.db.damaged-1"))
    assert "has been restored" in told_of(news)
    chinese = QTranslator()
    assert chinese.load(str(resource_path("translations", "article-reader_zh_CN.qm")))
    qapp.installTranslator(chinese)
    try:
        said = told_of(news)
    finally:
        qapp.removeTranslator(chinese)
    assert "阅读记录" in said
    assert "/data/state.db.damaged-1" in said
    assert "restored" not in said
    assert "%1" not in said


def test_other_news_is_told_as_it_is(qapp: QApplication) -> None:
    assert told_of("Something else.") == "Something else."
