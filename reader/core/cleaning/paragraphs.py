# SPDX-License-Identifier: MIT
"""Running text as paragraphs: out of bare text, `<div>`s, `<br>` pairs and indentation by spaces."""

from __future__ import annotations

import re

from reader.core.cleaning.tree import (
    Element,
    add_class,
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

BLOCKS = names(
    "p div section article aside blockquote pre ul ol li dl dt dd table caption thead tbody tfoot tr td "
    "th figure figcaption h1 h2 h3 h4 h5 h6 hr details summary address iframe video audio colgroup col "
    "svg"
)
_BOXES = names("div section article address")
_FLOW = names("div section article aside blockquote details figure li dd td th address p")
_KEPT_CLASS = re.compile(r"^(?:callout.*|toc|footnotes|embed|verse)$")
_INDENT = re.compile("^[\\s\u00a0\u2000-\u200b\u3000\ufeff]+")
_INDENT_END = re.compile("[\\s\u00a0\u2000-\u200b\u3000\ufeff]+$")
_HACK = re.compile("[\u3000\u2002\u2003\u00a0]")
_KEEPS = (
    "img",
    "video",
    "iframe",
    "audio",
    "math",
    "hr",
    "table",
    "svg",
    "object",
    "embed",
    "input",
    "br",
    "wbr",
)
_MEDIA = ("img", "video", "iframe", "audio", "math", "hr", "svg", "object", "embed", "td", "th", "pre")
_EMPTIABLE = names(
    "p div section article aside blockquote ul ol li dl dt dd figure figcaption h1 h2 h3 h4 h5 h6 span "
    "font a b strong i em u s del ins mark small big sub sup code label table tbody thead tfoot tr "
    "caption details summary center cite q address pre abbr kbd samp var dfn time bdi bdo header footer "
    "nav main"
)
_BLANK = re.compile("[\\s\u00a0\u200b-\u200d\u2060\u3000\ufeff]*")


def tidy_paragraphs(root: Element, linked: frozenset[str]) -> None:
    """Gives all running text its paragraphs and flattens boxes that mean nothing."""
    drop_empty(root, linked)
    for box in _inner_first(root):
        if box.tag in _FLOW and (box is root or box.getparent() is not None):
            _make_paragraphs(box, is_root=box is root)
    _flatten(root, linked)
    for paragraph in list(
        root.iter("p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "td", "th", "figcaption", "blockquote")
    ):
        _strip_indent(paragraph)
    drop_empty(root, linked)


def _inner_first(root: Element) -> list[Element]:
    return list(reversed(list(root.iter())))


def _make_paragraphs(box: Element, *, is_root: bool) -> None:
    has_blocks = any(child.tag in BLOCKS for child in box)
    breaks = [child for child in box if child.tag == "br"]
    splits: set[int] = _paragraph_breaks(box, breaks) if breaks else set()
    if box.tag in {"li", "dd", "td", "th", "figure", "details"} and not splits:
        return
    if not has_blocks and not splits and not is_root:
        if (
            box.tag in _BOXES
            and not _kept(box)
            and (text_of(box).strip() or next(box.iter(*_MEDIA), None) is not None)
        ):
            box.tag = "p"
        return
    if (box.tag == "aside" and not has_blocks and not splits) or _only_blocks(box):
        return
    _wrap_runs(box, splits)


def _only_blocks(box: Element) -> bool:
    """Whether no text or inline element stands directly in a box."""
    if box.tag == "p" or (box.text and not box.text.isspace()):
        return False
    return all(child.tag in BLOCKS and (not child.tail or child.tail.isspace()) for child in box)


def _paragraph_breaks(box: Element, breaks: list[Element]) -> set[int]:
    """Which `<br>`s end a paragraph, by identity: pairs, those before an indentation or after long lines."""
    ends: set[int] = set()
    for one in breaks:
        following = one.getnext()
        if following is not None and following.tag == "br" and not (one.tail or "").strip():
            ends.update((id(one), id(following)))
        elif _is_indented(one.tail) or _beside_picture(one):
            ends.add(id(one))
    if not ends and box.tag != "p" and len(breaks) >= 3 and _lines_are_paragraphs(box):
        ends = {id(one) for one in breaks}
    return ends


def _is_indented(line: str | None) -> bool:
    return bool(line and line.strip()) and _HACK.match((line or "").lstrip(" \t\r\n")) is not None


def _beside_picture(line_break: Element) -> bool:
    """Whether a line that this break ends or begins is nothing but a picture."""
    after, before = line_break.getnext(), line_break.getprevious()
    if after is not None and after.tag == "img" and not (line_break.tail or "").strip():
        following = after.getnext()
        return not (after.tail or "").strip() and (following is None or following.tag == "br")
    if before is None or before.tag != "img" or (before.tail or "").strip():
        return False
    previous, parent = before.getprevious(), before.getparent()
    if previous is None:
        return parent is None or not (parent.text or "").strip()
    return previous.tag == "br" and not (previous.tail or "").strip()


def _lines_are_paragraphs(box: Element) -> bool:
    lengths = [0]
    lengths[0] += len((box.text or "").strip())
    for child in box:
        if child.tag == "br":
            lengths.append(0)
        else:
            lengths[-1] += len(text_of(child).strip())
        lengths[-1] += len((child.tail or "").strip())
    filled = [length for length in lengths if length]
    return len(filled) >= 3 and sum(filled) / len(filled) >= 55


def _wrap_runs(box: Element, splits: set[int]) -> None:
    """Puts every run of inline content of a box into a paragraph of its own."""
    style = [word for word in class_words(box) if word.startswith("align-")]
    children, text = list(box), box.text
    box.text = None
    for child in children:
        box.remove(child)
    run = new_element("p")
    append_text(run, text)
    for child in children:
        tail, child.tail = child.tail, None
        if child.tag in BLOCKS:
            run = _finish(box, run, style)
            box.append(child)
            append_text(run, tail)
        elif child.tag == "br" and id(child) in splits:
            run = _finish(box, run, style)
            append_text(run, tail)
        else:
            run.append(child)
            append_text(run, tail)
    _finish(box, run, style)
    if box.tag == "p" and box.getparent() is not None:
        unwrap(box)


def _finish(box: Element, run: Element, style: list[str]) -> Element:
    _trim_breaks(run)
    if _BLANK.fullmatch(text_of(run)) and next(run.iter(*_MEDIA), None) is None:
        anchors = [element for element in run.iter() if element.get("id")]
        if not anchors:
            append_text(box, run.text if (run.text or "").isspace() else "\n")
            return new_element("p")
    for word in style:
        add_class(run, word)
    box.append(run)
    return new_element("p")


def _trim_breaks(run: Element) -> None:
    while len(run) and run[-1].tag == "br" and not (run[-1].tail or "").strip():
        run.remove(run[-1])
    while len(run) and run[0].tag == "br" and not (run.text or "").strip():
        first = run[0]
        drop(first)


def _flatten(root: Element, linked: frozenset[str]) -> None:
    """Unwraps every box that says nothing; alignment, direction and anchors are handed on."""
    for box in list(root.iter(*_BOXES)):
        if box is root or box.getparent() is None or _kept(box) or box.get("dir") or box.get("lang"):
            continue
        if (box.get("id") or "") in linked and not _hand_on_id(box):
            continue
        for word in class_words(box):
            if word in {"align-center", "align-right"}:
                for child in box:
                    if child.tag in {"p", "div", "section", "figure", "table", "h2", "h3"} and not _aligned(
                        child
                    ):
                        add_class(child, word)
        add_text_before(box, "\n")
        unwrap(box)
    for paragraph in list(root.iter("p")):
        parent = paragraph.getparent()
        if parent is not None and parent.tag == "figure" and not text_of(paragraph).strip():
            unwrap(paragraph)


def _aligned(element: Element) -> bool:
    return any(word.startswith("align-") for word in class_words(element))


def _hand_on_id(box: Element) -> bool:
    if not len(box) or box[0].get("id") or (box.text or "").strip():
        return False
    box[0].set("id", box.get("id") or "")
    return True


def _kept(box: Element) -> bool:
    return any(_KEPT_CLASS.match(word) for word in class_words(box))


def tidy_lines(root: Element) -> None:
    """Between the blocks of the article stands one line break, nothing else."""
    if len(root) and not (root.text or "").strip():
        root.text = None
    for block in root:
        if not (block.tail or "").strip() and block.tag in BLOCKS:
            block.tail = "\n"


def _strip_indent(block: Element) -> None:
    """Removes the spaces authors indent with, at the start of a block and after its line breaks."""
    if next(block.iterancestors("pre"), None) is not None:
        return
    holder = block
    while (
        not holder.text
        and len(holder)
        and holder[0].tag in {"span", "strong", "b", "em", "font", "a", "i", "u"}
    ):
        holder = holder[0]
    if holder.text:
        holder.text = _INDENT.sub("", holder.text)
        if not holder.text and len(holder):
            first = holder[0]
            if first.tag in {"span", "strong", "b", "em"} and first.text:
                first.text = _INDENT.sub("", first.text)
    for line_break in block.iter("br"):
        if line_break.tail and _HACK.match(line_break.tail.lstrip(" \t\r\n")):
            line_break.tail = _INDENT.sub("", line_break.tail)
    while len(block) and block[-1].tag == "br" and not (block[-1].tail or "").strip():
        drop(block[-1])
    if len(block):
        if block[-1].tail:
            block[-1].tail = _INDENT_END.sub("", block[-1].tail)
    elif block.text:
        block.text = _INDENT_END.sub("", block.text)


def drop_empty(root: Element, linked: frozenset[str]) -> None:
    """Drops elements without text or picture; an anchor that is linked to moves to its neighbour."""
    for element in _inner_first(root):
        if element is root or element.tag not in _EMPTIABLE or element.getparent() is None:
            continue
        if not _is_empty(element):
            continue
        identifier = element.get("id") or ""
        if identifier in linked and identifier and not _move_id(element, identifier):
            continue
        words = text_of(element)
        if words and element.tag not in BLOCKS:
            anchor = new_element("span", " " if words.isspace() else words)
            replace(element, anchor)
            unwrap(anchor)
        else:
            drop(element)


def _is_empty(element: Element) -> bool:
    for child in element:
        if child.tag in _KEEPS and not (child.tag == "br" and element.tag in BLOCKS):
            return False
        if child.tag != "br" and child.tag not in {"wbr", "col", "colgroup"}:
            return False
        if child.tail and not _BLANK.fullmatch(child.tail):
            return False
    return not element.text or _BLANK.fullmatch(element.text) is not None


def _move_id(element: Element, identifier: str) -> bool:
    for other in (element.getparent(), element.getnext()):
        if other is not None and not other.get("id") and other.tag in BLOCKS | {"span", "strong"}:
            other.set("id", identifier)
            return True
    return False
