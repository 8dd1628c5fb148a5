# SPDX-License-Identifier: MIT
"""One process per user and data folder: a second start hands its files to the first and ends; no Qt here.

The first process holds a lock file for as long as it lives and listens from the start; what arrives before
its window stands waits in the queue of the system. Whoever finds the lock taken writes one line of JSON and
waits for one line in answer. A process that died leaves an unlocked file and a dead socket, which the next
one replaces.
"""

from __future__ import annotations

import hashlib
import json
import os
import stat
import sys
import tempfile
import time
from collections.abc import Callable, Generator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, cast

PROTOCOL = 1
YES, NO = b"ok\n", b"no\n"
MOST_BYTES = 1 << 20
MOST_FILES = 1000
WISHES = ("continue", "open")  # go on with what was read last; ask for files
_PATIENCE = 15.0  # seconds; a standing window answers in milliseconds, one that is just starting in a second
_PATH_LIMIT = 100  # bytes; the system allows 104 to 108
_TOKENS = ("XDG_ACTIVATION_TOKEN", "DESKTOP_STARTUP_ID")


@dataclass(frozen=True, slots=True)
class HandOver:
    """What a second start asks of the first."""

    files: tuple[Path, ...] = ()  # absolute
    new_window: bool = False
    token: str = ""  # the desktop's leave to come to the front
    wish: str = ""  # one of WISHES

    def to_line(self) -> bytes:
        """The message as it travels; file names that are no text survive as surrogates."""
        message = {
            "article-reader": PROTOCOL,
            "cwd": str(Path.cwd()) if _has_cwd() else "",
            "files": [str(file) for file in self.files],
            "new_window": self.new_window,
            "token": self.token,
            "wish": self.wish,
        }
        return json.dumps(message).encode("ascii") + b"\n"

    @classmethod
    def from_line(cls, line: bytes) -> HandOver | None:
        """The message of a line, or None where it is none of ours."""
        try:
            message: Any = json.loads(line)
        except (ValueError, RecursionError):
            return None
        if not isinstance(message, dict):
            return None
        fields = cast("dict[str, Any]", message)
        names, cwd, token = fields.get("files"), fields.get("cwd"), fields.get("token")
        if fields.get("article-reader") != PROTOCOL or not isinstance(names, list):
            return None
        files = [name for name in cast("list[Any]", names) if isinstance(name, str) and is_path(name)]
        known = isinstance(cwd, str) and is_path(cwd) and Path(cwd).is_absolute()
        folder = Path(cast("str", cwd)) if known else Path.home()
        return cls(
            files=tuple(Path(os.path.abspath(folder / file)) for file in files[:MOST_FILES]),
            new_window=fields.get("new_window") is True,
            wish=str(fields.get("wish")) if fields.get("wish") in WISHES else "",
            token=token if isinstance(token, str) and len(token) < 400 and token.isprintable() else "",
        )


@dataclass(frozen=True, slots=True)
class FirstProcess:
    """This process is the first one: where it is to listen."""

    address: str  # of the socket, or the name of the pipe on Windows
    listening: int = -1  # a socket that listens already
    lock: int = -1  # held until the process ends


def hand_over_or_stand(data: Path, message: HandOver) -> FirstProcess | None:
    """Give `message` to the process that stands for this user and `data` folder, or become that process.

    None means that it was taken. Where neither works, this process stands alone and listens nowhere.
    """
    name = _name_of(data)
    if sys.platform == "win32":
        return _on_windows(_pipe_of(name), message)
    folder = _socket_folder(os.environ)
    if folder is None:
        return FirstProcess("")
    return _on_posix(folder / f"{name}.socket", message)


@dataclass(frozen=True, slots=True)
class Line:
    """A line to the first process; what is said and heard ends with a line end."""

    stream: BinaryIO
    be_patient: Callable[[float | None], object]  # seconds that an answer may take

    def say(self, message: bytes) -> None:
        """Send a message; OSError where nobody listens any more."""
        self.stream.write(message)
        self.stream.flush()

    def hear(self, most_bytes: int) -> bytes:
        """The next message; empty at the end. OSError where it takes too long."""
        return self.stream.readline(most_bytes)


@contextmanager
def line_to_first(data: Path) -> Generator[Line | None]:
    """A line to the process that stands for this user and `data` folder; None where there is none."""
    name = _name_of(data)
    if sys.platform == "win32":
        try:
            stream = Path(rf"\\.\pipe\{_pipe_of(name)}").open("r+b", buffering=0)  # noqa: SIM115
        except OSError:
            yield None
            return
        with stream:
            yield Line(cast("BinaryIO", stream), lambda _seconds: None)
        return
    import socket  # noqa: TID251  (a local socket: nothing leaves the machine)

    folder = _socket_folder(os.environ)
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as peer:
        try:
            if folder is None:
                raise FileNotFoundError
            peer.connect(str(folder / f"{name}.socket"))
            known = is_same_user(peer.fileno())
        except OSError:
            known = False
        if not known:
            yield None
            return
        with peer.makefile("rwb") as stream:
            yield Line(cast("BinaryIO", stream), peer.settimeout)


def activation_token(environment: Mapping[str, str]) -> str:
    """What the desktop gave this start so that its window may come to the front."""
    return next((environment[name] for name in _TOKENS if environment.get(name)), "")


def is_path(name: str) -> bool:
    """Whether a file can be called so; what comes as JSON may hold halves of characters."""
    try:
        return b"\0" not in os.fsencode(name)
    except UnicodeEncodeError:
        return False


def is_same_user(handle: int) -> bool:
    """Whether the process at the other end of a connected socket is this user's, as far as can be known."""
    import socket  # noqa: TID251  (a local socket: nothing leaves the machine)
    import struct

    peer_credentials = getattr(socket, "SO_PEERCRED", None)
    if peer_credentials is None:
        return True  # the folder of the socket is closed to others
    with socket.socket(fileno=os.dup(handle)) as peer:
        found = peer.getsockopt(socket.SOL_SOCKET, peer_credentials, struct.calcsize("3i"))
    return struct.unpack("3i", found)[1] == os.getuid()


def _name_of(data: Path) -> str:
    return hashlib.blake2b(os.fsencode(os.path.realpath(data)), digest_size=10).hexdigest()


def _pipe_of(name: str) -> str:
    """The pipe's name holds the user's; pipes made by Qt's server let only the same user in."""
    user = hashlib.blake2b(os.fsencode(Path.home()), digest_size=6).hexdigest()
    return f"article-reader-{user}-{name}"


def _has_cwd() -> bool:
    try:
        Path.cwd()
    except OSError:
        return False
    return True


def _socket_folder(environment: Mapping[str, str]) -> Path | None:
    """A folder that only this user can enter; None where somebody else made it first."""
    runtime = environment.get("XDG_RUNTIME_DIR", "")
    for parent, name in (
        (runtime, "article-reader"),
        (tempfile.gettempdir(), f"article-reader-{os.getuid()}"),
    ):
        if not parent or len(os.fsencode(parent)) > _PATH_LIMIT - 50:
            continue
        folder = Path(parent, name)
        try:
            folder.mkdir(mode=0o700, exist_ok=True)
            found = folder.lstat()
        except OSError:
            continue
        private = not found.st_mode & 0o077 and found.st_uid == os.getuid()
        if stat.S_ISDIR(found.st_mode) and private:
            return folder
    return None


def _on_posix(address: Path, message: HandOver) -> FirstProcess | None:
    deadline = time.monotonic() + _PATIENCE
    while True:
        first = _stand(address)
        if first is not None:
            return first
        taken = _hand_over(address, message, deadline - time.monotonic())
        if taken is not None:
            return None if taken else FirstProcess("")
        if time.monotonic() > deadline:
            return FirstProcess("")
        time.sleep(0.02)


def _stand(address: Path) -> FirstProcess | None:
    """Become the first process, unless another one is."""
    import fcntl
    import socket  # noqa: TID251  (a local socket: nothing leaves the machine)

    try:
        lock = os.open(address.with_suffix(".lock"), os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    except OSError:
        return FirstProcess("")
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(lock)
        return None
    try:
        address.unlink(missing_ok=True)
        listener = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        listener.bind(str(address))
        address.chmod(0o600)
        listener.listen(64)
    except OSError:
        return FirstProcess("", lock=lock)
    return FirstProcess(str(address), listener.detach(), lock)


def _hand_over(address: Path, message: HandOver, patience: float) -> bool | None:
    """True: taken; False: no answer, or it speaks another language; None: not there yet, or no more."""
    import socket  # noqa: TID251  (a local socket: nothing leaves the machine)

    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as peer:
        try:
            peer.connect(str(address))
        except OSError:
            return None
        if not is_same_user(peer.fileno()):
            return False
        peer.settimeout(max(0.1, patience))
        try:
            peer.sendall(message.to_line())
            answer = peer.recv(64)
        except TimeoutError:
            return False
        except OSError:
            return None  # it is just ending
        return _is_yes(answer) if answer else None


def _on_windows(pipe: str, message: HandOver) -> FirstProcess | None:
    _let_come_to_front()
    try:
        with Path(rf"\\.\pipe\{pipe}").open("r+b", buffering=0) as peer:
            peer.write(message.to_line())
            taken = _is_yes(peer.read(64))
    except OSError:
        return FirstProcess(pipe)
    return None if taken else FirstProcess("")


def _let_come_to_front() -> None:
    """Windows lets the process a person started give its right to the foreground away."""
    import ctypes

    library = getattr(ctypes, "windll", None)
    if library is not None:
        library.user32.AllowSetForegroundWindow(-1)


def _is_yes(answer: bytes) -> bool:
    return answer.startswith(b"ok")
