# SPDX-License-Identifier: MIT
"""Joins what an export says with articles of the library; nothing a person did here is overwritten."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from reader.core.settings.anchoring import Selector, select
from reader.core.settings.imports.records import ImportedArticle, ImportedHighlight
from reader.core.settings.normal_text import folded, normalise
from reader.core.settings.reading_state import ReadState
from reader.core.settings.reading_states import ReadingStates


@dataclass(frozen=True, slots=True)
class KnownArticle:
    """An article of the library, as far as exports name articles."""

    path: Path
    title: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What became of an export."""

    articles: int = 0  # of the export that are in the library
    changed: int = 0
    highlights: int = 0  # taken in
    orphaned: int = 0  # of those, not found in their article's text
    unknown: tuple[str, ...] = ()  # titles or addresses that the library does not have
    ambiguous: tuple[str, ...] = ()  # titles that several articles have


def take_in(
    states: ReadingStates,
    articles: Iterable[ImportedArticle],
    library: Iterable[KnownArticle],
    text_of: Callable[[Path], str],
) -> ImportReport:
    """Adds states, tags, stars and highlights; may be repeated without doubling anything."""
    by_path: dict[str, list[Path]] = {}
    by_url: dict[str, list[Path]] = {}
    by_title: dict[str, list[Path]] = {}
    for known in library:
        by_path[str(known.path)] = [known.path]
        if known.url:
            by_url.setdefault(_address(known.url), []).append(known.path)
        if known.title:
            by_title.setdefault(folded(known.title).lower(), []).append(known.path)
    found = changed = highlights = orphaned = 0
    unknown: list[str] = []
    ambiguous: list[str] = []
    for article in articles:
        paths = by_path.get(article.path, []) if article.path else []
        paths = paths or (by_url.get(_address(article.url), []) if article.url else [])
        paths = paths or by_title.get(folded(article.title).lower(), [])
        if len(paths) != 1:
            (ambiguous if paths else unknown).append(article.title or article.url)
            continue
        found += 1
        taken, lost = _take_highlights(states, paths[0], article.highlights, text_of)
        changed += int(_take_state(states, paths[0], article) or taken > 0)
        highlights, orphaned = highlights + taken, orphaned + lost
    return ImportReport(found, changed, highlights, orphaned, tuple(unknown), tuple(ambiguous))


def _take_state(states: ReadingStates, path: Path, article: ImportedArticle) -> bool:
    before = states.get(path)
    state = article.state if before.state is ReadState.NEW and article.state else None
    starred = True if article.starred and not before.starred else None
    progress = article.progress if article.progress > before.progress else None
    tags = set(before.tags) | set(article.tags)
    new_tags = sorted(tags) if tags != set(before.tags) else None
    if state is None and starred is None and progress is None and new_tags is None:
        return False
    states.set(path, state=state, starred=starred, progress=progress, tags=new_tags)
    return True


def _take_highlights(
    states: ReadingStates,
    path: Path,
    found: Sequence[ImportedHighlight],
    text_of: Callable[[Path], str],
) -> tuple[int, int]:
    kept = states.highlights.of(path)
    words = {folded(one.selector.exact) for one in kept}
    places = {(folded(one.selector.exact), one.selector.start) for one in kept}
    if all(folded(one.text) in words and not one.prefix + one.suffix for one in found):
        return 0, 0
    text = text_of(path)
    normal = normalise(text)
    lost = taken = 0
    for one in found:
        exact = folded(one.text)
        place = _place_of(one, exact, normal.text)
        told = one.prefix + one.suffix and place >= 0  # which of several it is
        if not exact or ((exact, place) in places if told else exact in words):
            continue
        taken += 1
        words.add(exact)
        places.add((exact, place))
        if place < 0:
            selector, lost = Selector(one.text, one.prefix, one.suffix), lost + 1
        else:
            start, end = normal.to_original(place), normal.to_original(place + len(exact) - 1) + 1
            selector = select(normal, text, start, end)
        states.highlights.add(
            path, selector, colour=one.colour, note=one.note, tags=one.tags, created_at=one.created_at
        )
    if lost:
        states.highlights.anchor(path, text)
    return taken, lost


def _place_of(one: ImportedHighlight, exact: str, text: str) -> int:
    """Where the words stand, of several places where most is alike around them; -1 if nowhere."""
    before, after = folded(one.prefix), folded(one.suffix)
    best = place = text.find(exact) if exact else -1
    most = -1
    while place >= 0 and before + after:
        end = place + len(exact)
        alike = _alike(before[::-1], text[max(0, place - len(before)) : place][::-1])
        alike += _alike(after, text[end : end + len(after)])
        if alike > most:
            best, most = place, alike
        place = text.find(exact, place + 1)
    return best


def _alike(one: str, other: str) -> int:
    """How many characters two texts have in common at their beginning."""
    return next(
        (at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )


def _address(url: str) -> str:
    """An address without what differs between programs: scheme, `www`, campaign, fragment, last slash."""
    try:
        parts = urlsplit(url.strip())
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        return url
    query = "&".join(
        each
        for each in sorted(parts.query.split("&"))
        if each and not each.lower().startswith(("utm_", "fbclid"))
    )
    return f"{host}{parts.path.rstrip('/')}?{query}"
