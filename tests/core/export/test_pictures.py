# SPDX-License-Identifier: MIT
"""The pictures of an article with their words, and the names they are saved under."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.core.article import CleanArticle, ImageKey, ReadOptions
from reader.core.export.file_names import file_stem, picture_name
from reader.core.export.pictures import (
    ArticlePicture,
    article_pictures,
    leads_to_picture,
    picture_behind_link,
)
from reader.core.open_article import open_article


def _article(folder: Path, text: str) -> CleanArticle:
    path = folder / "a.md"
    path.write_text("# T\n\n" + text, "utf-8")
    return open_article(path, ReadOptions())


def test_pictures_come_in_order_once_with_their_words(tmp_path: Path) -> None:
    article = _article(
        tmp_path,
        '![first](a.png "A title")\n\n'
        '<figure><img src="b.png" alt="second"><figcaption>A <b>long</b>\n caption</figcaption></figure>\n\n'
        "![](c.png)\n\n![again](a.png)\n",
    )
    found = article_pictures(article)
    assert [picture.alt for picture in found] == ["first", "second", ""]
    assert [picture.caption for picture in found] == ["A title", "A long caption", ""]
    assert [picture.url for picture in found] == ["a.png", "b.png", "c.png"]
    assert [picture.key for picture in found] == list(dict.fromkeys(image.key for image in article.images))


def test_a_link_to_the_file_of_a_picture_is_the_picture(tmp_path: Path) -> None:
    article = _article(
        tmp_path,
        "[![x](a.png)](https://example.org/large.JPG?w=9&h=1)\n\n[![y](b.png)](https://example.org/page)\n",
    )
    first = article.images[0].key
    assert picture_behind_link(article, "https://example.org/large.JPG?w=9&h=1") == first
    assert picture_behind_link(article, "https://example.org/page") is None
    assert picture_behind_link(article, "https://example.org/other.jpg") is None
    assert not leads_to_picture("http://[broken/x.jpg")


@pytest.mark.parametrize(
    ("picture", "media_type", "name"),
    [
        (ArticlePicture(ImageKey("k"), "流程图", "", "x/1.jpg"), "image/png", "流程图.png"),
        (ArticlePicture(ImageKey("k"), "", "A caption: of two", "x"), "image/webp", "A caption_ of two.webp"),
        (
            ArticlePicture(ImageKey("k"), "image", "", "https://e.org/a/My%20map.jpeg?x=1"),
            "image/jpeg",
            "My map.jpg",
        ),
        (
            ArticlePicture(ImageKey("k"), "", "", "https://mmbiz.qpic.cn/x/640?wx=1"),
            "image/gif",
            "题目 3.gif",
        ),
        (
            ArticlePicture(ImageKey("k"), "图1", "", f"https://e.org/{'0af' * 12}.png"),
            "image/png",
            "题目 3.png",
        ),
        (
            ArticlePicture(ImageKey("k"), "IMG_2.png", "", "data:image/png;base64,xx"),
            "image/png",
            "题目 3.png",
        ),
        (ArticlePicture(ImageKey("k"), "../../etc/passwd", "", ""), "image/svg+xml", "etc_passwd.svg"),
    ],
)
def test_a_picture_is_named_by_what_is_known_of_it(
    picture: ArticlePicture, media_type: str, name: str
) -> None:
    assert picture_name(picture, media_type, "题目", 3) == name


@pytest.mark.parametrize(
    "text",
    [
        "",
        "...",
        "CON",
        "nul.txt",
        "\ud800",
        "\u202e\u200b",
        "a" * 500,
        "/" * 9,
        "a\nb",
        "\U0001f600" * 90,
        "com\u00b9.x",
        "aux .b",
    ],
)
def test_any_text_makes_a_name_every_system_takes(text: str) -> None:
    stem = file_stem(text, "article")
    assert 0 < len(stem) <= 80
    assert stem == stem.strip(" .")
    assert not set(stem) & set('/\\:*?"<>|\n')
    assert stem.lower() not in ("con", "nul")
    assert not stem.lower().startswith(("com\u00b9", "aux"))
    assert len(f"{stem}_files 9999".encode()) < 255
