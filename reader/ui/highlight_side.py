# SPDX-License-Identifier: MIT
"""The side of the window that marks and remembers passages; made once the first page is painted."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reader.core.settings import ReadingState
from reader.core.settings.options import HIGHLIGHT_TEMPLATE
from reader.core.theme import Theme

from .actions import Actions
from .detail_view import Shown
from .highlight_commands import HighlightCommands
from .icons import Icons
from .window_parts import WindowParts

if TYPE_CHECKING:
    from reader.core.settings.highlights import Anchored, Highlight

    from .article_drawer import ArticleDrawer
    from .highlights_dialog import HighlightsDialog, Marks


class HighlightSide(QObject):
    """Joins the commands with the drawer beside the page and with the list of all highlights."""

    article_asked = Signal(object)  # Path
    search_asked = Signal(str)
    said = Signal(str)

    def __init__(self, parts: WindowParts, icons: Icons, actions: Actions, pane: QWidget) -> None:
        super().__init__(pane)
        detail, feed, style = parts.detail, parts.feed, parts.style
        self._detail, self._feed, self._style, self._icons = detail, feed, style, icons
        self._actions, self._pane, self._preferences = actions, pane, parts.preferences
        self._drawer: ArticleDrawer | None = None
        self._dialog: HighlightsDialog | None = None
        self._anchored: tuple[Anchored, ...] = ()
        self.commands = HighlightCommands(detail, feed, style, icons, pane)
        self.commands.marks_changed.connect(self._on_marks)
        self.commands.search_asked.connect(self.search_asked)
        self.commands.said.connect(self.said)
        commands = self.commands
        for name, run in (
            ("highlight", commands.highlight),
            ("note", commands.annotate),
            ("all_highlights", self.show_all),
        ):
            actions[name].triggered.connect(lambda _on=False, run=run: run())
        actions["drawer"].triggered.connect(lambda on: self.show_drawer(on))
        style.theme_changed.connect(self._on_theme)
        detail.first_paint.connect(self._on_painted)
        detail.article_failed.connect(lambda *_failed: self._enable())
        self._enable()
        if detail.is_painted:
            self.commands.page_painted()

    @property
    def drawer(self) -> ArticleDrawer:
        """The drawer beside the page."""
        return self._drawer or self._build_drawer()

    def show_drawer(self, on: bool, *, focus: bool = True) -> None:
        """Open or close the drawer; with `focus` the keyboard goes along."""
        if not on and self._drawer is None:
            return
        drawer = self.drawer
        drawer.setVisible(on)
        self._actions["drawer"].setChecked(on)
        if on:
            self._fill_drawer()
            if focus:
                drawer.give_focus()
        elif focus:
            self._detail.view.setFocus()

    def show_all(self) -> None:
        """Open the list of all highlights."""
        if self._dialog is None:
            from .highlights_dialog import HighlightsDialog

            self._dialog = HighlightsDialog(self._ask_all, self._style, self._pane.window())
            self._dialog.chosen.connect(self._go_to)
            self._dialog.delete_asked.connect(lambda mark: self.commands.delete(mark.id))
            self._dialog.edit_asked.connect(self.commands.edit_note)
            self._dialog.export_asked.connect(self._export)
            self._dialog.destroyed.connect(self._on_dialog_gone)
        if self._dialog.isVisible():
            self._dialog.raise_()
        self._dialog.show()
        self._dialog.activateWindow()

    def _export(self, marks: Marks) -> None:
        from .highlight_export import export_highlights

        template = self._preferences.get(HIGHLIGHT_TEMPLATE)
        export_highlights(marks, self.said.emit, self._dialog or self._pane.window(), template)

    def _ask_all(self, query: str, on_done: Callable[[Marks], object]) -> None:
        self._feed.consult(lambda library: library.highlights(query), on_done)

    def _go_to(self, mark: Highlight) -> None:
        if mark.path is None:
            self.said.emit(self.tr("The article of this highlight is not in the library any more."))
        elif not self.commands.go_to(mark.path, mark.id):
            self.article_asked.emit(mark.path)

    def _build_drawer(self) -> ArticleDrawer:
        """Put the drawer to the right of the page, which makes room for it."""
        from .article_drawer import ArticleDrawer
        from .drawer_room import DrawerRoom

        drawer = ArticleDrawer(self._style.theme, self._icons, self._pane)
        drawer.hide()
        drawer.mark_chosen.connect(self._go_to_in_page)
        drawer.delete_asked.connect(lambda mark: self.commands.delete(mark.id))
        drawer.edit_asked.connect(lambda mark: self.commands.edit(mark.id))
        drawer.heading_chosen.connect(self.commands.layer.go_to_heading)
        drawer.all_asked.connect(self.show_all)
        drawer.attach_asked.connect(lambda mark: self.commands.reattach(mark.id))
        drawer.tags_asked.connect(self._actions["tags"].trigger)
        self._feed.state_changed.connect(lambda state: self._on_state(state.path))
        drawer.closed.connect(lambda: self.show_drawer(False))
        column = self._pane.layout()
        if isinstance(column, QVBoxLayout):
            place = column.indexOf(self._detail)
            row = QHBoxLayout()
            row.setSpacing(0)
            column.removeWidget(self._detail)
            row.addWidget(self._detail, 1)
            row.addWidget(drawer)
            DrawerRoom(drawer, self._detail, row)
            column.insertLayout(place, row, 1)
        self._drawer = drawer
        return drawer

    def _go_to_in_page(self, mark: Highlight) -> None:
        state = self._detail.state
        if state.path is not None and not mark.orphaned:
            self.commands.go_to(state.path, mark.id)

    def _on_painted(self) -> None:
        self._enable()
        self.commands.page_painted()

    def _enable(self) -> None:
        self._actions.enable(("highlight", "note", "drawer"), self._detail.state.shown is Shown.ARTICLE)

    def _on_marks(self, anchored: tuple[Anchored, ...]) -> None:
        self._anchored = anchored
        if self._drawer is not None and not self._drawer.isHidden():
            self._fill_drawer()
        if self._dialog is not None:
            self._dialog.refresh()

    def _fill_drawer(self) -> None:
        self.drawer.show_marks(self._anchored)
        self.commands.layer.read_headings(self.drawer.show_headings)
        self._fill_tags()

    def _on_state(self, path: Path) -> None:
        if path == self._detail.state.path and not self.drawer.isHidden():
            self._fill_tags()

    def _fill_tags(self) -> None:
        page = self._detail.state.page
        if page is None:
            return
        path, of_file = page.article.path, page.article.metadata.tags

        def show(state: object) -> None:
            if isinstance(state, ReadingState) and path == self._detail.state.path:
                own = state.tags
                self.drawer.show_tags(own, [tag for tag in of_file if tag not in own])

        self._feed.state_of(path, show)

    def _on_theme(self, theme: Theme) -> None:
        self.commands.set_theme(theme)
        if self._drawer is not None:
            self._drawer.set_theme(theme)

    def _on_dialog_gone(self) -> None:
        self._dialog = None
