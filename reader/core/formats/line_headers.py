# SPDX-License-Identifier: MIT
"""Headers without a fence: `Key: value` lines, reST fields, Nikola, LCTT, Org, talk slides."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

from reader.core.formats.header_values import HeaderKind, Value, normal_key
from reader.core.formats.tolerant_header import KNOWN_KEYS


class LineHeader(NamedTuple):
    """Keys read from the top of a text; the body starts at character `end`."""

    kind: HeaderKind
    fields: dict[str, Value]
    end: int


_MOST_LINES = 60
_BARE = re.compile(r"([A-Za-z_][\w-]{0,40}(?: [\w-]{1,40}){0,2})[ \t]{0,40}[:：][ \t]*(.*)")
_INDENTED = re.compile(r"(?: {2,}|\t)[ \t]*(\S.*)")
_NIKOLA = re.compile(r"\.\.[ \t]+([A-Za-z_][\w-]*):[ \t]*(.*)")
_LINK = re.compile(r"\[#\]:[ \t]*(?:#[ \t]*)?([A-Za-z_][\w-]*):[ \t]*(.*)")
_ORG = re.compile(r"#\+([A-Za-z_][\w-]*):[ \t]*(.*)")
_FIELD = re.compile(r":([A-Za-z_][\w .-]*):(?:[ \t]+(.*))?")
_WRAPPED = re.compile(r"^\((.*)\)$|^\"(.*)\"$")
_ADDRESS = re.compile(r"https?://[^\s)\"'>]+")
_FIRST_ALONE = frozenset({"title"})


def read_line_header(text: str, start: int) -> LineHeader | None:
    """The fence-less header at `start`, if one is there."""
    opening = text[start : start + 3]
    if opening.startswith(".. "):
        return _marked(text, start, _NIKOLA, HeaderKind.NIKOLA)
    if opening == "[#]":
        header = _marked(text, start, _LINK, HeaderKind.LINKS)
        return LineHeader(header.kind, _lctt(header.fields), header.end) if header else None
    if opening.startswith("#+"):
        return _marked(text, start, _ORG, HeaderKind.ORG)
    if opening[:1].isalpha() or opening[:1] == "_":
        return _bare(text, start)
    return None


def read_comment_lines(comment: str) -> dict[str, Value]:
    """Nikola's `.. key: value` lines inside an HTML comment."""
    header = _marked(comment.lstrip() + "\n", 0, _NIKOLA, HeaderKind.NIKOLA)
    return header.fields if header else {}


def read_fields(text: str) -> tuple[dict[str, Value], str]:
    """reST: the title at the top, the `:key: value` fields under it, and the text without both."""
    lines = text.split("\n", 400)
    fields: dict[str, Value] = {}
    at = _skip_blank(lines, 0)
    at, title = _rest_title(lines, at)
    if title:
        fields["title"] = title
    at = _skip_blank(lines, at)
    key = ""
    while at < len(lines):
        if match := _FIELD.fullmatch(lines[at].rstrip()):
            key = normal_key(match[1])
            fields[key] = (match[2] or "").strip()
        elif key and (match := _INDENTED.match(lines[at])):
            fields[key] = f"{fields[key]} {match[1].strip()}".strip()
        else:
            break
        at += 1
    return fields, "\n".join(lines[at:])


def _rest_title(lines: list[str], at: int) -> tuple[int, str]:
    if at + 2 < len(lines) and _is_rule(lines[at]) and lines[at].strip() == lines[at + 2].strip():
        return at + 3, lines[at + 1].strip()
    if at + 1 < len(lines) and lines[at].strip() and _is_rule(lines[at + 1]) and not _is_rule(lines[at]):
        return at + 2, lines[at].strip()
    return at, ""


def _is_rule(line: str) -> bool:
    line = line.strip()
    return len(line) >= 3 and line == line[0] * len(line) and not line[0].isalnum()


def _skip_blank(lines: list[str], at: int) -> int:
    while at < len(lines) and not lines[at].strip():
        at += 1
    return at


def _marked(text: str, start: int, pattern: re.Pattern[str], kind: HeaderKind) -> LineHeader | None:
    fields: dict[str, Value] = {}
    at = start
    for _ in range(_MOST_LINES):
        end = text.find("\n", at)
        line = text[at : end if end >= 0 else len(text)]
        match = pattern.match(line)
        if not match:
            break
        fields[normal_key(match[1])] = match[2].strip()
        at = end + 1 if end >= 0 else len(text)
    return LineHeader(kind, fields, at) if fields else None


def _bare(text: str, start: int) -> LineHeader | None:
    """`Key: value` lines up to a blank line; enough of the keys must be ones we know."""
    fields: dict[str, Value] = {}
    key, at = "", start
    for _ in range(_MOST_LINES):
        end = text.find("\n", at)
        line = text[at : end if end >= 0 else len(text)].rstrip()
        if line and (match := _BARE.fullmatch(line)):
            key = normal_key(match[1])
            fields[key] = match[2].strip()
        elif line and key and (match := _INDENTED.fullmatch(line)):
            fields[key] = f"{fields[key]} {match[1].strip()}".strip()
        elif line:
            return None
        else:
            break
        at = end + 1 if end >= 0 else len(text)
        if end < 0:
            break
    known = [name for name in fields if name in KNOWN_KEYS]
    if (
        not known
        or (len(known) < 2 and next(iter(fields)) not in _FIRST_ALONE)
        or len(known) * 2 < len(fields)
    ):
        return None
    return LineHeader(HeaderKind.LINES, fields, at)


def _lctt(fields: dict[str, Value]) -> dict[str, Value]:
    """LCTT names: subject is the title, via the source, and an author carries an address."""
    result: dict[str, Value] = {}
    for key, value in fields.items():
        text = str(value).strip()
        match = _WRAPPED.match(text)
        result[key] = ((match[1] or match[2] or "") if match else text).strip()
    if "subject" in result:
        result["title"] = result["subject"]
    author = str(result.get("author") or "")
    if author:
        result["author"] = _ADDRESS.sub("", author).strip()
    result.pop("url", None)
    return result


def read_nikola_sidecar(path: Path) -> dict[str, Value]:
    """Nikola's header in a file of its own: `post.meta` beside `post.md`."""
    try:
        with path.with_suffix(".meta").open(encoding="utf-8", errors="replace") as sidecar:
            text = sidecar.read(64 * 1024)
    except (OSError, ValueError):
        return {}
    return read_comment_lines(text)
