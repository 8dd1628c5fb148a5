# SPDX-License-Identifier: MIT
"""From preferences to the look of a page, and one step along each of its choices."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QLocale

from reader.core.settings import Preferences, options

if TYPE_CHECKING:
    from reader.core.page import PageLook

LOOK_OPTIONS: tuple[options.Option[Any], ...] = (
    options.FONT_SIZE,
    options.LINE_HEIGHT,
    options.WIDTH,
    options.CHINESE_FACE,
    options.LATIN_FACE,
    options.JUSTIFY,
    options.FIRST_LINE_INDENT,
)
"""What a page's look follows, besides the theme."""
PAGE_OPTIONS: tuple[options.Option[Any], ...] = (*LOOK_OPTIONS, options.ANIMATIONS, options.CHINESE_SCRIPT)
"""Everything a page that was laid out depends on."""
_ZOOMS = (0.5, 0.67, 0.75, 0.8, 0.9, 1.0, 1.1, 1.2, 1.33, 1.5, 1.7, 2.0, 2.4, 3.0)


def page_look(preferences: Preferences, theme: str, *, reduced_motion: bool = False) -> PageLook:
    """The look the preferences ask for, in the theme that is in force."""
    from reader.core.page import PageLook

    return PageLook(
        theme=theme,  # type: ignore[arg-type]
        width=preferences.get(options.WIDTH),  # type: ignore[arg-type]
        font_size=preferences.get(options.FONT_SIZE),
        line_height=preferences.get(options.LINE_HEIGHT),
        chinese_face=preferences.get(options.CHINESE_FACE),  # type: ignore[arg-type]
        latin_face=preferences.get(options.LATIN_FACE),  # type: ignore[arg-type]
        justify=preferences.get(options.JUSTIFY),
        first_line_indent=preferences.get(options.FIRST_LINE_INDENT),
        animations=preferences.get(options.ANIMATIONS),  # type: ignore[arg-type]
        chinese_script=preferences.get(options.CHINESE_SCRIPT),  # type: ignore[arg-type]
        reduced_motion=reduced_motion,
    )


def next_choice(preferences: Preferences, option: options.Choice, step: int, *, around: bool) -> str:
    """The choice `step` places on; past the ends it stays, or goes around."""
    index = option.choices.index(preferences.get(option)) + step
    last = len(option.choices) - 1
    return option.choices[index % (last + 1) if around else max(0, min(last, index))]


def next_zoom(zoom: float, step: int) -> float:
    """The next zoom step up or down; 0 is the normal size."""
    if step == 0:
        return 1.0
    nearest = min(range(len(_ZOOMS)), key=lambda i: abs(_ZOOMS[i] - zoom))
    return _ZOOMS[max(0, min(len(_ZOOMS) - 1, nearest + step))]


def locale_of(language: str) -> QLocale:
    """The locale for dates and numbers: the desktop's, unless another language was chosen."""
    system = QLocale.system()
    if language == "system":
        return system
    chosen = QLocale(language)
    return system if are_written_alike(system, chosen) else chosen


def are_written_alike(one: QLocale, other: QLocale) -> bool:
    """Whether two locales have their language in common, and its script."""
    return (one.language(), one.script()) == (other.language(), other.script())


def ui_language(language: str) -> str:
    """The language of the window: `en`, `zh_CN` or `zh_TW`."""
    return language_of(QLocale.system().uiLanguages()) if language == "system" else language


def language_of(names: Sequence[str]) -> str:
    """The first of the desktop's languages that the window speaks."""
    for name in names:
        if name.startswith("zh"):
            simplified = QLocale(name).script() == QLocale.Script.SimplifiedHanScript
            return "zh_CN" if simplified else "zh_TW"
        if name.startswith("en"):
            return "en"
    return "en"
