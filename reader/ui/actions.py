# SPDX-License-Identifier: MIT
"""Every action of the window in one table: its words, shortcut, icon and menu."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget


def QT_TRANSLATE_NOOP(_context: str, text: str) -> str:
    """Marks a text for the collector of translations, which knows this name."""
    return text


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One action; `menu` names where it stands, in table order, `-` before a name starts a group."""

    name: str
    text: str
    menu: str
    shortcuts: tuple[str, ...] = ()
    icon: str = ""
    checkable: bool = False


ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec("open_file", QT_TRANSLATE_NOOP("Actions", "Open file…"), "file", ("Ctrl+O",), "file"),
    ActionSpec(
        "open_folder",
        QT_TRANSLATE_NOOP("Actions", "Add folder to library…"),
        "file",
        ("Ctrl+Shift+O",),
        "folder",
    ),
    ActionSpec("new_window", QT_TRANSLATE_NOOP("Actions", "New window"), "file", ("Ctrl+Shift+N",), "window"),
    ActionSpec("article_window", QT_TRANSLATE_NOOP("Actions", "Open in new window"), "file", ("Ctrl+Alt+N",)),
    ActionSpec(
        "rescan",
        QT_TRANSLATE_NOOP("Actions", "Look for changes in the library"),
        "-file",
        ("Shift+F5",),
        "refresh",
    ),
    ActionSpec("make_offline", QT_TRANSLATE_NOOP("Actions", "Make available offline…"), "file"),
    ActionSpec(
        "retry_pictures", QT_TRANSLATE_NOOP("Actions", "Try missing pictures again…"), "file", ("Ctrl+Alt+I",)
    ),
    ActionSpec("reload", QT_TRANSLATE_NOOP("Actions", "Reload article"), "file", ("F5", "Ctrl+R")),
    ActionSpec("save_pdf", QT_TRANSLATE_NOOP("Actions", "Save as PDF…"), "-file", ("Ctrl+Shift+P",), "pdf"),
    ActionSpec("save_copy", QT_TRANSLATE_NOOP("Actions", "Save complete copy…"), "file", ("Ctrl+S",), "save"),
    ActionSpec(
        "copy_link", QT_TRANSLATE_NOOP("Actions", "Copy link to source"), "-file", ("Ctrl+Shift+C",), "link"
    ),
    ActionSpec("copy_path", QT_TRANSLATE_NOOP("Actions", "Copy file path"), "file"),
    ActionSpec(
        "copy_markdown", QT_TRANSLATE_NOOP("Actions", "Copy as Markdown link"), "file", ("Ctrl+Alt+C",)
    ),
    ActionSpec("mail_link", QT_TRANSLATE_NOOP("Actions", "Send link by mail…"), "file", ("Ctrl+Alt+M",)),
    ActionSpec("open_with", QT_TRANSLATE_NOOP("Actions", "Open with…"), "file", ("Ctrl+Alt+O",)),
    ActionSpec(
        "reveal", QT_TRANSLATE_NOOP("Actions", "Show in file manager"), "file", ("Ctrl+Shift+R",), "reveal"
    ),
    ActionSpec(
        "preferences", QT_TRANSLATE_NOOP("Actions", "Preferences…"), "-file", ("Ctrl+,",), "preferences"
    ),
    ActionSpec("backups", QT_TRANSLATE_NOOP("Actions", "Restore from backup…"), "file", (), "recent"),
    ActionSpec("take_in", QT_TRANSLATE_NOOP("Actions", "Take in an export…"), "file"),
    ActionSpec("write_state", QT_TRANSLATE_NOOP("Actions", "Write reading state to a file…"), "file"),
    ActionSpec("quit", QT_TRANSLATE_NOOP("Actions", "Quit"), "-file", ("Ctrl+Q",)),
    ActionSpec("next", QT_TRANSLATE_NOOP("Actions", "Next article"), "article", ("J", "Ctrl+Down"), "next"),
    ActionSpec(
        "previous", QT_TRANSLATE_NOOP("Actions", "Previous article"), "article", ("K", "Ctrl+Up"), "previous"
    ),
    ActionSpec("continue_reading", QT_TRANSLATE_NOOP("Actions", "Continue reading"), "article", ("C",)),
    ActionSpec("next_unread", QT_TRANSLATE_NOOP("Actions", "Next unread article"), "article", ("N",)),
    ActionSpec(
        "toggle_read", QT_TRANSLATE_NOOP("Actions", "Mark as read or unread"), "-article", ("M",), "read"
    ),
    ActionSpec(
        "toggle_star", QT_TRANSLATE_NOOP("Actions", "Star"), "article", ("S",), "star", checkable=True
    ),
    ActionSpec("tags", QT_TRANSLATE_NOOP("Actions", "Tags…"), "article", ("L",)),
    ActionSpec("archive", QT_TRANSLATE_NOOP("Actions", "Archive selected articles"), "article", ("E",)),
    ActionSpec("find", QT_TRANSLATE_NOOP("Actions", "Find in article…"), "-article", ("Ctrl+F",), "find"),
    ActionSpec("next_hit", QT_TRANSLATE_NOOP("Actions", "Next place found"), "article", ("F3",)),
    ActionSpec(
        "previous_hit", QT_TRANSLATE_NOOP("Actions", "Previous place found"), "article", ("Shift+F3",)
    ),
    ActionSpec(
        "search", QT_TRANSLATE_NOOP("Actions", "Search the library"), "article", ("/", "Ctrl+L"), "search"
    ),
    ActionSpec(
        "save_search",
        QT_TRANSLATE_NOOP("Actions", "Save search as smart list…"),
        "article",
        ("Ctrl+Shift+S",),
    ),
    ActionSpec("related", QT_TRANSLATE_NOOP("Actions", "More like this"), "article", ("R",)),
    ActionSpec(
        "share_state",
        QT_TRANSLATE_NOOP("Actions", "Share reading state with copies…"),
        "article",
        ("Ctrl+Alt+D",),
    ),
    ActionSpec("compare_versions", QT_TRANSLATE_NOOP("Actions", "Compare versions…"), "article", ("D",)),
    ActionSpec(
        "original",
        QT_TRANSLATE_NOOP("Actions", "Show original"),
        "-article",
        ("O",),
        "original",
        checkable=True,
    ),
    ActionSpec(
        "open_source", QT_TRANSLATE_NOOP("Actions", "Open source in browser"), "article", ("B",), "browser"
    ),
    ActionSpec(
        "load_images",
        QT_TRANSLATE_NOOP("Actions", "Load images of this article"),
        "-article",
        ("Ctrl+Shift+I",),
        "pictures",
    ),
    ActionSpec(
        "keep_pictures",
        QT_TRANSLATE_NOOP("Actions", "Keep pictures of this article"),
        "article",
        ("Ctrl+Alt+K",),
        checkable=True,
    ),
    ActionSpec("view_pictures", QT_TRANSLATE_NOOP("Actions", "View pictures"), "article", ("V",)),
    ActionSpec("back", QT_TRANSLATE_NOOP("Actions", "Back"), "-article", ("Alt+Left",), "back"),
    ActionSpec("forward", QT_TRANSLATE_NOOP("Actions", "Forward"), "article", ("Alt+Right",), "forward"),
    ActionSpec("new_tab", QT_TRANSLATE_NOOP("Actions", "New tab"), "tab", ("Ctrl+T",), "plus"),
    ActionSpec("close_tab", QT_TRANSLATE_NOOP("Actions", "Close tab"), "tab", ("Ctrl+W",), "close"),
    ActionSpec("reopen_tab", QT_TRANSLATE_NOOP("Actions", "Reopen closed tab"), "tab", ("Ctrl+Shift+T",)),
    ActionSpec("pin_tab", QT_TRANSLATE_NOOP("Actions", "Pin or unpin tab"), "tab", (), "pin"),
    ActionSpec("next_tab", QT_TRANSLATE_NOOP("Actions", "Next tab"), "-tab", ("Ctrl+Tab", "Ctrl+PgDown")),
    ActionSpec(
        "previous_tab", QT_TRANSLATE_NOOP("Actions", "Previous tab"), "tab", ("Ctrl+Shift+Tab", "Ctrl+PgUp")
    ),
    ActionSpec("tab_left", QT_TRANSLATE_NOOP("Actions", "Move tab left"), "tab", ("Ctrl+Shift+PgUp",)),
    ActionSpec("tab_right", QT_TRANSLATE_NOOP("Actions", "Move tab right"), "tab", ("Ctrl+Shift+PgDown",)),
    ActionSpec("highlight", QT_TRANSLATE_NOOP("Actions", "Highlight"), "-article", ("H",), "highlight"),
    ActionSpec("note", QT_TRANSLATE_NOOP("Actions", "Write a note…"), "article", ("Shift+H",), "note"),
    ActionSpec("undo", QT_TRANSLATE_NOOP("Actions", "Undo"), "article", ("Ctrl+Z", "U"), "undo"),
    ActionSpec(
        "drawer",
        QT_TRANSLATE_NOOP("Actions", "Highlights and contents"),
        "article",
        ("Ctrl+H",),
        "contents",
        checkable=True,
    ),
    ActionSpec(
        "all_highlights",
        QT_TRANSLATE_NOOP("Actions", "All highlights…"),
        "article",
        ("Ctrl+Shift+H",),
        "highlights",
    ),
    ActionSpec(
        "hide_element", QT_TRANSLATE_NOOP("Actions", "Hide this element"), "-article", ("Ctrl+Alt+H",)
    ),
    ActionSpec(
        "show_hidden",
        QT_TRANSLATE_NOOP("Actions", "Show hidden elements again"),
        "article",
        ("Ctrl+Alt+Shift+H",),
    ),
    ActionSpec(
        "article_settings",
        QT_TRANSLATE_NOOP("Actions", "How this article is shown…"),
        "article",
        ("Ctrl+Shift+A",),
    ),
    ActionSpec("zoom_in", QT_TRANSLATE_NOOP("Actions", "Larger"), "view", ("Ctrl++", "Ctrl+="), "zoom_in"),
    ActionSpec("zoom_out", QT_TRANSLATE_NOOP("Actions", "Smaller"), "view", ("Ctrl+-",), "zoom_out"),
    ActionSpec("zoom_reset", QT_TRANSLATE_NOOP("Actions", "Normal size"), "view", ("Ctrl+0",)),
    ActionSpec("wider", QT_TRANSLATE_NOOP("Actions", "Wider column"), "-view", ("Ctrl+Alt+Right", "]")),
    ActionSpec("narrower", QT_TRANSLATE_NOOP("Actions", "Narrower column"), "view", ("Ctrl+Alt+Left", "[")),
    ActionSpec("look", QT_TRANSLATE_NOOP("Actions", "Text and theme…"), "-view", ("A",), "look"),
    ActionSpec("next_theme", QT_TRANSLATE_NOOP("Actions", "Next theme"), "view", ("T",), "theme"),
    ActionSpec(
        "library_panel",
        QT_TRANSLATE_NOOP("Actions", "Library panel"),
        "-view",
        ("F9",),
        "panel",
        checkable=True,
    ),
    ActionSpec(
        "find_place", QT_TRANSLATE_NOOP("Actions", "Find a place in the library"), "view", ("Ctrl+Shift+F",)
    ),
    ActionSpec(
        "focus_mode",
        QT_TRANSLATE_NOOP("Actions", "Focus on the article"),
        "view",
        ("F8", "F"),
        "focus",
        checkable=True,
    ),
    ActionSpec(
        "full_screen",
        QT_TRANSLATE_NOOP("Actions", "Full screen"),
        "view",
        ("F11",),
        "full_screen",
        checkable=True,
    ),
    ActionSpec("menu_bar", QT_TRANSLATE_NOOP("Actions", "Menu bar"), "view", ("F10",), checkable=True),
    ActionSpec(
        "statistics",
        QT_TRANSLATE_NOOP("Actions", "Reading statistics…"),
        "-view",
        ("Ctrl+Shift+D",),
        "statistics",
    ),
    ActionSpec("welcome", QT_TRANSLATE_NOOP("Actions", "Welcome articles"), "help", ("F1",), "welcome"),
    ActionSpec("shortcuts", QT_TRANSLATE_NOOP("Actions", "Keyboard shortcuts"), "help", ("?",)),
    ActionSpec("change_shortcuts", QT_TRANSLATE_NOOP("Actions", "Change shortcuts…"), "help"),
    ActionSpec(
        "palette", QT_TRANSLATE_NOOP("Actions", "Go to anything…"), "-help", ("Ctrl+P", "Ctrl+K"), "search"
    ),
    ActionSpec("about", QT_TRANSLATE_NOOP("Actions", "About Article Reader"), "help"),
)

MENUS: Mapping[str, str] = {
    "file": QT_TRANSLATE_NOOP("Actions", "&File"),
    "article": QT_TRANSLATE_NOOP("Actions", "&Article"),
    "tab": QT_TRANSLATE_NOOP("Actions", "&Tabs"),
    "view": QT_TRANSLATE_NOOP("Actions", "&View"),
    "help": QT_TRANSLATE_NOOP("Actions", "&Help"),
}


def translated(text: str) -> str:
    """A text of this table in the language of the person."""
    return QCoreApplication.translate("Actions", text)


class Actions(QObject):
    """The table brought to life: one QAction a row, found by name."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._by_name: dict[str, QAction] = {}
        for spec in ACTIONS:
            action = QAction(translated(spec.text), window)
            action.setObjectName(spec.name)
            action.setCheckable(spec.checkable)
            action.setShortcuts([QKeySequence(key) for key in spec.shortcuts])
            action.setToolTip(_tool_tip(action))
            self._by_name[spec.name] = action
            window.addAction(action)

    def __getitem__(self, name: str) -> QAction:
        return self._by_name[name]

    def all(self) -> Iterable[tuple[ActionSpec, QAction]]:
        """Each row with its action, in table order."""
        return ((spec, self._by_name[spec.name]) for spec in ACTIONS)

    def enable(self, names: Iterable[str], on: bool) -> None:
        """Switch several actions on or off."""
        for name in names:
            self._by_name[name].setEnabled(on)

    def rebind(self, name: str, keys: Iterable[str] | None) -> None:
        """Give an action other keys; None: those of the table."""
        spec = next(spec for spec in ACTIONS if spec.name == name)
        action = self._by_name[name]
        action.setShortcuts([QKeySequence(key) for key in (spec.shortcuts if keys is None else keys)])
        action.setToolTip(_tool_tip(action))

    def fill_menu(self, menu: QMenu, name: str) -> None:
        """Put the actions of one menu into it, in order, with its groups."""
        for spec in ACTIONS:
            if spec.menu.removeprefix("-") != name:
                continue
            if spec.menu.startswith("-"):
                menu.addSeparator()
            menu.addAction(self._by_name[spec.name])

    def fill_menu_bar(self, bar: QMenuBar) -> dict[str, QMenu]:
        """All menus of the table, by name."""
        menus: dict[str, QMenu] = {}
        for name, title in MENUS.items():
            menus[name] = bar.addMenu(translated(title))
            self.fill_menu(menus[name], name)
        return menus


def _tool_tip(action: QAction) -> str:
    text = action.text().rstrip("…")
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    return f"{text} ({keys})" if keys else text
