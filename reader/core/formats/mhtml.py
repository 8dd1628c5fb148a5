# SPDX-License-Identifier: MIT
"""MHTML archives (RFC 2557): the page and its parts, of damaged ones as much as is there."""

from __future__ import annotations

import binascii
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from email.message import Message
from email.parser import BytesHeaderParser
from email.utils import collapse_rfc2231_value
from types import MappingProxyType
from urllib.parse import urljoin

from reader.core.article import EmbeddedPart, Problem
from reader.core.errors import ArticleTooLarge

MAX_FILE = 64 * 1024 * 1024  # bytes
MAX_DECODED = 128 * 1024 * 1024  # bytes, all parts together
MAX_PARTS = 5_000
_MAX_DEPTH = 8
_MAX_HEADER = 64 * 1024
_HEADER_LINE = re.compile(rb"[A-Za-z][A-Za-z0-9-]{0,60}:")
_BLANK_LINE = re.compile(rb"\r?\n[ \t]*(?:\r?\n|$)")
_BOUNDARY_LINE = re.compile(rb"^--([^\s][^\r\n]{6,198})[ \t]*\r?\n(?=Content-)", re.M | re.I)
_PART_START = re.compile(rb"^Content-(?:Type|Location|ID|Transfer-Encoding):", re.M | re.I)
_NOT_BASE64 = re.compile(rb"[^A-Za-z0-9+/]")
_PAGE_TYPES = ("text/html", "application/xhtml+xml")


@dataclass(frozen=True, slots=True)
class MhtmlPage:
    """An archive unpacked; `parts` is keyed by absolute address and by `cid:…`."""

    html: bytes
    charset: str | None = None
    base_url: str | None = None
    subject: str | None = None
    date: str | None = None
    parts: Mapping[str, EmbeddedPart] = field(default_factory=lambda: MappingProxyType({}))
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class _Part:
    """One leaf of the archive."""

    media_type: str
    charset: str | None
    location: str | None
    content_id: str | None
    data: bytes


@dataclass(slots=True)
class _Unpacking:
    """What is left of the limits, and what went wrong so far."""

    decoded: int = 0
    parts: int = 0
    problems: dict[str, Problem] = field(default_factory=dict[str, Problem])

    def report(self, code: str, message: str) -> None:
        self.problems.setdefault(code, Problem(code, message))


def read_mhtml(data: bytes) -> MhtmlPage:
    """Unpack an archive; raises ArticleTooLarge beyond 64 MiB, everything else wrong becomes a problem."""
    if len(data) > MAX_FILE:
        raise ArticleTooLarge(f"The archive is larger than {MAX_FILE // 1024 // 1024} MiB.")
    state = _Unpacking()
    data = data.removeprefix(b"\xef\xbb\xbf").lstrip(b"\r\n \t")
    if not data:
        return _page(Message(), [], state)
    if not _HEADER_LINE.match(data):
        state.report("mhtml-header", "The archive has no header; what looks like a page in it is shown.")
        start = re.search(rb"<(?:!doctype|html|body|div|p)\b", data, re.I)
        html = data[start.start() :] if start else data
        return _page(Message(), [_Part("text/html", None, None, None, html)], state)
    head, body = _split_header(data)
    return _page(head, list(_leaves(head, body, state, 0)), state)


def _page(head: Message, parts: list[_Part], state: _Unpacking) -> MhtmlPage:
    root = _root(head, parts)
    if root is None:
        state.report("mhtml-no-page", "The archive holds no page.")
    snapshot = _location(head, "Snapshot-Content-Location")
    own = root.location if root else None
    base = next(
        (url for url in (snapshot, own, _location(head, "Content-Base")) if url and _is_absolute(url)), None
    )
    return MhtmlPage(
        html=root.data if root else b"",
        charset=root.charset if root else None,
        base_url=base,
        subject=_text(head, "Subject"),
        date=_text(head, "Date"),
        parts=_by_address([part for part in parts if part is not root], base),
        problems=tuple(state.problems.values()),
    )


def _root(head: Message, parts: list[_Part]) -> _Part | None:
    start = _parameter(head, "start").strip("<> ")
    snapshot = _location(head, "Snapshot-Content-Location")
    for part in parts:
        if start and part.content_id == start:
            return part
    pages = [part for part in parts if part.media_type in _PAGE_TYPES]
    same = [part for part in pages if snapshot and part.location == snapshot]
    wanted = _parameter(head, "type").lower()
    typed = [part for part in parts if part.media_type == wanted]
    texts = [part for part in parts if part.media_type.startswith("text/") and part.media_type != "text/css"]
    return next(iter([*same, *pages, *typed, *texts]), None)


def _by_address(parts: list[_Part], base: str | None) -> Mapping[str, EmbeddedPart]:
    found: dict[str, EmbeddedPart] = {}
    for part in parts:
        embedded = EmbeddedPart(part.media_type, part.data)
        if part.content_id:
            found.setdefault(f"cid:{part.content_id}", embedded)
        if part.location:
            found.setdefault(_joined(base, part.location), embedded)
    return MappingProxyType(found)


def _leaves(head: Message, body: bytes, state: _Unpacking, depth: int) -> Iterator[_Part]:
    """The parts of a message that hold data, in order."""
    if head.get_content_maintype() != "multipart":
        yield _leaf(head, body, state)
        return
    if depth >= _MAX_DEPTH:
        state.report("mhtml-too-complex", "Parts nested too deep in the archive are left out.")
        return
    for piece in _pieces(_parameter(head, "boundary"), body, state):
        if state.parts >= MAX_PARTS or state.decoded >= MAX_DECODED:
            state.report("mhtml-too-large", "The archive has more parts than are read; the rest is left out.")
            return
        if piece.strip():
            inner_head, inner_body = _split_header(piece)
            yield from _leaves(inner_head, inner_body, state, depth + 1)


def _pieces(boundary: str, body: bytes, state: _Unpacking) -> Iterator[bytes]:
    mark = b"--" + boundary.encode("utf-8", "surrogateescape") if boundary else b""
    if not mark or _line_start(body, mark, 0) < 0:
        found = _BOUNDARY_LINE.search(body)
        state.report("mhtml-boundary", "The boundary between the archive's parts is missing or wrong.")
        if found is None:
            start = _PART_START.search(body)
            yield body[start.start() :] if start else body
            return
        mark = b"--" + found[1].rstrip()
    position = _line_start(body, mark, 0)
    while position >= 0:
        start = position + len(mark)
        if body[start : start + 2] == b"--":
            return
        following = _line_start(body, mark, start)
        line_end = body.find(b"\n", start)
        if following < 0:
            state.report("mhtml-truncated", "The archive ends suddenly; its last part may be incomplete.")
            yield body[line_end + 1 :] if line_end >= 0 else b""
            return
        yield body[line_end + 1 : following]
        position = following


def _line_start(body: bytes, mark: bytes, position: int) -> int:
    while (position := body.find(mark, position)) >= 0:
        after = body[position + len(mark) : position + len(mark) + 1]
        if (position == 0 or body[position - 1 : position] in (b"\n", b"\r")) and after in (
            b"",
            b"\r",
            b"\n",
            b"-",
            b" ",
            b"\t",
        ):
            return position
        position += 1
    return -1


def _leaf(head: Message, body: bytes, state: _Unpacking) -> _Part:
    state.parts += 1
    allowed = MAX_DECODED - state.decoded
    data = _decoded(str(head.get("Content-Transfer-Encoding") or "").strip().lower(), body, state)
    if len(data) > allowed:
        state.report("mhtml-too-large", "The archive unpacks to more than is read; the rest is left out.")
        data = data[:allowed]
    state.decoded += len(data)
    media_type = head.get_content_type() if head.get("Content-Type") else _sniffed(data)
    charset = _parameter(head, "charset") or None
    content_id = str(head.get("Content-ID") or "").strip().strip("<>") or None
    return _Part(media_type, charset, _location(head, "Content-Location"), content_id, data)


def _decoded(encoding: str, body: bytes, state: _Unpacking) -> bytes:
    if encoding == "base64":
        compact = body.translate(None, b"\r\n \t")
        try:
            return binascii.a2b_base64(compact, strict_mode=True)
        except binascii.Error:
            state.report("mhtml-bad-encoding", "Some data in the archive is damaged.")
            cleaned = _NOT_BASE64.sub(b"", compact)
            cleaned = cleaned[: len(cleaned) - (len(cleaned) % 4 == 1)]
            return binascii.a2b_base64(cleaned + b"=" * (-len(cleaned) % 4))
    if encoding == "quoted-printable":
        return binascii.a2b_qp(body)
    return body.removesuffix(b"\n").removesuffix(b"\r")


def _split_header(data: bytes) -> tuple[Message, bytes]:
    """A message's header and the rest; a piece that begins without a header line is all body."""
    data = data.lstrip(b"\r\n")
    if not _HEADER_LINE.match(data):
        return Message(), data
    end = _BLANK_LINE.search(data, 0, _MAX_HEADER)
    head, body = (data[: end.start()], data[end.end() :]) if end else (data[:_MAX_HEADER], b"")
    return BytesHeaderParser().parsebytes(head + b"\n\n"), body


def _sniffed(data: bytes) -> str:
    return (
        "text/html" if re.match(rb"\s*<(?:!doctype|html|head|body|div)", data[:500], re.I) else "text/plain"
    )


def _parameter(head: Message, name: str) -> str:
    try:
        value = head.get_param(name)
    except (ValueError, HeaderParseError):
        return ""
    if value is None:
        return ""
    return collapse_rfc2231_value(value).strip().strip("\"'")


def _text(head: Message, name: str) -> str | None:
    value = head.get(name)
    if value is None:
        return None
    try:
        text = str(make_header(decode_header(value)))
    except (ValueError, LookupError, HeaderParseError):
        text = str(value)
    return " ".join(text.split()) or None


def _location(head: Message, name: str) -> str | None:
    value = _text(head, name)
    return value.replace(" ", "") if value and "://" in value else value


def _is_absolute(url: str) -> bool:
    return bool(re.match(r"(?:https?|file|ftp)://", url, re.I))


def _joined(base: str | None, location: str) -> str:
    try:
        return urljoin(base, location) if base else location
    except ValueError:
        return location
