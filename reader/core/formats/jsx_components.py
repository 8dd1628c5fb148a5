# SPDX-License-Identifier: MIT
"""JSX among Markdown (MDX, React docs): components become call-outs or vanish, what they hold stays."""

from __future__ import annotations

import html
import re

from reader.core.formats.callouts import Callout, callout_close, callout_kind, callout_open, callout_title
from reader.core.formats.markdown_document import MarkdownContext
from reader.core.formats.tag_arguments import LINE_END, Arguments, parse_arguments

_GAP = LINE_END * 2

_SIGN = re.compile(r"^[ \t]*</?[A-Z][\w.]*(?=[\s/>]|$)|<[A-Z]\w*\s[^<>\n]{0,300}/>", re.M)
_ATTRIBUTES = r"""(?:[^<>"'{}]++|"[^"]*+"|'[^']*+'|\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\})*?"""
_COMPONENT = re.compile(rf"<(/?)([A-Z][\w.]*)(?=[\s/>])({_ATTRIBUTES})(/?)>")
_FRAGMENT = re.compile(r"^[ \t]*</?>[ \t]*$", re.M)
_MODULE = re.compile(
    r"^(?:import\s+(?:[\w*{}\s,$]+?\s+from\s+)?[\"'][^\"'\n]+[\"'];?[ \t]*"
    r"|export\s+(?:const|let|var|function|default)\b[^\n]*(?:\n[^\n]+)*)$",
    re.M,
)
_HEADING_ID = re.compile(r"^([ \t]*#{1,6}[ \t].*?)[ \t]*\{/\*[ \t]*([\w\-%]+)[ \t]*\*/\}[ \t]*$", re.M)
_STRING_VALUE = re.compile(r"\{[ \t]*([\"'`][^\"'`{}]*[\"'`])[ \t]*\}")
_CALLOUT_NAMES = """
    note tip warning caution danger info important pitfall deepdive wip canary aside callout
    admonition alert hint
"""
_CALLOUTS = frozenset(_CALLOUT_NAMES.split())


def has_components(source: str, context: MarkdownContext) -> bool:
    """Whether the file is MDX or has lines that begin with a component."""
    return context.path.suffix.lower() == ".mdx" or "{/*" in source or bool(_SIGN.search(source))


def without_components(source: str, context: MarkdownContext) -> str:
    """The source with its components in the reader's terms."""
    source = _without_comments(_HEADING_ID.sub(r"\1 {#\2}", source))
    is_mdx = context.path.suffix.lower() == ".mdx"
    if is_mdx:
        source = _FRAGMENT.sub("", _MODULE.sub("", source))
    names = {match[2] for match in _COMPONENT.finditer(source)}
    closed = {name for name in names if f"</{name}>" in source}
    opened: list[Callout | None] = []

    def replaced(match: re.Match[str]) -> str:
        at_line_start = not source[source.rfind("\n", 0, match.start()) + 1 : match.start()].strip(" \t>")
        if not (is_mdx or at_line_start or match[4] or match[2] in closed):
            return match[0]
        return _component(match, opened, match[2] in closed)

    return _COMPONENT.sub(replaced, source)


def _without_comments(source: str) -> str:
    kept: list[str] = []
    position = 0
    while (start := source.find("{/*", position)) >= 0 and (end := source.find("*/}", start)) >= 0:
        kept.append(source[position:start])
        position = end + 3
    return "".join(kept) + source[position:]


def _component(match: re.Match[str], opened: list[Callout | None], is_pair: bool) -> str:
    name = match[2].lower()
    arguments = parse_arguments(_STRING_VALUE.sub(r"\1", match[3]))
    if name in _CALLOUTS and is_pair:
        if match[1]:
            callout = opened.pop() if opened else None
            return f"{_GAP}{callout_close(callout)}{_GAP}" if callout else ""
        callout = None if match[4] else _callout(name, arguments)
        if callout is not None:
            opened.append(callout)
            return f"{_GAP}{callout_open(callout)}{_GAP}"
        return ""
    if match[1]:
        return ""
    return _standing(name, arguments)


def _callout(name: str, arguments: Arguments) -> Callout:
    kind = callout_kind(arguments.get("type", "kind", "variant") or name) or "note"
    title = arguments.get("title")
    return Callout(
        kind,
        html.escape(title or callout_title(kind), quote=False),
        foldable=name == "deepdive",
        is_open=False,
    )


def _standing(name: str, arguments: Arguments) -> str:
    """What a component shows by itself: a picture, a film, a label."""
    source = arguments.get("src", "url", "href")
    if name in ("image", "img", "figure", "picture", "screenshot", "illustration", "zoomimage") and source:
        caption = arguments.get("caption")
        image = f'<img src="{html.escape(source)}" alt="{html.escape(arguments.get("alt"))}">'
        return (
            f"<figure>{image}<figcaption>{html.escape(caption, quote=False)}</figcaption></figure>"
            if caption
            else image
        )
    if name in ("youtube", "youtubeembed", "youtubeiframe", "youtubevideo") and (
        video := arguments.get("id", "videoid", "url")
    ):
        address = video if "/" in video else f"https://www.youtube.com/embed/{video}"
        return f'<iframe src="{html.escape(address)}"></iframe>'
    if name in (
        "tab",
        "tabitem",
        "tabpane",
        "codegroupitem",
        "step",
        "accordion",
        "card",
        "linkcard",
        "details",
        "accordionitem",
    ):
        label = arguments.get("label", "title", "header", "summary", "name")
        target = arguments.get("href")
        bold = f"**{label}**" if label else ""
        return f"{_GAP}{f'[{bold}]({target})' if target else bold}{_GAP}" if bold else ""
    return ""
