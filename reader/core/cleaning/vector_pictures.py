# SPDX-License-Identifier: MIT
"""Drawings as SVG: icons go, pictures become `data:` images that hold shapes and nothing active."""

from __future__ import annotations

import base64
import re
from urllib.parse import unquote_to_bytes
from xml.sax.saxutils import escape, quoteattr

from reader.core.cleaning.tree import Element, drop, names, new_element, parse_fragment, replace, text_of

_LARGEST = 512 * 1024
_MOST_ELEMENTS = 5000
_ICON = 48  # pixels: what is no larger is decoration
_SHAPES = names("path rect circle ellipse line polyline polygon text use")
_TAGS = names(
    "svg g path rect circle ellipse line polyline polygon text tspan textpath defs use symbol "
    "lineargradient radialgradient stop clippath mask pattern marker title desc switch"
)
_ATTRIBUTES = names(
    "viewbox width height x y x1 x2 y1 y2 cx cy r rx ry fx fy d dx dy points transform fill fill- "
    "opacity fill-rule stroke stroke-width stroke-opacity stroke-linecap stroke-linejoin stroke- "
    "dasharray stroke-dashoffset stroke-miterlimit opacity color font-family font-size font-weight "
    "font-style text-anchor dominant-baseline alignment-baseline letter-spacing text-decoration id "
    "class offset stop-color stop-opacity gradientunits gradienttransform spreadmethod clip-path "
    "clip-rule clippathunits mask maskunits patternunits patterntransform patterncontentunits "
    "markerwidth markerheight markerunits refx refy orient marker-start marker-mid marker-end "
    "preserveaspectratio rotate textlength lengthadjust visibility display vector-effect href "
    "xlink:href startoffset"
)
_CAMEL = {
    word.lower(): word
    for word in names(
        "viewBox linearGradient radialGradient clipPath textPath gradientUnits gradientTransform "
        "spreadMethod clipPathUnits maskUnits patternUnits patternTransform patternContentUnits "
        "markerWidth markerHeight markerUnits refX refY preserveAspectRatio textLength lengthAdjust "
        "startOffset"
    )
}
_NUMBER = re.compile(r"\s*(\d{1,5})(?:\.\d+)?(?:px)?\s*")
_OUTSIDE = re.compile(r"url\s*\(\s*(?!['\"]?#)|javascript:|expression\s*\(|@import|&\s*#", re.I)


def draw_pictures(root: Element, *, keep: bool) -> None:
    """Turns inline drawings that are pictures into images; icons, or all of them, are dropped."""
    for drawing in list(root.iter("svg")):
        if drawing.getparent() is None:
            continue
        size = _size(drawing)
        hidden = "display:none" in (drawing.get("style") or "").replace(" ", "")
        if not keep or hidden or size is None or _is_icon(drawing, size):
            drop(drawing)
            continue
        alt = drawing.get("aria-label") or next((text_of(one) for one in drawing.iter("title")), "")
        image = new_element("img", src=_data_address(safe_svg(drawing)), alt=" ".join(alt.split())[:300])
        for name, value in zip(("width", "height"), size, strict=True):
            image.set(name, str(value))
        replace(drawing, image)


def safe_vector_address(address: str) -> str | None:
    """The same picture with nothing but shapes in it, for a `data:image/svg+xml` address."""
    head, comma, body = address.partition(",")
    if not comma or len(body) > 2 * _LARGEST:
        return None
    try:
        data = (
            base64.b64decode(unquote_to_bytes(body)) if "base64" in head.lower() else unquote_to_bytes(body)
        )
    except ValueError:
        return None
    drawing = parse_fragment(data.decode("utf-8", "replace")[:_LARGEST]).find("svg")
    if drawing is None or not any(element.tag in _SHAPES for element in drawing.iter()):
        return None
    return _data_address(safe_svg(drawing))


def _data_address(svg: str) -> str:
    return "data:image/svg+xml;base64," + base64.b64encode(svg.encode("utf-8")).decode("ascii")


def _size(drawing: Element) -> tuple[int, int] | None:
    sides = [_NUMBER.fullmatch(drawing.get(name) or "") for name in ("width", "height")]
    box = [float(part) for part in re.findall(r"-?\d{1,6}(?:\.\d{1,6})?", drawing.get("viewbox") or "")]
    if sides[0] and sides[1]:
        return int(sides[0][1]), int(sides[1][1])
    if len(box) != 4 or box[2] <= 0 or box[3] <= 0:
        return None
    if sides[0]:
        return int(sides[0][1]), max(1, round(int(sides[0][1]) * box[3] / box[2]))
    return max(1, round(box[2])), max(1, round(box[3]))


def _is_icon(drawing: Element, size: tuple[int, int]) -> bool:
    if max(size) <= _ICON or next(drawing.iterancestors("button", "a"), None) is not None:
        return True
    # material icons: drawn on a large grid, one path, shown at the size of a letter
    shapes = [element for element in drawing.iter() if element.tag in _SHAPES]
    declared = _NUMBER.fullmatch(drawing.get("width") or "") is not None
    return not shapes or len(shapes) > _MOST_ELEMENTS or (not declared and len(shapes) < 3)


def safe_svg(drawing: Element) -> str:
    """The drawing as SVG of allowed shapes and attributes only."""
    parts: list[str] = []
    stack: list[tuple[Element, str]] = [(drawing, "")]
    written = 0
    while stack:
        element, closing = stack.pop()
        if closing:
            parts.append(closing)
            continue
        if element.tag not in _TAGS or written > _MOST_ELEMENTS:
            continue
        written += 1
        tag = _CAMEL.get(element.tag, element.tag)
        space = ' xmlns="http://www.w3.org/2000/svg"' if element is drawing else ""
        parts.append(f"<{tag}{space}{_attributes(element)}>{escape(element.text or '')}")
        # the text behind an element is written where the element ends
        stack.append((element, f"</{tag}>" + (escape(element.tail or "") if element is not drawing else "")))
        stack.extend((child, "") for child in reversed(list(element)))
    return "".join(parts)


def _attributes(element: Element) -> str:
    kept: list[str] = []
    for name, value in element.attrib.items():
        if name not in _ATTRIBUTES or _OUTSIDE.search(value):
            continue
        if name in {"href", "xlink:href"}:
            if not value.strip().startswith("#"):
                continue
            name = "href"
        kept.append(f" {_CAMEL.get(name, name)}={quoteattr(value)}")
    return "".join(dict.fromkeys(kept))
