# SPDX-License-Identifier: MIT
"""How a page shall look, and every word on it that is not the article's own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, Protocol

from reader.core.article import ArticleDate, CleanArticle, ImageKey

if TYPE_CHECKING:
    from reader.core.images import FoundImage


@dataclass(frozen=True, slots=True)
class PageLook:
    """What the person chose; None leaves a measure to the language of the article."""

    theme: Literal["system", "light", "sepia", "dark", "black"] = "system"
    width: Literal["narrow", "normal", "wide"] = "normal"
    font_size: float | None = None  # CSS pixels
    line_height: float | None = None  # times the font size
    chinese_face: Literal["sans", "serif"] = "sans"
    latin_face: Literal["serif", "sans"] = "serif"
    justify: bool = True  # where the script is justified at all: Chinese and Japanese
    first_line_indent: bool = False  # book setting: indented paragraphs without space between
    emphasis_dots: bool = True  # short emphasis in Chinese by dots below
    reduced_motion: bool = False
    animations: Literal["stopped", "play"] = "stopped"  # pictures that move, until they are clicked
    chinese_script: Literal["as_written", "simplified", "traditional"] = "as_written"


class PageImages(Protocol):
    """Where a page learns of its pictures."""

    def find(self, key: ImageKey) -> FoundImage | None:
        """The picture, if it is at hand."""
        ...

    def size(self, key: ImageKey) -> tuple[int, int] | None:
        """Its width and height in pixels."""
        ...


@dataclass(frozen=True, slots=True)
class PageWords:
    """Words around the article, already in the person's language and form."""

    lang: str  # BCP 47, of these words
    reading_time: str
    source: str = "Original"  # before the host the article came from
    missing_image: str = "Image not stored"
    table: str = "Table"  # spoken name of a table that scrolls
    done: str = "done"  # spoken after a ticked task
    categories: str = "Categories"  # spoken name of the list of categories
    no_text: str = "There is no text in this file."
    flaws: tuple[str, ...] = ()  # what could not be read as it should, a sentence each
    date: str | None = None
    updated: str | None = None  # a whole phrase: “updated 3 May 2024”

    @classmethod
    def plain(cls, article: CleanArticle, lang: str = "en") -> PageWords:
        """English words with ISO dates, or Chinese ones, for use without a desktop's locale."""
        date, updated = article.metadata.date, article.metadata.updated
        shows_update = updated is not None and (date is None or updated.wall.date() > date.wall.date())
        if lang.lower().startswith("zh"):
            return cls(
                lang="zh-Hans",
                reading_time=f"{article.reading_minutes} 分钟" if article.words else "",
                source="原网页",
                missing_image="图片未保存",
                table="表格",
                done="已完成",
                categories="分类",
                no_text="这个文件里没有正文。",
                date=_chinese_date(date) if date else None,
                updated=f"{_chinese_date(updated)}更新" if updated and shows_update else None,
            )
        return cls(
            lang="en",
            reading_time=f"{article.reading_minutes} min" if article.words else "",
            date=date.wall.date().isoformat() if date else None,
            updated=f"updated {updated.wall.date().isoformat()}" if updated and shows_update else None,
        )


def _chinese_date(date: ArticleDate) -> str:
    return f"{date.wall.year}年{date.wall.month}月{date.wall.day}日"
