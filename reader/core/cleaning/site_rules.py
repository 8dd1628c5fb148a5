# SPDX-License-Identifier: MIT
"""Rules per site: which parts of an article's HTML are the body, which stay, which go."""

from __future__ import annotations

import re
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, cast

from reader.core.article import Metadata, Problem
from reader.core.cleaning.addresses import host_of
from reader.core.cleaning.tree import Element, drop, names, new_element, select, text_of, unwrap

XPATH = "xpath:"
_SECONDS = 0.5
_EDGE_LINES = 10
_LONGEST_LINE = 300
_MOST_ENDLESS = 3  # parts of a pattern without an end
_HARD = "\x00"  # stands for a group that may match in many ways
_ESCAPED = re.compile(
    r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]", re.DOTALL
)  # signs and classes that stand for themselves
_INNERMOST = re.compile(r"\(([^()]*)\)")
_CHANGES = re.compile(rf"[+*|{{{_HARD}]|(?<!^)\?")
_NAMED = re.compile(r"[.#][\w-]|\[data-")
_OF_PAGES = names("button form ignore_js_op input mp-common-profile mp-style-type mpvoice style svg")
_ENDLESS = re.compile(r"[+*]|\{\d*,\}")


@dataclass(frozen=True, slots=True)
class SiteRule:
    """What is known about the articles of one site; places are CSS selectors or `xpath:…`."""

    hosts: tuple[str, ...] = ()
    sites: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    body: tuple[str, ...] = ()
    keep: tuple[str, ...] = ()
    drop: tuple[str, ...] = ()
    drop_text: tuple[str, ...] = ()
    unwrap: tuple[str, ...] = ()
    lazy: tuple[str, ...] = ()
    replacements: tuple[tuple[str, str], ...] = ()
    origin: str = ""


@dataclass(frozen=True, slots=True)
class SiteRules:
    """All rules in order, the user's own before the bundled ones; and what could not be read."""

    rules: tuple[SiteRule, ...] = ()
    problems: tuple[Problem, ...] = ()

    def matching(self, url: str | None, metadata: Metadata) -> tuple[SiteRule, ...]:
        """The rules for an article: by the host it came from, else by the name of its site or author."""
        host = host_of(url or metadata.source_url or "")
        names = {folded_name(name) for name in (metadata.site or "", *metadata.authors) if name}
        return tuple(rule for rule in self.rules if _matches(rule, host, names))


@cache
def edge_pattern(text: str) -> re.Pattern[str]:
    """A pattern for lines at the edges; raises ValueError with a sentence if it is none, or a costly one."""
    # A choice or repeat inside a repeat can run for ever: such patterns are refused, not timed.
    if len(text) > 300 or _runs_long(text):
        raise ValueError(f"`drop_text` pattern too long or with nested repeats: {text[:40]!r}")
    try:
        return re.compile(text, re.I)
    except re.error as error:
        raise ValueError(f"`drop_text` is no regular expression: {error}") from error


def _runs_long(pattern: str) -> bool:
    """Whether a repeated group holds a choice or a repeat, or many parts are as long as they like."""
    plain = _ESCAPED.sub("x", pattern)
    while True:
        without = _INNERMOST.sub(lambda group: _HARD if _CHANGES.search(group[1]) else "x", plain)
        if without == plain:
            break
        plain = without
        if re.search(_HARD + r"\s*[+*{]", plain):
            return True
    solid = _ESCAPED.sub("x", pattern.replace("\\s*", "").replace("\\s+", ""))  # of lines with single spaces
    return len(_ENDLESS.findall(solid)) > _MOST_ENDLESS


def folded_name(name: str) -> str:
    """A name as names are compared."""
    return " ".join(name.split()).casefold()


def _matches(rule: SiteRule, host: str, names: set[str]) -> bool:
    if host and any(host == name or host.endswith("." + name) for name in rule.hosts):
        return True
    wanted = {*rule.sites, *rule.authors}
    return bool(wanted and names) and any(
        name == want or (name.startswith(want) and not name[len(want)].isalnum())
        for name in names
        for want in wanted
    )


def choose_body(tree: Element, rules: Iterable[SiteRule]) -> Element | None:
    """The part of a page that a rule names as the article, if it is there and holds something."""
    for rule in rules:
        for path in rule.body:
            found = [one for one in _found(tree, path) if text_of(one).strip() or _pictured(one)]
            outer = [one for one in found if not any(ancestor in found for ancestor in one.iterancestors())]
            if len(outer) == 1:
                return outer[0]
            if outer:
                body = new_element("div")
                body.extend(outer)
                return body
    return None


def _pictured(element: Element) -> bool:
    return next(element.iter("img"), None) is not None


def apply_rules(root: Element, rules: Iterable[SiteRule]) -> None:
    """Drops and unwraps what the rules name; what they keep, and all it stands in, stays."""
    ends = time.monotonic() + _SECONDS
    for rule in rules:
        kept = {id(one): one for path in rule.keep for one in _found(root, path)}
        for path in rule.drop:
            if time.monotonic() > ends:
                return
            for one in _found(root, path):
                if (
                    one is not root
                    and id(one) not in kept
                    and not any(id(inner) in kept for inner in one.iter())
                ):
                    drop(one)
        for path in rule.unwrap:
            for one in _found(root, path):
                if one is not root:
                    unwrap(one)


def drop_rule_lines(root: Element, rules: Iterable[SiteRule]) -> None:
    """Drops lines the rules name, among the first and last ones of the article only."""
    patterns = [edge_pattern(text) for rule in rules for text in rule.drop_text]
    if not patterns:
        return
    lines = [
        line for line in root if line.tag in {"p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "div"}
    ]
    edges = lines if len(lines) <= 2 * _EDGE_LINES else [*lines[:_EDGE_LINES], *lines[-_EDGE_LINES:]]
    for line in edges:
        text = " ".join(text_of(line).split())
        if 0 < len(text) <= _LONGEST_LINE and any(pattern.fullmatch(text) for pattern in patterns):
            drop(line)


def spare_lines(rules: Iterable[SiteRule], lines: Sequence[str]) -> bool:
    """Whether rules surely leave an article alone that has these lines, and in which no tag is written."""
    patterns = [edge_pattern(text) for rule in rules for text in rule.drop_text]
    whole = [sign.join(lines) for sign in ("", " ") if patterns]  # one line may have been broken into several
    return all(_is_of_pages(rule) for rule in rules) and not any(
        pattern.search(text) for pattern in patterns for text in whole
    )


def _is_of_pages(rule: SiteRule) -> bool:
    """Whether a rule speaks only of elements that are written as tags."""
    places = [part for place in (*rule.drop, *rule.unwrap) for part in place.split(",")]
    return not rule.replacements and all(
        place.strip() in _OF_PAGES or (_NAMED.search(place) is not None and ":" not in place)
        for place in places
    )


def _found(tree: Element, place: str) -> list[Element]:
    from reader.core.cleaning.selectors import xpath_of

    path = place.removeprefix(XPATH) if place.startswith(XPATH) else xpath_of(place)
    try:
        found: Any = select(tree, path)
    except Exception as error:
        # lxml's XPath errors share no base with ours; a rule that cannot run finds nothing
        if "XPath" in type(error).__name__:
            return []
        raise
    if not isinstance(found, list):
        return []
    return [one for one in cast("list[Any]", found) if hasattr(one, "tag")]
