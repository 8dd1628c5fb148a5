# SPDX-License-Identifier: MIT
"""Finds the files of `resources/`, in a checkout as in a wheel or a frozen bundle."""

from __future__ import annotations

from functools import cache
from pathlib import Path


@cache
def resource_dir() -> Path:
    """The folder of bundled resources: inside the package once built, beside it in a checkout."""
    package = Path(__file__).resolve().parent.parent
    built = package / "resources"
    return built if built.is_dir() else package.parent / "resources"


def is_checkout() -> bool:
    """Whether the program runs from its source, where a file may change from one start to the next."""
    return resource_dir().parent.joinpath("pyproject.toml").is_file()


def resource_path(*parts: str) -> Path:
    """The path of one bundled file."""
    return resource_dir().joinpath(*parts)


def resource_text(*parts: str) -> str:
    """A bundled text file."""
    return resource_path(*parts).read_text("utf-8")
