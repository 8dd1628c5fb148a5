# SPDX-License-Identifier: MIT
"""Dates in the list: by name within a week, then as the locale writes them."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from PySide6.QtCore import QLocale

from reader.core.article import ArticleDate
from reader.ui.written_dates import day_of, written_date

TODAY = date(2026, 11, 22)  # a Sunday


@pytest.mark.parametrize(
    ("moment", "locale", "written"),
    [
        ("2026-11-22", "en_US", "Today"),
        ("2026-11-21T23:59:59+09:00", "en_US", "Yesterday"),
        ("2026-11-18", "en_US", "Wednesday"),
        ("2026-11-18", "zh_CN", "星期三"),
        ("2026-11-15", "en_US", "Nov 15"),
        ("2026-11-15", "zh_CN", "11月15日"),
        ("2021-09-24", "en_US", "Sep 24, 2021"),
        ("2021-09-24", "zh_CN", "2021年9月24日"),
        ("2021-09-24", "ja_JP", "2021年9月24日"),
        ("2021-09-24", "ko_KR", "2021년 9월 24일"),
        ("2026-03-04", "hu_HU", "márc. 4."),
        ("2026-03-04", "fr_FR", "4 mars"),
        ("2026-11-23", "en_US", "Nov 23"),
        ("2030-01-01", "en_US", "Jan 1, 2030"),
        (ArticleDate(datetime(2021, 9, 24)), "en_US", "Sep 24, 2021"),
        (None, "en_US", ""),
        ("", "en_US", ""),
        ("Invalid Date", "en_US", ""),
        ("2021-13-45", "en_US", ""),
    ],
)
def test_dates(moment: ArticleDate | str | None, locale: str, written: str) -> None:
    assert written_date(moment, QLocale(locale), TODAY) == written


@pytest.mark.parametrize(
    "name", ["de_DE", "es_ES", "pt_BR", "ru_RU", "fa_IR", "he_IL", "lt_LT", "th_TH", "vi_VN"]
)
def test_no_locale_leaves_pieces_behind(name: str) -> None:
    for year in (2021, 2026):
        written = written_date(f"{year}-03-04", QLocale(name), TODAY)
        assert written
        assert "'" not in written
        assert written == written.strip(" ,،")


def test_a_day_is_never_shifted() -> None:
    assert day_of("2021-09-24T00:30:00+09:00") == date(2021, 9, 24)
    assert day_of("2021-09-24T23:30:00-08:00") == date(2021, 9, 24)
