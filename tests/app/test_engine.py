# SPDX-License-Identifier: MIT
"""The engine is started with a sandbox wherever one can be, and without where it would give up."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from reader.app import engine

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="namespaces of Linux")


@pytest.fixture
def system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A system with user namespaces, and where it says who may have them."""
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    monkeypatch.setattr(engine, "_user_namespaces", lambda: True)
    monkeypatch.setattr(engine, "_ONLY_NAMED", tmp_path / "restricted")
    monkeypatch.setattr(engine, "_MY_PROFILE", tmp_path / "profile")
    return tmp_path


def test_sandbox_where_nothing_is_restricted(system: Path) -> None:
    assert engine.sandbox_obstacle() is None
    (system / "restricted").write_text("0\n")
    (system / "profile").write_text("unconfined\n")
    assert engine.sandbox_obstacle() is None


def test_no_sandbox_where_only_named_programs_may(system: Path) -> None:
    (system / "restricted").write_text("1\n")
    (system / "profile").write_text("unconfined\n")
    assert "AppArmor" in (engine.sandbox_obstacle() or "")


def test_sandbox_for_a_program_with_a_profile(system: Path) -> None:
    (system / "restricted").write_text("1\n")
    (system / "profile").write_text("article-reader (unconfined)\n")
    assert engine.sandbox_obstacle() is None


def test_no_sandbox_for_root(system: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.geteuid", lambda: 0)
    assert "root" in (engine.sandbox_obstacle() or "")
