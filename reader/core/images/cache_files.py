# SPDX-License-Identifier: MIT
"""The files of the image cache: one for each content, named by its hash; never changed once in place."""

from __future__ import annotations

import hashlib
import itertools
import os
import re
import secrets
import shutil
import time
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

_FOLDER = "files"
_INCOMING = "incoming"
_ENDINGS: Mapping[str, str] = MappingProxyType(
    {
        "image/jpeg": ".jpg",
        "image/png": ".png",
        "image/gif": ".gif",
        "image/webp": ".webp",
        "image/avif": ".avif",
        "image/svg+xml": ".svg",
        "image/bmp": ".bmp",
        "image/x-icon": ".ico",
    }
)
_STALE_SECONDS = 86_400.0
_GROUP = re.compile(r"[0-9a-f]{2}")
_PICTURE = re.compile(r"[0-9a-f]{32}(?:\.[a-z]{3,4})?")
_RECEIVED = re.compile(r"\d+-\w+\.part")
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)


def picture_path(folder: Path, content_hash: str, media_type: str) -> Path:
    """Where the picture with a hash lies."""
    return Path(picture_name(folder, content_hash, media_type))


def picture_name(folder: Path, content_hash: str, media_type: str) -> str:
    """The same as text: thousands are put in place at once."""
    if len(content_hash) != 32 or not content_hash.isalnum():
        raise ValueError("no hash of ours")
    return f"{folder}/{_FOLDER}/{content_hash[:2]}/{content_hash}{_ENDINGS.get(media_type, '')}"


def content_hash(data: bytes) -> str:
    """The name of a content."""
    return hashlib.blake2b(data, digest_size=16).hexdigest()


def hash_of_file(path: Path) -> str:
    """The name of the content of a file."""
    digest = hashlib.blake2b(digest_size=16)
    with path.open("rb") as file:
        while chunk := file.read(1 << 20):
            digest.update(chunk)
    return digest.hexdigest()


def incoming_path(folder: Path) -> Path:
    """A new name for what is being received; tells the process it belongs to."""
    (folder / _INCOMING).mkdir(parents=True, exist_ok=True)
    return Path(IncomingNames(folder).draw())


def partial_path(folder: Path, name: str) -> Path:
    """Where the beginning of a picture is kept."""
    return folder / _INCOMING / Path(name).name


class IncomingNames:
    """Ever new names for what is being received, all of this process."""

    def __init__(self, folder: Path) -> None:
        self._beginning = f"{folder}/{_INCOMING}/{os.getpid()}-{secrets.token_hex(6)}"
        self._numbers = itertools.count()

    def draw(self) -> str:
        """One that nothing has."""
        return f"{self._beginning}{next(self._numbers):x}.part"


def write_incoming(name: str, data: bytes) -> str:
    """Writes bytes beside, to be put in place when the index is told of them."""
    try:
        descriptor = os.open(name, _NEW, 0o666)
    except FileNotFoundError:
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(name, _NEW, 0o666)
    try:
        written = os.write(descriptor, data)
        while written < len(data):
            written += os.write(descriptor, memoryview(data)[written:])
    finally:
        os.close(descriptor)
    return name


def put_in_place(incoming: str, target: str) -> None:
    """Gives a finished file its final name."""
    try:
        os.replace(incoming, target)  # noqa: PTH105 - of names, not of Path objects
    except FileNotFoundError:
        Path(target).parent.mkdir(parents=True, exist_ok=True)
        Path(incoming).replace(target)


def copy_in_place(source: Path, folder: Path, target: Path) -> None:
    """Copies a file from elsewhere under a name of this cache, never half of it."""
    beside = incoming_path(folder)
    shutil.copyfile(source, beside)
    put_in_place(str(beside), str(target))


def picture_files(folder: Path) -> Iterator[Path]:
    """Every picture of ours; a folder may hold files of others, which are nobody's to delete."""
    for group in sorted((folder / _FOLDER).glob("??")):
        if _GROUP.fullmatch(group.name) and group.is_dir():
            yield from sorted(
                path for path in group.iterdir() if _PICTURE.fullmatch(path.name) and path.is_file()
            )


def is_same_folder(one: Path, other: Path) -> bool:
    """Whether two names mean one folder, through links and other spellings."""
    try:
        return one.samefile(other)
    except OSError:  # one of them is not there yet
        return os.path.realpath(one) == os.path.realpath(other)


def sweep_incoming(folder: Path, kept: Collection[str]) -> None:
    """Deletes what processes that have ended left half received, except the beginnings in `kept`."""
    oldest = time.time() - _STALE_SECONDS
    for path in (folder / _INCOMING).glob("*"):
        if path.name in kept or _RECEIVED.fullmatch(path.name) is None:
            continue
        try:
            if not _may_belong_to_a_process(path.name) or path.stat().st_mtime < oldest:
                path.unlink(missing_ok=True)
        except OSError:  # in use elsewhere, or gone this moment
            continue


def _may_belong_to_a_process(name: str) -> bool:
    owner = name.partition("-")[0]
    if not owner.isdecimal():
        return False
    if os.name != "posix":
        return True  # there a signal to ask would end the process
    try:
        os.kill(int(owner), 0)
    except ProcessLookupError:
        return False
    except (PermissionError, OverflowError):
        return True
    return True
