# SPDX-License-Identifier: MIT
"""Articles that stand only in a page's data: JSON-LD of empty shells, text for no-script browsers."""

from __future__ import annotations

import re

from reader.core.cleaning.extract.outline import text_size
from reader.core.cleaning.tree import Element, new_element, text_of, unwrap

_BREAKS = re.compile(r"\s*\n\s*\n\s*|\s*\n\s*")
_LEAST = 300
_FAR_MORE = 3


def article_of_text(body: str) -> Element:
    """Paragraphs of a plain text."""
    article = new_element("div")
    for paragraph in _BREAKS.split(body.strip()):
        if paragraph:
            article.append(new_element("p", paragraph))
    return article


def show_noscript(body: Element, found: float) -> bool:
    """Unwrap text meant for browsers without scripts where the page shows little else; whether any was."""
    shown = False
    for box in list(body.iter("noscript")):
        size = text_size(" ".join(text_of(box).split()))
        if size >= _LEAST and size > _FAR_MORE * found:
            unwrap(box)
            shown = True
    return shown


def outweighs(body: str, found: float) -> bool:
    """Whether the declared text is so much longer than what was found that it must be the article."""
    size = text_size(body)
    return size >= _LEAST and size > _FAR_MORE * found
