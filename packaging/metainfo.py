# SPDX-License-Identifier: MIT
"""Writes what software centres are told: `metainfo.py FOLDER`.

Pictures have to lie under a public address. That of the project is its "Source" in pyproject.toml, or
PROJECT_ADDRESS, which the release workflow knows; where there is none, there are no pictures and no links.
"""

from __future__ import annotations

import os
import re
import sys
import tomllib
import xml.etree.ElementTree as ElementTree
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LINUX = ROOT / "packaging" / "linux"
PICTURES = ROOT / "docs" / "screenshots"
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_SUFFIXES = {"": "en", "zh_CN": "zh"}  # of the pictures, by language
_CAPTIONS = {
    "light": {
        "": "Library, article list and article",
        "zh_CN": "书库、文章列表和文章",
        "zh_TW": "書庫、文章清單和文章",
    },
    "dark": {"": "The same in the dark", "zh_CN": "深色主题", "zh_TW": "深色主題"},
}


def project_address() -> str:
    """Where the project lives; empty where that is not said."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    said = os.environ.get("PROJECT_ADDRESS") or project.get("urls", {}).get("Source", "")
    return said.rstrip("/") if said.startswith("https://") else ""


def version() -> str:
    """The version of the program."""
    found = re.search(r'__version__ = "(.+?)"', (ROOT / "reader/__init__.py").read_text("utf-8"))
    assert found is not None
    return found.group(1)


def metainfo(address: str) -> bytes:
    """The file, with links and pictures where there is an address."""
    [source] = LINUX.glob("*.metainfo.xml")
    if not address:
        return source.read_bytes()
    tree = ElementTree.parse(source)
    component = tree.getroot()
    at = [each.tag for each in component].index("launchable")
    component.insert(at, _screenshots(f"{address}/raw/v{version()}/docs/screenshots"))
    for kind, place in (("vcs-browser", ""), ("bugtracker", "/issues"), ("homepage", "")):
        link = ElementTree.Element("url", {"type": kind})
        link.text = address + place
        component.insert(at, link)
    ElementTree.indent(tree)
    return ElementTree.tostring(component, encoding="UTF-8", xml_declaration=True) + b"\n"


def _screenshots(folder: str) -> ElementTree.Element:
    screenshots = ElementTree.Element("screenshots")
    for theme, captions in _CAPTIONS.items():
        kind = {"type": "default"} if len(screenshots) == 0 else {}
        screenshot = ElementTree.SubElement(screenshots, "screenshot", kind)
        for language, caption in captions.items():
            ElementTree.SubElement(screenshot, "caption", _of(language)).text = caption
        for language, suffix in _SUFFIXES.items():
            name = f"window-{theme}-{suffix}.png"
            width, height = _size(PICTURES / name)
            attributes = {"type": "source", "width": str(width), "height": str(height), **_of(language)}
            ElementTree.SubElement(screenshot, "image", attributes).text = f"{folder}/{name}"
    return screenshots


def _of(language: str) -> dict[str, str]:
    return {_LANGUAGE: language} if language else {}


def _size(picture: Path) -> tuple[int, int]:
    head = picture.read_bytes()[:24]
    return int.from_bytes(head[16:20], "big"), int.from_bytes(head[20:24], "big")


def main(folder: Path) -> None:
    """Writes the file into `folder`."""
    [source] = LINUX.glob("*.metainfo.xml")
    folder.mkdir(parents=True, exist_ok=True)
    (folder / source.name).write_bytes(metainfo(project_address()))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
