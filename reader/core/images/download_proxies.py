# SPDX-License-Identifier: MIT
"""Through which proxy a request goes: those that were told, or those of the system with its exceptions."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping

from reader.core.images.addresses import host_of


class Proxies:
    """The proxies by scheme; `told` is None where the system's count."""

    def __init__(self, told: tuple[tuple[str, str], ...] | None) -> None:
        self._are_of_system = told is None
        self._by_scheme = _of_system() if told is None else dict(told)

    def proxy_for(self, url: str) -> str:
        """The proxy on the way to `url`; empty where there is none."""
        if not self._by_scheme or (self._are_of_system and _is_excepted(host_of(url))):
            return ""
        scheme = url.partition(":")[0].lower()
        return self._by_scheme.get(scheme) or self._by_scheme.get("all") or ""


def _of_system() -> Mapping[str, str]:
    if sys.platform not in ("win32", "darwin") and not any(
        name.lower().endswith("_proxy") for name in os.environ
    ):
        return {}  # there is no other place to look at, and the module takes long to load
    from urllib.request import getproxies

    return getproxies()


def _is_excepted(host: str) -> bool:
    from urllib.request import proxy_bypass

    return bool(proxy_bypass(host))
