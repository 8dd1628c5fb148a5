# SPDX-License-Identifier: MIT
"""The wheel carries everything the reader needs, and finds it; so do an editable install and the checkout."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

from reader import __version__

ROOT = Path(__file__).resolve().parent.parent
ARTICLE = "---\ntitle: 山 and sea\ncategories: Wheels\n---\n\nOne *short* paragraph.\n"
TELL = (
    "import reader, json; from reader.core.resources import resource_dir;"
    "print(json.dumps([reader.__file__, str(resource_dir())]))"
)

pytestmark = pytest.mark.slow


def _resources() -> set[str]:
    folder = ROOT / "resources"
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def _run(command: list[str | Path], folder: Path) -> str:
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    pytest.importorskip("build")
    pytest.importorskip("hatchling")
    folder = tmp_path_factory.mktemp("wheel")
    _run([sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, ROOT], folder)
    [built] = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The `bin` of an environment with the wheel; its dependencies are lent by this environment."""
    folder = tmp_path_factory.mktemp("installed")
    venv.create(folder, with_pip=False, symlinks=os.name != "nt")
    scripts = folder / ("Scripts" if os.name == "nt" else "bin")
    pip = [sys.executable, "-m", "pip", "--python", scripts / "python", "--disable-pip-version-check", "-q"]
    _run([*pip, "install", "--no-deps", "--no-index", wheel], folder)
    paths = sysconfig.get_paths(vars={"base": str(folder), "platbase": str(folder)})
    lent = "\n".join(sorted({sysconfig.get_paths()[kind] for kind in ("purelib", "platlib")}))
    Path(paths["purelib"], "lent.pth").write_text(lent + "\n", "utf-8")
    return scripts


def test_wheel_holds_the_package_the_resources_and_nothing_else(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    prefix = "reader/resources/"
    assert {name.removeprefix(prefix) for name in names if name.startswith(prefix)} == _resources()
    modules = {path.relative_to(ROOT).as_posix() for path in (ROOT / "reader").rglob("*.py")}
    assert {name for name in names if name.endswith(".py") and not name.startswith(prefix)} == modules
    assert {name.partition("/")[0] for name in names} == {"reader", f"article_reader-{__version__}.dist-info"}


def test_wheel_runs_and_finds_its_resources(installed: Path, tmp_path: Path) -> None:
    package, resources = map(Path, json.loads(_run([installed / "python", "-c", TELL], tmp_path)))
    assert package.is_relative_to(installed.parent)
    assert resources == package.parent / "resources"
    found = {path.relative_to(resources).as_posix() for path in resources.rglob("*") if path.is_file()}
    assert found == _resources()


def test_command_of_the_wheel_says_its_version(installed: Path, tmp_path: Path) -> None:
    assert __version__ in _run([installed / "article-reader", "--version"], tmp_path)


def test_command_of_the_wheel_renders(installed: Path, tmp_path: Path) -> None:
    (tmp_path / "short.md").write_text(ARTICLE, "utf-8")
    command = [
        installed / "article-reader",
        "--data-dir",
        tmp_path / "data",
        "render",
        "short.md",
        "--format",
    ]
    article = json.loads(_run([*command, "json"], tmp_path))
    assert (article["title"], article["categories"]) == ("山 and sea", [["Wheels"]])
    page = _run([*command, "html"], tmp_path)
    assert "<em>short</em>" in page
    assert "<style" in page


def test_checkout_finds_its_resources() -> None:
    package, resources = json.loads(_run([sys.executable, "-c", TELL], ROOT))
    assert Path(package) == ROOT / "reader" / "__init__.py"
    assert Path(resources) == ROOT / "resources"


def test_editable_install_finds_the_resources_of_the_checkout(tmp_path: Path) -> None:
    command = Path(sys.executable).with_name("article-reader")
    if not command.exists():
        pytest.skip("this environment has no editable install; `make test` makes one")
    package, resources = json.loads(_run([sys.executable, "-c", TELL], tmp_path))
    assert Path(package) == ROOT / "reader" / "__init__.py"
    assert Path(resources) == ROOT / "resources"
    assert __version__ in _run([command, "--version"], tmp_path)


def test_command_of_the_wheel_examines_itself(installed: Path, tmp_path: Path) -> None:
    told = _run([installed / "article-reader", "--data-dir", tmp_path / "data", "doctor"], tmp_path)
    assert __version__ in told
    assert str(installed) in told


@pytest.mark.engine
def test_window_of_the_wheel_opens(installed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    (tmp_path / "short.md").write_text(ARTICLE, "utf-8")
    picture = tmp_path / "window.png"
    command = [installed / "article-reader", "--data-dir", tmp_path / "data", tmp_path / "short.md"]
    _run([*command, "--screenshot", picture], tmp_path)
    assert picture.read_bytes().startswith(b"\x89PNG")
