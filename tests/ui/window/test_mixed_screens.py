# SPDX-License-Identifier: MIT
"""A window that is moved to a screen of another scale is as sharp there, and as large to the eye."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QToolButton

from reader.ui.search_field import SearchField

ROOT = Path(__file__).resolve().parents[3]


@pytest.mark.engine
@pytest.mark.slow
@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Qt makes the screens up")
@pytest.mark.parametrize("factor", ["2", "1.5"])
def test_window_page_and_picture_follow_the_screen(tmp_path: Path, factor: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.ui.window.between_screens", tmp_path, factor],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    seen = [json.loads(line) for line in done.stdout.splitlines()]
    assert [each["screen"] for each in seen] == ["one", "two", "one"]
    ratios = [1.0, float(factor), 1.0]
    assert [each["ratio"] for each in seen] == ratios
    assert [each["page"] for each in seen] == ratios
    assert [each["panel"][0] for each in seen] == ratios
    assert [each["canvas"] for each in seen] == [[], [float(factor)], [1.0]], "what one pixel of it is"
    for same in ("size", "text"):
        assert len({str(each[same]) for each in seen}) == 1
    assert len({each["panel"][1] for each in seen}) == 1


def test_small_drawings_are_ready_for_every_screen(qapp: QApplication) -> None:
    field = SearchField(QColor("#808080"))
    field.setText("words")
    [cross] = field.findChildren(QToolButton)
    assert {size.width() for size in cross.icon().availableSizes()} >= {16, 32, 48}
