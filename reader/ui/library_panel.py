# SPDX-License-Identifier: MIT
"""The library panel: where a reader chooses what to see, and drops folders to take in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QModelIndex, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QDragEnterEvent, QDragLeaveEvent, QDropEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QTreeView, QVBoxLayout, QWidget

from reader.core.presence import is_folder
from reader.core.theme import Theme
from reader.ui.elided_label import ElidedLabel
from reader.ui.icons import Icons
from reader.ui.interface_type import InterfaceType, TextRole, text_scale
from reader.ui.library_tree_view import LibraryTreeView
from reader.ui.panel_content import PanelContent
from reader.ui.place_filter import PlaceFilter
from reader.ui.places import ALL, Place, PlaceKind
from reader.ui.row_colours import draw_ring

if TYPE_CHECKING:
    from reader.core.library import CategoryNode, Counts, Facets, FolderNode
    from reader.ui.smart_list_shelf import CountedList

_NAMES = (PlaceKind.TAG, PlaceKind.AUTHOR, PlaceKind.SITE, PlaceKind.LANGUAGE)
_LONG = 40  # places; with more of them the field that narrows them is there


class LibraryPanel(QWidget):
    """Shows the places of the library and says which one is chosen."""

    place_selected = Signal(object)  # Place
    place_activated = Signal(object)  # Place, by Enter: the reader wants to go into it
    folders_dropped = Signal(list)  # of Path
    add_folder_requested = Signal()
    place_moved = Signal(object, int)  # Place, its new row among its siblings
    rename_asked = Signal(object)  # Place, by F2
    delete_asked = Signal(object)  # Place, by Delete
    context_menu_asked = Signal(object, QPoint)  # Place, or the section of a heading; global position

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("LibraryPanel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAcceptDrops(True)
        self._silent = False
        self._wanted: Place | None = ALL  # what is to be selected, there yet or not
        self._scroll: int | None = None  # where an earlier session was, until the library has come
        self._to_open: list[Place] = []  # of an earlier session, until the library has come
        fonts = InterfaceType(self.font(), text_scale(self.font()))
        self._title = ElidedLabel(self)
        self._title.setObjectName("PaneTitle")
        self._title.setText(self.tr("Library"))
        self._title.setFont(fonts.font(TextRole.TITLE_STRONG))
        self._add_button = self._make_add_button()
        self._tree = LibraryTreeView(theme, fonts, self)
        self._tree.setAccessibleName(self.tr("Library"))
        self._filter = PlaceFilter(QColor(theme.ink_faint), self)
        self._nothing = QLabel(self.tr("No place of this name"), self)
        self._nothing.setObjectName("EmptyStateDetail")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._nothing.setWordWrap(True)
        self._nothing.setContentsMargins(18, 12, 18, 0)
        self._nothing.hide()
        self._drop_ring = _DropRing(QColor(theme.accent), self)
        self._lay_out()
        self._join()
        self.set_content(None, (), ())
        self.select(ALL)

    @property
    def view(self) -> QTreeView:
        """The tree, for the focus of the window."""
        return self._tree

    def set_content(
        self,
        counts: Counts | None,
        categories: Sequence[CategoryNode],
        folders: Sequence[FolderNode],
        problems: int = 0,
        facets: Facets | None = None,
        smart_lists: Sequence[CountedList] = (),
    ) -> None:
        """Show other places and counts; what is selected, open and in view stays so."""
        content = PanelContent(counts, categories, folders, problems, facets, smart_lists)
        places, bar = self._tree.places, self._tree.verticalScrollBar()
        wanted = self._wanted
        if self._change(content):
            return
        opened, scrolled = self._tree.open_places(), bar.value()
        places.set_content(content)
        self._filter.offer(places.size > _LONG)
        self._tree.open_branches([*opened, *self._to_open])
        if facets is not None or not (categories or folders):
            self._to_open = [place for place in self._to_open if not places.index_of(place).isValid()]
        if wanted is not None:
            self._go_to(wanted)
        if self._filter.words:
            self._narrow(self._filter.words)
        else:
            self._tree.hide_folded()
        self._tree.doItemsLayout()
        bar.setValue(scrolled)
        if self._scroll is not None and (categories or folders):
            bar.setValue(self._scroll)
            self._scroll = None if facets is not None else self._scroll

    def _change(self, content: PanelContent) -> bool:
        """Show it in the rows there are; False where others come or go. What is selected stays so."""
        self._silent = True  # a name that moves leaves its row to another one
        changed = self._tree.places.change(content, names=not self._filter.words)
        self._silent = False
        if changed and self._wanted is not None and self._wanted.kind in _NAMES:
            self._go_to(self._wanted)
        return changed

    def focus_filter(self) -> None:
        """Show the field that narrows the places, with the cursor in it."""
        self._filter.open()

    def selected_place(self) -> Place | None:
        """The place that is selected."""
        return self._tree.places.place(self._tree.currentIndex())

    def siblings(self, place: Place) -> list[Place]:
        """The places that `place` can be put in order with, in their order."""
        return self._tree.places.siblings(place)

    def select(self, place: Place, *, unfold: bool = True) -> bool:
        """Select `place` without a signal, opening what it lies in; False where it is not there (yet).

        Then nothing is selected until it comes, or another place is chosen. Without `unfold`,
        a section that was folded stays so.
        """
        self._wanted = place
        index = self._tree.places.index_of(place)
        if unfold and index.isValid() and place != self.selected_place():
            self._unfold(index)
        while index.parent().isValid():
            index = index.parent()
            self._tree.setExpanded(index, True)
        return self._go_to(place)

    def expanded(self) -> list[str]:
        """The keys of the places whose branches are open, for the next session; `-` and a folded section."""
        opened = [place.key for place in self._tree.kept_open()]
        return opened + [f"-{place.key}" for place in self._tree.places.folded]

    @property
    def scroll_position(self) -> int:
        """How far the places are scrolled, in pixels, for the next session."""
        return self._tree.verticalScrollBar().value() if self._scroll is None else self._scroll

    def restore_scroll(self, pixels: int) -> None:
        """Scroll to where an earlier session was, as soon as the places have come."""
        self._scroll = pixels

    def restore_expanded(self, keys: Iterable[str] | str) -> None:
        """Open the branches of an earlier session, now or when they come."""
        keys = (keys,) if isinstance(keys, str) else tuple(keys)
        for key in keys:
            place = Place.from_key(key[1:]) if key.startswith("-") else None
            if place is not None:
                self._tree.set_folded(place, on=True)
        self._to_open = [place for place in map(Place.from_key, keys) if place is not None]
        self._tree.open_branches(self._to_open)

    def set_theme(self, theme: Theme, scale: float = 1.0) -> None:
        """Change the colours and the size of the text."""
        fonts = InterfaceType(self.font(), scale * text_scale(self.font()))
        self._title.setFont(fonts.font(TextRole.TITLE_STRONG))
        self._tree.set_look(theme, fonts)
        self._drop_ring.colour = QColor(theme.accent)

    def set_icons(self, icons: Icons) -> None:
        """Draw the icons, after the first paint; nothing moves."""
        icons.put(self._add_button, "plus")

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _dropped_folders(event.mimeData()):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self._drop_ring.appear()

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        self._drop_ring.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        self._drop_ring.hide()
        folders = _dropped_folders(event.mimeData())
        if folders:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self.folders_dropped.emit(folders)

    def _on_current_changed(self, current: QModelIndex) -> None:
        if self._silent:
            return
        place = self._wanted = self._tree.places.place(current)
        if place is not None:
            self.place_selected.emit(place)

    def _on_filter(self, words: str) -> None:
        self._narrow(words)
        if words.strip():
            self._tree.scrollToTop()

    def _narrow(self, words: str) -> None:
        self._nothing.setVisible(not self._tree.narrow(words))

    def _go_to_found(self) -> None:
        """From the field to the places: to the first that has its words in its name, unless one is chosen."""
        self._tree.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._tree.go_to_named(self._filter.words)

    def _on_menu_asked(self, position: QPoint) -> None:
        index = self._tree.indexAt(position)
        place = self._tree.places.branch(index)
        if place is not None:
            self._tree.mark_asked(index)
            self.context_menu_asked.emit(place, self._tree.viewport().mapToGlobal(position))

    def end_menu(self) -> None:
        """The menu of a place was closed."""
        self._tree.mark_asked(QModelIndex())

    def _unfold(self, index: QModelIndex) -> None:
        """Open the section that the branch of `index` belongs to."""
        while index.parent().isValid():
            index = index.parent()
        section = self._tree.places.branch(self._tree.places.section_of(index))
        if section is not None:
            self._tree.set_folded(section, on=False)

    def _go_to(self, place: Place) -> bool:
        index = self._tree.places.index_of(place)
        self._silent = True
        if not index.isValid():  # nothing looks selected, so that a click on any place is a choice
            self._tree.selectionModel().clear()
            self._silent = False
            return False
        self._tree.setAutoScroll(not self._tree.is_out_of_sight(index))  # scrolling would open what is closed
        self._tree.setCurrentIndex(index)
        self._tree.setAutoScroll(True)
        self._silent = False
        return True

    def _make_add_button(self) -> QToolButton:
        button = QToolButton(self)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setIconSize(QSize(18, 18))
        button.setFixedSize(28, 28)
        button.setAutoRaise(True)
        button.setAccessibleName(self.tr("Add folder…"))
        button.setToolTip(self.tr("Add folder…"))
        button.clicked.connect(self.add_folder_requested)
        return button

    def _lay_out(self) -> None:
        heading = QHBoxLayout()
        heading.setContentsMargins(0, 8, 0, 8)
        heading.setSpacing(0)
        heading.addSpacing(18)
        heading.addWidget(self._title)
        heading.addStretch(1)
        heading.addWidget(self._add_button)
        heading.addSpacing(10)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(heading)
        column.addWidget(self._filter)
        column.addWidget(self._nothing)
        column.addWidget(self._tree, 1)

    def _join(self) -> None:
        self.setFocusProxy(self._tree)
        self.setTabOrder(self._tree, self._add_button)
        self._tree.selectionModel().currentChanged.connect(self._on_current_changed)
        self._tree.place_entered.connect(self.place_activated)
        self._tree.place_moved.connect(self.place_moved)
        self._tree.rename_asked.connect(self.rename_asked)
        self._tree.delete_asked.connect(self.delete_asked)
        self._filter.changed.connect(self._on_filter)
        self._filter.left.connect(self._tree.setFocus)
        self._filter.left_for_places.connect(self._go_to_found)
        self._tree.customContextMenuRequested.connect(self._on_menu_asked)


class _DropRing(QWidget):
    """Shows that a folder may be let go here."""

    def __init__(self, colour: QColor, parent: QWidget) -> None:
        super().__init__(parent)
        self._panel = parent
        self.colour = colour
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def appear(self) -> None:
        """Appear over the whole panel."""
        self.setGeometry(self._panel.rect())
        self.raise_()
        self.show()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        wash = QColor(self.colour)
        wash.setAlphaF(0.08)
        painter.fillRect(self.rect(), wash)
        draw_ring(painter, QRectF(self.rect()).adjusted(4, 4, -4, -4), 6, self.colour)
        painter.end()


def _dropped_folders(data: QMimeData) -> list[Path]:
    paths = (Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile())
    return [path for path in paths if is_folder(path)]
