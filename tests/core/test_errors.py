# SPDX-License-Identifier: MIT
"""Why the system refused is told in the language of our sentences."""

from __future__ import annotations

import errno

from reader.core.errors import cause_of


def test_known_causes_do_not_depend_on_the_language_of_the_system() -> None:
    assert cause_of(PermissionError(errno.EACCES, "Keine Berechtigung")) == "Permission denied"
    assert cause_of(OSError(errno.ENOSPC, "设备上没有空间")) == "No space left on device"


def test_rare_causes_are_told_as_the_system_tells_them() -> None:
    assert cause_of(OSError(99_999, "Something rare")) == "Something rare"
    assert cause_of(OSError("no number")) == "no number"
