# SPDX-License-Identifier: MIT
"""The first visible sentence stays the same through any mixture of what can happen to a page.

`READER_RELAYOUTS` says how many changes (1000 takes some minutes), `READER_RELAYOUTS_SEED` which.
"""

from __future__ import annotations

import json
import os
import random
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reader.app.paths import AppPaths
from reader.core.settings import ReadingPosition, ReadingState
from reader.ui.main_window import MainWindow
from reader.ui.web_page import OUR_WORLD

pytestmark = [pytest.mark.engine, pytest.mark.slow, pytest.mark.qt_log_ignore("GPUInfo not initialized")]

MakeWindow = Callable[..., MainWindow]
CHANGES = int(os.environ.get("READER_RELAYOUTS", "30"))
SEED = int(os.environ.get("READER_RELAYOUTS_SEED", "5"))
PATIENCE = 20_000
_EACH = 25  # changes before reading goes on elsewhere
_RULE = '[[rule]]\nhosts = ["example.org"]\ndrop = [".extra"]\n'
_CLAUSES = (
    "读到这里还没有完 说的是另外一件事 后来的人都不记得了 这是第二次 the kernel and its modules".split()
)

_FIND = """(() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const places = []; let text = "";
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.parentElement.closest("script,style,head")) continue;
    for (let at = 0; at < node.length; at++)
      if (!/\\s/.test(node.data[at])) { text += node.data[at]; places.push([node, at]); }
  }
  const at = text.indexOf(WORDS);
  if (at < 0) return null;
  const range = document.createRange(), [node, offset] = places[at + SHIFT];
  range.setStart(node, offset); range.setEnd(node, offset + 1);
  const box = range.getBoundingClientRect();
  ASK
})()"""


@dataclass
class Essay:
    """A saved page that is written on and on: paragraphs of sentences with a number each."""

    file: Path
    dice: random.Random
    paragraphs: list[list[str]] = field(default_factory=list[list[str]])
    count: int = 0

    def fill(self) -> None:
        """Write all of it."""
        self.paragraphs = [self.paragraph() for _ in range(160)]
        self.save()

    def paragraph(self) -> list[str]:
        """One more, with sentences nobody has read yet."""
        return [self.sentence() for _ in range(self.dice.randint(3, 6))]

    @property
    def sentences(self) -> list[str]:
        """All that are left."""
        return [one for paragraph in self.paragraphs for one in paragraph]

    def sentence(self) -> str:
        """One more, whose first words say its number."""
        self.count += 1
        said = self.dice.sample(_CLAUSES, self.dice.randint(1, 3))
        return f"第{self.count}句{'，'.join(said)[:44]}。"

    def edit(self, kept: str) -> None:
        """Change something, but not the paragraph with the sentence that is being read."""
        others = [number for number, one in enumerate(self.paragraphs) if kept not in "".join(one)]
        at = self.dice.choice(others)
        what = self.dice.choice(("add", "add many", "drop", "drop many", "write", "neighbour"))
        if what == "add":
            self.paragraphs.insert(at, self.paragraph())
        elif what == "add many":
            self.paragraphs[at:at] = [self.paragraph() for _ in range(8)]
        elif what == "drop" and len(self.paragraphs) > 140:
            del self.paragraphs[at]
        elif what == "drop many" and len(self.paragraphs) > 150:
            run = self.paragraphs[at : at + 6]
            self.paragraphs[at : at + 6] = [one for one in run if kept in "".join(one)]
        elif what == "neighbour":
            here = next(number for number, one in enumerate(self.paragraphs) if kept in "".join(one))
            self.paragraphs[here - 1] = self.paragraph()
        else:
            self.paragraphs[at] = self.paragraph()
        self.save()

    def save(self) -> None:
        """Put it on the disk as a site would serve it."""
        body = "".join(map(self._block, self.paragraphs))
        self.file.write_text(
            '<html><head><title>长文</title><link rel="canonical" href="https://example.org/long"></head><body>'
            f"<nav><a href='/'>目录</a> <a href='/b'>别的</a></nav><article><h1>长文</h1>{body}</article>"
            "<footer>版权所有</footer></body></html>",
            "utf-8",
        )

    def _block(self, sentences: list[str]) -> str:
        """What kind it is stays as it is, however much is written above."""
        kind = int(sentences[0][1 : sentences[0].index("句")]) % 11
        text = "".join(sentences)
        extra = "<div class='extra'><p>这一段是广告，读者不需要它。</p></div>" if kind == 4 else ""
        if kind == 3:
            return f"<blockquote><p>{text}</p></blockquote>"
        if kind == 7:
            first, last = sentences[0], sentences[-1]
            return f"<h2>{first}</h2><ul><li>{''.join(sentences[1:-1])}</li><li>{last}</li></ul>"
        middle = len(text) // 2
        linked = f"{text[:middle]}<b>{text[middle : middle + 2]}</b>{text[middle + 2 :]}"
        return f"{extra}<p>{linked if kind == 5 else text}</p>"


class Reader:
    """Somebody reading the essay in a window, and all that happens to it meanwhile."""

    def __init__(self, bot: QtBot, window: MainWindow, essay: Essay, rules: Path) -> None:
        self.bot, self.window, self.essay, self.rules = bot, window, essay, rules
        self.detail, self.dice = window._detail, essay.dice
        self.sentence, self.shift = "", 0
        self.stood = (
            0.0  # how far below the edge the first whole line was left; it stays there if nothing moves
        )

    def read_on(self) -> None:
        """Scroll to another sentence, but not to what is no part of the article."""
        self._go_to(self.dice.randrange(30, 110))
        while not any(
            one.startswith(self.sentence) and self.shift < len(one) for one in self.essay.sentences
        ):
            self._go_to(self.dice.randrange(30, 110))
        self.stood = self._top() or 0.0

    def _is_in_a_sentence(self) -> bool:
        return any(one.startswith(self.sentence) and self.shift < len(one) for one in self.essay.sentences)

    def _go_to(self, number: int) -> None:
        """Scroll to this paragraph; keep in mind with which word of which sentence the view begins."""
        words = self.essay.paragraphs[number][-1]
        words = words[: words.index("句") + 1]
        self.sentence, self.shift = words, 0
        for _ in range(3):  # what was out of sight has another height once it is seen
            self.ask("scrollBy({top: box.top + AWAY, behavior: 'instant'})", AWAY=str(self.dice.randrange(9)))
        self.bot.waitUntil(self._is_taken, timeout=PATIENCE)

    def ask(self, what: str, **names: str) -> object:
        """An answer of the page about the first word."""
        script = _FIND.replace("ASK", what).replace("WORDS", json.dumps(self.sentence))
        for name, value in {"SHIFT": str(self.shift), **names}.items():
            script = script.replace(name, value)
        answers: list[object] = []
        self.detail.view.page().runJavaScript(script, OUR_WORLD, answers.append)
        self.bot.waitUntil(lambda: bool(answers), timeout=PATIENCE)
        return answers[0]

    def _is_taken(self) -> bool:
        """Whether the place is known; it says which words are the first."""
        answers: list[object] = []
        self.detail.view.page().runJavaScript(
            "JSON.stringify(globalThis.readerPlace?.take() ?? null)", OUR_WORLD, answers.append
        )
        self.bot.waitUntil(lambda: bool(answers), timeout=PATIENCE)
        place = json.loads(str(answers[0]))
        position = self._kept()
        if position is None or place is None or position.after != place["after"]:
            return False
        around = re.sub(r"\s", "", position.before + position.after[:1])
        begun = list(re.finditer(r"第\d+句", re.sub(r"\s", "", position.before + position.after)))
        here = [one for one in begun if one.start() < len(around)][-1]
        self.sentence, self.shift = here.group(), len(around) - 1 - here.start()
        return True

    def _kept(self) -> ReadingPosition | None:
        """What stands in the reading state."""
        states: list[object] = []
        self.window._feed.state_of(self.essay.file, states.append)
        self.bot.waitUntil(lambda: bool(states), timeout=PATIENCE)
        (state,) = states
        assert isinstance(state, ReadingState)
        return state.position

    def is_first(self) -> bool:
        """Whether the word stands in the first line of the view."""
        top = self._top()
        return top is not None and (-3 <= top <= 8 or abs(top - self.stood) < 0.5)

    def _top(self) -> float | None:
        top = self.ask("return box.height ? box.top : null")
        return float(top) if isinstance(top, int | float) else None

    def where(self) -> str:
        """Where the word is, and what the page believes."""
        known = "JSON.stringify([box.top, scrollY, innerWidth, devicePixelRatio, readerPlace.take()])"
        return f"{self.sentence}+{self.shift} at {self.ask(f'return {known}')}, kept: {self._kept()}"

    def change(self) -> str:
        """Let something happen; what it was."""
        what = self.dice.choice("size font line width zoom theme edit edit clean original".split())
        getattr(self, f"_{what}")()
        return what

    def _size(self) -> None:
        self.window.resize(self.dice.randrange(500, 1500), self.dice.randrange(450, 900))

    def _font(self) -> None:
        face = self.dice.choice(("serif", "sans"))
        self.detail.apply_look({"data-size": str(self.dice.randrange(14, 28)), "data-font": face})

    def _line(self) -> None:
        self.detail.apply_look({"data-line": self.dice.choice(("1.4", "1.8", "2.2"))})

    def _width(self) -> None:
        self.detail.apply_look({"data-width": self.dice.choice(("narrow", "normal", "wide"))})

    def _zoom(self) -> None:
        self.detail.set_zoom(self.dice.choice((0.75, 1.0, 1.5, 2.0)))

    def _theme(self) -> None:
        self.detail.apply_look({"data-theme": self.dice.choice(("light", "dark", "sepia"))})

    def _edit(self) -> None:
        self.essay.edit(self.sentence)
        self._again()

    def _clean(self) -> None:
        if self.rules.exists():
            self.rules.unlink()
        else:
            self.rules.parent.mkdir(parents=True, exist_ok=True)
            self.rules.write_text(_RULE, "utf-8")
        self._again()

    def _again(self) -> None:
        with self.bot.waitSignal(self.detail.first_paint, timeout=PATIENCE):
            self.detail.reload()

    def _original(self) -> None:
        with self.bot.waitSignal(self.detail.first_paint, timeout=PATIENCE):
            self.detail.show_original(not self.detail.state.original)


def test_the_first_sentence_is_the_same_whatever_happens(
    qtbot: QtBot, make_window: MakeWindow, tmp_path: Path, app_paths: AppPaths
) -> None:
    essay = Essay(tmp_path / "articles" / "long.html", random.Random(SEED))
    essay.file.parent.mkdir()
    essay.fill()
    reader = Reader(qtbot, make_window(essay.file), essay, app_paths.site_rules / "example.toml")
    done: list[str] = []
    for number in range(CHANGES):
        if number % _EACH == 0:
            reader.read_on()
        done.append(reader.change())
        try:
            qtbot.waitUntil(reader.is_first, timeout=PATIENCE)
        except Exception as error:  # which of them it was is what one wants to know
            raise AssertionError(f"{number}: {done[-5:]} {reader.where()}") from error
