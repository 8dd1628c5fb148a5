# SPDX-License-Identifier: MIT
"""How the article list is arranged: its order, its groups, the room of a row; and the menu to choose it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

SORTS = ("date", "title", "added", "length", "progress", "source", "category")


@dataclass(frozen=True, slots=True)
class ListArrangement:
    """What a person chose; each field is a preference of the same name."""

    sort: str = SORTS[0]
    backwards: bool = False
    group: str = "none"
    density: str = "comfortable"


def arrangement_menu(
    chosen: ListArrangement, on_chosen: Callable[[ListArrangement], object], parent: QWidget
) -> QMenu:
    """The menu behind the sort button: order, direction, groups, density."""
    translate = QCoreApplication.translate
    menu = QMenu(parent)

    def section(title: str, field: str, choices: Sequence[tuple[str, str]]) -> None:
        group = QActionGroup(menu)
        if title:
            menu.addSection(title)
        for value, name in choices:
            action = _checkable(name, menu, getattr(chosen, field) == value)
            action.setData(value)
            changed = replace(chosen, **{field: value})
            action.triggered.connect(lambda _on=False, changed=changed: on_chosen(changed))
            group.addAction(action)
        menu.addActions(group.actions())

    section(
        "",
        "sort",
        (
            ("date", translate("ArticleListHeader", "Newest first")),
            ("title", translate("ArticleListHeader", "By title")),
            ("added", translate("ArticleListHeader", "Recently added")),
            ("length", translate("ArticleListHeader", "Longest first")),
            ("progress", translate("ArticleListHeader", "By progress")),
            ("source", translate("ArticleListHeader", "By source")),
            ("category", translate("ArticleListHeader", "By category")),
        ),
    )
    menu.addSeparator()
    backwards = _checkable(translate("ArticleListHeader", "Reverse order"), menu, chosen.backwards)
    backwards.triggered.connect(lambda on: on_chosen(replace(chosen, backwards=on)))
    menu.addAction(backwards)
    section(
        translate("ArticleListHeader", "Groups"),
        "group",
        (
            ("none", translate("ArticleListHeader", "No groups")),
            ("day", translate("ArticleListHeader", "By day")),
            ("month", translate("ArticleListHeader", "By month")),
            ("site", translate("ArticleListHeader", "By site")),
        ),
    )
    section(
        translate("ArticleListHeader", "Rows"),
        "density",
        (
            ("comfortable", translate("ArticleListHeader", "Comfortable")),
            ("cosy", translate("ArticleListHeader", "Cosy")),
            ("compact", translate("ArticleListHeader", "Compact")),
            ("columns", translate("ArticleListHeader", "Columns")),
        ),
    )
    return menu


def _checkable(name: str, menu: QMenu, on: bool) -> QAction:
    action = QAction(name, menu)
    action.setCheckable(True)
    action.setChecked(on)
    return action
