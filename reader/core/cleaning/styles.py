# SPDX-License-Identifier: MIT
"""Inline styles and old tags: what carries meaning becomes an element or a class, the rest goes."""

from __future__ import annotations

import re

from reader.core.cleaning.tree import Element, add_class, class_words, names, new_element, unwrap

ALIGNED = names("p figure img td th table div section center caption figcaption h1 h2 h3 h4 h5 h6")
_INLINE = names("span font a b strong i em u s del ins mark small big sub sup code label")
_OLD_TAGS = {
    "strike": "s",
    "big": "span",
    "tt": "code",
    "acronym": "abbr",
    "dir": "ul",
    "menu": "ul",
    "xmp": "pre",
    "listing": "pre",
    "plaintext": "pre",
    "nobr": "span",
    "marquee": "div",
    "blink": "span",
    "center": "div",
    "hgroup": "div",
    "main": "div",
    "header": "div",
    "footer": "div",
    "nav": "div",
    "article": "div",
    "search": "div",
    "font": "span",
    "picture": "span",
    "basefont": "span",
    "slot": "span",
    "data": "span",
}
_DECLARATION = re.compile(r"([\w-]+)\s*:\s*([^;]{1,300})")
_WORDPRESS = re.compile(r"^align(left|right|center)$")
_ALIGN = re.compile(r"^(?:-webkit-)?(left|right|center)$")


def read_styles(root: Element) -> None:
    """Turns styles that mean something into markup, and forgets all styles."""
    for element in list(root.iter()):
        if element.tag == "center":
            add_class(element, "align-center")
        if element.tag == "font":
            _read_font(element)
        if element.tag in _OLD_TAGS:
            element.tag = _OLD_TAGS[element.tag]
        if element.attrib:
            _read_alignment(element)
            style = element.attrib.pop("style", None)
            if style:
                _read_style(element, declarations(style))


def declarations(style: str) -> dict[str, str]:
    """The declarations of a style attribute, lower case, without `!important`."""
    found = _DECLARATION.findall(style[:4000])
    return {name.lower(): value.replace("!important", "").strip().lower() for name, value in found}


def _read_font(element: Element) -> None:
    marks = (element.get("cms-style") or "").lower()
    if "strong" in marks and "bold" in marks:
        _wrap_content(element, "strong")


def _read_alignment(element: Element) -> None:
    if element.tag not in ALIGNED:
        return
    side = _ALIGN.match((element.get("align") or "").strip().lower())
    if side and (side[1] != "left" or element.tag in {"th", "img"}):
        add_class(element, f"align-{side[1]}")
    for word in class_words(element):
        match = _WORDPRESS.match(word)
        if match and element.tag != "div":
            add_class(element, f"align-{match[1]}")


def _read_style(element: Element, style: dict[str, str]) -> None:
    align = _ALIGN.match(style.get("text-align", ""))
    if align and element.tag in ALIGNED and (align[1] != "left" or element.tag == "th"):
        add_class(element, f"align-{align[1]}")
    side = style.get("float", "")
    if element.tag in {"img", "figure"} and side in {"left", "right"}:
        add_class(element, f"align-{side}")
    if element.tag in _INLINE:
        _read_emphasis(element, style)


def _read_emphasis(element: Element, style: dict[str, str]) -> None:
    weight = style.get("font-weight", "")
    struck = style.get("text-decoration", "") + style.get("text-decoration-line", "")
    if element.tag in {"b", "strong"}:
        if weight in {"normal", "400", "lighter"}:
            element.tag = "span"
    elif weight in {"bold", "bolder", "600", "700", "800", "900"} and not _inside(
        element, "b", "strong", "h1", "h2", "h3", "h4", "h5", "h6", "th"
    ):
        _wrap_content(element, "strong")
    if element.tag in {"i", "em"} and style.get("font-style") == "normal":
        element.tag = "span"
    elif style.get("font-style") in {"italic", "oblique"} and not _inside(element, "i", "em"):
        _wrap_content(element, "em")
    if "line-through" in struck and not _inside(element, "s", "del"):
        _wrap_content(element, "s")
    raised = style.get("vertical-align")
    if raised in {"super", "sub"} and not _inside(element, "sup", "sub"):
        _wrap_content(element, "sup" if raised == "super" else "sub")


def _inside(element: Element, *tags: str) -> bool:
    return element.tag in tags or next(element.iterancestors(*tags), None) is not None


def _wrap_content(element: Element, tag: str) -> None:
    if not (element.text or "").strip() and not len(element):
        return
    inner = new_element(tag, element.text)
    element.text = None
    inner.extend(list(element))
    element.append(inner)


def unwrap_bare_spans(root: Element, linked: frozenset[str]) -> None:
    """Spans that say nothing leave their words behind."""
    for span in list(root.iter("span")):
        if span is not root and not _says_something(span, linked):
            unwrap(span)


def _says_something(span: Element, linked: frozenset[str]) -> bool:
    if span.get("lang") or span.get("dir") or span.get("title") or (span.get("id") or "") in linked:
        return True
    return any(word.startswith(("hl-", "embed-")) or word == "math" for word in class_words(span))
