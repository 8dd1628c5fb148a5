# SPDX-License-Identifier: MIT
"""Every preference, declared once: name, type, default, range and the line that explains it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any, Generic, TypeVar, cast

T = TypeVar("T")

MOST_TEXT = 20_000
AUTOMATIC = "auto"
"""How a number that follows the script of the article is written in the file."""


class Option(Generic[T]):
    """One preference; `name` is `section.key` in the TOML file. Plain classes: they load at every start."""

    def __init__(self, name: str, default: T, text: str) -> None:
        self.name, self.default, self.text = name, default, text

    @property
    def allowed(self) -> str:
        """What may stand in the file, for people."""
        raise NotImplementedError

    def read(self, value: object) -> T:
        """The value of what stands in the file; ValueError says what is allowed."""
        raise NotImplementedError

    def write(self, value: T) -> str | int | float | bool | list[str]:
        """What stands in the file for a value; ValueError if it is not allowed."""
        raise NotImplementedError

    def _refuse(self, value: object) -> ValueError:
        return ValueError(f"{self.name} must be {self.allowed}, not {value!r:.60}")


class Choice(Option[str]):
    """One of a few words."""

    def __init__(self, name: str, default: str, text: str, choices: tuple[str, ...]) -> None:
        super().__init__(name, default, text)
        self.choices = choices

    @property
    def allowed(self) -> str:
        return "one of " + ", ".join(f'"{choice}"' for choice in self.choices)

    def read(self, value: object) -> str:
        if isinstance(value, str) and value in self.choices:
            return value
        raise self._refuse(value)

    def write(self, value: str) -> str:
        return self.read(value)


class Switch(Option[bool]):
    """On or off."""

    @property
    def allowed(self) -> str:
        return "true or false"

    def read(self, value: object) -> bool:
        if isinstance(value, bool):
            return value
        raise self._refuse(value)

    def write(self, value: bool) -> bool:
        return self.read(value)


class Folder(Option[str]):
    """A folder by its whole path, or empty for none."""

    @property
    def allowed(self) -> str:
        return 'the whole path of a folder, or "" for none'

    def read(self, value: object) -> str:
        if isinstance(value, str) and "\0" not in value and (not value or Path(value).is_absolute()):
            return value
        raise self._refuse(value)

    def write(self, value: str) -> str:
        return self.read(value)


class Names(Option[tuple[str, ...]]):
    """Words without order, such as names of hosts."""

    @property
    def allowed(self) -> str:
        return "a list of words"

    def read(self, value: object) -> tuple[str, ...]:
        if not isinstance(value, list | tuple):
            raise self._refuse(value)
        words = [word for word in cast("Sequence[object]", value) if isinstance(word, str)]
        if len(words) < len(cast("Sequence[object]", value)) or not all(map(_is_word, words)):
            raise self._refuse(cast("object", value))
        return tuple(sorted(set(words)))

    def write(self, value: tuple[str, ...]) -> list[str]:
        return list(self.read(value))


class Text(Option[str]):
    """Lines of text."""

    @property
    def allowed(self) -> str:
        return f"text of at most {MOST_TEXT:,} characters"

    def read(self, value: object) -> str:
        if isinstance(value, str) and len(value) <= MOST_TEXT:
            return value
        raise self._refuse(value)

    def write(self, value: str) -> str:
        return self.read(value)


class Number(Option[float]):
    """A number within a range."""

    def __init__(self, name: str, default: float, text: str, least: float, most: float) -> None:
        super().__init__(name, default, text)
        self.least, self.most = least, most

    @property
    def allowed(self) -> str:
        return f"a number from {self.least:g} to {self.most:g}"

    def read(self, value: object) -> float:
        number = _number(value)
        if number is not None and self.least <= number <= self.most:
            return number
        raise self._refuse(value)

    def write(self, value: float) -> float | int:
        return _short(self.read(value))


class Measure(Option[float | None]):
    """A number within a range, or None: what suits the script of the article."""

    def __init__(self, name: str, default: float | None, text: str, least: float, most: float) -> None:
        super().__init__(name, default, text)
        self.least, self.most = least, most

    @property
    def allowed(self) -> str:
        return f'"{AUTOMATIC}" or a number from {self.least:g} to {self.most:g}'

    def read(self, value: object) -> float | None:
        if value is None or value == AUTOMATIC:
            return None
        number = _number(value)
        if number is not None and self.least <= number <= self.most:
            return number
        raise self._refuse(value)

    def write(self, value: float | None) -> str | float | int:
        read = self.read(value)
        return AUTOMATIC if read is None else _short(read)


THEME = Choice(
    "appearance.theme",
    "system",
    "Colours of the window and the page; system follows the desktop.",
    ("system", "light", "sepia", "dark", "black"),
)
LANGUAGE = Choice(
    "appearance.language",
    "system",
    "Language of the window; system follows the desktop.",
    ("system", "en", "zh_CN", "zh_TW"),
)
SOFTWARE_RENDERING = Switch(
    "appearance.software_rendering",
    False,
    "Draws without the graphics card, for machines where pages stay blank.",
)
FONT_SIZE = Measure(
    "reading.font_size", None, "Size of the text in pixels; auto suits the script.", least=12, most=40
)
LINE_HEIGHT = Measure(
    "reading.line_height", None, "Line height as a multiple of the size; auto suits the script.", 1.2, 2.4
)
WIDTH = Choice("reading.width", "normal", "Width of the column of text.", ("narrow", "normal", "wide"))
CHINESE_FACE = Choice(
    "reading.chinese_face", "sans", "Kind of typeface for Chinese, Japanese and Korean.", ("sans", "serif")
)
LATIN_FACE = Choice(
    "reading.latin_face", "serif", "Kind of typeface for Latin and similar scripts.", ("serif", "sans")
)
JUSTIFY = Switch("reading.justify", True, "Justifies text in scripts where that reads well, such as Chinese.")
FIRST_LINE_INDENT = Switch(
    "reading.first_line_indent", False, "Indents paragraphs by two characters instead of setting them apart."
)
CHINESE_SCRIPT = Choice(
    "reading.chinese_script",
    "as_written",
    "Characters in which Chinese articles are shown; their files and copies stay as they are.",
    ("as_written", "simplified", "traditional"),
)
MARK_READ = Choice(
    "reading.mark_read",
    "at_end",
    "When an article counts as finished.",
    ("on_open", "after_seconds", "at_end", "by_hand"),
)
MARK_READ_SECONDS = Number(
    "reading.mark_read_seconds", 10, "Seconds on the page before after_seconds counts it.", 1, 3600
)
LIST_DENSITY = Choice(
    "list.density",
    "comfortable",
    "How much of each article the list shows.",
    ("comfortable", "cosy", "compact", "columns"),
)
LIST_SORT = Choice(
    "list.sort",
    "date",
    "Order of the article list.",
    ("date", "title", "added", "length", "progress", "source", "category"),
)
LIST_BACKWARDS = Switch("list.backwards", False, "Turns the order of the article list round.")
LIST_GROUP = Choice(
    "list.group", "none", "What the groups of the article list are made by.", ("none", "day", "month", "site")
)
CONFIRM_WEB = Switch("links.confirm_web", True, "Shows where a web link leads before the browser opens it.")
IMAGES_POLICY = Choice(
    "images.policy",
    "ask",
    "Whether missing pictures may be downloaded when an article is opened.",
    ("never", "ask", "online", "always"),
)
IMAGES_HOSTS = Names(
    "images.hosts", (), "Hosts whose pictures are downloaded without asking, where the policy is to ask."
)
IMAGES_ARCHIVE = Folder(
    "images.archive", "", "Pictures named by address or hash; looked into before the others, only read."
)
IMAGES_FOLDER = Folder(
    "images.folder", "", "Where downloaded pictures lie; `article-reader images --move` brings them there."
)
IMAGES_LIMIT = Number(
    "images.limit_mb", 4096, "Megabytes that downloaded pictures may take; the oldest go.", 50, 1_000_000
)
ANIMATIONS = Choice(
    "images.animations",
    "stopped",
    "Whether moving pictures stand still until they are clicked.",
    ("stopped", "play"),
)
STATISTICS = Switch(
    "statistics.record", True, "Keeps how long you read each day; off, nothing of it is recorded."
)
HIGHLIGHT_TEMPLATE = Text(
    "highlights.template",
    "",
    "How highlights are written as Markdown; empty for the standard template.",
)
SYNC_FOLDER = Folder(
    "sync.folder",
    "",
    "Keeps in step with the machines that share this folder, which Syncthing, Nextcloud or Dropbox carries.",
)

OPTIONS: Mapping[str, Option[Any]] = MappingProxyType(
    {
        option.name: option
        for option in (
            THEME,
            LANGUAGE,
            SOFTWARE_RENDERING,
            FONT_SIZE,
            LINE_HEIGHT,
            WIDTH,
            CHINESE_FACE,
            LATIN_FACE,
            JUSTIFY,
            FIRST_LINE_INDENT,
            CHINESE_SCRIPT,
            MARK_READ,
            MARK_READ_SECONDS,
            LIST_DENSITY,
            LIST_SORT,
            LIST_BACKWARDS,
            LIST_GROUP,
            CONFIRM_WEB,
            IMAGES_POLICY,
            IMAGES_HOSTS,
            IMAGES_ARCHIVE,
            IMAGES_FOLDER,
            IMAGES_LIMIT,
            ANIMATIONS,
            STATISTICS,
            HIGHLIGHT_TEMPLATE,
            SYNC_FOLDER,
        )
    }
)
"""All options by name, in the order of the documentation."""


def _is_word(text: str) -> bool:
    return bool(text) and len(text) < 256 and text.isprintable() and " " not in text


def preferences_document() -> str:
    """The text of `docs/PREFERENCES.md`."""
    lines = [
        "# Preferences",
        "",
        "One TOML file that a person can read and edit: `preferences.toml` in the user's configuration",
        "folder (`article-reader doctor` prints the path), or in the folder given with `--data-dir`. Keys",
        "that we do not know and comments are kept. A bad value is reported with its line, and the default",
        "is used.",
        "This page is made from the declarations in `reader/core/settings/options.py`.",
        "",
        "| option | default | allowed | what it does |",
        "|---|---|---|---|",
    ]
    for option in OPTIONS.values():
        default = option.write(option.default)
        shown = str(default).lower() if isinstance(default, bool) else str(default)
        lines.append(f"| `{option.name}` | `{shown}` | {option.allowed} | {option.text} |")
    lines += [
        "",
        "## Shortcuts",
        "",
        "The section `[shortcuts]` names actions with keys of your own: one, a list, or an empty list for",
        "none. “Change shortcuts…” in the help menu writes it and shows conflicts. The names are those of",
        "the table in `reader/ui/actions.py`.",
        "",
        "```toml",
        "[shortcuts]",
        'next = ["J", "Ctrl+Down"]',
        'open_file = "Ctrl+O"',
        "```",
    ]
    return "\n".join(lines) + "\n"


def _number(value: object) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return float(value) if abs(value) < 1e9 else None


def _short(value: float) -> float | int:
    return int(value) if value == int(value) else value
