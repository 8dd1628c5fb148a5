# SPDX-License-Identifier: MIT
"""A header's text parsed by its notation, or read line by line where that fails."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import NamedTuple, cast

from reader.core.article import Problem
from reader.core.formats.header_values import (
    LARGEST_HEADER,
    Fields,
    HeaderError,
    HeaderKind,
    Value,
    normal_key,
)
from reader.core.formats.simple_yaml import read_simple_yaml

_GRAMMARS = {HeaderKind.YAML: "YAML", HeaderKind.TOML: "TOML"}
_TOML_LINE = r"^[ \t]*([\w\"'-]+)[ \t]*=[ \t]*(.*)$"


class FrontMatter(NamedTuple):
    """A header's keys and where the body starts; `source` spans the header's own text."""

    kind: HeaderKind = HeaderKind.NONE
    fields: Fields = MappingProxyType({})
    body_start: int = 0
    source: str = ""
    first_line: int = 1
    problems: tuple[Problem, ...] = ()

    def line_of(self, key: str) -> int | None:
        """The line of the file that states `key`, counted from 1."""
        for number, line in enumerate(self.source.split("\n")):
            name = re.match(r"[\s\"':.\[\]#+]*([\w .-]+?)[\"']?\s*[:=：]", line)
            if name and normal_key(name[1]) == key:
                return self.first_line + number
        return None


def parse_header(kind: HeaderKind, source: str, body_start: int, first_line: int) -> FrontMatter | None:
    """The header's keys; None where the text between the fences is no header at all."""
    try:
        value = _parse(kind, source)
    except HeaderError as error:
        return _repaired(kind, source, body_start, first_line, error)
    if isinstance(value, dict):
        return FrontMatter(kind, value, body_start, source, first_line)
    if value is None and not source.strip():
        return FrontMatter(kind, {}, body_start, source, first_line)
    if value is None and all(line.lstrip().startswith("#") for line in source.strip().split("\n")):
        return FrontMatter(kind, {}, body_start, source, first_line)
    if kind is HeaderKind.YAML and isinstance(value, str):
        error = HeaderError("its keys and values are not separated by a colon and a blank", 1)
        return _repaired(kind, source, body_start, first_line, error)
    return None


def _repaired(
    kind: HeaderKind, source: str, body_start: int, first_line: int, error: HeaderError
) -> FrontMatter | None:
    from reader.core.formats.tolerant_header import looks_like_header, read_tolerantly

    if kind is HeaderKind.TOML:
        fields = read_tolerantly(re.sub(_TOML_LINE, r"\1: \2", source, flags=re.MULTILINE))
    elif kind is HeaderKind.YAML:
        if not looks_like_header(source):
            return None
        fields = read_tolerantly(source[: LARGEST_HEADER // 4])
    else:
        fields = read_tolerantly(re.sub(r",[ \t]*$", "", source, flags=re.MULTILINE))
    if not fields:
        return None
    line = first_line + (error.line or 1) - 1
    grammar = _GRAMMARS.get(kind, "JSON")
    message = f"The header is not valid {grammar} at line {line}: {error.reason}; it was read line by line."
    problem = Problem("front-matter-invalid", message, line)
    return FrontMatter(kind, fields, body_start, source, first_line, (problem,))


def _parse(kind: HeaderKind, source: str) -> Value:
    if kind is HeaderKind.YAML:
        return _parse_yaml(source)
    if kind is HeaderKind.TOML:
        return _parse_toml(source)
    body = source.strip()
    if kind is HeaderKind.SEMICOLONS and not body.startswith("{"):
        body = "{" + body.rstrip(",") + "}"
    return parse_json(body)


def _parse_yaml(source: str) -> Value:
    if simple := read_simple_yaml(source):
        return simple
    from reader.core.formats.yaml_header import parse_full_yaml

    return parse_full_yaml(source)


def _parse_toml(source: str) -> Value:
    import tomllib

    try:
        return normal_value(tomllib.loads(source))
    except (tomllib.TOMLDecodeError, RecursionError, ValueError) as error:
        found = re.search(r"\(at line (\d+)", str(error))
        reason = str(error).partition(" (at")[0][:120] or "it does not follow TOML"
        raise HeaderError(reason[0].lower() + reason[1:], int(found[1]) if found else None) from error


def parse_json(source: str) -> Value:
    """The value of a JSON text; raises HeaderError."""
    import json

    try:
        return normal_value(json.loads(source, strict=False))
    except json.JSONDecodeError as error:
        reason = error.msg[0].lower() + error.msg[1:] if error.msg else "it does not follow JSON"
        raise HeaderError(reason, error.lineno) from error
    except (RecursionError, ValueError) as error:
        raise HeaderError("it is nested too deeply or has a number too long") from error


def normal_value(value: object, depth: int = 24) -> Value:
    """Plain values with keys as we look them up, cut off where they are nested too deeply."""
    if isinstance(value, dict | list) and not depth:
        return None
    if isinstance(value, dict):
        items = cast("dict[object, object]", value).items()
        return {normal_key(str(key)): normal_value(item, depth - 1) for key, item in items}
    if isinstance(value, list):
        return [normal_value(item, depth - 1) for item in cast("list[object]", value)]
    return cast(Value, value)
