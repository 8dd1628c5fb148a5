# SPDX-License-Identifier: MIT
"""The answers to the engine's requests, each to its own."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QByteArray, QObject, QUrl
from pytestqt.qtbot import QtBot

from reader.ui.scheme_handler import Answer, Reply, SchemeHandler


class _Destroyed:
    """The signal of a job that goes when the engine says so, not when Python does."""

    def __init__(self) -> None:
        self.slots: list[Callable[[], None]] = []

    def connect(self, slot: Callable[[], None]) -> None:
        self.slots.append(slot)


class _Job(QObject):
    """One request as the engine makes it."""

    def __init__(self, destroyed: _Destroyed, replies: list[bytes]) -> None:
        super().__init__()
        self.ends = destroyed
        self._replies = replies

    def __getattribute__(self, name: str) -> Any:
        return (
            object.__getattribute__(self, "ends") if name == "destroyed" else super().__getattribute__(name)
        )

    def initiator(self) -> QUrl:
        return QUrl()

    def requestMethod(self) -> QByteArray:
        return QByteArray(b"GET")

    def requestUrl(self) -> QUrl:
        return QUrl("article://key/")

    def setAdditionalResponseHeaders(self, _headers: object) -> None:
        pass

    def reply(self, media_type: bytes, _buffer: QObject) -> None:
        self._replies.append(media_type)


def test_a_job_that_ends_late_takes_no_answer_from_the_next(qtbot: QtBot) -> None:
    handler = SchemeHandler()
    answers: list[Answer] = []
    replies: list[bytes] = []
    handler.serve(lambda _host, _path, answer: answers.append(answer))
    first = _Destroyed()
    old = _Job(first, replies)
    handler.requestStarted(old)  # type: ignore[arg-type]
    answers.pop()(Reply("text/html", b"one"))
    place = id(old)
    del old
    others: list[_Job] = []
    new = _Job(_Destroyed(), replies)
    while id(new) != place and len(others) < 200:
        others.append(new)
        new = _Job(_Destroyed(), replies)
    if id(new) != place:
        pytest.skip("no object came to stand where the first one stood")
    handler.requestStarted(new)  # type: ignore[arg-type]
    for slot in first.slots:
        slot()
    answers.pop()(Reply("text/plain", b"two"))
    assert replies == [b"text/html", b"text/plain"]
