# SPDX-License-Identifier: MIT
"""The file as it was saved, for those who want to see it so: uncleaned, but with nothing that could act."""

from __future__ import annotations

import hashlib
import html
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from reader.core.article import ArticleFormat, CleanArticle, ReadOptions
from reader.core.theme import THEMES, Theme

if TYPE_CHECKING:
    from reader.core.cleaning.tree import Element

POLICY = (
    "default-src 'none'; img-src article: data:; style-src article: data: 'unsafe-inline'; "
    "font-src article: data:; base-uri 'none'; form-action 'none'"
)
"""No script, no frame, no request but for the files that were saved with the page."""

_MOST_BYTES = 25 << 20
_KINDS = {
    ".css": "text/css",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".gif": "image/gif",
    ".webp": "image/webp",
    ".avif": "image/avif",
    ".svg": "image/svg+xml",
    ".ico": "image/x-icon",
    ".bmp": "image/bmp",
    ".woff": "font/woff",
    ".woff2": "font/woff2",
    ".ttf": "font/ttf",
    ".otf": "font/otf",
}
_CSS_ADDRESS = re.compile(r"""url\(\s*(['"]?)([^'")]{1,2000})\1\s*\)""")
_ADDRESS_ATTRIBUTES = ("src", "href", "poster", "background", "data")
_DROPPED = ("script", "base", "iframe", "frame", "object", "embed", "applet", "portal", "noscript")


_SOURCE_STYLE = (
    "body{margin:0;background:var(--paper);color:var(--ink)}::selection{background:var(--selection)}"
    "pre{margin:0 auto;max-width:90ch;padding:32px 24px;"
    "font:14px/1.6 ui-monospace,'Noto Sans Mono CJK SC',monospace;"
    "white-space:pre-wrap;overflow-wrap:anywhere}"
)


@dataclass(frozen=True, slots=True)
class OriginalResource:
    """One reply for the original view; `policy` is its Content-Security-Policy."""

    media_type: str
    data: bytes = field(repr=False)
    policy: str = POLICY


def is_shown_as_source(kind: ArticleFormat) -> bool:
    """Whether the original of such a file is its text, in our look."""
    return kind in (ArticleFormat.MARKDOWN, ArticleFormat.TEXT)


def original_page(path: Path, options: ReadOptions, theme: str = "light") -> OriginalResource:
    """The page as saved, or the source text of Markdown and plain text in a theme. Raises ArticleError."""
    from reader.core.formats import read_article

    parsed = read_article(path, options)
    if is_shown_as_source(parsed.format):
        return OriginalResource("text/html;charset=utf-8", _source_page(path, parsed.encoding, theme))
    parts = {address: _part_name(address) for address in parsed.parts}
    text = _harmless(parsed.html, parsed.base_url, parts)
    return OriginalResource("text/html;charset=utf-8", text.encode("utf-8", "replace"))


def original_file(article: CleanArticle, inner: str, library_root: Path | None) -> OriginalResource | None:
    """A style sheet, picture or font that was saved with the page, inside it or beside it."""
    for address, part in article.parts.items():
        if _part_name(address) == inner:
            return _embedded(part.media_type, part.data, address, article)
    kind = _KINDS.get(Path(inner).suffix.lower())
    if kind is None:
        return None
    root = (library_root or article.path.parent).resolve()
    try:
        file = (article.path.parent / inner).resolve()
        if not file.is_relative_to(root) or not file.is_file() or file.stat().st_size > _MOST_BYTES:
            return None
        return OriginalResource(kind, file.read_bytes())
    except (OSError, ValueError):
        return None


def _source_page(path: Path, encoding: str, theme: str) -> bytes:
    try:
        text = path.read_bytes()[:_MOST_BYTES].decode(encoding, "replace")
    except (OSError, LookupError):
        text = ""
    page = (
        f'<!doctype html><html data-theme="{html.escape(theme)}"><meta charset=utf-8>'
        f"<style>{_theme_rules()}{_SOURCE_STYLE}</style><pre>{html.escape(text)}</pre>"
    )
    return page.encode("utf-8", "replace")


def _theme_rules() -> str:
    """The colours of every theme, so that another one can be shown without loading the page again."""
    rules = [_theme_rule(f":root[data-theme={name}]", theme) for name, theme in THEMES.items()]
    return "".join(rules) + f"@media print{{{_theme_rule(':root[data-theme]', THEMES['light'])}}}"


def _theme_rule(selector: str, theme: Theme) -> str:
    scheme = "dark" if theme.is_dark else "light"
    return f"{selector}{{color-scheme:{scheme};{theme.css_variables()}}}"


def _embedded(media_type: str, data: bytes, address: str, article: CleanArticle) -> OriginalResource | None:
    kind = media_type.partition(";")[0].strip().lower()
    if kind == "text/css":
        parts = {each: _part_name(each) for each in article.parts}
        css = _css(data.decode("utf-8", "replace"), address, parts, here="")
        return OriginalResource("text/css;charset=utf-8", css.encode())
    if kind.startswith(("image/", "font/")):
        return OriginalResource(kind, data)
    return None


def _harmless(text: str, base: str | None, parts: dict[str, str]) -> str:
    """The page without what acts or asks, its embedded files under addresses of our own."""
    from reader.core.cleaning.tree import drop, parse_document, to_html

    page = parse_document(text)
    for element in list(page.iter(*_DROPPED)):
        drop(element)
    for element in page.iter():
        _disarm(element, base, parts)
    root = "".join(f' {name}="{html.escape(value)}"' for name, value in page.attrib.items() if _is_name(name))
    return f"<!doctype html><html{root}>{to_html(page)}</html>"


def _is_name(name: str) -> bool:
    return re.fullmatch(r"[A-Za-z][\w:.-]*", name) is not None


def _disarm(element: Element, base: str | None, parts: dict[str, str]) -> None:
    if element.tag == "meta" and element.get("http-equiv"):
        del element.attrib["http-equiv"]
    for name in list(element.attrib):
        value = element.attrib[name]
        if name.lower().startswith("on") or name in ("srcdoc", "ping", "action", "formaction"):
            del element.attrib[name]
        elif name in _ADDRESS_ATTRIBUTES and (element.tag not in ("a", "area") or name != "href"):
            element.attrib[name] = _embedded_address(value, base, parts) or value
        elif name in ("srcset", "imagesrcset") and parts:
            del element.attrib[name]
        elif name == "style" and parts:
            element.attrib[name] = _css(value, base, parts, here="")
    if element.tag == "style" and element.text and parts:
        element.text = _css(element.text, base, parts, here="")


def _css(text: str, base: str | None, parts: dict[str, str], *, here: str) -> str:
    def replace(match: re.Match[str]) -> str:
        address = _embedded_address(match[2], base, parts)
        return f'url("{here}{address}")' if address else match[0]

    return _CSS_ADDRESS.sub(replace, text)


def _embedded_address(address: str, base: str | None, parts: dict[str, str]) -> str | None:
    address = address.strip()
    if address in parts:
        return parts[address]
    if not base or not parts:
        return None
    try:
        return (
            parts.get(urljoin(base, address)) if urlsplit(address).scheme in ("", "http", "https") else None
        )
    except ValueError:
        return None


def _part_name(address: str) -> str:
    return "part-" + hashlib.blake2b(address.encode("utf-8", "replace"), digest_size=10).hexdigest()
