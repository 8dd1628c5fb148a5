# SPDX-License-Identifier: MIT
"""A window with an article, and the ways to mark it and to see what became of its highlights."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from pytestqt.qtbot import QtBot

from reader.app.paths import AppPaths
from reader.core.settings import ReadingStates
from reader.core.settings.highlights import Highlight
from reader.ui.main_window import MainWindow
from reader.ui.web_page import OUR_WORLD

TEXT = """---
title: 要点
---

## 开头

第一段里有些值得记住的话，后面还有别的。

## 结尾

The second paragraph speaks of something else entirely, and at length.
"""


class Reading:
    """A window with an article, and the ways to see what became of its highlights."""

    def __init__(self, window: MainWindow, qtbot: QtBot, paths: AppPaths, file: Path) -> None:
        self.window, self.qtbot, self.paths, self.file = window, qtbot, paths, file
        assert window.desk is not None
        self.side = window.desk.highlights
        self.popup = self.side.commands.popup

    def ask(self, script: str) -> Any:
        answers: list[Any] = []
        self.window._detail.view.page().runJavaScript(f"JSON.stringify({script})", OUR_WORLD, answers.append)
        self.qtbot.waitUntil(lambda: bool(answers), timeout=20_000)
        return json.loads(answers[0]) if answers[0] else None

    def select(self, word: str) -> None:
        """Select a word of a paragraph, as dragging the mouse over it does."""
        self.window.activateWindow()
        self.window._detail.view.setFocus()
        self.ask(
            "(() => { const text = document.querySelector('.text');"
            "const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);"
            "for (let n = walker.nextNode(); n; n = walker.nextNode()) {"
            f"const i = n.data.indexOf({json.dumps(word)});"
            f"if (i >= 0) {{ getSelection().setBaseAndExtent(n, i, n, i + {len(word)}); return i; }} }} }})()"
        )
        self.qtbot.waitUntil(self.popup.isVisible, timeout=20_000)

    def drawn(self, colour: str) -> list[str]:
        script = (
            f"[...(CSS.highlights.get('reader-{colour}') ?? [])].map(r => {{"
            "const x = document.createRange(); x.setStart(r.startContainer, r.startOffset);"
            "x.setEnd(r.endContainer, r.endOffset);"
            "return x.toString() })"
        )
        return self.ask(script)

    def wait_drawn(self, colour: str, *words: str) -> None:
        self.qtbot.waitUntil(lambda: self.drawn(colour) == list(words), timeout=20_000)

    def kept(self) -> tuple[Highlight, ...]:
        states = ReadingStates(self.paths.state_db)
        try:
            return states.highlights.of(self.file)
        finally:
            states.close()
