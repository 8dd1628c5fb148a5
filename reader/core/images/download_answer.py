# SPDX-License-Identifier: MIT
"""Reads the head of an answer, and says in words why a request failed."""

from __future__ import annotations

import email.utils
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from http import HTTPStatus
from types import MappingProxyType

from reader.core.images.download_types import Fault, Reason

_LONGEST_WAIT = 7 * 86_400.0
_KEPT = re.compile(
    rb"^(content-length|content-range|content-encoding|transfer-encoding|location|etag|last-modified"
    rb"|retry-after|accept-ranges)[ \t]*:([^\r\n]*)",
    re.IGNORECASE | re.MULTILINE,
)


class AnswerHead:
    """The status line and headers as they came; of several (100, 103, a proxy's) the last counts."""

    def __init__(self) -> None:
        self._lines: list[bytes] = []
        self._size = 0
        self.status = 0  # the status code; 0 where no answer came

    def begin(self) -> None:
        """Another answer is to come."""
        self._lines.clear()
        self._size = self.status = 0

    def write(self, line: bytes) -> int | None:
        """Takes one line; endless headers end the transfer."""
        if line[:5] == b"HTTP/":
            self.begin()
            code = line[line.find(b" ") + 1 :][:3]
            self.status = int(code) if code.isdigit() else 0
        self._size += len(line)
        if self._size > 64 * 1024:
            return -1
        self._lines.append(line)
        return None

    def fields(self) -> Mapping[str, str]:
        """The headers we care for, names in lower case."""
        return {
            name.lower().decode("ascii"): value.decode("latin-1").strip()
            for name, value in _KEPT.findall(b"".join(self._lines[1:]))
        }


def fault_of_status(status: int, fields: Mapping[str, str], now: datetime | None = None) -> Fault:
    """What an answer that is no success means."""
    try:
        phrase = HTTPStatus(status).phrase
    except ValueError:
        phrase = ""
    said = f"The server answered {status} {phrase}".rstrip() + "."
    if status in (404, 410):
        return Fault(Reason.GONE, said)
    if status in (401, 402, 403, 407, 451):
        return Fault(Reason.FORBIDDEN, said)
    if status in (429, 503):
        wait = retry_after(fields.get("retry-after", ""), now)
        return Fault(Reason.RATE_LIMITED if status == 429 else Reason.SERVER, said, wait)
    if 300 <= status < 400:
        return Fault(Reason.REDIRECTS, f"{said[:-1]} without saying where to go.")
    return Fault(Reason.SERVER if status >= 500 or status in (408, 425) else Reason.GONE, said)


def retry_after(value: str, now: datetime | None = None) -> float | None:
    """Seconds of patience a server asks for, in digits or as a date."""
    if value.isascii() and value.isdigit():
        return min(float(value[:9]), _LONGEST_WAIT)
    try:
        moment = email.utils.parsedate_to_datetime(value)
    except ValueError:
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return min(max(0.0, (moment - (now or datetime.now(UTC))).total_seconds()), _LONGEST_WAIT)


def fault_of_network(name: str, detail: str) -> Fault:
    """What an error of the network library, named as in its documentation, means."""
    reason, sentence = _NETWORK.get(name, (Reason.BROKEN, "The transfer broke off"))
    detail = " ".join(detail.split())[:200].rstrip(".")
    return Fault(reason, f"{sentence}: {detail}." if detail else f"{sentence}.")


_CERTIFICATE = (Reason.CERTIFICATE, "The server's certificate is not trusted")
_NETWORK: Mapping[str, tuple[Reason, str]] = MappingProxyType(
    {
        "E_COULDNT_RESOLVE_HOST": (Reason.UNREACHABLE, "The host is not known"),
        "E_COULDNT_RESOLVE_PROXY": (Reason.UNREACHABLE, "The proxy is not known"),
        "E_COULDNT_CONNECT": (Reason.UNREACHABLE, "The host does not answer"),
        "E_OPERATION_TIMEDOUT": (Reason.TIMEOUT, "The host took too long"),
        "E_PEER_FAILED_VERIFICATION": _CERTIFICATE,
        "E_SSL_CACERT": _CERTIFICATE,
        "E_SSL_CONNECT_ERROR": (Reason.CERTIFICATE, "No secure connection could be made"),
        "E_FILESIZE_EXCEEDED": (Reason.TOO_LARGE, "The picture is too large"),
        "E_URL_MALFORMAT": (Reason.SCHEME, "The address is malformed"),
        "E_UNSUPPORTED_PROTOCOL": (Reason.SCHEME, "The address is of a kind that is not fetched"),
        "E_PARTIAL_FILE": (Reason.TRUNCATED, "The picture came only in part"),
        "E_GOT_NOTHING": (Reason.BROKEN, "The server closed without an answer"),
        "E_BAD_CONTENT_ENCODING": (Reason.DAMAGED, "The compressed answer is damaged"),
        "E_WRITE_ERROR": (Reason.BROKEN, "The transfer was stopped"),
    }
)
NETWORK_ERRORS = tuple(_NETWORK)
"""The names `fault_of_network` knows."""
