# SPDX-License-Identifier: MIT
"""The last step of all cleaning: an allow-list of tags and attributes, held by nh3."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from urllib.parse import unquote

import nh3

from reader.core.article import SafeHtml
from reader.core.cleaning.tree import names

_TEXT_TAGS = (
    "a abbr address article aside b bdi bdo big blockquote br caption cite code col colgroup dd del details "
    "dfn div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q rp rt ruby s "
    "samp section small span strong sub summary sup table tbody td tfoot th thead time tr u ul var wbr"
)
_MATH_TAGS = (
    "math semantics annotation mrow mi mn mo ms mtext mspace msup msub msubsup mfrac msqrt mroot mover "
    "munder munderover mtable mtr mtd mmultiscripts mprescripts none mpadded mphantom menclose mstyle merror"
)
TAGS = names(f"{_TEXT_TAGS} {_MATH_TAGS}")
_GONE_WITH_CONTENT = names(
    "script style template iframe frame frameset object embed applet noembed noframes noscript svg "
    "title textarea select option optgroup datalist canvas audio video plaintext xmp annotation-xml "
    "foreignobject head base meta link"
)
_MATH_ATTRIBUTES = names(
    "display mathvariant accent accentunder columnalign rowalign columnlines rowlines columnspacing "
    "rowspacing columnspan rowspan fence separator stretchy symmetric largeop movablelimits lspace "
    "rspace minsize maxsize linethickness notation displaystyle scriptlevel width height depth voffset "
    "frame encoding form"
)
_ATTRIBUTES: Mapping[str, frozenset[str]] = {
    "*": names("id class dir lang title"),
    "a": frozenset(["href"]),
    "img": names("src alt width height"),
    "pre": frozenset(["data-lang"]),
    "td": names("colspan rowspan headers"),
    "th": names("colspan rowspan headers scope abbr"),
    "col": frozenset(["span"]),
    "colgroup": frozenset(["span"]),
    "ol": names("start reversed type"),
    "li": frozenset(["value"]),
    "time": frozenset(["datetime"]),
    "del": frozenset(["datetime"]),
    "ins": frozenset(["datetime"]),
    "details": frozenset(["open"]),
    **dict.fromkeys(_MATH_TAGS.split(), _MATH_ATTRIBUTES),
}
_SCHEMES = names("http https mailto tel ftp data")
_HIDDEN_CHARACTERS = re.compile(r"[\x00-\x20\x7f-\xa0\xad\u200b-\u200f\u2028-\u202f\u2060-\u2064\ufeff]+")
_RASTER = re.compile(r"data:image/(?:png|jpe?g|gif|webp|avif|bmp|x-icon|vnd\.microsoft\.icon)[;,]", re.I)
_CLASS = re.compile(
    r"code|hl-[a-z0-9]{1,4}|callout(?:-[a-z]+)?|footnotes?|footnote-(?:back|ref)|task(?:-done|-list)?|math|toc"
    r"|align-(?:left|center|right)|num|embed(?:-title|-host)?|verse|wide"
)


def sanitize(html: str) -> SafeHtml:
    """Only what the allow-list names, whatever went before."""
    return SafeHtml(_cleaner().clean(html))


@cache
def _cleaner() -> nh3.Cleaner:
    return nh3.Cleaner(
        tags=set(TAGS),
        clean_content_tags=set(_GONE_WITH_CONTENT),
        attributes={tag: set(names) for tag, names in _ATTRIBUTES.items()},
        attribute_filter=_filtered,
        strip_comments=True,
        link_rel=None,
        url_schemes=set(_SCHEMES),
    )


def safe_address(address: str) -> bool:
    """Whether a link may keep this address: no script in any spelling, no `data:`."""
    compact = _HIDDEN_CHARACTERS.sub("", address).lower()
    return not compact.startswith(("javascript:", "vbscript:", "data:", "livescript:", "mocha:", "jscript:"))


def raster_data(address: str) -> bool:
    """Whether a `data:` address is a picture of pixels, the only kind that may stay."""
    return _RASTER.match(address.strip()) is not None


def _filtered(_tag: str, name: str, value: str) -> str | None:
    if name == "class":
        return " ".join(word for word in value.split() if _CLASS.fullmatch(word)) or None
    if name == "href" and value.startswith("#"):
        # the serializer escapes what ids keep as letters
        return "#" + unquote(value[1:])
    if name == "href":
        return value if safe_address(value) else None
    if name == "src":
        return value if safe_address(value) or raster_data(value) else None
    return value
