# SPDX-License-Identifier: MIT
"""The first process's end of the hand-over: takes files from later starts, from this user only."""

from __future__ import annotations

import logging
import os
import sys
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from .single_instance import MOST_BYTES, FirstProcess, HandOver, is_same_user

log = logging.getLogger(__name__)

_PATIENCE_MS = 3000


class InstanceServer(QObject):
    """Listens where `FirstProcess` says; each whole message becomes one signal."""

    handed_over = Signal(object)  # HandOver

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
            _Visit(peer, self)


class _Visit(QObject):
    """One connection: a line comes in, a word goes out."""

    def __init__(self, peer: QLocalSocket, server: InstanceServer) -> None:
        super().__init__(server)
        self._peer, self._server = peer, server
        self._heard = b""
        peer.setParent(self)
        peer.readyRead.connect(self._on_bytes)
        peer.disconnected.connect(self.deleteLater)
        QTimer.singleShot(_PATIENCE_MS, self, peer.abort)
        self._on_bytes()

    def _on_bytes(self) -> None:
        self._heard += bytes(self._peer.readAll().data())
        if len(self._heard) > MOST_BYTES:
            self._peer.abort()
            return
        line, end, _rest = self._heard.partition(b"\n")
        if not end:
            return
        self._heard = b""
        message = HandOver.from_line(line)
        self._peer.write(b"no\n" if message is None else b"ok\n")
        self._peer.flush()
        if message is not None:
            self._server.handed_over.emit(message)
