# SPDX-License-Identifier: MIT
"""What the tags of Hexo and its themes, Jekyll, Hugo and Zola mean to a reader."""

from __future__ import annotations

import html
import re
from collections.abc import Callable

from reader.core.article import Dialect
from reader.core.formats import tag_media as media
from reader.core.formats.callouts import Callout, callout_close, callout_kind, callout_open
from reader.core.formats.markdown_document import MarkdownContext
from reader.core.formats.tag_arguments import LINE_END, Arguments, Tag

_GAP = LINE_END * 2
_CODE_NAMES = """
    codeblock code highlight mermaid raw verbatim math katex code-toggle prism markmap goat plantuml
    echarts
"""
_CODE = frozenset(_CODE_NAMES.split())
_QUOTES_NAMES = """
    blockquote quote pullquote centerquote cq pquote epigraph
"""
_QUOTES = frozenset(_QUOTES_NAMES.split())
_NOTES_NAMES = """
    note subnote notel tip tips noteblock alert notice admonition callout hint warning info caution
    danger important attention success primary error box message aside quizz
"""
_NOTES = frozenset(_NOTES_NAMES.split())
_FOLDS_NAMES = """
    fold folding collapse details expand spoiler hidetoggle hideblock accordion toggle foldable
"""
_FOLDS = frozenset(_FOLDS_NAMES.split())
_TABS = frozenset({"tab", "tabitem"})
_TAB_COMMENT = re.compile(r"<!--\s*(?:(end)tab|tab(?:[ \t]+([^@\n]*?))?(?:@[^\n]*?)?)\s*-->", re.I)
_LAST_INDENT = re.compile(r"\n([ \t>]*)$")
_LITERAL = re.compile(r"""(["'])(.*?)\1""")
_RELATIVE = re.compile(
    r"\b(?:site\.|page\.)?(?:baseurl|relative_url|base_path|BASE_PATH|url|root|prefix)\b", re.I
)


def keeps_source(tag: Tag) -> bool:
    """Whether what stands between a tag and its end is code rather than text."""
    return tag.name in _CODE


def paired_tag(tag: Tag, inner: str, context: MarkdownContext) -> str:
    """What a tag with an end means, given the text between."""
    name = tag.name
    if name in _CODE:
        return _code(tag, inner)
    if name == "comment":
        return ""
    if name in _QUOTES:
        return _quote(name, tag.arguments, inner)
    if name in _FOLDS:
        return _fold(tag.arguments, inner)
    if name in _NOTES:
        return _note(tag, inner)
    if name == "tabs" or "<!-- tab" in inner:
        return _tab_sections(inner)
    if name in _TABS:
        label = tag.arguments.get("name", "title", "label", "header", at=0)
        return f"{_GAP}**{label}**{_GAP}{inner}{_GAP}" if label else inner
    if name in ("figure", "image", "img", "button", "btn", "link"):
        return (
            bare_tag(tag, context) + inner
            if name == "figure"
            else f"[{inner.strip()}]({tag.arguments.get('href', 'link', 'url', at=0)})"
        )
    if name in ("kbd", "mark", "sub", "sup", "u", "del"):
        return f"<{name}>{inner}</{name}>"
    return inner


def bare_tag(tag: Tag, context: MarkdownContext) -> str:
    """What a tag without an end means; an unknown one is nothing."""
    meaning = _BARE.get(tag.name)
    if meaning is not None:
        return meaning(tag.arguments, context)
    if tag.name in _NOTES:
        return _short_note(tag)
    return ""


def expression(tag: Tag, context: MarkdownContext) -> str:
    """What `{{ … }}` prints: a Zola shortcode, a Liquid string; anything else is text of the author's."""
    if tag.name:
        return bare_tag(tag, context) if tag.name in _BARE or context.dialect == Dialect.ZOLA else tag.source
    text = tag.arguments.text
    if _RELATIVE.search(text) and not text.startswith("."):
        literal = _LITERAL.search(text)
        return literal[2] if literal else ""
    if context.dialect == Dialect.JEKYLL:
        literal = _LITERAL.match(text)
        return literal[2] if literal else ""
    return tag.source


def _code(tag: Tag, inner: str) -> str:
    arguments = tag.arguments
    if tag.name in ("raw", "verbatim"):
        return inner
    if tag.name in ("math", "katex"):
        return f"{_GAP}$${LINE_END}{inner.strip()}{LINE_END}$${_GAP}"
    if tag.name in ("mermaid", "markmap", "goat", "plantuml", "echarts"):
        lang, title = tag.name, ""
    elif tag.name == "highlight":
        lang, title = arguments.get("lang", "language", at=0), arguments.get("title")
    elif tag.name == "code-toggle":
        lang, title = "toml" if re.search(r"^\s*\[|^\s*\w+\s*=", inner, re.M) else "yaml", ""
    elif tag.style == "hugo":
        lang, title = (
            arguments.get("lang", "language") or _file_language(arguments),
            arguments.get("file", "title"),
        )
    else:
        lang = arguments.get("lang")
        words = [word for word in arguments.listed if not word.startswith(("http:", "https:", "/"))]
        title = arguments.get("title") or " ".join(words)
    body = inner.strip("\n")
    runs = max((len(run) for run in re.findall(r"`{3,}", body)), default=2)
    fence = "`" * (12 if "\ue000" in body else runs + 1)  # hidden code may have fences of its own
    head = f'{lang or "text"} title="{title.replace(chr(34), chr(39))}"' if title else lang
    if "\n" not in inner and tag.name in ("highlight", "code") and tag.style == "hugo" and not inner.strip():
        return ""
    lines = body.split("\n")
    indent = min((len(line) - len(line.lstrip(" ")) for line in lines if line.strip()), default=0)
    joined = LINE_END.join(line[indent:] for line in lines)
    return f"{_GAP}{fence}{head}{LINE_END}{joined}{LINE_END}{fence}{_GAP}"


def _file_language(arguments: Arguments) -> str:
    name = arguments.get("file", "filename")
    return name.rpartition(".")[2] if "." in name else "yaml" if name else ""


def _quote(name: str, arguments: Arguments, inner: str) -> str:
    if name in ("pullquote", "cq", "centerquote"):
        return _wrapped("<blockquote>", inner, "</blockquote>")  # what follows the name is a class
    source = " ".join(
        word
        for word in arguments.listed
        if not word.startswith(("http:", "https:")) and word not in ("left", "right")
    )
    source = source or arguments.get("author", "source", "cite")
    address = next(
        (word for word in arguments.listed if word.startswith(("http:", "https:"))), ""
    ) or arguments.get("link", "url")
    line = f"[{source or address}]({address})" if address else source
    return _wrapped("<blockquote>", inner, "</blockquote>", f"— {line}{_GAP}" if line else "")


def _note(tag: Tag, inner: str) -> str:
    arguments = tag.arguments
    words = [
        word
        for word in arguments.listed
        if word not in ("no-icon", "icon", "flat", "modern", "simple", "disabled")
    ]
    kind = callout_kind(arguments.get("type", "color", "class", "context", "level"))
    if kind is None and words and callout_kind(words[0]):
        kind = callout_kind(words.pop(0))
    kind = kind or callout_kind(tag.name) or "note"
    words = [word for word in words if not re.match(r"fa[bsr]?(?:-|$)|[\w-]+(?:-icon)$", word)]
    if tag.name == "tip" and tag.style == "liquid":
        words = []  # names of icons and their motion
    title = arguments.get("title", "heading", "header") or " ".join(words)
    return _callout(Callout(kind, html.escape(title, quote=False)), inner)


def _callout(callout: Callout, inner: str) -> str:
    opening = callout_open(callout)
    if not callout.title:
        opening = opening.partition(">")[0] + ">"
    return _wrapped(opening, inner, callout_close(callout))


def _short_note(tag: Tag) -> str:
    """Volantis: `{% note info, the text itself %}`."""
    head, comma, text = tag.arguments.text.partition(",")
    body = text if comma else head
    kind = callout_kind(head.split()[-1] if comma and head.split() else tag.name) or "note"
    return _callout(Callout(kind, ""), body) if body.strip() and tag.style == "liquid" else ""


def _fold(arguments: Arguments, inner: str) -> str:
    words = [
        word
        for word in arguments.listed
        if word not in ("open", "true", "false") and callout_kind(word) is None
    ]
    title = arguments.get("title", "summary", "label", "header") or " ".join(words) or "…"
    state = " open" if "open" in arguments.listed or arguments.get("open") == "true" else ""
    summary = html.escape(title, quote=False)
    return _wrapped(f"<details{state}><summary>{summary}</summary>", inner, "</details>")


def _tab_sections(inner: str) -> str:
    def head(match: re.Match[str]) -> str:
        label = (match[2] or "").strip()
        return f"{_GAP}**{label}**{_GAP}" if label else _GAP

    return _TAB_COMMENT.sub(head, inner)


def _wrapped(opening: str, inner: str, closing: str, before_closing: str = "") -> str:
    """Tags round Markdown, on lines of their own with blank ones between; the inner text keeps its indent."""
    head = LINE_END if inner.lstrip(" \t").startswith("\n") else _GAP
    last = _LAST_INDENT.search(inner)
    if last is None:
        return f"{_GAP}{opening}{head}{inner}{_GAP}{before_closing}{closing}{_GAP}"
    body = f"{inner[: last.start()]}\n{last[1].rstrip()}\n{last[1]}"
    return f"{LINE_END}{opening}{head}{body}{before_closing}{closing}{LINE_END}"


def _label(arguments: Arguments, _context: MarkdownContext) -> str:
    return f"<mark>{arguments.text.partition('@')[2] or ' '.join(arguments.listed[:1])}</mark>"


def _span(arguments: Arguments, _context: MarkdownContext) -> str:
    return arguments.text.partition("::")[2] or arguments.text.rpartition(",")[2].strip()


def _text(arguments: Arguments, _context: MarkdownContext) -> str:
    return (
        " ".join(word for word in arguments.listed if word not in ("checked", "plus", "minus", "times"))
        or arguments.text
    )


def _element(name: str) -> Callable[[Arguments, MarkdownContext], str]:
    def meaning(arguments: Arguments, _context: MarkdownContext) -> str:
        text = arguments.text.strip("\"'")
        return f"<{name}>{html.escape(text, quote=False)}</{name}>"

    return meaning


def _version(word: str) -> Callable[[Arguments, MarkdownContext], str]:
    def meaning(arguments: Arguments, _context: MarkdownContext) -> str:
        return f"*({word} {arguments.get('version', at=0)})*"

    return meaning


_BARE: dict[str, Callable[[Arguments, MarkdownContext], str]] = {
    **media.MEANINGS,
    "label": _label,
    "span": _span,
    "p": _span,
    "emp": _element("em"),
    "kbd": _element("kbd"),
    "key": _element("kbd"),
    "u": _element("u"),
    "wavy": _element("u"),
    "del": _element("del"),
    "psw": _text,
    "checkbox": _text,
    "radio": _text,
    "hideinline": _text,
    "new-in": _version("new in"),
    "deprecated-in": _version("deprecated in"),
}
