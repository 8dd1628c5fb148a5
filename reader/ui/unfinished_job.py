# SPDX-License-Identifier: MIT
"""Remembers a long download while it runs, so that the next start goes on with what this one leaves."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSettings

_KEY = "offline_job"
_LIST = "offline-articles.txt"
_KNOWN = frozenset(("--all", "--starred", "--lacking", "--retry"))


class UnfinishedJob:
    """The words of one job, as the command line takes them; empty when all is done."""

    def __init__(self, state: QSettings) -> None:
        self._state = state
        self._named = Path(state.fileName()).with_name(_LIST)

    @property
    def words(self) -> list[str]:
        """What another run of the program has begun and not ended; words that no job has are none."""
        try:
            job = json.loads(str(self._state.value(_KEY, "{}")))
            if job.get("process") == os.getpid():
                return []
            told = job.get("words")
        except (ValueError, AttributeError):
            return []
        if not isinstance(told, list) or not told or not all(isinstance(word, str) for word in told):
            return []
        named = told[0] == "--category" and len(told) == 2
        return told if named or told == ["--from", str(self._named)] or set(told) <= _KNOWN else []

    def words_for(self, paths: Sequence[Path]) -> list[str]:
        """The words of a job for these articles: a file beside the window's memory names them.

        Empty where it cannot be written.
        """
        from reader.core.kept_files import write_whole

        is_written = write_whole(self._named, [os.fsencode(path) + b"\0" for path in paths])
        return ["--from", str(self._named)] if is_written else []

    def begin(self, words: Sequence[str]) -> None:
        """It has begun."""
        self._state.setValue(_KEY, json.dumps({"words": list(words), "process": os.getpid()}))
        self._state.sync()

    def end(self) -> None:
        """It has ended, or nobody wants it any more."""
        self._state.remove(_KEY)
        self._state.sync()
