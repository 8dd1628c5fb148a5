# SPDX-License-Identifier: MIT
"""Draws the icon at every size a desktop asks for: `icons.py FOLDER` (PNG tree, .ico, .icns)."""

from __future__ import annotations

import os
import struct
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QGuiApplication, QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgRenderer

ROOT = Path(__file__).resolve().parent.parent
DRAWING = ROOT / "resources" / "icons" / "article-reader.svg"
SIZES = (16, 22, 24, 32, 48, 64, 96, 128, 256, 512)
_ICO = (16, 24, 32, 48, 64, 128, 256)
_ICNS = {"icp4": 16, "icp5": 32, "ic07": 128, "ic08": 256, "ic09": 512, "ic11": 32, "ic12": 64, "ic13": 256}


def png(drawing: Path, side: int) -> bytes:
    """The drawing as a PNG of `side` pixels."""
    image = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(drawing)).render(painter)
    painter.end()
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(data.data())


def ico(pictures: dict[int, bytes]) -> bytes:
    """A Windows icon of PNG pictures."""
    head = struct.pack("<HHH", 0, 1, len(pictures))
    offset = len(head) + 16 * len(pictures)
    rows, bodies = b"", b""
    for side, data in pictures.items():
        shown = side % 256
        rows += struct.pack("<BBBBHHII", shown, shown, 0, 0, 1, 32, len(data), offset + len(bodies))
        bodies += data
    return head + rows + bodies


def icns(pictures: dict[str, bytes]) -> bytes:
    """A macOS icon of PNG pictures."""
    body = b"".join(
        kind.encode("ascii") + struct.pack(">I", len(data) + 8) + data for kind, data in pictures.items()
    )
    return b"icns" + struct.pack(">I", len(body) + 8) + body


def main(folder: Path) -> None:
    """Writes `hicolor/…`, `article-reader.ico` and `article-reader.icns` into `folder`."""
    application = QGuiApplication([])
    scalable = folder / "hicolor" / "scalable" / "apps"
    symbolic = folder / "hicolor" / "symbolic" / "apps"
    for place in (scalable, symbolic):
        place.mkdir(parents=True, exist_ok=True)
    (scalable / "article-reader.svg").write_bytes(DRAWING.read_bytes())
    sign = "article-reader-symbolic.svg"
    (symbolic / sign).write_bytes((ROOT / "packaging" / "linux" / sign).read_bytes())
    for side in SIZES:
        place = folder / "hicolor" / f"{side}x{side}" / "apps"
        place.mkdir(parents=True, exist_ok=True)
        (place / "article-reader.png").write_bytes(png(DRAWING, side))
    (folder / "article-reader.ico").write_bytes(ico({side: png(DRAWING, side) for side in _ICO}))
    pictures = {kind: png(DRAWING, side) for kind, side in _ICNS.items()}
    (folder / "article-reader.icns").write_bytes(icns(pictures))
    application.quit()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
