# SPDX-License-Identifier: MIT
"""HTML source cut into running text and markup, in time linear to its length and without a parser."""

from __future__ import annotations

import re
from collections.abc import Callable

_OPEN = re.compile(r"<(?:!--|(/?)([a-zA-Z][^\s/>]*)|[!?])")
_TAG_END = re.compile(r"""(?:[^<>"']++|"[^"]*+"|'[^']*+')*+>""")
_NO_MARKUP = frozenset({"script", "style", "textarea", "xmp"})
_VERBATIM = frozenset({"pre", "code", "kbd", "samp", "script", "style", "textarea", "math", "svg", "xmp"})
_TAGS = """
    a abbr acronym address applet area article aside audio b base basefont bdi bdo bgsound big blink
    blockquote body br button canvas caption center cite code col colgroup command content data
    datalist dd del details dfn dialog dir div dl dt element em embed fieldset figcaption figure
    font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe image img
    input ins isindex kbd keygen label legend li link listing main map mark marquee math menu
    menuitem meta meter nav nobr noembed noframes noscript object ol optgroup option output p param
    picture plaintext portal pre progress q rb rbc rp rt rtc ruby s samp script search section
    select shadow slot small source spacer span strike strong style sub summary sup svg table tbody
    td template textarea tfoot th thead time title tr track tt u ul var video wbr xmp mi mn mo ms
    mtext mspace mrow mfrac msqrt mroot mstyle merror mpadded mphantom msub msup msubsup munder
    mover munderover mmultiscripts mprescripts mtable mtr mtd semantics annotation annotation-xml
    menclose g path rect circle ellipse line polyline polygon text tspan defs use symbol
    lineargradient radialgradient stop clippath mask pattern filter foreignobject marker desc
    animate animatetransform fegaussianblur feoffset feblend femerge femergenode fecolormatrix
    fecomposite feflood textpath switch view metadata fullname
"""
_CUSTOM = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9.]+)+|[a-z][a-z0-9]*:[a-z]\w*")
KNOWN_TAGS = frozenset(_TAGS.split())
"""Names of elements; anything else between angle brackets may be text."""


def is_element_name(name: str) -> bool:
    """Whether `<name` begins markup: a known element, a custom one (`my-card`) or one of Office (`o:p`)."""
    lower = name.lower()
    return lower in KNOWN_TAGS or bool(_CUSTOM.fullmatch(lower))


def split_markup(source: str, verbatim: frozenset[str] = _VERBATIM) -> list[str]:
    """Alternating pieces: text, markup, text, …; elements of `verbatim` names count as markup, whole."""
    pieces: list[str] = []
    text_start = position = 0
    unclosed: set[str] = set()
    while (match := _OPEN.search(source, position)) is not None:
        end = _markup_end(source, match, unclosed, verbatim)
        if end is None:
            position = match.end()
            continue
        pieces += (source[text_start : match.start()], source[match.start() : end])
        text_start = position = end
    pieces.append(source[text_start:])
    return pieces


def map_text(source: str, change: Callable[[str], str]) -> str:
    """HTML whose running text went through `change`."""
    pieces = split_markup(source)
    pieces[::2] = [change(text) if text else text for text in pieces[::2]]
    return "".join(pieces)


def escape_stray_brackets(source: str) -> str:
    """HTML in which every `<` that opens no element is text, and no comment swallows what follows it."""

    def escape(text: str) -> str:
        return text.replace("<", "&lt;")

    pieces = split_markup(source, _NO_MARKUP)
    pieces[1::2] = [
        f"{tag[:-1]}-->" if tag.startswith("<!--") and not tag.endswith("-->") else tag
        for tag in pieces[1::2]
    ]
    pieces[::2] = [escape(text) if "<" in text else text for text in pieces[::2]]
    return "".join(pieces)


def _markup_end(
    source: str, match: re.Match[str], unclosed: set[str], verbatim: frozenset[str]
) -> int | None:
    name = (match[2] or "").lower()
    if not name:
        return _declaration_end(source, match, unclosed)
    if not is_element_name(name):
        return None
    tag = _TAG_END.match(source, match.end())
    if tag is None:
        return None
    if name not in verbatim or match[1] or name in unclosed or source[tag.end() - 2] == "/":
        return tag.end()
    close = re.compile(rf"</{name}\s*>", re.I).search(source, tag.end())
    if close is None:
        unclosed.add(name)
        return tag.end()
    return close.end()


def _declaration_end(source: str, match: re.Match[str], unclosed: set[str]) -> int | None:
    start = match.end()
    if match[0] == "<!--":
        end = -1 if "!--" in unclosed else source.find("-->", match.start() + 2)
        if end < 0:
            unclosed.add("!--")
        elif source.find("<!--", start, end) < 0:
            return end + 3
        # A comment closed badly (`<!-- x -- y>`) must not take the text up to the next one with it.
    end = source.find(">", start)
    return None if end < 0 else end + 1
