# SPDX-License-Identifier: MIT
"""Why a picture is not there, in a few words of the person's language."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import QCoreApplication

from .actions import QT_TRANSLATE_NOOP

_WORDS: Mapping[str, str] = MappingProxyType(
    {
        "not-fetched": QT_TRANSLATE_NOOP("ImageReasons", "Not downloaded yet"),
        "no-address": QT_TRANSLATE_NOOP("ImageReasons", "The file is not where the article says"),
        "refused-scheme": QT_TRANSLATE_NOOP("ImageReasons", "Not an address on the web"),
        "refused-credentials": QT_TRANSLATE_NOOP("ImageReasons", "The address holds a password"),
        "refused-private-address": QT_TRANSLATE_NOOP("ImageReasons", "In a local network"),
        "not-an-image": QT_TRANSLATE_NOOP("ImageReasons", "The site sends no picture any more"),
        "too-large": QT_TRANSLATE_NOOP("ImageReasons", "Larger than 25 MB"),
        "too-many-pixels": QT_TRANSLATE_NOOP("ImageReasons", "More than 100 megapixels"),
        "damaged": QT_TRANSLATE_NOOP("ImageReasons", "The picture is damaged"),
        "truncated": QT_TRANSLATE_NOOP("ImageReasons", "Only a part of it came"),
        "gone": QT_TRANSLATE_NOOP("ImageReasons", "Gone from its site"),
        "forbidden": QT_TRANSLATE_NOOP("ImageReasons", "Its site refuses to show it"),
        "rate-limited": QT_TRANSLATE_NOOP("ImageReasons", "Its site asks for patience"),
        "server-error": QT_TRANSLATE_NOOP("ImageReasons", "Its site has an error"),
        "too-many-redirects": QT_TRANSLATE_NOOP("ImageReasons", "Its address leads in circles"),
        "timeout": QT_TRANSLATE_NOOP("ImageReasons", "Its site is too slow"),
        "unreachable": QT_TRANSLATE_NOOP("ImageReasons", "Its site cannot be reached"),
        "bad-certificate": QT_TRANSLATE_NOOP("ImageReasons", "No secure connection to its site"),
        "broken-transfer": QT_TRANSLATE_NOOP("ImageReasons", "The download broke off"),
    }
)


def reason_in_words(reason: str) -> str:
    """The words for a reason; empty for one that is not known here."""
    text = _WORDS.get(reason, "")
    return QCoreApplication.translate("ImageReasons", text) if text else ""
