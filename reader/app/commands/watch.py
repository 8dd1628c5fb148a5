# SPDX-License-Identifier: MIT
"""`scan --watch`: keeps the library up to date until standard input ends; takes orders from it.

A line `scan` looks at everything again, `scan 7` too and says so in its reports, `scan 7 full` reads every
file again, `stop` ends the scan that is under way.
"""

from __future__ import annotations

import signal
import sys
import threading
from dataclasses import dataclass

from reader.app.commands.output import counted, one_line, print_json, print_text
from reader.app.commands.reports import report_fields
from reader.core.errors import ReaderError
from reader.core.library import Library, ScanProgress, ScanReport
from reader.core.library.keeper import Keeper, Orders
from reader.core.library.work_pool import lower_priority


@dataclass(slots=True)
class _Printer:
    as_json: bool
    orders: Orders

    def progressed(self, progress: ScanProgress) -> None:
        """A line for whoever follows."""
        if self.as_json:
            print_json({"done": progress.done, "total": progress.total, "phase": progress.phase})

    def scanned(self, report: ScanReport) -> None:
        """The report, and whether the scan came to its end."""
        if self.as_json:
            orders = self.orders
            state = {"stopped": orders.stop.is_set(), "order": orders.begun}
            own = {"complete": report.complete, "turned": report.turned}
            print_json({**report_fields(report), **own, **state})
        elif report.added or report.changed or report.moved or report.removed:
            print_text(
                f"{counted(report.articles, 'articles')}: {report.added} added, {report.changed} changed, "
                f"{report.moved} moved, {report.removed} removed"
            )

    def watching(self, folders: int, polled: int, reason: str) -> None:
        """How changes are noticed."""
        if self.as_json:
            print_json({"watching": folders, "polled": polled, "reason": reason})
        else:
            print_text(f"watching {folders} folders" + (f", {polled} by looking: {reason}" if polled else ""))

    def failed(self, error: ReaderError) -> None:
        """The sentence."""
        if self.as_json:
            print_json({"error": str(error)})
        else:
            print_text(one_line(str(error)))


def keep_up_to_date(library: Library, *, as_json: bool) -> None:
    """Runs until standard input ends, or somebody says so with a signal."""
    lower_priority(5)  # texts are read at less than that, by workers
    orders = Orders()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: orders.over.set())
    threading.Thread(target=_take_orders, args=(orders,), daemon=True).start()
    try:
        Keeper(library, orders, _Printer(as_json, orders)).run()
    except BrokenPipeError:
        sys.stderr.close()  # whoever listened is gone: nobody to tell


def _take_orders(orders: Orders) -> None:
    for line in sys.stdin:
        word, *rest = line.split() or [""]
        if word == "scan":
            number = int(rest[0]) if rest and rest[0].isdecimal() else orders.asked
            orders.ask(number, full="full" in rest)
        elif word == "stop":
            orders.stop.set()
    orders.over.set()
