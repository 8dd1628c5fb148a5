# SPDX-License-Identifier: MIT
"""Highlights are written beside and put in place, through no link that somebody laid there."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from reader.core.settings.highlight_export import sample_highlights
from reader.ui.highlight_export import write_highlights


@pytest.mark.skipif(os.name != "posix", reason="links need rights on Windows")
def test_a_link_in_a_shared_folder_is_not_written_through(tmp_path: Path) -> None:
    precious = tmp_path / "precious.txt"
    precious.write_text("mine")
    target = tmp_path / "marks.md"
    (tmp_path / ".marks.md.part").symlink_to(precious)
    target.symlink_to(precious)
    write_highlights(sample_highlights(), target)
    assert precious.read_text() == "mine"
    assert "Example" in target.read_text("utf-8")
    assert not list(tmp_path.glob(".article-*"))
