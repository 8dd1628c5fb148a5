# SPDX-License-Identifier: MIT
"""Serves pages and pictures under `article://<key>/…`; everything else is not found."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import count
from typing import Any

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject
from PySide6.QtWebEngineCore import (
    QWebEngineUrlRequestJob,
    QWebEngineUrlScheme,
    QWebEngineUrlSchemeHandler,
)

SCHEME = b"article"


@dataclass(frozen=True, slots=True)
class Reply:
    """What an address holds: bytes, their media type and the policy they are shown under."""

    media_type: str
    data: bytes
    policy: str = "default-src 'none'"


Answer = Callable[[Reply | None], None]
Source = Callable[[str, str, Answer], None]
"""Asked with article key and path; answers at once or later, on the GUI thread."""


def register_scheme() -> None:
    """Make `article:` known to the engine; must run before the application object exists."""
    scheme = QWebEngineUrlScheme(SCHEME)
    scheme.setSyntax(QWebEngineUrlScheme.Syntax.Host)
    scheme.setFlags(QWebEngineUrlScheme.Flag.SecureScheme)
    QWebEngineUrlScheme.registerScheme(scheme)


class SchemeHandler(QWebEngineUrlSchemeHandler):
    """Answers the engine's requests from one source of replies; GET from our own pages only.

    The engine may ask before the source is there, as it does at start: then it waits.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._source: Source | None = None
        self._early: list[tuple[str, str, Answer]] = []
        self._open: set[int] = set()
        self._numbers = count()

    def serve(self, source: Source) -> None:
        """Answer from `source`, what is waiting first."""
        self._source = source
        for host, path, answer in self._early:
            source(host, path, answer)
        self._early.clear()

    def requestStarted(self, job: QWebEngineUrlRequestJob) -> None:
        initiator = job.initiator()
        if job.requestMethod().data() != b"GET":
            job.fail(QWebEngineUrlRequestJob.Error.RequestDenied)
            return
        if not initiator.isEmpty() and initiator.scheme() not in ("article", ""):
            job.fail(QWebEngineUrlRequestJob.Error.RequestDenied)
            return
        url = job.requestUrl()
        number = next(self._numbers)  # not id(job): the engine's jobs outlive their wrappers
        self._open.add(number)
        job.destroyed.connect(lambda: self._open.discard(number))
        self._ask(url.host(), url.path(), lambda reply: self._answer(number, job, reply))

    def _ask(self, host: str, path: str, answer: Answer) -> None:
        if self._source is None:
            self._early.append((host, path, answer))
        else:
            self._source(host, path, answer)

    def _answer(self, number: int, job: QWebEngineUrlRequestJob, reply: Reply | None) -> None:
        if number not in self._open:  # the page has moved on, the job is gone
            return
        self._open.discard(number)
        if reply is None:
            job.fail(QWebEngineUrlRequestJob.Error.UrlNotFound)
            return
        buffer = QBuffer(job)
        buffer.setData(QByteArray(reply.data))
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        headers: Any = {  # a multi-map, which the stubs do not know
            QByteArray(b"Content-Security-Policy"): [QByteArray(reply.policy.encode("ascii"))],
            QByteArray(b"X-Content-Type-Options"): [QByteArray(b"nosniff")],
        }
        job.setAdditionalResponseHeaders(headers)
        job.reply(reply.media_type.encode("ascii"), buffer)
