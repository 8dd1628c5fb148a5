# SPDX-License-Identifier: MIT
"""Which articles are read in their own way, for the first page: at hand before the reading state is."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.core.settings.overrides import Overrides

_MOST = 500


def written_ways(overrides: Mapping[Path, Overrides]) -> str:
    """The encodings and dialects that were chosen for single articles, as window state keeps them."""
    table = {
        str(path): {"encoding": own.encoding, "dialect": own.dialect}
        for path, own in sorted(overrides.items())[:_MOST]
        if own.encoding or own.dialect
    }
    return json.dumps(table) if table else ""


def read_ways(text: str) -> dict[Path, Overrides]:
    """What was kept; the reading state has the last word once it is asked."""
    from reader.core.settings.overrides import read_overrides

    try:
        table = json.loads(text)
        return {Path(path): read_overrides(dict(told)) for path, told in table.items()}
    except (ValueError, TypeError, AttributeError):
        return {}
