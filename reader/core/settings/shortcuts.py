# SPDX-License-Identifier: MIT
"""Shortcuts of the person's own: the section `[shortcuts]`, an action's name with one key or several."""

from __future__ import annotations

from typing import Any, cast

from reader.core.settings.options import Option

SECTION = "shortcuts"
_MOST_KEYS = 4
_LONGEST = 60  # characters of one key


class Shortcut(Option[tuple[str, ...] | None]):
    """The keys of one action; None: those it comes with."""

    def __init__(self, action: str) -> None:
        super().__init__(f"{SECTION}.{action}", None, "Keys of this action.")

    @property
    def allowed(self) -> str:
        return f'a key such as "Ctrl+J", or a list of at most {_MOST_KEYS}; an empty list takes all away'

    def read(self, value: object) -> tuple[str, ...] | None:
        keys = [value] if isinstance(value, str) else value
        if not isinstance(keys, list | tuple):
            raise self._refuse(value)
        words = cast("list[Any]", keys)
        if len(words) > _MOST_KEYS or not all(isinstance(key, str) and len(key) <= _LONGEST for key in words):
            raise self._refuse(value)
        return tuple(str(key).strip() for key in words if str(key).strip())

    def write(self, value: tuple[str, ...] | None) -> list[str]:
        return list(self.read(value or ()) or ())
