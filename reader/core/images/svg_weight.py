# SPDX-License-Identifier: MIT
"""How much a drawing becomes when all it repeats is drawn: a few lines may ask for billions of shapes."""

from __future__ import annotations

import re
from typing import Any

MOST_SHAPES = 50_000
"""What any drawing may become: the engine paints as many in some seconds."""
_MOST_TIMES = 20  # as much as is written; maps and plots repeat each sign and each pattern once or twice
_REFERENCE = re.compile(r"url\(\s*[\"']?\s*#([^\"')\s]+)")
_CAP = 1 << 62


def is_bearable(elements: list[Any]) -> bool:
    """Whether a drawing, given by its elements with the root first, can be drawn in a reasonable time."""
    references = {element: found for element in elements if (found := _references(element))}
    if not references:
        return True
    named: dict[str, Any] = {}
    for element in elements:
        named.setdefault(element.get("id"), element)
    shapes = _shapes(elements[0], references, named)
    return shapes <= max(MOST_SHAPES, _MOST_TIMES * len(elements))


def _references(element: Any) -> list[str]:
    """The names of what an element repeats or is painted with."""
    found: list[str] = []
    for key, value in element.attrib.items():
        if value.startswith("#") and key.rpartition("}")[2] == "href":
            found.append(value[1:])
        elif "url(" in value:
            found += _REFERENCE.findall(value)
    return found


def _shapes(root: Any, references: dict[Any, list[str]], named: dict[str, Any]) -> int:
    """How many elements there are once references are followed; what leads back to itself is not drawn."""
    counts: dict[Any, int] = {}
    stack = [(root, False)]
    while stack:
        element, is_counted = stack.pop()
        if is_counted or element not in counts:
            parts = [*element, *(named[name] for name in references.get(element, ()) if name in named)]
            if is_counted:
                counts[element] = min(_CAP, 1 + sum(counts[part] for part in parts))
            else:
                counts[element] = 0
                stack.append((element, True))
                stack.extend((part, False) for part in parts)
    return counts[root]
