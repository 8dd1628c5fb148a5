# SPDX-License-Identifier: MIT
"""`render`: one article, cleaned, on standard output or in a file."""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from reader.app.commands.output import json_line, print_note, write_bytes
from reader.app.paths import AppPaths
from reader.core.article import CleanArticle, ReadOptions
from reader.core.errors import ArticleUnreadable, ReaderError, SettingsError, cause_of
from reader.core.open_article import open_article
from reader.core.presence import is_file, may_be_there

if TYPE_CHECKING:
    from reader.core.images import ImageLookup

FORMATS = ("html", "text", "markdown", "json")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `render`."""
    parser.add_argument("file", metavar="FILE", type=Path)
    parser.add_argument("--format", choices=FORMATS, default="html")
    parser.add_argument("-o", "--output", metavar="OUT", type=Path, help="write to this file")
    parser.add_argument(
        "--original", action="store_true", help="the file as saved instead of the cleaned text"
    )
    parser.add_argument("--json", action="store_true", help="the same as --format json")


def run(arguments: argparse.Namespace, paths: AppPaths) -> int:
    """Renders one article."""
    form = "json" if arguments.json else arguments.format
    if arguments.original and form != "json":
        _copy_original(arguments.file, arguments.output)
        return 0
    options = read_options(arguments.file, paths)
    article = open_article(arguments.file, options)
    data = _rendered(article, form, options, arguments.original, paths)
    if arguments.output is None:
        write_bytes(data)
    else:
        _write_file(arguments.output, data)
    if form != "json":
        for problem in article.problems:
            place = f"{arguments.file}:{problem.line}" if problem.line else str(arguments.file)
            print_note(f"article-reader render: {place}: {problem.message}")
    return 0


def read_options(file: Path, paths: AppPaths, command: str = "render") -> ReadOptions:
    """As the library reads the file, if it lies in one of its folders."""
    plain = ReadOptions(rules_folder=paths.site_rules)
    if not may_be_there(paths.state_db):
        return plain
    from reader.core.settings import ReadingStates

    states = ReadingStates(paths.state_db)
    try:
        folder = states.folders.containing(file)
    except SettingsError as error:
        print_note(f"article-reader {command}: {error}")
        return plain
    finally:
        states.close()
    if folder is None:
        return plain
    return replace(
        plain, dialect=folder.dialect, category_rule=folder.category_rule, library_root=folder.path
    )


def _rendered(
    article: CleanArticle, form: str, options: ReadOptions, original: bool, paths: AppPaths
) -> bytes:
    from reader.app.paths import image_places
    from reader.core.images import ImageLookup
    from reader.core.images.stored_images import StoredImages

    images = ImageLookup(article, options.library_root, StoredImages(image_places(paths)))
    if form == "json":
        return json_line(article_fields(article, images, _source(article) if original else None))
    if form == "html":
        from reader.core.page import PageLook, PageWords, standalone_page

        page = standalone_page(article, PageLook(), PageWords.plain(article), images)
        return page.encode("utf-8", "replace")
    if form == "markdown":
        return _markdown(article).encode("utf-8", "replace")
    title = article.metadata.title
    return f"{title}\n\n{article.text.strip()}\n".lstrip().encode("utf-8", "replace")


def article_fields(
    article: CleanArticle, images: ImageLookup, source: str | None = None
) -> dict[str, object]:
    """The article as the JSON contract has it."""
    data = article.metadata
    return {
        "title": data.title,
        "authors": data.authors,
        "date": str(data.date) if data.date else None,
        "updated": str(data.updated) if data.updated else None,
        "categories": data.categories,
        "tags": data.tags,
        "cover": data.cover,
        "excerpt": data.excerpt,
        "source_url": data.source_url,
        "lang": data.lang,
        "draft": data.draft,
        "words": article.words,
        "reading_minutes": article.reading_minutes,
        "format": article.format.value,
        "encoding": article.encoding,
        "html": article.html if source is None else source,
        "text": article.text,
        "images": [
            {"key": image.key, "url": image.url, "local": _place(images, image.key), "alt": image.alt}
            for image in article.images
        ],
        "problems": [
            {"code": problem.code, "message": problem.message, "line": problem.line}
            for problem in article.problems
        ],
    }


def _place(images: ImageLookup, key: str) -> str | None:
    """Where a picture is at hand: the path of its file, or `embedded` in the article's own file."""
    from reader.core.article import ImageKey

    found = images.find(ImageKey(key))
    if found is None:
        return None
    return str(found.path) if found.path is not None else "embedded"


def _markdown(article: CleanArticle) -> str:
    from reader.core.export import to_markdown

    addresses = {f"image/{image.key}": image.url for image in article.images}
    body = to_markdown(article.html, lambda src: addresses.get(src, src))
    title = " ".join(article.metadata.title.split())
    return f"# {title}\n\n{body}" if title else body


def _source(article: CleanArticle) -> str:
    try:
        return article.path.read_bytes().decode(article.encoding, "replace")
    except LookupError:
        return article.path.read_text("utf-8", "replace")


def _copy_original(file: Path, output: Path | None) -> None:
    if not is_file(file):
        what = "is not a file" if os.path.lexists(file) else "does not exist"
        raise ArticleUnreadable(f"{file} {what}.")
    if output is not None:
        _write_file(output, file.read_bytes())
        return
    sys.stdout.flush()
    with file.open("rb") as source:
        shutil.copyfileobj(source, sys.stdout.buffer)
    sys.stdout.buffer.flush()


def _write_file(output: Path, data: bytes) -> None:
    """Writes beside and replaces; what is no plain file (`/dev/stdout`, a pipe) is written to."""
    try:
        if output.exists() and not output.is_file():
            output.write_bytes(data)
            return
        target = Path(os.path.realpath(output))
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=".article-", suffix=".part")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
            mask = os.umask(0)
            os.umask(mask)
            Path(name).chmod(0o666 & ~mask)
            Path(name).replace(target)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise ReaderError(f"{output} cannot be written: {cause_of(error)}.") from error
