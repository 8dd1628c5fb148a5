# SPDX-License-Identifier: MIT
"""The engine's page, locked down: no scripts of its own, no way out but through our signals."""

from __future__ import annotations

import logging
from pathlib import Path

import shiboken6
from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtWebEngineCore import (
    QWebEngineFullScreenRequest,
    QWebEnginePage,
    QWebEnginePermission,
    QWebEngineProfile,
    QWebEngineScript,
    QWebEngineSettings,
)

from reader.core.article import article_key

from .request_interceptor import RequestInterceptor
from .scheme_handler import SCHEME, SchemeHandler

log = logging.getLogger(__name__)

OUR_WORLD = QWebEngineScript.ScriptWorldId.ApplicationWorld.value
_OFF = (
    "JavascriptEnabled",
    "JavascriptCanOpenWindows",
    "JavascriptCanAccessClipboard",
    "LocalStorageEnabled",
    "LocalContentCanAccessRemoteUrls",
    "LocalContentCanAccessFileUrls",
    "HyperlinkAuditingEnabled",
    "PluginsEnabled",
    "PdfViewerEnabled",
    "ScreenCaptureEnabled",
    "WebGLEnabled",
    "AutoLoadIconsForPage",
    "DnsPrefetchEnabled",
    "NavigateOnDropEnabled",
    "FullScreenSupportEnabled",
    "ErrorPageEnabled",
    "ReadingFromCanvasEnabled",
)


class Engine(QObject):
    """The web engine at work: a profile that writes nothing to disk, and the one page it shows.

    It serves our scheme and refuses the rest. Its processes start while the rest of the window is built.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.profile = QWebEngineProfile(self)
        self.interceptor = RequestInterceptor(self.profile)
        self.handler = SchemeHandler(self.profile)
        self.profile.setUrlRequestInterceptor(self.interceptor)
        self.profile.installUrlSchemeHandler(SCHEME, self.handler)
        self.profile.downloadRequested.connect(lambda request: request.cancel())
        for name in _OFF:
            attribute = getattr(QWebEngineSettings.WebAttribute, name, None)
            if attribute is not None:
                self.profile.settings().setAttribute(attribute, False)
        self.profile.settings().setAttribute(QWebEngineSettings.WebAttribute.FocusOnNavigationEnabled, False)
        self.page = WebPage(self.profile, self)

    def ask_ahead(self, path: Path) -> None:
        """Let the page of an article be asked for before it is made."""
        self.page.load(page_address(path))

    def release(self) -> None:
        """Delete the page before the profile it lives in."""
        shiboken6.delete(self.page)


def page_address(path: Path, inner: str = "") -> QUrl:
    """Where the engine finds the page of an article."""
    return QUrl(f"article://{article_key(path)}/{inner}")


class WebPage(QWebEnginePage):
    """Navigates only where we asked; a link someone follows becomes a signal."""

    link_activated = Signal(QUrl, bool)  # address, and whether it was asked for elsewhere (middle click)

    def __init__(self, profile: QWebEngineProfile, parent: QObject | None = None) -> None:
        super().__init__(profile, parent)
        self.fullScreenRequested.connect(self._on_full_screen)
        self.permissionRequested.connect(self._on_permission)

    def acceptNavigationRequest(
        self, url: QUrl | str, kind: QWebEnginePage.NavigationType, is_main_frame: bool
    ) -> bool:
        if not is_main_frame:
            return False
        url = QUrl(url)
        kinds = QWebEnginePage.NavigationType
        here, there = _without_fragment(self.url()), _without_fragment(url)
        if kind == kinds.NavigationTypeLinkClicked:
            if here == there and url.hasFragment():
                return True
            self.link_activated.emit(url, False)
            return False
        return url.scheme() == "article" and kind in (
            kinds.NavigationTypeTyped,
            kinds.NavigationTypeReload,
            kinds.NavigationTypeBackForward,
        )

    def createWindow(self, _kind: QWebEnginePage.WebWindowType) -> QWebEnginePage:
        return _NewWindowCatcher(self)

    def javaScriptConsoleMessage(self, _level: object, message: str, _line: int, _source: str) -> None:
        log.debug("page: %s", message)

    @staticmethod
    def _on_full_screen(request: QWebEngineFullScreenRequest) -> None:
        request.reject()

    @staticmethod
    def _on_permission(permission: QWebEnginePermission) -> None:
        permission.deny()


def _without_fragment(url: QUrl) -> str:
    return url.toString(QUrl.ComponentFormattingOption.FullyEncoded).partition("#")[0]


class _NewWindowCatcher(QWebEnginePage):
    """Stands in for the window a middle click asks for, and only learns its address."""

    def __init__(self, opener: WebPage) -> None:
        super().__init__(opener.profile(), opener)
        self._opener = opener

    def acceptNavigationRequest(
        self, url: QUrl | str, _kind: QWebEnginePage.NavigationType, _is_main_frame: bool
    ) -> bool:
        self._opener.link_activated.emit(QUrl(url), True)
        self.deleteLater()
        return False
