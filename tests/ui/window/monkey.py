# SPDX-License-Identifier: MIT
"""A monkey at the window: random steps by a seed, and everything it hears of that should not happen."""

from __future__ import annotations

import random
import shutil
import sys
import threading
import time
import traceback
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt, QTimer, QUrl, Slot
from PySide6.QtGui import QAction, QContextMenuEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialog,
    QLineEdit,
    QMenu,
    QTextEdit,
    QWidget,
)
from shiboken6 import isValid

from reader.app.windows import Windows
from reader.core.settings import Preferences, ReadingState
from reader.core.settings.options import OPTIONS
from reader.ui.folder_removal import remove_folder
from reader.ui.library_feed import LibraryFeed
from reader.ui.main_window import MainWindow
from reader.ui.state_changes import StateNews

_NOT_PRESSED = {"quit", "open_with", "mail_link"}
_WORDS = (
    "git",
    "人人",
    "新媒体",
    'title:"a',
    "tag:x",
    "的",
    "is:unread the",
    "-kernel (",
    "",
    "date:2020..",
    "🙂",
)
_KEYS = (
    *("Key_Tab", "Key_Backtab", "Key_Escape", "Key_Return", "Key_Space", "Key_Down", "Key_Up", "Key_Left"),
    *("Key_Right", "Key_Home", "Key_End", "Key_PageDown", "Key_PageUp", "Key_Delete", "Key_F2", "Key_Menu"),
)
_SIZES = ((360, 480), (620, 700), (800, 600), (1000, 700), (1280, 800), (1900, 1000))
_NOT_CHANGED = {"sync_folder", "software_rendering", "image_folder", "image_archive", "language"}
_ODD = ("{}\x00\xff broken", "---\ntitle: [\n---\n", "<html><body><p>", "", "# 标题\n\n" + "正文。" * 200)
_MOST_WINDOWS = 4
_STARS_KEPT_IN = "steady"
_SELECT = """(() => {
  const all = [...document.querySelectorAll("p, li")].filter(one => one.textContent.trim().length > 12);
  const one = all[Math.floor(SEED * all.length)];
  if (!one) return;
  one.scrollIntoView({block: "center"});
  const range = document.createRange();
  range.selectNodeContents(one);
  getSelection().removeAllRanges();
  getSelection().addRange(range);
})()"""


@dataclass
class Monkey:
    """Does one random thing after the other in the open windows; `faults` says what went wrong."""

    windows: Windows
    preferences: Preferences
    folder: Path
    seed: int
    steps: int
    done: int = 0
    faults: list[str] = field(default_factory=list[str])
    claimed: dict[Path, ReadingState] = field(default_factory=dict[Path, ReadingState])
    trail: list[str] = field(default_factory=list[str])

    def __post_init__(self) -> None:
        self.dice = random.Random(self.seed)
        self._heard: list[LibraryFeed] = []
        self._added: list[Path] = []
        self._busy = Watch(self.faults, self.trail)
        self._acts: tuple[tuple[int, Callable[[MainWindow], str]], ...] = (
            (30, self._press_action),
            (14, self._press_key),
            (14, self._click_row),
            (8, self._open_menu),
            (8, self._click_anywhere),
            (5, self._search),
            (5, self._resize),
            (5, self._change_preference),
            (8, self._change_disk),
            (3, self._change_folders),
            (6, self._select_text),
            (3, self._close_window),
            (5, self._open_some),
        )

    def start(self) -> None:
        """Begin; `is_done` says when it is over."""
        self._busy.start()
        QTimer.singleShot(0, self._step)

    def is_done(self) -> bool:
        """Whether all steps are made and nothing stands in front of the windows."""
        return self.done >= self.steps and not _in_front()

    def stop(self) -> None:
        """End the watching."""
        self._busy.stop()

    def _step(self) -> None:
        self._busy.beat()
        covered = _in_front()
        if self.done >= self.steps and covered is None:
            return
        QTimer.singleShot(self.dice.choice((0, 0, 5, 20, 60)), self._step)
        self.done += 1
        if covered is not None:
            self._say(self._in_front_of(covered))
            return
        window = self.dice.choice([*self.windows.open.values()])
        if window.desk is None:
            self._say("a window is being made")
            return
        window.show()  # the last one to be closed stays in this program, which does not end
        self._listen(window)
        act = self.dice.choices([act for _, act in self._acts], [weight for weight, _ in self._acts])[0]
        self.trail.append(f"{self.done} {act.__name__} …")
        self._say(act(window))

    def _say(self, what: str) -> None:
        self.trail.append(f"{self.done} {what}")
        del self.trail[:-400]

    def _listen(self, window: MainWindow) -> None:
        desk = window.desk
        if desk is not None and not any(desk.feed is one for one in self._heard):
            self._heard.append(desk.feed)
            desk.feed.told.connect(self._claim)

    def _claim(self, news: StateNews) -> None:
        for state in news.states:
            self.claimed[state.path] = state

    # ---- what it does in the window

    def _press_action(self, window: MainWindow) -> str:
        named = [(spec.name, action) for spec, action in window.act.all() if spec.name not in _NOT_PRESSED]
        name, action = self.dice.choice(named)
        self.trail.append(f"{self.done} … {name}")
        if action.isEnabled():
            action.trigger()
        return f"action {name}"

    def _press_key(self, window: MainWindow) -> str:
        target = QApplication.focusWidget() or window
        return self._key(target)

    def _key(self, target: QWidget) -> str:
        if self.dice.random() < 0.3:
            text = self.dice.choice("abcnmslturovdfjk/?[]的")
            key = getattr(Qt.Key, f"Key_{text.upper()}", Qt.Key.Key_unknown)
        else:
            text, key = "", getattr(Qt.Key, self.dice.choice(_KEYS))
        shift = self.dice.random() < 0.15
        held = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            if isValid(target):
                QApplication.postEvent(target, QKeyEvent(kind, key, held, text))
        return f"key {key!r} {text!r} on {_name(target)}"

    def _click_row(self, window: MainWindow) -> str:
        views = [view for view in window.findChildren(QAbstractItemView) if view.isVisible()]
        view = self.dice.choice(views) if views else None
        model = view.model() if view is not None else None
        if view is None or model is None or not model.rowCount():
            return "no row"
        index = model.index(self.dice.randrange(model.rowCount()), 0)
        view.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)
        where = view.visualRect(index).center()
        self._click(view.viewport(), where)
        return f"click row {index.row()} of {_name(view)}"

    def _click_anywhere(self, window: MainWindow) -> str:
        buttons = [one for one in window.findChildren(QWidget) if one.isVisible() and one.isEnabled()]
        target = self.dice.choice(buttons)
        self._click(target, self._place_in(target))
        return f"click {_name(target)}"

    def _click(self, target: QWidget, where: QPoint) -> None:
        held = self.dice.choice([Qt.KeyboardModifier.NoModifier] * 4 + [Qt.KeyboardModifier.ControlModifier])
        button = Qt.MouseButton.LeftButton
        at = QPointF(where)
        beyond = QPointF(target.mapToGlobal(where))
        kinds = [QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease]
        if self.dice.random() < 0.1:
            kinds += [QEvent.Type.MouseButtonDblClick, QEvent.Type.MouseButtonRelease]
        for kind in kinds:
            QApplication.postEvent(target, QMouseEvent(kind, at, beyond, button, button, held))

    def _open_menu(self, window: MainWindow) -> str:
        found = [one for one in window.findChildren(QWidget) if one.isVisible()]
        views = [one for one in found if isinstance(one, QAbstractItemView)] + [window._detail.view]
        target = self.dice.choice(views if self.dice.random() < 0.7 else found)
        at = self._place_in(target)
        if isinstance(target, QAbstractItemView):
            target = target.viewport()
        reason = QContextMenuEvent.Reason.Mouse
        QApplication.postEvent(target, QContextMenuEvent(reason, at, target.mapToGlobal(at)))
        return f"menu of {_name(target)}"

    def _place_in(self, target: QWidget) -> QPoint:
        return QPoint(
            self.dice.randrange(max(1, target.width())), self.dice.randrange(max(1, target.height()))
        )

    def _search(self, window: MainWindow) -> str:
        fields = [one for one in window.findChildren(QLineEdit) if one.isVisible()]
        if fields:
            self.dice.choice(fields).setText(self.dice.choice(_WORDS))
        return "search"

    def _resize(self, window: MainWindow) -> str:
        size = self.dice.choice(_SIZES)
        window.resize(*size)
        return f"resize {size}"

    def _change_preference(self, window: MainWindow) -> str:
        names = [name for name in OPTIONS if name.split(".")[-1] not in _NOT_CHANGED]
        option = OPTIONS[self.dice.choice(names)]
        choices: Sequence[object] = getattr(option, "choices", None) or ()
        if not choices and isinstance(option.default, bool):
            choices = (True, False)
        if not choices:
            return "no choice"
        value = self.dice.choice(choices)
        self.trail.append(f"{self.done} … preference {option.name} {value!r}")
        window._look.changes.set(option.name, value)
        return f"preference {option.name} {value!r}"

    def _select_text(self, window: MainWindow) -> str:
        page = window._detail.view.page()
        page.runJavaScript(_SELECT.replace("SEED", str(self.dice.random())))
        name = self.dice.choice(("highlight", "note", "highlight", "find", "undo"))
        QTimer.singleShot(30, window.act[name], window.act[name].trigger)
        return f"select and {name}"

    def _open_some(self, window: MainWindow) -> str:
        files = self._files()
        if not files:
            return "no file"
        path = self.dice.choice(files)
        ask = self.dice.choice(
            (window.open_requested, window.open_beside, lambda one: window.open_all([one]))
        )
        ask(path)
        return f"open {path.name}"

    def _close_window(self, window: MainWindow) -> str:
        if len(self.windows.open) < 2:
            return "one window"
        window.close()
        return "close window"

    # ---- what it does behind the window's back

    def _files(self) -> list[Path]:
        return [one for one in sorted(self.folder.rglob("*")) if one.is_file() and one.suffix != ".png"]

    def _change_disk(self, _window: MainWindow) -> str:
        files = [one for one in self._files() if _STARS_KEPT_IN not in one.parts]
        if not files:
            return "nothing left"
        path = self.dice.choice(files)
        what = self.dice.choice(("rename", "delete", "append", "spoil", "copy", "folder"))
        other = path.with_name(f"{self.done}-{path.name}"[-80:])
        if what == "rename":
            path.rename(other)
        elif what == "delete":
            path.unlink()
        elif what == "append":
            with path.open("ab") as stream:
                stream.write("\n\n又一段。\n".encode())
        elif what == "spoil":
            path.write_bytes(self.dice.choice(_ODD).encode("latin-1", "replace"))
        elif what == "copy":
            shutil.copy2(path, other)
        elif path.parent != self.folder:
            path.parent.rename(path.parent.with_name(f"{self.done}-{path.parent.name}"[-80:]))
        return f"{what} {path.name}"

    def _change_folders(self, window: MainWindow) -> str:
        feed = window.desk.feed if window.desk is not None else None
        if feed is None:
            return "no desk"
        kept = [one for one in feed.folders if one.path != self.folder]
        if kept and self.dice.random() < 0.5:
            remove_folder(feed, self.dice.choice(kept).path)
            return "remove folder"
        inside = [one for one in sorted(self.folder.iterdir()) if one.is_dir()]
        place = self.folder.with_name(f"other{self.dice.randrange(3)}")
        if not place.exists() and inside:
            shutil.copytree(self.dice.choice(inside), place)
        window.add_folder(place)
        return "add folder"

    # ---- what it does when something stands in front

    def _in_front_of(self, cover: QWidget) -> str:
        if isinstance(cover, QMenu):
            return self._in_menu(cover)
        chance = self.dice.random()
        if chance < 0.2 or self.done >= self.steps:
            cover.close()
            if isinstance(cover, QDialog) and isValid(cover) and cover.isVisible():
                cover.reject()
            return f"close {_name(cover)}"
        inside = [one for one in cover.findChildren(QWidget) if one.isVisible() and one.isEnabled()]
        if not inside:
            cover.close()
            return f"close empty {_name(cover)}"
        if chance < 0.4:
            return self._key(QApplication.focusWidget() or cover)
        target = self.dice.choice([*inside, *[one for one in inside if isinstance(one, QAbstractButton)]])
        self.trail.append(f"{self.done} … {_name(target)} in {_name(cover)}")
        if isinstance(target, QComboBox) and target.count():
            target.setCurrentIndex(self.dice.randrange(target.count()))
        elif isinstance(target, QLineEdit | QTextEdit):
            target.setFocus()
            target.setText(self.dice.choice(_WORDS))
        else:
            self._click(target, self._place_in(target))
        return f"{_name(target)} in {_name(cover)}"

    def _in_menu(self, menu: QMenu) -> str:
        entries = [one for one in menu.actions() if one.isEnabled() and not one.isSeparator()]
        if not entries or self.dice.random() < 0.3 or self.done >= self.steps:
            menu.close()
            return "close menu"
        entry: QAction = self.dice.choice(entries)
        name = entry.text()
        if entry.objectName() in _NOT_PRESSED:
            menu.close()
            return "close menu"
        self.trail.append(f"{self.done} … entry {name!r}")
        menu.setActiveAction(entry)
        if isValid(menu):
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                key = QKeyEvent(kind, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier)
                QApplication.postEvent(menu, key)
        return f"entry {name!r}"


class Watch(threading.Thread):
    """Notes when the thread of the windows worked for more than a second without a pause."""

    def __init__(self, faults: list[str], trail: list[str]) -> None:
        super().__init__(daemon=True)
        self._faults, self._trail = faults, trail
        main = threading.main_thread().ident
        assert main is not None
        self._main = main
        self._clock = time.pthread_getcpuclockid(main)
        self._end = threading.Event()
        self.beat()

    def beat(self) -> None:
        """A step begins."""
        self._since, self._noted = time.clock_gettime(self._clock), False

    def stop(self) -> None:
        """Watch no longer."""
        self._end.set()
        self.join()

    def run(self) -> None:
        """Look again and again."""
        while not self._end.wait(0.1):
            spent = time.clock_gettime(self._clock) - self._since
            if spent > 1.0 and not self._noted:
                self._noted = True
                stack = "".join(traceback.format_stack(sys._current_frames()[self._main], limit=14)[-12:])
                self._faults.append(f"busy for {spent:.1f} s after {self._trail[-2:]}\n{stack}")


class Outside(QObject):
    """What is opened in other programs, which must not start in a test."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def take(self, url: QUrl) -> None:
        """Another program would open this."""
        self.opened.append(url.toString())


def _in_front() -> QWidget | None:
    return QApplication.activePopupWidget() or QApplication.activeModalWidget() or _loose_dialog()


def _loose_dialog() -> QWidget | None:
    return next(
        (one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog) and one.isVisible()), None
    )


def _name(widget: QWidget) -> str:
    if not isValid(widget):
        return "(gone)"
    words = widget.accessibleName() or widget.objectName() or getattr(widget, "text", str)()
    return f"{type(widget).__name__} {words!r}"
