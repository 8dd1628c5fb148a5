# SPDX-License-Identifier: MIT
"""Formulas that a page's scripts drew, or a picture service did: their source becomes MathML again."""

from __future__ import annotations

import re
from typing import Any, cast
from urllib.parse import parse_qs, unquote, urlsplit

from reader.core.cleaning.extract.outline import Outline
from reader.core.cleaning.tree import Element, drop, new_element, replace, select, text_of

_MARK = re.compile(r"math|katex|latex|formula|tex(?<![\w]tex)(?!\w)")
_SOURCE_ATTRIBUTES = ("data-tex", "data-latex", "data-formula", "data-math")
_SERVICES = re.compile(
    r"zhihu\.com/equation\?|codecogs\.com/(?:[a-z]+\.)?(?:latex|image)\?|/latex\.php\?|math\.jianshu\.com/math\?|"
    r"chart\.googleapis\.com/chart\?.{0,40}cht=tx|/mimetex\.cgi\?|/mathtex\.cgi\?",
    re.I,
)
_CANDIDATES = (
    ".//*[(self::script and starts-with(@type, 'math/tex')) or self::mjx-container or @data-tex"
    " or @data-latex or @data-formula or @data-math or contains(@class, 'katex')"
    " or contains(@class, 'MathJax') or @eeimg"
    " or (self::img and (contains(@src, 'tex') or contains(@src, 'formula=')))]"
)
_QUERY_NAMES = ("tex", "latex", "formula", "chl", "eq")
_LONGEST = 4000
_MOST = 3000
_MOST_NESTED = 40


def has_formulas(outline: Outline, body: Element) -> bool:
    """A quick look whether scripts or picture services drew formulas in the page."""
    if _MARK.search("\n".join({node.hint for node in outline.nodes})):
        return True
    if any((script.get("type") or "").lower().startswith("math/tex") for script in body.iter("script")):
        return True
    return any(image.get("eeimg") or _service_source(image) for image in body.iter("img"))


def restore_formulas(root: Element) -> None:
    """Put `<math>`, or the source as code, where scripts drew formulas."""
    for box in select(root, _CANDIDATES)[:_MOST]:
        if box.getparent() is None:
            continue
        if box.tag == "script":
            _restore_script(box)
        else:
            _restore_box(box)


def _restore_script(script: Element) -> None:
    """MathJax 2: the source stands in a script behind what it drew."""
    drawn = script.getprevious()
    while drawn is not None and "MathJax" in (drawn.get("class") or "") and not (drawn.tail or "").strip():
        before = drawn.getprevious()
        drop(drawn)
        drawn = before
    replace(script, _formula(script.text or "", "display" in (script.get("type") or "")))


def _restore_box(box: Element) -> None:
    names = box.get("class") or ""
    if box.tag == "img":
        source = _service_source(box)
        if source:
            replace(box, _formula(source, False))
        return
    if box.tag == "mjx-container" or "katex" in names.split() or "MathJax" in names.split():
        drawn = next(box.iter("math"), None)
        if drawn is not None:
            replace(box, _without_annotation(drawn, box))
            return
    for name in _SOURCE_ATTRIBUTES:
        source = box.get(name)
        if source and len(text_of(box)) <= 4 * len(source) + 40:
            replace(box, _formula(source, "display" in names or "block" in names))
            return


def _without_annotation(drawn: Element, box: Element) -> Element:
    for annotation in list(drawn.iter("annotation", "annotation-xml")):
        drop(annotation)
    if box.get("display") == "true" or "katex-display" in _parent_names(box):
        drawn.set("display", "block")
    return drawn


def _parent_names(box: Element) -> str:
    parent = box.getparent()
    return "" if parent is None else parent.get("class") or ""


def _service_source(image: Element) -> str | None:
    address = image.get("src") or ""
    if len(address) > _LONGEST or not _SERVICES.search(address):
        return (image.get("alt") or None) if image.get("eeimg") else None
    try:
        query = urlsplit(address).query
        values = parse_qs(query, keep_blank_values=False)
    except ValueError:
        return None
    for name in _QUERY_NAMES:
        if name in values:
            return values[name][0]
    return unquote(query) or None


def _formula(source: str, display: bool) -> Element:
    """`<math>` of a TeX source; the source itself as code where it cannot be converted."""
    tex = source.strip().removeprefix("% <![CDATA[").removesuffix("%]]>").strip()
    if len(tex) <= _LONGEST and _nesting(tex) <= _MOST_NESTED:
        drawn = _mathml(tex, display)
        if drawn is not None:
            return drawn
    return new_element("code", tex, class_="math")


def _mathml(tex: str, display: bool) -> Element | None:
    import lxml.etree as etree  # pyright: ignore
    from latex2mathml.converter import convert

    xml = cast(Any, etree)
    try:
        text = convert(tex or " ", display="block" if display else "inline")
        drawn = xml.fromstring(text.encode())
    except Exception:  # the converter raises a dozen kinds for a formula it cannot read
        return None
    for element in drawn.iter("*"):
        element.tag = xml.QName(element).localname
    xml.cleanup_namespaces(drawn)
    return cast(Element, drawn)


def _nesting(tex: str) -> int:
    depth = deepest = 0
    for char in tex:
        depth += (char == "{") - (char == "}")
        deepest = max(deepest, depth)
    return deepest
