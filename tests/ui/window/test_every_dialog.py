# SPDX-License-Identifier: MIT
"""Every dialog and popover: its controls have names and true states, and show when they have the keyboard."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QDialog,
    QFrame,
    QListWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

import reader.ui
from reader.core.article import CategoryRule, Dialect, ImageKey, SafeHtml
from reader.core.export.pictures import ArticlePicture
from reader.core.library import FolderRules
from reader.core.settings import ReadState
from reader.core.settings.anchoring import Selector
from reader.core.settings.highlights import Highlight
from reader.core.settings.questions import LostState, WhichFile
from reader.core.settings.statistics import ReadingTime
from reader.core.versions import compare_versions
from reader.ui.main_window import MainWindow

from .accessibility_walk import nameless, wrong_states
from .conftest import MakeWindow

pytestmark = [
    pytest.mark.engine,
    pytest.mark.qt_log_ignore("GPUInfo not initialized", "This plugin does not support"),
]
PATIENCE = 20_000
_CURSOR = 64  # pixels that a text cursor or a rounding may change: less than any ring
Opener = Callable[[MainWindow, Path], QWidget]


@pytest.fixture
def window(make_window: MakeWindow, library: Path, qtbot: QtBot) -> MainWindow:
    made = make_window()
    made.open_requested(library)
    qtbot.waitUntil(lambda: made.side.articles.view.model().rowCount() == 6, timeout=60_000)
    qtbot.waitUntil(lambda: made.is_settled() and made._detail.state.page is not None, timeout=60_000)
    return made


@pytest.fixture
def still(qapp: QApplication) -> Iterator[None]:
    """The text cursor does not blink."""
    before = qapp.cursorFlashTime()
    qapp.setCursorFlashTime(0)
    yield
    qapp.setCursorFlashTime(before)


# ---- how each is opened


def _about(window: MainWindow, _article: Path) -> QWidget:
    from reader.ui.about_dialog import AboutDialog

    return AboutDialog(0, window)


def _licences(window: MainWindow, _article: Path) -> QWidget:
    from reader.ui.licences_dialog import LicencesDialog

    return LicencesDialog(window)


def _shortcuts(window: MainWindow, _article: Path) -> QWidget:
    from reader.ui.shortcut_sheet import ShortcutSheet

    return ShortcutSheet(window.act, window)


def _shortcut_editor(window: MainWindow, _article: Path) -> QWidget:
    from reader.ui.shortcut_editor import ShortcutEditor

    return ShortcutEditor(window.act, window._parts.preferences, window)


def _article_settings(window: MainWindow, article: Path) -> QWidget:
    from reader.ui.article_settings_dialog import ArticleSettingsDialog

    return ArticleSettingsDialog(article, window._feed, window._parts.style, window)


def _allowed_hosts(window: MainWindow, _article: Path) -> QWidget:
    from reader.ui.allowed_hosts_dialog import AllowedHostsDialog

    return AllowedHostsDialog(["a.example", "b.example"], window)


def _taken_in(window: MainWindow, _article: Path) -> QWidget:
    from reader.core.library.taking_in import TakenIn
    from reader.core.settings.imports import ImportReport
    from reader.ui.taken_in_dialog import TakenInDialog

    report = ImportReport(1, 1, 2, 1, ("Unknown",), ("Said twice",))
    return TakenInDialog(Path("export.csv"), TakenIn("readwise", 3, report), window._parts.style, window)


def _versions(window: MainWindow, article: Path) -> QWidget:
    from reader.ui.versions_dialog import Version, VersionsDialog

    found = compare_versions(SafeHtml("<p>One.</p><p>Two.</p>"), SafeHtml("<p>One.</p><p>Three.</p>"))
    versions = [Version(article, "today"), Version(article, "yesterday")]
    return VersionsDialog(
        versions,
        lambda _before, _after, done, _failed: done(found),
        window._parts.style,
        window._icons,
        window,
    )


def _smart_list(window: MainWindow, _article: Path) -> QWidget:
    from reader.ui.smart_list_dialog import SmartListDialog

    return SmartListDialog(window._feed, "Long", "words:>2000", window)


def _tags(window: MainWindow, article: Path) -> QWidget:
    from reader.ui.tag_dialog import TagDialog, TagsAtHand

    return TagDialog(TagsAtHand(1, frozenset({"later"}), ("kernel",), ("later", "kernel")), window)


def _note(window: MainWindow, _article: Path) -> QWidget:
    from reader.ui.note_editor import NoteEditor

    return NoteEditor("A passage.", "A note.", ("tag",), window._parts.style, window)


def _offline(window: MainWindow, _article: Path) -> QWidget:
    from reader.ui.image_process import ImageProcess
    from reader.ui.offline_dialog import OfflineDialog

    dialog = OfflineDialog(ImageProcess(window), window)
    dialog.ask("All articles")
    return dialog


def _folder_rules(window: MainWindow, article: Path) -> QWidget:
    from reader.ui.folder_rules_dialog import FolderRulesDialog

    return FolderRulesDialog(
        FolderRules(article.parent, Dialect.AUTO, CategoryRule.AUTO, Dialect.HEXO), window
    )


def _statistics(window: MainWindow, article: Path) -> QWidget:
    from reader.ui.statistics_dialog import Recorded, StatisticsDialog

    assert window.desk is not None
    dialog = StatisticsDialog(
        window.desk.statistics._look.changes, window._parts.style, QLocale("en"), window
    )
    day = date(2024, 5, 1)
    dialog.show_recorded(Recorded((ReadingTime(article, day, 600),), {article: [("News",)]}), day)
    return dialog


def _which_file(window: MainWindow, article: Path) -> QWidget:
    from reader.ui.which_file_dialog import WhichFileDialog

    lost = LostState("u", "Lost", None, ReadState.READING, True, 0.5, None, 2)
    question = WhichFile(lost, (article, article.with_name("0.md")), same_content=True)
    return WhichFileDialog(question, window._parts.style, QLocale("en"), window)


def _backups(window: MainWindow, _article: Path) -> QWidget:
    from reader.ui.backup_dialog import BackupDialog

    return BackupDialog(window._feed, window._parts.style, QLocale("en"), window)


def _preferences(window: MainWindow, _article: Path) -> QWidget:
    from reader.ui.preferences_dialog import PreferencesDialog

    assert window.desk is not None
    return PreferencesDialog(window.desk.statistics._look.changes, window._parts.style, window._icons, window)


def _template(window: MainWindow, _article: Path) -> QWidget:
    from reader.ui.template_dialog import TemplateDialog

    return TemplateDialog("", window)


def _image_storage(window: MainWindow, _article: Path) -> QWidget:
    from reader.ui.image_storage_dialog import ImageStorageDialog

    return ImageStorageDialog(window)


def _highlights(window: MainWindow, article: Path) -> QWidget:
    from reader.ui.highlights_dialog import HighlightsDialog

    mark = Highlight("h", Selector("a passage"), note="a note", path=article, title="Title")
    return HighlightsDialog(lambda _query, done: done((mark,)), window._parts.style, window)


def _question(window: MainWindow, _article: Path) -> QWidget:
    from reader.ui.image_question import ImageQuestion

    return ImageQuestion(3, ["a.example"], window)


def _look(window: MainWindow, _article: Path) -> QWidget:
    from reader.core.settings.options import OPTIONS
    from reader.ui.look_popover import LookPopover

    preferences = window._parts.preferences
    return LookPopover(lambda name: preferences.get(OPTIONS[name]), window)


def _search_help(window: MainWindow, _article: Path) -> QWidget:
    from reader.ui.search_help import SearchHelp

    return SearchHelp(window)


def _palette(window: MainWindow, _article: Path) -> QWidget:
    window.act["palette"].trigger()
    palette = QApplication.activePopupWidget()
    assert palette is not None
    return palette


# Everything that opens over the window, by the name of its class.
OPENERS: dict[str, Opener] = {
    "AboutDialog": _about,
    "AllowedHostsDialog": _allowed_hosts,
    "ArticleSettingsDialog": _article_settings,
    "BackupDialog": _backups,
    "CommandPalette": _palette,
    "FolderRulesDialog": _folder_rules,
    "HighlightsDialog": _highlights,
    "ImageQuestion": _question,
    "ImageStorageDialog": _image_storage,
    "LicencesDialog": _licences,
    "LookPopover": _look,
    "NoteEditor": _note,
    "OfflineDialog": _offline,
    "PreferencesDialog": _preferences,
    "SearchHelp": _search_help,
    "ShortcutEditor": _shortcut_editor,
    "ShortcutSheet": _shortcuts,
    "SmartListDialog": _smart_list,
    "StatisticsDialog": _statistics,
    "TagDialog": _tags,
    "TemplateDialog": _template,
    "TakenInDialog": _taken_in,
    "VersionsDialog": _versions,
    "WhichFileDialog": _which_file,
}


def test_the_table_has_every_dialog() -> None:
    found: set[str] = set()
    for module in pkgutil.iter_modules(reader.ui.__path__):
        for thing in vars(importlib.import_module(f"reader.ui.{module.name}")).values():
            if isinstance(thing, type) and thing.__module__.startswith("reader.") and _opens(thing):
                found.add(thing.__name__)
    assert found == set(OPENERS)


def _opens(kind: type) -> bool:
    popover = kind.__name__ in ("CommandPalette", "LookPopover", "SearchHelp")
    return issubclass(kind, QDialog) or (popover and issubclass(kind, QFrame))


# ---- what is asked of each


def test_names_states_and_focus_of_every_dialog(window: MainWindow, still: None, qtbot: QtBot) -> None:
    page = window._detail.state.page
    assert page is not None
    faults: list[str] = []
    for name, opener in OPENERS.items():
        dialog = opener(window, page.article.path)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        dialog.show()
        dialog.activateWindow()
        qtbot.waitUntil(lambda shown=dialog: shown.isActiveWindow() and shown.isVisible(), timeout=PATIENCE)
        room = dialog.screen().availableSize()
        if isinstance(dialog, QDialog) and dialog.size().boundedTo(room) != dialog.size():
            faults.append(f"{name}: larger than the screen")
        for part in _pages(dialog):
            faults += [f"{name}{part}: {fault}" for fault in nameless(dialog)]
            faults += [f"{name}{part}: {fault}" for fault in wrong_states(dialog)]
            faults += [f"{name}{part}: no focus on {one}" for one in _without_focus(dialog)]
        dialog.close()
        dialog.deleteLater()
    assert not faults, "\n".join(faults)


def _pages(dialog: QWidget) -> Iterator[str]:
    """The one page of a dialog, or each of those its list at the side leads to."""
    side = dialog.findChild(QWidget, "dialogSide")
    sections = side.findChild(QListWidget) if side is not None else None
    if sections is None or not sections.count():
        yield ""
        return
    for row in range(sections.count()):
        sections.setCurrentRow(row)
        QApplication.processEvents()
        yield f" “{sections.item(row).text()}”"


def test_focus_in_the_window_and_what_covers_it(window: MainWindow, still: None, qtbot: QtBot) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=PATIENCE)
    assert window.desk is not None
    window.act["find"].trigger()
    window.act["drawer"].trigger()
    assert len([one for one in window.findChildren(QWidget) if _takes_keys(one)]) >= 12
    assert _without_focus(window) == []
    popup = window.desk.highlights.commands.popup
    mark = Highlight("h", Selector("a passage"), note="A note", tags=("tag",))
    popup.open_at(QRect(40, 40, 80, 20), mark=mark, among=2)
    assert nameless(popup) == []
    assert wrong_states(popup) == []
    assert _without_focus(popup) == []
    popup.hide()
    page = window._detail.state.page
    assert page is not None
    viewer = window.desk.pictures._viewer_for(page.article.path)
    viewer.open_with([ArticlePicture(ImageKey("x"), "A map", "A map")], 0)
    assert nameless(viewer) == []
    assert wrong_states(viewer) == []
    assert _without_focus(viewer) == ["PictureViewer pictureViewer Picture viewer"], "it covers all else"
    viewer.close()


def _without_focus(root: QWidget) -> list[str]:
    """Controls that look the same with the keyboard's focus as without it."""
    found: list[str] = []
    for widget in [root, *root.findChildren(QWidget)]:
        if not isValid(widget) or not _takes_keys(widget) or widget.window() is not root.window():
            continue
        if isinstance(widget, QAbstractItemView):
            _give_row(widget)
        before = QApplication.focusWidget()
        if before is not None:
            before.clearFocus()
        QApplication.processEvents()
        bare = _picture(widget)
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        QApplication.processEvents()
        if not isValid(widget) or not widget.hasFocus():
            continue  # hands it on to a part of its own
        if _differing(bare, _picture(widget)) <= _CURSOR:
            found.append(f"{type(widget).__name__} {widget.objectName()} {widget.accessibleName()}".strip())
    return found


def _takes_keys(widget: QWidget) -> bool:
    if not widget.isVisible() or not widget.isEnabled() or widget.visibleRegion().isEmpty():
        return False
    if isinstance(widget, QAbstractItemView) and not (widget.model() and widget.model().rowCount()):
        return False
    names = type(widget).__name__, type(widget.parent()).__name__
    is_page = any("WebEngine" in name for name in names)
    by_tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return by_tab and widget.focusProxy() is None and not is_page


def _give_row(view: QAbstractItemView) -> None:
    if not view.currentIndex().isValid():
        view.setCurrentIndex(view.model().index(0, 0))


def _picture(widget: QWidget) -> QImage:
    return widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def _differing(one: QImage, other: QImage) -> int:
    if one.size() != other.size():
        return one.width() * one.height()
    before, after = (bytes(image.constBits()) for image in (one, other))
    return sum(before[at : at + 4] != after[at : at + 4] for at in range(0, len(before), 4))
