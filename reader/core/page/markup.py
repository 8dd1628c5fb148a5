# SPDX-License-Identifier: MIT
"""Fits cleaned HTML into the page: sized pictures, placeholders, scrolling tables, links we can judge.

One pass of one regular expression: the HTML comes from the sanitizer, so tags are well formed, quoted and in
lower case. Patterns are compiled when an article needs them: start-up counts.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache
from html import escape, unescape
from typing import Literal

from reader.core.article import CleanArticle, ImageKey, ImageRef
from reader.core.images.found import FoundImage
from reader.core.images.traits import traits_of
from reader.core.links import local_href
from reader.core.page.look import PageImages, PageWords
from reader.core.page.writing import script_family

_REST = r"\b((?:[^>\"']|\"[^\"]*\"|'[^']*')*)>"
_LOCAL_LINK = r"a(?=\b[^>]*\shref=[\"']?(?![A-Za-z][A-Za-z0-9+.\-]*:|//|#))"
_PICTURE_PARAGRAPH = r"p(?=\b[^>]*>\s*(?:<a\b[^>]*>\s*)?<img\b)"
_ALWAYS = f"/?(?:table|math)|img|{_LOCAL_LINK}|{_PICTURE_PARAGRAPH}"
_TAG_IN_ATTRIBUTE = r"=\s*(?:\"[^\"<]*<|'[^'<]*<)"
_WHOLE_TAG = r"</?[a-z](?:[^>\"']|\"[^\"]*\"|'[^']*')*>"
_ATTRIBUTE = r"([^\s=/\"'<>]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))"
_ONLY_PICTURE = r"\s*(?:<a\b[^>]*>\s*)?<img\b(?:[^>\"']|\"[^\"]*\")*>\s*(?:</a>\s*)?(?:<br\s*/?>\s*)?</p>"
_SHORT_EMPHASIS = r"[^<]{0,3}[\u3400-\u9fff][^<]{0,20}</em>"
_HAS_SCHEME = r"[A-Za-z][A-Za-z0-9+.\-]*:|//|#"
_MARKUP_AFTER = r"\s*(?:$|</(?!b>|i>|em>|strong>)|<(?:br|img|figcaption|p|div)\b)"
_BLOCK_EDGE = r"</?(?:p|li|ul|ol|div|pre|table)\b"
_ANY_TAG = r"<[^>]*>"
_LATIN_LETTER = r"[!-~]"
_HAN_OR_KANA = "[\u3040-\u30ff\u3400-\u9fff]"
_RTL_LETTER = "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]"
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_WIDE = 960  # declared CSS pixels from which a landscape picture may leave the column
_TINY = 48
_AT_ONCE = 8  # pictures that come with the page; those below come when they are nearly in sight
_HEIGHT_AT_ONCE = 1200  # pixels of pictures, in a column of the usual width, after which the same holds
_COLUMN = 700
_LOOK_BACK = 200  # characters before a picture in which text or markup ends
_LOOK_AHEAD = 1500  # characters of a paragraph that are judged
_MAX_INLINE_TOTAL = 96 * 1024 * 1024


class PageMarkup:
    """Rewrites the HTML of one article for one kind of page."""

    def __init__(
        self,
        article: CleanArticle,
        words: PageWords,
        images: PageImages,
        kind: Literal["view", "file"],
        *,
        still: bool = False,
        addresses: Mapping[ImageKey, str] | None = None,
    ) -> None:
        """`still`: pictures that move are to stand still; `addresses`: their files, instead of themselves."""
        self._words = words
        self._images = images
        self._inlines = kind == "file"
        self._addresses = addresses
        self._still = still and not self._inlines
        self._shown_before = 0  # pictures above the one at hand
        self._height_before = 0.0  # of these together
        self._script = script_family(article.metadata.lang, article.metadata.rtl)
        self._room = _MAX_INLINE_TOTAL
        self._html = _without_tags_in_attributes(article.html)
        self._tables = 0
        self._references: Mapping[str, ImageRef] = {reference.key: reference for reference in article.images}
        self._rewriters: Mapping[str, Callable[[re.Match[str]], str]] = {
            "img": self._image,
            "table": self._table_opens,
            "/table": self._table_closes,
            "math": self._math,
            "/math": lambda tag: tag[0] + "</span>",
            "a": self._link,
            "em": self._emphasis,
            **dict.fromkeys(("p", "li", *_HEADINGS), self._paragraph),
        }

    def body(self) -> str:
        """The article's HTML, fit for the page."""
        html = _tags(self._script).sub(lambda tag: self._rewriters[tag[1]](tag), self._html)
        done = f'<li data-done="{escape(self._words.done)}" class="task task-done'
        return html.replace('<li class="task task-done', done)

    def picture(self, reference: ImageRef) -> str:
        """A picture that stands alone, such as the cover."""
        return self._shown(reference.key, {"alt": reference.alt}, reference, alone=True)

    def _image(self, tag: re.Match[str]) -> str:
        attributes = _attributes(tag[2])
        key = attributes.get("src", "").removeprefix("image/")
        before = self._html[max(0, tag.start() - _LOOK_BACK) : tag.start()].rstrip()
        after = self._html[tag.end() : tag.end() + 20]
        alone = before[-1:] in ("", ">") and bool(re.compile(_MARKUP_AFTER).match(after))
        return self._shown(ImageKey(key), attributes, self._references.get(key), alone)

    def _shown(
        self, key: ImageKey, attributes: Mapping[str, str], reference: ImageRef | None, alone: bool
    ) -> str:
        alt = attributes.get("alt") or (reference.alt if reference else "")
        declared = _declared(attributes, reference)
        found = self._images.find(key) if reference else None
        if found is None:
            return self._placeholder(key, alt, declared, alone)
        traits = traits_of(found)
        stopped = traits.moves and self._still
        source = f"image/{key}/still" if stopped else f"image/{key}"
        if self._inlines:
            source = self._carried(key, found)
            if not source:
                return self._placeholder(key, alt, declared, alone)
        size = _final_size(declared, self._images.size(key))
        measures = f' width="{size[0]}" height="{size[1]}"' if size else ""
        title = f' title="{escape(attributes["title"])}"' if attributes.get("title") else ""
        classes = _classes(attributes.get("class", ""), size, alone, traits.is_clear)
        below = self._shown_before >= _AT_ONCE or self._height_before >= _HEIGHT_AT_ONCE
        self._shown_before += 1
        if size:
            self._height_before += size[1] * min(1.0, _COLUMN / size[0])
        late = bool(measures) and not self._inlines and below
        address = f'data-late="{source}"' if late else f'src="{escape(source)}"'
        decoding = "" if self._inlines else ' decoding="async"'
        picture = f'<img {address}{decoding} alt="{escape(alt)}"{measures}{title}'
        if not traits.moves or self._inlines:
            return f"{picture}{_class_attribute(classes)}>"
        outside = [name for name in classes if name == "wide"]
        inside = [name for name in classes if name != "wide"]
        return f"<span{_class_attribute([*outside, 'moving'])}>{picture}{_class_attribute(inside)}></span>"

    def _carried(self, key: ImageKey, found: FoundImage) -> str:
        """The address of a picture in a page that leaves the reader: its file, else the picture itself."""
        if self._addresses is not None:
            return self._addresses.get(key, "")
        data = found.data
        self._room -= len(data)
        return f"data:{found.media_type};base64,{_base64(data)}" if data and self._room >= 0 else ""

    def _placeholder(self, key: str, alt: str, declared: tuple[int | None, int | None], alone: bool) -> str:
        width, height = declared
        label = escape(alt or self._words.missing_image)
        note = escape(self._words.missing_image)
        shape, kind = "", "missing" if alone else "missing missing-inline"
        if width and height:
            kind = "missing missing-tiny" if max(width, height) <= _TINY else kind if alone else "missing"
            box = f'width="{width}" height="{height}" viewBox="0 0 {width} {height}"'
            shape = f'<svg {box} aria-hidden="true"></svg>'
        text = f'<span data-note="{note}" data-alt="{escape(alt)}"></span>'
        spoken = f'role="img" aria-label="{label}" data-key="{escape(key)}"'
        return f'<span class="{kind}" {spoken}>{shape}{text}</span>'

    def _table_closes(self, tag: re.Match[str]) -> str:
        self._tables -= 1
        return tag[0] + ("</div>" if self._tables == 0 else "")

    def _table_opens(self, tag: re.Match[str]) -> str:
        self._tables += 1
        if self._tables > 1:
            return tag[0]
        return (
            f'<div class="scroll" role="group" tabindex="0" aria-label="{escape(self._words.table)}">{tag[0]}'
        )

    def _math(self, tag: re.Match[str]) -> str:
        block = 'display="block"' in tag[2]
        return f'<span class="{"math-block" if block else "math-inline"}">{tag[0]}'

    def _link(self, tag: re.Match[str]) -> str:
        if self._inlines:
            return tag[0]
        attributes = _attributes(tag[2])
        href = attributes.get("href")
        if not href or re.compile(_HAS_SCHEME).match(href.strip()):
            return tag[0]
        others = "".join(f' {name}="{escape(value)}"' for name, value in attributes.items() if name != "href")
        return f'<a href="{escape(local_href(href))}"{others}>'

    def _emphasis(self, tag: re.Match[str]) -> str:
        if tag[2] or not re.compile(_SHORT_EMPHASIS).match(self._html, tag.end()):
            return tag[0]
        return '<em class="dots">'

    def _paragraph(self, tag: re.Match[str]) -> str:
        if tag[1] == "p" and re.compile(_ONLY_PICTURE).match(self._html, tag.end()):
            return _with_class(tag, "picture")
        end = f"</{tag[1]}>"
        if self._script == "east-asian" and self._is_mostly_latin(tag.end(), end):
            return _with_class(tag, "ragged")
        if self._script == "rtl" and not re.compile(_RTL_LETTER).search(self._between(tag.end(), end)):
            return _with_class(tag, "foreign")
        return tag[0]

    def _between(self, start: int, end: str) -> str:
        found = self._html.find(end, start, start + _LOOK_AHEAD)
        return self._html[start : found if found >= 0 else start + _LOOK_AHEAD]

    def _is_mostly_latin(self, start: int, end: str) -> bool:
        """Whether justifying would tear the few Han characters of a paragraph apart."""
        text = self._between(start, end)
        beyond_ascii = (len(text.encode("utf-8", "replace")) - len(text)) // 2
        if len(text) < 25 or len(text) < 2.2 * beyond_ascii:
            return False
        text = re.compile(_ANY_TAG).sub("", re.compile(_BLOCK_EDGE).split(text, maxsplit=1)[0])
        latin = len(re.compile(_LATIN_LETTER).findall(text))
        return latin > 24 and latin > 1.2 * len(re.compile(_HAN_OR_KANA).findall(text))


def _without_tags_in_attributes(html: str) -> str:
    """The HTML with every `<` inside a value escaped, so that `<` starts a tag wherever it stands."""
    if not re.compile(_TAG_IN_ATTRIBUTE).search(html):
        return html
    return re.compile(_WHOLE_TAG).sub(lambda tag: "<" + tag[0][1:].replace("<", "&lt;"), html)


@cache
def _tags(script: Literal["east-asian", "rtl", "other"]) -> re.Pattern[str]:
    more = {"east-asian": "|em|p|li", "rtl": "|p|li|" + "|".join(_HEADINGS), "other": ""}
    wanted = _ALWAYS + more[script]
    return re.compile(f"<({wanted}){_REST}")


def _base64(data: bytes) -> str:
    from base64 import b64encode

    return b64encode(data).decode()


def _with_class(tag: re.Match[str], added: str) -> str:
    others = _attributes(tag[2])
    classes = " ".join((others.pop("class", ""), added)).strip()
    kept = "".join(f' {name}="{escape(value)}"' for name, value in others.items())
    return f'<{tag[1]} class="{escape(classes)}"{kept}>'


def _attributes(text: str) -> dict[str, str]:
    found = re.compile(_ATTRIBUTE).findall(text)
    return {name.lower(): unescape(double or single or bare) for name, double, single, bare in found}


def _declared(attributes: Mapping[str, str], reference: ImageRef | None) -> tuple[int | None, int | None]:
    width, height = (_pixels(attributes.get(name)) for name in ("width", "height"))
    if reference:
        width, height = width or reference.width, height or reference.height
    return width, height


def _pixels(text: str | None) -> int | None:
    return int(text) if text and text.isascii() and text.isdigit() and 0 < int(text[:6]) < 20_000 else None


def _final_size(
    declared: tuple[int | None, int | None], natural: tuple[int, int] | None
) -> tuple[int, int] | None:
    """The size to reserve: the declared width or height in the picture's own shape."""
    width, height = declared
    if natural is None:
        return (width, height) if width and height else None
    if width:
        return width, max(1, round(width * natural[1] / natural[0]))
    if height:
        return max(1, round(height * natural[0] / natural[1])), height
    return natural


def _classes(written: str, size: tuple[int, int] | None, alone: bool, clear: bool) -> list[str]:
    classes = written.split()
    if alone and size and size[0] >= _WIDE and size[0] >= 1.2 * size[1]:
        classes.append("wide")
    elif not alone and size and size[1] <= _TINY:
        classes.append("glyph")
    if clear and not ("glyph" in classes and size and size[0] == size[1]):  # smileys need no ground
        classes.append("clear")
    return classes


def _class_attribute(classes: list[str]) -> str:
    return f' class="{escape(" ".join(classes))}"' if classes else ""
