# SPDX-License-Identifier: MIT
"""Addresses of pictures: the plain one inside a proxy's, the order to try them in, the name in the cache."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import parse_qs, quote, unquote, urlsplit, urlunsplit

_MAX_LENGTH = 8192
_PLAIN = re.compile(
    r"(https?)://([a-z0-9.-]*[a-z0-9-])(?::([0-9]{1,4}|[1-5][0-9]{4}|6[0-4][0-9]{3}))?"
    r"(/[^\x00-\x20\x7f\"<>\\^`{|}#\x80-\U0010ffff]*)?(?<!\?)\Z"
)
"""Addresses as most are written: nothing about them needs to be changed, and this match is all it takes."""
_MAX_WRAPPINGS = 3
_REMEMBERED = 16_384  # addresses: each is asked about several times on its way into the cache
_HTTP = re.compile(r"https?://", re.IGNORECASE)
_HTTP_INSIDE = re.compile(r"https?:/{1,2}(?=[^/])", re.IGNORECASE)
_FOLDED_SCHEME = re.compile(r"(https?):/(?=[^/])", re.IGNORECASE)
_UNSAFE = re.compile(r"[\x00-\x20\x7f\"<>\\^`{|}]|[^\x00-\x7f]")


@dataclass(frozen=True, slots=True)
class _Proxy:
    """A service that hands on the pictures of others: which hosts, and where the real address stands."""

    hosts: re.Pattern[str]
    inner: Callable[[str], str | None]


def _after_query(url: str) -> str | None:
    """`proxy/?http://host/x.jpg?size=1`: all that follows the first question mark."""
    rest = url.partition("?")[2]
    if rest[:8].lower().startswith(("http%3a", "https%3a")):
        return unquote(rest)
    return rest if _HTTP_INSIDE.match(rest) else None


def _in_path(url: str) -> str | None:
    """`proxy/https://host/x.jpg`, also with the scheme percent-encoded or left out."""
    rest = url.partition("://")[2].partition("/")[2]
    decoded = unquote(rest) if "%3a" in rest[:80].lower() else rest
    found = _HTTP_INSIDE.search(decoded)
    return decoded[found.start() :] if found else None


def _photon(url: str) -> str | None:
    """WordPress: `i0.wp.com/host/x.jpg?w=300`; its own parameters are dropped, `ssl=1` means https."""
    rest, _, query = url.partition("://")[2].partition("/")[2].partition("?")
    return f"{'https' if 'ssl=1' in query else 'http'}://{rest}" if "." in rest.partition("/")[0] else None


def _parameter(*names: str) -> Callable[[str], str | None]:
    def inner(url: str) -> str | None:
        values = parse_qs(urlsplit(url).query)
        told = next((values[name][0] for name in names if name in values), "")
        told = told.removeprefix("ssl:")
        if _HTTP.match(told):
            return told
        return f"http://{told.lstrip('/')}" if "." in told.lstrip("/").partition("/")[0] else None

    return inner


def _camo(url: str) -> str | None:
    """GitHub's: the address as hexadecimal digits behind the digest."""
    try:
        return bytes.fromhex(urlsplit(url).path.rpartition("/")[2]).decode("utf-8")
    except ValueError:
        return None


def _hosts(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern + r"\Z", re.IGNORECASE)


_PROXIES = (
    _Proxy(_hosts(r"[\w.-]*cors[\w-]*\.[\w.-]*(?:workers\.dev|herokuapp\.com)|cors\.[\w.-]+"), _after_query),
    _Proxy(_hosts(r"[\w.-]+\.(?:workers\.dev|herokuapp\.com)"), _after_query),
    _Proxy(
        _hosts(r"[\w.-]*cors[\w-]*\.[\w.-]*(?:workers\.dev|herokuapp\.com)|[\w.-]+\.workers\.dev"), _in_path
    ),
    _Proxy(_hosts(r"i[0-3]\.wp\.com"), _photon),
    _Proxy(_hosts(r"images\.weserv\.nl|wsrv\.nl|imageproxy\.pimg\.tw"), _parameter("url")),
    _Proxy(_hosts(r"(?:external-content|images|proxy)\.duckduckgo\.com"), _parameter("u")),
    _Proxy(_hosts(r"images-[\w-]*opensocial\.googleusercontent\.com"), _parameter("url")),
    _Proxy(_hosts(r"camo\.githubusercontent\.com"), _camo),
    _Proxy(
        _hosts(r"(?:pic\d*\.xuehuaimg\.com|image\.baidu\.com|gimg\d\.baidu\.com)"), _parameter("url", "src")
    ),
    _Proxy(_hosts(r"pic\d*\.xuehuaimg\.com|ghproxy\.com|mirror\.ghproxy\.com"), _in_path),
)


def is_web_address(url: str) -> bool:
    """Whether `url` is something the web may have."""
    return len(url) <= _MAX_LENGTH and _is_web_address(url)


@lru_cache(_REMEMBERED)
def _is_web_address(url: str) -> bool:
    return bool(_HTTP.match(url)) and host_of(url) != ""


@lru_cache(_REMEMBERED)
def host_of(url: str) -> str:
    """The host in lower case, without port; empty where there is none."""
    if plain := _PLAIN.match(url):
        return plain[2]
    try:
        return (urlsplit(url).hostname or "").rstrip(".")
    except ValueError:
        return ""


def unwrap(url: str) -> str:
    """The address of the picture itself, if a known image proxy stands around it."""
    for _ in range(_MAX_WRAPPINGS):
        inner = _inner(url)
        if inner is None:
            break
        url = inner
    return url


@lru_cache(_REMEMBERED)
def addresses_to_try(url: str) -> tuple[str, ...]:
    """Where to ask for a picture, best first: without proxy, https before http."""
    plain = fit_for_request(unwrap(url))
    scheme, _, rest = plain.partition("://")
    if scheme.lower() != "http":
        return (plain,)
    port = _port(plain)
    return (f"https://{rest}", plain) if port in (None, 443) else (plain,)


@lru_cache(_REMEMBERED)
def cache_name(url: str) -> str:
    """One name for all the ways in which articles write the address of a picture."""
    unwrapped = unwrap(url)
    if found := _PLAIN.match(unwrapped):
        scheme, host, port, rest = found.groups()
        if port is None or int(port) == (443 if scheme == "https" else 80):
            return host + (rest or "/")
        return f"{host}:{int(port)}{rest or '/'}"
    plain = unwrapped.partition("#")[0]
    try:
        parts = urlsplit(plain)
        port = parts.port
    except ValueError:
        return plain
    if not parts.hostname:
        return plain
    usual = 443 if parts.scheme == "https" else 80
    shown = host_of(plain) if port in (None, usual) else f"{host_of(plain)}:{port}"
    query = f"?{parts.query}" if parts.query else ""
    return shown + _escaped((parts.path or "/") + query)


def fit_for_request(url: str) -> str:
    """The address in ASCII, without fragment: what browsers make of what people write."""
    if _PLAIN.match(url):
        return url
    bare = url.strip().partition("#")[0]
    try:
        parts = urlsplit(bare)
        host = parts.hostname or ""
        if not host.isascii():
            host = host.encode("idna").decode("ascii")
            port = f":{parts.port}" if parts.port else ""
            bare = urlunsplit(parts._replace(netloc=host + port))
    except ValueError:  # also what is no name in any alphabet
        return bare
    return _escaped(bare)


def _inner(url: str) -> str | None:
    for proxy in _proxies_at(host_of(url)):
        inner = proxy.inner(url)
        inner = _FOLDED_SCHEME.sub(r"\1://", inner, count=1) if inner else None
        if inner and is_web_address(inner) and inner != url:
            return inner
    return None


@lru_cache(1024)
def _proxies_at(host: str) -> tuple[_Proxy, ...]:
    return tuple(proxy for proxy in _PROXIES if proxy.hosts.match(host))


def _port(url: str) -> int | None:
    if plain := _PLAIN.match(url):
        return None if plain[3] is None else int(plain[3])
    try:
        return urlsplit(url).port
    except ValueError:
        return None


def _escaped(text: str) -> str:
    return _UNSAFE.sub(lambda mark: quote(mark[0].encode("utf-8", "replace"), safe=""), text)
