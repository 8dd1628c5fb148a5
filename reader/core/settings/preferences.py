# SPDX-License-Identifier: MIT
"""What the person chose: one TOML file, read leniently, changed one key at a time."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any, TypeVar, cast

from reader.core.article import Problem
from reader.core.errors import SettingsError, cause_of
from reader.core.settings.options import OPTIONS, Option

T = TypeVar("T")

MOST_BYTES = 1 << 20
"""A larger preferences file is not read."""


class Preferences:
    """The preferences of one file; values are those of the last `reload`."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.problems: tuple[Problem, ...] = ()
        self._values: dict[str, object] = {}
        self.reload()

    def get(self, option: Option[T]) -> T:
        """The value of an option; its default where the file says nothing or nonsense."""
        return cast("T", self._values.get(option.name, option.default))

    @property
    def shortcuts(self) -> Mapping[str, tuple[str, ...]]:
        """The keys the person chose, by the name of the action."""
        start = "shortcuts."
        mine = {name: keys for name, keys in self._values.items() if name.startswith(start)}
        return {name.removeprefix(start): cast("tuple[str, ...]", keys) for name, keys in mine.items()}

    def reload(self) -> bool:
        """Reads the file again; whether any value changed."""
        before = dict(self._values)
        problems: list[Problem] = []
        self._values = self._read(problems)
        self.problems = tuple(problems)
        return before != self._values

    def set(self, option: Option[T], value: T) -> None:
        """Writes one value, leaving the rest of the file as it is; ValueError if it is not allowed."""
        written = option.write(value)
        self._write(option, written)
        self._values[option.name] = option.read(written)

    def reset(self, option: Option[Any]) -> None:
        """Takes an option out of the file, so that its default holds."""
        self._write(option, None)
        self._values.pop(option.name, None)

    def _read(self, problems: list[Problem]) -> dict[str, object]:
        try:
            text = _file_text(self.path)
        except SettingsError as error:
            problems.append(Problem("preferences-unreadable", str(error)))
            return {}
        if not text.strip():
            return {}
        import tomllib

        try:
            table = tomllib.loads(text)
        except (tomllib.TOMLDecodeError, RecursionError) as error:
            problems.append(
                Problem(
                    "preferences-invalid",
                    f"{self.path} does not parse as TOML, so the defaults are used: {error}",
                    _line_in_message(str(error)),
                )
            )
            return {}
        return _known_values(table, text, problems)

    def _write(self, option: Option[Any], value: object) -> None:
        text = _file_text(self.path)
        import tomlkit
        from tomlkit.exceptions import TOMLKitError

        section, key = option.name.rsplit(".", 1)
        try:
            document = cast("Any", tomlkit.parse(text))
            if value is None:
                document.get(section, {}).pop(key, None)
            else:
                document.setdefault(section, tomlkit.table())[key] = value
            _replace_file(self.path, tomlkit.dumps(document))
        except (TOMLKitError, RecursionError, AttributeError, TypeError) as error:
            raise SettingsError(
                f"{self.path} cannot be changed because it does not parse: {error}; "
                "correct it in a text editor, or delete it to start with the defaults."
            ) from error
        except OSError as error:
            raise SettingsError(f"{self.path} cannot be written: {cause_of(error)}.") from error


def _known_values(table: Mapping[str, Any], text: str, problems: list[Problem]) -> dict[str, object]:
    values: dict[str, object] = {}
    for option in OPTIONS.values():
        section, key = option.name.rsplit(".", 1)
        group = table.get(section)
        if not isinstance(group, Mapping) or key not in group:
            continue
        try:
            values[option.name] = option.read(cast("Mapping[str, object]", group)[key])
        except ValueError as error:
            message = f"{error}; the default is used"
            problems.append(Problem("preference-invalid", message, _line_of(option.name, text)))
    if isinstance(table.get("shortcuts"), Mapping):
        _add_shortcuts(values, cast("Mapping[str, object]", table["shortcuts"]), text, problems)
    return values


def _add_shortcuts(
    values: dict[str, object], keys: Mapping[str, object], text: str, problems: list[Problem]
) -> None:
    from reader.core.settings.shortcuts import Shortcut

    for action, written in keys.items():
        option = Shortcut(action)
        try:
            values[option.name] = option.read(written)
        except ValueError as error:
            message = f"{error}; the default is used"
            problems.append(Problem("preference-invalid", message, _line_of(option.name, text)))


def _line_of(name: str, text: str) -> int | None:
    """The line that sets `section.key`, in a table or with a dotted key."""
    section = ""
    for number, line in enumerate(text.splitlines(), 1):
        stripped = line.strip()
        if stripped.startswith("["):
            section = stripped.strip("[] \t").split("#")[0].rstrip("] \t") + "."
        key = stripped.partition("=")[0].replace(" ", "").replace('"', "").replace("'", "")
        if section + key == name or (section == "" and key == name):
            return number
    return None


def _line_in_message(message: str) -> int | None:
    after = message.rpartition("at line ")[2]
    digits = after.split(",")[0]
    return int(digits) if digits.isdigit() else None


def _file_text(path: Path) -> str:
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except FileNotFoundError:
        return ""
    except OSError as error:
        raise SettingsError(f"{path} cannot be read: {cause_of(error)}.") from error
    if len(data) > MOST_BYTES:
        raise SettingsError(f"{path} is larger than {MOST_BYTES >> 20} MiB, which no preferences file is.")
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise SettingsError(f"{path} is not UTF-8 text; save it as UTF-8.") from error


def _replace_file(path: Path, text: str) -> None:
    """Writes beside and replaces, so that a crash leaves either the old file or the new one."""
    target = Path(os.path.realpath(path))
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    beside = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(text.encode("utf-8"))
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            beside.chmod(target.stat().st_mode & 0o777)
        beside.replace(target)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
