# SPDX-License-Identifier: MIT
"""Makes a library of any size: new articles of real paragraphs, in the real category shapes they came from.

The sources are articles of any kind in a folder; the same seed gives the same files. An article takes the
header of one source (categories, tags, authors, language), the length of another, and paragraphs of many in
that language, so that words are as frequent as they are in real text.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from itertools import groupby
from pathlib import Path

from reader.core.article import Metadata
from reader.core.library.search.stems import primary

ROOT = Path(__file__).resolve().parent.parent.parent
SOURCES = ROOT.parent / "shared" / "articles"
SHORTEST_PARAGRAPH = 30
FILES_PER_FOLDER = 250
_CODE = re.compile(r"<pre[^>]*>(.*?)</pre>", re.S)
_TAG = re.compile(r"<[^>]*>")
_MARKUP = re.compile(r"<[A-Za-z/!?]|\{[{%:#.]|\[\[|\]\(|\$.*\\|[~^*_`]\S")
"""What would be taken for a mark where it stands in a paragraph; its author had it in code."""
LENGTHS = (0.6, 1.0, 1.0, 1.6, 2.5, 4.0)
"""How much of two thousand characters an article is long, at random."""


@dataclass(frozen=True, slots=True)
class Sources:
    """What articles are made of, by language."""

    headers: tuple[Metadata, ...]
    paragraphs: dict[str, tuple[str, ...]]
    code: frozenset[str]  # those of them that are lines of code


@dataclass(frozen=True, slots=True)
class MadeArticle:
    """One article that was made, before it is a file."""

    name: str
    metadata: Metadata
    text: str
    code: frozenset[str] = frozenset()

    def markdown(self) -> str:
        """The article as a Hexo post."""
        data = self.metadata
        header: dict[str, object] = {
            "title": data.title,
            "date": str(data.date or "2020-01-01"),
            "lang": data.lang,
        }
        if data.authors:
            header["author"] = data.authors[0]
        lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in header.items()]
        names = [name for path in data.categories[:1] for name in path]
        for key, values in (("categories", names), ("tags", list(data.tags))):
            if values:
                lines += [f"{key}:", *(f"  - {json.dumps(each, ensure_ascii=False)}" for each in values)]
        blocks: list[str] = []
        for is_code, some in groupby(self.text.split("\n"), self.code.__contains__):
            if is_code:
                blocks.append("\n".join(["```", *some, "```"]))
            else:
                blocks.extend(some)
        return "\n".join(["---", *lines, "---", "", "\n\n".join(blocks), ""])


def read_sources(folder: Path, most: int = 2000) -> Sources:
    """Reads the real articles below a folder."""
    from reader.core.errors import ReaderError
    from reader.core.formats import article_format
    from reader.core.open_article import open_article

    headers: list[Metadata] = []
    paragraphs: dict[str, list[str]] = defaultdict(list)
    code: set[str] = set()
    for path in sorted(each for each in folder.rglob("*") if each.is_file() and article_format(each)):
        if len(headers) >= most:
            break
        try:
            article = open_article(path)
        except ReaderError:
            continue
        headers.append(article.metadata)
        language = primary(article.metadata.lang)
        code.update(
            line
            for found in _CODE.findall(article.html)
            for line in unescape(_TAG.sub("", found)).split("\n")
        )
        paragraphs[language] += [
            line
            for line in article.text.split("\n")
            if len(line) >= SHORTEST_PARAGRAPH
            and line.isprintable()
            and "```" not in line
            and (line in code or not _MARKUP.search(line))
        ]
    enough = {name: tuple(lines) for name, lines in paragraphs.items() if len(lines) >= 20}
    return Sources(tuple(one for one in headers if primary(one.lang) in enough), enough, frozenset(code))


def make_articles(sources: Sources, number: int, seed: int = 1) -> Iterator[MadeArticle]:
    """`number` articles, always the same for one seed."""
    chance = random.Random(seed)
    for count in range(number):
        header = chance.choice(sources.headers)
        pool = sources.paragraphs[primary(header.lang)]
        left = int(2000 * chance.choice(LENGTHS))
        lines: list[str] = []
        while left > 0:
            lines.append(chance.choice(pool))
            left -= len(lines[-1])
        words = chance.choice(pool).strip()
        other = chance.choice(sources.headers)
        data = Metadata(
            title=f"{words[: chance.randrange(8, 28)].strip()} {count}",
            authors=header.authors,
            date=other.date,
            categories=(header.categories or other.categories)[:1],
            tags=header.tags,
            lang=header.lang,
        )
        name = f"{primary(header.lang)}/{count // FILES_PER_FOLDER:03}/{count}.md"
        yield MadeArticle(name, data, "\n".join(lines), sources.code)


def main() -> None:
    """Writes a library below a folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--sources", type=Path, default=SOURCES)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    sources = read_sources(arguments.sources)
    for article in make_articles(sources, arguments.articles, arguments.seed):
        path = arguments.folder / article.name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(article.markdown(), "utf-8")


if __name__ == "__main__":
    main()
