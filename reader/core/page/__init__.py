# SPDX-License-Identifier: MIT
"""Lays an article out as one HTML document.

The style sheet holds every look; `<html>` chooses by attributes, so a script may change a look in place:

    data-theme          light | sepia | dark | black | system
    data-width          narrow | normal | wide
    data-size           font size in CSS pixels; without it the language decides
    data-line           line height; without it the language decides
    data-chinese-face   sans | serif, for Chinese, Japanese and Korean
    data-latin-face     serif | sans, for every other script
    data-justify        off, or absent: justified where the script is
    data-indent         on: first lines indented, no space between paragraphs
    data-dots           off: no emphasis dots in Chinese
    data-motion         reduced
    data-animations     play, or absent: moving pictures stand still until they are clicked

`--size` and `--line` set as style properties of `<html>` by a script win over `data-size` and `data-line`.
The article's own text is all of `.text`: placeholders and labels are generated content and add none.
A picture below the first few has its address in `data-late`: `late.js` lets it come when it is nearly seen.
A relative link stands as `link?to=…`, a category as `category?path=…`: `links.resolve_link` reads both.
"""

from __future__ import annotations

from reader.core.page.document import build_page, notice_page, standalone_page
from reader.core.page.look import PageImages, PageLook, PageWords
from reader.core.page.style import content_security_policy, look_attributes

__all__ = [
    "CONTENT_SECURITY_POLICY",
    "PageImages",
    "PageLook",
    "PageWords",
    "build_page",
    "empty_page",
    "error_page",
    "look_attributes",
    "standalone_page",
]

CONTENT_SECURITY_POLICY = content_security_policy()
"""The policy of every page for the detail view, to be sent as a header too."""


def error_page(title: str, sentence: str, hint: str, look: PageLook, lang: str = "en") -> str:
    """A page that says why an article cannot be shown and what to do."""
    return notice_page(title, sentence, hint, look, lang, "error")


def empty_page(title: str, sentence: str, hint: str, look: PageLook, lang: str = "en") -> str:
    """A page for a view that has nothing to show yet; any of the texts may be empty."""
    return notice_page(title, sentence, hint, look, lang, "empty")
