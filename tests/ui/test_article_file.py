# SPDX-License-Identifier: MIT
"""What leaves the reader of an article, as text."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl, QUrlQuery
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from reader.ui.article_file import ArticleFile, send_by_mail
from reader.ui.file_drag import DragHandle, accept_copy, files_as_data

LINK = "https://example.org/a_(b)?q=1&r=山"


@pytest.mark.parametrize(
    ("file", "markdown"),
    [
        (ArticleFile(Path("/a.md"), "标题 [1] *x*", LINK), r"[标题 \[1\] \*x\*](https://example.org/a_%28b%29?q=1&r=山)"),
        (ArticleFile(Path("/a b/c#.md"), "Two\nlines"), "[Two lines](file:///a%20b/c%23.md)"),
        (ArticleFile(Path("/a/b.md"), " "), "[b](file:///a/b.md)"),
    ],
)  # fmt: skip
def test_markdown(file: ArticleFile, markdown: str) -> None:
    assert file.as_markdown() == markdown


def test_a_letter_holds_title_and_link() -> None:
    sent: list[QUrl] = []
    send_by_mail(ArticleFile(Path("/a.md"), "山 & 海? #1", LINK), sent.append)
    letter = sent[0]
    assert letter.isValid()
    assert (letter.scheme(), letter.path()) == ("mailto", "")
    fields = QUrlQuery(letter)
    decoded = QUrl.ComponentFormattingOption.FullyDecoded
    assert fields.queryItemValue("subject", decoded) == "山 & 海? #1"
    assert LINK in fields.queryItemValue("body", decoded)
    assert {key for key, _value in fields.queryItems()} == {"subject", "body"}


def _drop(data: QMimeData, actions: Qt.DropAction, *paths: str) -> QDropEvent:
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    data.setUrls(files_as_data([Path(path) for path in paths]).urls())
    return QDropEvent(QPointF(5, 5), actions, data, left, none)


def test_what_is_dropped_is_copied_and_never_moved(qapp: QApplication) -> None:
    both = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction
    data = QMimeData()  # the event does not own it
    event = _drop(data, both, "/a/100% #1.md", "/b")
    event.setDropAction(Qt.DropAction.MoveAction)
    assert accept_copy(event) == [Path("/a/100% #1.md"), Path("/b")]
    assert event.isAccepted()
    assert event.dropAction() == Qt.DropAction.CopyAction
    only_move = _drop(data, Qt.DropAction.MoveAction, "/a.md")
    assert accept_copy(only_move) == []
    assert not only_move.isAccepted()


def test_a_handle_waits_for_a_pull(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.resize(200, 40)
    widget.show()
    begun: list[QWidget] = []
    DragHandle(widget, begun.append)
    left = Qt.MouseButton.LeftButton
    QTest.mousePress(widget, left, pos=QPoint(10, 10))
    QTest.mouseMove(widget, QPoint(12, 11))
    assert begun == []
    QTest.mouseMove(widget, QPoint(90, 20))
    QTest.mouseMove(widget, QPoint(120, 20))
    assert begun == [widget]
    QTest.mouseRelease(widget, left, pos=QPoint(120, 20))
    QTest.mouseMove(widget, QPoint(10, 20))
    assert begun == [widget]
