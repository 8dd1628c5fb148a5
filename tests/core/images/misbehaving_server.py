# SPDX-License-Identifier: MIT
"""A server on 127.0.0.1 that does everything to a downloader that servers do; one answer for each path."""

from __future__ import annotations

import asyncio
import contextlib
import gzip
import ssl
import threading
import time
from collections import Counter
from collections.abc import AsyncIterator, Callable, Mapping
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any

import h2.config
import h2.connection
import h2.events


@dataclass(frozen=True)
class Asked:
    """One request as it arrived."""

    path: str
    headers: Mapping[str, str]
    http: str
    moment: float


@dataclass
class Answer:
    """One answer; `raw` pieces are written as they are, with pauses in between."""

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    kind: str = "image/png"
    length: int | None = None  # what the header claims
    framed: bool = True
    cut_after: int | None = None  # bytes after which the connection is closed
    pause: float = 0.0  # seconds between pieces
    piece: int = 1 << 16


Respond = Callable[[Asked], Answer]


class MisbehavingServer:
    """Answers paths from a table of functions; HTTP/1.1, and HTTP/2 where TLS negotiates it."""

    def __init__(self, routes: dict[str, Respond], tls: ssl.SSLContext | None = None) -> None:
        self.asked: list[Asked] = []
        self.connections = 0
        self.active = self.most_active = 0
        self.port = 0
        self.routes = routes
        self._tls = tls
        self._loop = asyncio.new_event_loop()
        self._ready = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)

    def __enter__(self) -> MisbehavingServer:
        self._thread.start()
        assert self._ready.wait(10)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._loop.call_soon_threadsafe(self._stop.set)
        self._thread.join(10)

    def url(self, path: str, host: str = "127.0.0.1") -> str:
        """The address of a path."""
        return f"{'https' if self._tls else 'http'}://{host}:{self.port}{path}"

    def counts(self) -> Counter[str]:
        """How often each path was asked for."""
        return Counter(asked.path for asked in self.asked)

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        self._stop = asyncio.Event()
        self._loop.run_until_complete(self._serve())
        self._loop.close()

    async def _serve(self) -> None:
        self._tasks: set[asyncio.Task[Any]] = set()
        server = await asyncio.start_server(self._connected, "127.0.0.1", 0, ssl=self._tls, backlog=256)
        self.port = server.sockets[0].getsockname()[1]
        self._ready.set()
        await self._stop.wait()
        server.close()
        # A connection that is cancelled before its first step tells asyncio's own callback, which complains.
        self._loop.set_exception_handler(_unless_cancelled)
        await asyncio.sleep(0)
        while others := asyncio.all_tasks() - {asyncio.current_task()}:  # a connection may just have begun
            for task in others:
                task.cancel()
            await asyncio.gather(*others, return_exceptions=True)

    async def _connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._tasks.add(task)
        self.connections += 1
        try:
            secure = writer.get_extra_info("ssl_object")
            if secure is not None and secure.selected_alpn_protocol() == "h2":
                await _Http2(self, reader, writer).run()
            else:
                while await self._one(reader, writer):
                    pass
        except (ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError, ssl.SSLError, OSError):
            pass
        finally:
            self._tasks.discard(task)
            writer.close()
            with contextlib.suppress(Exception):
                writer.transport.abort()

    def answer(self, path: str, headers: Mapping[str, str], http: str) -> Answer:
        """What the table says for a path; 404 without an entry."""
        asked = Asked(path, headers, http, time.monotonic())
        self.asked.append(asked)
        known = self.routes.get(path) or self.routes.get(path.partition("/n/")[0] + "/n/")
        return known(asked) if known else Answer(b"<h1>not here</h1>", 404, kind="text/html")

    @contextlib.asynccontextmanager
    async def busy(self) -> AsyncIterator[None]:
        """Counts requests that are being answered at the same time."""
        self.active += 1
        self.most_active = max(self.most_active, self.active)
        try:
            yield
        finally:
            self.active -= 1

    async def _one(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        try:
            head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
        except asyncio.IncompleteReadError:
            return False
        path = head[0].split(" ")[1]
        headers = {k.lower(): v.strip() for k, _, v in (line.partition(":") for line in head[1:] if line)}
        given = self.answer(path, headers, "1.1")
        async with self.busy():
            return await self._write(writer, given)

    async def _write(self, writer: asyncio.StreamWriter, given: Answer) -> bool:
        lines = [f"HTTP/1.1 {given.status} Whatever", f"Content-Type: {given.kind}"]
        lines += [f"{name}: {value}" for name, value in given.headers.items()]
        if given.framed:
            lines.append(f"Content-Length: {len(given.body) if given.length is None else given.length}")
        else:
            lines.append("Connection: close")
        body = given.body if given.cut_after is None else given.body[: given.cut_after]
        head = ("\r\n".join(lines) + "\r\n\r\n").encode("latin-1")
        if not given.pause and len(body) < 1 << 16:
            writer.write(head + body)
        else:
            writer.write(head)
            for at in range(0, len(body), given.piece):
                if writer.transport.is_closing():
                    return False
                writer.write(body[at : at + given.piece])
                await writer.drain()
                if given.pause:
                    await asyncio.sleep(given.pause)
        await writer.drain()
        if given.cut_after is not None or not given.framed:
            writer.close()
            return False
        return True


class _Http2:
    """One HTTP/2 connection."""

    def __init__(
        self, server: MisbehavingServer, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        self._server, self._reader, self._writer = server, reader, writer
        self._protocol = h2.connection.H2Connection(h2.config.H2Configuration(client_side=False))
        self._bodies: dict[int, bytes] = {}

    async def run(self) -> None:
        self._protocol.initiate_connection()
        await self._send()
        while data := await self._reader.read(1 << 16):
            for event in self._protocol.receive_data(data):
                if isinstance(event, h2.events.RequestReceived):
                    self._respond(event)
                elif isinstance(event, h2.events.ConnectionTerminated):
                    return
            self._pump()
            await self._send()

    def _respond(self, event: h2.events.RequestReceived) -> None:
        fields = {_text(name): _text(value) for name, value in event.headers or []}
        given = self._server.answer(fields[":path"], fields, "2")
        headers = [(":status", str(given.status)), ("content-type", given.kind)]
        headers += [(name.lower(), value) for name, value in given.headers.items()]
        if given.framed:
            headers.append(("content-length", str(len(given.body))))
        self._protocol.send_headers(event.stream_id, headers)
        if given.cut_after is not None:
            self._protocol.reset_stream(event.stream_id, 2)
        else:
            self._bodies[event.stream_id] = given.body

    def _pump(self) -> None:
        for stream, body in list(self._bodies.items()):
            while body:
                room = min(
                    self._protocol.local_flow_control_window(stream), self._protocol.max_outbound_frame_size
                )
                if room <= 0:
                    break
                self._protocol.send_data(stream, body[:room])
                body = body[room:]
            self._bodies[stream] = body
            if not body:
                self._protocol.end_stream(stream)
                del self._bodies[stream]

    async def _send(self) -> None:
        data = self._protocol.data_to_send()
        if data:
            self._writer.write(data)
            await self._writer.drain()


def gzip_bomb(size: int) -> bytes:
    """Zeros by the megabyte in a few kilobytes."""
    return gzip.compress(bytes(size), 9)


def _text(value: bytes | str) -> str:
    return value if isinstance(value, str) else value.decode("latin-1")


def _unless_cancelled(loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
    if not isinstance(context.get("exception"), asyncio.CancelledError):
        loop.default_exception_handler(context)
