# SPDX-License-Identifier: MIT
"""Texts of Qt's own dialogs that Qt's Chinese leaves in English; here so that our translations give them."""

from __future__ import annotations


def QT_TRANSLATE_NOOP(context: str, text: str) -> tuple[str, str]:
    """Marks a text for the collector of translations, which knows this name."""
    return context, text


WORDS_OF_QT = (
    QT_TRANSLATE_NOOP("QFileDialog", "&Look in:"),
    QT_TRANSLATE_NOOP("QFileDialog", "Files of &type:"),
    QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "Drive"),
    QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "File"),
    QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "Folder"),
    QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "Shortcut"),
    QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "Unknown"),
    QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "%1 File"),
)
