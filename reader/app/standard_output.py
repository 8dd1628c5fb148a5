# SPDX-License-Identifier: MIT
"""The end of what is printed: whoever reads it may have seen enough before."""

from __future__ import annotations

import os
import sys


def flush_output() -> None:
    """Hand on what was printed; that nobody reads it any more is no error."""
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        silence_output()


def silence_output() -> None:
    """Keep the interpreter from complaining about the closed pipe when it flushes at exit."""
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
    except (OSError, ValueError):
        pass
