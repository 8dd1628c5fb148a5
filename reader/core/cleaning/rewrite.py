# SPDX-License-Identifier: MIT
"""Addresses of the finished article: images become references, links become absolute."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import unquote

from reader.core.article import ImageKey, ImageRef, image_key
from reader.core.cleaning.addresses import absolute, direct_image, direct_link, has_scheme, tidy
from reader.core.cleaning.sanitize import raster_data, safe_address
from reader.core.cleaning.tree import Element, drop, unwrap

WRITTEN = "data-written"
_RANDOM_PICTURE = re.compile(
    r"^https?://(?:[\w-]+\.)?(?:picsum\.photos|placeimg\.com|loremflickr\.com)/", re.I
)
_NO_PICTURE = re.compile(r"/(?:undefined|null|nan|none)?$", re.I)
_SIZE_IN_NAME = re.compile(r"-\d{2,4}x\d{2,4}(?=\.\w+$)|-scaled(?=\.\w+$)")


def resolve_addresses(
    root: Element, base: str | None, folder: Path | None = None, *, photon: bool = True, vectors: bool = False
) -> None:
    """Makes the addresses of images and links direct and, where a base is known, absolute."""
    for image in list(root.iter("img")):
        written = tidy(image.get("src") or "")
        address = (
            written if written.startswith("data:") else direct_image(absolute(written, base), photon=photon)
        )
        if vectors and written[:18].lower() == "data:image/svg+xml":
            from reader.core.cleaning.vector_pictures import safe_vector_address

            image.set("src", safe_vector_address(written) or "")
            address = image.get("src") or ""
        elif not (safe_address(address) or raster_data(address)):
            address = ""
        if not address:
            drop(image)
            continue
        image.set("src", address)
        if address != written and not address.startswith("data:"):
            image.set(WRITTEN, written)
    for link in list(root.iter("a")):
        _resolve_link(link, base, folder)


def _resolve_link(link: Element, base: str | None, folder: Path | None) -> None:
    href = link.get("href")
    if href is None:
        return
    href = tidy(href)
    if not safe_address(href):
        del link.attrib["href"]
    elif href.startswith("#") or (folder is not None and not has_scheme(href) and _is_local(folder, href)):
        link.set("href", href)
    else:
        link.set("href", _within_page(direct_link(absolute(href, base)), base))


def _within_page(href: str, base: str | None) -> str:
    """A link to a place in this very page stays inside it."""
    if base and "#" in href and href.partition("#")[0] == base.partition("#")[0]:
        return "#" + href.partition("#")[2]
    return href


def _is_local(folder: Path, href: str) -> bool:
    name = unquote(href.partition("#")[0].partition("?")[0])
    if not name or "\x00" in name or len(name) > 1000 or href.startswith("//"):
        return False
    try:
        return (folder / name.lstrip("/")).exists()
    except (OSError, ValueError):
        return False


def reference_images(root: Element) -> tuple[ImageRef, ...]:
    """Replaces the address of every image by `image/<key>`; the references in order, each once."""
    references: dict[ImageKey, ImageRef] = {}
    for image in list(root.iter("img")):
        address = image.get("src") or ""
        key = image_key(address)
        if key not in references:
            references[key] = ImageRef(
                key=key,
                url=address,
                alt=image.get("alt") or "",
                width=_number(image.get("width")),
                height=_number(image.get("height")),
                written=image.attrib.pop(WRITTEN, None) or address,
            )
        image.set("src", f"image/{key}")
    return tuple(references.values())


def cover_address(cover: str | None, base: str | None) -> str | None:
    """The direct address of a cover, unless it is a random picture or no picture at all."""
    if not cover:
        return None
    address = direct_image(absolute(tidy(cover), base))
    if _RANDOM_PICTURE.match(address) or (not safe_address(address) and not raster_data(address)):
        return None
    if has_scheme(address) and not address.startswith("data:") and _NO_PICTURE.search(address):
        return None
    return address


def cover_reference(address: str | None, written: str, images: tuple[ImageRef, ...]) -> ImageRef | None:
    """The cover as a reference, unless it is the picture the article shows first."""
    if address is None or (images and _same_picture(address, images[0].url)):
        return None
    return ImageRef(key=image_key(address), url=address, written=written)


def _same_picture(one: str, other: str) -> bool:
    return one == other or _bare(one) == _bare(other)


def _bare(address: str) -> str:
    """An address without scheme, query, size suffix and transformation marks."""
    if address.startswith("data:"):
        return address
    address = unquote(address.partition("#")[0].partition("?")[0])
    address = re.sub(r"^(?:https?:)?//", "", address).partition("!")[0].partition("~")[0]
    return _SIZE_IN_NAME.sub("", address).lower()


def _number(value: str | None) -> int | None:
    return int(value) if value and value.isascii() and value.isdigit() and len(value) < 6 else None


def drop_dead_links(root: Element) -> None:
    """Links without address or content: the words stay, the empty ones go."""
    for link in list(root.iter("a")):
        if link.get("href") is None and not link.get("id"):
            unwrap(link)


def linked_anchors(root: Element) -> frozenset[str]:
    """The ids some link of the article leads to; named anchors become ids first."""
    for anchor in root.iter("a"):
        name = anchor.attrib.pop("name", None)
        if name and not anchor.get("id"):
            anchor.set("id", name)
    hrefs = (link.get("href") or "" for link in root.iter("a"))
    return frozenset(unquote(href.partition("#")[2]) for href in hrefs if "#" in href)
