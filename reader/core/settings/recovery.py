# SPDX-License-Identifier: MIT
"""Sets a damaged `state.db` aside; the newest good backup takes its place, the journal fills the rest."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from pathlib import Path

from reader.core.errors import SettingsError, cause_of
from reader.core.settings.backup_files import Backup, backups, verdict
from reader.core.settings.journal import SUFFIX

_PARTS = ("", "-wal", "-shm")


class RecoveryNews(str):
    """The sentence that tells of a recovery, with what it says, for those who say it in another language."""

    backup: datetime | None
    journal: bool
    aside: Path

    @classmethod
    def of(cls, backup: datetime | None, journal: bool, aside: Path) -> RecoveryNews:
        """What was restored, and where the damaged file is now."""
        sources = [f"the backup of {backup:%Y-%m-%d %H:%M} UTC"] if backup is not None else []
        sources += ["the journal"] if journal else []
        news = cls(
            f"The reading state was damaged and has been restored from {' and '.join(sources)}; "
            f"the damaged file was kept as {aside}."
        )
        news.backup, news.journal, news.aside = backup, journal, aside
        return news


def recover(state_db: Path, now: datetime) -> RecoveryNews | None:
    """What was done, as a sentence; None if there is neither backup nor journal to restore from."""
    good = _newest_good(state_db)
    journals = list(state_db.with_name("journal").glob(f"*{SUFFIX}"))
    if good is None and not journals:
        return None
    aside = _set_aside(state_db, now)
    if good is not None:
        beside = state_db.with_name(f"{state_db.name}.part")
        try:
            shutil.copyfile(good.path, beside)
            beside.replace(state_db)
        except OSError as error:
            raise SettingsError(
                f"The reading state is damaged, and its backup {good.path} could not be put in its place: "
                f"{cause_of(error)}; nothing was lost, the damaged file is {aside}."
            ) from error
    return RecoveryNews.of(good.made if good is not None else None, bool(journals), aside)


def _newest_good(state_db: Path) -> Backup | None:
    return next((one for one in backups(state_db) if not verdict(one.path)), None)


def _set_aside(state_db: Path, now: datetime) -> Path:
    stamp = f"{now.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    aside = state_db.with_name(f"{state_db.name}.damaged-{stamp}")
    number = 1
    while aside.exists():
        number += 1
        aside = state_db.with_name(f"{state_db.name}.damaged-{stamp}-{number}")
    try:
        for part in _PARTS:  # a write-ahead log left behind would be played into the restored file
            file = state_db.with_name(state_db.name + part)
            if file.exists():
                file.replace(aside.with_name(aside.name + part))
    except OSError as error:
        raise SettingsError(
            f"The reading state {state_db} is damaged and could not be set aside: {cause_of(error)}."
        ) from error
    return aside
