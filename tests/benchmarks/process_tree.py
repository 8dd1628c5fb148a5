# SPDX-License-Identifier: MIT
"""What a program and all it started cost: CPU seconds and memory, as Linux counts them."""

from __future__ import annotations

import os
from pathlib import Path

TICKS_A_SECOND = os.sysconf("SC_CLK_TCK")


def _stat(pid: str) -> tuple[int, int] | None:
    """The parent, and the ticks spent by the process and its children that have ended."""
    try:
        text = Path("/proc", pid, "stat").read_text("latin-1")
    except OSError:
        return None
    fields = text[text.rindex(")") + 2 :].split()
    return int(fields[1]), sum(map(int, fields[11:15]))


def _all() -> dict[int, tuple[int, int]]:
    found = {int(entry.name): _stat(entry.name) for entry in Path("/proc").iterdir() if entry.name.isdigit()}
    return {pid: stat for pid, stat in found.items() if stat is not None}


def tree(root: int) -> tuple[list[int], float]:
    """The processes below and with `root`, and the CPU seconds they have spent."""
    stats = _all()
    pids = [root] if root in stats else []
    for pid in pids:  # grows as it goes
        pids.extend(child for child, (parent, _) in stats.items() if parent == pid)
    return pids, sum(stats[pid][1] for pid in pids) / TICKS_A_SECOND


def memory(pids: list[int]) -> float:
    """Proportional set size in MB: shared pages are divided among those who share them."""
    kilobytes = 0
    for pid in pids:
        try:
            lines = Path("/proc", str(pid), "smaps_rollup").read_text("ascii").splitlines()
        except OSError:
            continue
        kilobytes += sum(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
    return kilobytes / 1024
