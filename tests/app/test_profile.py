# SPDX-License-Identifier: MIT
"""Profiles under one account: nothing of one is seen in another."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from reader.app.command_line import main, read_words
from reader.app.paths import DATA_DIR_VARIABLE, PROFILE_VARIABLE, AppPaths, find_paths
from reader.app.profile import profile_name
from reader.app.single_instance import HandOver, hand_over_or_stand


def test_a_profile_has_folders_of_its_own(tmp_path: Path) -> None:
    plain, work = find_paths(str(tmp_path), {}), find_paths(str(tmp_path), {}, "Work")
    assert work.profile == "work"
    for name in ("state_db", "catalogue", "search_index", "preferences", "window_state", "images", "pages"):
        assert getattr(work, name) != getattr(plain, name)
        assert "work" in getattr(work, name).parts
    assert work.of_profile("") == plain
    assert work.of_profile("home") == plain.of_profile("home")
    assert find_paths(None, {DATA_DIR_VARIABLE: str(tmp_path), PROFILE_VARIABLE: "work"}) == work
    assert find_paths(None, {}, "work").data == AppPaths.of_user().data / "profiles" / "work"


@pytest.mark.parametrize("name", ["工作", "Ångström-2", "a", "x" * 40, "home_2"])
def test_names(name: str) -> None:
    assert profile_name(name) == profile_name(name.upper())


@pytest.mark.parametrize(
    "name", ["", ".", "..", "a/b", "a\\b", "-x", "_", "a b", "a.b", "x" * 41, "CON", "lpt1", "a\0b", "a\n"]
)
def test_names_that_are_no_folders(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--data-dir", str(tmp_path), "--profile", name, "scan"]) == 2
    assert "--profile" in capsys.readouterr().err
    assert main(["scan", "--data-dir", str(tmp_path), "--profile", name]) == 2
    assert not list(tmp_path.iterdir())


def test_commands_know_profiles(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    article = tmp_path / "a.md"
    article.write_text("# A\n\nwords\n", "utf-8")
    data = ["--data-dir", str(tmp_path / "data")]
    assert main([*data, "--profile", "work", "state", "set", str(article), "--star"]) == 0
    capsys.readouterr()
    for words, star in (
        (["state", "--profile=WORK", *data, "show", str(article)], True),
        ([*data, "state", "--profile=work", "show", str(article)], True),
        ([*data, "state", "show", str(article)], False),
        ([*data, "--profile=home", "state", "show", str(article)], False),
    ):
        assert main(words) == 0
        assert ("starred" in capsys.readouterr().out) is star, words


def test_the_window_gets_the_name(monkeypatch: pytest.MonkeyPatch) -> None:
    start = read_words(["--profile", "work", "a.md", "--new-window"])
    assert (start.profile, start.files) == ("work", (Path("a.md"),))


@pytest.mark.skipif(os.name == "nt", reason="the pipe needs Qt there")
def test_each_profile_has_a_process_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    paths = find_paths(str(tmp_path / "data"), {})
    addresses = set()
    for name in ("", "work", "home"):
        first = hand_over_or_stand(paths.of_profile(name).data, HandOver())
        assert first is not None
        addresses.add(first.address)
        os.close(first.listening)
        os.close(first.lock)
    assert len(addresses) == 3
