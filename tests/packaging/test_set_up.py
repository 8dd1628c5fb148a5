# SPDX-License-Identifier: MIT
"""The set-up scripts install what is missing, only that, once. Stand-ins play Python and apt."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

PACKAGING = Path(__file__).resolve().parents[2] / "packaging"
CALLS = "calls.txt"

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="shell scripts for Linux")

PYTHON = """#!/bin/sh
echo "$*" >>"$CALLS"
case "$*" in
    -V) echo Python 3.11.9 ;;
    *venv*) mkdir -p .venv/bin .venv-core/bin && cp "$0" .venv/bin/python && cp "$0" .venv-core/bin/python
            echo "version = 3.11.9" | tee .venv/pyvenv.cfg >.venv-core/pyvenv.cfg ;;
esac
"""
LOADER = """#!/bin/sh
cat "$LIBRARIES"
"""
APT = """#!/bin/sh
echo "apt-get $*" >>"$CALLS"
case "$*" in *install*) echo "	libone.so.1 (libc6,x86-64) => /lib/libone.so.1" >>"$LIBRARIES" ;; esac
"""
APT_CACHE = """#!/bin/sh
case "$*" in *" libone1") echo "Package: libone1" ;; esac
"""
TABLE = """# a comment
window  lib:libone.so.1  libone1t64/libone1  one  one
window  lib:libtwo.so.2  libtwo2             two  two
"""


class Machine:
    """A checkout and a PATH of stand-ins that write down what is asked of them."""

    def __init__(self, folder: Path) -> None:
        self.root = folder / "checkout"
        self._calls = folder / CALLS
        self._libraries = folder / "libraries.txt"
        self._tools = folder / "tools"
        for made in (self.root / "packaging", self.root / "requirements", self._tools):
            made.mkdir(parents=True)
        for name in ("set-up.sh", "system.sh", "python.sh", "system-packages.txt"):
            shutil.copy(PACKAGING / name, self.root / "packaging" / name)
        for name in ("run", "dev", "core"):
            (self.root / "requirements" / f"{name}.txt").write_text(f"{name}==1\n")
        (self.root / "pyproject.toml").write_text("[project]\nname = 'x'\n[tool.ruff]\nline-length = 1\n")
        self.forget_calls()
        self._libraries.write_text("")
        self.add("python3", PYTHON)

    def add(self, name: str, text: str) -> None:
        tool = self._tools / name
        tool.write_text(text)
        tool.chmod(0o755)

    def knows_library(self, name: str) -> None:
        with self._libraries.open("a") as file:
            file.write(f"\t{name} (libc6,x86-64) => /lib/{name}\n")

    def run(self, script: str, *arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
        environment = {
            "PATH": f"{self._tools}{os.pathsep}/usr/bin{os.pathsep}/bin",
            "CALLS": str(self._calls),
            "LIBRARIES": str(self._libraries),
            "SYSTEM_PYTHON": str(self._tools / "system-python"),  # not there, unless a test adds it
        }
        environment |= more
        command = ["sh", f"packaging/{script}", *arguments]
        return subprocess.run(
            command, cwd=self.root, env=environment, capture_output=True, text=True, check=False
        )

    def calls(self, word: str) -> list[str]:
        return [line for line in self._calls.read_text().splitlines() if word in line]

    def forget_calls(self) -> None:
        self._calls.write_text("")


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


@pytest.fixture
def ready(machine: Machine) -> Machine:
    """One whose system lacks nothing."""
    (machine.root / "packaging" / "system.sh").write_text("exit 0\n")
    return machine


def test_first_set_up_installs_pins_and_the_checkout(ready: Machine) -> None:
    done = ready.run("set-up.sh", "run")
    assert done.returncode == 0, done.stderr
    pins, checkout = ready.calls("pip ")[-2:]
    assert "--require-hashes" in pins
    assert "requirements/run.txt" in pins
    assert "--editable ." in checkout
    assert "--no-index" in checkout


def test_second_set_up_asks_only_for_the_version(ready: Machine) -> None:
    ready.run("set-up.sh", "run")
    ready.forget_calls()
    done = ready.run("set-up.sh", "run")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert ready.calls("") == ["-V", "-I -m compileall -q reader"]


def _chosen(machine: Machine, **more: str) -> str:
    """The name of the Python that the scripts find."""
    (machine.root / "packaging" / "choose.sh").write_text(". packaging/python.sh\nbasename $(find_python)\n")
    return machine.run("choose.sh", **more).stdout.strip()


def test_python_of_the_system_comes_first(machine: Machine) -> None:
    assert _chosen(machine) == "python3"
    machine.add("system-python", PYTHON)
    assert _chosen(machine) == "system-python"
    assert _chosen(machine, PYTHON="python3") == "python3"


def test_python_that_makes_no_environments_is_the_last_choice(machine: Machine) -> None:
    bare = PYTHON + 'case "$*" in *ensurepip*) exit 1 ;; esac\n'
    machine.add("system-python", bare)
    assert _chosen(machine) == "python3"
    for name in ("python3", "python3.14", "python3.13", "python3.12", "python3.11"):
        machine.add(name, bare)
    assert _chosen(machine) == "system-python"


def test_python_that_is_too_old_is_passed_by(machine: Machine) -> None:
    machine.add("system-python", PYTHON + 'case "$*" in *version_info*) exit 1 ;; esac\n')
    assert _chosen(machine) == "python3"


def test_environment_of_developers_serves_running(ready: Machine) -> None:
    ready.run("set-up.sh", "dev")
    ready.forget_calls()
    ready.run("set-up.sh", "run")
    assert ready.calls("pip") == []


@pytest.mark.parametrize(
    ("name", "text"), [("requirements/run.txt", "x==2\n"), ("pyproject.toml", "[project]\n")]
)
def test_what_decides_the_environment_renews_it(ready: Machine, name: str, text: str) -> None:
    ready.run("set-up.sh", "run")
    ready.forget_calls()
    (ready.root / name).write_text(text)
    ready.run("set-up.sh", "run")
    assert ready.calls("requirements/run.txt")


def test_settings_of_tools_do_not_renew_the_environment(ready: Machine) -> None:
    ready.run("set-up.sh", "run")
    ready.forget_calls()
    project = ready.root / "pyproject.toml"
    project.write_text(project.read_text().replace("line-length = 1", "line-length = 2"))
    ready.run("set-up.sh", "run")
    assert ready.calls("pip") == []


def test_environment_without_qt_is_one_of_its_own(ready: Machine) -> None:
    ready.run("set-up.sh", "dev")
    ready.forget_calls()
    ready.run("set-up.sh", "core")
    assert ready.calls("requirements/core.txt")
    assert not ready.calls("--editable")


def test_failed_installation_leaves_no_stamp(ready: Machine) -> None:
    ready.add("python3", PYTHON + 'case "$*" in *pip*install*) exit 1 ;; esac\n')
    assert ready.run("set-up.sh", "run").returncode != 0
    assert not (ready.root / ".venv" / "set-up-run").exists()


@pytest.fixture
def debian(machine: Machine) -> Machine:
    """One where apt installs, and only `libone1` is known of the two names of that package."""
    if "debian" not in Path("/etc/os-release").read_text():
        pytest.skip("not a Debian")
    (machine.root / "packaging" / "system-packages.txt").write_text(TABLE)
    for name, text in {"ldconfig": LOADER, "apt-get": APT, "apt-cache": APT_CACHE}.items():
        machine.add(name, text)
    machine.add("id", "#!/bin/sh\necho 0\n")
    return machine


def test_only_the_missing_package_is_installed_under_the_name_known(debian: Machine) -> None:
    debian.knows_library("libtwo.so.2")
    done = debian.run("system.sh", "window")
    assert done.returncode == 0, done.stderr
    [install] = debian.calls("install")
    assert install.endswith("install libone1")
    assert "libone1" in done.stderr


def test_nothing_is_asked_of_a_system_that_has_all(debian: Machine) -> None:
    debian.knows_library("libone.so.1")
    debian.knows_library("libtwo.so.2")
    assert debian.run("system.sh", "window").returncode == 0
    assert debian.calls("apt-get") == []


def test_what_is_missing_after_installing_is_said(debian: Machine) -> None:
    done = debian.run("system.sh", "window")
    assert done.returncode == 1
    assert "libtwo2" in done.stderr


def test_without_root_the_command_to_run_is_said(debian: Machine) -> None:
    debian.add("id", "#!/bin/sh\necho 1000\n")
    if shutil.which("sudo", path="/usr/bin:/bin"):
        pytest.skip("sudo is here")
    done = debian.run("system.sh", "window")
    assert done.returncode == 1
    assert "apt-get install libone1 libtwo2" in done.stderr
    assert debian.calls("apt-get") == []


def test_table_of_packages_is_complete() -> None:
    lines = (PACKAGING / "system-packages.txt").read_text("utf-8").splitlines()
    rows = [line.split() for line in lines if line and not line.startswith("#")]
    assert {len(row) for row in rows} == {5}
    assert {row[0] for row in rows} == {"python", "venv", "window", "fonts", "screen"}
    assert {row[1].partition(":")[0] for row in rows} == {"lib", "cmd", "py", "font"}
