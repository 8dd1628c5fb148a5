# SPDX-License-Identifier: MIT
"""Which generator's conventions a file follows, from its folder tree and its header."""

from __future__ import annotations

import os
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from reader.core.article import Dialect
from reader.core.formats.header_values import Fields, HeaderKind
from reader.core.presence import is_folder

_HIGHEST = 10  # folders looked at above a file
_HEXO_KEYS = frozenset({"headimg", "index_img", "banner_img", "top_img", "coverimg", "post_asset_folder"})
_HEXO_PAIR = frozenset({"comments", "thumbnail"})
_ZOLA_KEYS = frozenset(
    {"taxonomies", "extra", "template", "page_template", "sort_by", "path", "in_search_index"}
)
_HUGO_KEYS = frozenset(
    {"lastmod", "publishdate", "linktitle", "iscjklanguage", "expirydate", "cascade", "markup"}
)
_VUEPRESS_KEYS = frozenset({"shorttitle", "sidebardepth", "pageinfo", "herotext", "heroimage"})
_JEKYLL_LAYOUTS = frozenset({"post", "page", "default", "wiki"})


class Site(NamedTuple):
    """The site a folder belongs to."""

    dialect: Dialect | None
    root: Path | None


def detect_dialect(path: Path, kind: HeaderKind, fields: Fields) -> Dialect:
    """The dialect of a file: its site's, else its place's, else what its header looks like."""
    site = site_of(os.fspath(path).rpartition(os.sep)[0])
    if site.dialect:
        return site.dialect
    if kind is HeaderKind.NONE:
        return Dialect.PLAIN
    return _by_header(kind, fields) or _by_place(path, kind) or _by_keys(fields)


@lru_cache(maxsize=4096)
def site_of(folder: str) -> Site:
    """The site around a folder, told by the marks generators leave in its root."""
    at, home = os.path.abspath(folder), os.path.expanduser("~")  # noqa: PTH111
    for _ in range(_HIGHEST + 1):
        above = os.path.dirname(at)  # noqa: PTH120
        if above == at or at == home:
            break
        if dialect := _marked(at):
            return Site(dialect, Path(at))
        at = above
    return Site(None, None)


def forget_sites() -> None:
    """Looks for the marks of generators anew, as after a folder has changed."""
    site_of.cache_clear()
    _marked.cache_clear()


def folder_dialect(folder: Path) -> Dialect | None:
    """The dialect a whole folder shows by its tree, or None where each file decides by its header."""
    site = site_of(os.fspath(folder))
    if site.dialect is not None:
        return site.dialect
    for below, dialect in _PLACES:
        if is_folder(folder.joinpath(below)):
            return dialect
    return None


_PLACES = (
    ("source/_posts", Dialect.HEXO),
    ("docs/.vuepress", Dialect.VUEPRESS),
    ("docs/.vitepress", Dialect.VUEPRESS),
    ("_posts", Dialect.JEKYLL),
)


@lru_cache(maxsize=16384)
def _marked(folder: str) -> Dialect | None:
    prefix = folder + os.sep

    def has(*names: str) -> bool:
        try:
            os.stat(prefix + os.sep.join(names))  # noqa: PTH116, PTH118  (thousands of folders)
        except (OSError, ValueError):
            return False
        return True

    if has(".obsidian"):
        return Dialect.OBSIDIAN
    if has("zola.toml"):
        return Dialect.ZOLA
    if has("hugo.toml") or has("hugo.yaml") or has("hugo.json") or has("config", "_default"):
        return Dialect.HUGO
    if has("pelicanconf.py"):
        return Dialect.PELICAN
    if has("_config.yml"):
        return Dialect.HEXO if has("source", "_posts") or has("scaffolds") else Dialect.JEKYLL
    if has(".vuepress") or has(".vitepress"):
        return Dialect.VUEPRESS
    if has("content") and (has("config.toml") or has("config.yaml")):
        return Dialect.ZOLA if has("templates") else Dialect.HUGO
    return None


def _by_header(kind: HeaderKind, fields: Fields) -> Dialect | None:
    keys = fields.keys()
    if kind is HeaderKind.SEMICOLONS or not _HEXO_KEYS.isdisjoint(keys) or keys >= _HEXO_PAIR:
        return Dialect.HEXO
    if kind is HeaderKind.LINES or kind is HeaderKind.FIELDS:
        return Dialect.PELICAN
    if kind is HeaderKind.TOML:
        return Dialect.HUGO if not _HUGO_KEYS.isdisjoint(keys) else _zola_or_hugo(fields)
    return Dialect.HUGO if kind is HeaderKind.JSON else None


def _zola_or_hugo(fields: Fields) -> Dialect:
    if not _ZOLA_KEYS.isdisjoint(fields.keys()):
        return Dialect.ZOLA
    hugo = {"tags", "categories", "type", "layout", "menu", "image", "author"}
    return Dialect.ZOLA if hugo.isdisjoint(fields.keys()) else Dialect.HUGO


def _by_place(path: Path, kind: HeaderKind) -> Dialect | None:
    place = path.as_posix()
    if "/source/_posts/" in place or "/source/_drafts/" in place:
        return Dialect.HEXO
    if kind is HeaderKind.YAML and ("/_posts/" in place or "/_drafts/" in place):
        return Dialect.JEKYLL
    return None


def _by_keys(fields: Fields) -> Dialect:
    keys = fields.keys()
    if not _HUGO_KEYS.isdisjoint(keys):
        return Dialect.HUGO
    if str(fields.get("layout") or "") in _JEKYLL_LAYOUTS:
        return Dialect.JEKYLL
    if not _VUEPRESS_KEYS.isdisjoint(keys) or {"icon", "category"} <= keys:
        return Dialect.VUEPRESS
    if "cssclasses" in keys or "cssclass" in keys or any(_is_wiki(value) for value in fields.values()):
        return Dialect.OBSIDIAN
    return Dialect.PLAIN


def _is_wiki(value: object) -> bool:
    if isinstance(value, list):
        value = value[0] if value else None  # pyright: ignore[reportUnknownVariableType]
    return isinstance(value, str) and value.startswith("[[")
