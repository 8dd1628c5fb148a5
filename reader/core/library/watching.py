# SPDX-License-Identifier: MIT
"""Hears from the system in which folders something happened; says where it cannot and has to look itself.

watchfiles, because a storm of 5,000 files in 10,000 folders reached us whole within a second; watchdog lost
events of the same storm to an overflowing queue.
"""

from __future__ import annotations

import os
import re
import threading
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path
from queue import Empty, SimpleQueue

from reader.core.library.ignoring import IGNORE_FILE
from reader.core.library.scopes import Scope
from reader.core.library.walker import GENERATOR_MARKS, SKIPPED_FOLDERS, is_utf8

QUIET_MS = 100
"""A batch of events ends when nothing came for so long,"""
LONGEST_BATCH_MS = 800
"""or after so long."""
MOST_PLACES = 2000
"""Where more is named at once, looking at everything is cheaper."""
READY_SECONDS = 10.0
AGAIN_SECONDS = 1.0
"""After watching had to end for a name."""
_UNDECODABLE = re.compile(r'Unable to decode path "([^"\\]*)')
NETWORK = frozenset(
    {"nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "afs", "ceph", "davfs", "vboxsf", "prl_fs", "ncpfs"}
)
"""File systems that do not tell what others change on them; so do most of FUSE."""


class Watch:
    """Listens to folders on a thread of its own, from its making until `close`."""

    def __init__(self, folders: Sequence[Path]) -> None:
        self._events: SimpleQueue[Sequence[str]] = SimpleQueue()
        self._ready, self._ended = threading.Event(), threading.Event()
        self._reason = ""
        away = [folder for folder in folders if is_on_network(folder)]
        self._heard = [folder for folder in folders if folder not in away]
        self._silent = away
        if away:
            self._reason = f"{away[0]} lies on a network drive"
        self._threads: list[threading.Thread] = []
        self._start(self._listen)
        self._ready.wait(READY_SECONDS)

    @property
    def polled(self) -> tuple[Path, ...]:
        """The folders that have to be looked at now and then."""
        return tuple(self._silent)

    @property
    def reason(self) -> str:
        """Why some folders have to be looked at; empty if none has to."""
        return self._reason

    @property
    def has_news(self) -> bool:
        """Whether something happened that was not asked for yet."""
        return not self._events.empty()

    def news(self, wait_seconds: float) -> Scope | None:
        """Where something happened; an empty scope after a quiet wait, None where all has to be looked at."""
        paths: list[str] = []
        try:
            paths += self._events.get(timeout=wait_seconds)
            while True:
                paths += self._events.get_nowait()
        except Empty:
            return scope_of(paths)

    def close(self) -> None:
        """Stops listening."""
        self._ended.set()
        for thread in self._threads:
            thread.join(READY_SECONDS)

    def _start(self, listen: Callable[[], object]) -> None:
        thread = threading.Thread(target=listen, name="watch", daemon=True)
        self._threads.append(thread)
        thread.start()

    def _listen(self) -> None:
        """To all folders together; one that stumbles is listened to apart from then on."""
        try:
            while self._heard and not self._ended.is_set():
                try:
                    self._follow(self._heard)
                except Exception as error:
                    apart = _stumbling(error, self._heard)
                    if not apart:
                        raise
                    self._set_apart(apart)
        except Exception as error:  # limits of the system, folders that vanish: then we look ourselves
            self._silent = [*self._silent, *self._heard]
            self._reason = f"the system does not tell of changes ({error})"
        finally:
            self._ready.set()

    def _set_apart(self, folders: Sequence[Path]) -> None:
        """Folders with names that watchfiles cannot hand over: each of them ends its watching."""
        self._heard = [folder for folder in self._heard if folder not in folders]
        self._silent = [*self._silent, *folders]
        self._reason = f"{folders[0]} holds names that are not UTF-8"
        if self._heard:
            self._events.put([str(folder) for folder in self._heard])  # what may have been missed
        for folder in folders:
            self._start(partial(self._listen_again_and_again, folder))

    def _listen_again_and_again(self, folder: Path) -> None:
        """Most changes are heard so; whatever falls between is found when the folder is looked at.

        To each folder in it by itself: going down into them, watchfiles would stumble at once.
        """
        while not self._ended.is_set():
            try:
                self._follow(_named_folders(folder), recursive=False)
            except Exception as error:
                if not _stumbling(error, [folder]):
                    return
                self._ended.wait(AGAIN_SECONDS)

    def _follow(self, folders: Sequence[Path], *, recursive: bool = True) -> None:
        """Hands on what happens until it is over or, where it looks into none, a folder came or went."""
        from watchfiles import watch

        batches = watch(
            *folders,
            watch_filter=None,
            debounce=LONGEST_BATCH_MS,
            step=QUIET_MS,
            stop_event=self._ended,
            rust_timeout=300,
            yield_on_timeout=True,
            raise_interrupt=False,
            force_polling=False,
            ignore_permission_denied=True,
            recursive=recursive,
        )
        for batch in batches:
            self._ready.set()
            if batch:
                self._events.put([path for _, path in batch])
                if not recursive and not all(os.path.isfile(path) for _, path in batch):
                    return


def _named_folders(root: Path) -> list[Path]:
    """A folder and all in it whose names are UTF-8."""
    found: list[Path] = []
    for folder, inner, _files in os.walk(os.fsencode(root)):
        inner[:] = [name for name in inner if is_utf8(name) and not _is_skipped(name)]
        found.append(Path(os.fsdecode(folder)))
    return found


def _is_skipped(name: bytes) -> bool:
    return name.startswith(b".") or name in SKIPPED_FOLDERS


def _stumbling(error: Exception, folders: Sequence[Path]) -> list[Path]:
    """Which of `folders` holds the name that watchfiles could not hand over, or may; none at other errors."""
    found = _UNDECODABLE.search(str(error))
    if found is None:
        return []
    around = [folder for folder in folders if found[1].startswith(os.path.join(folder, ""))]
    return around or list(folders)


def scope_of(paths: Iterable[str]) -> Scope | None:
    """The folders to look into after something happened at `paths`; None for everything."""
    flat: set[bytes] = set()
    deep: set[bytes] = set()
    for path in set(paths):
        stored = os.fsencode(path)
        parts = stored.split(os.fsencode(os.sep))
        if not SKIPPED_FOLDERS.isdisjoint(parts) or b".git" in parts:
            continue
        folder = os.path.dirname(stored)
        if parts[-1] == IGNORE_FILE or parts[-1] in GENERATOR_MARKS:
            deep.add(folder)
            continue
        flat.add(folder)
        if not os.path.isfile(stored):  # a folder, or what may have been one
            deep.add(stored)
    if len(flat) + len(deep) > MOST_PLACES:
        return None
    return Scope.of(flat, deep)


def is_on_network(folder: Path) -> bool:
    """Whether a folder lies on a file system that cannot tell of changes; where unknown, it does not."""
    try:
        with open("/proc/self/mountinfo", encoding="utf-8", errors="surrogateescape") as file:
            mounts = [line.split() for line in file]
    except OSError:
        return False
    real = os.path.realpath(folder)
    best, kind = "", ""
    for fields in mounts:
        point = fields[4].replace("\\040", " ")
        inside = real == point or real.startswith(point.rstrip("/") + "/")
        if inside and len(point) >= len(best) and "-" in fields:
            best, kind = point, fields[fields.index("-") + 1]
    return kind in NETWORK or (kind.startswith("fuse.") and kind not in ("fuse.portal", "fuse.lxcfs"))
