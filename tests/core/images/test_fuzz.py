# SPDX-License-Identifier: MIT
"""Whatever bytes come, whoever looks into pictures answers, quickly and within bounds."""

from __future__ import annotations

import base64
import gc
import os
import struct
import tracemalloc
import zlib
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.core.images.dimensions import size_of
from reader.core.images.download_body import DownloadBody, is_whole
from reader.core.images.download_types import Fault
from reader.core.images.found import MAX_BYTES, MAX_PIXELS, FoundImage
from reader.core.images.inspect_image import image_in_bytes, image_in_data_uri, image_in_file
from reader.core.images.media_type import media_type_of
from reader.core.images.svg import clean_svg
from reader.core.images.traits import still_of, traits_of
from tests.core.images.test_download import png

EXAMPLES = int(os.environ.get("ARTICLE_READER_FUZZ", "60"))  # 20000 for the full run
MOST_MEMORY = 64 * 1024 * 1024
TYPES = (
    *("image/png", "image/jpeg", "image/gif", "image/webp", "image/avif", "image/bmp", "image/x-icon"),
    "image/svg+xml",
)


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def _box(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data) + 8) + name + data


JPEG = (
    b"\xff\xd8\xff\xe1\x00\x22Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0"
    b"\xff\xc0\x00\x11\x08\x00\x20\x00\x30\x03\x01\x22\0\x02\x11\x01\x03\x11\x01\xff\xd9"
)
GIF = (
    b"GIF89a\x04\0\x03\0\x80\0\0\0\0\0\xff\xff\xff!\xff\x0bNETSCAPE2.0\x03\x01\0\0\0"
    b"!\xf9\x04\x01\x0a\0\0\0,\0\0\0\0\x04\0\x03\0\0\x02\x03\x84\x8fY\0,\0\0\0\0\x04\0\x03\0\0\x02\x03\x84\x8fY\0;"
)
WEBP = (
    b"RIFF\x3c\0\0\0WEBPVP8X\x0a\0\0\0\x12\0\0\0\x0f\0\0\x0f\0\0ANIM\x06\0\0\0\0\0\0\0\0\0ANMF\x10\0\0\0"
    + bytes(16)
)
AVIF = _box(b"ftyp", b"avif\0\0\0\0avifmif1") + _box(
    b"meta", bytes(4) + _box(b"iprp", _box(b"ipco", _box(b"ispe", bytes(4) + struct.pack(">II", 40, 30))))
)
BMP = b"BM" + struct.pack("<IIIIii", 60, 0, 54, 40, 3, -2) + bytes(34)
ICO = b"\0\0\1\0\2\0" + bytes([16, 16]) + bytes(14) + bytes([0, 0]) + bytes(14)
SVG = (
    b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" onload="x()">'
    b'<script>x</script><style>a{fill:url(http://h/x)}</style><image href="http://h/x.png"/>'
    b'<a href="javascript:x"><rect width="1"/></a></svg>'
)
SEEDS = (png(5, 4), JPEG, GIF, WEBP, AVIF, BMP, ICO, SVG)

changes = st.lists(
    st.tuples(
        st.integers(0, 400),
        st.sampled_from(("put", "insert", "cut", "repeat")),
        st.one_of(st.binary(max_size=12), st.sampled_from((b"\xff" * 8, bytes(8), b"\x7f\xff\xff\xff"))),
    ),
    max_size=6,
)


@st.composite
def broken_pictures(draw: st.DrawFn) -> bytes:
    """Pictures with bytes changed, lost and repeated; heads of one kind on the body of another; noise."""
    data = draw(st.sampled_from(SEEDS))
    for at, change, given_bytes in draw(changes):
        place = at % (len(data) + 1)
        if change == "put":
            data = data[:place] + given_bytes + data[place + len(given_bytes) :]
        elif change == "insert":
            data = data[:place] + given_bytes + data[place:]
        elif change == "cut":
            data = data[:place]
        else:
            data = data[:place] + data[place : place + 40] * (1 + len(given_bytes) * 20) + data[place:]
    if draw(st.booleans()):
        data += draw(st.binary(max_size=300))
    return data


fuzzed = settings(
    max_examples=EXAMPLES,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def _is_sound(found: FoundImage | None) -> bool:
    if found is None:
        return True
    pixels = found.size[0] * found.size[1] if found.size else 0
    return found.media_type in TYPES and pixels <= MAX_PIXELS and len(found.data) <= MAX_BYTES


@fuzzed
@given(st.one_of(broken_pictures(), st.binary(max_size=600)))
def test_every_door_answers(tmp_path: Path, data: bytes) -> None:
    media_type = media_type_of(data[:4096])
    for kind in TYPES:
        size = size_of(data, kind)
        assert size is None or (0 < size[0] < 1 << 24 and 0 < size[1] < 1 << 24)
        assert len(still_of(data, kind)) <= len(data) + 64
        traits_of(FoundImage(kind, content=data))
    is_whole(data[:64], data[-4096:], len(data))
    found = image_in_bytes(data)
    assert _is_sound(found)
    path = tmp_path / "picture"
    path.write_bytes(data)
    in_file = image_in_file(path)
    assert (found is None) == (in_file is None)
    assert _is_sound(in_file)
    uri = f"data:{media_type or 'image/png'};base64,{base64.b64encode(data).decode()}"
    assert (image_in_data_uri(uri) is None) == (found is None)


@fuzzed
@given(st.one_of(st.text(max_size=200), st.binary(max_size=200).map(lambda data: data.decode("latin-1"))))
def test_every_data_address_is_read(text: str) -> None:
    for head in ("data:", "data:image/png;base64,", "data:image/svg+xml,", ""):
        assert _is_sound(image_in_data_uri(head + text))


@fuzzed
@given(broken_pictures(), st.integers(1, 700))
def test_a_download_is_admitted_or_refused_with_a_reason(tmp_path: Path, data: bytes, piece: int) -> None:
    body = DownloadBody(400, lambda: tmp_path / "incoming", lambda: 200)
    stopped = any(body.write(data[at : at + piece]) is not None for at in range(0, len(data), piece))
    if stopped:
        assert body.fault is not None
    else:
        admitted = body.admitted()
        assert admitted.message if isinstance(admitted, Fault) else _is_sound(admitted[0])
    body.discard()


@fuzzed
@given(
    st.recursive(
        st.sampled_from((b"x", b"&amp;", b"<!-- c -->", b"<![CDATA[<script>]]>", b"<?php x?>")),
        lambda inner: st.builds(
            lambda name, attributes, parts: (
                b"<%s %s>%s</%s>" % (name, b" ".join(attributes), b"".join(parts), name)
            ),
            st.sampled_from(
                (b"g", b"script", b"SCRIPT", b"a", b"style", b"svg", b"use", b"foreignObject", b"set")
            ),
            st.lists(
                st.sampled_from(
                    (
                        *(
                            b'onclick="x"',
                            b'href="http://h/"',
                            b'href="java\tscript:x"',
                            b'style="a:url(//h)"',
                        ),
                        *(b'xml:base="http://h/"', b'width="9"', b'fill="url(#a)"', b'attributeName="href"'),
                    )
                ),
                max_size=3,
                unique=True,
            ),
            st.lists(inner, max_size=4),
        ),
        max_leaves=12,
    )
)
def test_drawings_are_cleaned_of_all_that_acts(inside: bytes) -> None:
    cleaned = clean_svg(b'<svg xmlns="http://www.w3.org/2000/svg">' + inside + b"</svg>")
    if cleaned is None:
        return
    for active in (
        b"<script",
        b"onclick",
        b"http://h/",
        b"javascript",
        b"java\tscript",
        b"//h",
        b"foreignobject",
    ):
        assert active not in cleaned.replace(b"&#9;", b"\t").lower()
    assert clean_svg(cleaned) is not None


BOMBS = {
    "entities": b'<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa">'
    + b"".join(b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(9))
    + b']><svg xmlns="http://www.w3.org/2000/svg">&j;</svg>',
    "deep": b'<svg xmlns="http://www.w3.org/2000/svg">' + b"<g>" * 100_000,
    "wide": struct.pack(">8s", b"\x89PNG\r\n\x1a\n")
    + _chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 65_535, 8, 6, 0, 0, 0)),
    "huge": struct.pack(">8s", b"\x89PNG\r\n\x1a\n")
    + _chunk(b"IHDR", struct.pack(">IIBBBBB", 50_000, 50_000, 8, 6, 0, 0, 0))
    + _chunk(b"IDAT", zlib.compress(bytes(1 << 20))),
    "markers": b"\xff\xd8" + b"\xff\xe0\x00\x02" * 250_000,
    "fill": b"\xff\xd8" + b"\xff" * 1_000_000,
    "boxes": AVIF[:24] + _box(b"meta", bytes(4) + _box(b"free", b"") * 120_000),
    "loop": AVIF[:24] + struct.pack(">I", 0) + b"meta" + bytes(1_000_000),
    "frames": GIF[:-1] + GIF[44:-1] * 20_000,
    "icons": b"\0\0\1\0\xff\xff" + bytes(65_535 * 16),
    "spaces": b"<svg " + b" " * 4_000_000 + b">",
}


@pytest.mark.parametrize("name", BOMBS)
def test_bombs_take_no_more_than_they_may(name: str) -> None:
    data = BOMBS[name]
    gc.collect()
    tracemalloc.start()
    try:
        found = image_in_bytes(data)
        if found is not None:
            traits_of(found)
            still_of(data, found.media_type)
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert _is_sound(found)
    assert most < MOST_MEMORY
    assert name not in ("huge", "entities", "deep") or found is None
