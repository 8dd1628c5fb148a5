# SPDX-License-Identifier: MIT
"""The applications of a Linux desktop that open a type of file, after its own database.

Read as in the specifications of freedesktop.org: "Association between MIME types and applications",
"Desktop Entry", "Base Directory". Nothing is started through a shell.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

_OWN = "article-reader.desktop"
_MOST = 12  # applications in a menu
_LARGEST = 1 << 20  # bytes of a file of the database that is still read
_ESCAPES = {"s": " ", "n": "\n", "t": "\t", "r": "\r", "\\": "\\"}
_LONG_GONE = frozenset("dDnNvm")  # field codes that mean nothing any more


@dataclass(frozen=True, slots=True)
class DesktopApplication:
    """One application; `command` still holds its field codes."""

    id: str
    name: str
    icon: str
    command: tuple[str, ...]
    entry: Path

    def words_for(self, path: Path) -> list[str]:
        """The program and its arguments to open one file."""
        words: list[str] = []
        took_file = False
        for word in self.command:
            if word in ("%i", "%c", "%k"):
                own = {"%i": ["--icon", self.icon] if self.icon else [], "%c": [self.name]}
                words += own.get(word, [str(self.entry)])
                continue
            filled = _filled(word, path)
            took_file = took_file or filled != _filled(word, None)
            if filled or not word.startswith("%"):
                words.append(filled)
        return words if took_file else [*words, str(path)]


def applications_for(
    types: Sequence[str], environment: Mapping[str, str], languages: Sequence[str] = ()
) -> tuple[DesktopApplication, ...]:
    """The applications for files of the first of `types`, then of the others; each type's default first."""
    data = _data_folders(environment)
    found: dict[str, DesktopApplication] = {}
    for mime_type in types:
        for name in _ids_for(mime_type, environment, data):
            if name not in found and name != _OWN and len(found) < _MOST:
                application = _application(name, data, environment, languages)
                if application is not None:
                    found[name] = application
    return tuple(found.values())


def _filled(word: str, path: Path | None) -> str:
    """A word of a command with its field codes filled in."""
    filled, rest = "", iter(word)
    for sign in rest:
        code = next(rest, "") if sign == "%" else None
        if code is None:
            filled += sign
        elif code == "%":
            filled += "%"
        elif code in ("f", "F"):
            filled += str(path or "")
        elif code in ("u", "U"):
            filled += path.as_uri() if path is not None else ""
        elif code not in _LONG_GONE:
            filled += f"%{code}"
    return filled


def _data_folders(environment: Mapping[str, str]) -> list[Path]:
    home = Path(environment.get("HOME") or Path.home())
    own = environment.get("XDG_DATA_HOME") or str(home / ".local/share")
    others = environment.get("XDG_DATA_DIRS") or "/usr/local/share:/usr/share"
    return [Path(folder) / "applications" for folder in (own, *others.split(":")) if folder.startswith("/")]


def _association_files(environment: Mapping[str, str], data: Sequence[Path]) -> Iterator[Path]:
    home = Path(environment.get("HOME") or Path.home())
    own = environment.get("XDG_CONFIG_HOME") or str(home / ".config")
    others = environment.get("XDG_CONFIG_DIRS") or "/etc/xdg"
    desktops = [name.lower() for name in environment.get("XDG_CURRENT_DESKTOP", "").split(":") if name]
    for folder in (*(Path(each) for each in (own, *others.split(":")) if each.startswith("/")), *data):
        yield from (folder / f"{name}-mimeapps.list" for name in desktops if "/" not in name)
        yield folder / "mimeapps.list"


def _ids_for(mime_type: str, environment: Mapping[str, str], data: Sequence[Path]) -> list[str]:
    """The desktop files for one type, in their order of preference."""
    defaults: list[str] = []
    added: list[str] = []
    removed: set[str] = set()
    for file in _association_files(environment, data):
        groups = _groups(file)
        defaults += _listed(groups, "Default Applications", mime_type)
        added += [name for name in _listed(groups, "Added Associations", mime_type) if name not in removed]
        removed.update(_listed(groups, "Removed Associations", mime_type))
    for folder in data:
        cached = _listed(_groups(folder / "mimeinfo.cache"), "MIME Cache", mime_type)
        added += [name for name in cached if name not in removed]
    return list(dict.fromkeys((*defaults, *added)))


def _listed(groups: Mapping[str, Mapping[str, str]], group: str, mime_type: str) -> list[str]:
    listed = groups.get(group, {}).get(mime_type, "").split(";")
    return [name for name in listed if name.endswith(".desktop") and "/" not in name]


def _application(
    name: str, data: Sequence[Path], environment: Mapping[str, str], languages: Sequence[str]
) -> DesktopApplication | None:
    for folder in data:
        file = _entry_file(folder, name)
        if file is None:
            continue
        entry = _groups(file).get("Desktop Entry", {})
        command = _words(entry.get("Exec", ""))
        if not command or not _is_usable(entry, command[0], environment):
            return None
        keys = [f"Name[{language}]" for language in languages]
        shown = next((entry[key] for key in (*keys, "Name") if entry.get(key)), name)
        return DesktopApplication(name, _plain(shown), _plain(entry.get("Icon", "")), tuple(command), file)
    return None


def _entry_file(folder: Path, name: str) -> Path | None:
    """The file of an id, in which `-` may stand for a folder."""
    parts = name.split("-")
    for cut in range(len(parts)):
        file = folder.joinpath(*parts[:cut], "-".join(parts[cut:]))
        if file.is_file():
            return file
    return None


def _is_usable(entry: Mapping[str, str], program: str, environment: Mapping[str, str]) -> bool:
    if entry.get("Type") != "Application" or "true" in (entry.get("Hidden"), entry.get("Terminal")):
        return False
    found = environment.get("PATH")
    wanted = (program, entry.get("TryExec") or program)
    return all(shutil.which(each, path=found) is not None for each in wanted)


def _groups(file: Path) -> dict[str, dict[str, str]]:
    """A file of the desktop as groups of keys; of a key that comes twice, the first."""
    try:
        if file.stat().st_size > _LARGEST:
            return {}
        text = file.read_text("utf-8", "replace")
    except OSError:
        return {}
    groups: dict[str, dict[str, str]] = {}
    group: dict[str, str] = {}
    for line in text.splitlines():
        if line.startswith("[") and line.rstrip().endswith("]"):
            group = groups.setdefault(line.strip()[1:-1], {})
        elif "=" in line and not line.startswith("#"):
            key, _, value = line.partition("=")
            group.setdefault(key.strip(), value.strip())
    return groups


def _plain(value: str) -> str:
    plain, rest = "", iter(value)
    for sign in rest:
        escaped = next(rest, "") if sign == "\\" else ""
        plain += _ESCAPES.get(escaped, escaped) if sign == "\\" else sign
    return plain


def _words(value: str) -> list[str]:
    """The words of a command line, out of their quotes; none where a quote is never closed."""
    words: list[str] = []
    word: str | None = None
    quoted = False
    rest = iter(_plain(value))
    for sign in rest:
        if quoted and sign == "\\":
            word = (word or "") + next(rest, "")
        elif sign == '"':
            quoted, word = not quoted, word or ""
        elif sign.isspace() and not quoted:
            words += [] if word is None else [word]
            word = None
        else:
            word = (word or "") + sign
    return [] if quoted else words + ([] if word is None else [word])


def languages_of(locale: str) -> tuple[str, ...]:
    """How the keys of a desktop file may name the language of a locale such as `zh_CN`."""
    language, _, _country = locale.partition("_")
    return tuple(dict.fromkeys((locale, language)))


def is_confined(environment: Mapping[str, str] = os.environ) -> bool:
    """Whether we run in a box (Flatpak, Snap) that hides the applications of the desktop."""
    return Path("/.flatpak-info").exists() or "SNAP" in environment
