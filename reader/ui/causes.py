# SPDX-License-Identifier: MIT
"""Why the system refused to read or write a file, in the language of the window."""

from __future__ import annotations

from reader.core.errors import cause_of

from .sentences import in_own_words


def said_cause(error: OSError) -> str:
    """The cause as part of a sentence; rare ones in English."""
    return in_own_words(cause_of(error))
