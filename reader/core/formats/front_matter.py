# SPDX-License-Identifier: MIT
"""Splits a text into header and body, whichever generator's fences the header has."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import cast

from reader.core.article import Problem
from reader.core.formats.header_values import Fields, Value, normal_key
from reader.core.formats.line_headers import HeaderKind, LineHeader, read_comment_lines, read_line_header
from reader.core.formats.tolerant_header import looks_like_header, read_tolerantly
from reader.core.formats.yaml_header import LARGEST_HEADER, HeaderError, parse_yaml

_BLANK = re.compile(r"(?:[ \t\f\v\ufeff]*\n)*[ \t]*")
_OPENING = re.compile(r"(-{3,}|\+{3}|;{3,})[ \t]*\{?(yaml|yml|toml|json)?\}?[ \t]*(?:\n|\Z)", re.IGNORECASE)
_CLOSINGS = {
    "---": re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE),
    "+++": re.compile(r"^\+\+\+[ \t]*$", re.MULTILINE),
}
_FENCELESS = re.compile(r"[A-Za-z_][\w-]*[ \t]*:")
_FENCELESS_LINE = re.compile(r"[\"']?[A-Za-z_][\w .-]*[\"']?[ \t]*[:：]|[ \t]+\S|-[ \t]|#|[ \t]*$")
_FENCELESS_END = re.compile(r"^(-{3,}|;{3,})[ \t]*$", re.MULTILINE)
_MOST_FENCELESS_LINES = 60
_KINDS = {"-": HeaderKind.YAML, "+": HeaderKind.TOML, ";": HeaderKind.SEMICOLONS}
_LANGUAGES = {
    "toml": HeaderKind.TOML,
    "json": HeaderKind.JSON,
    "yaml": HeaderKind.YAML,
    "yml": HeaderKind.YAML,
}
_GRAMMARS = {HeaderKind.YAML: "YAML", HeaderKind.TOML: "TOML"}
_TOML_LINE = re.compile(r"^[ \t]*([\w\"'-]+)[ \t]*=[ \t]*(.*)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """A header's keys and where the body starts; `source` spans the header's own text."""

    kind: HeaderKind = HeaderKind.NONE
    fields: Fields = field(default_factory=lambda: MappingProxyType({}))
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


def split_front_matter(text: str) -> FrontMatter:
    """The header of a text whose line ends are `\\n`; without one, everything is body."""
    match = _BLANK.match(text)
    start = match.end() if match else 0
    # Blanks in front of a fence are indentation, not a header.
    line_start = text.rfind("\n", 0, start) + 1
    if start != line_start and not text.startswith(("{", "<!--"), start):
        return FrontMatter()
    return (
        _fenced(text, start)
        or _object(text, start)
        or _comment(text, start)
        or _fenceless(text, start)
        or _lines(text, start)
        or FrontMatter()
    )


def is_unfinished(text: str) -> bool:
    """Whether the start of a file ends inside its header, so that more must be read."""
    match = _BLANK.match(text)
    start = match.end() if match else 0
    opening = _OPENING.match(text, start)
    if opening:
        return _closing(opening[1]).search(text, opening.end()) is None
    return text.startswith("{\n", start) and _object(text, start) is None


def _closing(fence: str) -> re.Pattern[str]:
    if fence in _CLOSINGS:
        return _CLOSINGS[fence]
    return re.compile(rf"^{re.escape(fence)}[ \t]*$", re.MULTILINE)


def _fenced(text: str, start: int) -> FrontMatter | None:
    if text[start : start + 3] not in {"---", "+++", ";;;"}:
        return None
    opening = _OPENING.match(text, start)
    if not opening:
        return None
    inner = opening.end()
    end = _closing(opening[1]).search(text, inner, inner + LARGEST_HEADER + 10)
    if not end:
        return _unclosed(text, start, inner)
    source = text[inner : end.start()]
    kind = _LANGUAGES.get((opening[2] or "").lower(), _KINDS[text[start]])
    if kind is HeaderKind.YAML and source.lstrip().startswith("{") and _looks_like_object(source):
        kind = HeaderKind.JSON
    first_line = text.count("\n", 0, inner) + 1
    return _parsed(kind, source, _after_line(text, end.end()), first_line)


def _looks_like_object(source: str) -> bool:
    return re.match(r"\s*\{\s*(?:\"|\})", source) is not None


def _after_line(text: str, at: int) -> int:
    return at + 1 if text.startswith("\n", at) else at


def _parsed(kind: HeaderKind, source: str, body_start: int, first_line: int) -> FrontMatter | None:
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
    if kind is HeaderKind.YAML and isinstance(value, str) and looks_like_header(source):
        error = HeaderError("its keys and values are not separated by a colon and a blank", 1)
        return _repaired(kind, source, body_start, first_line, error)
    return None


def _repaired(
    kind: HeaderKind, source: str, body_start: int, first_line: int, error: HeaderError
) -> FrontMatter | None:
    if kind is HeaderKind.TOML:
        fields = read_tolerantly(_TOML_LINE.sub(r"\1: \2", source))
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
        return parse_yaml(source)
    if kind is HeaderKind.TOML:
        return _parse_toml(source)
    body = source.strip()
    if kind is HeaderKind.SEMICOLONS and not body.startswith("{"):
        body = "{" + body.rstrip(",") + "}"
    return _parse_json(body)


def _parse_toml(source: str) -> Value:
    import tomllib

    try:
        return _normal(tomllib.loads(source))
    except (tomllib.TOMLDecodeError, RecursionError, ValueError) as error:
        found = re.search(r"\(at line (\d+)", str(error))
        reason = str(error).partition(" (at")[0][:120] or "it does not follow TOML"
        raise HeaderError(reason[0].lower() + reason[1:], int(found[1]) if found else None) from error


def _parse_json(source: str) -> Value:
    import json

    try:
        return _normal(json.loads(source, strict=False))
    except json.JSONDecodeError as error:
        reason = error.msg[0].lower() + error.msg[1:] if error.msg else "it does not follow JSON"
        raise HeaderError(reason, error.lineno) from error
    except (RecursionError, ValueError) as error:
        raise HeaderError("it is nested too deeply or has a number too long") from error


def _normal(value: object, depth: int = 24) -> Value:
    """Plain values with keys as we look them up, cut off where they are nested too deeply."""
    if isinstance(value, dict | list) and not depth:
        return None
    if isinstance(value, dict):
        items = cast("dict[object, object]", value).items()
        return {normal_key(str(key)): _normal(item, depth - 1) for key, item in items}
    if isinstance(value, list):
        return [_normal(item, depth - 1) for item in cast("list[object]", value)]
    return cast(Value, value)


def _unclosed(text: str, start: int, inner: int) -> FrontMatter | None:
    """A fence nobody closed: the keys up to the first blank line, if keys are what follows."""
    blank = re.compile(r"\n[ \t]*(?:\n|\Z)").search(text, inner, inner + 20_000)
    end = blank.start() + 1 if blank else min(len(text), inner + 20_000)
    source = text[inner:end]
    lines = source.strip("\n").split("\n")
    if text[start] != "-" or not all(_FENCELESS_LINE.match(line) for line in lines):
        return None
    fields = read_tolerantly(source)
    if "title" not in fields and len(fields) < 2:
        return None
    first_line = text.count("\n", 0, inner) + 1
    problem = Problem("front-matter-unclosed", "The header has no closing line.", first_line - 1)
    return FrontMatter(HeaderKind.YAML, fields, end, source, first_line, (problem,))


def _object(text: str, start: int) -> FrontMatter | None:
    """Hugo's JSON object at the very top of the file."""
    if not re.compile(r"\{\s*\"").match(text, start):
        return None
    import json

    try:
        found = json.JSONDecoder(strict=False).raw_decode(text[start : start + LARGEST_HEADER])
    except (ValueError, RecursionError):
        return None
    value, end = cast("tuple[object, int]", found)
    end += start
    after = text.find("\n", end)
    if text[end : after if after >= 0 else len(text)].strip() or not isinstance(value, dict):
        return None
    fields = _normal(cast(object, value))
    if not isinstance(fields, dict):
        return None
    first_line = text.count("\n", 0, start) + 1
    return FrontMatter(HeaderKind.JSON, fields, _after_line(text, end), text[start:end], first_line)


def _comment(text: str, start: int) -> FrontMatter | None:
    """Go's JSON object, or Nikola's lines, inside an HTML comment at the top."""
    if not text.startswith("<!--", start):
        return None
    end = text.find("-->", start, start + LARGEST_HEADER)
    inner = text[start + 4 : end] if end > 0 else ""
    stripped = inner.strip()
    if stripped.startswith("{"):
        try:
            value = _parse_json(stripped)
        except HeaderError:
            return None
        # A page saved by a tool may carry `{"url": …}` here: it is read with the page.
        fields = value if isinstance(value, dict) and {"title", "date", "template"} & value.keys() else None
        kind = HeaderKind.COMMENT
    else:
        fields = read_comment_lines(stripped) if stripped.startswith(".. ") else None
        kind = HeaderKind.NIKOLA
    if not fields:
        return None
    first_line = text.count("\n", 0, start) + 1
    return FrontMatter(kind, fields, _after_line(text, end + 3), inner, first_line)


def _fenceless(text: str, start: int) -> FrontMatter | None:
    """Hexo's header without an opening line: keys, then a fence."""
    if not _FENCELESS.match(text, start):
        return None
    end = _FENCELESS_END.search(text, start, start + 20_000)
    if not end:
        return None
    source = text[start : end.start()]
    lines = source.rstrip("\n").split("\n")
    keys = [index for index, line in enumerate(lines) if line[:1].isalpha() or line[:1] == "_"]
    if len(lines) > _MOST_FENCELESS_LINES or not all(_FENCELESS_LINE.match(line) for line in lines):
        return None
    blank = next((index for index, line in enumerate(lines) if not line.strip()), len(lines))
    if len(keys) < 2 or blank < keys[1]:
        # A single key is a header only if the fence follows at once; else it is a setext heading or a rule.
        return None
    kind = HeaderKind.YAML if end[1][0] == "-" else HeaderKind.SEMICOLONS
    first_line = text.count("\n", 0, start) + 1
    return _parsed(kind, source, _after_line(text, end.end()), first_line)


def _lines(text: str, start: int) -> FrontMatter | None:
    header: LineHeader | None = read_line_header(text, start)
    if not header:
        return None
    first_line = text.count("\n", 0, start) + 1
    return FrontMatter(header.kind, header.fields, header.end, text[start : header.end], first_line)
