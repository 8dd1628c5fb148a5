# SPDX-License-Identifier: MIT
"""How the article list is arranged: its order, its groups, the room of a row; and the menu to choose it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

SORTS = ("date", "title", "added", "length", "progress", "source", "category")
BEST_MATCH = "score"
"""The order of what a search found, until another one is chosen."""


Choice = tuple[str, str]
"""A value of the preferences, and how it is called."""


@dataclass(frozen=True, slots=True)
class ListArrangement:
    """What a person chose; each field is a preference of the same name."""

    sort: str = SORTS[0]
    backwards: bool = False
    group: str = "none"
    density: str = "comfortable"

    def after_click(self, sort: str) -> ListArrangement:
        """What a click on the head of a column makes of it."""
        return replace(self, sort=sort, backwards=sort == self.sort and not self.backwards)


@dataclass(frozen=True, slots=True)
class HitOrder:
    """In what order hits are shown: the best match first, or as the list can be sorted."""

    sort: str = BEST_MATCH
    backwards: bool = False

    def after_click(self, sort: str) -> HitOrder:
        """What a click on the head of a column makes of it; the third one brings the best match back."""
        if sort != self.sort:
            return HitOrder(sort)
        return HitOrder() if self.backwards else HitOrder(sort, backwards=True)

    @classmethod
    def chosen_in(cls, arrangement: ListArrangement) -> HitOrder:
        """The order of an arrangement; the best match is never last."""
        return cls(arrangement.sort, arrangement.backwards and arrangement.sort != BEST_MATCH)

    def within(self, arrangement: ListArrangement) -> ListArrangement:
        """An arrangement with this order instead of its own."""
        return replace(arrangement, sort=self.sort, backwards=self.backwards)

    def to_text(self) -> str:
        """For the next session; nothing for the usual order."""
        return "" if self == HitOrder() else f"{self.sort}{' backwards' if self.backwards else ''}"

    @classmethod
    def from_text(cls, text: str) -> HitOrder:
        """The order that a text says; the usual one where it says none."""
        sort, _, rest = text.partition(" ")
        return cls(sort, rest == "backwards") if sort in SORTS else cls()


def arrangement_menu(
    chosen: ListArrangement,
    on_chosen: Callable[[ListArrangement], object],
    parent: QWidget,
    *,
    of_hits: bool = False,
) -> QMenu:
    """The menu behind the sort button: order, direction, groups, density; hits have their own order."""
    translate = QCoreApplication.translate
    menu = QMenu(parent)

    def section(field: str, choices: Sequence[Choice]) -> None:
        group = QActionGroup(menu)
        for value, name in choices:
            action = _checkable(name, menu, getattr(chosen, field) == value)
            action.setData(value)
            changed = replace(chosen, **{field: value})
            action.triggered.connect(lambda _on=False, changed=changed: on_chosen(changed))
            group.addAction(action)
        menu.addActions(group.actions())

    section("sort", _orders(of_hits=of_hits))
    menu.addSeparator()
    backwards = _checkable(translate("ArticleListHeader", "Reverse order"), menu, chosen.backwards)
    backwards.triggered.connect(lambda on: on_chosen(replace(chosen, backwards=on)))
    backwards.setEnabled(chosen.sort != BEST_MATCH)
    menu.addAction(backwards)
    if not of_hits:
        menu.addSection(translate("ArticleListHeader", "Groups"))
        section("group", _groups())
    menu.addSection(translate("ArticleListHeader", "Rows"))
    section("density", _densities())
    return menu


def _orders(*, of_hits: bool) -> Sequence[Choice]:
    translate = QCoreApplication.translate
    return (
        *([(BEST_MATCH, translate("ArticleListHeader", "Best match first"))] if of_hits else []),
        ("date", translate("ArticleListHeader", "Newest first")),
        ("title", translate("ArticleListHeader", "By title")),
        ("added", translate("ArticleListHeader", "Recently added")),
        ("length", translate("ArticleListHeader", "Longest first")),
        ("progress", translate("ArticleListHeader", "By progress")),
        ("source", translate("ArticleListHeader", "By source")),
        ("category", translate("ArticleListHeader", "By category")),
    )


def _groups() -> Sequence[Choice]:
    translate = QCoreApplication.translate
    return (
        ("none", translate("ArticleListHeader", "No groups")),
        ("day", translate("ArticleListHeader", "By day")),
        ("month", translate("ArticleListHeader", "By month")),
        ("site", translate("ArticleListHeader", "By site")),
    )


def _densities() -> Sequence[Choice]:
    translate = QCoreApplication.translate
    return (
        ("comfortable", translate("ArticleListHeader", "Comfortable")),
        ("cosy", translate("ArticleListHeader", "Cosy")),
        ("compact", translate("ArticleListHeader", "Compact")),
        ("columns", translate("ArticleListHeader", "Columns")),
    )


def _checkable(name: str, menu: QMenu, on: bool) -> QAction:
    action = QAction(name, menu)
    action.setCheckable(True)
    action.setChecked(on)
    return action
