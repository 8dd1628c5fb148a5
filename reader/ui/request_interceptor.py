# SPDX-License-Identifier: MIT
"""Refuses every request of a page that is not for our own scheme, and counts them."""

from __future__ import annotations

import threading
from collections import Counter

from PySide6.QtCore import QObject
from PySide6.QtWebEngineCore import QWebEngineUrlRequestInfo, QWebEngineUrlRequestInterceptor

_OURS = frozenset({"article", "data"})


class RequestInterceptor(QWebEngineUrlRequestInterceptor):
    """Deny by default: an open article never reaches the network or the disk."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lock = threading.Lock()
        self._refused: Counter[str] = Counter()

    @property
    def refused(self) -> int:
        """How many requests were refused so far."""
        with self._lock:
            return self._refused.total()

    def refused_hosts(self) -> dict[str, int]:
        """Refused requests by host (or scheme, where there is none)."""
        with self._lock:
            return dict(self._refused)

    def interceptRequest(self, info: QWebEngineUrlRequestInfo) -> None:
        url = info.requestUrl()
        if url.scheme() in _OURS and info.requestMethod().data() == b"GET":
            return
        info.block(True)
        with self._lock:
            self._refused[url.host() or url.scheme()] += 1
