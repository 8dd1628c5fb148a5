# SPDX-License-Identifier: MIT
"""The picture viewer over the window: one picture at a time, its words, and what one can do with it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from reader.core.theme import Theme

from .engine_picture import PictureHost
from .icons import Icons
from .picture_canvas import PictureCanvas
from .picture_decoding import DecodedPicture, Painted

if TYPE_CHECKING:
    from reader.core.export.pictures import ArticlePicture

_PUSH = 80  # pixels an arrow key moves the picture
_LONGEST_CAPTION = 400  # characters; the page has the rest
_SAY_MS = 6000
_SENTENCE_AIR = 24  # pixels around what is said
_PASSED_ON = ("Ctrl+Q", "F11")  # keys of the window that work here, too

Keys = Qt.Key


class PictureViewer(QWidget):
    """Covers its window; everything works by keyboard, and Escape leaves things as they were."""

    picture_asked = Signal(int)  # its number in the list
    copy_asked = Signal()
    save_asked = Signal()
    open_asked = Signal()
    closed = Signal()

    def __init__(self, host: PictureHost, theme: Theme, icons: Icons, window: QWidget) -> None:
        super().__init__(window)
        self._pictures: Sequence[ArticlePicture] = ()
        self._index = -1
        self.setObjectName("pictureViewer")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Picture viewer"))
        self.canvas = PictureCanvas(host, theme, self)
        self.counter = self._label("pictureCounter")
        self.percent = self._label("picturePercent", centred=True)
        self.percent.setFixedWidth(56)
        self.caption = self._label("pictureCaption", centred=True)
        self.caption.setWordWrap(True)
        self.notice = self._label("pictureNotice", centred=True)
        self.notice.setText(self.tr("This picture cannot be shown."))
        self.notice.hide()
        self.sentence = self._label("pictureSentence", centred=True)
        self.sentence.setWordWrap(True)
        self.sentence.hide()
        self._silence = QTimer(self, singleShot=True, interval=_SAY_MS)
        self._silence.timeout.connect(self.sentence.hide)
        self._tools: dict[str, QToolButton] = {}
        self.previous = self._button("back", self.tr("Previous picture"), lambda: self.step(-1), icons)
        self.next = self._button("forward", self.tr("Next picture"), lambda: self.step(1), icons)
        for button in (self.previous, self.next):
            button.setObjectName("pictureEdge")
        self._lay_out(self._build_bar(icons))
        self.canvas.placed.connect(self._show_percent)
        self.canvas.clicked_beside.connect(self.close_quietly)
        self.canvas.turned_over.connect(self.step)
        self.canvas.failed.connect(self._on_failed)
        window.installEventFilter(self)
        self.set_theme(theme)
        self.hide()

    @property
    def index(self) -> int:
        """The number of the picture in the list."""
        return self._index

    @property
    def current(self) -> ArticlePicture | None:
        """The picture that is shown or on its way."""
        return self._pictures[self._index] if 0 <= self._index < len(self._pictures) else None

    def open_with(self, pictures: Sequence[ArticlePicture], index: int) -> None:
        """Cover the window with the pictures of an article, `index` first."""
        self._pictures = pictures
        self.setGeometry(self._over.rect())
        self.show()
        self.raise_()
        self.setFocus()
        self.go_to(index)

    def go_to(self, index: int) -> None:
        """Ask for a picture by its number; past the ends nothing happens."""
        if not 0 <= index < len(self._pictures) or index == self._index:
            return
        self._index = index
        picture = self._pictures[index]
        text = picture.caption or picture.alt
        shown = text if len(text) <= _LONGEST_CAPTION else text[: _LONGEST_CAPTION - 1] + "…"
        count = f"{index + 1} / {len(self._pictures)}"
        self.counter.setText(count)
        self.counter.setAccessibleName(
            self.tr("Picture %1 of %2").replace("%1", str(index + 1)).replace("%2", str(len(self._pictures)))
        )
        self.caption.setText(shown)
        self.caption.setVisible(bool(shown))
        self.canvas.setAccessibleName(picture.alt or picture.caption or self.counter.accessibleName())
        last = len(self._pictures) - 1
        for button, there_is_one in ((self.previous, index > 0), (self.next, index < last)):
            button.setVisible(there_is_one)
            if not there_is_one and button.hasFocus():
                self.setFocus()
        self.picture_asked.emit(index)

    def step(self, by: int) -> None:
        """The next picture, or the one before."""
        self.go_to(self._index + by)

    def show_picture(self, picture: DecodedPicture) -> None:
        """The picture that was asked for is here."""
        current = self.current
        if current is None:
            return
        self.canvas.show_picture(current.key, picture)
        shown = picture.how is not Painted.NOT
        self.notice.setVisible(not shown)
        for name in ("zoom_out", "zoom_in", "zoom_fit", "full_size", "rotate", "copy"):
            self._tools[name].setEnabled(shown)
        self._tools["save"].setEnabled(bool(picture.data))
        self._tools["browser"].setEnabled(bool(picture.data))
        self._lay_over()

    def say(self, sentence: str) -> None:
        """Tell what became of something, for a few seconds; the window's own line is covered."""
        self.sentence.setText(sentence)
        self.sentence.setAccessibleName(sentence)
        self.sentence.show()
        self._silence.start()
        self._lay_over()

    def set_theme(self, theme: Theme) -> None:
        """Change the colours."""
        self.canvas.set_theme(theme)
        self.setStyleSheet(
            f"#pictureViewer {{ background: {theme.panel}; }}"
            f"#pictureCounter, #picturePercent, #pictureNotice {{ color: {theme.ink_soft}; }}"
            f"#pictureCaption {{ color: {theme.ink}; padding: 8px 48px 16px 48px; }}"
            f"#pictureSentence {{ color: {theme.ink}; background: {theme.panel};"
            f" border: 1px solid {theme.rule}; border-radius: 6px; padding: 6px 12px; }}"
            f"QToolButton {{ border: none; border-radius: 6px; background: transparent; }}"
            f"#pictureEdge {{ background: {theme.panel}; border-radius: 18px; }}"
            f"QToolButton:hover, #pictureEdge:hover {{ background: {theme.hover}; }}"
            f"QToolButton:focus {{ border: 2px solid {theme.accent}; }}"
        )

    def close_quietly(self) -> None:
        """Go back to the page."""
        if self.isHidden():
            return
        self.hide()
        self.sentence.hide()
        self.canvas.end()
        self._pictures, self._index = (), -1
        self.closed.emit()

    # ---- what the system tells

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            passed_on = QKeySequence(event.keyCombination()).toString() in _PASSED_ON
            if not passed_on:  # the window's own keys are for what lies below
                event.accept()
                return True
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self.setGeometry(self._over.rect())
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_over()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes round among our own buttons."""
        stops = [self, *(each for each in self._stops() if each.isVisible() and each.isEnabled())]
        now = QApplication.focusWidget()
        at = stops.index(now) if now in stops else 0
        stops[(at + (1 if forward else -1)) % len(stops)].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        action = self._by_key(event)
        if action is not None:
            action()
        event.accept()

    # ---- within

    @property
    def _over(self) -> QWidget:
        window = self.parentWidget()
        assert window is not None
        return window

    def _on_failed(self) -> None:
        picture = self.canvas.picture
        if picture is not None:
            self.show_picture(replace(picture, how=Painted.NOT))

    def _by_key(self, event: QKeyEvent) -> Callable[[], object] | None:
        key, turned_back = event.key(), event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if event.matches(QKeySequence.StandardKey.Copy):
            return self.copy_asked.emit
        if event.matches(QKeySequence.StandardKey.Save):
            return self.save_asked.emit
        if event.matches(QKeySequence.StandardKey.Close):
            return self.close_quietly
        if event.modifiers() & _COMMANDING and key not in _ZOOMING:
            return None  # it means something else everywhere, such as Ctrl+O
        if key == Keys.Key_R:
            return lambda: self.canvas.turn(-1 if turned_back else 1)
        if self.canvas.placement.is_larger and key in _ARROWS:
            dx, dy = _ARROWS[key]
            return lambda: self.canvas.push(-dx * _PUSH, -dy * _PUSH)
        last = len(self._pictures) - 1
        actions: Mapping[int, Callable[[], object]] = {
            Keys.Key_Escape: self.close_quietly,
            Keys.Key_Plus: lambda: self.canvas.zoom(1),
            Keys.Key_Equal: lambda: self.canvas.zoom(1),
            Keys.Key_Minus: lambda: self.canvas.zoom(-1),
            Keys.Key_0: self.canvas.fit,
            Keys.Key_1: self.canvas.full_size,
            Keys.Key_O: self.open_asked.emit,
            Keys.Key_Home: lambda: self.go_to(0),
            Keys.Key_End: lambda: self.go_to(last),
            **dict.fromkeys(_FORWARD, lambda: self.step(1)),
            **dict.fromkeys(_BACKWARD, lambda: self.step(-1)),
        }
        return actions.get(key)

    def _label(self, name: str, *, centred: bool = False) -> QLabel:
        label = QLabel(self)
        label.setObjectName(name)
        label.setTextFormat(Qt.TextFormat.PlainText)
        if centred:
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        return label

    def _lay_out(self, bar: QWidget) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(self.canvas, 1)
        column.addWidget(self.caption)

    def _build_bar(self, icons: Icons) -> QWidget:
        bar = QWidget(self)
        bar.setFixedHeight(44)
        row = QHBoxLayout(bar)
        row.setContentsMargins(16, 4, 8, 4)
        row.setSpacing(2)
        row.addWidget(self.counter)
        row.addStretch(1)
        canvas = self.canvas
        zooming: tuple[tuple[str, str, Callable[[], object]], ...] = (
            ("zoom_out", self.tr("Smaller (−)"), lambda: canvas.zoom(-1)),
            ("zoom_in", self.tr("Larger (+)"), lambda: canvas.zoom(1)),
            ("zoom_fit", self.tr("Fit the window (0)"), canvas.fit),
            ("full_size", self.tr("Full size (1)"), canvas.full_size),
            ("rotate", self.tr("Rotate (R)"), lambda: canvas.turn(1)),
            ("copy", self.tr("Copy picture (Ctrl+C)"), self.copy_asked.emit),
            ("save", self.tr("Save picture as… (Ctrl+S)"), self.save_asked.emit),
            ("browser", self.tr("Open in another program (O)"), self.open_asked.emit),
            ("close", self.tr("Close (Esc)"), self.close_quietly),
        )
        for name, text, run in zooming:
            self._tools[name] = self._button(name, text, run, icons)
            row.addWidget(self._tools[name])
            if name == "zoom_out":
                row.addWidget(self.percent)
            elif name in ("full_size", "rotate", "browser"):
                row.addSpacing(12)
        return bar

    def _button(self, icon: str, text: str, run: Callable[[], object], icons: Icons) -> QToolButton:
        button = QToolButton(self)
        button.setToolTip(text)
        button.setAccessibleName(text.partition(" (")[0].rstrip("…"))
        button.setIconSize(QSize(20, 20))
        button.setFixedSize(36, 36)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda _on=False: run())
        icons.put(button, icon)
        return button

    def _stops(self) -> tuple[QToolButton, ...]:
        return (self.previous, self.next, *self._tools.values())

    def _show_percent(self) -> None:
        self.percent.setText(f"{self.canvas.placement.percent} %")

    def _lay_over(self) -> None:
        """The buttons at the edges, and the sentence in the middle, lie over the picture."""
        area = self.canvas.geometry()
        middle = area.center().y() - self.next.height() // 2
        self.previous.move(area.left() + 8, middle)
        self.next.move(area.right() - 8 - self.next.width(), middle)
        self.notice.setGeometry(area)
        width = min(self.sentence.sizeHint().width(), max(1, area.width() - 2 * _SENTENCE_AIR))
        height = max(self.sentence.sizeHint().height(), self.sentence.heightForWidth(width))
        self.sentence.setGeometry(
            area.center().x() - width // 2, area.bottom() - height - _SENTENCE_AIR, width, height
        )
        for widget in (self.notice, self.previous, self.next, self.sentence):
            widget.raise_()


_COMMANDING = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)
_ZOOMING = (Keys.Key_Plus, Keys.Key_Equal, Keys.Key_Minus, Keys.Key_0)
_ARROWS: Mapping[int, tuple[int, int]] = {
    Keys.Key_Left: (-1, 0),
    Keys.Key_Right: (1, 0),
    Keys.Key_Up: (0, -1),
    Keys.Key_Down: (0, 1),
}
_FORWARD = (Keys.Key_Right, Keys.Key_Down, Keys.Key_PageDown, Keys.Key_Space, Keys.Key_N)
_BACKWARD = (Keys.Key_Left, Keys.Key_Up, Keys.Key_PageUp, Keys.Key_Backspace, Keys.Key_P)
