# SPDX-License-Identifier: MIT
"""Images that wait for a script: their real address, the largest one known, goes into `src`."""

from __future__ import annotations

import re

from reader.core.cleaning.sanitize import raster_data
from reader.core.cleaning.tree import Element, drop, new_element, replace, text_of, unwrap

# Attributes that hold a larger copy than `src`, best first.
_LARGER = (
    "data-original",
    "data-actualsrc",
    "data-full-src",
    "data-fullsrc",
    "data-hi-res-src",
    "data-large-file",
    "data-orig-file",
    "data-croporisrc",
    "data-original-src",
    "zoomfile",
    "file",
)
# Attributes that stand in for `src`, which is then a placeholder.
_INSTEAD = (
    "data-src",
    "data-lazy-src",
    "data-lazy",
    "data-lazyload",
    "data-lazy-load",
    "data-echo",
    "data-url",
    "data-image",
    "data-img",
    "data-img-src",
    "data-img-url",
    "data-source",
    "data-defer-src",
    "data-delayed-url",
    "data-pagespeed-lazy-src",
    "data-runner-src",
    "data-srcs",
    "lazysrc",
    "lazy-src",
    "ess-data",
    "_src",
    "real_src",
    "original",
)
_SETS = ("srcset", "data-srcset", "data-lazy-srcset", "data-original-set", "data-sizes-srcset", "imagesrcset")
_WAITING = frozenset((*_LARGER, *_INSTEAD, *_SETS))
_PLACEHOLDER_NAME = re.compile(
    r"(?:^|/)(?:[\w-]*(?:placeholder|placehold|lazy-?load|loading|spacer|blank|transparent|pixel|grey|gray|1x1|spaceball)"
    r"[\w.-]*\.(?:gif|png|svg|jpe?g|webp)|(?:grey|gray|none|nopic|clear|empty|dot|lazy)\.(?:gif|png)|[tsbxp]\.gif)(?:[?#]|$)",
    re.I,
)
_LOOKS_LIKE_IMAGE = re.compile(
    r"\.(?:jpe?g|png|webp|gif|avif|bmp|svg)\b|image|img|pic|photo|upload|media|/wp-content/", re.I
)
_ADDRESS = re.compile(r"(?:https?:)?//\S+|[\w./%~@-]+\.\w{2,5}(?:[?#]\S*)?|/\S+", re.I)
_WIDTH_IN_ADDRESS = re.compile(r"(?:[?&/,_](?:w|width)[=/_-]?|-)(\d{2,4})(?=[x&/,_.?]|$)", re.I)
_SRCSET_PART = re.compile(r"\s*,*\s*([^\s,]\S*[^\s,]|[^\s,])(?:\s+([\d.]+)([wxh]))?\s*(?:,|$)")
_TRACKER = re.compile(
    r"(?:^|[/.])(?:pixel|beacon|track(?:er|ing)?|counter|stat|analytics|piwik|matomo)s?(?:[/.?_-]|$)",
    re.I,
)
_TRACKER_HOST = re.compile(
    r"feeds\.feedburner\.com/~|doubleclick\.net|scorecardresearch|google-analytics|pixel\.wp\.com|stats\.wordpress"
    r"|hm\.baidu\.com|cnzz\.com|51\.la/|px\.effirst",
    re.I,
)
_ONE_PIXEL = re.compile(r"data:[^,]*,\s*(?:R0lGODlhAQABA|iVBORw0KGgoAAAANSUhEUgAAAAEAAAAB|$)")
_MEASURES = frozenset(
    (
        *("width", "w", "data-rawwidth", "data-w", "data-width"),
        *("height", "h", "data-rawheight", "data-height", "data-ratio"),
    )
)
_DRAWN = re.compile(r"\.(?:png|jpe?g|webp|svg|avif)(?:[?#]|$)", re.I)
_PIXELS = re.compile(r"\s*(\d{1,5})(?:\.\d+)?(?:px)?\s*")
_WIDEST = 2600
_PREVIEW = 120  # pixels: an address that says less is of a blurred preview


def resolve_lazy_images(
    root: Element, more_attributes: tuple[str, ...] = (), *, keep_shown: bool = False
) -> None:
    """Gives every image its real address; placeholders and tracking pixels go.

    With `keep_shown` an address that shows a picture stays, as in a saved page whose pictures lie beside it.
    """
    for element in list(root.iter("image", "amp-img", "amp-anim")):
        element.tag = "img"
    _read_noscripts(root)
    for picture in list(root.iter("picture")):
        _read_picture(picture)
    for figure in list(root.iter("figure")):
        _fill_empty_figure(figure)
    for image in list(root.iter("img")):
        _resolve(image, more_attributes, keep_shown=keep_shown)


def is_placeholder(address: str) -> bool:
    """Whether an address is of a stand-in: a blank, a spinner, a tiny or vector `data:` picture."""
    address = address.strip()
    if not address or address in {"#", "about:blank", "//:0", "null", "undefined"}:
        return True
    if address.lower().startswith("data:"):
        return not raster_data(address) or len(address) < 600
    return len(address) < 400 and _PLACEHOLDER_NAME.search(address) is not None


def largest_of_set(value: str) -> tuple[str, float] | None:
    """The largest reasonable candidate of a `srcset` and its width (or a thousand a density)."""
    best: tuple[str, float] | None = None
    for match in _SRCSET_PART.finditer(value[:20_000]):
        address = match[1].strip()
        if is_placeholder(address):
            continue
        size = float(match[2]) if match[2] and match[2].count(".") <= 1 and match[2] != "." else 1.0
        size *= 1000 if match[3] == "x" or not match[3] else 1
        better = best is None or (best[1] < size <= _WIDEST or _WIDEST < best[1] > size)
        if better:
            best = (address, size)
    return best


def _resolve(image: Element, more: tuple[str, ...], *, keep_shown: bool) -> None:
    _declare_size(image)
    source = (image.get("src") or "").strip()
    real = not is_placeholder(source)
    keep = real and (keep_shown or _beside_the_file(source)) and (_width_in(source) or _PREVIEW) >= _PREVIEW
    found = None if keep else _best_candidate(image, source if real else "", more)
    if found:
        image.set("src", found)
    elif not real and (_tiny(image) or _shows_nothing(source, image)):
        drop(image)
    if image.getparent() is not None and (_tiny(image) or _is_tracker(image)):
        drop(image)


def _shows_nothing(source: str, image: Element) -> bool:
    """Whether a stand-in with nothing behind it is blank: a named one with words may be all there is."""
    if source[:5].lower() == "data:":
        return _ONE_PIXEL.match(source) is not None
    named = (image.get("alt") or "").strip() or not re.search(r"\.gif(?:[?#]|$)", source, re.I)
    return ("/" not in source and "." not in source) or not named


def _is_tracker(image: Element) -> bool:
    address = (image.get("src") or "")[:300]
    if _TRACKER_HOST.search(address):
        return True
    return not _DRAWN.search(address) and not image.get("alt") and _TRACKER.search(address) is not None


def _beside_the_file(source: str) -> bool:
    return not source.startswith("/") and ":" not in source[:8]


def _best_candidate(image: Element, source: str, more: tuple[str, ...]) -> str | None:
    names = image.attrib
    if _WAITING.isdisjoint(names) and not any(name in names for name in more):
        return None  # as most images are
    lazy = "lazy" in (image.get("class") or "").lower()
    for name in (*more, *_LARGER):
        value = (image.get(name) or "").strip()
        if (
            _usable(value, "" if name != "file" else source)
            and value != source
            and not _smaller(value, source)
        ):
            return value
    for name in _SETS:
        best = largest_of_set(image.get(name) or "")
        if best and not _smaller_than(best[1], source, image):
            return best[0]
    for name in _INSTEAD:
        value = (image.get(name) or "").strip()
        if _usable(value, source) and (not source or (lazy and not _smaller(value, source))):
            return value
    return None


def _usable(value: str, source: str) -> bool:
    if not value or is_placeholder(value) or value == source:
        return False
    if value.lower().startswith("data:"):
        return raster_data(value)
    return _ADDRESS.fullmatch(value) is not None and (
        not source or _LOOKS_LIKE_IMAGE.search(value) is not None
    )


def _smaller(candidate: str, source: str) -> bool:
    if not source:
        return False
    mine, theirs = _width_in(candidate), _width_in(source)
    return mine is not None and (theirs is None or mine < theirs)


def _smaller_than(width: float, source: str, image: Element) -> bool:
    if not source:
        return False
    shown = _width_in(source) or _pixels(image.get("width")) or 0
    return width < shown


def _width_in(address: str) -> int | None:
    numbers = [int(found) for found in _WIDTH_IN_ADDRESS.findall(address[:1000])]
    return max((number for number in numbers if number <= 6000), default=None)


def _pixels(value: str | None) -> int | None:
    match = _PIXELS.fullmatch(value) if value else None
    return int(match[1]) if match else None


def _declare_size(image: Element) -> None:
    """Keeps the size the author declared, in whichever attribute."""
    if _MEASURES.isdisjoint(image.attrib):
        return
    width = _pixels(image.get("width") or image.get("w") or image.get("data-rawwidth"))
    height = _pixels(image.get("height") or image.get("h") or image.get("data-rawheight"))
    if width is None and height is None:
        width = _pixels(image.get("data-w") or image.get("data-width"))
        height = _pixels(image.get("data-height"))
        ratio = re.fullmatch(r"[\d.]{1,12}", image.get("data-ratio") or "")
        if width and height is None and ratio and ratio[0].count(".") <= 1 and ratio[0] != ".":
            height = round(width * float(ratio[0])) or None
    for name, value in (("width", width), ("height", height)):
        if value is None:
            image.attrib.pop(name, None)
        else:
            image.set(name, str(value))


def _tiny(image: Element) -> bool:
    sizes = [_pixels(image.get("width")), _pixels(image.get("height"))]
    known = [size for size in sizes if size is not None]
    return bool(known) and max(known) <= 2


def _read_picture(picture: Element) -> None:
    sources = [best for source in picture.iter("source") if (best := _source_of(source))]
    image = next(picture.iter("img"), None)
    if image is None:
        if not sources:
            drop(picture)
            return
        image = new_element("img")
        picture.append(image)
    if sources and not _has_own_address(image):
        image.set("data-original", max(sources, key=lambda best: best[1])[0])
    for source in list(picture.iter("source")):
        drop(source)
    unwrap(picture)


def _source_of(source: Element) -> tuple[str, float] | None:
    for name in (*_SETS, "src", "data-src"):
        best = largest_of_set(source.get(name) or "")
        if best:
            return best
    return None


def _has_own_address(image: Element) -> bool:
    if not is_placeholder(image.get("src") or ""):
        return True
    return _best_candidate(image, "", ()) is not None


def _fill_empty_figure(figure: Element) -> None:
    if next(figure.iter("img", "video", "iframe", "svg", "table", "pre"), None) is not None:
        return
    for element in figure.iter("figure", "div", "span", "a"):
        for name in ("data-src", "data-original", "data-url", "data-image"):
            value = (element.get(name) or "").strip()
            if _usable(value, "x") and re.search(r"\.(?:jpe?g|png|webp|gif|avif)\b", value, re.I):
                element.insert(0, new_element("img", src=value))
                return


def _read_noscripts(root: Element) -> None:
    """An image inside `<noscript>` is the real one of the placeholder beside it."""
    for noscript in list(root.iter("noscript")):
        if noscript.text and "<img" in noscript.text and not len(noscript):
            from reader.core.cleaning.tree import parse_fragment

            inner = parse_fragment(noscript.text[:100_000])
            noscript.text = None
            noscript.extend(list(inner))
        images = [image for image in noscript.iter("img") if not _hidden_counter(image)]
        if not images or len(text_of(noscript).strip()) > 300:
            continue
        if len(images) == 1 and (waiting := _placeholder_beside(noscript)) is not None:
            for name in ("alt", "title", "width", "height"):
                if waiting.get(name) and not images[0].get(name):
                    images[0].set(name, waiting.get(name) or "")
            if _is_larger_copy(waiting, images[0]):
                drop(noscript)
                continue
            images[0].tail = None
            replace(waiting, images[0])
            drop(noscript)
        else:
            unwrap(noscript)


def _hidden_counter(image: Element) -> bool:
    style = (image.get("style") or "").replace(" ", "")
    return _tiny_declared(image) or "display:none" in style or _is_tracker(image)


def _tiny_declared(image: Element) -> bool:
    return (_pixels(image.get("width")) or 99) <= 2 or (_pixels(image.get("height")) or 99) <= 2


def _is_larger_copy(waiting: Element, image: Element) -> bool:
    """Whether the waiting image already knows an address that is larger than the one offered."""
    own = _best_candidate(waiting, "", ())
    offered = _best_candidate(image, "", ()) or image.get("src") or ""
    return own is not None and _smaller(offered, own)


def _placeholder_beside(noscript: Element) -> Element | None:
    for beside in (noscript.getprevious(), noscript.getnext()):
        if beside is None or ((beside.tail or "").strip() and beside is noscript.getprevious()):
            continue
        images = [beside] if beside.tag == "img" else list(beside.iter("img"))
        if len(images) == 1 and not text_of(beside).strip():
            image = images[0]
            source = image.get("src") or ""
            lazy = "lazy" in (image.get("class") or "").lower() or _best_candidate(image, "", ())
            if is_placeholder(source) or lazy:
                return image
    return None
