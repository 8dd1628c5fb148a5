# SPDX-License-Identifier: MIT
"""Downloads pictures in a process of its own, so that the window never waits for the network."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QObject, QProcess, Signal

from .command_process import CommandProcess, own_command
from .sentences import in_own_words

_END_MS = 1000


@dataclass(frozen=True, slots=True)
class ImageProgress:
    """How far the downloads are; `left` in seconds, where it can be guessed."""

    done: int = 0
    total: int = 0
    stored: int = 0
    received: int = 0
    speed: int = 0
    left: int | None = None
    errors: dict[str, int] = field(default_factory=dict[str, int])


class ImageProcess(QObject):
    """Runs `article-reader images --fetch`, follows it, and can pause and stop it."""

    progressed = Signal(object)  # ImageProgress
    finished = Signal(object)  # the counts as a mapping, or None if there are none

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._process = CommandProcess(self)
        self._process.said.connect(self._on_said)
        self._process.ended.connect(lambda: self.finished.emit(self._report))
        self._report: dict[str, Any] | None = None

    @property
    def is_running(self) -> bool:
        """Whether downloads are under way."""
        return self._process.is_running

    @property
    def complaint(self) -> str:
        """Why there are no counts, in the language of the window; empty where it is not known."""
        return in_own_words(self._process.complaint)

    def start(self, words: Sequence[str]) -> None:
        """Begin, with what stands behind `images --fetch` on the command line."""
        if not self._process.is_running:
            self._report = None
            self._process.start(["images", "--fetch", "--json", "--progress", *words])

    def pause(self, on: bool) -> None:
        """Begin nothing new, or go on."""
        self._process.tell("pause" if on else "resume")

    def cancel(self) -> None:
        """Stop soon; what is stored stays."""
        self._process.tell("cancel")

    def end(self) -> None:
        """Stop now: the window closes."""
        self._process.close(_END_MS)

    def _on_said(self, message: dict[str, Any]) -> None:
        if "done" in message:
            self.progressed.emit(ImageProgress(**message))
        elif "articles" in message:
            self._report = message


def prune_images() -> None:
    """Bring the cache under its limit in a process of its own, which may outlive this one."""
    program, *arguments = own_command("images", "--prune", "--json")
    QProcess.startDetached(program, arguments)
