# SPDX-License-Identifier: MIT
"""Commands that lead away from the open article: to the clipboard, a letter, other applications, a window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from .actions import Actions
from .article_commands import reveal_file
from .article_file import ArticleFile, copy_text, send_by_mail
from .file_drag import DragHandle, drag_file
from .status_line import StatusLine
from .window_parts import WindowParts

if TYPE_CHECKING:
    from .detail_header import DetailHeader


class OutwardCommands(QObject):
    """Made after the first paint; each acts on the article that is shown."""

    def __init__(
        self,
        parts: WindowParts,
        act: Actions,
        status: StatusLine,
        header: DetailHeader,
        open_in_window: Callable[[Path], object],
    ) -> None:
        super().__init__(header)
        self._parts, self._act, self._status, self._header = parts, act, status, header
        self._handle = DragHandle(header, self._drag)
        handlers: dict[str, Callable[[ArticleFile], object]] = {
            "copy_path": lambda file: self._copy(str(file.path), self.tr("File path copied.")),
            "copy_link": lambda file: self._copy(file.link or "", self.tr("Link copied.")),
            "copy_markdown": lambda file: self._copy(file.as_markdown(), self.tr("Link copied as Markdown.")),
            "reveal": lambda file: reveal_file(file.path),
            "mail_link": send_by_mail,
            "open_with": self._open_with,
            "article_window": lambda file: open_in_window(file.path),
        }
        for name, handler in handlers.items():
            act[name].triggered.connect(lambda _checked=False, run=handler: self._with_article(run))
        self._hide_what_is_impossible()

    def _with_article(self, run: Callable[[ArticleFile], object]) -> None:
        page = self._parts.detail.state.page
        if page is not None:
            metadata = page.article.metadata
            run(ArticleFile(page.article.path, metadata.title, metadata.source_url))

    def _copy(self, text: str, said: str) -> None:
        copy_text(text)
        self._status.say(said)

    def _open_with(self, file: ArticleFile) -> None:
        from PySide6.QtCore import Qt

        from .other_applications import applications_menu

        menu = applications_menu(file.path, self._header)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        anchor = self._header.look_button
        menu.popup(anchor.mapToGlobal(anchor.rect().bottomLeft()))

    def _drag(self, source: QWidget) -> None:
        self._with_article(lambda file: drag_file(file.path, file.name, source))

    def _hide_what_is_impossible(self) -> None:
        from .other_applications import can_open_elsewhere

        self._act["open_with"].setVisible(can_open_elsewhere())
