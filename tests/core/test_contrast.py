# SPDX-License-Identifier: MIT
"""Every text colour is measured on every ground it stands on, by the formula of WCAG 2."""

from __future__ import annotations

from itertools import product

import pytest

from reader.core.page.colours import PAGE_COLOURS
from reader.core.theme import THEMES, with_accent

_GROUNDS = ("paper", "panel", "list", "code", "hover", "selection")
_HIGHLIGHTS = tuple(f"highlight_{name}" for name in ("yellow", "green", "blue", "pink", "purple"))
_TEXTS = ("ink", "ink_soft", "ink_faint", "accent", "danger")
_TONES = ("blue", "green", "amber", "purple", "danger", "ink_soft")
_CALLOUT_TINT = 0.07  # as `boxes.css` mixes it


def _channels(colour: str) -> tuple[float, ...]:
    return tuple(int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))


def _luminance(channels: tuple[float, ...]) -> float:
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: tuple[float, ...], other: tuple[float, ...]) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _mixed(top: str, ground: str, share: float) -> tuple[float, ...]:
    pairs = zip(_channels(top), _channels(ground), strict=True)
    return tuple(a * share + b * (1 - share) for a, b in pairs)


def _token(theme: str, name: str) -> str:
    page = PAGE_COLOURS[theme]
    return page[name] if name in page else str(getattr(THEMES[theme], name))


@pytest.mark.parametrize(("theme", "text", "ground"), list(product(THEMES, _TEXTS, _GROUNDS)))
def test_text_reads_on_every_ground(theme: str, text: str, ground: str) -> None:
    assert _contrast(_channels(_token(theme, text)), _channels(_token(theme, ground))) >= 4.5


@pytest.mark.parametrize(("theme", "ground"), list(product(THEMES, _HIGHLIGHTS)))
def test_ink_reads_on_highlights(theme: str, ground: str) -> None:
    assert _contrast(_channels(_token(theme, "ink")), _channels(_token(theme, ground))) >= 4.5


@pytest.mark.parametrize("theme", list(THEMES))
def test_text_on_the_accent_reads(theme: str) -> None:
    assert _contrast(_channels(_token(theme, "accent_ink")), _channels(_token(theme, "accent"))) >= 4.5


@pytest.mark.parametrize(("theme", "text"), list(product(THEMES, PAGE_COLOURS["light"])))
def test_code_reads_on_its_ground_and_when_selected(theme: str, text: str) -> None:
    for ground in ("paper", "code"):
        assert _contrast(_channels(_token(theme, text)), _channels(_token(theme, ground))) >= 4.5


@pytest.mark.parametrize(("theme", "tone"), list(product(THEMES, _TONES)))
def test_callouts_read_on_their_tint(theme: str, tone: str) -> None:
    tint = _mixed(_token(theme, tone), _token(theme, "paper"), _CALLOUT_TINT)
    for text in (tone, "ink", "ink_soft", "accent"):
        assert _contrast(_channels(_token(theme, text)), tint) >= 4.5


@pytest.mark.parametrize("theme", list(THEMES))
def test_grounds_are_told_apart_but_close(theme: str) -> None:
    paper = _channels(_token(theme, "paper"))
    for ground in ("panel", "list", "code"):
        assert 1.0 < _contrast(paper, _channels(_token(theme, ground))) < 1.25


_ACCENTS = (
    *(f"#{red:02X}{green:02X}{blue:02X}" for red, green, blue in product((0, 128, 255), repeat=3)),
    *("#3584E4", "#2190A4", "#3A944A", "#C88800", "#ED5B00", "#E62D42", "#D56199", "#9141AC", "#6F8396"),
)  # the corners of the cube, and GNOME's nine


@pytest.mark.parametrize(("theme", "accent"), list(product(THEMES, _ACCENTS)))
def test_every_accent_of_a_desktop_reads(theme: str, accent: str) -> None:
    tinted = with_accent(THEMES[theme], accent)
    for text, ground in product(_TEXTS, _GROUNDS):
        assert _contrast(_channels(getattr(tinted, text)), _channels(getattr(tinted, ground))) >= 4.5
    assert _contrast(_channels(tinted.accent_ink), _channels(tinted.accent)) >= 4.5
    assert tinted.name == theme


def test_an_accent_that_reads_is_kept_and_another_is_darkened() -> None:
    assert with_accent(THEMES["light"], "#9141AC").accent == "#9141AC"
    darker = with_accent(THEMES["light"], "#3584E4")
    assert darker.accent != "#3584E4"
    assert darker.selection != THEMES["light"].selection
    assert with_accent(THEMES["dark"], "blue") is THEMES["dark"]
