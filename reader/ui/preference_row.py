# SPDX-License-Identifier: MIT
"""One preference in the dialog: its name, a line about it, the control that fits its type, and "reset"."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.core.settings import OPTIONS, Choice, Folder, Measure, Names, Number, Switch, Text

from .elided_text import plain_line
from .icons import Icons
from .preferences_words import choice_text, option_hint, option_label

_AT_NEXT_START = ("appearance.language", "appearance.software_rendering")
_PICTURES = "images.folder"  # is changed by moving what lies there
_USUAL = {"reading.font_size": 19.0, "reading.line_height": 1.7}  # where leaving "automatic" begins


class PreferenceRow(QWidget):
    """Shows the value of one option and reports another one as soon as it is chosen."""

    chosen = Signal(str, object)
    reset_asked = Signal(str)

    def __init__(self, name: str, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = name
        self._show: Callable[[object], None] = lambda _value: None
        label, hint = option_label(name), option_hint(name)
        self.control = self._build_control(label)
        title = QLabel(label, self)
        title.setBuddy(self._focus_target())
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(title)
        self._hint = QLabel(hint, self)
        self._hint.setObjectName("preferenceHint")
        self._hint.setWordWrap(True)
        self._hint.setVisible(bool(hint))
        words.addWidget(self._hint)
        self._note = QLabel(self)
        self._note.setObjectName("preferenceNote")
        self._note.setWordWrap(True)
        self._note.hide()
        words.addWidget(self._note)
        self._reset = QToolButton(self)
        self._reset.setIconSize(QSize(16, 16))
        self._reset.setToolTip(self.tr("Back to the default"))
        self._reset.setAccessibleName(self.tr("%1: back to the default").replace("%1", label))
        self._reset.clicked.connect(lambda: self.reset_asked.emit(self.name))
        icons.put(self._reset, "reset")
        keep = self._reset.sizePolicy()
        keep.setRetainSizeWhenHidden(True)
        self._reset.setSizePolicy(keep)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 8, 0, 8)
        row.setSpacing(8)
        row.addLayout(words, 1)
        row.addWidget(self.control, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._reset, 0, Qt.AlignmentFlag.AlignVCenter)
        self._words = f"{label} {hint} {name} {OPTIONS[name].text}".casefold()

    def show_value(self, value: object, *, is_default: bool) -> None:
        """Show the value in force."""
        self._show(value)
        self._reset.setVisible(not is_default and self.name != _PICTURES)

    @property
    def note(self) -> str:
        """How it stands with what the option asks for."""
        return self._note.text()

    def show_note(self, sentence: str) -> None:
        """Say how it stands with what the option asks for; nothing hides the line."""
        self._note.setText(sentence)
        self._note.setVisible(bool(sentence))

    def say_when(self) -> None:
        """Say that this change waits for the next start, where it does."""
        if self.name in _AT_NEXT_START:
            self._hint.setText(self.tr("Takes effect at the next start."))
            self._hint.show()

    def matches(self, words: str) -> bool:
        """Whether every word of a search stands in the texts of this option."""
        return all(word in self._words for word in words.casefold().split())

    def focus_control(self) -> None:
        """Give the keyboard to the control."""
        self._focus_target().setFocus(Qt.FocusReason.TabFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the wheel scroll the page, not change a value under the mouse by accident."""
        if event.type() is QEvent.Type.Wheel and isinstance(watched, QWidget) and not watched.hasFocus():
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def _focus_target(self) -> QWidget:
        return self.control.focusProxy() or self.control

    def _build_control(self, label: str) -> QWidget:
        option = OPTIONS[self.name]
        if self.name == _PICTURES:
            return self._storage(label)
        if isinstance(option, Names):
            return self._names(label)
        if isinstance(option, Switch):
            return self._switch(label)
        if isinstance(option, Choice):
            return self._combo(option, label)
        if isinstance(option, Measure):
            return self._measure(option, label)
        if isinstance(option, Number):
            return self._number(option, label)
        if isinstance(option, Folder):
            return self._folder(label)
        if isinstance(option, Text):
            return self._text(label)
        raise TypeError(f"no control for {type(option).__name__}")

    def _switch(self, label: str) -> QWidget:
        box = QCheckBox(self)
        box.setObjectName("preferenceSwitch")
        box.setAccessibleName(label)
        box.clicked.connect(lambda on: self.chosen.emit(self.name, on))
        self._show = lambda value: box.setChecked(bool(value))
        return box

    def _combo(self, option: Choice, label: str) -> QWidget:
        combo = QComboBox(self)
        combo.setAccessibleName(label)
        combo.setMinimumWidth(180)
        for choice in option.choices:
            combo.addItem(choice_text(self.name, choice), choice)
        combo.activated.connect(lambda index: self.chosen.emit(self.name, combo.itemData(index)))
        self._show = lambda value: combo.setCurrentIndex(combo.findData(value))
        self._guard(combo)
        return combo

    def _number(self, option: Number, label: str) -> QWidget:
        spin = self._spin(option.least, option.most, label)
        spin.valueChanged.connect(lambda value: self.chosen.emit(self.name, value))
        self._show = lambda value: _put(spin, value)
        return spin

    def _measure(self, option: Measure, label: str) -> QWidget:
        """A check box for "automatic" beside the number that holds otherwise."""
        pair = QWidget(self)
        row = QHBoxLayout(pair)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        automatic = QCheckBox(self.tr("Automatic"), pair)
        automatic.setAccessibleName(self.tr("%1: automatic").replace("%1", label))
        spin = self._spin(option.least, option.most, label)
        spin.setMinimumWidth(90)
        usual = _USUAL.get(self.name, option.least)
        row.addWidget(automatic)
        row.addWidget(spin)
        pair.setFocusProxy(automatic)
        automatic.clicked.connect(lambda on: self.chosen.emit(self.name, None if on else spin.value()))
        spin.valueChanged.connect(lambda value: self.chosen.emit(self.name, value))

        def show(value: object) -> None:
            automatic.setChecked(value is None)
            spin.setEnabled(value is not None)
            _put(spin, usual if value is None else value)

        self._show = show
        return pair

    def _folder(self, label: str) -> QWidget:
        """A button that says which folder it is, and asks for another."""
        button = QPushButton(self)
        button.setAutoDefault(False)
        button.setMaximumWidth(240)

        def ask() -> None:
            from PySide6.QtWidgets import QFileDialog

            before = str(button.property("folder") or Path.home())
            chosen = QFileDialog.getExistingDirectory(self.window(), label, before)
            if chosen:
                self.chosen.emit(self.name, str(Path(chosen)))

        def show(value: object) -> None:
            folder = str(value or "")
            name = plain_line(Path(folder).name or folder, 24) if folder else self.tr("Choose a folder…")
            button.setText(name.replace("&", "&&"))
            button.setToolTip(folder)
            button.setProperty("folder", folder)
            button.setAccessibleName(f"{label}: {folder}" if folder else label)

        button.clicked.connect(ask)
        self._show = show
        return button

    def _names(self, label: str) -> QWidget:
        """A button that says how many there are, and lists them."""
        button = QPushButton(self)
        button.setAutoDefault(False)
        names: list[str] = []

        def ask() -> None:
            from .allowed_hosts_dialog import AllowedHostsDialog

            dialog = AllowedHostsDialog(names, self.window())
            dialog.exec()
            if list(dialog.hosts) != names:
                self.chosen.emit(self.name, dialog.hosts)
            dialog.deleteLater()

        def show(value: object) -> None:
            names[:] = value if isinstance(value, tuple) else ()
            button.setText(self.tr("%Ln hosts…", "", len(names)) if names else self.tr("None"))
            button.setAccessibleName(f"{label}: {button.text()}")

        button.clicked.connect(ask)
        self._show = show
        return button

    def _storage(self, label: str) -> QWidget:
        """A button that opens what there is to know and to do about downloaded pictures."""
        button = QPushButton(self.tr("Manage…"), self)
        button.setAutoDefault(False)
        button.setAccessibleName(label)

        def ask() -> None:
            from .image_storage_dialog import ImageStorageDialog

            ImageStorageDialog(self.window()).open()

        button.clicked.connect(ask)
        return button

    def _text(self, label: str) -> QWidget:
        """A button that opens the editor; the text would not fit here."""
        button = QPushButton(self.tr("Edit…"), self)
        button.setAutoDefault(False)
        button.setAccessibleName(self.tr("%1: edit").replace("%1", label))

        def edit() -> None:
            from .template_dialog import TemplateDialog

            dialog = TemplateDialog(str(button.property("template") or ""), self.window())
            dialog.chosen.connect(lambda text: self.chosen.emit(self.name, text))
            dialog.open()

        def show(value: object) -> None:
            button.setProperty("template", value)

        button.clicked.connect(edit)
        self._show = show
        return button

    def _spin(self, least: float, most: float, label: str) -> QDoubleSpinBox:
        spin = QDoubleSpinBox(self)
        fine = most - least < 10
        spin.setDecimals(2 if fine else 0)
        spin.setSingleStep(0.05 if fine else 1)
        spin.setRange(least, most)
        spin.setMinimumWidth(96)
        spin.setKeyboardTracking(False)
        spin.setAlignment(Qt.AlignmentFlag.AlignCenter)
        spin.setAccessibleName(label)
        self._guard(spin)
        return spin

    def _guard(self, control: QWidget) -> None:
        control.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        control.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        control.installEventFilter(self)


def _put(spin: QDoubleSpinBox, value: object) -> None:
    spin.blockSignals(True)
    spin.setValue(float(value) if isinstance(value, int | float) else spin.minimum())
    spin.blockSignals(False)
