# SPDX-License-Identifier: MIT
"""Finds out which versions of an article a person wants to compare, and compares them in the background."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDateTime, QLocale, QObject, Signal
from PySide6.QtWidgets import QWidget

from reader.core.article import ReadOptions
from reader.core.errors import ReaderError

from .elided_text import plain_line

if TYPE_CHECKING:
    from reader.core.library import Library, ListedArticle
    from reader.core.versions import Comparison

    from .icons import Icons
    from .versions_dialog import Version
    from .window_parts import WindowParts

MOST_VERSIONS = 50
_NAME_LIMIT = 300  # characters; a box leaves out the middle of what does not fit


class VersionCommands(QObject):
    """Compares the selected articles, or all versions of the one that is selected."""

    said = Signal(str)

    def __init__(self, parts: WindowParts, icons: Icons, window: QWidget) -> None:
        super().__init__(window)
        self._feed, self._tasks, self._style = parts.feed, parts.tasks, parts.style
        self._locale, self._icons, self._window = QLocale(parts.language), icons, window

    most = MOST_VERSIONS

    def compare(self, selected: Sequence[ListedArticle]) -> None:
        """Open the comparison, or say what to select for it."""
        if len(selected) > MOST_VERSIONS:
            self.said.emit(self.tr("Select two articles to compare them."))
        elif len(selected) > 1:
            self._feed.consult(lambda _library: _newest_first(selected), self._open)
        elif selected:
            (article,) = selected
            self._feed.consult(lambda library: _versions_of(library, article), self._open)
        else:
            self._open(())

    def _open(self, articles: Sequence[ListedArticle]) -> None:
        if len(articles) < 2:
            self.said.emit(
                self.tr("Select two articles to compare them, or one that was saved more than once.")
            )
            return
        from .versions_dialog import VersionsDialog

        versions = named_versions(articles, self._locale, [folder.path for folder in self._feed.folders])
        VersionsDialog(versions, self._compare, self._style, self._icons, self._window).show()

    def _compare(
        self,
        before: Path,
        after: Path,
        on_done: Callable[[Comparison], object],
        on_error: Callable[[ReaderError], object],
    ) -> None:
        old, new = self._feed.options_for(before), self._feed.options_for(after)
        self._tasks.run(lambda: compared(before, old, after, new), on_done, on_error)


def compared(before: Path, old: ReadOptions, after: Path, new: ReadOptions) -> Comparison:
    """Reads two files by their rules and compares what they say; ReaderError says why it cannot."""
    from reader.core.open_article import open_article
    from reader.core.versions import compare_versions

    return compare_versions(open_article(before, old).html, open_article(after, new).html)


def named_versions(
    articles: Sequence[ListedArticle], locale: QLocale, folders: Sequence[Path]
) -> list[Version]:
    """The versions with what tells them apart: when their files were written, and where they lie."""
    from .versions_dialog import Version

    versions: list[Version] = []
    for article in articles[:MOST_VERSIONS]:
        root = next((folder for folder in folders if article.path.is_relative_to(folder)), None)
        place = article.path.relative_to(root.parent) if root is not None else article.path
        written = _written(article.path)
        saved = locale.toString(written, QLocale.FormatType.ShortFormat) if written else article.date or ""
        name = " · ".join(part for part in (saved, str(place)) if part)
        versions.append(Version(article.path, plain_line(name, _NAME_LIMIT)))
    return versions


def _written(path: Path) -> QDateTime | None:
    try:
        return QDateTime.fromSecsSinceEpoch(int(path.stat().st_mtime))
    except (OSError, ValueError, OverflowError):
        return None


def _newest_first(articles: Sequence[ListedArticle]) -> tuple[ListedArticle, ...]:
    def age(article: ListedArticle) -> tuple[str, float]:
        try:
            return article.date or "", article.path.stat().st_mtime
        except OSError:
            return article.date or "", 0.0

    return tuple(sorted(articles, key=age, reverse=True))


def _versions_of(library: Library, article: ListedArticle) -> tuple[ListedArticle, ...]:
    """All versions of the group an article belongs to; the article alone if it was saved once."""
    notes = library.copies()
    group = next((note.group for note in notes if note.id == article.id), None)
    ids = [note.id for note in notes if note.group == group]
    return library.articles_with(ids) if group is not None else (article,)
