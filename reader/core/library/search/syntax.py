# SPDX-License-Identifier: MIT
"""Reads what a person types into the search field; whatever is unfinished or odd still means something."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

MOST_CHARACTERS = 1000
MOST_PARTS = 64
DEEPEST = 16

FIELDS: Mapping[str, str] = MappingProxyType(
    {
        "title": "title", "author": "author", "site": "site", "category": "category", "tag": "tag",
        "lang": "lang", "is": "is", "has": "has", "after": "after", "before": "before", "words": "words",
        "path": "path", "text": "text",
        "标题": "title", "作者": "author", "网站": "site", "分类": "category", "标签": "tag", "语言": "lang",
        "路径": "path", "正文": "text", "字数": "words",
    }
)  # fmt: skip
"""Names of fields as they may be typed, and what they mean."""
STATES = ("unread", "new", "reading", "finished", "archived", "starred", "draft")
"""What may follow `is:`."""
PARTS = ("image", "code", "highlight", "note")
"""What may follow `has:`."""
MADE_BY_HAND = ("highlight", "note")
"""Those of them that are known from what a person did, not from the article."""


@dataclass(frozen=True, slots=True)
class Words:
    """Words to be found: anywhere, or in one field; `exact` ones stood between quotation marks."""

    text: str
    field: str | None = None
    exact: bool = False


@dataclass(frozen=True, slots=True)
class Number:
    """A number of an article within limits, both included: `day` as 20210924, or `words`."""

    field: str
    least: int | None = None
    most: int | None = None


@dataclass(frozen=True, slots=True)
class State:
    """What a person did with an article."""

    name: str


@dataclass(frozen=True, slots=True)
class Not:
    """Everything but."""

    part: Part


@dataclass(frozen=True, slots=True)
class All:
    """All parts must hold; none at all always holds."""

    parts: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class Either:
    """One part must hold."""

    parts: tuple[Part, ...]


Part = Words | Number | State | Not | All | Either

_LEXEME = re.compile(
    r"""\s*(?:
      (?P<open>[(（])
    | (?P<close>[)）])
    | (?P<not>[-－](?=[^\s-]))
    | (?P<or>(?:OR|\|)(?=[\s(（]|$))
    | (?P<field>[^\W\d_]{2,10})[:：](?!//)
    | ["“”](?P<quoted>[^"“”]*)["“”]?
    | (?P<word>[^\s()（）"“”]+)
    )""",
    re.VERBOSE,
)
_UNSAYABLE = re.compile("[\0\ud800-\udfff]")
_NUMBER = re.compile(r"(?P<sign>[<>]=?|[≤≥＞＜])?(?P<first>\d{1,9})(?:\.\.(?P<last>\d{1,9}))?")
_DATE = re.compile(r"(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?[-/.]?")


def parse(query: str) -> Part:
    """What a query means; every text is one, the empty one means everything."""
    return _Reader(_UNSAYABLE.sub(" ", query[:MOST_CHARACTERS])).whole()


class _Reader:
    def __init__(self, query: str) -> None:
        self._found = [
            (str(each.lastgroup), each[str(each.lastgroup)], each.end() == len(query) or query[each.end()])
            for each in _LEXEME.finditer(query)
        ][: MOST_PARTS * 2]
        self._at = 0
        self._depth = 0

    def whole(self) -> Part:
        parts: list[Part] = []
        while self._at < len(self._found):
            parts.append(self._either(None))
            if self._kind() == "close":
                self._at += 1
        return _joined(parts)

    def _either(self, field: str | None) -> Part:
        ways = [self._together(field)]
        while self._kind() == "or":
            self._at += 1
            ways.append(self._together(field))
        real = tuple(way for way in ways if way != All())
        return All() if not real else real[0] if len(real) == 1 else Either(real)

    def _together(self, field: str | None) -> Part:
        parts: list[Part] = []
        while (kind := self._kind()) and kind not in ("close", "or"):
            parts.append(self._one(field))
        return _joined(parts)

    def _one(self, field: str | None) -> Part:
        kind, text, after = self._found[self._at]
        self._at += 1
        if kind == "not":
            part = self._one(field) if self._kind() not in (None, "close", "or") else All()
            return All() if part == All() else Not(part)
        if kind == "open":
            return self._bracket(field)
        if kind == "field":
            return self._field(text, after, field)
        if kind == "quoted":
            return _value(field, text, exact=True)
        return _value(field, text)

    def _bracket(self, field: str | None) -> Part:
        self._depth += 1
        part = self._either(field) if self._depth < DEEPEST else All()
        self._depth -= 1
        if self._kind() == "close":
            self._at += 1
        return part

    def _field(self, name: str, after: object, outer: str | None) -> Part:
        known = FIELDS.get(name.lower())
        if known is None:
            return _value(outer, name)
        if after is True or (isinstance(after, str) and after.isspace()):
            return All()  # its value is still to be typed
        kind = self._kind()
        return self._one(known) if kind in ("word", "quoted", "open", "field") else All()

    def _kind(self) -> str | None:
        return self._found[self._at][0] if self._at < len(self._found) else None


def _joined(parts: list[Part]) -> Part:
    real = tuple(part for part in parts if part != All())
    return real[0] if len(real) == 1 else All(real[:MOST_PARTS])


def _value(field: str | None, text: str, exact: bool = False) -> Part:
    if not text.strip():
        return All()
    if field == "is":
        return _state(text.strip().lower())
    if field == "has":
        name = text.strip().lower()
        if name in MADE_BY_HAND:
            return State(name)
        return Words(name, "flags", True) if name in PARTS else All()
    if field in ("after", "before"):
        return _date(field, text.strip())
    if field == "words":
        return _number(text.strip())
    return Words(text, field, exact)


def _state(name: str) -> Part:
    if name == "draft":
        return Words(name, "flags", True)
    return State(name) if name in STATES else All()


def _number(text: str) -> Part:
    found = _NUMBER.fullmatch(text)
    if found is None:
        return All()
    first = int(found["first"])
    if found["last"]:
        return Number("words", first, int(found["last"]))
    sign = (found["sign"] or "≥").replace("=", "")
    if sign in "<＜≤":
        return Number("words", None, first if "=" in (found["sign"] or "") or sign == "≤" else first - 1)
    strict = sign in ">＞" and "=" not in (found["sign"] or "")
    return Number("words", first + 1 if strict else first)


def _date(field: str, text: str) -> Part:
    """`after:2020` begins with that year, `before:2020` ends before it; so do months and days."""
    found = _DATE.fullmatch(text)
    if found is None:
        return All()
    day = int(found[1]) * 10_000 + int(found[2] or 1) * 100 + int(found[3] or 1)
    return Number("day", day, None) if field == "after" else Number("day", 1, day - 1)
