# SPDX-License-Identifier: MIT
"""What leaves the reader of an article: its file, its link, a line of Markdown, a letter."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication

from .elided_text import plain_line

_TITLE_LIMIT = 300  # characters
_IN_BRACKETS = str.maketrans({sign: f"\\{sign}" for sign in "\\[]`*_<>"})
_IN_ADDRESS = str.maketrans({"(": "%28", ")": "%29", " ": "%20", "<": "%3C", ">": "%3E"})


@dataclass(frozen=True, slots=True)
class ArticleFile:
    """One article as others may have it; `link` is where it came from, if its file says."""

    path: Path
    title: str
    link: str | None = None

    @property
    def name(self) -> str:
        """The title in one line."""
        return plain_line(self.title, _TITLE_LIMIT) or self.path.stem

    def as_markdown(self) -> str:
        """A link in Markdown to where the article came from, else to its file."""
        address = self.link or self.path.as_uri()
        return f"[{self.name.translate(_IN_BRACKETS)}]({address.translate(_IN_ADDRESS)})"

    def as_letter(self) -> QUrl:
        """The address that opens a letter with title and link in the person's mail program."""
        body = f"{self.name}\r\n{self.link or ''}\r\n"
        subject, written = (bytes(QUrl.toPercentEncoding(text).data()).decode() for text in (self.name, body))
        return QUrl(f"mailto:?subject={subject}&body={written}", QUrl.ParsingMode.StrictMode)


def copy_text(text: str) -> None:
    """Put a text on the clipboard."""
    QGuiApplication.clipboard().setText(text)


def send_by_mail(file: ArticleFile, open_outside: Callable[[QUrl], object] | None = None) -> None:
    """Open a letter with the article's link."""
    (open_outside or QDesktopServices.openUrl)(file.as_letter())
