# SPDX-License-Identifier: MIT
"""What desktops, shells and installers are told is true to the code."""

from __future__ import annotations

import configparser
import plistlib
import re
import runpy
import shutil
import subprocess
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest

from reader import __version__
from reader.app import command_line
from reader.app.command_table import COMMANDS
from reader.core.formats import article_format

LINUX = Path("packaging/linux")


@pytest.fixture
def desktop(checkout: Path) -> configparser.ConfigParser:
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    parser.read(checkout / LINUX / "article-reader.desktop", "utf-8")
    return parser


def test_desktop_entry_has_every_action_it_names(desktop: configparser.ConfigParser) -> None:
    entry = desktop["Desktop Entry"]
    assert entry["Exec"] == "article-reader %F"
    for action in entry["Actions"].strip(";").split(";"):
        assert desktop[f"Desktop Action {action}"]["Exec"].startswith("article-reader")


def test_store_metadata_agree_with_desktop_entry_and_version(
    checkout: Path, desktop: configparser.ConfigParser
) -> None:
    [file] = (checkout / LINUX).glob("*.metainfo.xml")
    component = ElementTree.parse(file).getroot()
    types = [each.text for each in component.iterfind("provides/mediatype")]
    assert types == desktop["Desktop Entry"]["MimeType"].strip(";").split(";")
    releases = [each.get("version") for each in component.iterfind("releases/release")]
    assert releases[0] == __version__
    assert f"{component.findtext('id')}.metainfo.xml" == file.name


def test_pictures_for_software_centres_need_an_address(
    checkout: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = str(checkout / "packaging" / "metainfo.py")
    [file] = (checkout / LINUX).glob("*.metainfo.xml")
    monkeypatch.setenv("PROJECT_ADDRESS", "http://not.safe.example")
    runpy.run_path(script)["main"](tmp_path)
    assert (tmp_path / file.name).read_bytes() == file.read_bytes()
    monkeypatch.setenv("PROJECT_ADDRESS", "https://code.example/reader/")
    runpy.run_path(script)["main"](tmp_path)
    component = ElementTree.parse(tmp_path / file.name).getroot()
    pictures = component.findall("screenshots/screenshot/image")
    assert len(pictures) == 4
    for picture in pictures:
        address, _, name = (picture.text or "").rpartition("/")
        assert address == f"https://code.example/reader/raw/v{__version__}/docs/screenshots"
        assert (checkout / "docs" / "screenshots" / name).is_file()
        assert int(picture.get("width", 0)) >= 1280
    assert component.findtext("url") == "https://code.example/reader"
    assert len(component) == len(ElementTree.parse(file).getroot()) + 4, "nothing else is changed"
    tool = shutil.which("appstreamcli")
    if tool is not None:
        told = subprocess.run(
            [tool, "validate", "--no-net", tmp_path / file.name], capture_output=True, text=True
        )
        assert told.returncode == 0, told.stdout


def test_versions_stand_in_one_place(checkout: Path) -> None:
    for folder in ("packaging/flatpak", "packaging/windows", "packaging/macos", ".github/workflows"):
        for file in (each for each in (checkout / folder).rglob("*") if each.is_file()):
            assert __version__ not in file.read_text("utf-8"), f"{file} has a version of its own"


def test_completions_know_every_command(checkout: Path, tmp_path: Path) -> None:
    module = runpy.run_path(str(checkout / "packaging" / "completions.py"))
    module["main"](tmp_path)
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert len(files) == 3
    for path in files:
        text = path.read_text("utf-8")
        assert all(re.search(rf"\b{name}\b", text) for name in COMMANDS)
        assert all(option.removeprefix("--") in text for option in _options())
    bash = shutil.which("bash")
    if bash is not None:
        script = tmp_path / "share/bash-completion/completions/article-reader"
        subprocess.run([bash, "-n", script], check=True)


def test_the_man_page_knows_every_option_and_command(checkout: Path) -> None:
    page = (checkout / "packaging/linux/article-reader.1").read_text("utf-8").replace("\\-", "-")
    assert all(option in page for option in _options())
    assert all(re.search(rf"\b{name}\b", page) for name in COMMANDS)


def _options() -> set[str]:
    """The options of the window, as its help names them."""
    return set(re.findall(r"^  (--[a-z-]+)", command_line._help(), re.MULTILINE))


def test_windows_offers_only_formats_the_reader_reads(checkout: Path) -> None:
    text = (checkout / "packaging/windows/article-reader.iss").read_text("utf-8")
    offered = re.findall(r'#emit Offer\("(.+?)"\)', text)
    assert offered
    assert all(article_format(Path(f"a{suffix}")) is not None for suffix in offered)


def test_entitlements_and_spec_parse(checkout: Path) -> None:
    with (checkout / "packaging/macos/entitlements.plist").open("rb") as file:
        assert plistlib.load(file)
    spec = checkout / "packaging/bundle/article-reader.spec"
    compile(spec.read_text("utf-8"), str(spec), "exec")


def test_workflow_and_flatpak_manifest_parse(checkout: Path) -> None:
    import yaml

    workflow = yaml.safe_load((checkout / ".github/workflows/release.yml").read_text("utf-8"))
    assert {"test", "python", "linux", "windows", "macos", "release"} == set(workflow["jobs"])
    [manifest] = (checkout / "packaging/flatpak").glob("*.yml")
    assert not [arg for arg in yaml.safe_load(manifest.read_text("utf-8"))["finish-args"] if "network" in arg]


def test_manual_page_names_the_options(checkout: Path) -> None:
    text = (checkout / LINUX / "article-reader.1").read_text("utf-8").replace("\\-", "-")
    for option in ("--new-window", "--new-instance", "--screenshot", "--size", "--theme", "--data-dir"):
        assert option in text


def test_licences_are_collected(checkout: Path, tmp_path: Path) -> None:
    import json

    module = runpy.run_path(str(checkout / "packaging" / "licences.py"))
    module["main"](tmp_path)
    listed = json.loads((tmp_path / "licences.json").read_text("utf-8"))
    assert listed[0]["name"] == "Python"
    assert "lxml" in [one["name"] for one in listed]
    bill = json.loads((tmp_path / "article-reader.cdx.json").read_text("utf-8"))
    assert bill["metadata"]["component"]["version"] == __version__
    assert len(bill["components"]) == len(listed)


def test_every_library_that_is_bundled_has_its_licence(checkout: Path, tmp_path: Path) -> None:
    import json
    import sysconfig

    folder = Path(sysconfig.get_path("purelib"), "pycurl.libs")
    if not folder.is_dir():
        pytest.skip("pycurl brings no libraries here")
    table = (checkout / "packaging/bundle/libraries.txt").read_text("utf-8").splitlines()
    rows = [line.split() for line in table if line and not line.startswith("#")]
    assert all(len(row) == 3 for row in rows)
    known = tuple(row[0] for row in rows)
    assert [file.name for file in folder.iterdir() if not file.name.startswith(known)] == []
    module = runpy.run_path(str(checkout / "packaging" / "licences.py"))
    module["main"](tmp_path)
    listed = json.loads((tmp_path / "licences.json").read_text("utf-8"))
    assert {"OpenSSL", "curl"} <= {one["name"] for one in listed}
