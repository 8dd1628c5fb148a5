# SPDX-License-Identifier: MIT
"""What all tests stand on: no noise, no user's data, no display, and no Qt where Qt is not installed."""

from __future__ import annotations

import importlib.util
import logging
import os
import re
import tempfile
from collections.abc import Generator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from reader.app.paths import AppPaths

CHECKOUT = Path(__file__).resolve().parent.parent
HAS_QT = importlib.util.find_spec("PySide6") is not None
HAS_PYTEST_QT = HAS_QT and importlib.util.find_spec("pytestqt") is not None
NEEDS_QT = re.compile(r"^(?:from|import) (?:PySide6|pytestqt|qtawesome|reader\.ui)\b", re.MULTILINE)

# Before PySide6 is imported: a display is never needed, and Chromium's sandbox cannot be had as root.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
if hasattr(os, "geteuid") and os.geteuid() == 0:
    os.environ.setdefault("QTWEBENGINE_DISABLE_SANDBOX", "1")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Knows the settings of pytest-qt where it is not installed, so that one configuration serves both."""
    if not HAS_PYTEST_QT:
        for setting in ("qt_api", "qt_log_level_fail", "qt_log_ignore"):
            parser.addini(setting, "setting of pytest-qt, which is not installed")


def pytest_configure(config: pytest.Config) -> None:
    """Declares our marks and keeps every test away from the data of the person who runs it."""
    config.addinivalue_line("markers", "allow_log(*patterns): log records of WARNING and above that may come")
    folder = tempfile.TemporaryDirectory(prefix="reader-tests-", ignore_cleanup_errors=True)
    config.add_cleanup(folder.cleanup)
    os.environ["ARTICLE_READER_DATA_DIR"] = folder.name


def pytest_report_header() -> str:
    """Says which of the two environments this is."""
    return "PySide6: " + ("installed" if HAS_QT else "not installed, tests of the window are left out")


def pytest_ignore_collect(collection_path: Path) -> bool | None:
    """Leaves out the modules that need Qt where it is not installed."""
    if HAS_PYTEST_QT or collection_path.suffix != ".py":
        return None
    return True if NEEDS_QT.search(collection_path.read_text("utf-8")) else None


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skips the single tests that need Qt where it is not installed."""
    if HAS_PYTEST_QT:
        return
    for item in items:
        fixtures: list[str] = getattr(item, "fixturenames", [])
        if item.get_closest_marker("engine") or {"qtbot", "qapp", "qtmodeltester"} & set(fixtures):
            item.add_marker(pytest.mark.skip(reason="PySide6 is not installed"))


class _Noise(logging.Handler):
    """Keeps what is logged as a warning or worse."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(f"{record.levelname} {record.name}: {record.getMessage()}")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None, object, object]:
    """Fails a test during which something was logged that it did not announce with `allow_log`."""
    noise = _Noise()
    logging.getLogger().addHandler(noise)
    try:
        result = yield
    finally:
        logging.getLogger().removeHandler(noise)
    allowed = [pattern for mark in item.iter_markers("allow_log") for pattern in mark.args]
    unexpected = [line for line in noise.lines if not any(re.search(one, line) for one in allowed)]
    if unexpected:
        pytest.fail("unexpected log records:\n" + "\n".join(unexpected), pytrace=False)
    return result


@pytest.fixture(scope="session")
def checkout() -> Path:
    """The root of the project."""
    return CHECKOUT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real articles and pages beside the checkout; without it the test is skipped."""
    folder = CHECKOUT.parent / "shared"
    if not folder.is_dir():
        pytest.skip("no folder `shared` beside the checkout")
    return folder


@pytest.fixture
def app_paths(tmp_path: Path) -> AppPaths:
    """Every place the reader writes to, under a folder of this test."""
    from reader.app.paths import AppPaths

    return AppPaths.under(tmp_path / "data")


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    """The arguments of the one QApplication; our scheme must be known to the engine before that exists."""
    if importlib.util.find_spec("reader.ui.scheme_handler") is not None:
        from reader.ui.scheme_handler import register_scheme

        register_scheme()
    return ["article-reader-tests"]
