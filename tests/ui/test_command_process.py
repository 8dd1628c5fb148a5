# SPDX-License-Identifier: MIT
"""Sub-commands in processes of their own: what they say, what they are told, and how they end."""

from __future__ import annotations

import logging
import os
import sys
from typing import Any

import pytest
from PySide6.QtCore import QObject, QProcess
from pytestqt.qtbot import QtBot
from shiboken6 import delete, isValid

from reader.ui import command_process
from reader.ui.command_process import CommandProcess, own_command

ECHO = """
import json, sys
print("no JSON")
print("[1]")
print(json.dumps({"name": "海"}, ensure_ascii=False), flush=True)
for line in sys.stdin:
    print(json.dumps({"heard": line.strip()}), flush=True)
    if line.strip() == "end":
        break
"""

FAIL = """
import sys
sys.stderr.buffer.write("x\\n".encode() * 9000)
words = "article-reader images: The image cache 海 cannot be used: File exists."
sys.stderr.buffer.write(words.encode() + b"\\n")
sys.exit(1)
"""


@pytest.fixture
def echo(monkeypatch: pytest.MonkeyPatch) -> None:
    """In place of the program, one that says what it hears."""
    monkeypatch.setattr(command_process, "own_command", lambda *_words: [sys.executable, "-c", ECHO])


@pytest.mark.usefixtures("echo")
def test_lines_of_json_are_followed_and_lines_can_be_told(qtbot: QtBot) -> None:
    process = CommandProcess()
    heard: list[dict[str, Any]] = []
    process.said.connect(heard.append)
    process.start(["scan"])
    process.tell("before it stands")
    with qtbot.waitSignal(process.ended, timeout=20_000):
        process.tell("end")
    assert heard == [{"name": "海"}, {"heard": "before it stands"}, {"heard": "end"}]
    assert not process.is_running


def test_the_last_sentence_of_a_failure_is_kept(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    ways = iter((FAIL, ECHO))
    monkeypatch.setattr(command_process, "own_command", lambda *_words: [sys.executable, "-c", next(ways)])
    process = CommandProcess()
    with qtbot.waitSignal(process.ended, timeout=20_000):
        process.start(["images"])
    assert process.complaint == "The image cache 海 cannot be used: File exists."
    with qtbot.waitSignal(process.ended, timeout=20_000):
        process.start(["images"])
        process.tell("end")
    assert process.complaint == ""


@pytest.mark.skipif(os.name != "posix", reason="asks the system for a process by its number")
@pytest.mark.usefixtures("echo")
def test_a_process_ends_with_whoever_started_it(qtbot: QtBot) -> None:
    dialog = QObject()
    process = CommandProcess(dialog)
    with qtbot.waitSignal(process.said, timeout=20_000):
        process.start(["images"])
    running = process.findChild(QProcess)
    assert running is not None
    number = running.processId()
    delete(dialog)  # nobody came to close it; Qt would warn of a process that still runs
    assert not isValid(process)
    with pytest.raises(ProcessLookupError):
        os.kill(number, 0)


@pytest.mark.usefixtures("echo")
def test_nothing_is_said_after_the_end_was_asked_for(qtbot: QtBot) -> None:
    process = CommandProcess()
    ends: list[int] = []
    process.ended.connect(lambda: ends.append(1))
    process.start(["scan"])
    with qtbot.waitSignal(process.said, timeout=20_000):
        pass
    process.close(2000)
    assert not process.is_running
    qtbot.wait(1)
    assert not ends


@pytest.mark.allow_log("could not be started")
def test_a_program_that_is_not_there_has_ended(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(command_process, "own_command", lambda *_words: ["/nowhere/at-all"])
    process = CommandProcess()
    with qtbot.waitSignal(process.ended, timeout=20_000), caplog.at_level(logging.ERROR):
        process.start(["scan"])
    assert not process.is_running


def test_the_command_is_this_program() -> None:
    assert own_command("scan", "--watch") == [sys.executable, "-m", "reader", "scan", "--watch"]
