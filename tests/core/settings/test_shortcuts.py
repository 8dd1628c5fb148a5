# SPDX-License-Identifier: MIT
"""The section `[shortcuts]`: read leniently, written one action at a time."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.core.settings import Preferences
from reader.core.settings.shortcuts import Shortcut


def test_keys_are_read_written_and_taken_out(tmp_path: Path) -> None:
    path = tmp_path / "preferences.toml"
    path.write_text('# mine\n[shortcuts]\nnext = "X"\nprevious = ["Y", "Ctrl+Up"]\nquit = []\n', "utf-8")
    preferences = Preferences(path)
    assert preferences.problems == ()
    assert preferences.shortcuts == {"next": ("X",), "previous": ("Y", "Ctrl+Up"), "quit": ()}
    preferences.set(Shortcut("next"), ("Z", "W"))
    preferences.reset(Shortcut("quit"))
    again = Preferences(path)
    assert again.shortcuts == {"next": ("Z", "W"), "previous": ("Y", "Ctrl+Up")}
    assert path.read_text("utf-8").startswith("# mine")


@pytest.mark.parametrize("value", ["7", "[1]", '["a", "b", "c", "d", "e"]', f'"{"x" * 61}"', "{}"])
def test_nonsense_is_reported_with_its_line(tmp_path: Path, value: str) -> None:
    path = tmp_path / "preferences.toml"
    path.write_text(f'[shortcuts]\nnext = {value}\nprevious = "Y"\n', "utf-8")
    preferences = Preferences(path)
    assert preferences.shortcuts == {"previous": ("Y",)}
    assert [problem.line for problem in preferences.problems] == [2]
