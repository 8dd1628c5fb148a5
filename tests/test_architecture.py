# SPDX-License-Identifier: MIT
"""The house rules a machine can hold: layers, sizes, names, and that every room of the core is tested."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from statistics import median, quantiles

ROOT = Path(__file__).resolve().parent.parent
CORE = ROOT / "reader" / "core"
MODULES = sorted((ROOT / "reader").rglob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("*.py"))
CODE = [*MODULES, *TESTS, *sorted((ROOT / "packaging").rglob("*.py"))]
SHELL = [*sorted((ROOT / "packaging").glob("*.sh")), ROOT / ".ci" / "run", ROOT / "Makefile"]
KEPT = ("reader", "tests", "packaging", "requirements", "resources", "docs", ".ci")
LONGEST_MODULE = 500
DRAWERS = {"util", "utils", "misc", "common", "helper", "helpers", "manager", "managers", "stuff"}


@cache
def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"), str(path))


def _name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def _functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(_tree(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def _names(paths: Iterable[Path]) -> list[str]:
    return sorted(map(_name, paths))


def _lines(path: Path) -> int:
    return len(path.read_text("utf-8").splitlines())


def _has_code(path: Path) -> bool:
    return bool(path.read_text("utf-8").strip())


def test_imports_keep_their_direction() -> None:
    command = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([command, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_modules_say_their_licence_and_their_purpose() -> None:
    first_line = "# SPDX-License-Identifier: MIT\n"
    code = [path for path in CODE if _has_code(path)]
    assert _names(path for path in code if not path.read_text("utf-8").startswith(first_line)) == []
    assert _names(path for path in code if not ast.get_docstring(_tree(path))) == []


def test_scripts_say_their_licence() -> None:
    line = "# SPDX-License-Identifier: MIT"
    assert _names(path for path in SHELL if line not in path.read_text("utf-8").splitlines()[:2]) == []


def test_no_module_is_too_long() -> None:
    assert _names(path for path in CODE if _lines(path) > LONGEST_MODULE) == []


def test_modules_and_functions_are_short_on_the_whole() -> None:
    modules = [_lines(path) for path in MODULES if _has_code(path)]
    functions = [
        (one.end_lineno or one.lineno) - one.lineno + 1 for path in MODULES for one in _functions(path)
    ]
    assert median(modules) <= 150
    assert quantiles(functions, n=10)[-1] <= 30


def test_names_decide_what_belongs_in_a_module() -> None:
    assert _names(path for path in MODULES if set(re.split(r"[/_.]", _name(path))) & DRAWERS) == []


def test_public_names_of_the_core_say_what_they_are() -> None:
    silent = [
        f"{_name(path)}: {node.name}"
        for path in CORE.rglob("*.py")
        for node in _tree(path).body
        if isinstance(node, ast.FunctionDef | ast.ClassDef)
        and not node.name.startswith("_")
        and not ast.get_docstring(node)
    ]
    assert silent == []


def _imported(path: Path) -> Iterator[str]:
    for node in ast.walk(_tree(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            package = path.relative_to(ROOT).with_suffix("").parts[: -node.level] if node.level else ()
            module = ".".join([*package, *filter(None, [node.module])])
            yield module
            yield from (f"{module}.{alias.name}" for alias in node.names)


def _dotted(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def test_every_room_of_the_core_is_tested_and_every_module_reached() -> None:
    paths = {_dotted(path): path for path in MODULES}
    named = {name for path in TESTS for name in _imported(path) if name in paths}
    reached, ahead = set[str](), set(named)
    while ahead:
        name = ahead.pop()
        reached.add(name)
        parents = {name.rpartition(".")[0]} & paths.keys()
        ahead |= ({one for one in _imported(paths[name]) if one in paths} | parents) - reached
    code = {name for name, path in paths.items() if name.startswith("reader.core.") and _has_code(path)}
    assert sorted(code - reached) == []
    rooms = {".".join(name.split(".")[:3]) for name in code}
    tested = {".".join(name.split(".")[:3]) for name in named}
    assert sorted(rooms - tested) == []


def _kept_texts() -> Iterator[tuple[Path, str]]:
    files = [path for folder in KEPT for path in (ROOT / folder).rglob("*") if path.is_file()]
    for path in [*files, *ROOT.glob("*.md"), *ROOT.glob("*.toml"), ROOT / "Makefile"]:
        if "__pycache__" in path.parts:
            continue
        try:
            yield path, path.read_text("utf-8")
        except UnicodeDecodeError:
            continue


def test_no_file_names_a_place_on_the_machine_it_was_written_on() -> None:
    places = [f"{place}/" for place in (ROOT, ROOT.parent, Path.home()) if len(place.parts) > 1]
    found = [f"{_name(path)}: {place}" for path, text in _kept_texts() for place in places if place in text]
    assert not found


def test_pins_carry_hashes_and_no_addresses() -> None:
    for path in sorted((ROOT / "requirements").glob("*.txt")):
        text = path.read_text("utf-8")
        assert "://" not in text
        for block in re.split(r"\n(?=\S)", text):
            assert block.startswith("#") or re.match(r"\S+==\S+ .*\\\n +--hash=sha256:", block), block


def test_pins_agree_with_each_other() -> None:
    pins = {
        path.stem: set(re.findall(r"^(\S+==\S+)", path.read_text("utf-8"), re.MULTILINE))
        for path in (ROOT / "requirements").glob("*.txt")
    }
    assert pins["run"] <= pins["dev"]
    assert pins["core"] <= pins["dev"]
    assert not any(pin.startswith(("pyside6", "shiboken6", "qt")) for pin in pins["core"])
