# SPDX-License-Identifier: MIT
"""The one style sheet of all pages, and the policy that admits nothing else."""

from __future__ import annotations

import hashlib
from base64 import b64encode
from functools import cache

from reader.core.page.colours import PAGE_COLOURS
from reader.core.page.look import PageLook
from reader.core.resources import resource_text
from reader.core.theme import THEMES

_DRAWING_GROUND = "#F6F6F4"  # in dark themes, below what was drawn for white paper
_SHEETS = ("layout.css", "languages.css", "text.css", "boxes.css", "code.css", "print.css")


@cache
def style_sheet() -> str:
    """The rules of every theme, language and element."""
    return _theme_rules() + "".join(resource_text("page", name) for name in _SHEETS)


@cache
def content_security_policy() -> str:
    """What a page may load: pictures of our scheme or inside it, and this style sheet. Nothing else."""
    return policy("article: data:", style_sheet())


def policy(images: str, *styles: str) -> str:
    """A policy that admits pictures from `images` and exactly these `<style>` elements."""
    hashes = " ".join(f"'sha256-{_digest(style)}'" for style in styles)
    return f"default-src 'none'; img-src {images}; style-src {hashes}; base-uri 'none'; form-action 'none'"


def look_attributes(look: PageLook) -> dict[str, str | None]:
    """The attributes of `<html>` that choose a look; None means the attribute is to be absent."""
    return {
        "data-theme": look.theme,
        "data-width": look.width,
        "data-chinese-face": look.chinese_face,
        "data-latin-face": look.latin_face,
        "data-size": f"{look.font_size:g}" if look.font_size else None,
        "data-line": f"{look.line_height:g}" if look.line_height else None,
        "data-justify": None if look.justify else "off",
        "data-indent": "on" if look.first_line_indent else None,
        "data-dots": None if look.emphasis_dots else "off",
        "data-motion": "reduced" if look.reduced_motion else None,
        "data-animations": None if look.animations == "stopped" else look.animations,
    }


def root_attributes(look: PageLook) -> str:
    """The attributes of a look as markup."""
    return "".join(f' {name}="{value}"' for name, value in look_attributes(look).items() if value)


def _digest(style: str) -> str:
    return b64encode(hashlib.sha256(style.encode()).digest()).decode()


def _theme_rules() -> str:
    rules = [f":root[data-theme={name}]{{{_variables(name)}}}" for name in THEMES]
    rules.append(f":root[data-theme=system]{{{_variables('light')}}}")
    dark = f":root[data-theme=system]{{{_variables('dark')}}}"
    rules.append(f"@media (prefers-color-scheme:dark){{{dark}}}")
    rules.append(f"@media print{{:root[data-theme]{{{_variables('light')}}}}}")
    return "\n".join(rules) + "\n"


def _variables(name: str) -> str:
    theme = THEMES[name]
    more = "".join(f"--{token}:{colour};" for token, colour in PAGE_COLOURS[name].items())
    scheme, dim = ("dark", "brightness(.86)") if theme.is_dark else ("light", "none")
    ground = _DRAWING_GROUND if theme.is_dark else "transparent"
    return f"color-scheme:{scheme};--dim:{dim};--drawing:{ground};{theme.css_variables()}{more}"
