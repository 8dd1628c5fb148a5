# SPDX-License-Identifier: MIT
"""Puts the whole document together: head, header of the article, its text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from html import escape
from typing import Literal
from urllib.parse import urlsplit

from reader.core.article import CleanArticle, ImageKey
from reader.core.links import category_href
from reader.core.page.look import PageImages, PageLook, PageWords
from reader.core.page.markup import PageMarkup
from reader.core.page.style import content_security_policy, policy, root_attributes, style_sheet
from reader.core.page.writing import direction
from reader.core.resources import resource_text

_LONG = 100_000  # characters of text from which blocks out of sight are laid out late


def build_page(article: CleanArticle, look: PageLook, words: PageWords, images: PageImages) -> str:
    """The page of an article for the detail view: pictures by key, links to be judged when followed."""
    if look.chinese_script != "as_written":
        from reader.core.page.chinese_script import in_script

        article = in_script(article, look.chinese_script)
    main = _article(article, words, images, "view", still=look.animations == "stopped")
    return _document(article, root_attributes(look), content_security_policy(), main)


def standalone_page(
    article: CleanArticle,
    look: PageLook,
    words: PageWords,
    images: PageImages,
    addresses: Mapping[ImageKey, str] | None = None,
) -> str:
    """The page as one file for any browser: no script, no network, pictures inside.

    With `addresses` the pictures are files beside it, at these relative addresses, and nothing else is.
    """
    main = _article(article, words, images, "file", addresses=addresses)
    measures = {"--size": look.font_size and f"{look.font_size:g}px", "--line": look.line_height}
    extra = "".join(f"{name}:{value};" for name, value in measures.items() if value)
    extra = f":root:root{{{extra}}}" if extra else ""
    admitted = policy(
        "data:" if addresses is None else "'self' file:",
        *(style for style in (style_sheet(), extra) if style),
    )
    return _document(
        article, root_attributes(look), admitted, main, f"<style>{extra}</style>" if extra else ""
    )


def notice_page(title: str, sentence: str, hint: str, look: PageLook, lang: str, kind: str) -> str:
    """A calm page that says one thing in the middle of the view."""
    said = (("h1", title), ("p", sentence), ('p class="hint"', hint))
    lines = "".join(f"<{tag}>{escape(text)}</{tag.split()[0]}>" for tag, text in said if text)
    return _template().format(
        lang=escape(lang or "en"),
        dir=direction(lang),
        look=root_attributes(look),
        policy=escape(content_security_policy()),
        title=escape(title),
        style=style_sheet(),
        extra="",
        main=f'<main class="notice notice-{escape(kind)}">{lines}</main>',
    )


@cache
def _template() -> str:
    return resource_text("page", "page.html")


def _document(article: CleanArticle, look: str, admitted: str, main: str, extra: str = "") -> str:
    metadata = article.metadata
    return _template().format(
        lang=escape(metadata.lang or "und"),
        dir=direction(metadata.lang, metadata.rtl),
        look=look,
        policy=escape(admitted),
        title=escape(metadata.title),
        style=style_sheet(),
        extra=extra,
        main=main,
    )


def _article(
    article: CleanArticle,
    words: PageWords,
    images: PageImages,
    kind: Literal["view", "file"],
    *,
    still: bool = False,
    addresses: Mapping[ImageKey, str] | None = None,
) -> str:
    markup = PageMarkup(article, words, images, kind, still=still, addresses=addresses)
    long = " long" if len(article.text) > _LONG else ""
    cover = f'<p class="cover">{markup.picture(article.cover)}</p>' if article.cover else ""
    header = _header(article, words, kind == "view")
    text = f'<div class="text{long}">\n{markup.body()}\n</div>'
    return f"<main>\n<article>\n{header}{cover}{text}{_nothing(article, words)}\n</article>\n</main>"


def _header(article: CleanArticle, words: PageWords, linked: bool) -> str:
    facts = "".join(_facts(article, words))
    places = _categories(article, words, linked) + _source(article, words)
    places = f'<div class="places">{places}</div>' if places else ""
    title = escape(article.metadata.title)
    return (
        f'<header>\n<h1 class="title">{title}</h1>\n'
        f'<div class="about" lang="{escape(words.lang)}">'
        f'<p class="facts">{facts}</p>{places}{_flaws(words)}</div>\n</header>\n'
    )


def _flaws(words: PageWords) -> str:
    """What faults of the file cost, above the text: nobody is to find out at its end."""
    lines = "".join(f"<p>{escape(sentence)}</p>" for sentence in words.flaws)
    return f'<div class="flaws" role="note">{lines}</div>' if lines else ""


def _nothing(article: CleanArticle, words: PageWords) -> str:
    """In place of a text that is not there: what the file says of itself, and that this is all."""
    if article.text.strip() or article.images:
        return ""
    excerpt = article.metadata.excerpt or ""
    said = f"<p>{escape(excerpt)}</p>" if excerpt.strip() not in ("", article.metadata.title) else ""
    return f'<div class="nothing">{said}<p lang="{escape(words.lang)}">{escape(words.no_text)}</p></div>'


def _facts(article: CleanArticle, words: PageWords) -> Iterator[str]:
    metadata = article.metadata
    lang = f' lang="{escape(metadata.lang)}"' if metadata.lang else ""
    for name in metadata.authors:
        yield f'<span class="author"><bdi{lang}>{escape(name)}</bdi></span>'
    if metadata.site and metadata.site not in metadata.authors:
        yield f'<span class="site"><bdi{lang}>{escape(metadata.site)}</bdi></span>'
    if words.date and metadata.date:
        yield f'<time datetime="{metadata.date}"><bdi>{escape(words.date)}</bdi></time>'
    if words.updated and metadata.updated:
        yield f'<time datetime="{metadata.updated}"><bdi>{escape(words.updated)}</bdi></time>'
    if words.reading_time:
        yield f"<span><bdi>{escape(words.reading_time)}</bdi></span>"


def _categories(article: CleanArticle, words: PageWords, linked: bool) -> str:
    lang = f' lang="{escape(article.metadata.lang)}"' if article.metadata.lang else ""
    paths: list[str] = []
    for category in article.metadata.categories:
        levels = [
            f'<a href="{escape(category_href(category[: depth + 1]))}">{escape(name)}</a>'
            if linked
            else f"<span>{escape(name)}</span>"
            for depth, name in enumerate(category)
        ]
        paths.append(f'<span class="category"{lang}>{"".join(levels)}</span>')
    label = escape(words.categories)
    return f'<nav class="categories" aria-label="{label}">{"".join(paths)}</nav>' if paths else ""


def _source(article: CleanArticle, words: PageWords) -> str:
    url = article.metadata.source_url
    if not url or not url.lower().startswith(("http://", "https://")):
        return ""
    try:
        host = (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""
    if not host:
        return ""
    shown = f"<span>{escape(words.source)}</span> <bdi>{escape(host)}</bdi>"
    return f'<a class="source" href="{escape(url)}" rel="noreferrer">{shown}</a>'
