# SPDX-License-Identifier: MIT
"""What a scan found, as the JSON lines show it; how much of the library can be searched."""

from __future__ import annotations

from dataclasses import asdict

from reader.app.commands.output import print_note
from reader.core.library import ScanReport

OWN_FIELDS = frozenset({"complete", "turned"})
"""What only those hear who follow every scan."""


def report_fields(report: ScanReport) -> dict[str, object]:
    """The fields that the contract of `scan` names."""
    return {name: value for name, value in asdict(report).items() if name not in OWN_FIELDS}


def note_incomplete(share: float) -> None:
    """Says to people that not everything could be searched, where that is so."""
    if share < 1:
        print_note(f"The search is incomplete: {share:.0%} of the library are indexed; scan goes on with it.")
