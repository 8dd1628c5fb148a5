# SPDX-License-Identifier: MIT
"""Talk slides of the Go present tool: a header told by position, and a body rewritten as Markdown."""

from __future__ import annotations

import re

from reader.core.formats.dates import parse_date
from reader.core.formats.header_values import Value

_HEADING = re.compile(r"(\*{1,5})[ \t]+(.*)")
_COMMAND = re.compile(r"\.(link|image|video|iframe|code|play|html|caption|background)[ \t]+(.*)")
_DETAIL = re.compile(r"(?:https?://|@)\S+$|\S+@\S+$")


def split_slides(text: str) -> tuple[dict[str, Value], str]:
    """Title, subtitle, date and authors from the first two blocks, and the rest of the text."""
    lines = text.lstrip("\ufeff\n").split("\n")
    blank = next((index for index, line in enumerate(lines) if not line.strip()), len(lines))
    fields: dict[str, Value] = {}
    title, *rest = [line.strip() for line in lines[:blank]] or [""]
    fields["title"] = title.removeprefix("# ")
    for line in rest:
        key, _, value = line.partition(":")
        if key.lower() in {"tags", "summary", "oldurl"}:
            fields[key.lower()] = (
                [part.strip() for part in value.split(",")] if key.lower() == "tags" else value.strip()
            )
        elif "date" not in fields and parse_date(line.partition(" ")[2] if line[:2].isalpha() else line):
            fields["date"] = line
        elif "date" not in fields and (day := parse_date(line)):
            fields["date"] = str(day)
        else:
            fields.setdefault("subtitle", line)
    return _authors(fields, lines, blank)


def _authors(fields: dict[str, Value], lines: list[str], at: int) -> tuple[dict[str, Value], str]:
    authors: list[Value] = []
    while at < len(lines):
        start = at = next((index for index in range(at, len(lines)) if lines[index].strip()), len(lines))
        if start == len(lines) or lines[start][0] in "*#.":
            break
        end = next((index for index in range(start, len(lines)) if not lines[index].strip()), len(lines))
        after = next((line for line in lines[end:] if line.strip()), "*")
        # Prose before the first section is no author.
        if end - start > 6 or len(lines[start]) > 80 or not (after[0] in "*#." or len(authors) < 5):
            break
        authors.append(lines[start].strip())
        at = end
    if authors:
        fields["authors"] = authors
    return fields, "\n".join(lines[at:])


def slides_to_markdown(body: str) -> str:
    """Sections as headings, commands as links, pictures and code names."""
    out: list[str] = []
    for line in body.split("\n"):
        if match := _HEADING.match(line):
            out += ["", f"{'#' * (len(match[1]) + 1)} {match[2]}", ""]
        elif match := _COMMAND.match(line):
            out += ["", _command(match[1], match[2].strip()), ""]
        elif line.startswith(":"):
            continue
        else:
            out.append(line)
    return "\n".join(out)


def _command(name: str, rest: str) -> str:
    words = rest.split()
    address = words[0] if words else ""
    if name == "link":
        return f"[{' '.join(words[1:]) or address}]({address})"
    if name == "image":
        return f"![]({address})"
    if name in {"video", "iframe", "html"}:
        return f"[{address}]({address})"
    if name == "background":
        return ""
    return f"*{rest}*" if name == "caption" else f"`{rest}`"
