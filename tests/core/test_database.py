# SPDX-License-Identifier: MIT
"""SQLite files: opened one way, and every reason why one cannot be used is a sentence."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

import pytest

from reader.core.database import database_errors, is_damage, open_database, transaction
from reader.core.errors import LibraryError


def test_a_database_is_opened_in_wal_mode_with_foreign_keys(tmp_path: Path) -> None:
    connection = open_database(tmp_path / "new" / "file.db")
    assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    assert connection.execute("PRAGMA foreign_keys").fetchone() == (1,)
    connection.close()


def test_a_transaction_is_kept_whole_or_not_at_all(tmp_path: Path) -> None:
    connection = open_database(tmp_path / "file.db")
    with transaction(connection):
        connection.execute("CREATE TABLE one (x)")
    with pytest.raises(ZeroDivisionError), transaction(connection):
        connection.execute("INSERT INTO one VALUES (1)")
        raise ZeroDivisionError
    assert connection.execute("SELECT count(*) FROM one").fetchone() == (0,)
    connection.close()


def test_a_full_disk_is_said(tmp_path: Path) -> None:
    connection = open_database(tmp_path / "file.db")
    connection.execute("CREATE TABLE one (x)")
    connection.execute("PRAGMA max_page_count = 4")
    with (
        pytest.raises(LibraryError, match="the disk is full"),
        database_errors(LibraryError, "The catalogue", tmp_path),
        transaction(connection),
    ):
        connection.execute("INSERT INTO one VALUES (zeroblob(1000000))")
    assert not connection.in_transaction
    connection.close()


@pytest.mark.parametrize(("free", "said"), [(0, "the disk is full"), (1 << 30, "the disk reports an error")])
def test_a_disk_so_full_that_reading_fails_is_said_to_be_full(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, free: int, said: str
) -> None:
    room = shutil.disk_usage(tmp_path)._replace(free=free)
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: room)
    error = sqlite3.OperationalError("disk I/O error")
    error.sqlite_errorname = "SQLITE_IOERR_SHMSIZE"
    with pytest.raises(LibraryError, match=said), database_errors(LibraryError, "It", tmp_path / "a.db"):
        raise error


def test_a_folder_in_the_place_of_the_file_is_said(tmp_path: Path) -> None:
    with (
        pytest.raises(LibraryError, match="a folder has its name"),
        database_errors(LibraryError, "The catalogue", tmp_path),
    ):
        open_database(tmp_path)


def test_damage_is_told_from_other_errors(tmp_path: Path) -> None:
    file = tmp_path / "file.db"
    file.write_bytes(b"anything else" * 100)
    with pytest.raises(LibraryError, match="is damaged") as caught:  # noqa: SIM117
        with database_errors(LibraryError, "The catalogue", file):
            open_database(file)
    assert is_damage(caught.value.__cause__)
    assert not is_damage(sqlite3.OperationalError("locked"))
    assert not is_damage(None)
