# SPDX-License-Identifier: MIT
"""The first steps of the self-contained program, where no interpreter of the system helps."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import MutableMapping, Sequence

_SEARCHED = "LD_LIBRARY_PATH"
_SET_ASIDE = "LD_LIBRARY_PATH_ORIG"  # by the bundle's loader
_TRACKER = re.compile(r"from multiprocessing\.resource_tracker import main;\s*main\((\d+)\)")


def first_steps() -> None:
    """Free our children of our libraries, and be the worker process this start is meant to be, if it is."""
    give_back_library_path(os.environ)
    vars(sys.modules["__main__"]).pop("__file__", None)  # else workers would look for that file
    become_worker(sys.argv)


def give_back_library_path(environment: MutableMapping[str, str]) -> None:
    """What we start, a browser first of all, is to find the libraries of the system and not ours."""
    before = environment.pop(_SET_ASIDE, None)
    if before is not None:
        environment[_SEARCHED] = before
    else:
        environment.pop(_SEARCHED, None)


def become_worker(words: Sequence[str]) -> None:
    """Do the work `multiprocessing` started this program for, and end; return at once where it did not."""
    if len(words) < 2:
        return
    if words[1] == "--multiprocessing-fork":
        from multiprocessing.spawn import freeze_support

        freeze_support()
    elif "-c" in words and (asked := _TRACKER.fullmatch(words[-1])):
        from multiprocessing.resource_tracker import main

        main(int(asked.group(1)))
        sys.exit()
