# SPDX-License-Identifier: MIT
"""`doctor`: finds what is broken, makes nothing, repairs what can be rebuilt."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from reader.app.command_line import main
from reader.app.paths import DATA_DIR_VARIABLE, AppPaths, find_paths


def checks(
    app_paths: AppPaths, capfd: pytest.CaptureFixture[str], status: int = 0
) -> dict[str, dict[str, object]]:
    capfd.readouterr()
    assert main(["--data-dir", str(app_paths.data), "doctor", "--json"]) == status
    lines = [json.loads(line) for line in capfd.readouterr().out.splitlines()]
    assert all(list(line) == ["check", "ok", "detail"] for line in lines)
    return {line["check"]: line for line in lines}


def test_a_fresh_start_is_sound_and_nothing_is_made(
    app_paths: AppPaths, capfd: pytest.CaptureFixture[str]
) -> None:
    found = checks(app_paths, capfd)
    assert {
        "article-reader",
        "pyside6",
        "sandbox",
        "fonts",
        "voices",
        "pages",
        "thumbnails",
        "preferences",
        "reading state",
        "catalogue",
    } <= set(found)
    assert found["catalogue"]["ok"] and found["reading state"]["ok"]
    assert not app_paths.data.exists()


def test_each_broken_store_is_named(
    app_paths: AppPaths, capfd: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "a.md").write_text("Words.", "utf-8")
    assert main(["--data-dir", str(app_paths.data), "add", str(folder)]) == 0
    assert str(checks(app_paths, capfd)["articles"]["detail"]).startswith("1,")
    app_paths.preferences.write_text("[reading]\nfont_size = 1\n", "utf-8")
    assert checks(app_paths, capfd, 1)["preferences"]["ok"] is False
    app_paths.preferences.unlink()
    app_paths.state_db.write_bytes(b"damaged" * 1000)
    restored = checks(app_paths, capfd, 1)["reading state restored"]
    assert restored["ok"] is False
    assert "restored from" in str(restored["detail"])
    assert checks(app_paths, capfd)["reading state"]["ok"] is True
    shutil.rmtree(app_paths.data / "journal")
    shutil.rmtree(app_paths.data / "backups", ignore_errors=True)
    app_paths.state_db.write_bytes(b"damaged" * 1000)
    assert checks(app_paths, capfd, 1)["reading state"]["ok"] is False


def test_repair_makes_the_catalogue_anew(
    app_paths: AppPaths, capfd: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "a.md").write_text("Words.", "utf-8")
    start = ["--data-dir", str(app_paths.data)]
    assert main([*start, "add", str(folder)]) == 0
    app_paths.catalogue.write_bytes(b"damaged" * 1000)
    assert main([*start, "doctor", "--repair"]) == 0
    capfd.readouterr()
    assert main([*start, "list", "--json"]) == 0
    assert len(capfd.readouterr().out.splitlines()) == 1


def test_a_table_for_people(app_paths: AppPaths, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["--data-dir", str(app_paths.data), "doctor"]) == 0
    assert "article-reader" in capfd.readouterr().out


def test_where_the_files_are_kept(tmp_path: Path) -> None:
    by_option = find_paths(str(tmp_path / "a"), {DATA_DIR_VARIABLE: str(tmp_path / "b")})
    by_variable = find_paths(None, {DATA_DIR_VARIABLE: str(tmp_path / "b")})
    of_user = find_paths(None, {})
    assert by_option.state_db == tmp_path / "a" / "state.db"
    assert by_variable.catalogue == tmp_path / "b" / "cache" / "catalogue.db"
    assert "article-reader" in str(of_user.state_db)
    every = (by_option.catalogue, by_option.images, by_option.preferences, by_option.pages)
    assert all(path.is_relative_to(tmp_path / "a") for path in (*every, by_option.window_state))
