# SPDX-License-Identifier: MIT
"""One change of one field, as the journal, the exports and the database keep it; nothing else is let in."""

from __future__ import annotations

import json
import math
import os
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, cast

from reader.core.settings.clock import is_moment, is_reading

MOST_TEXT = 200_000
"""Characters of one value; a note that is longer is not taken in from outside."""
MOST_NAME = 200
"""Characters of the name of a tag or a smart list."""
MOST_QUERY = 1000
"""Characters of a saved query: as many as the search reads."""
MOST_FOLDERS = 10_000
MOST_COPIES = 1000
"""Files that share one reading state."""
COLOURS = ("yellow", "green", "blue", "pink", "purple")
STATES = ("new", "unread", "reading", "finished", "archived")

_ENTITY = re.compile(r"(?:a:[0-9a-f]{32}|h:[0-9a-f]{32}|s:[0-9a-f]{32}|m:[0-9a-f]{8})")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_NAME = re.compile(r"[^\x00-\x1f\x7f]{1,200}")


@dataclass(frozen=True, slots=True)
class Entry:
    """`entity` has this `value` in `field` since `clock`.

    An entity is `a:` an article, `h:` a highlight, `s:` a smart list or `m:` a machine.
    """

    entity: str
    field: str
    value: str  # JSON
    clock: str

    def line(self) -> bytes:
        """As one line of a journal."""
        head = json.dumps({"entity": self.entity, "field": self.field}, ensure_ascii=True)[:-1]
        return f'{head}, "value": {self.value}, "clock": "{self.clock}"}}\n'.encode("ascii")


def written(value: object) -> str:
    """A value as entries hold it: one spelling for each, ASCII, and any bytes of a name."""
    return json.dumps(value, ensure_ascii=True, sort_keys=True, separators=(",", ":"), allow_nan=False)


def read_entry(line: bytes) -> Entry | None:
    """The entry on a line; None if it is none, or one that no version of ours writes."""
    try:
        table = json.loads(line)
    except (ValueError, RecursionError):
        return None
    if not isinstance(table, dict):
        return None
    found = cast("dict[str, object]", table)
    entity, field, clock = found.get("entity"), found.get("field"), found.get("clock")
    if not (isinstance(entity, str) and isinstance(field, str) and isinstance(clock, str)):
        return None
    if _ENTITY.fullmatch(entity) is None or not is_reading(clock) or "value" not in found:
        return None
    value = found["value"]
    try:
        field.encode("utf-8")  # half a character cannot be stored
        text = written(value)
        if len(text) > MOST_TEXT * 6 or not _allowed(entity[0], field, value):
            return None
    except (ValueError, RecursionError):
        return None
    return Entry(entity, field, text, clock)


def _allowed(kind: str, field: str, value: object) -> bool:
    name, colon, rest = field.partition(":")
    check = _FIELDS.get((kind, name + colon))
    if check is None:
        return False
    return check(value) and (not colon or _rest_is_fine(name, rest))


def _rest_is_fine(name: str, rest: str) -> bool:
    if name == "same":
        return re.fullmatch(r"[0-9a-f]{32}", rest) is not None
    if name in ("place", "position"):
        return re.fullmatch(r"[0-9a-f]{8}", rest) is not None
    if name == "read":
        machine, _, day = rest.partition(":")
        known = re.fullmatch(r"[0-9a-f]{8}", machine) is not None and _DAY.fullmatch(day) is not None
        return known and is_moment(day)
    if name == "folder":
        return "%00" not in rest and "\0" not in rest
    return _NAME.fullmatch(rest) is not None


def _one_of(words: tuple[str, ...]) -> Callable[[object], bool]:
    return lambda value: isinstance(value, str) and value in words


def _flag(value: object) -> bool:
    return isinstance(value, bool)


def _text(value: object) -> bool:
    return isinstance(value, str) and len(value) <= MOST_TEXT


def _moment(value: object) -> bool:
    return value is None or (
        isinstance(value, str) and _MOMENT.fullmatch(value) is not None and is_moment(value[:-1])
    )


def _fraction(value: object) -> bool:
    return is_number(value) and 0 <= cast("float", value) <= 1


def _seconds(value: object) -> bool:
    return is_number(value) and 0 <= cast("float", value) <= 86_400 * 2


def is_number(value: object) -> bool:
    """A finite number that a database holds, not a truth value."""
    if isinstance(value, float):
        return math.isfinite(value)
    return isinstance(value, int) and not isinstance(value, bool) and abs(value) < 1 << 53


def _names(value: object) -> bool:
    return isinstance(value, list) and all(
        isinstance(one, str) and _NAME.fullmatch(one) for one in cast("list[object]", value)
    )


def _name(value: object) -> bool:
    return isinstance(value, str) and _NAME.fullmatch(value) is not None


def _query(value: object) -> bool:
    return isinstance(value, str) and 0 < len(value) <= MOST_QUERY


def _paths(value: object) -> bool:
    return (
        isinstance(value, list)
        and len(cast("list[object]", value)) <= MOST_FOLDERS
        and all(isinstance(one, str) and one.isascii() for one in cast("list[object]", value))
    )


def _path(value: object) -> bool:
    if not _text(value) or "\0" in cast("str", value):
        return False
    try:
        os.fsencode(cast("str", value))
    except UnicodeEncodeError:
        return False
    return True


def _copies(value: object) -> bool:
    paths = cast("list[object]", value) if isinstance(value, list) else None
    return paths is not None and len(paths) <= MOST_COPIES and all(_path(one) for one in paths)


def _plain(value: object) -> bool:
    return value is None or isinstance(value, str | bool) or is_number(value) or _names(value)


def _uid(value: object) -> bool:
    return isinstance(value, str) and re.fullmatch(r"[0-9a-f]{32}", value) is not None


def _table(**fields: Callable[[object], bool]) -> Callable[[object], bool]:
    def check(value: object) -> bool:
        if not isinstance(value, Mapping):
            return False
        table = cast("Mapping[str, object]", value)
        return fields.keys() <= table.keys() and all(fields[key](table[key]) for key in fields)

    return check


def _count(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 1 << 40


def _path_of_numbers(value: object) -> bool:
    return (
        isinstance(value, list)
        and len(cast("list[object]", value)) <= 200
        and all(_count(one) for one in cast("list[object]", value))
    )


def _counts(value: object) -> bool:
    return isinstance(value, dict) and all(
        re.fullmatch(r"[0-9a-f]{8}", name) and _count(count)
        for name, count in cast("dict[str, object]", value).items()
    )


def _maybe(check: Callable[[object], bool]) -> Callable[[object], bool]:
    return lambda value: value is None or check(value)


_POSITION = _maybe(
    _table(
        path=_path_of_numbers,
        offset=_count,
        before=_text,
        after=_text,
        fraction=_fraction,
        count=_count,
        seen=_counts,
    )
)
_TARGET = _table(
    article=_uid,
    exact=_text,
    prefix=_text,
    suffix=_text,
    start=_count,
    end=_count,
    path=_path_of_numbers,
    length=_count,
    near=_count,
    nth=_count,
    same=_count,
)
_FILE = _table(path=_path, content=_text, text=_text, url=_text, title=_text, date=_text)
_PLACE = _maybe(lambda value: _FILE(value) and _copies(cast("Mapping[str, object]", value).get("also", [])))

_FIELDS: Mapping[tuple[str, str], Callable[[Any], bool]] = MappingProxyType(
    {
        ("a", "state"): _one_of(STATES),
        ("a", "starred"): _flag,
        ("a", "progress"): _fraction,
        ("a", "opened_at"): _moment,
        ("a", "finished_at"): _moment,
        ("a", "tag:"): _flag,
        ("a", "override:"): _plain,
        ("a", "place:"): _PLACE,
        ("a", "position:"): _POSITION,
        ("a", "read:"): _seconds,
        ("a", "same:"): _flag,
        ("a", "apart:"): _flag,
        ("h", "target"): _TARGET,
        ("h", "colour"): _one_of(COLOURS),
        ("h", "note"): _text,
        ("h", "tags"): _names,
        ("h", "created_at"): _moment,
        ("h", "deleted"): _flag,
        ("s", "name"): _name,
        ("s", "query"): _query,
        ("s", "rank"): is_number,
        ("s", "created_at"): _moment,
        ("s", "deleted"): _flag,
        ("m", "order"): _paths,
        ("m", "folder:"): _maybe(_table(dialect=_text, category_rule=_text)),
    }
)
