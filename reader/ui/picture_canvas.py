# SPDX-License-Identifier: MIT
"""The part of the viewer that shows the picture: zoomed about the pointer, pushed, turned, moving."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QEvent, QIODevice, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QInputDevice,
    QMouseEvent,
    QMovie,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTransform,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QWidget

from reader.core.theme import Theme

from .engine_picture import EnginePicture, PictureHost
from .picture_decoding import DecodedPicture, Painted
from .picture_geometry import STEP, Placement

_DRAWING = "image/svg+xml"
_BLOCKS_FROM = 3.0  # device pixels for one of the picture, from which each is shown as it is
_CLEAR_GROUND = QColor("#FFFFFF")  # what drawings with transparent parts are made for
_SMALLEST_TURN = 120  # of a wheel, in eighths of a degree


class PictureCanvas(QWidget):
    """One picture at a time; takes the mouse, and is told everything else."""

    placed = Signal()  # scale or place changed
    clicked_beside = Signal()  # on the ground, not on the picture
    turned_over = Signal(int)  # a horizontal swipe: pictures on
    failed = Signal()  # the engine could not paint the picture

    def __init__(self, host: PictureHost, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._host = host
        self._ground = QColor(theme.panel)
        self._picture: DecodedPicture | None = None
        self._key = ""
        self._angle = 0
        self._placement = Placement(1, 1, (1.0, 1.0))
        self._movie: QMovie | None = None
        self._device: QBuffer | None = None
        self._engine: EnginePicture | None = None
        self._grabbed: QPoint | None = None
        self._pushed = False
        self.setMouseTracking(True)

    @property
    def placement(self) -> Placement:
        """Where the picture stands, and how large."""
        return self._placement

    @property
    def key(self) -> str:
        """Which picture is shown."""
        return self._key if self._picture is not None else ""

    @property
    def angle(self) -> int:
        """How far the picture is turned to the right, in degrees."""
        return self._angle

    @property
    def picture(self) -> DecodedPicture | None:
        """What is shown."""
        return self._picture

    def set_theme(self, theme: Theme) -> None:
        """Another ground."""
        self._ground = QColor(theme.panel)
        if self._engine is not None:
            self._engine.set_ground(self._ground)
        self.update()

    def show_picture(self, key: str, picture: DecodedPicture) -> None:
        """Show a picture, all of it and upright."""
        self.clear()
        self._picture, self._key = picture, key
        drawing = picture.media_type == _DRAWING
        room, ratio = self._placement.room, self.devicePixelRatioF()
        self._placement = Placement(picture.width, picture.height, room, ratio, grows=drawing).fitted()
        if picture.how is Painted.MOVING:
            self._start_movie(picture.data)
        elif picture.how is Painted.ENGINE:
            if self._engine is None:
                self._engine = EnginePicture(self._host, self._ground, self)
                self._engine.failed.connect(self.failed)
            self._engine.setGeometry(self.rect())
            self._engine.load_picture(key)
        self._on_placed()

    def clear(self) -> None:
        """Show nothing, and let go of the picture."""
        if self._movie is not None:
            self._movie.stop()
            self._movie.deleteLater()
        if self._engine is not None:
            self._engine.leave()
        self._movie = self._device = self._picture = None
        self._angle = 0
        self.update()

    def end(self) -> None:
        """Let go of everything: the viewer closes."""
        self.clear()
        if self._engine is not None:
            self._engine.end()
            self._engine = None

    def zoom(self, steps: float, at: QPointF | None = None) -> None:
        """So many steps larger, or smaller, about a point of the canvas or its middle."""
        self._place(self._placement.zoomed(self._placement.scale * STEP**steps, _pair(at)))

    def fit(self) -> None:
        """All of the picture."""
        self._place(self._placement.fitted())

    def full_size(self, at: QPointF | None = None) -> None:
        """One pixel of the picture on one of the screen."""
        self._place(self._placement.full_size(_pair(at)))

    def push(self, dx: float, dy: float) -> None:
        """Move the picture."""
        self._place(self._placement.moved(dx, dy))

    def turn(self, quarters: int) -> None:
        """Turn it by quarters to the right."""
        self._angle = (self._angle + 90 * quarters) % 360
        self._place(self._placement.turned() if quarters % 2 else self._placement.fitted())

    def image(self) -> QImage:
        """The picture as one sees it, turned, in its own size."""
        picture = self._picture
        if picture is None:
            return QImage()
        if self._engine is not None and self._is_by_engine:
            return self._engine.grab(self._target().toAlignedRect() & self.rect()).toImage()
        image = self._movie.currentImage() if self._movie is not None else picture.levels[0]
        if self._angle:
            image = image.transformed(QTransform().rotate(self._angle))
        return image

    # ---- what the system tells

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._engine is not None:
            self._engine.setGeometry(self.rect())
        self._place(self._placement.in_room(self.width(), self.height(), self.devicePixelRatioF()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._ground)
        picture = self._picture
        if picture is None or self._is_by_engine or picture.how is Painted.NOT:
            return
        scale = self._placement.scale * self._placement.ratio
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, scale < _BLOCKS_FROM)
        target = self._target()
        if picture.is_clear:
            painter.fillRect(target, _CLEAR_GROUND)
        image = self._movie.currentImage() if self._movie is not None else _level(picture, scale)
        painter.translate(target.center())
        painter.rotate(self._angle)
        size = target.size().transposed() if self._angle % 180 else target.size()
        upright = QRectF(-size.width() / 2, -size.height() / 2, size.width(), size.height())
        painter.drawImage(upright, image)
        painter.end()

    def wheelEvent(self, event: QWheelEvent) -> None:
        pixels, turned = event.pixelDelta(), event.angleDelta()
        fingers = event.device().type() is QInputDevice.DeviceType.TouchPad
        zooming = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if fingers and not pixels.isNull() and not zooming and self._placement.is_larger:
            self.push(pixels.x(), pixels.y())
        elif turned.y():
            self.zoom(turned.y() / _SMALLEST_TURN, event.position())
        elif abs(turned.x()) >= _SMALLEST_TURN:
            self.turned_over.emit(1 if turned.x() < 0 else -1)
        event.accept()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DevicePixelRatioChange:  # moved to another screen
            self._place(self._placement.in_room(self.width(), self.height(), self.devicePixelRatioF()))
        if (
            isinstance(event, QNativeGestureEvent)
            and event.gestureType() is Qt.NativeGestureType.ZoomNativeGesture
        ):
            scale = self._placement.scale * max(0.1, 1 + event.value())
            self._place(self._placement.zoomed(scale, _pair(event.position())))
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._grabbed, self._pushed = event.position().toPoint(), False
            self._show_cursor()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grabbed is None:
            return
        now = event.position().toPoint()
        step = now - self._grabbed
        if self._pushed or step.manhattanLength() >= QApplication.startDragDistance():
            self._pushed, self._grabbed = True, now
            self.push(step.x(), step.y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton or self._grabbed is None:
            return
        pushed, self._grabbed = self._pushed, None
        self._show_cursor()
        if not pushed and not self._target().contains(event.position()):
            self.clicked_beside.emit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self._target().contains(event.position()):
            if self._placement.fits:
                self.full_size(event.position())
            else:
                self.fit()

    # ---- within

    @property
    def _is_by_engine(self) -> bool:
        return self._picture is not None and self._picture.how is Painted.ENGINE

    def _place(self, placement: Placement) -> None:
        if placement != self._placement:
            self._placement = placement
            self._on_placed()

    def _on_placed(self) -> None:
        if self._engine is not None and self._is_by_engine:
            self._engine.place(self._target(), self._angle)
        self._show_cursor()
        self.update()
        self.placed.emit()

    def _target(self) -> QRectF:
        """Where the picture stands, turned; never thinner than one pixel of the screen."""
        placed = self._placement
        least = 1 / placed.ratio
        width, height = max(least, placed.width * placed.scale), max(least, placed.height * placed.scale)
        return QRectF(placed.x, placed.y, width, height)

    def _show_cursor(self) -> None:
        shapes = Qt.CursorShape
        if self._picture is None or not self._placement.is_larger:
            self.setCursor(shapes.ArrowCursor)
        else:
            held = self._grabbed is not None
            self.setCursor(shapes.ClosedHandCursor if held else shapes.OpenHandCursor)

    def _start_movie(self, data: bytes) -> None:
        self._device = QBuffer(self)
        self._device.setData(QByteArray(data))
        self._device.open(QIODevice.OpenModeFlag.ReadOnly)
        self._movie = QMovie(self._device, QByteArray(), self)
        self._movie.frameChanged.connect(lambda _number: self.update())
        self._movie.start()


def _level(picture: DecodedPicture, scale: float) -> QImage:
    """The smallest of a picture's levels that is no smaller than it is shown at `scale`."""
    wanted = picture.width * scale if picture.width >= picture.height else picture.height * scale
    for level in reversed(picture.levels):
        if max(level.width(), level.height()) >= wanted:
            return level
    return picture.levels[0]


def _pair(point: QPointF | None) -> tuple[float, float] | None:
    return None if point is None else (point.x(), point.y())
