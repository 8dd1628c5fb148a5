# SPDX-License-Identifier: MIT
"""What categories a header means: paths by Hexo's rule, siblings elsewhere."""

from __future__ import annotations

from collections.abc import Iterable

from reader.core.article import CategoryPath, CategoryRule, Dialect
from reader.core.formats.header_values import Fields, Value, items_of, name_of, names_of

_MOST_CATEGORIES = 100
_DEEPEST = 16
_LONGEST_NAME = 200


def read_categories(
    fields: Fields, dialect: Dialect, rule: CategoryRule, folders: tuple[str, ...] = ()
) -> tuple[CategoryPath, ...]:
    """The category paths of an article; `folders` are those its place on disk adds."""
    if dialect is Dialect.JEKYLL:
        found = _jekyll(fields, folders, rule)
    elif dialect is Dialect.PELICAN:
        found = _siblings(fields.get("category") or fields.get("categories")) or [(name,) for name in folders]
    else:
        value = fields.get("categories")
        if not items_of(value):
            value = fields.get("category")
        found = category_paths(value, _is_path(dialect, rule))
    kept = dict.fromkeys(path for path in found if path)
    return tuple(list(kept)[:_MOST_CATEGORIES])


def category_paths(value: Value, flat_is_path: bool) -> list[CategoryPath]:
    """Paths of a `categories` value; a list among the items makes each item a path of its own."""
    items = items_of(value)
    if any(isinstance(item, list) for item in items):
        return [_path(items_of(item)) for item in items]
    if flat_is_path:
        return [_path(items)]
    return [(name,) for name in _clean(names_of(items))]


def _is_path(dialect: Dialect, rule: CategoryRule) -> bool:
    return rule is CategoryRule.PATH or (rule is CategoryRule.AUTO and dialect is Dialect.HEXO)


def _path(items: list[Value]) -> CategoryPath:
    return tuple(_clean(name_of(item) for item in items))[:_DEEPEST]


def _siblings(value: Value) -> list[CategoryPath]:
    return [(name,) for name in _clean(names_of(value))]


def _jekyll(fields: Fields, folders: tuple[str, ...], rule: CategoryRule) -> list[CategoryPath]:
    """`category` is one name, a `categories` string splits on blanks, folders above `_posts` count too."""
    found = [(name,) for name in _clean(folders)] + _siblings(fields.get("category"))
    value = fields.get("categories")
    if isinstance(value, str):
        words: list[Value] = [*value.split()]
        value = words
    return found + category_paths(value, rule is CategoryRule.PATH)


def _clean(names: Iterable[str]) -> Iterable[str]:
    return (name[:_LONGEST_NAME] for name in names if name)
