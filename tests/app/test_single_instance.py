# SPDX-License-Identifier: MIT
"""One process per user and data folder: the message, the lock, and two real processes."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from reader.app.command_line import UsageError, read_words
from reader.app.single_instance import (
    MOST_FILES,
    FirstProcess,
    HandOver,
    activation_token,
    hand_over_or_stand,
    is_same_user,
)

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="sockets of POSIX systems")
NAMES = ("山 海.md", 'it\'s "quoted".md', "50% #1.md", "😀.md", "back\\slash\nline.md", "caf\udce9.md")
HAND_OVER_SECONDS = 0.3
MOST_HAND_OVERS = 30


@pytest.fixture(autouse=True)
def runtime(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    folder = Path(tempfile.mkdtemp(prefix="ar-"))  # the path of a socket must be short
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(folder))
    yield folder
    shutil.rmtree(folder)


def _end(first: FirstProcess | None) -> None:
    assert first is not None
    for handle in (first.listening, first.lock):
        if handle >= 0:
            os.close(handle)


def _answer_once(first: FirstProcess, answer: bytes, heard: list[bytes]) -> threading.Thread:
    def work() -> None:
        with socket.socket(fileno=os.dup(first.listening)) as listener:
            peer, _ = listener.accept()
            with peer:
                assert is_same_user(peer.fileno())
                heard.append(peer.makefile("rb").readline())
                peer.sendall(answer)

    thread = threading.Thread(target=work)
    thread.start()
    return thread


def test_message_survives_its_travel() -> None:
    message = HandOver(tuple(Path("/tmp", name) for name in NAMES), new_window=True, token="abc_TIME12")
    line = message.to_line()
    assert line.count(b"\n") == 1
    assert HandOver.from_line(line) == message


def test_wishes_travel_along() -> None:
    assert HandOver.from_line(HandOver(wish="continue").to_line()) == HandOver(wish="continue")
    strange = HandOver.from_line(b'{"article-reader": 1, "files": [], "wish": "format"}')
    assert strange is not None
    assert strange.wish == ""
    assert read_words(["--continue"]).wish == "continue"
    assert read_words(["--open"]).wish == "open"
    assert read_words(["a.md"]).wish == ""


def test_names_that_no_system_has_are_left_out() -> None:
    line = (
        rb'{"article-reader": 1, "cwd": "/\u0000", "files": ["a.md", "/\u0000", "/\ud83d", "/caf\udce9.md"]}'
    )
    message = HandOver.from_line(line)
    assert message is not None
    assert message.files == (Path.home() / "a.md", Path("/caf\udce9.md"))
    line = rb'{"article-reader": 1, "cwd": "/\ud83d", "files": ["a.md"]}'
    assert HandOver.from_line(line) == HandOver((Path.home() / "a.md",))


def test_relative_files_belong_to_the_folder_of_the_sender() -> None:
    line = b'{"article-reader": 1, "cwd": "/srv/a", "files": ["b.md", "../c.md", "/d.md"]}'
    message = HandOver.from_line(line)
    assert message is not None
    assert message.files == (Path("/srv/a/b.md"), Path("/srv/c.md"), Path("/d.md"))


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"\xff\xfe",
        b"[]",
        b"{}",
        b"[" * 100_000,
        b'{"article-reader": 2, "files": []}',
        b'{"article-reader": 1, "files": "a"}',
    ],
)
def test_other_messages_are_refused(line: bytes) -> None:
    assert HandOver.from_line(line) is None


def test_hostile_fields_are_left_out() -> None:
    files = ", ".join(['"a\\u0000b"', "7", *['"x"'] * (MOST_FILES + 5)])
    line = f'{{"article-reader": 1, "cwd": "rel", "files": [{files}], "token": "a\\nb"}}'
    message = HandOver.from_line(line.encode())
    assert message is not None
    assert len(message.files) == MOST_FILES
    assert message.token == ""


def test_second_start_hands_over(tmp_path: Path) -> None:
    first = hand_over_or_stand(tmp_path, HandOver())
    assert first is not None
    assert first.listening >= 0
    heard: list[bytes] = []
    thread = _answer_once(first, b"ok\n", heard)
    message = HandOver((tmp_path / "山.md",))
    assert hand_over_or_stand(tmp_path, message) is None
    thread.join()
    assert HandOver.from_line(heard[0]) == message
    _end(first)


def test_another_data_folder_is_another_reader(tmp_path: Path) -> None:
    first = hand_over_or_stand(tmp_path / "one", HandOver())
    second = hand_over_or_stand(tmp_path / "two", HandOver())
    assert second is not None
    assert second.listening >= 0
    _end(first)
    _end(second)


def test_process_of_another_version_is_left_alone(tmp_path: Path) -> None:
    first = hand_over_or_stand(tmp_path, HandOver())
    assert first is not None
    thread = _answer_once(first, b"no\n", [])
    assert hand_over_or_stand(tmp_path, HandOver()) == FirstProcess("")
    thread.join()
    _end(first)


def test_socket_of_a_dead_process_is_replaced(tmp_path: Path) -> None:
    first = hand_over_or_stand(tmp_path, HandOver())
    assert first is not None
    _end(first)
    assert Path(first.address).exists()
    second = hand_over_or_stand(tmp_path, HandOver())
    assert second is not None
    assert second.listening >= 0
    _end(second)


def test_socket_lies_where_only_this_user_can_reach_it(tmp_path: Path, runtime: Path) -> None:
    first = hand_over_or_stand(tmp_path, HandOver())
    assert first is not None
    address = Path(first.address)
    assert address.is_relative_to(runtime)
    assert address.parent.stat().st_mode & 0o077 == 0
    assert address.stat().st_mode & 0o077 == 0
    _end(first)


def test_folder_open_to_others_is_not_used(
    tmp_path: Path, runtime: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for parent, name in ((runtime, "article-reader"), (tmp_path, f"article-reader-{os.getuid()}")):
        (parent / name).mkdir()
        (parent / name).chmod(0o777)
    monkeypatch.setattr("tempfile.gettempdir", lambda: str(tmp_path))
    assert hand_over_or_stand(tmp_path, HandOver()) == FirstProcess("")


def test_token_of_the_desktop() -> None:
    assert activation_token({"XDG_ACTIVATION_TOKEN": "w", "DESKTOP_STARTUP_ID": "x"}) == "w"
    assert activation_token({"DESKTOP_STARTUP_ID": "x_TIME5"}) == "x_TIME5"
    assert activation_token({}) == ""


@pytest.mark.parametrize("name", NAMES)
def test_addresses_of_files_are_files(name: str, tmp_path: Path) -> None:
    from urllib.parse import quote_from_bytes

    path = tmp_path / name
    address = "file://" + quote_from_bytes(os.fsencode(path))
    assert read_words([address]).files == (path,)
    assert read_words(["--", "file://localhost" + quote_from_bytes(os.fsencode(path))]).files == (path,)


def test_unescaped_signs_in_an_address_are_kept() -> None:
    assert read_words(["file:///a/50 #1?.md"]).files == (Path("/a/50 #1?.md"),)


def test_files_of_other_machines_are_refused() -> None:
    with pytest.raises(UsageError):
        read_words(["file://server/a.md"])


NOBODY = 65534
for_root = pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() != 0, reason="only root can be another user"
)


@contextmanager
def _another_user() -> Iterator[None]:
    """The system notes who connects or listens at that moment, by the effective user."""
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


@for_root
@pytest.mark.allow_log("another user was refused")
def test_start_of_another_user_is_refused(
    tmp_path: Path, runtime: Path, request: pytest.FixtureRequest, caplog: pytest.LogCaptureFixture
) -> None:
    pytest.importorskip("PySide6")
    qtbot = request.getfixturevalue("qtbot")
    from reader.app.instance_server import InstanceServer

    first = hand_over_or_stand(tmp_path, HandOver())
    assert first is not None
    server = InstanceServer(first)
    heard: list[HandOver] = []
    server.handed_over.connect(heard.append)
    address = Path(first.address)
    for place, mode in ((runtime, 0o755), (address.parent, 0o755), (address, 0o666)):
        place.chmod(mode)  # the folder is the first wall; this is about the second
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as stranger:
        with _another_user():
            stranger.connect(first.address)
        stranger.sendall(HandOver((tmp_path / "a.md",)).to_line())
        qtbot.waitUntil(lambda: "another user was refused" in caplog.text, timeout=20_000)
        stranger.settimeout(20)
        assert _answer(stranger) == b""
    assert heard == []
    server.close()


def _answer(peer: socket.socket) -> bytes:
    try:
        return peer.recv(64)
    except ConnectionResetError:
        return b""


@for_root
def test_nothing_is_handed_to_another_user(tmp_path: Path, runtime: Path) -> None:
    first = hand_over_or_stand(tmp_path, HandOver())
    assert first is not None
    os.close(first.listening)
    address = Path(first.address)
    address.unlink()
    for place in (runtime, address.parent):
        place.chmod(0o777)
    heard: list[bytes] = []
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as trap:
        with _another_user():
            trap.bind(first.address)
            trap.listen()
        for place in (runtime, address.parent):
            place.chmod(0o700)
        assert hand_over_or_stand(tmp_path, HandOver((tmp_path / "secret.md",))) == FirstProcess("")
        peer, _ = trap.accept()
        with peer:
            peer.settimeout(20)
            heard.append(_answer(peer))
    assert heard == [b""]
    os.close(first.lock)


@pytest.fixture
def first_reader(tmp_path: Path) -> Iterator[subprocess.Popen[bytes]]:
    """A real window of a real process, that has opened its door."""
    article = tmp_path / "first.md"
    article.write_text("# First\n\nText.\n", "utf-8")
    process = subprocess.Popen(_command(tmp_path, article), env=_environment(tmp_path))
    _wait_for(tmp_path / "data" / "window.ini", "first")  # else the second one might come first
    yield process
    process.send_signal(signal.SIGTERM)
    assert process.wait(60) == 0


def _wait_for(file: Path, word: str) -> None:
    deadline = time.monotonic() + 40
    while not (file.exists() and word in file.read_text("utf-8")):
        assert time.monotonic() < deadline
        time.sleep(0.05)


def _command(folder: Path, *files: Path | str) -> list[str | Path]:
    return [sys.executable, "-m", "reader", "--data-dir", folder / "data", *files]


def _environment(folder: Path) -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(Path(__file__).resolve().parents[2])}


@pytest.mark.engine
def test_two_processes(tmp_path: Path, first_reader: subprocess.Popen[bytes]) -> None:
    pytest.importorskip("PySide6")
    took: list[float] = []
    for name in ("zweite 山.md", "dritte #%.md", "vierte.md"):
        (tmp_path / name).write_text(f"# {name}\n\nText.\n", "utf-8")
        begin = time.monotonic()
        done = subprocess.run(
            _command(tmp_path, name), cwd=tmp_path, env=_environment(tmp_path), timeout=60, check=False
        )
        took.append(time.monotonic() - begin)
        assert done.returncode == 0
    while (
        min(took[1:]) >= HAND_OVER_SECONDS and len(took) < MOST_HAND_OVERS
    ):  # the machine has other things to do
        begin = time.monotonic()
        subprocess.run(
            _command(tmp_path, name), cwd=tmp_path, env=_environment(tmp_path), timeout=60, check=True
        )
        took.append(time.monotonic() - begin)
    assert min(took[1:]) < HAND_OVER_SECONDS  # the first one may have met a process that was just starting
    assert first_reader.poll() is None
    _wait_for(tmp_path / "data" / "window.ini", "vierte")
