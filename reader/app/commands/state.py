# SPDX-License-Identifier: MIT
"""`state`: shows and changes what was read, and carries it between machines."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from reader.app.commands.output import counted, one_line, print_json, print_note, print_text
from reader.app.commands.stores import opened_library
from reader.app.paths import AppPaths
from reader.core.article import article_key
from reader.core.errors import SettingsError
from reader.core.presence import may_be_there
from reader.core.settings import Highlight, ReadingState, ReadingStates, ReadState
from reader.core.settings.backup import back_up
from reader.core.settings.backup_files import backups, verdict
from reader.core.settings.journal import JournalReading
from reader.core.settings.merge import (
    MergeReport,
    count_state,
    export_state,
    merge_folder,
    position_questions,
)

if TYPE_CHECKING:
    from reader.core.library.taking_in import TakenIn


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `state`."""
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    show = _action(actions, "show", "the reading state of one article")
    show.add_argument("file", metavar="FILE", type=Path)
    change = _action(actions, "set", "change the reading state of one article")
    change.add_argument("file", metavar="FILE", type=Path)
    change.add_argument("--state", choices=[state.value for state in ReadState])
    star = change.add_mutually_exclusive_group()
    star.add_argument("--star", action="store_const", const=True, dest="starred")
    star.add_argument("--unstar", action="store_const", const=False, dest="starred")
    change.add_argument("--progress", type=_fraction, metavar="0..1")
    change.add_argument("--tag", action="append", default=[], metavar="T", help="add a tag of your own")
    change.add_argument("--untag", action="append", default=[], metavar="T", help="take one away")
    for name, place, text in (
        ("export", "OUT", "write the whole reading state as JSON lines"),
        (
            "import",
            "IN",
            "take in such a file, Web Annotations, or an export of Readwise, Omnivore, Pocket, Wallabag",
        ),
        ("merge", "DIR", "come in step with the machines that share a folder"),
    ):
        _action(actions, name, text).add_argument("place", metavar=place, type=Path)
    _action(actions, "verify", "check the reading state, its backups and its journal")
    _action(actions, "backup", "make a backup now")


def run(arguments: argparse.Namespace, paths: AppPaths) -> int:
    """Does what was asked of the reading state."""
    with _opened(paths) as states:
        action: str = arguments.action
        if action == "show":
            return _show(states, arguments, paths)
        if action == "set":
            return _set(states, arguments, paths)
        if action == "verify":
            return _verify(states, arguments)
        if action == "export":
            export_state(states.store, arguments.place)
            return _report(states, arguments)
        if action == "backup":
            target = back_up(states.store)
            print_note(f"Backed up as {target}.")
            return _report(states, arguments, backup=str(target))
        return _take_in(states, arguments, paths)


@contextmanager
def _opened(paths: AppPaths) -> Iterator[ReadingStates]:
    states = ReadingStates(paths.state_db)
    try:
        yield states
        for sentence in states.news:
            print_note(sentence)
    finally:
        states.close()


def _action(
    actions: argparse._SubParsersAction[argparse.ArgumentParser], name: str, text: str
) -> argparse.ArgumentParser:
    action = actions.add_parser(
        name, help=text, description=text[0].upper() + text[1:] + ".", allow_abbrev=False
    )
    action.add_argument("--json", action="store_true", help="one JSON object a line")
    return action


def _marks(states: ReadingStates, paths: AppPaths, file: Path) -> tuple[Highlight, ...]:
    """The highlights of an article with its title, which the library may know alone."""
    marks = states.highlights.of(file)
    if all(mark.title for mark in marks):
        return marks
    with opened_library(paths) as library:
        return library.highlights(of=file)


def _show(states: ReadingStates, arguments: argparse.Namespace, paths: AppPaths) -> int:
    file: Path = arguments.file
    state = states.get(file)
    if state == ReadingState(state.path) and not may_be_there(file):
        raise SettingsError(f"{file} does not exist, and nothing is known of it.")
    marks = _marks(states, paths, file)
    if arguments.json:
        print_json(state_fields(state, marks))
        return 0
    print_text(one_line(str(state.path)))
    star = ", starred" if state.starred else ""
    print_text(f"{state.state}{star}, {round(100 * state.progress)} %")
    for name, value in (("opened", state.opened_at), ("finished", state.finished_at)):
        if value:
            print_text(f"{name}: {value}")
    if state.tags:
        print_text(one_line("tags: " + ", ".join(state.tags)))
    for mark in marks:
        print_text(
            one_line(f"{mark.colour}: {mark.selector.exact}" + (f" ({mark.note})" if mark.note else ""))
        )
    return 0


def state_fields(state: ReadingState, marks: tuple[Highlight, ...]) -> dict[str, object]:
    """The reading state of one article as the JSON lines show it."""
    from reader.core.settings.highlight_export import as_fields

    return {
        "id": article_key(state.path),
        "state": state.state,
        "starred": state.starred,
        "progress": state.progress,
        "position": {} if state.position is None else asdict(state.position),
        "tags": state.tags,
        "highlights": [as_fields(mark) for mark in marks],
        "notes": [mark.note for mark in marks if mark.note],
        "opened_at": state.opened_at,
        "finished_at": state.finished_at,
    }


def _set(states: ReadingStates, arguments: argparse.Namespace, paths: AppPaths) -> int:
    file: Path = arguments.file
    if not may_be_there(file):
        raise SettingsError(f"{file} does not exist.")
    tags = None
    if arguments.tag or arguments.untag:
        tags = (set(states.get(file).tags) | set(arguments.tag)) - set(arguments.untag)
    states.set(
        file,
        state=ReadState(arguments.state) if arguments.state else None,
        starred=arguments.starred,
        progress=arguments.progress,
        tags=tags,
    )
    return _show(states, arguments, paths)


def _take_in(states: ReadingStates, arguments: argparse.Namespace, paths: AppPaths) -> int:
    place: Path = arguments.place
    if arguments.action == "merge":
        report = merge_folder(states.store, place)
    else:
        taken = _take_file(states, place, paths)
        if taken.source:
            return _report_export(states, arguments, taken)
        report = taken.merged
    for problem in report.problems:
        print_note(problem.message)
    for question in report.conflicts:
        stops = " and ".join(f"{round(100 * each)} %" for each in question.fractions)
        print_note(f"{question.path or question.uid}: read on two machines, to {stops}; the furthest holds.")
    _report(states, arguments, report=report)
    return 1 if report.problems and not report.entries else 0


def _take_file(states: ReadingStates, place: Path, paths: AppPaths) -> TakenIn:
    from reader.core.library import Library
    from reader.core.library.taking_in import take_in_file
    from reader.core.open_article import open_article

    library = Library(paths.catalogue, states)
    try:
        return take_in_file(library, place, lambda path: open_article(path, library.options_for(path)).text)
    finally:
        library.close()


def _report_export(states: ReadingStates, arguments: argparse.Namespace, taken: TakenIn) -> int:
    done = taken.report
    for name in done.unknown:
        print_note(f"not in the library: {name}")
    for name in done.ambiguous:
        print_note(f"several articles have this title: {name}")
    print_note(
        f"{taken.source}: {done.articles} of {counted(taken.named, 'articles')} in the library,"
        f" {done.changed} changed; {counted(done.highlights, 'highlights')} taken in,"
        f" {done.orphaned} of them not found in the text."
    )
    return _report(
        states,
        arguments,
        changed=done.changed,
        matched=done.articles,
        unknown=len(done.unknown),
        ambiguous=len(done.ambiguous),
        orphaned=done.orphaned,
    )


def _verify(states: ReadingStates, arguments: argparse.Namespace) -> int:
    found = states.check()
    wrong = [] if found == "ok" else [f"{states.path}: {found}."]
    for one in backups(states.path):
        bad = verdict(one.path)
        wrong += [f"{one.path}: {bad}."] if bad else []
    reading = JournalReading(states.store.journal_path)
    if reading.path.exists():
        entries = sum(1 for _ in reading)
        wrong += [reading.problem.message] if reading.problem else []
        changes = counted(entries, "changes")
        print_note(f"{counted(len(backups(states.path)), 'backups')}, {changes} in the journal.")
    for sentence in wrong:
        print_note(sentence)
    _report(states, arguments, ok=not wrong)
    return 1 if wrong else 0


def _report(
    states: ReadingStates, arguments: argparse.Namespace, report: MergeReport | None = None, **more: object
) -> int:
    articles, highlights = count_state(states.store)
    conflicts = len(position_questions(states.store))
    fields = {"articles": articles, "highlights": highlights, "conflicts": conflicts}
    if report is not None:
        more["changed"] = report.changed
    if arguments.json:
        print_json({**fields, **more})
    else:
        print_text(", ".join(map(counted, fields.values(), fields)))
    return 0


def _fraction(text: str) -> float:
    number = float(text)
    if not 0 <= number <= 1:
        raise argparse.ArgumentTypeError("takes a number from 0 to 1")
    return number
