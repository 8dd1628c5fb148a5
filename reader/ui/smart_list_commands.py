# SPDX-License-Identifier: MIT
"""What a person does with smart lists, and with the order of places: save, edit, delete, move."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from .library_feed import LibraryFeed
from .places import ALL, Place, PlaceKind
from .smart_list_shelf import CountedList, SmartListShelf

if TYPE_CHECKING:
    from .library_panel import LibraryPanel
    from .state_history import Failed, TakenBack

_NAME_FROM_QUERY = 60  # characters
translate = QCoreApplication.translate


class SmartListCommands(QObject):
    """Changes go to the reading state on its own lane; a deleted list comes back by undo."""

    said = Signal(str)
    place_asked = Signal(object)  # Place to list now

    def __init__(
        self,
        feed: LibraryFeed,
        shelf: SmartListShelf,
        panel: LibraryPanel,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._feed, self._shelf, self._panel = feed, shelf, panel
        self._window = window
        panel.place_moved.connect(self.move)
        panel.rename_asked.connect(self.edit)
        panel.delete_asked.connect(self.delete)

    def save(self, words: str, place: Place | None) -> None:
        """Ask for a name for a search at a place; without words, for the place itself."""
        query = self._query(words.strip(), place)
        name = words.strip() or (place.name if place is not None and query else "")
        self._ask(name[:_NAME_FROM_QUERY], query, None)

    def edit(self, place: Place) -> None:
        """Ask for another name or another query."""
        known = self._known(place)
        if known is not None:
            self._ask(known.name, known.query, known)

    def delete(self, place: Place) -> None:
        """Take a smart list away; undo brings it back."""
        known = self._known(place)
        if known is None:
            return
        identity = known.id

        def restored(on_done: TakenBack) -> None:
            self._shelf.refresh_everywhere()
            on_done("")

        def restore(on_done: TakenBack, on_failed: Failed) -> None:
            self._feed.consult(
                lambda library: library.states.smart_lists.restore(identity),
                lambda _: restored(on_done),
                on_failed,
            )

        def deleted(_nothing: object) -> None:
            self._shelf.refresh_everywhere()
            if self._feed.place == place:
                self.place_asked.emit(ALL)
            sentence = translate("SmartLists", "Smart list “{0}” deleted.")
            self._feed.history.note(restore, done=sentence.format(known.name))

        self._feed.consult(lambda library: library.states.smart_lists.delete(identity), deleted)

    def move(self, place: Place, row: int) -> None:
        """Put a smart list or a library folder at another place among its like."""
        order = [each for each in self._panel.siblings(place) if each != place]
        order.insert(row, place)
        if place.kind is PlaceKind.SMART_LIST:
            ids = [each.value[0] for each in order if isinstance(each.value, tuple)]
            self._feed.consult(
                lambda library: library.states.smart_lists.put_in_order(ids),
                lambda _: self._shelf.refresh_everywhere(),
            )
        else:
            paths = [each.value for each in order if isinstance(each.value, Path)]
            self._feed.consult(
                lambda library: library.states.folders.put_in_order(paths),
                lambda _: self._feed.learn_folders(),
            )

    def fill_menu(self, menu: QMenu, place: Place) -> None:
        """What can be done with a place of the panel besides what is done with its files."""
        from .place_questions import narrowing_to

        entries: list[tuple[str, str, Callable[[], object]]] = []
        if place.kind is PlaceKind.SMART_LISTS:
            entries.append((translate("SmartLists", "New smart list…"), "", lambda: self.save("", None)))
        elif place.kind is PlaceKind.SMART_LIST:
            entries.append((translate("SmartLists", "Edit smart list…"), "F2", lambda: self.edit(place)))
            entries.append((translate("SmartLists", "Delete smart list"), "Del", lambda: self.delete(place)))
        elif narrowing_to(place):
            text = translate("SmartLists", "Save as smart list…")
            entries.append((text, "", lambda: self.save("", place)))
        siblings = self._panel.siblings(place)
        at = siblings.index(place) if place in siblings else 0
        if at > 0:
            up = translate("SmartLists", "Move up")
            entries.append((up, "Alt+Up", lambda: self.move(place, at - 1)))
        if at < len(siblings) - 1:
            down = translate("SmartLists", "Move down")
            entries.append((down, "Alt+Down", lambda: self.move(place, at + 1)))
        if entries and not menu.isEmpty():
            menu.addSeparator()
        for text, keys, run in entries:
            action = menu.addAction(text)
            action.setShortcut(QKeySequence(keys))  # only told: the panel takes these keys itself
            action.triggered.connect(lambda _on=False, run=run: run())

    def _known(self, place: Place) -> CountedList | None:
        if place.kind is not PlaceKind.SMART_LIST or not isinstance(place.value, tuple):
            return None
        return self._shelf.find(place.value[0])

    def _query(self, words: str, place: Place | None) -> str:
        """What finds the same again, from anywhere."""
        from .place_questions import narrowing_to, scoped

        if place is None:
            return words
        known = self._known(place)
        narrowing = known.query if known is not None else narrowing_to(place)
        if known is not None and words:
            return f"({words}) ({narrowing})"
        return scoped(words, place) if words else narrowing

    def _ask(self, name: str, query: str, known: CountedList | None) -> None:
        from .smart_list_dialog import SmartListDialog

        dialog = SmartListDialog(self._feed, name, query, self._window, is_new=known is None)
        dialog.finished.connect(dialog.deleteLater)
        dialog.accepted.connect(lambda: self._keep(*dialog.values(), known))
        dialog.open()

    def _keep(self, name: str, query: str, known: CountedList | None) -> None:
        if known is None:
            sentence = translate("SmartLists", "Saved as smart list “{0}”.").format(name)
            self._feed.consult(
                lambda library: library.states.smart_lists.add(name, query),
                lambda _: (self._shelf.refresh_everywhere(), self.said.emit(sentence)),
            )
            return
        place = Place(PlaceKind.SMART_LIST, (known.id,), name)

        def changed(_list: object) -> None:
            self._shelf.refresh_everywhere()
            if self._feed.place == place:
                self._feed.show(place)

        self._feed.consult(
            lambda library: library.states.smart_lists.change(known.id, name=name, query=query), changed
        )
