# SPDX-License-Identifier: MIT
"""The first process's end of the line: takes files from later starts and errands, from this user only."""

from __future__ import annotations

import json
import logging
import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from .single_instance import MOST_BYTES, NO, YES, FirstProcess, HandOver, is_same_user

log = logging.getLogger(__name__)

_PATIENCE_MS = 3000


class InstanceServer(QObject):
    """Listens where `FirstProcess` says; each whole message becomes one signal."""

    handed_over = Signal(object)  # HandOver
    errand_asked = Signal(object)  # Visit; whoever takes it up says so at once

    def __init__(self, first: FirstProcess, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._first = first
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connection)
        if first.listening >= 0:
            listens = self._server.listen(first.listening)
        else:
            listens = self._server.listen(first.address)
        if not listens:
            log.info("later starts open windows of their own: %s", self._server.errorString())

    def close(self) -> None:
        """Stop listening and leave nothing behind."""
        self._server.close()
        if sys.platform != "win32" and self._first.address:
            Path(self._first.address).unlink(missing_ok=True)
        if self._first.lock >= 0:
            os.close(self._first.lock)

    def _on_connection(self) -> None:
        while (peer := self._server.nextPendingConnection()) is not None:
            if sys.platform != "win32" and not is_same_user(int(peer.socketDescriptor())):
                log.warning("A start by another user was refused.")
                peer.abort()
                peer.deleteLater()
                continue
            Visit(peer, self)


class Visit(QObject):
    """One connection: a line comes in, a word goes out; after an errand, lines until it is done."""

    left = Signal()  # nobody listens any more

    def __init__(self, peer: QLocalSocket, server: InstanceServer) -> None:
        super().__init__(server)
        self._peer, self._server = peer, server
        self._heard = b""
        self._answered = self._gone = False
        self.line = b""
        peer.setParent(self)
        peer.readyRead.connect(self._on_bytes)
        peer.disconnected.connect(self._on_gone)
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._patience.timeout.connect(self._on_silence)
        self._patience.start()
        self._on_bytes()

    def take_up(self) -> None:
        """Say that what `line` asks for will be done."""
        self._patience.stop()
        self._answer(YES)

    def tell(self, message: Mapping[str, Any]) -> None:
        """Send a line of JSON."""
        if not self._gone:
            self._peer.write(json.dumps(message).encode("ascii") + b"\n")
            self._peer.flush()

    @property
    def is_gone(self) -> bool:
        """Whether nobody listens any more."""
        return self._gone

    def end(self) -> None:
        """Everything is said."""
        if not self._gone:
            self._peer.disconnectFromServer()

    def _on_bytes(self) -> None:
        self._heard += bytes(self._peer.readAll().data())
        if len(self._heard) > MOST_BYTES:
            self._peer.abort()
            return
        line, end, _rest = self._heard.partition(b"\n")
        if not end:
            return
        self._heard = b""
        if self._answered:
            return
        message = HandOver.from_line(line)
        if message is not None:
            self._answer(YES)
            self._server.handed_over.emit(message)
            return
        self.line = line
        self._server.errand_asked.emit(self)
        if not self._answered:
            self._answer(NO)

    def _answer(self, word: bytes) -> None:
        self._answered = True
        if not self._gone:
            self._peer.write(word)
            self._peer.flush()

    def _on_silence(self) -> None:
        self._peer.abort()

    def _on_gone(self) -> None:
        self._gone = True
        self.left.emit()
        self.deleteLater()
