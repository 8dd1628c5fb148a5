# SPDX-License-Identifier: MIT
"""Knows an article again wherever its file went: by file, bytes, words, address or title."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from reader.core.settings.places import note_place, path_of, remember_moves, stored_path
from reader.core.settings.projection import project

if TYPE_CHECKING:
    from reader.core.settings.store import Change, StateStore

T = TypeVar("T")

STRONG = ("file_mark", "content_hash", "text_hash")
WEAK = ("source_url", "titled")


@dataclass(frozen=True, slots=True)
class FoundArticle:
    """A file that is there now, with what can be said of it; what is not known stays empty."""

    path: Path
    content_hash: str = ""
    text_hash: str = ""
    file_mark: str = ""
    source_url: str = ""
    title: str = ""
    date: str = ""


@dataclass(frozen=True, slots=True)
class KnownPlace:
    """A row of the reading state: where an article was, and what it is known by."""

    id: int
    uid: str
    path: Path | None
    facts: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class IdentityQuestion:
    """Several files may be the article, or several articles may be the file: a person has to say."""

    paths: tuple[Path, ...]
    known: tuple[KnownPlace, ...]
    rung: str


@dataclass(frozen=True, slots=True)
class Recognition:
    """What became of the files found."""

    moved: tuple[tuple[Path | None, Path], ...] = ()  # from where, to where
    joined: tuple[Path, ...] = ()  # states of other machines that were found to belong here
    questions: tuple[IdentityQuestion, ...] = ()


class Recogniser:
    """One comparison of files with what is known; to be used inside a transaction."""

    def __init__(self, store: StateStore, change: Change, found: Iterable[FoundArticle]) -> None:
        self._store, self._change = store, change
        self._found = {stored_path(one.path): one for one in found}
        self._moved: list[tuple[KnownPlace, bytes]] = []
        self._taken: set[int] = set()
        self._joined: list[Path] = []
        self._questions: list[IdentityQuestion] = []
        self._asked: set[int] = set()
        self._declined = declined_places(store)
        self._overlaid: set[bytes] = set()  # places that now hold the very bytes of another article

    def run(self) -> Recognition:
        """Follows every article that can be followed without doubt."""
        known = self._known()
        here = {stored_path(one.path): one for one in known if one.path is not None}
        files = {path: one for path, one in self._found.items() if self._in_doubt(here.get(path), one)}
        self._join_others(known, here)
        if not files:
            self._apply(here)
            return Recognition((), tuple(self._joined), ())
        contents = {one.facts["content_hash"] for one in known} - {""}
        self._overlaid = {path for path in files if path in here and files[path].content_hash in contents}
        pool = [one for one in known if self._is_away(one) or self._displaced(one, files)]
        for rung in STRONG:
            self._match(rung, pool, files, weak=False)
        away = [one for one in pool if self._is_away(one)]
        unknown = {path: one for path, one in files.items() if path not in here}
        for rung in WEAK:
            self._match(rung, away, unknown, weak=True)
        self._apply(here)
        return Recognition(
            tuple((one.path, path_of(path)) for one, path in self._moved),
            tuple(self._joined),
            tuple(self._questions),
        )

    def _known(self) -> list[KnownPlace]:
        rows = self._store.connection.execute(
            "SELECT id, uid, path, file_mark, content_hash, text_hash, source_url, title, date FROM article"
        ).fetchall()
        return [_known_place(row) for row in rows]

    @staticmethod
    def _in_doubt(known: KnownPlace | None, file: FoundArticle) -> bool:
        """Whether a file may be another one than the state at its path means."""
        if known is None:
            return True
        facts = _facts(file)
        same = {rung for rung in (*STRONG, *WEAK) if facts[rung] and facts[rung] == known.facts[rung]}
        if facts["content_hash"] and known.facts["content_hash"] and "content_hash" not in same:
            same.discard("file_mark")  # the number of a deleted file was given to another one
        if same:
            return False
        return any(facts[rung] and known.facts[rung] for rung in STRONG)

    @staticmethod
    def _is_away(one: KnownPlace) -> bool:
        return one.path is None or not os.path.lexists(one.path)

    @staticmethod
    def _displaced(one: KnownPlace, files: Mapping[bytes, FoundArticle]) -> bool:
        return one.path is not None and stored_path(one.path) in files

    def _is_another(self, one: KnownPlace) -> bool:
        """Whether a file of another title lies where an article was whose own words lie elsewhere now."""
        assert one.path is not None
        file = self._found.get(stored_path(one.path))
        return file is not None and file.title != one.facts["title"]

    def _match(
        self, rung: str, pool: list[KnownPlace], files: dict[bytes, FoundArticle], *, weak: bool
    ) -> None:
        states = _by_fact(rung, ((one, one.facts) for one in pool if one.id not in self._taken))
        claims = _by_fact(rung, ((path, _facts(one)) for path, one in files.items()))
        for value, candidates in states.items():
            paths = [path for path in claims.get(value, []) if not self._is_declined(candidates, path)]
            if rung == "file_mark":
                candidates, paths = _of_one_content(candidates, paths, files)
            if not paths:
                continue
            sure = [one for one in candidates if not weak or one.id not in self._asked]
            for one, path in _pairs(sure, paths):
                self._moved.append((one, path))
                self._taken.add(one.id)
                paths = [each for each in paths if each != path]
                files.pop(path)
            candidates = [each for each in candidates if each.id not in self._taken]
            if candidates and paths:
                self._ask(rung, candidates, paths)
                self._overlaid |= {
                    stored_path(one.path) for one in candidates if one.path and self._is_another(one)
                }
                for path in paths:
                    if weak or len({one.uid for one in candidates}) > 1:
                        files.pop(path)

    def _ask(self, rung: str, candidates: Sequence[KnownPlace], paths: Sequence[bytes]) -> None:
        self._asked |= {one.id for one in candidates}
        self._questions.append(IdentityQuestion(tuple(map(path_of, sorted(paths))), tuple(candidates), rung))

    def _is_declined(self, candidates: Sequence[KnownPlace], path: bytes) -> bool:
        """Whether a person said already that this file is none of these articles."""
        place = str(path_of(path))
        return all(place in self._declined.get(one.uid, ()) for one in candidates)

    def _apply(self, here: Mapping[bytes, KnownPlace]) -> None:
        connection = self._store.connection
        for one, _ in self._moved:
            connection.execute("UPDATE article SET path = NULL WHERE id = ?", (one.id,))
        for path in self._overlaid:
            connection.execute("UPDATE article SET path = NULL WHERE path = ?", (path,))
        for one, path in self._moved:
            connection.execute("UPDATE article SET path = NULL WHERE path = ?", (path,))
            connection.execute("UPDATE article SET path = ? WHERE id = ?", (path, one.id))
        left = [(stored_path(one.path), one.uid) for one, _ in self._moved if one.path is not None]
        remember_moves(connection, left)
        stayed = self._found.keys() & here.keys() - self._overlaid
        touched = {path for _, path in self._moved} | stayed
        for path in sorted(touched):
            if self._update_facts(path):
                note_place(self._store, self._change, path)

    def _join_others(self, known: Sequence[KnownPlace], here: Mapping[bytes, KnownPlace]) -> None:
        """States that only other machines have placed so far, and whose article is known here as well."""
        own = {
            entity[2:]
            for (entity,) in self._store.connection.execute(
                "SELECT entity FROM register WHERE field = ?", (f"place:{self._store.machine}",)
            )
        }
        parted = self._store.connection.execute(
            "SELECT entity FROM register WHERE field >= 'apart:' AND field < 'apart;' AND value = 'true'"
        )
        own |= {entity[2:] for (entity,) in parted}  # a person parted them from copies of the same content
        strangers = [one for one in known if one.path is None and one.uid not in own]
        if not strangers:
            return
        found = [here[path] for path in self._found if path in here]
        for rung in ("content_hash", "text_hash", "source_url"):
            theirs = _by_fact(rung, ((one, one.facts) for one in strangers if one.id not in self._taken))
            ours = _by_fact(rung, ((one, one.facts) for one in found))
            for value, ones in theirs.items():
                mine = {one.uid: one for one in ours.get(value, [])}
                if len(ones) == 1 and len(mine) == 1 and ones[0].uid not in mine:
                    self._join(ones[0], next(iter(mine.values())))

    def _join(self, stranger: KnownPlace, known: KnownPlace) -> None:
        self._taken.add(stranger.id)
        self._store.connection.execute("DELETE FROM article WHERE id = ?", (stranger.id,))
        first, second = sorted((stranger.uid, known.uid))
        self._change.put(f"a:{second}", f"same:{first}", True)
        project(self._store.connection, [f"a:{second}"], self._store.machine, self._store.moment())
        if known.path is not None:
            self._joined.append(known.path)

    def _update_facts(self, path: bytes) -> bool:
        facts = _facts(self._found[path])
        columns = ("file_mark", "content_hash", "text_hash", "source_url", "title", "date")
        told = {name: facts[name] for name in columns if facts[name]}
        if not told:
            return False
        assignments = ", ".join(f"{name} = ?" for name in told)
        differs = " OR ".join(f"{name} IS NOT ?" for name in told)
        done = self._store.connection.execute(
            f"UPDATE article SET {assignments} WHERE path = ? AND ({differs})",
            (*told.values(), path, *told.values()),
        )
        return done.rowcount > 0 or any(path == moved for _, moved in self._moved)


def declined_places(store: StateStore) -> dict[str, frozenset[str]]:
    """The files a person said are not the article of a state, by state."""
    rows = store.connection.execute(
        "SELECT name, value FROM meta WHERE name >= 'declined:' AND name < 'declined;'"
    )
    return {key.removeprefix("declined:"): frozenset(json.loads(value)) for key, value in rows}


def _known_place(row: tuple[object, ...]) -> KnownPlace:
    identity, uid, path, *facts = row
    names = ("file_mark", "content_hash", "text_hash", "source_url", "title", "date")
    told = {name: str(value or "") for name, value in zip(names, facts, strict=True)}
    told["titled"] = _titled(told["title"], told["date"])
    place = path_of(path) if isinstance(path, bytes) else None
    return KnownPlace(int(str(identity)), str(uid), place, told)


def _facts(file: FoundArticle) -> dict[str, str]:
    return {
        "file_mark": file.file_mark,
        "content_hash": file.content_hash,
        "text_hash": file.text_hash,
        "source_url": file.source_url,
        "title": file.title,
        "date": file.date,
        "titled": _titled(file.title, file.date),
    }


def _titled(title: str, date: str) -> str:
    return f"{title}\n{date[:10]}" if title and date else ""


def _by_fact(rung: str, items: Iterable[tuple[T, Mapping[str, str]]]) -> dict[str, list[T]]:
    found: dict[str, list[T]] = {}
    for item, facts in items:
        if facts[rung]:
            found.setdefault(facts[rung], []).append(item)
    return found


def _of_one_content(
    candidates: list[KnownPlace], paths: list[bytes], files: Mapping[bytes, FoundArticle]
) -> tuple[list[KnownPlace], list[bytes]]:
    """Without those whose bytes say otherwise: the number of a deleted file is given to another one."""
    told = {one.facts["content_hash"] for one in candidates}, {files[path].content_hash for path in paths}
    if "" in told[0] | told[1]:
        return candidates, paths
    both = told[0] & told[1]
    return (
        [one for one in candidates if one.facts["content_hash"] in both],
        [path for path in paths if files[path].content_hash in both],
    )


def _pairs(candidates: Sequence[KnownPlace], paths: Sequence[bytes]) -> list[tuple[KnownPlace, bytes]]:
    """Who goes where, as far as that is beyond doubt: the only ones, else those of the same name."""
    if len(candidates) == 1 and len(paths) == 1:
        return [(candidates[0], paths[0])]
    named: dict[bytes, list[KnownPlace]] = {}
    for one in candidates:
        if one.path is not None:
            named.setdefault(os.fsencode(one.path.name), []).append(one)
    targets: dict[bytes, list[bytes]] = {}
    for path in paths:
        targets.setdefault(os.fsencode(path_of(path).name), []).append(path)
    sure = [
        (ones[0], targets[name][0])
        for name, ones in named.items()
        if len(ones) == 1 and len(targets.get(name, ())) == 1
    ]
    rest = [one for one in candidates if all(one is not pair[0] for pair in sure)]
    left = [path for path in paths if all(path != pair[1] for pair in sure)]
    if sure and len(rest) == 1 and len(left) == 1:
        sure.append((rest[0], left[0]))
    return sure
