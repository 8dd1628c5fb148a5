# SPDX-License-Identifier: MIT
"""What a scan found, as the JSON lines show it."""

from __future__ import annotations

from dataclasses import asdict

from reader.core.library import ScanReport


def report_fields(report: ScanReport) -> dict[str, object]:
    """The fields that the contract of `scan` names."""
    return {name: value for name, value in asdict(report).items() if name != "complete"}
