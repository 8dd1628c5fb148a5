# SPDX-License-Identifier: MIT
"""Asks before pictures are downloaded, naming the hosts that will see the request."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import suppress

from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QCheckBox, QMessageBox, QWidget

from reader.core.errors import ReaderError
from reader.core.settings import Preferences, options

from .dialog_style import give_room

_KEY = "image_hosts"
_SHOWN = 8


class KnownHosts:
    """The hosts a person has allowed for good; earlier versions kept them in the state of the window."""

    def __init__(self, preferences: Preferences, state: QSettings) -> None:
        self._preferences = preferences
        former = str(state.value(_KEY, "")).split()
        if former:
            self.add(former)
            state.remove(_KEY)

    def all(self) -> frozenset[str]:
        """Every host that may be asked without a question."""
        return frozenset(self._preferences.get(options.IMAGES_HOSTS))

    def add(self, hosts: Iterable[str]) -> None:
        """Remember hosts; where the file cannot be written, the question comes again."""
        fit = {host for host in hosts if host.isascii() and host.isprintable() and " " not in host}
        with suppress(ReaderError):
            self._preferences.set(options.IMAGES_HOSTS, tuple(self.all() | fit))


class ImageQuestion(QMessageBox):
    """One question, the hosts by name, and whether the answer holds for good."""

    def __init__(self, pictures: int, hosts: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("imageQuestion")
        self.setWindowTitle(self.tr("Load pictures"))
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(self.tr("Download %Ln pictures of this article?", "", pictures))
        named = "\n".join(hosts[:_SHOWN])
        if len(hosts) > _SHOWN:
            named += "\n" + self.tr("and %Ln more", "", len(hosts) - _SHOWN)
        self.setInformativeText(
            self.tr("They lie on these hosts, which will see that somebody asks for them:") + "\n\n" + named
        )
        self._remember = QCheckBox(self.tr("Do not ask again for these hosts"), self)
        self.setCheckBox(self._remember)
        load = self.addButton(self.tr("Load pictures"), QMessageBox.ButtonRole.AcceptRole)
        self.addButton(self.tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
        self.setDefaultButton(load)
        self._load = load
        give_room(self)

    def ask(self) -> bool:
        """Whether to load."""
        self.exec()
        return self.clickedButton() is self._load

    @property
    def is_for_good(self) -> bool:
        """Whether not to ask again."""
        return self._remember.isChecked()
