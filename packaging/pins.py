# SPDX-License-Identifier: MIT
"""Pins every dependency with its hashes into requirements/, for all systems at once (needs `uv`)."""

from __future__ import annotations

import argparse
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "requirements"
OLDEST_PYTHON = "3.11"
QT_PACKAGES = {"pyside6", "qtawesome"}
TOOLS_OF_CORE_TESTS = {"pytest", "hypothesis", "h2", "trustme"}
COMMAND = "make pins"


def _name(requirement: str) -> str:
    found = re.match(r"[A-Za-z0-9._-]+", requirement)
    return found.group().lower() if found else requirement


def _inputs() -> dict[str, list[str]]:
    """What each file of pins is made from; the first one constrains all later ones."""
    with (ROOT / "pyproject.toml").open("rb") as file:
        data = tomllib.load(file)
    needed: list[str] = data["project"]["dependencies"]
    tools: list[str] = data["project"]["optional-dependencies"]["dev"]
    backend: list[str] = data["build-system"]["requires"]
    return {
        "dev": [*needed, *tools, *backend],
        "run": [*needed, *backend],
        "package": ["pyinstaller>=6.12"],
        "core": [
            *(one for one in needed if _name(one) not in QT_PACKAGES),
            *(one for one in tools if _name(one) in TOOLS_OF_CORE_TESTS),
        ],
    }


def _pin(uv: str, name: str, requirements: list[str], upgrade: bool) -> None:
    target = FOLDER / f"{name}.txt"
    command = [
        uv, "pip", "compile", "-", "--quiet", "--universal", "--python-version", OLDEST_PYTHON,
        "--generate-hashes", "--no-emit-index-url", "--no-emit-find-links", "--annotation-style", "line",
        "--custom-compile-command", COMMAND, "--output-file", str(target),
    ]  # fmt: skip
    if name != "dev":
        command += ["--constraint", str(FOLDER / "dev.txt")]
    elif upgrade:
        command.append("--upgrade")
    subprocess.run(command, input="\n".join(requirements), text=True, check=True, cwd=FOLDER)
    kept = [line for line in target.read_text("utf-8").splitlines() if not re.search(r"# via\b", line)]
    target.write_text("\n".join(kept) + "\n", "utf-8")


def main() -> int:
    """Writes requirements/dev.txt, run.txt and core.txt."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--upgrade", action="store_true", help="take the newest releases allowed")
    upgrade: bool = parser.parse_args().upgrade
    uv = shutil.which("uv") or shutil.which("uv", path=str(Path(sys.executable).parent))
    if uv is None:
        print("uv is not installed; `pip install uv` gets it", file=sys.stderr)
        return 1
    FOLDER.mkdir(exist_ok=True)
    for name, requirements in _inputs().items():
        _pin(uv, name, requirements, upgrade)
        print(f"requirements/{name}.txt")
    return 0


if __name__ == "__main__":
    sys.exit(main())
