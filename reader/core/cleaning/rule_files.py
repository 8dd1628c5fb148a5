# SPDX-License-Identifier: MIT
"""Files of site rules: the bundled ones and a person's own, validated before they are used."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, cast

from reader.core.article import Metadata, Problem
from reader.core.cleaning.addresses import host_of
from reader.core.cleaning.site_rules import XPATH, SiteRule, SiteRules, edge_pattern, folded_name

_LARGEST_FILE = 256 * 1024
_MOST_FILES = 2000
_MOST_RULES = 500
_MOST_SELECTORS = 200
_LISTS = ("hosts", "site", "author", "body", "keep", "drop", "drop_text", "unwrap", "lazy")
_WORD_END = re.compile(r"[\W_]")


def bundled_rules(url: str | None, metadata: Metadata) -> SiteRules:
    """The rules that come with the program, of them those that may match: reading all takes too long."""
    host = host_of(url or metadata.source_url or "")
    parts = host.split(".")
    wanted = {".".join(parts[index:]) for index in range(len(parts))} if host else set[str]()
    for name in (metadata.site or "", *metadata.authors):
        wanted |= {folded_name(name), _WORD_END.split(folded_name(name), maxsplit=1)[0]}
    rules: list[SiteRule] = []
    for chunk in _bundled_chunks() if wanted - {""} else ():
        folded = chunk.casefold()
        if any(name and f'"{name}"' in folded for name in wanted):
            rules += _read_toml(chunk, "bundled")
    return SiteRules(tuple(rules))


@lru_cache(maxsize=4096)
def rules_of_origin(host: str, site: str, authors: tuple[str, ...]) -> tuple[SiteRule, ...]:
    """The rules that come with the program and speak of articles from there."""
    metadata = Metadata(site=site, authors=authors)
    url = f"https://{host}/" if host else None
    return bundled_rules(url, metadata).matching(url, metadata)


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
        sites=tuple(folded_name(name) for name in values.get("site", ())),
        authors=tuple(folded_name(name) for name in values.get("author", ())),
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
        edge_pattern(text)
