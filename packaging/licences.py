# SPDX-License-Identifier: MIT
"""Collects the licences of everything that is bundled, and lists it: `licences.py FOLDER`.

Run by the Python of the environment that is bundled. Writes `licences.json` for the window and
`article-reader.cdx.json`, a software bill of materials after CycloneDX 1.5.
"""

from __future__ import annotations

import json
import platform
import re
import sys
import sysconfig
from importlib.metadata import Distribution, distributions
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TOOLS = {
    *("pip", "setuptools", "wheel", "pyinstaller", "pyinstaller-hooks-contrib", "altgraph", "macholib"),
    *("hatchling", "pluggy", "trove-classifiers", "packaging", "qtpy", "pefile", "pywin32-ctypes"),
}
_QT = {"LGPL-3.0.txt", "GPL-3.0.txt"}  # its wheels carry no texts
_LICENCE_FILE = re.compile(r"(?:^|/)(?:LICEN[CS]E|COPYING|NOTICE)[^/]*$|/licenses/", re.IGNORECASE)
_MOST = 200_000  # characters of one package


def version() -> str:
    """The version of the reader, from its one place."""
    text = (ROOT / "reader" / "__init__.py").read_text("utf-8")
    found = re.search(r'__version__ = "(.+?)"', text)
    return found.group(1) if found else "0"


def describe(package: Distribution) -> dict[str, str]:
    """Name, version, licence and the texts of its files."""
    data = package.metadata
    stated = next((data[name] for name in ("License-Expression", "License") if name in data), "")
    if not stated or "\n" in stated or len(stated) > 120:
        classes = [
            line.rpartition(" :: ")[2] for line in data.get_all("Classifier") or [] if "License ::" in line
        ]
        stated = ", ".join(classes) or stated.split("\n")[0][:120]
    texts: list[str] = []
    for file in package.files or []:
        if _LICENCE_FILE.search(str(file)) and file.suffix not in (".py", ".pyc"):
            path = Path(str(package.locate_file(file)))
            if path.is_file():
                texts.append(path.read_text("utf-8", "replace"))
    if not texts and "LGPL-3.0" in stated:
        texts = [(ROOT / "packaging" / "licences" / name).read_text("utf-8") for name in sorted(_QT)[::-1]]
    return {
        "name": data["Name"],
        "version": package.version,
        "licence": stated or "see its text",
        "text": "\n\n".join(texts)[:_MOST],
    }


def python_itself() -> dict[str, str]:
    """The interpreter is bundled, too."""
    places = (Path(sysconfig.get_path("stdlib"), "LICENSE.txt"), Path(sys.base_prefix, "LICENSE.txt"))
    text = next((place.read_text("utf-8") for place in places if place.is_file()), "")
    return {"name": "Python", "version": platform.python_version(), "licence": "PSF-2.0", "text": text}


def bill(packages: list[dict[str, str]]) -> dict[str, object]:
    """The packages as CycloneDX; no serial number and no time, so that it is the same each time."""
    components = [
        {
            "type": "library",
            "name": one["name"],
            "version": one["version"],
            "purl": f"pkg:pypi/{one['name'].lower()}@{one['version']}",
            "licenses": [{"license": {"name": one["licence"]}}],
        }
        for one in packages
    ]
    reader = {"type": "application", "name": "article-reader", "version": version()}
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": {"component": reader},
        "components": components,
    }


def main(folder: Path) -> None:
    """Writes both files into `folder`."""
    found = {one.metadata["Name"].lower(): one for one in distributions() if one.metadata["Name"]}
    mine = {"article-reader", *TOOLS}
    packages = [describe(found[name]) for name in sorted(found) if name not in mine]
    packages.insert(0, python_itself())
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "licences.json").write_text(json.dumps(packages, ensure_ascii=False, indent=1), "utf-8")
    (folder / "article-reader.cdx.json").write_text(json.dumps(bill(packages), indent=1), "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
