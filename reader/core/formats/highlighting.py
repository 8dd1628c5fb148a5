# SPDX-License-Identifier: MIT
"""Code blocks: `<pre class="code">` with Pygments classes where the language is known."""

from __future__ import annotations

import html
import re
from functools import lru_cache
from importlib import import_module
from typing import Any

_MAX_HIGHLIGHTED = 60_000  # characters of one block; longer ones are shown plain
_ALIASES = {
    "shell": "bash",
    "sh": "bash",
    "console": "console",
    "terminal": "console",
    "cmd": "bat",
    "node": "javascript",
    "mjs": "javascript",
    "cjs": "javascript",
    "vue": "html",
    "vue-html": "html",
    "svelte": "html",
    "wxml": "html",
    "wxss": "css",
    "golang": "go",
    "objc": "objective-c",
    "oc": "objective-c",
    "c#": "csharp",
    "f#": "fsharp",
    "yml": "yaml",
    "jsonc": "json",
    "json5": "json",
    "docker": "dockerfile",
    "viml": "vim",
    "r": "splus",
    "patch": "diff",
    "proto": "protobuf",
    "tf": "terraform",
    "ps": "powershell",
    "output": "text",
}
_PLAIN = frozenset(
    {"", "text", "txt", "plain", "plaintext", "none", "nohighlight", "no-highlight", "mermaid", "markmap"}
)
_LANG_CHARS = re.compile(r"[^\w#+.\-]")


def code_block(source: str, lang: str = "", title: str = "") -> str:
    """A block of code as HTML; an unknown language is shown plain, a title becomes its caption."""
    name = _LANG_CHARS.sub("", lang).lower()[:40]
    body = _highlighted(source, name) or html.escape(source, quote=False)
    mark = f' data-lang="{html.escape(name)}"' if name else ""
    block = f'<pre class="code"{mark}><code>{body}</code></pre>'
    if not title:
        return block
    return f"<figure><figcaption>{html.escape(title, quote=False)}</figcaption>{block}</figure>"


def _highlighted(source: str, name: str) -> str | None:
    if name in _PLAIN or len(source) > _MAX_HIGHLIGHTED or not source.strip():
        return None
    if max(map(len, source.split("\n"))) > 5_000:
        return None  # minified code: lexers crawl and nobody reads the colours
    lexer = _lexer(_ALIASES.get(name, name))
    if lexer is None:
        return None
    from pygments.token import STANDARD_TYPES, Token

    pieces: list[str] = []
    try:
        for kind, text in lexer.get_tokens(source):
            while kind not in STANDARD_TYPES:
                kind = kind.parent
            short = "" if kind in Token.Text else STANDARD_TYPES[kind]
            escaped = html.escape(text, quote=False)
            pieces.append(f'<span class="hl-{short}">{escaped}</span>' if short and text.strip() else escaped)
    except Exception:  # a lexer's own bug must not cost the reader the code
        return None
    body = "".join(pieces)
    return body[:-1] if body.endswith("\n") and not source.endswith("\n") else body


@lru_cache(maxsize=32)
def _lexer(name: str) -> Any:
    from pygments.util import ClassNotFound

    lexers: Any = import_module("pygments.lexers")
    try:
        return lexers.get_lexer_by_name(name, stripnl=False, ensurenl=False)
    except (ClassNotFound, ImportError):
        return None
