# SPDX-License-Identifier: MIT
"""Rules per site: which parts of an article's HTML are the body, which stay, which go."""

from __future__ import annotations

import re
import time
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, cast

from reader.core.article import Metadata, Problem
from reader.core.cleaning.addresses import host_of
from reader.core.cleaning.tree import Element, drop, new_element, select, text_of, unwrap

XPATH = "xpath:"
_LARGEST_FILE = 256 * 1024
_MOST_FILES = 2000
_MOST_RULES = 500
_MOST_SELECTORS = 200
_SECONDS = 0.5
_EDGE_LINES = 10
_LONGEST_LINE = 300
_WORD_END = re.compile(r"[\W_]")
_LISTS = ("hosts", "site", "author", "body", "keep", "drop", "drop_text", "unwrap", "lazy")


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
        names = {_name(name) for name in (metadata.site or "", *metadata.authors) if name}
        return tuple(rule for rule in self.rules if _matches(rule, host, names))


def bundled_rules(url: str | None, metadata: Metadata) -> SiteRules:
    """The rules that come with the program, of them those that may match: reading all takes too long."""
    host = host_of(url or metadata.source_url or "")
    parts = host.split(".")
    wanted = {".".join(parts[index:]) for index in range(len(parts))} if host else set[str]()
    for name in (metadata.site or "", *metadata.authors):
        wanted |= {_name(name), _WORD_END.split(_name(name), maxsplit=1)[0]}
    rules: list[SiteRule] = []
    for chunk in _bundled_chunks() if wanted - {""} else ():
        folded = chunk.casefold()
        if any(name and f'"{name}"' in folded for name in wanted):
            rules += _read_toml(chunk, "bundled")
    return SiteRules(tuple(rules))


@cache
def _bundled_chunks() -> tuple[str, ...]:
    from reader.core.resources import resource_path

    texts = [path.read_text("utf-8") for path in _rule_files(resource_path("site-rules"))]
    return tuple("[[rule]]" + chunk for text in texts for chunk in text.split("[[rule]]")[1:])


def load_rules(folders: Iterable[Path]) -> SiteRules:
    """Every rule file of the folders, say the user's own; a bad file is left out and reported."""
    rules: list[SiteRule] = []
    problems: list[Problem] = []
    for folder in folders:
        for path in _rule_files(folder):
            try:
                rules += read_rule_file(path)
            except (OSError, ValueError, RecursionError) as error:
                reason = str(error).splitlines()[0][:200] if str(error) else type(error).__name__
                problems.append(Problem("site-rule-invalid", f"{path.name}: {reason}"))
    return SiteRules(tuple(rules[:20_000]), tuple(problems))


def _rule_files(folder: Path) -> list[Path]:
    try:
        found = [path for path in folder.iterdir() if path.suffix.lower() in {".toml", ".txt"}]
    except OSError:
        return []
    return sorted(found)[:_MOST_FILES]


def read_rule_file(path: Path) -> tuple[SiteRule, ...]:
    """The rules of one file: ours in TOML, or a FiveFilters site config named after its host.

    Raises ValueError with a sentence for a file that cannot be read as rules, OSError where reading fails.
    """
    if not path.is_file() or path.stat().st_size > _LARGEST_FILE:
        raise ValueError("no regular file, or larger than 256 KiB")
    text = path.read_bytes().decode("utf-8-sig")
    if path.suffix.lower() == ".txt":
        from reader.core.cleaning.site_config import read_site_config

        return (read_site_config(text, path.stem.lower()),)
    rules = _read_toml(text, path.name)
    for rule in rules:
        _check(rule)
    return rules


def _read_toml(text: str, origin: str) -> tuple[SiteRule, ...]:
    import tomllib

    tables = tomllib.loads(text).get("rule", [])
    if not isinstance(tables, list) or len(cast("list[Any]", tables)) > _MOST_RULES:
        raise ValueError("`rule` must be a list of at most 500 tables: [[rule]]")
    return tuple(_rule(table, origin) for table in cast("list[Any]", tables))


def _rule(table: Any, origin: str) -> SiteRule:
    if not isinstance(table, dict):
        raise ValueError("every rule must be a table")
    values = {str(key): _strings(value, str(key)) for key, value in cast("dict[Any, Any]", table).items()}
    unknown = sorted(set(values) - {*_LISTS, "note"})
    if unknown:
        raise ValueError(f"unknown key `{unknown[0]}`")
    if not (values.keys() & {"hosts", "site", "author"}):
        raise ValueError("a rule needs `hosts`, `site` or `author`")
    return SiteRule(
        hosts=tuple(host.lower() for host in values.get("hosts", ())),
        sites=tuple(_name(name) for name in values.get("site", ())),
        authors=tuple(_name(name) for name in values.get("author", ())),
        body=values.get("body", ()),
        keep=values.get("keep", ()),
        drop=values.get("drop", ()),
        drop_text=values.get("drop_text", ()),
        unwrap=values.get("unwrap", ()),
        lazy=values.get("lazy", ()),
        origin=origin,
    )


def _strings(value: Any, key: str) -> tuple[str, ...]:
    values = cast("list[Any]", value) if isinstance(value, list) else [value]
    if len(values) > _MOST_SELECTORS or not all(isinstance(one, str) for one in values):
        raise ValueError(f"`{key}` must be a string or a list of at most 200 strings")
    return tuple(cast("list[str]", values))


def _check(rule: SiteRule) -> None:
    """Raises ValueError with a sentence if a place or pattern of the rule is not understood."""
    from reader.core.cleaning.selectors import xpath_of

    for place in (*rule.body, *rule.keep, *rule.drop, *rule.unwrap):
        if place.startswith(XPATH):
            raise ValueError("XPath is read from site config files only")
        xpath_of(place)
    for text in rule.drop_text:
        _pattern(text)


@cache
def _pattern(text: str) -> re.Pattern[str]:
    # A repeat inside a repeat can run for ever: such patterns are refused, not timed.
    if len(text) > 300 or re.search(r"[+*}]\s*\)\s*[+*{]", text):
        raise ValueError(f"`drop_text` pattern too long or with nested repeats: {text[:40]!r}")
    try:
        return re.compile(text, re.I)
    except re.error as error:
        raise ValueError(f"`drop_text` is no regular expression: {error}") from error


def _name(name: str) -> str:
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
    patterns = [_pattern(text) for rule in rules for text in rule.drop_text]
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
