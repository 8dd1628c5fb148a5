# SPDX-License-Identifier: MIT
"""Where the reader keeps its own files."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.core.images.stored_images import ImagePlaces
    from reader.core.settings import Preferences

DATA_DIR_VARIABLE = "ARTICLE_READER_DATA_DIR"
PROFILE_VARIABLE = "ARTICLE_READER_PROFILE"
_PROFILES = "profiles"  # the folder of them


@dataclass(frozen=True, slots=True)
class AppPaths:
    """The folders of one user; nothing is made before something is written."""

    data: Path  # what cannot be rebuilt
    cache: Path  # what can
    config: Path
    profile: str = ""

    @classmethod
    def under(cls, folder: Path) -> AppPaths:
        """Everything below one folder: portable use, tests."""
        root = Path(os.path.abspath(folder))
        return cls(data=root, cache=root / "cache", config=root)

    @classmethod
    def of_user(cls) -> AppPaths:
        """The places the platform gives to programs."""
        from platformdirs import PlatformDirs

        dirs = PlatformDirs("article-reader", appauthor=False)
        return cls(data=dirs.user_data_path, cache=dirs.user_cache_path, config=dirs.user_config_path)

    def of_profile(self, name: str) -> AppPaths:
        """The folders of another profile of the same user; an empty name is the one everybody begins with."""
        folders = [self.data, self.cache, self.config]
        if self.profile:
            folders = [folder.parent.parent for folder in folders]
        if name:
            folders = [folder / _PROFILES / name for folder in folders]
        return AppPaths(*folders, profile=name)

    @property
    def catalogue(self) -> Path:
        """The list of articles: derived, may be deleted."""
        return self.cache / "catalogue.db"

    @property
    def search_index(self) -> Path:
        """What searches ask, made of the texts: derived, may be deleted."""
        return self.cache / "search"

    @property
    def state_db(self) -> Path:
        """Reading state and library folders: never deleted."""
        return self.data / "state.db"

    @property
    def preferences(self) -> Path:
        """The file a person may edit."""
        return self.config / "preferences.toml"

    @property
    def site_rules(self) -> Path:
        """Site rules of the person's own; the folder need not exist."""
        return self.config / "site-rules"

    @property
    def images(self) -> Path:
        """Downloaded pictures."""
        return self.cache / "images"

    @property
    def pages(self) -> Path:
        """Pages laid out before."""
        return self.cache / "pages"

    @property
    def window_state(self) -> Path:
        """Geometry and splitters."""
        return self.config / "window.ini"


def find_paths(data_dir: str | None, environment: Mapping[str, str], profile: str | None = None) -> AppPaths:
    """The paths for `--data-dir` and `--profile`, else for the environment variables, else for the user.

    ValueError: the profile has an impossible name.
    """
    folder = data_dir or environment.get(DATA_DIR_VARIABLE)
    paths = AppPaths.under(Path(folder)) if folder else AppPaths.of_user()
    name = environment.get(PROFILE_VARIABLE, "") if profile is None else profile
    if not name and profile is None:
        return paths
    from reader.app.profile import profile_name

    return paths.of_profile(profile_name(name))


def image_places(paths: AppPaths, preferences: Preferences | None = None) -> ImagePlaces:
    """Where pictures are kept, by the preferences."""
    from reader.core.images.stored_images import ImagePlaces
    from reader.core.settings import Preferences
    from reader.core.settings.options import IMAGES_ARCHIVE, IMAGES_FOLDER

    chosen = preferences or Preferences(paths.preferences)
    folder, archive = chosen.get(IMAGES_FOLDER), chosen.get(IMAGES_ARCHIVE)
    return ImagePlaces(Path(folder) if folder else paths.images, Path(archive) if archive else None)
