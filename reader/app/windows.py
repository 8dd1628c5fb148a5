# SPDX-License-Identifier: MIT
"""All windows of this process: opened, brought to the front, and closed; the last one ends the program."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from .single_instance import HandOver

if TYPE_CHECKING:
    from reader.ui.main_window import MainWindow
    from reader.ui.state_changes import StateNews

MOST_WINDOWS = 16
MakeWindow = Callable[[int, Sequence[Path]], "MainWindow"]


class Windows(QObject):
    """Knows every open window by its number, and which of them come back at the next start."""

    def __init__(
        self, application: QApplication, make: MakeWindow, state: QSettings, profile: str = ""
    ) -> None:
        super().__init__(application)
        self._application, self._make, self._state = application, make, state
        self._profile = profile
        self._open: dict[int, MainWindow] = {}
        self._ending = False
        self._before: str | None = str(state.value("windows", ""))  # until those of last time are back

    def add(self, number: int, window: MainWindow) -> None:
        """Look after a window that was just made."""
        self._open[number] = window
        window.quit_asked.connect(self.quit)
        window.new_window_asked.connect(self.open_another)
        window.closed.connect(lambda: self._on_closed(window))
        window.ready.connect(lambda: self._listen(window))
        self._listen(window)
        if self._profile:
            _name_after(window, self._profile)
        self._remember()

    @property
    def open(self) -> Mapping[int, MainWindow]:
        """The open windows by their numbers."""
        return self._open

    def restore_others(self) -> None:
        """Open the further windows of last time, once the first one stands."""
        before, self._before = self._before or "", None
        self._remember()
        for word in before.split():
            if word.isdecimal() and 1 < int(word) <= MOST_WINDOWS and int(word) not in self._open:
                self._show(int(word), ())

    def follow_desktop(self) -> None:
        """Take on the desktop's accent colour and its wish for less motion, now and whenever they change."""
        from reader.ui.desktop_settings import DesktopSettings

        style, settings = self.current().application_style, DesktopSettings(self)
        settings.accent_changed.connect(style.follow_accent)
        settings.motion_changed.connect(style.follow_motion)
        settings.follow()

    def open_another(self, files: Sequence[Path] = ()) -> None:
        """A further window, with these files."""
        free = [number for number in range(2, MOST_WINDOWS + 1) if number not in self._open]
        if not free:
            self.current().open_all(files)
            return
        self._state.remove(f"window{free[0]}")  # what an earlier window of that number held
        self._show(free[0], files)

    def take(self, message: HandOver) -> None:
        """What a later start asked for: its files as tabs of the current window, or a window of their own."""
        if self._ending:
            return
        if message.new_window:
            self.open_another(message.files)
        else:
            self.current().open_all(message.files)
        from reader.ui.activation import bring_to_front

        bring_to_front(self.current(), message.token)
        self.grant(message.wish)

    def grant(self, wish: str) -> None:
        """Do in the current window what the desktop's menu of the program offers."""
        name = {"continue": "continue_reading", "open": "open_file"}.get(wish)
        if name is not None and not self._ending:
            window = self.current()
            window.furnish()
            QTimer.singleShot(0, window, window.act[name].trigger)  # a dialog must not keep the peer waiting

    def current(self) -> MainWindow:
        """The window that was used last."""
        active = self._application.activeWindow()
        return next((one for one in self._open.values() if one is active), [*self._open.values()][-1])

    def quit(self) -> None:
        """End the program; all windows that are open now come back at the next start."""
        if not self._may_end():
            return
        self._ending = True
        self._application.quit()
        QTimer.singleShot(0, self, self._go_on_if_refused)

    def quit_unasked(self) -> None:
        """The system ends the program: nobody can be asked anything."""
        from reader.ui.unwritten_question import UNASKED

        self._application.setProperty(UNASKED, True)
        self.quit()

    def shut_down(self) -> None:
        """End the work of every window that is open."""
        for window in self._open.values():
            window.shut_down()

    def _may_end(self) -> bool:
        """Whether nothing refuses; asked before any window is closed, since that ends its work."""
        if any(window.desk is not None and window.desk.unwritten.asks() for window in self._open.values()):
            return False
        windows = [*self._open.values()]
        dialogs = [
            each for each in self._application.topLevelWidgets() if each not in windows and _stays(each)
        ]
        return all(each.close() for each in dialogs if isValid(each) and each.isVisible())

    def _go_on_if_refused(self) -> None:
        """Something refused all the same: the windows that were closed by then are back."""
        if not any(map(_stays, self._application.topLevelWidgets())):
            return
        self._ending = False
        for window in self._open.values():
            if not window.isVisible():
                window.show()
        self._remember()

    def _show(self, number: int, files: Sequence[Path]) -> None:
        window = self._make(number, files)
        self.add(number, window)
        window.show()

    def _listen(self, window: MainWindow) -> None:
        """What a person does in a window is told to the others, once it can do anything."""
        if window.desk is not None:
            window.desk.feed.told.connect(lambda news: self._tell_others(window, news))

    def _tell_others(self, source: MainWindow, news: StateNews) -> None:
        for window in self._open.values():
            if window is not source and window.desk is not None:
                window.desk.feed.hear(news)

    def _on_closed(self, window: MainWindow) -> None:
        if self._ending:
            return
        if len(self._open) == 1:
            self.quit()
            return
        number = next(number for number, one in self._open.items() if one is window)
        del self._open[number]
        QTimer.singleShot(0, self, lambda: _end(window))
        if number == 1:
            self._move_up(min(self._open))
        self._remember()

    def _move_up(self, number: int) -> None:
        """A window takes the place of the first one, with which the next start begins."""
        window = self._open.pop(number)
        self._open[1] = window
        if window.desk is not None:
            window.desk.become_first()
        self._state.remove(f"window{number}")

    def _remember(self) -> None:
        if not self._ending and self._before is None:
            self._state.setValue("windows", " ".join(map(str, sorted(self._open))))


def _stays(widget: QWidget) -> bool:
    """Whether this is a window or dialog that is still open."""
    kinds = (Qt.WindowType.Window, Qt.WindowType.Dialog, Qt.WindowType.Sheet)
    return widget.isVisible() and widget.windowType() in kinds


def _name_after(window: MainWindow, profile: str) -> None:
    """The title of the window says whose articles these are."""
    mark = f" ({profile})"

    def name(title: str) -> None:
        if not title.endswith(mark):
            window.setWindowTitle(title + mark)

    window.windowTitleChanged.connect(name)
    name(window.windowTitle())


def _end(window: MainWindow) -> None:
    """A window was closed while others stay: nothing of it goes on."""
    window.shut_down()
    window.deleteLater()
