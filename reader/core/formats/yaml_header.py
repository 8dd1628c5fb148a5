# SPDX-License-Identifier: MIT
"""Full YAML for headers: YAML 1.2 words, no objects, bounded depth, size and aliases."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, cast

from reader.core.formats.header_values import LARGEST_HEADER, HeaderError, Value, normal_key

_DEEPEST = 32
_MOST_NODES = 50_000
_MOST_ALIASES = 100
_LEADING_TABS = re.compile(r"^[ ]*\t+[ \t]*", re.MULTILINE)
_NOT_YAML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_TRUE = frozenset({"true", "True", "TRUE"})
_FALSE = frozenset({"false", "False", "FALSE"})
_NULL = frozenset({"", "~", "null", "Null", "NULL"})


def parse_full_yaml(source: str) -> Value:
    """The value of a YAML document; scalars stay text but for true, false and null; raises HeaderError."""
    if len(source) > LARGEST_HEADER:
        raise HeaderError("it is longer than a megabyte")
    import yaml

    text = _LEADING_TABS.sub(lambda match: match[0].replace("\t", "  "), _NOT_YAML.sub("", source))
    loader = cast(Any, getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    try:
        return _Builder().build(cast(Any, yaml).parse(text, Loader=loader))
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else None
        raise HeaderError(error.problem or "it does not follow YAML", line) from error
    except (yaml.YAMLError, RecursionError) as error:
        raise HeaderError("it does not follow YAML") from error


class _Builder:
    """Builds plain values from parser events, without recursion."""

    def __init__(self) -> None:
        self._stack: list[list[Value] | dict[str, Value]] = []
        self._keys: list[str | None] = []
        self._names: list[str | None] = []
        self._anchors: dict[str, Value] = {}
        self._nodes = 0
        self._aliases = 0
        self._result: Value = None
        self._done = False

    def build(self, events: Iterable[object]) -> Value:
        """The first document's value."""
        for event in events:
            kind = type(event).__name__
            if kind == "ScalarEvent":
                self._scalar(event)
            elif kind in {"SequenceStartEvent", "MappingStartEvent"}:
                self._open(event, [] if kind == "SequenceStartEvent" else {})
            elif kind in {"SequenceEndEvent", "MappingEndEvent"}:
                self._close()
            elif kind == "AliasEvent":
                self._alias(event)
            if self._done:
                break
        return self._result

    def _scalar(self, event: Any) -> None:
        text = cast(str, event.value)
        plain = event.style is None or event.style == ""
        tag = cast("str | None", event.tag)
        value: Value = text
        if plain and (tag is None or tag.startswith("tag:yaml.org")):
            value = True if text in _TRUE else False if text in _FALSE else None if text in _NULL else text
        self._place(value, text, cast("str | None", event.anchor), _line(event))

    def _open(self, event: Any, value: list[Value] | dict[str, Value]) -> None:
        if len(self._stack) >= _DEEPEST:
            raise HeaderError("it is nested too deeply", _line(event))
        if self._stack and isinstance(self._stack[-1], dict) and self._keys[-1] is None:
            raise HeaderError("a key must be text, not a list or a mapping", _line(event))
        self._stack.append(value)
        self._keys.append(None)
        self._names.append(cast("str | None", event.anchor))

    def _close(self) -> None:
        value = self._stack.pop()
        self._keys.pop()
        self._place(value, "", self._names.pop(), None)

    def _alias(self, event: Any) -> None:
        self._aliases += 1
        if self._aliases > _MOST_ALIASES:
            raise HeaderError("it repeats itself through too many aliases", _line(event))
        name = cast(str, event.anchor)
        if name not in self._anchors:
            raise HeaderError(f"the alias “{name}” stands for nothing", _line(event))
        value = self._anchors[name]
        self._place(value, value if isinstance(value, str) else "", None, _line(event))

    def _place(self, value: Value, text: str, anchor: str | None, line: int | None) -> None:
        self._nodes += 1
        if self._nodes > _MOST_NODES:
            raise HeaderError("it has too many entries", line)
        if anchor:
            self._anchors[anchor] = value
        if not self._stack:
            self._result, self._done = value, True
            return
        holder = self._stack[-1]
        if isinstance(holder, list):
            holder.append(value)
        elif self._keys[-1] is None:
            self._keys[-1] = text
        else:
            _put(holder, self._keys[-1], value)
            self._keys[-1] = None


def _put(holder: dict[str, Value], key: str, value: Value) -> None:
    if key == "<<" and isinstance(value, dict):
        for name, merged in value.items():
            holder.setdefault(name, merged)
        return
    holder[normal_key(key)] = value


def _line(event: Any) -> int:
    return cast(int, event.start_mark.line) + 1
