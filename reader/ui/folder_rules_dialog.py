# SPDX-License-Identifier: MIT
"""Asks how the articles of a library folder are to be read: whose conventions, which categories."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from reader.core.article import CategoryRule, Dialect
from reader.core.library import FolderRules

DIALECT_NAMES = {
    Dialect.HEXO: "Hexo",
    Dialect.JEKYLL: "Jekyll",
    Dialect.HUGO: "Hugo",
    Dialect.ZOLA: "Zola",
    Dialect.PELICAN: "Pelican",
    Dialect.OBSIDIAN: "Obsidian",
    Dialect.VUEPRESS: "VuePress",
}
translate = QCoreApplication.translate


class FolderRulesDialog(QDialog):
    """Shows the rules of a folder, and what its tree looks like; `chosen` is what was asked for."""

    def __init__(self, rules: FolderRules, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        name = rules.path.name or str(rules.path)
        self.setWindowTitle(translate("FolderRules", "How “%1” is read").replace("%1", name))
        self.setMinimumWidth(420)
        self.dialect = QComboBox(self)
        for dialect, text in _dialects(rules.detected):
            self.dialect.addItem(text, dialect)
        self.dialect.setCurrentIndex(self.dialect.findData(rules.dialect))
        self.categories = QComboBox(self)
        for rule, text in _category_rules():
            self.categories.addItem(text, rule)
        self.categories.setCurrentIndex(self.categories.findData(rules.category_rule))
        self._lay_out()

    def chosen(self) -> tuple[Dialect, CategoryRule]:
        """The dialect and the category rule that the fields show."""
        return Dialect(self.dialect.currentData()), CategoryRule(self.categories.currentData())

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(12)
        form.addRow(translate("FolderRules", "Written for"), self.dialect)
        form.addRow(translate("FolderRules", "A plain list of categories is"), self.categories)
        hint = QLabel(
            translate("FolderRules", "The articles are read again. Nothing is written to the folder."), self
        )
        hint.setObjectName("dialogSoft")
        hint.setWordWrap(True)
        buttons = QDialogButtonBox(self)
        buttons.addButton(
            translate("FolderRules", "Read this way"), QDialogButtonBox.ButtonRole.AcceptRole
        ).setDefault(True)
        buttons.addButton(translate("FolderRules", "Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(16)
        column.addLayout(form)
        column.addWidget(hint)
        column.addWidget(buttons)


def _dialects(detected: Dialect | None) -> list[tuple[Dialect, str]]:
    if detected is not None and detected in DIALECT_NAMES:
        looks_like = translate("FolderRules", "Automatic: looks like %1")
        automatic = looks_like.replace("%1", DIALECT_NAMES[detected])
    else:
        automatic = translate("FolderRules", "Automatic: each file shows it")
    plain = translate("FolderRules", "None of these")
    return [(Dialect.AUTO, automatic), *DIALECT_NAMES.items(), (Dialect.PLAIN, plain)]


def _category_rules() -> list[tuple[CategoryRule, str]]:
    return [
        (CategoryRule.AUTO, translate("FolderRules", "Automatic: a path in Hexo, else side by side")),
        (CategoryRule.PATH, translate("FolderRules", "One path, outermost first")),
        (CategoryRule.SIBLINGS, translate("FolderRules", "Several categories side by side")),
    ]
