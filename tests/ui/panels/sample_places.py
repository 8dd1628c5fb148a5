# SPDX-License-Identifier: MIT
"""A library as the panel is told of it."""

from __future__ import annotations

from pathlib import Path

from reader.core.library import CategoryNode, Counts, FolderNode
from reader.ui.places import Place, PlaceKind

COUNTS = Counts(all=8412, unread=1203, reading=14, starred=37)
CATEGORIES = (
    CategoryNode(("新媒体",), 5120, 812),
    CategoryNode(("新媒体", "人人都是产品经理"), 3021, 400),
    CategoryNode(("新媒体", "人人都是产品经理", "最新文章"), 2021, 300),
    CategoryNode(("编程",), 960, 0),
)
FOLDERS = (
    FolderNode(Path("/home/me/articles"), 7000, 1100),
    FolderNode(Path("/home/me/articles/2021"), 70, 11),
    FolderNode(Path("/home/me/notes"), 1412, 103),
)
INNER = Place(PlaceKind.CATEGORY, ("新媒体", "人人都是产品经理"))
