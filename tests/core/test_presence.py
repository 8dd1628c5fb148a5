# SPDX-License-Identifier: MIT
"""What cannot be looked at is an answer, never a crash."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.core.presence import is_file, is_folder, may_be_there


def test_what_is_seen_is_said(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_text("", "utf-8")
    assert (is_file(file), is_folder(file), may_be_there(file)) == (True, False, True)
    assert (is_file(tmp_path), is_folder(tmp_path), may_be_there(tmp_path)) == (False, True, True)
    assert not may_be_there(tmp_path / "b.md")


def test_what_cannot_be_looked_at_may_be_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    long, impossible = tmp_path / ("x" * 300), Path("a\0b")
    assert not is_file(long)
    assert not is_folder(long)
    assert may_be_there(long)
    assert not any(look(impossible) for look in (is_file, is_folder, may_be_there))

    def forbidden(_path: Path, **_how: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "stat", forbidden)
    assert not is_file(tmp_path)
    assert not is_folder(tmp_path)
    assert may_be_there(tmp_path)
