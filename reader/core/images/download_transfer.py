# SPDX-License-Identifier: MIT
"""One request on the wire: what is asked, through which connection, to which addresses only."""

from __future__ import annotations

import os
import socket
import ssl
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlsplit

import pycurl

from reader import __version__
from reader.core.images.addresses import host_of
from reader.core.images.download_address import is_private_address
from reader.core.images.download_answer import AnswerHead
from reader.core.images.download_body import DownloadBody
from reader.core.images.download_proxies import Proxies
from reader.core.images.download_types import DownloadLimits, NetworkSettings, Wanted

_USER_AGENT = f"ArticleReader/{__version__}"
_ACCEPT = "Accept: image/avif,image/webp,image/svg+xml,image/png,image/jpeg,image/*;q=0.9,*/*;q=0.1"
_CERTIFICATE_FILES = (
    "/etc/ssl/certs/ca-certificates.crt",
    "/etc/pki/tls/certs/ca-bundle.crt",
    "/etc/ssl/ca-bundle.pem",
    "/etc/ssl/cert.pem",
)
_REFERRERS = (("pximg.net", "https://www.pixiv.net/"), ("doubanio.com", "https://www.douban.com/"))
_WITH_REFERRERS = tuple(name for name, _ in _REFERRERS)
_NATIVE_STORE = 1 << 4  # CURLSSLOPT_NATIVE_CA
_SLOWEST = 64  # bytes a second below which a transfer counts as silent


@dataclass(slots=True)
class Request:
    """One wanted picture on its way through addresses, redirects and retries."""

    wanted: Wanted
    name: str
    addresses: list[str]  # still to be tried; the first one is at work
    url: str = ""  # where the redirects of the first one have led
    host: str = ""  # that is asked now
    hops: list[str] = field(default_factory=list[str])
    tries: int = 0
    own_referrer: bool = False
    partial: tuple[Path, str] | None = None  # the beginning, and what the rest must match
    etag: str | None = None
    last_modified: str | None = None
    was_asked: bool = False  # a host has heard of it

    def go_to(self, url: str) -> None:
        """Ask there next."""
        self.url, self.host = url, host_of(url)


class _Way(NamedTuple):
    """How a request is made, apart from what is asked for."""

    headers: tuple[str, ...]
    proxy: str
    is_alone: bool


class Transfer:
    """A handle of the network library with all that belongs to it; used again and again."""

    def __init__(
        self,
        limits: DownloadLimits,
        settings: NetworkSettings,
        proxies: Proxies,
        new_file: Callable[[], Path],
    ) -> None:
        self._settings = settings
        self._proxies = proxies
        self.request: Request | None = None
        self.head = AnswerHead()
        self.body = DownloadBody(limits.max_bytes, new_file, self._status)
        self.refused_address = ""
        self._opened: list[socket.socket] = []  # the network library works with copies of them
        self.offset = 0  # where the rest of a begun picture starts
        self.validator = ""
        self._private_allowed = False
        self._through_proxy = False
        self._way: _Way | None = None
        self.handle = pycurl.Curl()
        self._set_once(limits)

    def begin(self, request: Request) -> None:
        """Makes the handle ready for a request."""
        self.request, self.refused_address = request, ""
        self.head.begin()
        own = request.wanted.article_host != "" and request.host == request.wanted.article_host
        self._private_allowed = self._settings.allow_private or own
        self.body.begin(request.partial[0] if request.partial is not None else None)
        self.offset = self.body.length
        self.validator = request.partial[1] if request.partial is not None else ""
        self.handle.setopt(pycurl.URL, request.url)
        # A connection that only this article's own host was allowed to have is not for others.
        alone = own and not self._settings.allow_private
        proxy = self._proxies.proxy_for(request.url)
        self._through_proxy = bool(proxy)
        self._set_up(_Way(tuple(self._headers(request, self.body.length)), proxy, alone))

    def ended(self) -> None:
        """The request is over; the connection belongs to the network library alone now."""
        for opened in self._opened:
            opened.close()
        self._opened.clear()

    def close(self) -> None:
        """Lets the handle go."""
        self.ended()
        self.handle.close()

    def _set_up(self, way: _Way) -> None:
        """Most requests go the way of the one before."""
        if way == self._way:
            return
        self._way = way
        self.handle.setopt(pycurl.HTTPHEADER, list(way.headers))
        self.handle.setopt(pycurl.PROXY, way.proxy)
        self.handle.setopt(pycurl.FRESH_CONNECT, int(way.is_alone))
        self.handle.setopt(pycurl.FORBID_REUSE, int(way.is_alone))

    def _status(self) -> int:
        return self.head.status

    def _set_once(self, limits: DownloadLimits) -> None:
        handle = self.handle
        for option, value in (
            (pycurl.NOSIGNAL, 1),
            (pycurl.FOLLOWLOCATION, 0),
            (pycurl.PROTOCOLS, pycurl.PROTO_HTTP | pycurl.PROTO_HTTPS),
            (pycurl.HTTP_VERSION, pycurl.CURL_HTTP_VERSION_2TLS),
            (pycurl.PIPEWAIT, 1),
            (pycurl.USERAGENT, _USER_AGENT),
            (pycurl.ENCODING, "identity"),
            (pycurl.NETRC, pycurl.NETRC_IGNORED),
            (pycurl.CONNECTTIMEOUT_MS, int(limits.connect_seconds * 1000)),
            (pycurl.TIMEOUT_MS, int(limits.total_seconds * 1000)),
            (pycurl.LOW_SPEED_LIMIT, _SLOWEST),
            (pycurl.LOW_SPEED_TIME, max(1, int(limits.silent_seconds))),
            (pycurl.MAXFILESIZE, limits.max_bytes),
            (pycurl.OPENSOCKETFUNCTION, self._open_socket),
            (pycurl.HEADERFUNCTION, self.head.write),
            (pycurl.WRITEFUNCTION, self.body.write),
            (pycurl.DNS_CACHE_TIMEOUT, 60),
        ):
            handle.setopt(option, value)
        _trust(handle, self._settings.certificates)

    def _open_socket(self, _purpose: int, address: Any) -> socket.socket | int:
        """Opens a socket to the very address that was looked up, if we may go there."""
        if not self._through_proxy and not self._private_allowed and is_private_address(str(address.addr[0])):
            self.refused_address = str(address.addr[0])
            return pycurl.SOCKET_BAD
        opened = socket.socket(address.family, address.socktype, address.protocol)
        self._opened.append(opened)
        return opened

    def _headers(self, request: Request, received: int) -> list[str]:
        headers = [_ACCEPT]
        referrer = _referrer(request)
        if referrer:
            headers.append(f"Referer: {referrer}")
        if request.partial is not None:
            headers += [f"Range: bytes={received}-", f"If-Range: {request.partial[1]}"]
        if request.etag:
            headers.append(f"If-None-Match: {request.etag}")
        elif request.last_modified:
            headers.append(f"If-Modified-Since: {request.last_modified}")
        return headers


def _referrer(request: Request) -> str:
    """None at all, but for hosts known to want their own site, and hosts that refused without one."""
    if request.own_referrer:
        parts = urlsplit(request.url)
        return f"{parts.scheme}://{parts.netloc}/"
    host = request.host
    if not host.endswith(_WITH_REFERRERS):
        return ""
    return next((site for name, site in _REFERRERS if host == name or host.endswith("." + name)), "")


def _trust(handle: pycurl.Curl, certificates: Path | None) -> None:
    """Certificates of the system: its own store on Windows and macOS, its file elsewhere."""
    if certificates is not None:
        handle.setopt(pycurl.CAINFO, os.fspath(certificates))
    elif sys.platform in ("win32", "darwin"):
        handle.setopt(pycurl.SSL_OPTIONS, _NATIVE_STORE)
    elif file := _certificate_file():
        handle.setopt(pycurl.CAINFO, file)


@cache
def _certificate_file() -> str | None:
    """Where this system keeps the certificates it trusts; None leaves it to the network library."""
    told = (os.environ.get("SSL_CERT_FILE"), ssl.get_default_verify_paths().cafile, *_CERTIFICATE_FILES)
    return next((path for path in told if path and Path(path).is_file()), None)
