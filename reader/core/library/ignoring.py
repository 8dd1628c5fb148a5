# SPDX-License-Identifier: MIT
"""What a person leaves out of the library: `.article-reader-ignore`, written like a `.gitignore`."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

IGNORE_FILE = b".article-reader-ignore"
MOST_BYTES = 1 << 18
MOST_LINES = 5000


@dataclass(frozen=True, slots=True)
class IgnoreRules:
    """The rules that hold in one folder: its own and those of the folders above, innermost last."""

    specs: tuple[tuple[bytes, GitIgnoreSpec], ...] = ()

    def with_folder(self, folder: bytes) -> IgnoreRules:
        """These rules and those of the ignore file in `folder`; raises OSError if it cannot be read."""
        spec = read_rules(os.path.join(folder, IGNORE_FILE))
        return IgnoreRules((*self.specs, (folder, spec)))

    def leaves_out(self, path: bytes, is_folder: bool) -> bool:
        """Whether `path` is left out; the innermost file that says anything decides."""
        for folder, spec in reversed(self.specs):
            name = os.fsdecode(os.path.relpath(path, folder)).replace(os.sep, "/")
            verdict = spec.check_file(f"{name}/" if is_folder else name).include
            if verdict is not None:
                return verdict
        return False


def read_rules(path: bytes) -> GitIgnoreSpec:
    """The rules of one file; lines that are no patterns are passed by."""
    from pathspec import GitIgnoreSpec

    with open(path, "rb") as file:
        text = file.read(MOST_BYTES).decode("utf-8-sig", "replace")
    spec = GitIgnoreSpec.from_lines([])
    for line in text.splitlines()[:MOST_LINES]:
        try:
            spec += GitIgnoreSpec.from_lines([line])
        except ValueError:
            continue
    return spec
