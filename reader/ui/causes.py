# SPDX-License-Identifier: MIT
"""Why the system refused to read or write a file, in the language of the window."""

from __future__ import annotations

import errno

from PySide6.QtCore import QCoreApplication

from reader.core.errors import cause_of

translate = QCoreApplication.translate


def said_cause(error: OSError) -> str:
    """The cause as part of a sentence; rare ones in English."""
    known = {
        errno.EACCES: translate("Causes", "Permission denied"),
        errno.EPERM: translate("Causes", "Permission denied"),
        errno.ENOENT: translate("Causes", "No such file or directory"),
        errno.EEXIST: translate("Causes", "There is a file of that name"),
        errno.ENOTDIR: translate("Causes", "Not a directory"),
        errno.EISDIR: translate("Causes", "Is a directory"),
        errno.ENOSPC: translate("Causes", "No space left on device"),
        errno.EDQUOT: translate("Causes", "No space left on device"),
        errno.EROFS: translate("Causes", "Read-only file system"),
        errno.EIO: translate("Causes", "Input/output error"),
        errno.ENAMETOOLONG: translate("Causes", "File name too long"),
    }
    return known.get(error.errno or 0) or cause_of(error)
