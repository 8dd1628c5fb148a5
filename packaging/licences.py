# SPDX-License-Identifier: MIT
"""Collects the licences of everything that is bundled, and lists it: `licences.py FOLDER`.

Run by the Python of the environment that is bundled. Writes `licences.json` for the window and
`article-reader.cdx.json`, a software bill of materials after CycloneDX 1.5.
"""

from __future__ import annotations

import json
import platform
import re
import shutil
import subprocess
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
_SYSTEM_LIBRARIES = [
    Path("/usr/lib", f"{platform.machine()}-linux-gnu"),
    Path("/usr/lib64"),
    Path("/usr/lib"),
]
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
        texts = [_lgpl()]
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


def carried() -> list[dict[str, str]]:
    """The libraries without a Python package that are bundled, from the table beside the specification."""
    table = (ROOT / "packaging" / "bundle" / "libraries.txt").read_text("utf-8").splitlines()
    rows = [line.split() for line in table if line and not line.startswith("#")]
    beginnings: dict[tuple[str, str], list[str]] = {}
    for beginning, project, licence in rows:
        if project != "Python":
            names = [beginning, beginning.removesuffix("-") + ".so"]  # a renamed copy, and the system's own
            beginnings.setdefault((project, licence), []).extend(names)
    places = [Path(sysconfig.get_path("purelib"), "pycurl.libs"), *_SYSTEM_LIBRARIES]
    files = [file for place in places if place.is_dir() for file in sorted(place.glob("lib*.so*"))]
    found: list[dict[str, str]] = []
    for (project, licence), starts in sorted(beginnings.items()):
        mine = [file for file in files if file.name.startswith(tuple(starts))]
        if mine:
            text = _of_debian(mine) or (_lgpl() if licence.startswith("LGPL-3") else "")
            found.append({"name": project, "version": "", "licence": licence, "text": text})
    return found


def _of_debian(files: list[Path]) -> str:
    """What Debian says of the copyright of these libraries, where the bundle is built on it."""
    if shutil.which("dpkg-query") is None:
        return ""
    real = sorted({name for file in files for name in _spellings(file.resolve())})
    listed = subprocess.run(["dpkg-query", "-S", *real], capture_output=True, text=True, check=False).stdout
    names = sorted({line.partition(":")[0] for line in listed.splitlines()})
    notes = [Path("/usr/share/doc", name, "copyright") for name in names]
    return "\n\n".join(note.read_text("utf-8", "replace") for note in notes if note.is_file())[:_MOST]


def _spellings(file: Path) -> list[str]:
    """Debian knows a file of /usr/lib by that name, or by the one it had before the two became one."""
    return [str(file), str(file).removeprefix("/usr")]


def _lgpl() -> str:
    return "\n\n".join(
        (ROOT / "packaging" / "licences" / name).read_text("utf-8") for name in sorted(_QT)[::-1]
    )


def bill(packages: list[dict[str, str]]) -> dict[str, object]:
    """The packages as CycloneDX; no serial number and no time, so that it is the same each time."""
    components = [_component(one) for one in packages]
    reader = {"type": "application", "name": "article-reader", "version": version()}
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": {"component": reader},
        "components": components,
    }


def _component(one: dict[str, str]) -> dict[str, object]:
    component: dict[str, object] = {
        "type": "library",
        "name": one["name"],
        "licenses": [{"license": {"name": one["licence"]}}],
    }
    if one["version"]:
        component["version"] = one["version"]
        component["purl"] = f"pkg:pypi/{one['name'].lower()}@{one['version']}"
    return component


def main(folder: Path) -> None:
    """Writes both files into `folder`."""
    found = {one.metadata["Name"].lower(): one for one in distributions() if one.metadata["Name"]}
    mine = {"article-reader", *TOOLS}
    packages = [describe(found[name]) for name in sorted(found) if name not in mine]
    packages.insert(0, python_itself())
    if sys.platform.startswith("linux"):
        packages += carried()
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "licences.json").write_text(json.dumps(packages, ensure_ascii=False, indent=1), "utf-8")
    (folder / "article-reader.cdx.json").write_text(json.dumps(bill(packages), indent=1), "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
