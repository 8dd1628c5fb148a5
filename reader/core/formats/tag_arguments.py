# SPDX-License-Identifier: MIT
"""Generator tags as they stand in a source, and the arguments they carry."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

LINE_END = "\ue002"
"""A line end that a tag's meaning brings in; it becomes one with the indent of the tag's own line."""

_ARGUMENT = re.compile(
    r"""(?:([A-Za-z_][\w.-]*)\s*(?:=|:(?!//))\s*(?=["'`\w/.#\-(\[]))?("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`|[^\s,"'`()]+(?:\([^()\s]*\))?)"""
)
_TAG = re.compile(
    r"\{%-?[ \t\n]*(?P<liquid>/?[\w:.-]+)(?P<liquid_rest>(?:(?!%\}|\{%).){0,3000}?)-?%\}"
    r"|\{\{(?P<sign>[<%])[ \t\n]*(?P<close>/?)[ \t\n]*(?P<hugo>[\w./-]+)"
    r"(?P<hugo_rest>(?:(?![>%]\}\}|\{\{[<%]).){0,3000}?)[ \t\n]*[>%]\}\}"
    r"|\{\{-?(?P<expression>[^{}]{0,1000}?)-?\}\}",
    re.S,
)


@dataclass(frozen=True, slots=True)
class Arguments:
    """Positional and named arguments of a tag."""

    listed: tuple[str, ...] = ()
    named: dict[str, str] = field(default_factory=dict[str, str])
    text: str = ""  # everything after the tag's name

    def get(self, *names: str, at: int | None = None) -> str:
        """The first named argument given, else the positional one at `at`, else ''."""
        for name in names:
            if self.named.get(name):
                return self.named[name]
        return self.listed[at] if at is not None and at < len(self.listed) else ""


@dataclass(frozen=True, slots=True)
class Tag:
    """One tag of a source; `closes` is the name of the tag it ends, '' where it ends the nearest."""

    name: str
    arguments: Arguments
    source: str
    style: str  # "liquid", "hugo" or "expression"
    closes: str | None = None


def read_tags(source: str) -> list[str | Tag]:
    """A source as text and tags in turn."""
    pieces: list[str | Tag] = []
    position = 0
    for match in _TAG.finditer(source):
        tag = _tag(match)
        if tag is None:
            continue
        if match.start() > position:
            pieces.append(source[position : match.start()])
        pieces.append(tag)
        position = match.end()
    pieces.append(source[position:])
    return pieces


def parse_arguments(text: str) -> Arguments:
    """The arguments in `text`: blank or comma separated, `name=value` or `name: value`, quoted or not."""
    listed: list[str] = []
    named: dict[str, str] = {}
    for match in _ARGUMENT.finditer(text[:3_000]):
        value = match[2]
        if value[:1] in "\"'`" and len(value) > 1 and value[-1] == value[0]:
            value = value[1:-1].replace('\\"', '"').replace("\\'", "'")
        if match[1]:
            named[match[1].lower()] = value
        elif value:
            listed.append(value)
    return Arguments(tuple(listed), named, text.strip())


def _tag(match: re.Match[str]) -> Tag | None:
    if match["liquid"]:
        name, rest = match["liquid"].lower(), match["liquid_rest"]
        if name == "end":
            return Tag(name, Arguments(), match[0], "liquid", "")
        closes = name[3:] if name.startswith("end") else name[1:] if name.startswith("/") else None
        if rest.startswith("(") and rest.rstrip().endswith(")"):
            rest = rest.strip()[1:-1]
        return Tag(name, parse_arguments(rest), match[0], "liquid", closes)
    if match["hugo"]:
        name = match["hugo"].lower()
        closes = name if match["close"] else None
        return Tag(
            name, parse_arguments(match["hugo_rest"].rstrip().removesuffix("/")), match[0], "hugo", closes
        )
    text = (match["expression"] or "").strip()
    call = re.fullmatch(r"([A-Za-z_][\w:]*)\((.*)\)", text, re.S)
    name = call[1].lower() if call else ""
    return Tag(name, parse_arguments(call[2] if call else text), match[0], "expression")
