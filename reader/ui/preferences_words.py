# SPDX-License-Identifier: MIT
"""The words of the preferences dialog: a name for each section, option and choice."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import QCoreApplication

from reader.core.settings import OPTIONS

from .actions import QT_TRANSLATE_NOOP

_SECTIONS: Mapping[str, str] = MappingProxyType(
    {
        "appearance": QT_TRANSLATE_NOOP("Preferences", "Appearance"),
        "reading": QT_TRANSLATE_NOOP("Preferences", "Reading"),
        "list": QT_TRANSLATE_NOOP("Preferences", "Article list"),
        "links": QT_TRANSLATE_NOOP("Preferences", "Links"),
        "images": QT_TRANSLATE_NOOP("Preferences", "Pictures"),
        "statistics": QT_TRANSLATE_NOOP("Preferences", "Statistics"),
        "highlights": QT_TRANSLATE_NOOP("Preferences", "Highlights"),
        "sync": QT_TRANSLATE_NOOP("Preferences", "Several machines"),
    }
)
_OPTIONS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "appearance.theme": (QT_TRANSLATE_NOOP("Preferences", "Theme"), ""),
        "appearance.language": (QT_TRANSLATE_NOOP("Preferences", "Language"), ""),
        "appearance.software_rendering": (
            QT_TRANSLATE_NOOP("Preferences", "Draw without the graphics card"),
            QT_TRANSLATE_NOOP("Preferences", "For machines on which pages stay blank."),
        ),
        "reading.font_size": (
            QT_TRANSLATE_NOOP("Preferences", "Text size"),
            QT_TRANSLATE_NOOP("Preferences", "Automatic suits the script of each article."),
        ),
        "reading.line_height": (
            QT_TRANSLATE_NOOP("Preferences", "Line height"),
            QT_TRANSLATE_NOOP("Preferences", "As a multiple of the text size."),
        ),
        "reading.width": (QT_TRANSLATE_NOOP("Preferences", "Column width"), ""),
        "reading.chinese_face": (
            QT_TRANSLATE_NOOP("Preferences", "Chinese typeface"),
            QT_TRANSLATE_NOOP("Preferences", "For Japanese and Korean, too."),
        ),
        "reading.latin_face": (QT_TRANSLATE_NOOP("Preferences", "Latin typeface"), ""),
        "reading.justify": (
            QT_TRANSLATE_NOOP("Preferences", "Even edges on both sides"),
            QT_TRANSLATE_NOOP("Preferences", "Where the script reads well so, as Chinese does."),
        ),
        "reading.first_line_indent": (
            QT_TRANSLATE_NOOP("Preferences", "Indent the first line"),
            QT_TRANSLATE_NOOP("Preferences", "Instead of space between paragraphs."),
        ),
        "reading.chinese_script": (
            QT_TRANSLATE_NOOP("Preferences", "Chinese characters"),
            QT_TRANSLATE_NOOP(
                "Preferences", "How articles are shown. Files, copies and searches stay as they are."
            ),
        ),
        "reading.mark_read": (QT_TRANSLATE_NOOP("Preferences", "An article counts as read"), ""),
        "reading.mark_read_seconds": (
            QT_TRANSLATE_NOOP("Preferences", "Seconds until it counts"),
            QT_TRANSLATE_NOOP("Preferences", "Where it counts as read after a while."),
        ),
        "list.density": (QT_TRANSLATE_NOOP("Preferences", "Rows"), ""),
        "list.sort": (QT_TRANSLATE_NOOP("Preferences", "Order"), ""),
        "list.backwards": (QT_TRANSLATE_NOOP("Preferences", "Reverse order"), ""),
        "list.group": (QT_TRANSLATE_NOOP("Preferences", "Groups"), ""),
        "links.confirm_web": (
            QT_TRANSLATE_NOOP("Preferences", "Ask before opening the browser"),
            QT_TRANSLATE_NOOP("Preferences", "Shows where a link leads."),
        ),
        "images.policy": (
            QT_TRANSLATE_NOOP("Preferences", "Download missing pictures"),
            QT_TRANSLATE_NOOP("Preferences", "When an article is opened."),
        ),
        "images.hosts": (
            QT_TRANSLATE_NOOP("Preferences", "Hosts that are not asked about"),
            QT_TRANSLATE_NOOP("Preferences", "Their pictures are downloaded when an article is opened."),
        ),
        "images.archive": (
            QT_TRANSLATE_NOOP("Preferences", "Picture archive"),
            QT_TRANSLATE_NOOP(
                "Preferences", "A folder of pictures named by address or hash. It is looked into first."
            ),
        ),
        "images.folder": (
            QT_TRANSLATE_NOOP("Preferences", "Downloaded pictures"),
            QT_TRANSLATE_NOOP("Preferences", "How much room they take, and where they lie."),
        ),
        "images.limit_mb": (
            QT_TRANSLATE_NOOP("Preferences", "Room for pictures"),
            QT_TRANSLATE_NOOP("Preferences", "In megabytes; the oldest pictures make way."),
        ),
        "images.animations": (
            QT_TRANSLATE_NOOP("Preferences", "Animations"),
            QT_TRANSLATE_NOOP("Preferences", "Moving pictures in an article."),
        ),
        "statistics.record": (
            QT_TRANSLATE_NOOP("Preferences", "Keep reading statistics"),
            QT_TRANSLATE_NOOP("Preferences", "They stay on your machines. Off, nothing is recorded."),
        ),
        "highlights.template": (
            QT_TRANSLATE_NOOP("Preferences", "Template for Markdown"),
            QT_TRANSLATE_NOOP("Preferences", "How highlights and notes are written when they are exported."),
        ),
        "sync.folder": (
            QT_TRANSLATE_NOOP("Preferences", "Keep in step through a folder"),
            QT_TRANSLATE_NOOP(
                "Preferences",
                "What you read, star and highlight goes into a file in this folder; Syncthing, Nextcloud or"
                " Dropbox carry it to your other machines. Choose the same folder there.",
            ),
        ),
    }
)
_CHOICES: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "appearance.theme": {
            "system": QT_TRANSLATE_NOOP("Preferences", "Like the system"),
            "light": QT_TRANSLATE_NOOP("Preferences", "Light"),
            "sepia": QT_TRANSLATE_NOOP("Preferences", "Sepia"),
            "dark": QT_TRANSLATE_NOOP("Preferences", "Dark"),
            "black": QT_TRANSLATE_NOOP("Preferences", "Black"),
        },
        "appearance.language": {
            "system": QT_TRANSLATE_NOOP("Preferences", "Like the system"),
            "en": QT_TRANSLATE_NOOP("Preferences", "English"),
            "zh_CN": QT_TRANSLATE_NOOP("Preferences", "简体中文"),
            "zh_TW": QT_TRANSLATE_NOOP("Preferences", "繁體中文"),
        },
        "reading.width": {
            "narrow": QT_TRANSLATE_NOOP("Preferences", "Narrow"),
            "normal": QT_TRANSLATE_NOOP("Preferences", "Normal"),
            "wide": QT_TRANSLATE_NOOP("Preferences", "Wide"),
        },
        "reading.chinese_face": {
            "sans": QT_TRANSLATE_NOOP("Preferences", "Sans"),
            "serif": QT_TRANSLATE_NOOP("Preferences", "Serif"),
        },
        "reading.latin_face": {
            "sans": QT_TRANSLATE_NOOP("Preferences", "Without serifs"),
            "serif": QT_TRANSLATE_NOOP("Preferences", "With serifs"),
        },
        "reading.chinese_script": {
            "as_written": QT_TRANSLATE_NOOP("Preferences", "As written"),
            "simplified": QT_TRANSLATE_NOOP("Preferences", "Simplified"),
            "traditional": QT_TRANSLATE_NOOP("Preferences", "Traditional"),
        },
        "reading.mark_read": {
            "on_open": QT_TRANSLATE_NOOP("Preferences", "When it is opened"),
            "after_seconds": QT_TRANSLATE_NOOP("Preferences", "After a while"),
            "at_end": QT_TRANSLATE_NOOP("Preferences", "At its end"),
            "by_hand": QT_TRANSLATE_NOOP("Preferences", "When I say so"),
        },
        "images.policy": {
            "never": QT_TRANSLATE_NOOP("Preferences", "Never"),
            "ask": QT_TRANSLATE_NOOP("Preferences", "When I ask for it"),
            "online": QT_TRANSLATE_NOOP("Preferences", "When online without limits"),
            "always": QT_TRANSLATE_NOOP("Preferences", "Always"),
        },
        "images.animations": {
            "stopped": QT_TRANSLATE_NOOP("Preferences", "Stopped until clicked"),
            "play": QT_TRANSLATE_NOOP("Preferences", "Play"),
        },
        "list.density": {
            "comfortable": QT_TRANSLATE_NOOP("Preferences", "Comfortable"),
            "cosy": QT_TRANSLATE_NOOP("Preferences", "Cosy"),
            "compact": QT_TRANSLATE_NOOP("Preferences", "Compact"),
            "columns": QT_TRANSLATE_NOOP("Preferences", "Columns"),
        },
        "list.sort": {
            "date": QT_TRANSLATE_NOOP("Preferences", "Newest first"),
            "title": QT_TRANSLATE_NOOP("Preferences", "By title"),
            "added": QT_TRANSLATE_NOOP("Preferences", "Last added"),
            "length": QT_TRANSLATE_NOOP("Preferences", "Longest first"),
            "progress": QT_TRANSLATE_NOOP("Preferences", "By progress"),
            "source": QT_TRANSLATE_NOOP("Preferences", "By source"),
            "category": QT_TRANSLATE_NOOP("Preferences", "By category"),
        },
        "list.group": {
            "none": QT_TRANSLATE_NOOP("Preferences", "No groups"),
            "day": QT_TRANSLATE_NOOP("Preferences", "By day"),
            "month": QT_TRANSLATE_NOOP("Preferences", "By month"),
            "site": QT_TRANSLATE_NOOP("Preferences", "By site"),
        },
    }
)


def section_of(name: str) -> str:
    """The page an option stands on."""
    return name.partition(".")[0]


def section_title(section: str) -> str:
    """The heading of a page."""
    return _translated(_SECTIONS.get(section, section.replace("_", " ").capitalize()))


def option_label(name: str) -> str:
    """What an option is called."""
    words = _OPTIONS.get(name)
    return _translated(words[0]) if words else OPTIONS[name].text.rstrip(".")


def option_hint(name: str) -> str:
    """A line that explains an option, or nothing where its name says it."""
    words = _OPTIONS.get(name)
    return _translated(words[1]) if words and words[1] else ""


def choice_text(name: str, choice: str) -> str:
    """What one of the choices of an option is called."""
    return _translated(_CHOICES.get(name, {}).get(choice, choice.replace("_", " ").capitalize()))


def has_words(name: str) -> bool:
    """Whether an option, its section and its choices were given words of their own."""
    choices = getattr(OPTIONS[name], "choices", ())
    return name in _OPTIONS and section_of(name) in _SECTIONS and set(choices) <= set(_CHOICES.get(name, {}))


def _translated(text: str) -> str:
    return QCoreApplication.translate("Preferences", text)
