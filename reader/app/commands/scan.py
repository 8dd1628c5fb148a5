# SPDX-License-Identifier: MIT
"""`scan`: brings the library up to date with its folders."""

from __future__ import annotations

import argparse
import os
import signal
import threading
from collections.abc import Callable, Generator
from contextlib import contextmanager

from reader.app.commands.output import ProgressLine, counted, print_json, print_note, print_text
from reader.app.commands.reports import report_fields
from reader.app.commands.stores import opened_library
from reader.app.errands import Errand, run_in_window
from reader.app.paths import AppPaths
from reader.core.library import Library, ScanProgress, ScanReport


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `scan`."""
    parser.add_argument("--full", action="store_true", help="read every file again, changed or not")
    parser.add_argument("--json", action="store_true", help="one JSON object a line")
    parser.add_argument(
        "--progress", action="store_true", help="with --json: a line {done, total, phase} now and then"
    )
    parser.add_argument(
        "--watch", action="store_true", help="go on with what changes, until standard input ends"
    )


def run(arguments: argparse.Namespace, paths: AppPaths) -> int:
    """Scans all folders of the library; at low priority when a program follows the progress."""
    if arguments.progress and hasattr(os, "nice"):
        os.nice(10)
    if arguments.watch:
        from reader.app.commands.watch import keep_up_to_date

        with opened_library(paths) as library:
            keep_up_to_date(library, as_json=arguments.json)
        return 0
    follow = _print_progress if arguments.progress and arguments.json else None
    do_and_report(paths, Errand("scan", full=arguments.full), as_json=arguments.json, follow=follow)
    return 0


def do_and_report(
    paths: AppPaths,
    errand: Errand,
    *,
    as_json: bool = False,
    follow: Callable[[ScanProgress], None] | None = None,
) -> None:
    """Has the open window do it, or does it here, with a progress line; prints the report."""
    line = ProgressLine()
    follow = follow or (lambda progress: line.show(_words(progress)))
    try:
        report = run_in_window(paths, errand, follow)
        if report is None:
            with opened_library(paths) as library:
                report = _do_here(library, errand, follow, line)
    finally:
        line.clear()
    if not report.complete:
        raise KeyboardInterrupt
    if as_json:
        print_json(report_fields(report))
        return
    print_text(
        f"{counted(report.articles, 'articles')}: {report.added} added, {report.changed} changed, "
        f"{report.moved} moved, {report.removed} removed, {counted(report.problems, 'problems')}, "
        f"{report.seconds:.1f} s"
    )


def _do_here(
    library: Library, errand: Errand, follow: Callable[[ScanProgress], None], line: ProgressLine
) -> ScanReport:
    for folder in errand.folders:
        if errand.deed == "add":
            library.add_folder(folder, errand.dialect, errand.category_rule)
        else:
            library.remove_folder(folder)
    if errand.deed == "scan" and not library.folders():
        print_note("The library has no folders yet; add one with: article-reader add FOLDER")

    def waiting() -> None:
        line.clear()
        print_note(WAITING)

    with _stop_asked() as stop_asked:
        return library.scan(errand.full, follow, stop_asked, waiting=waiting)


@contextmanager
def _stop_asked() -> Generator[Callable[[], bool]]:
    """Ctrl+C and the end of the session stop the scan between two files, not within one."""
    if threading.current_thread() is not threading.main_thread():
        yield lambda: False
        return
    asked = threading.Event()
    before = {number: signal.signal(number, lambda *_: asked.set()) for number in _ENDING}
    try:
        yield asked.is_set
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


WAITING = "Another process is writing to the library; this goes on when it has finished."
_ENDING = (signal.SIGINT, signal.SIGTERM)


def _print_progress(progress: ScanProgress) -> None:
    print_json({"done": progress.done, "total": progress.total, "phase": progress.phase})


def _words(progress: ScanProgress) -> str:
    share = f"{progress.done} of {progress.total}" if progress.total else str(progress.done)
    return f"{progress.phase} {share}  {progress.current.name}"
