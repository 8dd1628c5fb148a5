# SPDX-License-Identifier: MIT
"""The dialog that asks how a folder is read shows what holds and gives what was chosen."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from reader.core.article import CategoryRule, Dialect
from reader.core.library import FolderRules, Library
from reader.core.settings import ReadingStates
from reader.ui.folder_rules_dialog import FolderRulesDialog


def test_it_shows_what_holds_and_what_the_tree_looks_like(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = FolderRulesDialog(FolderRules(tmp_path, Dialect.AUTO, CategoryRule.SIBLINGS, Dialect.HEXO))
    qtbot.addWidget(dialog)
    assert tmp_path.name in dialog.windowTitle()
    assert "Hexo" in dialog.dialect.currentText()
    assert dialog.chosen() == (Dialect.AUTO, CategoryRule.SIBLINGS)


def test_what_is_chosen_is_given(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = FolderRulesDialog(FolderRules(tmp_path, Dialect.ZOLA, CategoryRule.AUTO, None))
    qtbot.addWidget(dialog)
    assert dialog.chosen() == (Dialect.ZOLA, CategoryRule.AUTO)
    dialog.dialect.setCurrentIndex(dialog.dialect.findData(Dialect.JEKYLL))
    dialog.categories.setCurrentIndex(dialog.categories.findData(CategoryRule.PATH))
    assert dialog.chosen() == (Dialect.JEKYLL, CategoryRule.PATH)


def test_every_dialect_can_be_chosen(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = FolderRulesDialog(FolderRules(tmp_path, Dialect.AUTO, CategoryRule.AUTO, None))
    qtbot.addWidget(dialog)
    assert all(dialog.dialect.findData(dialect) >= 0 for dialect in Dialect)
    assert all(dialog.categories.findData(rule) >= 0 for rule in CategoryRule)


def test_the_library_tells_the_dialect_of_a_tree(tmp_path: Path) -> None:
    (tmp_path / "blog" / "source" / "_posts").mkdir(parents=True)
    states = ReadingStates(tmp_path / "state.db")
    library = Library(tmp_path / "catalogue.db", states)
    library.add_folder(tmp_path / "blog")
    assert library.folder_rules(tmp_path / "blog").detected is Dialect.HEXO
    library.set_folder_rules(tmp_path / "blog", Dialect.JEKYLL, CategoryRule.PATH)
    rules = library.folder_rules(tmp_path / "blog")
    assert (rules.dialect, rules.category_rule) == (Dialect.JEKYLL, CategoryRule.PATH)
    library.close()
    states.close()
