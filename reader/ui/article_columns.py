# SPDX-License-Identifier: MIT
"""The columns of the article list: what each says, how it sorts, and which are shown how wide and where."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import IntEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QMenu, QWidget

from reader.ui.article_sources import named_source
from reader.ui.elided_text import plain_line
from reader.ui.written_dates import written_date

if TYPE_CHECKING:
    from reader.core.library import ListedArticle

LEAST_WIDTH = 48  # pixels
MOST_WIDTH = 2000
_LIMIT = 300  # characters of a cell
translate = QCoreApplication.translate


class Column(IntEnum):
    """The columns, by their numbers in the model."""

    TITLE = 0
    SOURCE = 1
    DATE = 2
    CATEGORY = 3
    WORDS = 4
    PROGRESS = 5


SORTS: Mapping[Column, str] = MappingProxyType(
    {
        Column.TITLE: "title",
        Column.SOURCE: "source",
        Column.DATE: "date",
        Column.CATEGORY: "category",
        Column.WORDS: "length",
        Column.PROGRESS: "progress",
    }
)
"""The order of the list that a click on a column asks for."""
DOWNWARD = frozenset({"date", "length", "progress", "added"})
"""Orders that begin with what is newest, longest or furthest."""


@dataclass(frozen=True, slots=True)
class ColumnPlace:
    """One column of a plan."""

    column: Column
    width: int
    shown: bool = True


@dataclass(frozen=True, slots=True)
class ColumnPlan:
    """All columns in the order they stand; the title is always shown and takes the room the others leave."""

    places: tuple[ColumnPlace, ...] = (
        ColumnPlace(Column.TITLE, 320),
        ColumnPlace(Column.SOURCE, 112),
        ColumnPlace(Column.DATE, 116),
        ColumnPlace(Column.CATEGORY, 112),
        ColumnPlace(Column.WORDS, 64),
        ColumnPlace(Column.PROGRESS, 84),
    )

    def to_text(self) -> str:
        """For the next session: `title:320 source:130 -date:96`."""
        return " ".join(
            f"{'' if each.shown else '-'}{each.column.name.lower()}:{each.width}" for each in self.places
        )

    @classmethod
    def from_text(cls, text: str) -> ColumnPlan:
        """The plan a text says; what it does not say or says twice is as it is by default."""
        usual = {each.column: each for each in cls().places}
        names = {column.name.lower(): column for column in Column}
        found: dict[Column, ColumnPlace] = {}
        for part in text.split():
            name, _, width = part.removeprefix("-").partition(":")
            column = names.get(name)
            if column is None or column in found or not (width.isascii() and width.isdigit()):
                continue
            shown = column is Column.TITLE or not part.startswith("-")
            pixels = min(max(int(width[:6]), LEAST_WIDTH), MOST_WIDTH)
            found[column] = ColumnPlace(column, pixels, shown)
        return cls((*found.values(), *(each for column, each in usual.items() if column not in found)))

    def with_shown(self, column: Column, *, on: bool) -> ColumnPlan:
        """The same plan with a column shown or hidden."""
        return ColumnPlan(
            tuple(replace(each, shown=on) if each.column is column else each for each in self.places)
        )


def column_name(column: Column) -> str:
    """What stands above a column."""
    names = {
        Column.TITLE: translate("ArticleColumns", "Title"),
        Column.SOURCE: translate("ArticleColumns", "Source"),
        Column.DATE: translate("ArticleColumns", "Date"),
        Column.CATEGORY: translate("ArticleColumns", "Category"),
        Column.WORDS: translate("ArticleColumns", "Words"),
        Column.PROGRESS: translate("ArticleColumns", "Progress"),
    }
    return names[column]


def cell_text(article: ListedArticle, column: Column, locale: QLocale, today: date) -> str:
    """What a cell says."""
    if column is Column.TITLE:
        return plain_line(article.title, _LIMIT) or plain_line(article.path.stem, _LIMIT)
    if column is Column.SOURCE:
        if not article.available:
            return translate("ArticleList", "Not available now")
        return named_source(article)
    if column is Column.DATE:
        return written_date(article.date, locale, today)
    if column is Column.CATEGORY:
        return plain_line(" / ".join(article.categories[0]), _LIMIT) if article.categories else ""
    if column is Column.WORDS:
        return locale.toString(article.words) if article.words else ""
    return _progress(article)


def columns_menu(plan: ColumnPlan, on_changed: Callable[[ColumnPlan], object], parent: QWidget) -> QMenu:
    """Which columns are shown; the title always is."""
    menu = QMenu(translate("ArticleColumns", "Columns"), parent)
    for each in sorted(plan.places, key=lambda place: place.column):
        if each.column is Column.TITLE:
            continue
        action = menu.addAction(column_name(each.column))
        action.setCheckable(True)
        action.setChecked(each.shown)
        action.toggled.connect(lambda on, column=each.column: on_changed(plan.with_shown(column, on=on)))
    menu.addSeparator()
    menu.addAction(translate("ArticleColumns", "Usual columns")).triggered.connect(
        lambda: on_changed(ColumnPlan())
    )
    return menu


def _progress(article: ListedArticle) -> str:
    if article.state == "reading":
        return translate("ArticleColumns", "{0} %").format(round(100 * (article.progress or 0.0)))
    names = {
        "finished": translate("ArticleColumns", "Read"),
        "archived": translate("ArticleColumns", "Archived"),
    }
    return names.get(article.state, "")
