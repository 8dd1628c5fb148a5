# SPDX-License-Identifier: MIT
"""The tree of errors the environment can cause; anything else raised is a bug.

ReaderError                     one sentence a person can act on
├─ ArticleError                 an article file cannot be opened
│  ├─ ArticleUnreadable         missing, no permission, not a file, I/O error
│  ├─ ArticleUnsupported        a format we do not read
│  └─ ArticleTooLarge           beyond the size or time limit
├─ LibraryError                 catalogue locked, too new, disk full, folder missing
├─ SettingsError                preferences or reading state cannot be read or written
│  └─ StateNotWritable          the reading state cannot at this moment: locked, disk full, read-only
├─ DownloadError                nothing can be fetched at all: no certificates, no network library
└─ ImageCacheError              the image cache cannot be read or written
"""

from __future__ import annotations

import errno

_CAUSES = {
    errno.EACCES: "Permission denied",
    errno.EPERM: "Operation not permitted",
    errno.ENOENT: "No such file or directory",
    errno.EEXIST: "File exists",
    errno.ENOTDIR: "Not a directory",
    errno.EISDIR: "Is a directory",
    errno.ENOTEMPTY: "Directory not empty",
    errno.ENOSPC: "No space left on device",
    errno.EDQUOT: "Disk quota exceeded",
    errno.EROFS: "Read-only file system",
    errno.EFBIG: "File too large",
    errno.EIO: "Input/output error",
    errno.EBUSY: "Device or resource busy",
    errno.ELOOP: "Too many levels of symbolic links",
    errno.ENAMETOOLONG: "File name too long",
    errno.EMFILE: "Too many open files",
    errno.ENFILE: "Too many open files in system",
    errno.EXDEV: "Invalid cross-device link",
    errno.ESTALE: "Stale file handle",
    errno.ETIMEDOUT: "Connection timed out",
    errno.EINVAL: "Invalid argument",
}


class ReaderError(Exception):
    """What the environment did wrong, as one clear sentence."""


class ArticleError(ReaderError):
    """An article file cannot be opened."""


class ArticleUnreadable(ArticleError):
    """The file is missing, locked, no file at all, or reading it failed."""


class ArticleUnsupported(ArticleError):
    """The file is of a format the reader does not read."""


class ArticleTooLarge(ArticleError):
    """The file, or what it unpacks to, is beyond a limit."""


class LibraryError(ReaderError):
    """The catalogue or a library folder cannot be used."""


class SettingsError(ReaderError):
    """Preferences or reading state cannot be read or written."""


class StateNotWritable(SettingsError):
    """The reading state cannot be used at this moment; what was to be written may be tried again."""


class DownloadError(ReaderError):
    """Nothing can be fetched at all."""


class ImageCacheError(ReaderError):
    """The image cache cannot be read or written."""


def cause_of(error: OSError) -> str:
    """Why the system refused, in the language of our other sentences; the system would say it in its own."""
    known = _CAUSES.get(error.errno or 0)
    return known or error.strerror or str(error)
