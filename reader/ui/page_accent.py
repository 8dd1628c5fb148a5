# SPDX-License-Identifier: MIT
"""Lets the page have the accent of the desktop, where that differs from the one its style sheet knows."""

from __future__ import annotations

import json

from PySide6.QtWebEngineCore import QWebEnginePage, QWebEngineScript

from reader.core.theme import THEMES, Theme

from .web_page import OUR_WORLD

_NAME = "accent"
_TOKENS = ("accent", "accent_ink", "selection")


def show_accent(page: QWebEnginePage, theme: Theme) -> None:
    """Show the accent of a theme in the page that stands and in those to come."""
    own = THEMES[theme.name]
    tinted = {
        f"--{name.replace('_', '-')}": None if theme is own else str(getattr(theme, name)) for name in _TOKENS
    }
    scripts = page.scripts()
    before = scripts.find(_NAME)
    for script in before:
        scripts.remove(script)
    if theme is own and not before:
        return
    source = (
        f"(s=>{{const t={json.dumps(tinted)};for(const n in t)t[n]===null?s.removeProperty(n):"
        "s.setProperty(n,t[n])})(document.documentElement.style)"
    )
    if theme is not own:
        script = QWebEngineScript()
        script.setName(_NAME)
        script.setWorldId(OUR_WORLD)
        script.setInjectionPoint(QWebEngineScript.InjectionPoint.DocumentReady)
        script.setSourceCode(source)
        scripts.insert(script)
    page.runJavaScript(source, OUR_WORLD)
