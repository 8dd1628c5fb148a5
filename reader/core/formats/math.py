# SPDX-License-Identifier: MIT
"""TeX formulas as MathML: what counts as a formula, and how one is converted."""

from __future__ import annotations

import html
import re
import time
from functools import lru_cache

from reader.core.formats.html_text import map_text

_MAX_TEX = 4_000
_MAX_TEXT = 200_000  # characters of one piece of text in which formulas are sought
_BUDGET = 2.0  # seconds of this thread's time for the formulas of one page
_MAX_DEPTH = 40

INLINE_DOLLARS = re.compile(r"(?<![\\$\w])\$(?![$])((?:[^$\\]|\\.){1,500}?)(?<!\\)\$(?![\w$])", re.S)
"""`$x$`: the body is group 1 and must still pass `is_formula`."""
DISPLAY_DOLLARS = re.compile(r"(?<!\\)\$\$(?!\$)((?:[^$\\]|\\.|\$(?!\$)){1,4000}?)\$\$", re.S)
"""`$$x$$`, in running text or alone."""
BRACKETED = re.compile(
    r"\\\\?\((?P<inline>(?:(?!\\\\?[()\[\]]).){1,800}?)\\\\?\)"
    r"|\\\\?\[(?P<display>(?:(?!\\\\?\]).){1,4000}?)\\\\?\]",
    re.S,
)
r"""`\(x\)` and `\[x\]`, also with the backslash doubled for a Markdown parser."""

_TEX_SIGN = re.compile(r"\\[a-zA-Z]{2,}|[\^_=<>]|\\[,;!{}]")
_PROSE = re.compile(r"[A-Za-z]{3,}[,;]?\s+[A-Za-z]{2,}")
_WORDS = re.compile(r"[A-Za-z]{2,}\s+[A-Za-z]|[A-Za-z]\s+[A-Za-z]{2,}")
_SIMPLE = re.compile(r"[\w\s+\-*/=.,:;!'|()\[\]{}^<>\\&%]+", re.A)
_DROPPED = re.compile(r"\\(?:label\{[^{}]*\}|nonumber|notag|displaystyle|limits|hfill)(?![a-zA-Z])\s?")
# The converter copies these as they are, also into attributes; hidden, they cannot become markup.
_HIDDEN = {ord("<"): "\ue010", ord(">"): "\ue011", ord('"'): "\ue012"}
_SHOWN = {0xE010: "&lt;", 0xE011: "&gt;", 0xE012: "&quot;"}
_HIDDEN_OPERATOR = re.compile("<mi>([\ue010\ue011])</mi>")
_BARE_AMP = re.compile(r"&(?!#?\w+;)")


def is_formula(tex: str) -> bool:
    """Whether what stands between two single dollar signs is a formula rather than prose with prices."""
    body = tex.strip()
    if not body or "\n\n" in body or body.count("\n") > 3:
        return False
    strong = bool(_TEX_SIGN.search(body))
    if tex[0].isspace() != tex[-1].isspace() or (tex[0].isspace() and not strong):
        return False
    if not _balanced(body) or ("\\" not in body and (_PROSE.search(body) or _has_letters_of_asia(body))):
        return False
    if strong:
        return True
    return (
        len(body) <= 60
        and not _WORDS.search(body)
        and bool(_SIMPLE.fullmatch(body))
        and not re.fullmatch(r"[\d.,]+\s.*|[-+/,.;:!]+", body)
    )


def is_bracketed_formula(tex: str) -> bool:
    r"""Whether `\(…\)` or `\[…\]` holds a formula; both are escaped brackets in ordinary Markdown."""
    body = tex.strip()
    if not body or body.startswith("^"):
        return False
    if "\\" not in body and _has_letters_of_asia(body):
        return False
    if _TEX_SIGN.search(body):
        return not re.match(r"https?:|!?\[", body)
    return bool(
        re.fullmatch(
            r"[A-Za-z]|[A-Za-z0-9]+(?:\s*[-+*/|,]\s*[A-Za-z0-9]+)+|[A-Za-z]{1,2}\s*\([^()]{1,20}\)", body
        )
    )


def formula_html(tex: str, display: bool = False) -> str:
    """The formula as MathML; as `<code class="math">` where it cannot be converted."""
    body = tex.strip()
    mathml = _mathml(body, display) if 0 < len(body) <= _MAX_TEX else None
    if mathml is None:
        return f'<code class="math">{html.escape(body, quote=False)}</code>'
    return mathml


def formulas_in_html(source: str) -> str:
    """HTML with the formulas in its running text converted; code, scripts and tags are left alone."""
    if "$" not in source and "\\(" not in source and "\\[" not in source:
        return source
    deadline = time.thread_time() + _BUDGET

    def change(text: str) -> str:
        done = len(text) > _MAX_TEXT or time.thread_time() > deadline
        return text if done else _formulas_in_text(text)

    return map_text(source, change)


def _formulas_in_text(text: str) -> str:
    if "$" not in text and "\\" not in text:
        return text
    parts = DISPLAY_DOLLARS.split(text)
    alone = len(parts) == 3 and not (parts[0].strip() or parts[2].strip())
    for index, part in enumerate(parts):
        if index % 2:
            parts[index] = formula_html(html.unescape(part), display=alone or "\n" in part)
        else:
            parts[index] = INLINE_DOLLARS.sub(_inline_formula, BRACKETED.sub(_bracketed_formula, part))
    return "".join(parts)


def _inline_formula(match: re.Match[str]) -> str:
    tex = html.unescape(match[1])
    return formula_html(tex) if is_formula(tex) else match[0]


def _bracketed_formula(match: re.Match[str]) -> str:
    tex = html.unescape(match["inline"] or match["display"] or "")
    return formula_html(tex, match["display"] is not None) if is_bracketed_formula(tex) else match[0]


@lru_cache(maxsize=512)
def _mathml(tex: str, display: bool) -> str | None:
    if _depth(tex) > _MAX_DEPTH:
        return None
    from latex2mathml.converter import convert

    source = _DROPPED.sub("", tex).translate(_HIDDEN).strip() or " "
    try:
        result = convert(source, display="block" if display else "inline")
    except Exception:  # the converter raises a dozen kinds for a formula it cannot read
        return None
    result = _HIDDEN_OPERATOR.sub(r"<mo>\1</mo>", _BARE_AMP.sub("&amp;", result))
    return result.translate(_SHOWN)


def _has_letters_of_asia(text: str) -> bool:
    # A character class of this width takes milliseconds to compile, at every start of the program.
    return not text.isascii() and any(
        "\u3040" <= char <= "\ud7af" or "\uff00" <= char <= "\uffef" for char in text
    )


def _depth(tex: str) -> int:
    depth = deepest = 0
    for char in tex:
        depth += (char == "{") - (char == "}")
        deepest = max(deepest, depth)
    return deepest


def _balanced(tex: str) -> bool:
    plain = tex.replace("\\{", "").replace("\\}", "")
    if plain.count("{") != plain.count("}"):
        return False
    # Half-open intervals make square and round brackets close each other.
    opening = sum(plain.count(char) for char in "([")
    return opening == sum(plain.count(char) for char in ")]")
