# SPDX-License-Identifier: MIT
"""Headings: none above the title's level, none that repeats it, each with an anchor of its own."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

from reader.core.article import Heading
from reader.core.cleaning.tree import Element, drop, names, text_of

LEVELS = ("h1", "h2", "h3", "h4", "h5", "h6")
_HASHES = re.compile(r"^\s*#{1,6}\s+")
_PERMALINK_TEXT = names("# ¶ § 🔗 ⚓ ​")
_NOT_IN_ANCHOR = re.compile(r"[^\w\-]+")


def tidy_headings(root: Element) -> None:
    """Repairs what headings hold: permalink signs, empty ones, Markdown marks, the first level."""
    for heading in list(root.iter(*LEVELS)):
        for link in list(heading.iter("a")):
            if (link.get("href") or "").startswith("#") and text_of(link).strip() in _PERMALINK_TEXT | {""}:
                if link.get("id") and not heading.get("id"):
                    heading.set("id", link.get("id") or "")
                drop(link)
        if heading.text and _HASHES.match(heading.text):
            heading.text = _HASHES.sub("", heading.text)
        if (
            not text_of(heading).strip()
            and next(heading.iter("img", "math", "svg", "iframe", "video"), None) is None
        ):
            drop(heading)
    if next(root.iter("h1"), None) is not None:
        for heading in list(root.iter(*LEVELS)):
            heading.tag = f"h{min(6, int(heading.tag[1]) + 1)}"


def drop_repeated_title(root: Element, title: str) -> None:
    """Drops a heading or bold line at the very start that only says the title again."""
    if not _folded(title):
        return
    first = _first_block(root)
    if first is None or not says_the_same(text_of(first), title):
        return
    if next(first.iter("img", "iframe", "video"), None) is not None:
        return
    if first.tag in LEVELS and len(text_of(root).strip()) > len(text_of(first).strip()):
        drop(first)


def says_the_same(text: str, title: str) -> bool:
    """Whether a text only says the title again, whatever its marks."""
    wanted = _folded(title)
    return bool(wanted) and _folded(text) == wanted


def _first_block(root: Element) -> Element | None:
    """The first block with text, if nothing stands before it."""
    element = root
    while len(element) and not (element.text or "").strip():
        element = element[0]
        if element.tag in LEVELS:
            return element
        while not text_of(element).strip() and element.tag not in {"img", "figure"}:
            following = element.getnext()
            if (element.tail or "").strip() or following is None:
                return None
            element = following
        if element.tag in LEVELS:
            return element
    return None


def _folded(text: str) -> str:
    """A text reduced to its letters and digits, so that titles compare whatever their marks."""
    text = unicodedata.normalize("NFKC", text).casefold()
    return "".join(character for character in text if character.isalnum())


def collect_headings(root: Element) -> tuple[Heading, ...]:
    """Every heading, each given an anchor that is unique in the article."""
    taken = _unique_ids(root)
    counts: Counter[str] = Counter()
    found: list[Heading] = []
    for heading in root.iter(*LEVELS):
        text = " ".join(text_of(heading).split())
        if not text:
            continue
        anchor = heading.get("id")
        if not anchor:
            anchor = _free(_anchor(text) or f"section-{len(found) + 1}", taken, counts)
            taken.add(anchor)
            heading.set("id", anchor)
        found.append(Heading(int(heading.tag[1]), text, anchor))
    return tuple(found)


def _unique_ids(root: Element) -> set[str]:
    taken: set[str] = set()
    for element in root.iter():
        identifier = element.get("id")
        if identifier is None:
            continue
        useless = not identifier or identifier.isdigit() or element.tag in {"img", "table", "figure"}
        if useless or identifier in taken or any(character.isspace() for character in identifier):
            del element.attrib["id"]
        else:
            taken.add(identifier)
    return taken


def _anchor(text: str) -> str:
    return _NOT_IN_ANCHOR.sub("-", text.strip().lower())[:60].strip("-_")


def _free(wanted: str, taken: set[str], counts: Counter[str]) -> str:
    name = wanted
    while name in taken:
        counts[wanted] += 1
        name = f"{wanted}-{counts[wanted] + 1}"
    return name
