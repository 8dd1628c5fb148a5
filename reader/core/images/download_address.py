# SPDX-License-Identifier: MIT
"""Judges where a request may go: schemes, credentials, hosts and the addresses they resolve to."""

from __future__ import annotations

import ipaddress
import re
from functools import lru_cache
from urllib.parse import urlsplit

from reader.core.images.download_types import Fault, Reason

_LOCAL_NAMES = re.compile(r"(?:.*\.)?(?:localhost|local|internal|lan|home\.arpa)\Z", re.IGNORECASE)
_NUMERIC = re.compile(r"(?:0x[0-9a-f]*|[0-9]+)(?:\.(?:0x[0-9a-f]*|[0-9]+)){0,3}\Z", re.IGNORECASE)
_PLACE = re.compile(r"[a-z]+://[A-Za-z0-9._:-]+/")
"""The scheme and host of most addresses; the verdict on them holds for all that is there."""
_NAT64 = ipaddress.ip_network("64:ff9b::/96")


def fault_in_address(url: str, *, allow_private: bool) -> Fault | None:
    """Why `url` is refused before anything is looked up; None if it may be tried."""
    place = _PLACE.match(url)
    return _fault_in(place[0] if place else url, allow_private)


@lru_cache(1024)
def _fault_in(url: str, allow_private: bool) -> Fault | None:
    try:
        parts = urlsplit(url)
        host, _ = (parts.hostname or "").rstrip("."), parts.port
    except ValueError:
        return Fault(Reason.SCHEME, "The address is malformed.")
    if parts.scheme.lower() not in ("http", "https") or not host:
        return Fault(Reason.SCHEME, f"Only http and https are fetched, not {parts.scheme or 'this'}.")
    if "@" in parts.netloc:
        return Fault(Reason.CREDENTIALS, "The address carries a user name or password.")
    if not allow_private and is_private_host(host):
        return Fault(Reason.PRIVATE, f"{host} is this machine or in the local network.")
    return None


def is_private_host(host: str) -> bool:
    """Whether a name or literal address means this machine or its network, without asking anybody."""
    if _LOCAL_NAMES.match(host):
        return True
    if _NUMERIC.match(host):
        return is_private_address(_dotted(host))
    return ":" in host and is_private_address(host)


def is_own_machine(host: str) -> bool:
    """Whether a host is surely this very machine."""
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def is_private_address(text: str) -> bool:
    """Whether an IP address is anything but a public one; what cannot be read counts as private."""
    try:
        address = ipaddress.ip_address(text.partition("%")[0])
    except ValueError:
        return True
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour
        if address in _NAT64:
            inner = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
        if inner is None and address.teredo is not None:
            inner = address.teredo[1]
        if inner is not None:
            return not inner.is_global or inner.is_multicast
    return not address.is_global or address.is_multicast


def _dotted(host: str) -> str:
    """The forms that `inet_aton` takes (`127.1`, `0x7f000001`, `017700000001`), written out."""
    try:
        numbers = [_number(part) for part in host.split(".")]
        last = numbers.pop()
        if any(number > 255 for number in numbers) or last >= 256 ** (4 - len(numbers)):
            return ""
        value = last
        for at, number in enumerate(numbers):
            value += number << (8 * (3 - at))
        return str(ipaddress.IPv4Address(value))
    except ValueError:
        return ""


def _number(text: str) -> int:
    if text.lower().startswith("0x"):
        return int(text, 16) if len(text) > 2 else 0
    return int(text, 8) if len(text) > 1 and text.startswith("0") else int(text)
