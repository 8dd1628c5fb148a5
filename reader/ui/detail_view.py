# SPDX-License-Identifier: MIT
"""The detail view: one article in the web engine, and what stands there when there is none."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum, auto
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, QUrl, Signal
from PySide6.QtGui import QColor, QResizeEvent, QWheelEvent
from PySide6.QtWebEngineCore import QWebEnginePage
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from reader.core.article import ReadOptions
from reader.core.errors import ReaderError
from reader.core.presence import is_file
from reader.core.theme import Theme

from .web_page import OUR_WORLD, WebPage, page_address

if TYPE_CHECKING:
    from PySide6.QtGui import QPageLayout

    from .article_pages import ArticlePages, OpenPage
    from .detail_notice import DetailNotice
    from .find_bar import FindBar
    from .link_preview import LinkPreview

_PUT_IN = (
    "(t=>{for(const s of document.querySelectorAll('[data-key]')){const h=t[s.dataset.key];"
    "if(h)s.outerHTML=h}})(%s)"
)
_EXPLAIN = (
    "(t=>{for(const s of document.querySelectorAll('[data-key]')){const w=t[s.dataset.key];"
    "if(w){s.title=w;s.querySelector('[data-note]')?.setAttribute('data-note',w)}}})(%s)"
)


class Shown(Enum):
    """What the detail view stands for at the moment."""

    NOTHING = auto()
    OPENING = auto()
    ARTICLE = auto()
    FAILED = auto()
    CRASHED = auto()


@dataclass(frozen=True, slots=True)
class DetailState:
    """The one value that decides what is on screen."""

    shown: Shown = Shown.NOTHING
    path: Path | None = None
    page: OpenPage | None = None
    original: bool = False


FindPlace = Callable[[Path, Callable[[], object]], object]
"""Asked before a page is loaded: finds where to begin in it, then calls back."""
MakeWhole = Callable[[Callable[[], object]], object]
"""Asked before a page is printed: lets all of it come, then calls back."""


class DetailView(QWidget):
    """Shows one article; links, progress and failures leave it as signals.

    It stands on screen before the rest of the window is made: all but the page itself is made on first use.
    """

    article_shown = Signal(object)  # OpenPage
    article_failed = Signal(object, str)  # path, sentence
    reload_failed = Signal(str)  # sentence; the page stays as it is
    link_activated = Signal(str, bool)  # address as written in the article, asked for elsewhere
    progress_changed = Signal(float)  # 0..1, how far down the lower edge of the view is
    original_changed = Signal(bool)
    software_rendering_asked = Signal()
    zoom_asked = Signal(int)  # one step up or down
    first_paint = Signal()
    leaving = Signal()  # what is shown is about to give way to another page

    _pages: ArticlePages

    def __init__(self, web_page: WebPage, parent: QWidget | None = None) -> None:
        """Stands empty until `serve_from` says where its pages are made."""
        super().__init__(parent)
        self._web_page = web_page
        self._state = DetailState()
        self._request = 0
        self._loaded = False
        self._wanted: Path | None = None
        self._wanted_options = ReadOptions()
        self._wanted_fragment = ""
        self.find_place: FindPlace = lambda _path, load: load()  # made to begin where reading stopped
        self.make_whole: MakeWhole = lambda go: go()  # made to let pictures come that are out of sight
        self.setAccessibleName(self.tr("Article"))
        self._view = QWebEngineView(web_page, self)
        self._view.setAccessibleName(self.tr("Article text"))
        self._stack = QStackedLayout()
        self._stack.addWidget(self._view)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addLayout(self._stack, 1)
        self._settle = QTimer(self, singleShot=True, interval=250)
        self._settle.timeout.connect(self._report_progress)
        self._listen = QTimer(self, singleShot=True, interval=500)  # asking for that widget takes a while
        self._listen.timeout.connect(self._listen_to_wheel)
        self._connect_signals()

    @property
    def state(self) -> DetailState:
        """What is shown now."""
        return self._state

    @property
    def view(self) -> QWebEngineView:
        """The engine's widget, for focus and the context menu."""
        return self._view

    @cached_property
    def find_bar(self) -> FindBar:
        """The line below the page in which one seeks."""
        from .find_bar import FindBar

        bar = FindBar(self._view, self)
        self._column.addWidget(bar)
        return bar

    @property
    def wanted(self) -> Path | None:
        """The article asked for last, shown already or still on its way."""
        return self._wanted

    @property
    def wanted_options(self) -> ReadOptions:
        """How the article that is wanted is read, be it shown or still opened."""
        return self._wanted_options

    @property
    def is_painted(self) -> bool:
        """Whether the page that is shown has been loaded, or there is none to load."""
        return self._loaded or self._state.shown in (Shown.NOTHING, Shown.FAILED, Shown.CRASHED)

    def serve_from(self, pages: ArticlePages) -> None:
        """Take the pages from there; once, before the first article is shown."""
        self._pages = pages
        pages.page_outdated.connect(self._on_outdated)

    def expect(self, path: Path) -> None:
        """An article is about to be shown."""
        self._state = DetailState(Shown.OPENING, path)

    def show_article(
        self,
        path: Path,
        options: ReadOptions,
        *,
        fragment: str = "",
        ahead: bool = False,
        anew: bool = False,
        original: bool = False,
    ) -> None:
        """Open an article; what is on screen stays until the new page is ready.

        `ahead`: the engine has asked for the page already, which saves time at start; `anew` takes no page
        that was kept; `original` goes on showing the file as it was saved.
        """
        self._request += 1
        request = self._request
        self.leaving.emit()
        self._wanted, self._wanted_options, self._wanted_fragment = path, options, fragment
        if self._state.shown is not Shown.ARTICLE:
            self._state = DetailState(Shown.OPENING, path)
        self._pages.open(
            path,
            options,
            lambda page: self._on_opened(request, page, loaded=ahead, original=original),
            lambda error: self._on_failed(request, path, error),
            anew=anew,
        )

    def show_invitation(self) -> None:
        """Say what to do where no article was chosen yet."""
        self._request += 1
        self._state = DetailState()
        self._notice.show_text(
            self.tr("Choose an article from the list."),
            self.tr("J and K go down and up in it, / searches the articles."),
        )
        self._stack.setCurrentWidget(self._notice)

    def show_failure(self, path: Path, sentence: str, hint: str = "") -> None:
        """Say in one sentence why an article cannot be shown."""
        self._request += 1
        if path != self._wanted:
            self._wanted, self._wanted_options = path, ReadOptions()
        self._state = DetailState(Shown.FAILED, path)
        self._notice.show_text(sentence, hint)
        self._stack.setCurrentWidget(self._notice)
        self.article_failed.emit(path, sentence)

    def show_original(self, on: bool) -> None:
        """Switch between the reading page and the file as it was saved."""
        page = self._state.page
        if page is None or self._state.original == on:
            return
        if on and not is_file(page.article.path):
            sentence = self.tr("“%1” is not there any more.").replace("%1", page.article.path.name)
            self.reload_failed.emit(sentence)
            self.original_changed.emit(False)
            return
        if not on and self._pages.is_of_another_look(page):
            self._state = DetailState(Shown.ARTICLE, page.article.path, page)
            self.original_changed.emit(False)
            self.show_article(page.article.path, page.options)
            return
        self._state = DetailState(Shown.ARTICLE, page.article.path, page, original=on)
        self._load(page_address(page.article.path, "original/" if on else ""))
        self.original_changed.emit(on)

    def reload(self) -> None:
        """Read the current article's file again."""
        path, page = self._state.path, self._state.page
        if path is not None:
            shown = page.options if page is not None else ReadOptions()
            options = self._wanted_options if path == self._wanted else shown
            self.show_article(path, options, anew=True, original=self._state.original)

    def take_pictures(self, page: OpenPage) -> None:
        """Put pictures that came into the page where they are missing; nothing else moves."""
        if self._state.page is None or self._state.page.article.path != page.article.path:
            return
        self._state = DetailState(self._state.shown, self._state.path, page, self._state.original)
        self._pages.verify(page)
        if not self._state.original:
            from .late_pictures import picture_tags

            self._web_page.runJavaScript(_PUT_IN % json.dumps(picture_tags(page.html)), OUR_WORLD)

    def explain_missing(self, reasons: Mapping[str, str]) -> None:
        """Say in the boxes of missing pictures, by key, why they are missing."""
        if reasons and self._state.shown is Shown.ARTICLE and not self._state.original:
            self._web_page.runJavaScript(_EXPLAIN % json.dumps(dict(reasons)), OUR_WORLD)

    def apply_theme(self, theme: Theme) -> None:
        """Colour everything that is not the page itself."""
        self._web_page.setBackgroundColor(QColor(theme.paper))

    def apply_look(self, attributes: Mapping[str, str | None]) -> None:
        """Change the look of the page that is shown, without loading it again; a saved one keeps its own."""
        page = self._state.page
        if self._state.original and page is not None:
            from reader.core.original import is_shown_as_source

            if not is_shown_as_source(page.article.format):
                return
        script = (
            f"(()=>{{const r=document.documentElement,a={json.dumps(dict(attributes))};"
            "for(const k in a)a[k]===null?r.removeAttribute(k):r.setAttribute(k,a[k])})()"
        )
        self._web_page.runJavaScript(script, OUR_WORLD)

    def scroll_by_page(self, direction: int) -> None:
        """Scroll one view less two lines, as the space bar does."""
        self._web_page.runJavaScript(
            f"scrollBy({{top:{direction}*(innerHeight-2*1.75*18),behavior:'instant'}})", OUR_WORLD
        )

    def scroll_to(self, anchor: str) -> None:
        """Bring an element of the page to the top."""
        self._web_page.runJavaScript(
            f"document.getElementById({json.dumps(anchor)})?.scrollIntoView({{block:'start'}})", OUR_WORLD
        )

    def set_zoom(self, factor: float) -> None:
        """Enlarge text and pictures alike."""
        self._view.setZoomFactor(factor)

    def let_go(self) -> None:
        """Show nothing and ask nothing any more: the engine's page is about to be deleted."""
        self._settle.stop()
        self._listen.stop()
        self._state = DetailState()

    def print_to(self, target: Path, on_done: Callable[[Path, bool], None]) -> None:
        """Print the page as it is into a PDF; `on_done` learns whether the file was written."""

        def printed(written: str, success: bool) -> None:
            if Path(written) == target:
                self._web_page.pdfPrintingFinished.disconnect(printed)
                on_done(target, success)

        self._web_page.pdfPrintingFinished.connect(printed)
        self.make_whole(lambda: self._web_page.printToPdf(str(target), _paper()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QWheelEvent) and _is_control_down(event):
            turned = event.angleDelta().y()
            if turned:
                self.zoom_asked.emit(1 if turned > 0 else -1)
            return True
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if "_preview" in self.__dict__:
            self._preview.place()

    @cached_property
    def _notice(self) -> DetailNotice:
        from .detail_notice import DetailNotice

        notice = DetailNotice(self)
        self._stack.addWidget(notice)
        notice.reload_asked.connect(self.reload)
        notice.software_rendering_asked.connect(self.software_rendering_asked)
        return notice

    @cached_property
    def _preview(self) -> LinkPreview:
        from .link_preview import LinkPreview

        return LinkPreview(self)

    def _connect_signals(self) -> None:
        page = self._web_page
        page.link_activated.connect(self._on_link)
        page.linkHovered.connect(self._on_hovered)
        page.loadFinished.connect(self._on_loaded)
        page.renderProcessTerminated.connect(self._on_terminated)
        page.scrollPositionChanged.connect(lambda _point: self._settle.start())
        page.contentsSizeChanged.connect(lambda _size: self._settle.start())

    def _on_opened(self, request: int, page: OpenPage, *, loaded: bool, original: bool) -> None:
        if request != self._request:
            return
        original_before = self._state.original
        self._state = DetailState(Shown.ARTICLE, page.article.path, page, original)
        if not loaded:
            self._loaded = False
            self._load(page_address(page.article.path, "original/" if original else ""))
        if "find_bar" in self.__dict__:
            self.find_bar.close_quietly()
        self._stack.setCurrentWidget(self._view)
        if original_before != original:
            self.original_changed.emit(original)
        self.article_shown.emit(page)

    def _load(self, address: QUrl) -> None:
        request, path = self._request, self._state.path
        assert path is not None

        def load() -> None:
            if request == self._request and self._state.path == path:
                self._web_page.load(address)

        self.find_place(path, load)

    def _on_outdated(self, path: Path) -> None:
        if path == self._state.path and not self._state.original:
            self.reload()

    def _on_failed(self, request: int, path: Path, error: ReaderError) -> None:
        if request == self._request:
            from .sentences import in_own_words

            sentence = in_own_words(str(error))
            if self._state.shown is Shown.ARTICLE and self._state.path == path and not is_file(path):
                self.reload_failed.emit(sentence)  # its file is gone: what is on screen is all there is
                return
            self.show_failure(path, sentence, self.tr("The file itself is untouched."))

    def _on_loaded(self, ok: bool) -> None:
        if not ok or self._state.shown is not Shown.ARTICLE:
            return
        if self._wanted_fragment:
            self.scroll_to(self._wanted_fragment)
            self._wanted_fragment = ""
        self._loaded = True
        self.first_paint.emit()
        self._listen.start()
        if self._state.page is not None and not self._state.original:
            self._pages.verify(self._state.page)

    def _listen_to_wheel(self) -> None:
        """The widget that gets the engine's events is another after each change of renderer."""
        proxy = self._view.focusProxy()
        if proxy is not None:
            proxy.removeEventFilter(self)
            proxy.installEventFilter(self)

    def _on_link(self, url: QUrl, elsewhere: bool) -> None:
        self.link_activated.emit(self._as_written(url), elsewhere)

    def _on_hovered(self, address: str) -> None:
        from reader.core.links import category_of

        category = category_of(address)
        self._preview.show_address(" / ".join(category) if category else self._as_written(QUrl(address)))

    def _as_written(self, url: QUrl) -> str:
        """The address in the article's own terms: opaque wrappings of the page taken off."""
        from reader.core.links import written_href

        written = written_href(url.toString(QUrl.ComponentFormattingOption.FullyEncoded))
        return written.removeprefix("original/") if self._state.original else written

    def _on_terminated(self, status: QWebEnginePage.RenderProcessTerminationStatus, _code: int) -> None:
        if status == QWebEnginePage.RenderProcessTerminationStatus.NormalTerminationStatus:
            return
        self._state = DetailState(Shown.CRASHED, self._state.path, self._state.page)
        self._notice.show_crash()
        self._stack.setCurrentWidget(self._notice)

    def _report_progress(self) -> None:
        if self._state.shown is not Shown.ARTICLE or self._state.original:
            return
        height = self._web_page.contentsSize().height()
        if height <= 0:
            return
        seen = self._web_page.scrollPosition().y() + self._view.height() / self._view.zoomFactor()
        self.progress_changed.emit(min(1.0, seen / height))


def _is_control_down(event: QWheelEvent) -> bool:
    from PySide6.QtCore import Qt  # its hundred enumerations take a tenth of the start

    return bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)


def _paper() -> QPageLayout:
    """A4 with margins; the engine heeds none of the style sheet's own."""
    from PySide6.QtCore import QMarginsF
    from PySide6.QtGui import QPageLayout, QPageSize

    upright, margins = QPageLayout.Orientation.Portrait, QMarginsF(18, 18, 18, 18)
    return QPageLayout(QPageSize(QPageSize.PageSizeId.A4), upright, margins, QPageLayout.Unit.Millimeter)
