# SPDX-License-Identifier: MIT
"""What the core says of files and stores, in the language of the window.

Errors and problems are written once, in English: commands print them, the catalogue keeps them, processes
hand them on. Here a sentence is recognised by its form, and its values are put into the translated one.
"""

from __future__ import annotations

import re
from functools import cache

from PySide6.QtCore import QCoreApplication

from .actions import QT_TRANSLATE_NOOP

_PLACE = re.compile(r"%(\d)")
_DEEPEST = 3  # sentences inside sentences
_LONGEST = 4000  # characters; longer ones are none of ours

_SENTENCES: tuple[str, ...] = (
    # an article's file
    QT_TRANSLATE_NOOP("Sentences", "“%1” cannot be read: %2."),
    QT_TRANSLATE_NOOP("Sentences", "“%1” is a folder."),
    QT_TRANSLATE_NOOP("Sentences", "“%1” is no regular file."),
    QT_TRANSLATE_NOOP("Sentences", "“%1” is %2 MB; articles are read up to %3 MB."),
    QT_TRANSLATE_NOOP("Sentences", "“%1” is of a format that is not read."),
    QT_TRANSLATE_NOOP("Sentences", "“%1” holds no text."),
    QT_TRANSLATE_NOOP(
        "Sentences", "Reading this article ended the program twice; it is left out until its file changes."
    ),
    QT_TRANSLATE_NOOP("Sentences", "Reading the article failed: %1: %2"),
    QT_TRANSLATE_NOOP("Sentences", "The file cannot be read: %1."),
    QT_TRANSLATE_NOOP("Sentences", "The link leads to a file that is not there."),
    QT_TRANSLATE_NOOP("Sentences", "The link leads in a circle and is not followed."),
    QT_TRANSLATE_NOOP(
        "Sentences", "Names in this folder that are not UTF-8: %1. The articles are read all the same."
    ),
    # its encoding
    QT_TRANSLATE_NOOP("Sentences", "The encoding “%1” is not known."),
    QT_TRANSLATE_NOOP("Sentences", "The file says it is %1, but its bytes are %2."),
    QT_TRANSLATE_NOOP("Sentences", "The file does not say how its text is encoded; %1 was guessed."),
    QT_TRANSLATE_NOOP("Sentences", "%1 places could not be decoded as %2; each is shown as �."),
    QT_TRANSLATE_NOOP("Sentences", "%1 NUL characters were left out."),
    # its header and its markup
    QT_TRANSLATE_NOOP("Sentences", "The header is not valid %1 at line %2: %3; it was read line by line."),
    QT_TRANSLATE_NOOP("Sentences", "The header's %1 “%2” is no date that can be understood."),
    QT_TRANSLATE_NOOP("Sentences", "The header has no closing line."),
    QT_TRANSLATE_NOOP("Sentences", "The text is too large or too complex for its markup and is shown plain."),
    QT_TRANSLATE_NOOP("Sentences", "Part of the text is too complex and is shown without its markup."),
    # why a header does not parse: our reasons, and the frequent ones of the YAML parser
    QT_TRANSLATE_NOOP("Sentences", "its keys and values are not separated by a colon and a blank"),
    QT_TRANSLATE_NOOP("Sentences", "it is nested too deeply or has a number too long"),
    QT_TRANSLATE_NOOP("Sentences", "it is nested too deeply"),
    QT_TRANSLATE_NOOP("Sentences", "it is longer than a megabyte"),
    QT_TRANSLATE_NOOP("Sentences", "it does not follow YAML"),
    QT_TRANSLATE_NOOP("Sentences", "a key must be text, not a list or a mapping"),
    QT_TRANSLATE_NOOP("Sentences", "it repeats itself through too many aliases"),
    QT_TRANSLATE_NOOP("Sentences", "the alias “%1” stands for nothing"),
    QT_TRANSLATE_NOOP("Sentences", "it has too many entries"),
    QT_TRANSLATE_NOOP("Sentences", "mapping values are not allowed here"),
    QT_TRANSLATE_NOOP("Sentences", "mapping values are not allowed in this context"),
    QT_TRANSLATE_NOOP("Sentences", "could not find expected ':'"),
    QT_TRANSLATE_NOOP("Sentences", "did not find expected key"),
    QT_TRANSLATE_NOOP("Sentences", "found character that cannot start any token"),
    QT_TRANSLATE_NOOP("Sentences", "found a tab character where an indentation space is expected"),
    QT_TRANSLATE_NOOP("Sentences", "found unexpected end of stream"),
    QT_TRANSLATE_NOOP("Sentences", "did not find expected ',' or ']'"),
    QT_TRANSLATE_NOOP("Sentences", "did not find expected '-' indicator"),
    # an archive of a page
    QT_TRANSLATE_NOOP("Sentences", "The archive is larger than %1 MiB."),
    QT_TRANSLATE_NOOP("Sentences", "The archive has no header; what looks like a page in it is shown."),
    QT_TRANSLATE_NOOP("Sentences", "The archive holds no page."),
    QT_TRANSLATE_NOOP("Sentences", "Parts nested too deep in the archive are left out."),
    QT_TRANSLATE_NOOP("Sentences", "The archive has more parts than are read; the rest is left out."),
    QT_TRANSLATE_NOOP("Sentences", "The boundary between the archive's parts is missing or wrong."),
    QT_TRANSLATE_NOOP("Sentences", "The archive ends suddenly; its last part may be incomplete."),
    QT_TRANSLATE_NOOP("Sentences", "The archive unpacks to more than is read; the rest is left out."),
    QT_TRANSLATE_NOOP("Sentences", "Some data in the archive is damaged."),
    # folders of the library
    QT_TRANSLATE_NOOP("Sentences", "The folder cannot be reached now; its articles stay listed."),
    QT_TRANSLATE_NOOP("Sentences", "The folder lies more than %1 folders deep and was left out."),
    QT_TRANSLATE_NOOP("Sentences", "The folder cannot be read: %1."),
    QT_TRANSLATE_NOOP("Sentences", "What is to be left out cannot be read: %1."),
    QT_TRANSLATE_NOOP("Sentences", "%1 is not a folder; give the folder that holds the articles."),
    QT_TRANSLATE_NOOP("Sentences", "%1 does not exist; give the folder that holds the articles."),
    QT_TRANSLATE_NOOP("Sentences", "%1 may not be read; check its permissions."),
    QT_TRANSLATE_NOOP("Sentences", "%1 is not a folder of the library."),
    # stores, and what SQLite says of them
    QT_TRANSLATE_NOOP("Sentences", "The catalogue %1"),
    QT_TRANSLATE_NOOP("Sentences", "The reading state %1"),
    QT_TRANSLATE_NOOP("Sentences", "The image cache %1"),
    QT_TRANSLATE_NOOP("Sentences", "The search index %1"),
    QT_TRANSLATE_NOOP("Sentences", "The backup %1"),
    QT_TRANSLATE_NOOP(
        "Sentences", "%1 is being written by another program; try again when that has finished."
    ),
    QT_TRANSLATE_NOOP("Sentences", "%1 cannot grow: the disk is full; free some space and try again."),
    QT_TRANSLATE_NOOP(
        "Sentences", "%1 may not be written; check the permissions of the file and its folder."
    ),
    QT_TRANSLATE_NOOP("Sentences", "%1 may not be written; check the permissions of its folder."),
    QT_TRANSLATE_NOOP("Sentences", "%1 may not be written: the disk is read-only."),
    QT_TRANSLATE_NOOP("Sentences", "%1 cannot be opened; check that its folder exists and may be written."),
    QT_TRANSLATE_NOOP(
        "Sentences", "%1 cannot be opened: a folder has its name; give that folder another one."
    ),
    QT_TRANSLATE_NOOP("Sentences", "%1 may not be opened; check its permissions."),
    QT_TRANSLATE_NOOP("Sentences", "%1 is damaged; the next scan makes it anew."),
    QT_TRANSLATE_NOOP("Sentences", "%1 is damaged: it is no database."),
    QT_TRANSLATE_NOOP("Sentences", "%1 is damaged (%2); choose another one."),
    QT_TRANSLATE_NOOP("Sentences", "%1 is damaged."),
    QT_TRANSLATE_NOOP("Sentences", "%1 is damaged and could not be set aside: %2."),
    QT_TRANSLATE_NOOP("Sentences", "%1 cannot be read or written: the disk reports an error."),
    QT_TRANSLATE_NOOP("Sentences", "%1 cannot be opened: %2."),
    QT_TRANSLATE_NOOP("Sentences", "%1 cannot be used: %2."),
    QT_TRANSLATE_NOOP("Sentences", "%1 cannot answer this: %2."),
    QT_TRANSLATE_NOOP("Sentences", "%1 was made by a newer version of Article Reader; use that version."),
    QT_TRANSLATE_NOOP("Sentences", "%1 cannot be moved to %2: %3; nothing was deleted."),
    QT_TRANSLATE_NOOP("Sentences", "%1 and %2 lie in each other; choose a folder elsewhere."),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "The downloaded pictures lie in %1, which cannot be reached now; plug its disk in, or say where they"
        " are with: %2",
    ),
    QT_TRANSLATE_NOOP("Sentences", "%1 could not be verified: %2."),
    QT_TRANSLATE_NOOP("Sentences", "%1 was made by an older version and cannot be compared."),
    QT_TRANSLATE_NOOP("Sentences", "The search index was closed."),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "%1 was written by a newer Article Reader (schema %2, this one knows %3);"
        " install the newer version again to use it.",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "The reading state is damaged, and its backup %1 could not be put in its place: %2;"
        " nothing was lost, the damaged file is %3.",
    ),
    # preferences
    QT_TRANSLATE_NOOP("Sentences", "%1 must be %2, not %3; the default is used"),
    QT_TRANSLATE_NOOP("Sentences", "one of %1"),
    QT_TRANSLATE_NOOP("Sentences", "%1 does not parse as TOML, so the defaults are used: %2"),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "%1 cannot be changed because it does not parse: %2; correct it in a text editor,"
        " or delete it to start with the defaults.",
    ),
    QT_TRANSLATE_NOOP("Sentences", "%1 is larger than %2 MiB, which no preferences file is."),
    QT_TRANSLATE_NOOP("Sentences", "%1 is not UTF-8 text; save it as UTF-8."),
    # files in general
    QT_TRANSLATE_NOOP("Sentences", "%1 cannot be read: %2."),
    QT_TRANSLATE_NOOP("Sentences", "%1 cannot be written: %2."),
    QT_TRANSLATE_NOOP("Sentences", "%1 already exists; choose another name."),
    QT_TRANSLATE_NOOP("Sentences", "The folder %1"),
    # journals and exports of other programs
    QT_TRANSLATE_NOOP("Sentences", "The journal %1"),
    QT_TRANSLATE_NOOP("Sentences", "%1 is larger than %2 GiB, which no journal is."),
    QT_TRANSLATE_NOOP("Sentences", "%1: %2 lines were not understood and left out."),
    QT_TRANSLATE_NOOP(
        "Sentences", "%1 was written by another version of Article Reader (format %2, this one knows %3)."
    ),
    QT_TRANSLATE_NOOP("Sentences", "%1 is where the reader keeps its own journal; choose another folder."),
    QT_TRANSLATE_NOOP("Sentences", "%1 is too large for an export."),
    QT_TRANSLATE_NOOP("Sentences", "%1 is no export that we know: %2."),
    QT_TRANSLATE_NOOP("Sentences", "%1 is no export of %2 that we know."),
    QT_TRANSLATE_NOOP("Sentences", "%1 holds no export of %2."),
    QT_TRANSLATE_NOOP("Sentences", "%1 is no file; give an export or a journal."),
    QT_TRANSLATE_NOOP("Sentences", "That is the reading state itself; name another file."),
    # what was made by hand
    QT_TRANSLATE_NOOP("Sentences", "This highlight is not there any more."),
    QT_TRANSLATE_NOOP("Sentences", "This smart list is not there any more."),
    QT_TRANSLATE_NOOP("Sentences", "A smart list needs a name."),
    QT_TRANSLATE_NOOP("Sentences", "A smart list needs a query."),
    QT_TRANSLATE_NOOP("Sentences", "A query may have %1 characters at most."),
    # why the system refused, in any of these
    QT_TRANSLATE_NOOP("Sentences", "Permission denied"),
    QT_TRANSLATE_NOOP("Sentences", "Operation not permitted"),
    QT_TRANSLATE_NOOP("Sentences", "No such file or directory"),
    QT_TRANSLATE_NOOP("Sentences", "File exists"),
    QT_TRANSLATE_NOOP("Sentences", "Not a directory"),
    QT_TRANSLATE_NOOP("Sentences", "Is a directory"),
    QT_TRANSLATE_NOOP("Sentences", "Directory not empty"),
    QT_TRANSLATE_NOOP("Sentences", "No space left on device"),
    QT_TRANSLATE_NOOP("Sentences", "Disk quota exceeded"),
    QT_TRANSLATE_NOOP("Sentences", "Read-only file system"),
    QT_TRANSLATE_NOOP("Sentences", "File too large"),
    QT_TRANSLATE_NOOP("Sentences", "Input/output error"),
    QT_TRANSLATE_NOOP("Sentences", "Device or resource busy"),
    QT_TRANSLATE_NOOP("Sentences", "Too many levels of symbolic links"),
    QT_TRANSLATE_NOOP("Sentences", "File name too long"),
    QT_TRANSLATE_NOOP("Sentences", "Too many open files"),
    QT_TRANSLATE_NOOP("Sentences", "Too many open files in system"),
    QT_TRANSLATE_NOOP("Sentences", "Invalid cross-device link"),
    QT_TRANSLATE_NOOP("Sentences", "Stale file handle"),
    QT_TRANSLATE_NOOP("Sentences", "Connection timed out"),
    QT_TRANSLATE_NOOP("Sentences", "Invalid argument"),
)


def in_own_words(sentence: str, depth: int = 0) -> str:
    """A sentence of the core as the window says it; one that is not known stays as it is."""
    found = _recognised(sentence) if depth < _DEEPEST else None
    if found is None:
        return sentence
    form, values = found
    said = QCoreApplication.translate("Sentences", form)
    if said == form:
        return sentence
    return _PLACE.sub(lambda place: in_own_words(values[int(place[1]) - 1], depth + 1), said)


def is_known(sentence: str) -> bool:
    """Whether a sentence of the core can be said in other languages."""
    return _recognised(sentence) is not None


def _recognised(sentence: str) -> tuple[str, tuple[str, ...]] | None:
    if len(sentence) > _LONGEST:
        return None
    for form, pattern in _patterns():
        if found := pattern.fullmatch(sentence):
            return form, found.groups()
    return None


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """All forms, those that say most first: a short one would take a longer sentence for its own."""
    forms = sorted(_SENTENCES, key=lambda form: -len(_PLACE.sub("", form)))
    return tuple((form, _pattern(form)) for form in forms)


def _pattern(form: str) -> re.Pattern[str]:
    pieces = _PLACE.split(form)
    return re.compile(
        "".join("(.+?)" if at % 2 else re.escape(piece) for at, piece in enumerate(pieces)),
        re.DOTALL | re.IGNORECASE,
    )
