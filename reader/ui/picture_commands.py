# SPDX-License-Identifier: MIT
"""What a person does with the pictures of the open article: look at them, play, copy, save, open them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtWebEngineCore import QWebEngineContextMenuRequest, QWebEnginePage
from PySide6.QtWidgets import QMenu, QWidget

from reader.core.article import ImageKey, article_key
from reader.core.settings import options

from .article_pages import OpenPage
from .detail_view import Shown
from .icons import Icons
from .late_pictures import LatePictures
from .picture_layer import PictureLayer
from .window_parts import WindowParts

if TYPE_CHECKING:
    from reader.core.export.pictures import ArticlePicture
    from reader.core.theme import Theme

    from .picture_decoding import DecodedPicture
    from .picture_files import PictureFiles
    from .picture_viewer import PictureViewer

_STOPPED = "stopped"


@dataclass(frozen=True, slots=True)
class _Shelf:
    """The pictures of one article that are at hand."""

    page: OpenPage
    pictures: tuple[ArticlePicture, ...]


class PictureCommands(QObject):
    """Made after the first paint; viewer, decoding and files come with the first picture that is wanted."""

    said = Signal(str)  # one sentence for the status line

    def __init__(self, parts: WindowParts, icons: Icons, pane: QWidget) -> None:
        super().__init__(pane)
        self._parts, self._icons, self._pane = parts, icons, pane
        self._detail = parts.detail
        self.layer = PictureLayer(parts.detail.view, self)
        self.layer.is_listening = self._has_pictures
        self.layer.clicked.connect(self.view)
        late = LatePictures(parts.detail.view.page(), self)
        parts.detail.make_whole = late.bring_all
        self.viewer: PictureViewer | None = None
        self._files: PictureFiles | None = None
        self._shelf: _Shelf | None = None
        self._decoding = -1  # number of the picture on its way; -1: none
        self._detail.first_paint.connect(self.layer.attend)
        self._detail.leaving.connect(self.close)
        parts.style.theme_changed.connect(self._take_theme)
        self.layer.attend()

    @property
    def files(self) -> PictureFiles:
        """The way out of the reader for pictures."""
        if self._files is None:
            from .picture_files import PictureFiles

            self._files = PictureFiles(self._parts.state, self._say)
        return self._files

    def view_current(self) -> None:
        """Open the viewer with the picture in sight."""
        if self._has_pictures():
            self.layer.ask_current(lambda key: self.view(key) if key else self._say_none())
        else:
            self._say_none()

    def view(self, key: str) -> None:
        """Open the viewer with one picture of the article."""
        page = self._detail.state.page
        if page is not None:
            self._parts.tasks.run(lambda: _at_hand(page), lambda pictures: self._open(page, pictures, key))

    def takes_link(self, address: str, elsewhere: bool) -> bool:
        """Show the picture that is linked with a picture's file; False where the link is to be followed."""
        page = self._detail.state.page
        if elsewhere or page is None or self._detail.state.original:
            return False
        from reader.core.export.pictures import picture_behind_link

        key = picture_behind_link(page.article, address)
        if key is None or page.images.find(key) is None:
            return False
        self.view(key)
        return True

    def add_to_menu(self, menu: QMenu, request: QWebEngineContextMenuRequest | None) -> None:
        """What can be done with the picture that was clicked with the right button."""
        key = self._key_of(request.mediaUrl()) if request is not None else None
        page = self._detail.state.page
        if request is None or key is None or page is None:
            return
        link = request.linkUrl()
        add = menu.addAction
        if not link.isEmpty():
            add(self.tr("Follow the link")).triggered.connect(
                lambda _on=False: self._parts.engine.page.link_activated.emit(link, False)
            )
        add(self.tr("View picture")).triggered.connect(lambda _on=False: self.view(key))
        if self._moves(key):
            still = request.mediaUrl().path().endswith("/still")
            text = self.tr("Play animation") if still else self.tr("Stop animation")
            add(text).triggered.connect(lambda _on=False: self.layer.play(still, key))
        for text, act in (
            (self.tr("Copy picture"), self._copy),
            (self.tr("Save picture as…"), self._save),
            (self.tr("Open picture in another program"), self._open_outside),
        ):
            add(text).triggered.connect(lambda _on=False, act=act: self._with_picture(page, key, act))
        menu.addSeparator()

    def take_preference(self, name: str) -> None:
        """Animations shall play from now on, or stand still."""
        if name == options.ANIMATIONS.name:
            self.layer.play(self._parts.preferences.get(options.ANIMATIONS) != _STOPPED)

    def close(self) -> None:
        """Close the viewer: its article goes."""
        if self.viewer is not None:
            self.viewer.close_quietly()

    def end(self) -> None:
        """The window closes."""
        self.close()
        if self._files is not None:
            self._files.end()

    # ---- the viewer

    def _take_theme(self, theme: Theme) -> None:
        if self.viewer is not None:
            self.viewer.set_theme(theme)

    def _open(self, page: OpenPage, pictures: tuple[ArticlePicture, ...], key: str) -> None:
        now = self._detail.state.page
        index = next((at for at, picture in enumerate(pictures) if picture.key == key), -1)
        if now is None or now.article.path != page.article.path:
            return
        if index < 0:
            self._say_none()
            return
        self._shelf, self._decoding = _Shelf(page, pictures), -1
        viewer = self._viewer_for(page.article.path)
        viewer.open_with(pictures, index)

    def _viewer_for(self, path: Path) -> PictureViewer:
        from .engine_picture import PictureHost
        from .picture_viewer import PictureViewer

        if self.viewer is not None:
            self.viewer.close_quietly()
            self.viewer.deleteLater()
        host = PictureHost(self._parts.engine.profile, article_key(path))
        viewer = PictureViewer(host, self._parts.style.theme, self._icons, self._pane.window())
        viewer.picture_asked.connect(self._on_asked)
        viewer.copy_asked.connect(lambda: self._with_shown(self._copy))
        viewer.save_asked.connect(lambda: self._with_shown(self._save))
        viewer.open_asked.connect(lambda: self._with_shown(self._open_outside))
        viewer.closed.connect(self._on_closed)
        self.viewer = viewer
        return viewer

    def _on_asked(self, index: int) -> None:
        """Decode what is asked for, one after the other; what was passed over is left out."""
        shelf = self._shelf
        if shelf is None or self._decoding >= 0:
            return
        from .picture_decoding import decode_picture

        self._decoding = index
        key, images = shelf.pictures[index].key, shelf.page.images
        self._parts.tasks.run(
            lambda: decode_picture(images.find(key)),
            lambda picture: self._on_decoded(shelf, index, picture),
        )

    def _on_decoded(self, shelf: _Shelf, index: int, picture: DecodedPicture) -> None:
        viewer = self.viewer
        if viewer is None or viewer.isHidden() or shelf is not self._shelf:
            return
        self._decoding = -1
        if viewer.index == index:
            viewer.show_picture(picture)
        else:
            self._on_asked(viewer.index)

    def _on_closed(self) -> None:
        self._shelf, self._decoding = None, -1
        self._detail.view.setFocus()

    # ---- out of the reader

    def _with_shown(self, act: Callable[[DecodedPicture, str], object]) -> None:
        viewer, shelf = self.viewer, self._shelf
        picture = viewer.canvas.picture if viewer is not None else None
        if viewer is not None and shelf is not None and picture is not None and picture.data:
            act(picture, _name(shelf, viewer.index, picture.media_type))

    def _with_picture(
        self, page: OpenPage, key: ImageKey, act: Callable[[DecodedPicture, str], object]
    ) -> None:
        """For a picture of the page, without opening the viewer."""
        from .picture_decoding import decode_picture

        def work() -> tuple[DecodedPicture, str]:
            picture = decode_picture(page.images.find(key))
            shelf = _Shelf(page, _at_hand(page))
            index = next((at for at, one in enumerate(shelf.pictures) if one.key == key), 0)
            return picture, _name(shelf, index, picture.media_type) if shelf.pictures else ""

        def done(found: tuple[DecodedPicture, str]) -> None:
            if found[0].data:
                act(*found)
            else:
                self._say_none()

        self._parts.tasks.run(work, done)

    def _copy(self, picture: DecodedPicture, _name: str) -> None:
        viewer = self.viewer
        if viewer is not None and not viewer.isHidden():
            image = viewer.canvas.image()
        else:
            from .picture_decoding import flat_image

            image = flat_image(picture)
        if image.isNull():  # of a format that only the engine knows
            self._detail.view.page().triggerAction(QWebEnginePage.WebAction.CopyImageToClipboard)
        else:
            self.files.copy(image)

    def _save(self, picture: DecodedPicture, name: str) -> None:
        self.files.save(picture.data, name, self._pane.window())

    def _open_outside(self, picture: DecodedPicture, name: str) -> None:
        self.files.open(picture.data, name)

    # ---- within

    def _has_pictures(self) -> bool:
        """Whether a click on the page may mean a picture."""
        state = self._detail.state
        page = state.page
        shown = state.shown is Shown.ARTICLE and not state.original
        return shown and page is not None and bool(page.article.images or page.article.cover)

    def _say(self, sentence: str) -> None:
        """Where it is seen: the viewer covers the line of the window."""
        if self.viewer is not None and not self.viewer.isHidden():
            self.viewer.say(sentence)
        else:
            self.said.emit(sentence)

    def _say_none(self) -> None:
        self._say(self.tr("This article has no pictures at hand."))

    def _key_of(self, address: QUrl) -> ImageKey | None:
        path = address.path()
        if address.scheme() != "article" or not path.startswith("/image/"):
            return None
        return ImageKey(path.removeprefix("/image/").removesuffix("/still"))

    def _moves(self, key: ImageKey) -> bool:
        from reader.core.images.traits import traits_of

        page = self._detail.state.page
        found = page.images.find(key) if page is not None else None
        stopped = self._parts.preferences.get(options.ANIMATIONS) == _STOPPED
        return stopped and found is not None and traits_of(found).moves


def _at_hand(page: OpenPage) -> tuple[ArticlePicture, ...]:
    """The pictures that can be shown; runs on a worker thread."""
    from reader.core.export.pictures import article_pictures

    return tuple(one for one in article_pictures(page.article) if page.images.find(one.key))


def _name(shelf: _Shelf, index: int, media_type: str) -> str:
    from reader.core.export.file_names import picture_name

    pictures: Sequence[ArticlePicture] = shelf.pictures
    return picture_name(pictures[index], media_type, shelf.page.article.metadata.title, index + 1)
