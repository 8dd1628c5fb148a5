# SPDX-License-Identifier: MIT
"""Preferences: lenient reading, careful writing, and a documentation that cannot drift."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from reader.core.errors import SettingsError
from reader.core.settings import OPTIONS, Preferences
from reader.core.settings.options import (
    FONT_SIZE,
    JUSTIFY,
    LINE_HEIGHT,
    MARK_READ_SECONDS,
    THEME,
    WIDTH,
    preferences_document,
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "config" / "preferences.toml"


def written(file: Path, text: str) -> Preferences:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")
    return Preferences(file)


def test_without_a_file_everything_is_default_and_nothing_is_written(file: Path) -> None:
    preferences = Preferences(file)
    assert all(preferences.get(option) == option.default for option in OPTIONS.values())
    assert not file.parent.exists()


def test_every_default_is_a_value_the_option_allows() -> None:
    for option in OPTIONS.values():
        assert option.read(option.write(option.default)) == option.default


def test_a_value_that_was_set_is_there_after_a_restart(file: Path) -> None:
    preferences = Preferences(file)
    preferences.set(FONT_SIZE, 21)
    preferences.set(THEME, "sepia")
    preferences.set(JUSTIFY, False)
    preferences.set(LINE_HEIGHT, 1.55)
    again = Preferences(file)
    assert (again.get(FONT_SIZE), again.get(THEME), again.get(JUSTIFY)) == (21, "sepia", False)
    assert again.get(LINE_HEIGHT) == 1.55
    again.set(FONT_SIZE, None)
    assert Preferences(file).get(FONT_SIZE) is None


def test_comments_and_unknown_keys_survive_a_change(file: Path) -> None:
    text = '# mine\n[reading]\nwidth = "wide" # broad\nunknown = [1, 2]\n\n[other]\nkey = "kept"\n'
    preferences = written(file, text)
    preferences.set(WIDTH, "narrow")
    changed = file.read_text("utf-8")
    assert changed == text.replace('"wide"', '"narrow"')


def test_reset_takes_the_key_out(file: Path) -> None:
    preferences = written(file, '[reading]\nwidth = "wide"\njustify = false\n')
    preferences.reset(WIDTH)
    assert "width" not in file.read_text("utf-8")
    assert preferences.get(WIDTH) == "normal"
    assert Preferences(file).get(JUSTIFY) is False


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("[reading]\n\nfont_size = 99\n", 3),
        ('reading.font_size = "huge"\n', 1),
        ("# c\n[appearance] # look\ntheme = 'pink'\n", 3),
        ("[reading]\njustify = 1\n", 2),
        ("[reading]\nfont_size = nan\n", 2),
        ("[reading]\nfont_size = 1e400\n", 2),
        ("[reading]\nmark_read_seconds = true\n", 2),
    ],
)
def test_a_bad_value_is_reported_with_its_line_and_the_default_used(file: Path, text: str, line: int) -> None:
    preferences = written(file, text)
    (problem,) = preferences.problems
    assert problem.line == line
    assert "must be" in problem.message
    assert preferences.get(FONT_SIZE) is None
    assert preferences.get(THEME) == "system"
    assert preferences.get(MARK_READ_SECONDS) == 10


def test_a_file_that_does_not_parse_is_reported_and_never_overwritten(file: Path) -> None:
    text = '[reading]\nwidth = "wide\n'
    preferences = written(file, text)
    (problem,) = preferences.problems
    assert problem.line == 2
    with pytest.raises(SettingsError, match="cannot be changed because it does not parse"):
        preferences.set(WIDTH, "narrow")
    assert file.read_text("utf-8") == text


@pytest.mark.parametrize(
    "data", [b"\xff\xfe\x00", b"reading = 3\n", b"[[reading]]\nwidth = 1\n", b"a" * 2_000_000, b"[" * 5000]
)
def test_a_hostile_file_does_no_harm(file: Path, data: bytes) -> None:
    file.parent.mkdir(parents=True)
    file.write_bytes(data)
    preferences = Preferences(file)
    assert preferences.get(WIDTH) == "normal"
    with pytest.raises(SettingsError):
        preferences.set(WIDTH, "wide")
    assert file.read_bytes() == data


def test_a_byte_order_mark_and_windows_line_ends_are_read(file: Path) -> None:
    file.parent.mkdir(parents=True)
    file.write_bytes(b'\xef\xbb\xbf[reading]\r\nwidth = "wide"\r\n')
    assert Preferences(file).get(WIDTH) == "wide"


def test_a_value_that_is_not_allowed_is_not_written(file: Path) -> None:
    preferences = Preferences(file)
    with pytest.raises(ValueError, match="12 to 40"):
        preferences.set(FONT_SIZE, 200)
    assert not file.exists()


def test_another_process_changing_another_key_loses_nothing(file: Path) -> None:
    ours, theirs = Preferences(file), Preferences(file)
    theirs.set(WIDTH, "wide")
    ours.set(THEME, "dark")
    assert Preferences(file).get(WIDTH) == "wide"
    assert ours.reload() is True
    assert ours.get(WIDTH) == "wide"
    assert ours.reload() is False


def test_a_link_and_its_permissions_are_kept(file: Path, tmp_path: Path) -> None:
    real = tmp_path / "dotfiles.toml"
    real.write_text("", "utf-8")
    real.chmod(0o600)
    file.parent.mkdir()
    file.symlink_to(real)
    Preferences(file).set(WIDTH, "wide")
    assert file.is_symlink()
    assert stat.S_IMODE(real.stat().st_mode) == 0o600
    assert not list(tmp_path.glob(".dotfiles*"))


def test_a_folder_that_cannot_be_made_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("", "utf-8")
    preferences = Preferences(tmp_path / "taken" / "preferences.toml")
    with pytest.raises(SettingsError, match="cannot be"):
        preferences.set(WIDTH, "wide")


def test_the_documentation_is_made_from_the_declarations(checkout: Path) -> None:
    assert (checkout / "docs" / "PREFERENCES.md").read_text("utf-8") == preferences_document()
