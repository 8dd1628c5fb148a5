# SPDX-License-Identifier: MIT
"""Call-outs of every dialect: `> [!NOTE]`, `!!! note`, `::: tip`, `{% note %}` share one set of kinds."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

_KINDS = (
    "note",
    "tip",
    "important",
    "warning",
    "danger",
    "info",
    "success",
    "question",
    "failure",
    "bug",
    "example",
    "quote",
    "abstract",
)
_OTHER_WORDS: Mapping[str, tuple[str, ...]] = {
    "tip": ("hint",),
    "warning": (
        "caution",
        "attention",
        "warn",
        "alert",
        "orange",
        "yellow",
        "pitfall",
    ),
    "danger": (
        "error",
        "red",
    ),
    "note": (
        "primary",
        "default",
        "secondary",
        "light",
        "seealso",
        "simple",
        "purple",
        "grey",
        "gray",
        "details",
        "theorem",
        "remark",
        "aside",
    ),
    "info": (
        "blue",
        "cyan",
        "todo",
        "deepdive",
        "wip",
        "canary",
    ),
    "success": (
        "green",
        "done",
        "check",
    ),
    "question": (
        "help",
        "faq",
    ),
    "failure": (
        "fail",
        "missing",
    ),
    "quote": (
        "cite",
        "blockquote",
    ),
    "abstract": (
        "summary",
        "tldr",
    ),
}
_KIND_OF: Mapping[str, str] = {kind: kind for kind in _KINDS} | {
    word: kind for kind, words in _OTHER_WORDS.items() for word in words
}
_MARK = re.compile(r"\[!([A-Za-z][\w\-]*)(?:\|[^\]]*)?\]([-+]?)[ \t]*(.*)")


@dataclass(frozen=True, slots=True)
class Callout:
    """The head of a call-out; `foldable` ones open by default only where `is_open`."""

    kind: str
    title: str
    foldable: bool = False
    is_open: bool = True


def callout_kind(name: str) -> str | None:
    """The kind a dialect's word stands for, or None where it is no call-out at all."""
    return _KIND_OF.get(name.strip().lower())


def callout_title(kind: str) -> str:
    """The heading of a call-out that states none."""
    return kind.capitalize()


def quoted_callout(first_line: str) -> Callout | None:
    """The call-out that `[!kind]- Title`, the first line of a block quote, announces."""
    match = _MARK.fullmatch(first_line.strip())
    if match is None:
        return None
    kind = callout_kind(match[1]) or "note"
    title = match[3].strip() or match[1].replace("-", " ").replace("_", " ").capitalize()
    return Callout(kind, title, foldable=bool(match[2]), is_open=match[2] != "-")


def callout_open(callout: Callout) -> str:
    """The opening tags of a call-out whose title is HTML already."""
    if callout.foldable:
        state = " open" if callout.is_open else ""
        return (
            f'<details class="callout callout-{callout.kind}"{state}>'
            f'<summary class="callout-title">{callout.title}</summary>'
        )
    return f'<aside class="callout callout-{callout.kind}"><p class="callout-title">{callout.title}</p>'


def callout_close(callout: Callout) -> str:
    """The closing tag that belongs to `callout_open`."""
    return "</details>" if callout.foldable else "</aside>"
