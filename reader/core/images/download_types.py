# SPDX-License-Identifier: MIT
"""What is asked of the downloader and what it answers."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from reader.core.images.found import MAX_BYTES


class Reason(StrEnum):
    """Why a picture is not in the cache."""

    NOT_FETCHED = "not-fetched"
    NO_ADDRESS = "no-address"
    NOT_ALLOWED = "not-allowed"
    SCHEME = "refused-scheme"
    CREDENTIALS = "refused-credentials"
    PRIVATE = "refused-private-address"
    NOT_AN_IMAGE = "not-an-image"
    TOO_LARGE = "too-large"
    TOO_MANY_PIXELS = "too-many-pixels"
    DAMAGED = "damaged"
    TRUNCATED = "truncated"
    GONE = "gone"
    FORBIDDEN = "forbidden"
    RATE_LIMITED = "rate-limited"
    SERVER = "server-error"
    REDIRECTS = "too-many-redirects"
    TIMEOUT = "timeout"
    UNREACHABLE = "unreachable"
    CERTIFICATE = "bad-certificate"
    BROKEN = "broken-transfer"


REFUSALS = frozenset((Reason.SCHEME, Reason.CREDENTIALS, Reason.PRIVATE, Reason.NOT_ALLOWED))
"""What we do not ask for; some of it shows only in what a host answers."""
LASTING = frozenset(
    (
        *(Reason.NOT_AN_IMAGE, Reason.TOO_LARGE, Reason.TOO_MANY_PIXELS, Reason.DAMAGED),
        *(Reason.GONE, Reason.FORBIDDEN, Reason.REDIRECTS),
    )
)
"""What will hardly be otherwise in an hour."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A picture to fetch, for an article that came from `article_host`."""

    url: str
    article_host: str = ""  # may be private then: the article's own host
    refresh: bool = False  # stored already: ask whether it has changed


@dataclass(frozen=True, slots=True)
class Fault:
    """Why one try, or all of them, came to nothing."""

    reason: Reason
    message: str
    retry_after: float | None = None  # seconds, where the server told them


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one wanted picture; `fault` is None where it is in the cache now."""

    url: str
    host: str
    bytes: int = 0
    fault: Fault | None = None
    unchanged: bool = False


@dataclass(frozen=True, slots=True)
class DownloadLimits:
    """How much at once, how fast, how long."""

    connections: int = 24
    per_host: int = 6
    host_delay: float = 0.03  # seconds between two requests to one host
    connect_seconds: float = 15
    silent_seconds: float = 20  # without any byte worth mentioning
    total_seconds: float = 180
    tries: int = 3
    redirects: int = 8
    backoff_seconds: float = 1.0  # doubled each time, with jitter
    longest_hold: float = 60.0  # a server that asks for more patience is left for another day
    max_bytes: int = MAX_BYTES
    dead_after: int = 4  # connections in a row that fail before a host counts as down
    own_machine_per_host: int = 16  # where the host is this machine, nobody needs our politeness


@dataclass(frozen=True, slots=True)
class NetworkSettings:
    """Where we may go, and through what."""

    allow_private: bool = False
    proxies: tuple[tuple[str, str], ...] | None = None  # by scheme; None: those of the system
    certificates: Path | None = None  # None: those of the system


class DownloadControl:
    """Lets another thread pause, resume and cancel."""

    def __init__(self) -> None:
        self._cancelled = threading.Event()
        self._running = threading.Event()
        self._running.set()

    @property
    def is_cancelled(self) -> bool:
        """Whether all is to end."""
        return self._cancelled.is_set()

    @property
    def is_paused(self) -> bool:
        """Whether nothing new is to begin."""
        return not self._running.is_set()

    def cancel(self) -> None:
        """End soon; what is stored stays."""
        self._cancelled.set()

    def pause(self) -> None:
        """Begin nothing new."""
        self._running.clear()

    def resume(self) -> None:
        """Go on."""
        self._running.set()

    def wait(self, seconds: float) -> None:
        """Sleep, unless cancelled."""
        self._cancelled.wait(seconds)
