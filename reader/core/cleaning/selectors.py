# SPDX-License-Identifier: MIT
"""The part of CSS selectors that site rules use, as XPath over HTML."""

from __future__ import annotations

import re
from functools import cache

_TOKEN = re.compile(
    r"""(?P<tag>[A-Za-z][\w-]*|\*)
    | \#(?P<id>[\w-]+)
    | \.(?P<class>[\w-]+)
    | \[\s*(?P<name>[\w:-]+)\s*(?:(?P<op>[~|^$*]?=)\s*(?P<quote>["']?)(?P<value>[^\]"']*)(?P=quote)\s*)?\]
    | :(?P<pseudo>first-child|last-child|first-of-type|last-of-type|empty|has-no-text)
    | :not\((?P<not>[^()]+)\)
    | :contains\((?P<cq>["']?)(?P<contains>[^()"']+)(?P=cq)\)
    | (?P<comma>\s*,\s*) | (?P<child>\s*>\s*) | (?P<next>\s*\+\s*) | (?P<later>\s*~\s*) | (?P<space>\s+)""",
    re.X,
)
_PSEUDO = {
    "first-child": "not(preceding-sibling::*)",
    "last-child": "not(following-sibling::*)",
    "empty": "not(node())",
    "has-no-text": "not(normalize-space(.))",
}
_AXES = {
    "child": "/child::",
    "space": "/descendant::",
    "later": "/following-sibling::",
    "next": "/following-sibling::*[1]/self::",
}
_LONGEST = 500


class SelectorError(ValueError):
    """A selector we do not read."""


@cache
def xpath_of(selector: str) -> str:
    """The XPath of a CSS selector; raises SelectorError for what is not understood."""
    text = selector.strip()
    if not text or len(text) > _LONGEST:
        raise SelectorError(f"selector empty or too long: {selector[:60]!r}")
    branches: list[str] = []
    current = _Step("descendant-or-self::")
    place = 0
    while place < len(text):
        match = _TOKEN.match(text, place)
        if match is None or match.end() == place:
            raise SelectorError(f"selector not understood: {selector[:60]!r}")
        place = match.end()
        if match["comma"]:
            branches.append(current.path(selector))
            current = _Step("descendant-or-self::")
        elif match.lastgroup in {"child", "next", "later", "space"}:
            current = current.next(match.lastgroup, selector)
        else:
            current.add(match)
    branches.append(current.path(selector))
    return " | ".join(branches)


class _Step:
    """One compound selector, behind the path that leads to it."""

    def __init__(self, axis: str) -> None:
        self._axis = axis
        self._tag = ""
        self._tests: list[str] = []

    def add(self, match: re.Match[str]) -> None:
        if match["tag"]:
            if self._tag or self._tests:
                raise SelectorError(f"selector not understood: {match.string[:60]!r}")
            self._tag = match["tag"] if match["tag"] == "*" else match["tag"].lower()
        else:
            self._tests.append(_test(match))

    def path(self, selector: str) -> str:
        if not self._tag and not self._tests:
            raise SelectorError(f"selector not understood: {selector[:60]!r}")
        return f"{self._axis}{self._tag or '*'}" + "".join(f"[{test}]" for test in self._tests)

    def next(self, combinator: str | None, selector: str) -> _Step:
        return _Step(self.path(selector) + _AXES[combinator or "space"])


def _test(match: re.Match[str]) -> str:
    if match["id"]:
        return f"@id={_quoted(match['id'])}"
    if match["class"]:
        return _has_word("class", match["class"])
    if match["pseudo"]:
        name = match["pseudo"]
        if name not in _PSEUDO:
            raise SelectorError(f":{name} is not understood")
        return _PSEUDO[name]
    if match["contains"]:
        return f"contains(., {_quoted(match['contains'])})"
    if match["not"]:
        inner = _TOKEN.fullmatch(match["not"].strip())
        if inner is None or inner["comma"] or inner["space"]:
            raise SelectorError(f"selector not understood: {match['not'][:60]!r}")
        return f"not(self::{inner['tag'].lower()})" if inner["tag"] else f"not({_test(inner)})"
    return _attribute_test(match["name"].lower(), match["op"], match["value"] or "")


def _attribute_test(name: str, operator: str | None, value: str) -> str:
    quoted = _quoted(value)
    if operator is None:
        return f"@{name}"
    if operator == "=":
        return f"@{name}={quoted}"
    if operator == "~=":
        return _has_word(name, value)
    if operator == "^=":
        return f"starts-with(@{name}, {quoted})"
    if operator == "$=":
        return f"substring(@{name}, string-length(@{name}) - {len(value) - 1})={quoted}"
    if operator == "|=":
        return f"@{name}={quoted} or starts-with(@{name}, {_quoted(value + '-')})"
    return f"contains(@{name}, {quoted})"


def _has_word(name: str, word: str) -> str:
    return f"contains(concat(' ', normalize-space(@{name}), ' '), {_quoted(f' {word} ')})"


def _quoted(value: str) -> str:
    return f'"{value}"' if '"' not in value else f"'{value}'"
