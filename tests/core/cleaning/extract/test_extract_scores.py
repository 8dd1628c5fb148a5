# SPDX-License-Identifier: MIT
"""The scores on whole public pages, where these are at hand beside the checkout."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parents[4]
PAGES = CHECKOUT.parent / "shared" / "pages"
_SUITE = re.compile(r"^(\w+) +pages +(\d+)  F1 ([\d.]+).*broken (\d+)", re.MULTILINE)


@pytest.mark.slow
@pytest.mark.skipif(not (PAGES / "score.py").exists(), reason="the saved pages are not at hand")
def test_scores_on_saved_pages() -> None:
    command = [sys.executable, str(PAGES / "score.py"), "--callable", "reader.core.cleaning:clean_html"]
    output = subprocess.run(command, cwd=CHECKOUT, capture_output=True, text=True, check=True).stdout
    mean, broken = re.search(r"mean F1 ([\d.]+), broken (\d+)", output).groups()  # pyright: ignore
    assert float(mean) >= 0.95, output
    assert int(broken) <= 3, output
    suites = {name: float(f1) for name, _, f1, _ in _SUITE.findall(output)}
    assert suites["mozilla"] >= 0.98, output
    kept = dict(re.findall(r"(heading|li|table|pre|code|img) ([\d.]+)", output))
    assert float(kept.pop("img")) >= 0.97, output
    assert all(float(share) >= 0.95 for share in kept.values()), output
