# SPDX-License-Identifier: MIT
"""Which language the window speaks, and how dates and numbers are written beside it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QLocale

from reader.ui.look import are_written_alike, language_of


@pytest.mark.parametrize(
    ("names", "language"),
    [
        (["zh-Hans-CN", "zh-CN"], "zh_CN"),
        (["zh-SG"], "zh_CN"),
        (["zh"], "zh_CN"),
        (["zh-Hant-TW", "zh-TW"], "zh_TW"),
        (["zh-HK"], "zh_TW"),
        (["de-DE", "zh_TW"], "zh_TW"),
        (["de-DE", "en-GB"], "en"),
        (["de-DE"], "en"),
        ([], "en"),
    ],
)
def test_the_first_language_it_speaks(names: list[str], language: str) -> None:
    assert language_of(names) == language


def test_a_chinese_desktop_keeps_its_dates_only_beside_its_own_script() -> None:
    assert are_written_alike(QLocale("zh_HK"), QLocale("zh_TW"))
    assert are_written_alike(QLocale("en_GB"), QLocale("en"))
    assert not are_written_alike(QLocale("zh_CN"), QLocale("zh_TW"))
    assert not are_written_alike(QLocale("de"), QLocale("en"))
