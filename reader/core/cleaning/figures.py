# SPDX-License-Identifier: MIT
"""Figures: captions found beside pictures, pictures found in backgrounds."""

from __future__ import annotations

import re

from reader.core.cleaning.lazy_images import is_placeholder
from reader.core.cleaning.tree import Element, class_words, new_element, text_of

_BACKGROUND = re.compile(r"background(?:-image)?\s*:[^;]*?url\(\s*['\"]?([^'\")]+)['\"]?\s*\)", re.I)
_FRAME = re.compile(
    r"^(?:img[-_]?wrap(?:per)?|image[-_]?wrap(?:per)?|wp-caption|pgc-img|image[-_]?(?:container|box|package)"
    r"|img[-_]?(?:container|box)|picture[-_]?(?:box|wrap))$",
    re.I,
)
_CAPTION = re.compile(
    r"^(?:img[-_]?desc\w*|wp-caption-text|pgc-img-caption|(?:image|img|pic\w*)[-_]?(?:caption|desc\w*|note)|caption)$",
    re.I,
)
_NO_PARENTS = ("figure", "table", "pre", "a", "button")


def background_images(root: Element) -> None:
    """An element whose only picture is its background shows it as an image."""
    for element in list(root.iter("div", "span", "a", "figure", "section", "i", "p")):
        style = element.get("style")
        if not style or "url(" not in style.lower() or text_of(element).strip():
            continue
        match = _BACKGROUND.search(style[:3000])
        if match is None or next(element.iter("img", "video", "iframe", "svg"), None) is not None:
            continue
        address = match[1].strip()
        if not is_placeholder(address) and not address.lower().startswith("data:"):
            element.append(
                new_element("img", src=address, alt=element.get("title") or element.get("aria-label") or "")
            )


def caption_figures(root: Element) -> None:
    """A box made of one picture and its caption becomes a figure."""
    for box in list(root.iter("div", "section", "p")):
        if not any(_FRAME.match(word) for word in class_words(box)):
            continue
        if next(box.iterancestors(*_NO_PARENTS), None) is not None or len(list(box.iter("img"))) != 1:
            continue
        captions = [part for part in box.iter("span", "p", "div", "figcaption") if _is_caption(part)]
        if len(captions) == 1 and text_of(captions[0]).strip():
            box.tag = "figure"
            captions[0].tag = "figcaption"


def _is_caption(part: Element) -> bool:
    return part.tag == "figcaption" or any(_CAPTION.match(word) for word in class_words(part))
