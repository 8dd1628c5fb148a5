# SPDX-License-Identifier: MIT
"""Walks windows as assistive technology does."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAbstractButton, QComboBox, QWidget

CONTROLS = {
    QAccessible.Role.Button,
    QAccessible.Role.ButtonMenu,
    QAccessible.Role.CheckBox,
    QAccessible.Role.RadioButton,
    QAccessible.Role.ComboBox,
    QAccessible.Role.EditableText,
    QAccessible.Role.Slider,
    QAccessible.Role.SpinBox,
    QAccessible.Role.List,
    QAccessible.Role.Tree,
    QAccessible.Role.Table,
    QAccessible.Role.PageTabList,
    QAccessible.Role.PageTab,
    QAccessible.Role.MenuItem,
    QAccessible.Role.ProgressBar,
}


def walk(interface: QAccessibleInterface | None, depth: int = 0) -> Iterator[QAccessibleInterface]:
    """An interface and everything in it, but neither web pages nor the rows of models."""
    if interface is None or not interface.isValid() or depth > 25:
        return
    yield interface
    if interface.role() in (QAccessible.Role.WebDocument, QAccessible.Role.Table, QAccessible.Role.Tree):
        return  # pages speak for themselves, rows are the models'
    for number in range(interface.childCount()):
        yield from walk(interface.child(number), depth + 1)


def nameless(widget: QWidget) -> list[str]:
    """The controls in sight that have no name."""
    found: list[str] = []
    for interface in walk(QAccessible.queryAccessibleInterface(widget)):
        state = interface.state()
        if interface.role() not in CONTROLS or state.invisible:
            continue
        if not interface.text(QAccessible.Text.Name).strip():
            target = interface.object()
            kind = type(target).__name__ if target is not None else "?"
            parent = target.parent() if target is not None else None
            found.append(
                f"{interface.role().name} {kind} {target and target.objectName()} in {type(parent).__name__}"
            )
    return found


def wrong_states(widget: QWidget) -> list[str]:
    """Controls of which assistive technology is told something else than is on screen."""
    found: list[str] = []
    for interface in walk(QAccessible.queryAccessibleInterface(widget)):
        target, state = interface.object(), interface.state()
        if not isinstance(target, QWidget) or interface.role() not in CONTROLS:
            continue
        name = f"{type(target).__name__} {interface.text(QAccessible.Text.Name)}"
        if bool(state.disabled) == target.isEnabled():
            found.append(f"disabled: {name}")
        told = (bool(state.checkable), bool(state.checked))
        if isinstance(target, QAbstractButton) and told != (target.isCheckable(), target.isChecked()):
            found.append(f"checked: {name}")
        if isinstance(target, QComboBox) and bool(state.expanded) != target.view().isVisible():
            found.append(f"expanded: {name}")
    return found
