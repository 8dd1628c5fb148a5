# SPDX-License-Identifier: MIT
"""reStructuredText as far as articles use it, rewritten as Markdown; what is unknown stays readable."""

from __future__ import annotations

import re

_DIRECTIVE = re.compile(r"\.\.[ \t]+(?:\|[^|]+\|[ \t]+)?([A-Za-z][\w:-]*)::[ \t]*(.*)")
_TARGET = re.compile(r"\.\.[ \t]+_(`[^`]+`|[^:]+):[ \t]*(\S*)[ \t]*$")
_COMMENT = re.compile(r"\.\.(?:[ \t]|$)")
_OPTION = re.compile(r"[ \t]+:([\w-]+):[ \t]*(.*)")
_LINK = re.compile(r"`([^`<]*?)\s*<([^`<>]+)>`__?")
_REFERENCE = re.compile(r"`([^`]+)`__?(?!\w)|(?<![\w`])([\w-]+)_(?![\w`])")
_ROLE = re.compile(r":([a-z:]+):`([^`<]*?)(?:\s*<[^`]*>)?`")
_LITERAL = re.compile(r"``(.+?)``")
_CODE = frozenset({"code", "code-block", "sourcecode", "highlight", "parsed-literal"})
_ADMONITIONS = frozenset(
    {
        "note",
        "tip",
        "hint",
        "warning",
        "caution",
        "danger",
        "error",
        "attention",
        "important",
        "seealso",
        "admonition",
    }
)
_SILENT = frozenset({"contents", "index", "meta", "role", "default-role", "highlight", "toctree", "only"})


def rest_to_markdown(text: str) -> str:
    """Markdown with the same words: headings, code, pictures, links, notes."""
    lines = text.split("\n")
    targets = {
        name.strip("` ").lower(): link
        for line in lines
        if (m := _TARGET.match(line))
        for name, link in [m.groups()]
    }
    out: list[str] = []
    levels: list[str] = []
    at = 0
    while at < len(lines):
        line = lines[at]
        if level := _heading_level(lines, at, levels):
            over = _is_rule(line)
            out += ["", f"{'#' * level} {_inline((lines[at + 1] if over else line).strip(), targets)}", ""]
            at += 3 if over else 2
        elif match := _DIRECTIVE.match(line):
            block, at = _indented(lines, at + 1)
            out += _directive(match[1].lower(), match[2].strip(), block, targets)
        elif _COMMENT.match(line):
            _, at = _indented(lines, at + 1)
        elif line.rstrip().endswith("::"):
            shown = line.rstrip()[:-1].rstrip(":") + (":" if line.strip() != "::" else "")
            block, at = _indented(lines, at + 1)
            out += [_inline(shown, targets), "", *_fenced("", block)]
        else:
            out.append(_inline(line, targets))
            at += 1
    return "\n".join(out)


def _is_rule(line: str) -> bool:
    line = line.rstrip()
    return len(line) >= 3 and not line[0].isalnum() and not line[0].isspace() and line == line[0] * len(line)


def _heading_level(lines: list[str], at: int, levels: list[str]) -> int:
    """The level of the heading that starts here, 0 for none; levels go by the order of their marks."""
    line = lines[at]
    if (
        _is_rule(line)
        and at + 2 < len(lines)
        and lines[at + 1].strip()
        and lines[at + 2].rstrip() == line.rstrip()
    ):
        mark = line[0] * 2
    elif (
        line.strip()
        and not line[0].isspace()
        and at + 1 < len(lines)
        and _is_rule(lines[at + 1])
        and not _is_rule(line)
    ):
        mark = lines[at + 1][0]
    else:
        return 0
    if mark not in levels:
        levels.append(mark)
    return min(levels.index(mark) + 1, 6)


def _indented(lines: list[str], at: int) -> tuple[list[str], int]:
    start = at
    while at < len(lines) and (not lines[at].strip() or lines[at][0] in " \t"):
        at += 1
    block = [line.expandtabs(4).rstrip() for line in lines[start:at]]
    margin = min((len(line) - len(line.lstrip()) for line in block if line), default=0)
    return [line[margin:] for line in block], at


def _directive(name: str, argument: str, block: list[str], targets: dict[str, str]) -> list[str]:
    options: dict[str, str] = {}
    while block and (match := _OPTION.match(f" {block[0]}")):
        options[match[1]] = match[2]
        block = block[1:]
    if name in _CODE:
        return _fenced(argument, block)
    if name in {"image", "figure"}:
        words = [_inline(line, targets) for line in block]
        return ["", f"![{options.get('alt', '')}]({argument})", "", *words, ""]
    if name in _ADMONITIONS:
        kind = {"hint": "tip", "caution": "warning", "error": "danger", "attention": "warning"}.get(
            name, name
        )
        kind = "note" if kind in {"seealso", "admonition"} else kind
        body = ([argument] if argument else []) + block
        return ["", f"> [!{kind}]", *(f"> {_inline(line, targets)}" for line in body), ""]
    if name in {"math"}:
        return ["", "$$", *([argument] if argument else []), *block, "$$", ""]
    if name in _SILENT:
        return []
    return ["", *([argument] if argument else []), *(_inline(line, targets) for line in block), ""]


def _fenced(language: str, block: list[str]) -> list[str]:
    while block and not block[0]:
        block = block[1:]
    while block and not block[-1]:
        block = block[:-1]
    return ["", f"````{language}", *block, "````", ""] if block else []


def _inline(line: str, targets: dict[str, str]) -> str:
    def referred(match: re.Match[str]) -> str:
        name = match[1] or match[2]
        link = targets.get(name.lower())
        return f"[{name}]({link})" if link else match[1] or match[0]

    parts = _LITERAL.split(line)
    for index in range(0, len(parts), 2):
        part = _LINK.sub(
            lambda match: f"[{match[1] or match[2]}]({match[2].replace(' ', '%20')})", parts[index]
        )
        parts[index] = (
            _REFERENCE.sub(referred, _ROLE.sub(r"\2", part)) if "_" in part or "`" in part else part
        )
    return "".join(part if index % 2 == 0 else f"`{part}`" for index, part in enumerate(parts))
