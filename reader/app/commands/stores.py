# SPDX-License-Identifier: MIT
"""Opens the library for a sub-command and closes it again."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager

from reader.app.paths import AppPaths
from reader.core.library import Library
from reader.core.settings import ReadingStates


@contextmanager
def opened_library(paths: AppPaths) -> Generator[Library]:
    """The library of these paths, for the thread that calls."""
    states = ReadingStates(paths.state_db)
    library = Library(paths.catalogue, states, paths.search_index)
    try:
        yield library
    finally:
        library.close()
        states.close()
