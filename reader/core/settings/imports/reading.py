# SPDX-License-Identifier: MIT
"""Opens an export and finds out which program wrote it."""

from __future__ import annotations

import csv
import json
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, cast

from reader.core.errors import SettingsError, cause_of
from reader.core.settings.imports.annotations import annotation_lines, annotations_in, read_annotations
from reader.core.settings.imports.omnivore import read_omnivore
from reader.core.settings.imports.pocket import read_pocket_csv, read_pocket_page
from reader.core.settings.imports.readwise import read_readwise
from reader.core.settings.imports.records import ImportedArticle
from reader.core.settings.imports.wallabag import read_wallabag

SOURCES = ("readwise", "omnivore", "pocket", "wallabag", "web annotations")
MOST_BYTES = 128 << 20
"""Of an export, and of all that is taken out of an archive."""
MOST_FILES = 50_000


def read_export(path: Path) -> tuple[str, tuple[ImportedArticle, ...]]:
    """Which of `SOURCES` wrote it, and its articles; SettingsError if that cannot be told."""
    csv.field_size_limit(MOST_BYTES)  # a note may be longer than Python's own limit
    try:
        if path.suffix.lower() == ".zip":
            return _from_archive(path)
        if path.stat().st_size > MOST_BYTES:
            raise SettingsError(f"{path} is too large for an export.")
        return _from_text(path, path.read_text("utf-8-sig", "replace"))
    except (ValueError, RecursionError, csv.Error) as error:
        raise SettingsError(f"{path} is no export that we know: {error}.") from error
    except (OSError, zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError) as error:
        cause = cause_of(error) if isinstance(error, OSError) else str(error)
        raise SettingsError(f"{path} cannot be read: {cause}.") from error


def _from_text(path: Path, text: str) -> tuple[str, tuple[ImportedArticle, ...]]:
    if text.lstrip()[:1] in ("[", "{"):
        return _from_json(path, text)
    head = text[:4000].lower()
    if "<html" in head or "<!doctype" in head:
        return "pocket", tuple(read_pocket_page(text))
    columns = set(text.split("\n", 1)[0].replace('"', "").strip().split(","))
    if "Highlight" in columns and (marked := tuple(read_readwise(text))):
        return "readwise", marked
    if {"url", "status"} <= columns:
        return "pocket", tuple(read_pocket_csv(text))
    raise SettingsError(f"{path} is no export of {', '.join(SOURCES)} that we know.")


def _from_json(path: Path, text: str) -> tuple[str, tuple[ImportedArticle, ...]]:
    try:
        content: Any = json.loads(text)
    except ValueError:
        content = list(annotation_lines(text))
        if not content:
            raise
    marks = annotations_in(content)
    if marks is not None:
        return "web annotations", tuple(read_annotations(marks))
    listed: list[object] = cast("list[object]", content) if isinstance(content, list) else []
    tables = [cast("Mapping[str, object]", each) for each in listed if isinstance(each, Mapping)]
    if any({"slug", "readingProgress"} & each.keys() for each in tables[:1]):
        return "omnivore", tuple(read_omnivore(listed, {}))
    if not any({"url", "given_url", "title"} & each.keys() for each in tables):
        raise SettingsError(f"{path} is no export of {', '.join(SOURCES)} that we know.")
    return "wallabag", tuple(read_wallabag(listed))


def _from_archive(path: Path) -> tuple[str, tuple[ImportedArticle, ...]]:
    with zipfile.ZipFile(path) as archive:
        texts = dict(_texts(archive))
    marks = {Path(name).stem: text for name, text in texts.items() if name.endswith(".md")}
    lists = [text for name, text in texts.items() if Path(name).name.startswith("metadata")]
    if lists:
        articles = [one for text in lists for one in read_omnivore(json.loads(text), marks)]
        return "omnivore", tuple(articles)
    found = [_from_text(path, text) for name, text in sorted(texts.items()) if not name.endswith(".md")]
    if not found:
        raise SettingsError(f"{path} holds no export of {', '.join(SOURCES)}.")
    return found[0][0], tuple(article for _, articles in found for article in articles)


def _texts(archive: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    """The files that matter; what unpacks to more than the limit is left out."""
    left = MOST_BYTES
    for member in archive.infolist()[:MOST_FILES]:
        name = member.filename
        inside = name.split("/")[0] != "content" and not name.startswith("__MACOSX")
        if not inside or not name.endswith((".json", ".csv", ".md", ".html")) or member.file_size > left:
            continue
        with archive.open(member) as file:
            data = file.read(left)
        left -= len(data)
        yield name, data.decode("utf-8-sig", "replace")
