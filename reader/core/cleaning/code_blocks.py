# SPDX-License-Identifier: MIT
"""Code as one `<pre class="code">`: without line numbers, layout tables or copy buttons."""

from __future__ import annotations

import re

from reader.core.cleaning.tree import (
    Element,
    add_text_before,
    append_text,
    class_words,
    drop,
    names,
    new_element,
    replace,
    text_of,
    unwrap,
)

_NUMBERS = re.compile(r"[\s\d.:|]+")
_LANGUAGE_CLASS = re.compile(
    r"^(?:language|lang|highlight-source|highlight-text|brush:?|source|sourceCode)[-:]?([\w+#.-]*)"
)
_LANGUAGE_NAME = re.compile(r"[a-z][\w+#.-]{0,20}")
_NO_LANGUAGE = names(
    "none text plain plaintext nohighlight no-highlight code highlight hljs prettyprint linenums auto"
)
_KNOWN = names(
    "bash sh shell zsh console python py javascript js typescript ts java kotlin swift c cpp csharp go "
    "golang rust ruby php perl lua r scala haskell sql html xml css scss less json yaml yml toml ini "
    "diff makefile dockerfile markdown vim latex tex matlab objectivec dart groovy clojure elixir "
    "erlang powershell nginx vue jsx tsx graphql"
)
_GUTTER_CELL = re.compile(
    r"gutter|line-?no|line-?num|hljs-ln-numbers|blob-num|rouge-gutter|lntd|linenos", re.I
)
_LINE_NUMBER = re.compile(
    r"^(?:line-?no|line-?nums?|line-?numbers?(?:-rows)?|linenos?|ln|hljs-ln-numbers|gutter)$", re.I
)
_TOKENS = {
    "keyword": "k",
    "built_in": "nb",
    "builtin": "nb",
    "type": "kt",
    "literal": "kc",
    "boolean": "kc",
    "number": "m",
    "string": "s",
    "char": "s",
    "regexp": "sr",
    "regex": "sr",
    "comment": "c",
    "doctag": "cs",
    "meta": "cp",
    "function": "nf",
    "title": "nf",
    "class": "nc",
    "class-name": "nc",
    "attr": "na",
    "attribute": "na",
    "attr-name": "na",
    "attr-value": "s",
    "name": "nt",
    "tag": "nt",
    "variable": "nv",
    "symbol": "ss",
    "operator": "o",
    "punctuation": "p",
    "addition": "gi",
    "deletion": "gd",
    "inserted": "gi",
    "deleted": "gd",
    "section": "gh",
    "selector-tag": "nt",
    "selector-class": "nc",
    "selector-id": "ni",
    "params": "n",
    "property": "na",
}


def tidy_code(root: Element) -> None:
    """Makes every block of code plain, whichever highlighter drew it."""
    for table in list(root.iter("table")):
        if table.getparent() is not None:
            _unwrap_code_table(table)
    for pre in list(root.iter("pre")):
        if next(pre.iterancestors("pre"), None) is None:
            _tidy_block(pre)


def _unwrap_code_table(table: Element) -> None:
    rows = list(table.iter("tr"))
    if not rows or len(rows) > 20_000:
        return
    parts: list[Element] = []
    for row in rows:
        cells = [cell for cell in row if cell.tag in {"td", "th"}]
        code = [cell for cell in cells if not _is_gutter(cell)]
        if len(cells) < 2 or len(code) != 1 or len(cells) - len(code) < 1:
            return
        parts.append(code[0])
    if len(rows) == 1 and next(parts[0].iter("pre", "code"), None) is None and not _coded(table):
        return
    if len(rows) > 1 and not _coded(table):
        return
    pre = _joined(parts)
    pre.set("class", f"{pre.get('class') or ''} {table.get('class') or ''}".strip())
    holder = table.getparent()
    figure = holder if holder is not None and holder.tag in {"figure", "div"} and len(holder) == 1 else None
    if figure is not None and not pre.get("data-lang"):
        pre.set("class", f"{pre.get('class') or ''} {figure.get('class') or ''}".strip())
    outer = next(table.iterancestors("pre"), None)
    replace(table if outer is None else outer, pre)
    if holder is not None and holder.tag == "figure" and len(holder) == 1 and not (holder.text or "").strip():
        pre.set("data-lang", _language(pre) or "")
        unwrap(holder)


def _joined(parts: list[Element]) -> Element:
    """One block of all the cells that hold code."""
    inner = list(parts[0].iter("pre")) if len(parts) == 1 else []
    if len(inner) == 1:
        inner[0].tail = None
        return inner[0]
    pre = new_element("pre")
    for index, part in enumerate(parts):
        add_line_breaks(part)
        append_text(pre, ("\n" if index else "") + text_of(part).strip("\n"))
    return pre


def _is_gutter(cell: Element) -> bool:
    if cell.get("data-line-number") and not text_of(cell).strip():
        return True
    marked = _GUTTER_CELL.search(f"{cell.get('class') or ''} {cell.get('id') or ''}")
    return bool(_NUMBERS.fullmatch(text_of(cell) or " ")) and (
        marked is not None or next(cell.iter("pre"), None) is not None
    )


def _coded(table: Element) -> bool:
    around = " ".join(one.get("class") or "" for one in (table, *list(table.iterancestors())[:2]))
    return (
        re.search(r"highlight|hljs|rouge|crayon|lntable|syntaxhighlighter|code|js-file-line", around, re.I)
        is not None
    )


def add_line_breaks(block: Element) -> None:
    """Inside code `<br>` and block tags are line breaks."""
    for element in list(block.iter("br")):
        element.tail = "\n" + (element.tail or "")
        drop(element)
    for element in list(block.iter("div", "p", "li", "tr")):
        if element is not block and element.getnext() is not None and not text_of(element).endswith("\n"):
            if len(element):
                element[-1].tail = (element[-1].tail or "") + "\n"
            else:
                element.text = (element.text or "") + "\n"


def _tidy_block(pre: Element) -> None:
    for element in list(pre.iter()):
        if element is pre or element.getparent() is None:
            continue
        if (
            (
                element.tag in {"button", "textarea", "svg"}
                or any(_LINE_NUMBER.match(word) for word in class_words(element))
            )
            and element.tag != "table"
            and (element.tag == "button" or _NUMBERS.fullmatch(text_of(element) or " "))
        ):
            drop(element)
    add_line_breaks(pre)
    language = _language(pre)
    _flatten_lines(pre)
    for element in pre.iter():
        element.attrib.pop("lang", None)
    pre.attrib.pop("data-lang", None)
    if language or next(pre.iter("code"), None) is not None:
        pre.set("class", "code")
        if language:
            pre.set("data-lang", language)
    _map_tokens(pre)


def _flatten_lines(pre: Element) -> None:
    for element in list(
        pre.iter("div", "p", "li", "ol", "ul", "section", "figure", "table", "tbody", "tr", "td")
    ):
        unwrap(element)
    codes = list(pre.iter("code"))
    for code in codes[1:] if len(codes) > 1 else []:
        first = codes[0]
        if code.getprevious() is first and not (first.tail or "").strip():
            add_text_before(code, "\n")
        unwrap(code)
    if len(codes) > 1:
        unwrap(codes[0])
        inner = new_element("code", pre.text)
        pre.text = None
        inner.extend(list(pre))
        pre.append(inner)


def _language(pre: Element) -> str | None:
    around = [pre, *pre.iter("code"), *list(pre.iterancestors())[:2]]
    for element in around:
        for name in (
            "data-lang",
            "data-language",
            "data-enlighter-language",
            "lang-name",
            "data-code-language",
        ):
            value = (element.get(name) or "").strip().lower()
            if _LANGUAGE_NAME.fullmatch(value) and value not in _NO_LANGUAGE:
                return value
        for word in (element.get("class") or "").lower().replace(";", " ").split():
            match = _LANGUAGE_CLASS.match(word)
            name = match[1].strip(":-") if match else word if element in around[:2] and word in _KNOWN else ""
            if (
                name
                and _LANGUAGE_NAME.fullmatch(name)
                and name not in _NO_LANGUAGE
                and not name.startswith("hl-")
            ):
                return name
        if element.tag == "figure":
            words = class_words(element)
            if "highlight" in words and len(words) == 2 and words[1].lower() not in _NO_LANGUAGE:
                return words[1].lower()
    return None


def _map_tokens(pre: Element) -> None:
    """Other highlighters' colours in the names our style sheets know."""
    pygments = any(
        {"highlight", "codehilite", "rouge-code", "chroma"} & set(class_words(one))
        for one in (pre, *list(pre.iterancestors())[:3])
    )
    for span in pre.iter("span"):
        for word in class_words(span):
            token = (
                _TOKENS.get(word.removeprefix("hljs-"))
                if word.startswith("hljs-") or word in _TOKENS
                else None
            )
            if token is None and pygments and re.fullmatch(r"[a-z]{1,2}[a-z\d]?", word):
                token = word
            if token and not word.startswith("hl-"):
                span.set("class", f"hl-{token}")
                break
