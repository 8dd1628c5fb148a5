# SPDX-License-Identifier: MIT
"""The common FiveFilters `site config` syntax: one directive a line, XPath for places."""

from __future__ import annotations

import re
from typing import Any, cast

from reader.core.cleaning.site_rules import XPATH, SiteRule

_LINE = re.compile(r"([a-z_]+)(?:\(([^)]{0,200})\))?\s*:\s*(.*)")
_LONGEST_PATH = 1000
_UNSAFE = re.compile(r"document\s*\(|re:|exsl|str:|dyn:|set:", re.I)
_READ = ("body", "strip", "strip_id_or_class", "strip_image_src", "find_string", "replace_string")
_IGNORED = frozenset(
    (
        "title",
        "author",
        "date",
        "prune",
        "tidy",
        "single_page_link",
        "single_page_link_in_feed",
        "next_page_link",
        "test_url",
        "test_contains",
        "autodetect_on_failure",
        "autodetect_next_page",
        "parser",
        "http_header",
        "requires_login",
        "login_uri",
        "login_username_field",
        "login_password_field",
        "login_extra_fields",
        "not_logged_in_xpath",
        "convert_double_br_tags",
        "strip_comments",
        "footnotes",
        "native_ad_clue",
        "src_lazy_load_attr",
        "dissolve",
        "wrap_in",
        "if_page_contains",
        "insert_detected_image",
        "skip_json_ld",
        "move_into",
        "skip_id_or_class_strip",
    )
)


def read_site_config(text: str, host: str) -> SiteRule:
    """The rule of a site config file for the host it is named after; raises ValueError if it holds none."""
    values: dict[str, list[str]] = {name: [] for name in (*_READ, "dissolve", "src_lazy_load_attr")}
    replacements: list[tuple[str, str]] = []
    for number, line in enumerate(text.splitlines()[:2000], 1):
        line = line.strip()
        if not line or line.startswith("#"):
            continue
        match = _LINE.fullmatch(line)
        if match is None or (match[1] not in values and match[1] not in _IGNORED):
            raise ValueError(f"line {number} is no directive we know: {line[:60]!r}")
        name, argument, value = (
            match[1],
            match[2],
            match[3].strip().strip("'\"" if match[1].startswith("strip_") else ""),
        )
        if name == "replace_string" and argument is not None:
            replacements.append((argument, value))
        elif name in values and value:
            values[name].append(value)
    replacements += zip(values["find_string"], values["replace_string"], strict=False)
    return SiteRule(
        hosts=(host.removeprefix("www.").removeprefix("."),),
        body=tuple(_path(path) for path in values["body"]),
        drop=(*(_path(path) for path in values["strip"]), *_marked(values), *_pictures(values)),
        unwrap=tuple(_path(path) for path in values["dissolve"]),
        lazy=tuple(values["src_lazy_load_attr"]),
        replacements=tuple((old, new) for old, new in replacements[:50] if old),
        origin=f"{host}.txt",
    )


def _marked(values: dict[str, list[str]]) -> list[str]:
    return [
        XPATH
        + f"//*[contains(concat(' ', @class, ' '), {_quoted(f' {name} ')})"
        + f" or contains(@id, {_quoted(name)})]"
        for name in values["strip_id_or_class"]
    ]


def _pictures(values: dict[str, list[str]]) -> list[str]:
    return [XPATH + f"//img[contains(@src, {_quoted(part)})]" for part in values["strip_image_src"]]


def _quoted(value: str) -> str:
    return f"'{value}'" if "'" not in value else f'"{value.replace(chr(34), "")}"'


def _path(path: str) -> str:
    """An XPath that compiles and calls no extension; raises ValueError otherwise."""
    if len(path) > _LONGEST_PATH or _UNSAFE.search(path) or path.count("//") > 8 or path.count("[") > 12:
        raise ValueError(f"XPath too long or with functions we do not run: {path[:60]!r}")
    import lxml.etree as etree  # pyright: ignore

    try:
        cast(Any, etree).XPath(path)
    except Exception as error:
        raise ValueError(f"XPath not understood: {path[:60]!r}") from error
    return XPATH + path
