# SPDX-License-Identifier: MIT
"""How fast many small pictures come in, beside `curl --parallel` and `aria2c -j16` from the same server."""

from __future__ import annotations

import argparse
import asyncio
import json
import multiprocessing
import os
import shutil
import statistics
import struct
import sys
import tempfile
import time
import zlib
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path

_SIZE = 3000  # bytes of a picture, about a thumbnail
_IN_ARTICLE = 20

Measured = tuple[float, float, float]  # seconds, those of the processor, peak memory in MB


class _Answers(asyncio.Protocol):
    """Keeps connections open and gives each address a picture of its own."""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport, self._left = transport, b""

    def data_received(self, data: bytes) -> None:
        *heads, self._left = (self._left + data).split(b"\r\n\r\n")
        for head in heads:
            body = _picture(head.split(b" ", 2)[1])
            length = str(len(body)).encode()
            self._transport.write(
                b"HTTP/1.1 200 OK\r\nContent-Type: image/png\r\nContent-Length: "
                + length
                + b"\r\n\r\n"
                + body
            )


def _picture(path: bytes) -> bytes:
    filling = (path * (_SIZE // len(path) + 1))[:_SIZE]
    parts = [b"\x89PNG\r\n\x1a\n"]
    for name, data in (
        (b"IHDR", struct.pack(">IIBBBBB", 32, 32, 8, 0, 0, 0, 0)),
        (b"IDAT", filling),
        (b"IEND", b""),
    ):
        parts.append(struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data)))
    return b"".join(parts)


def _serve(told: Connection) -> None:
    async def forever() -> None:
        loop = asyncio.get_running_loop()
        server = await loop.create_server(_Answers, "127.0.0.1", 0, backlog=512)
        told.send(server.sockets[0].getsockname()[1])
        await server.serve_forever()

    asyncio.run(forever())


def _run(command: list[str], folder: Path, environment: dict[str, str]) -> Measured:
    """What one process takes."""
    began = time.perf_counter()
    process = os.posix_spawn(
        command[0],
        command,
        environment,
        file_actions=[
            (os.POSIX_SPAWN_OPEN, 1, str(folder / "out"), os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        ],
    )
    _, status, usage = os.wait4(process, 0)
    seconds = time.perf_counter() - began
    if os.waitstatus_to_exitcode(status):
        sys.exit(f"{command[0]} failed: {(folder / 'out').read_text()[-500:]}")
    return seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def _ours(urls: list[str], folder: Path) -> Measured:
    """The library is scanned and its pictures are noted before, as the others are given addresses."""
    articles = folder / "articles"
    articles.mkdir()
    for at in range(0, len(urls), _IN_ARTICLE):
        pictures = "\n\n".join(f"![]({url})" for url in urls[at : at + _IN_ARTICLE])
        (articles / f"{at}.md").write_text(f"# Pictures {at}\n\n{pictures}\n", "utf-8")
    command = [sys.executable, "-m", "reader", "--data-dir", str(folder / "data")]
    _run([*command, "add", str(articles)], folder, dict(os.environ))
    _run([*command, "images", "--all", "--json"], folder, dict(os.environ))
    words = ["images", "--all", "--fetch", "--allow-private", "--json"]
    measured = _run([*command, *words], folder, dict(os.environ))
    report = json.loads((folder / "out").read_text().splitlines()[-1])
    if report["cached"] != len(urls):
        sys.exit(f"not all pictures came: {report}")
    return measured


def _curl(urls: list[str], folder: Path) -> Measured:
    lines = (f'url = "{url}"\noutput = "{folder}/{number}.png"' for number, url in enumerate(urls))
    (folder / "config").write_text("\n".join(lines), "utf-8")
    curl = shutil.which("curl") or ""
    command = [
        curl,
        "--parallel",
        "--parallel-max",
        "16",
        "--silent",
        "--no-progress-meter",
        "--config",
        str(folder / "config"),
    ]
    return _run(command, folder, dict(os.environ))


def _aria2(urls: list[str], folder: Path) -> Measured:
    (folder / "list").write_text("\n".join(urls), "utf-8")
    aria2 = shutil.which("aria2c") or ""
    command = [aria2, "-j16", "--quiet", "--no-conf", f"--dir={folder}", f"--input-file={folder}/list"]
    return _run(command, folder, dict(os.environ))


def main() -> int:
    """Takes turns, prints a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--images", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--folder", type=Path, help="where the files go; in memory the disk does not count")
    given = parser.parse_args()
    if not hasattr(os, "posix_spawn"):
        print("This benchmark needs Linux or macOS.")
        return 0
    tools: dict[str, Callable[[list[str], Path], Measured]] = {"article-reader images": _ours}
    if shutil.which("curl"):
        tools["curl --parallel"] = _curl
    if shutil.which("aria2c"):
        tools["aria2c -j16"] = _aria2
    ours, theirs = multiprocessing.Pipe()
    server = multiprocessing.get_context("spawn").Process(target=_serve, args=(theirs,), daemon=True)
    server.start()
    port = ours.recv()
    results: dict[str, list[Measured]] = {name: [] for name in tools}
    # Nothing is deleted before the end: file systems make new files slowly where many were deleted just now.
    with tempfile.TemporaryDirectory(dir=given.folder) as folder:
        for turn in range(given.rounds):
            for number, (name, tool) in enumerate(tools.items()):
                urls = [f"http://127.0.0.1:{port}/{turn}/{number}.png" for number in range(given.images)]
                place = Path(folder, f"{turn}-{number}")
                place.mkdir()
                results[name].append(tool(urls, place))
    server.terminate()
    rates = {
        name: given.images / statistics.median(each[0] for each in runs) for name, runs in results.items()
    }
    print(f"{given.images} pictures of {_SIZE} bytes, median of {given.rounds} rounds")
    for name, rate in rates.items():
        memory = max(each[2] for each in results[name])
        cpu = statistics.median(each[1] for each in results[name])
        ratio = rates["article-reader images"] / rate
        print(
            f"{name:<24}{rate:>9.0f} pictures/s {cpu:>6.2f} s of CPU {memory:>6.0f} MB at most,"
            f" ours is {ratio:.2f} times as fast"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
