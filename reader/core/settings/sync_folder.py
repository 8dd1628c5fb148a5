# SPDX-License-Identifier: MIT
"""Keeps in step with a folder that Syncthing, Nextcloud or Dropbox carries from machine to machine."""

from __future__ import annotations

import os
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from reader.core.settings.journal import SUFFIX
from reader.core.settings.merge import MergeReport, journals_in, take_journals, write_journal

if TYPE_CHECKING:
    from reader.core.settings.store import StateStore

_ABANDONED = 3600  # seconds after which nobody writes a file any more


@dataclass(frozen=True, slots=True)
class FolderLook:
    """What lies in a folder for keeping in step: each journal with what tells its versions apart."""

    journals: Mapping[Path, str]


def look_into(folder: Path) -> FolderLook:
    """The journals of a folder as they are now; opens none of them."""
    return FolderLook({path: mark for path in journals_in(folder) if (mark := _mark(path))})


def come_in_step(store: StateStore, folder: Path) -> MergeReport:
    """Takes in what other machines have left since last time, and leaves what is new here.

    Journals that were taken in before are not read again. Safe to repeat, and to break off anywhere.
    """
    look = look_into(folder)
    own = folder / f"{store.machine}{SUFFIX}"
    with store.errors():
        news = [path for path, mark in look.journals.items() if store.meta(_name(path)) != mark]
    report = take_journals(store, news)
    with store.errors():
        for path in news:
            store.set_meta(_name(path), look.journals[path])
        write_journal(store, own, anew=report.changed > 0)
        store.set_meta(_name(own), _mark(own))
    _sweep(folder, own.name)
    return report


def _name(path: Path) -> str:
    return f"taken:{os.fsencode(path).decode('utf-8', 'replace')}"


def _mark(path: Path) -> str:
    """Empty where the file has just gone."""
    try:
        found = path.stat()
    except OSError:
        return ""
    return f"{found.st_ino} {found.st_size} {found.st_mtime_ns} {found.st_ctime_ns}"


def _sweep(folder: Path, own: str) -> None:
    """Takes away what our own writing left when it was broken off; other machines' files are theirs."""
    try:
        with os.scandir(folder) as found:
            left = [one for one in found if one.name.startswith(f".{own}.") and one.is_file()]
        for one in left:
            if one.stat().st_mtime < time.time() - _ABANDONED:
                Path(one.path).unlink()
    except OSError:  # next time, then
        return
