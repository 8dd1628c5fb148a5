# SPDX-License-Identifier: MIT
"""What lies at a path, also where the system lets nobody look: in a forbidden folder, on a dead mount."""

from __future__ import annotations

from pathlib import Path


def is_file(path: Path) -> bool:
    """Whether a file lies there that can be seen."""
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False


def is_folder(path: Path) -> bool:
    """Whether a folder lies there that can be seen."""
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def may_be_there(path: Path) -> bool:
    """False only where it is known that nothing lies there; opening the rest says what is the matter."""
    try:
        return path.exists()
    except OSError:
        return True
    except ValueError:
        return False
