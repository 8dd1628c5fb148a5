# SPDX-License-Identifier: MIT
"""Keeps in step with a folder that Syncthing, Nextcloud or Dropbox carries from machine to machine."""

from __future__ import annotations

import os
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from reader.core.settings.journal import SUFFIX, replace
from reader.core.settings.merge import (
    MergeReport,
    journals_in,
    keep_former,
    refuse_own_place,
    take_journals,
    write_journal,
)

if TYPE_CHECKING:
    from reader.core.settings.store import StateStore

LARGE = 5000
"""Fields of a state that is no longer written whole after every change."""
MOST_RECENT = 2000
"""Fields that may be set after the whole was written, before it is written again."""
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
    with store.errors():
        news = [path for path, mark in look.journals.items() if store.meta(_name(path)) != mark]
        if news:
            keep_former(store)
    report = take_journals(store, news)
    with store.errors():
        for path in news:
            store.set_meta(_name(path), look.journals[path])
        for path in _leave(store, folder, anew=report.changed > 0):
            store.set_meta(_name(path), _mark(path))
        store.set_meta(_step(folder), store.moment())
    _sweep(folder, store.machine)
    return report


def last_step(store: StateStore, folder: Path) -> str:
    """When this machine was in step with a folder last, as UTC; empty if it never was."""
    with store.errors():
        return store.meta(_step(folder))


def _leave(store: StateStore, folder: Path, *, anew: bool) -> Sequence[Path]:
    """Writes what is new here; of a large state only what was set since the whole was written last."""
    whole, recent = folder / f"{store.machine}{SUFFIX}", folder / f"{store.machine}.recent{SUFFIX}"
    fields, newest = store.extent()
    if fields <= LARGE:
        write_journal(store, whole, anew=anew)
        return (whole,)
    refuse_own_place(store, whole)
    week = f"{store.now():%G-%V}"
    base, _, rest = store.meta(f"whole:{whole}").partition(" ")
    tail = store.entries_after(base) if base and rest == f"{week} {_mark(whole)}" else None
    if tail is None or len(tail) > MOST_RECENT:
        replace(whole, store.machine, store.entries())
        store.set_meta(f"whole:{whole}", f"{newest} {week} {_mark(whole)}")
        with suppress(OSError):  # what is left there is known anyhow
            recent.unlink()
        return (whole,)
    note, mark = f"left:{recent}", f"{len(tail)} {newest}"
    if tail and store.meta(note) != f"{mark} {_mark(recent)}":
        replace(recent, store.machine, tail)
        store.set_meta(note, f"{mark} {_mark(recent)}")
    return (recent,)


def _step(folder: Path) -> str:
    return f"step:{os.fsencode(folder).decode('utf-8', 'replace')}"


def _name(path: Path) -> str:
    return f"taken:{os.fsencode(path).decode('utf-8', 'replace')}"


def _mark(path: Path) -> str:
    """Empty where the file has just gone."""
    try:
        found = path.stat()
    except OSError:
        return ""
    return f"{found.st_ino} {found.st_size} {found.st_mtime_ns} {found.st_ctime_ns}"


def _sweep(folder: Path, machine: str) -> None:
    """Takes away what our own writing left when it was broken off; other machines' files are theirs."""
    try:
        with os.scandir(folder) as found:
            left = [one for one in found if one.name.startswith(f".{machine}.") and one.is_file()]
        for one in left:
            if one.stat().st_mtime < time.time() - _ABANDONED:
                Path(one.path).unlink()
    except OSError:  # next time, then
        return
