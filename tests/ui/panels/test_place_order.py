# SPDX-License-Identifier: MIT
"""Categories and folders stand in the order of the person's language."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale

from reader.core.library import CategoryNode, FolderNode
from reader.ui.place_order import PlaceOrder


@pytest.fixture(autouse=True)
def locale() -> Iterator[None]:
    before = QLocale()
    yield
    QLocale.setDefault(before)


def _ordered(order: PlaceOrder, *paths: str) -> list[str]:
    nodes = [CategoryNode(tuple(path.split("/")), 1, 1) for path in paths]
    return ["/".join(node.path) for node in order.of_categories(nodes)]


@pytest.mark.parametrize("name", ["en_US", "C"])
def test_case_and_numbers_are_read_as_a_person_reads_them(name: str) -> None:
    QLocale.setDefault(QLocale(name))
    order = PlaceOrder()
    assert _ordered(order, "Recipes", "apples", "Books", "第10章", "第9章", "apples/b", "apples/A") == [
        *("apples", "apples/A", "apples/b", "Books", "Recipes", "第9章", "第10章"),
    ]
    assert _ordered(order, "java/x", "Java", "java", "Java/y") == ["Java", "Java/y", "java", "java/x"]


def test_chinese_stands_by_its_sound_where_the_window_is_chinese() -> None:
    names = ("中文", "啊", "编程", "分类")
    QLocale.setDefault(QLocale("zh_CN"))
    order = PlaceOrder()
    assert _ordered(order, *names) == ["啊", "编程", "分类", "中文"]
    QLocale.setDefault(QLocale("zh_TW"))
    assert _ordered(order, *names)[0] == "中文", "by strokes, as is usual there"


def test_library_folders_keep_the_order_they_were_given() -> None:
    QLocale.setDefault(QLocale("en_US"))
    paths = [Path(path) for path in ("/z", "/z/10", "/z/9", "/z/9/b", "/z/9/A", "/zz", "/a", "/a/b")]
    nodes = [FolderNode(path, 1, 1) for path in paths]
    assert [str(node.path) for node in PlaceOrder().of_folders(nodes)] == [
        *("/z", "/z/9", "/z/9/A", "/z/9/b", "/z/10", "/zz", "/a", "/a/b"),
    ]
