# SPDX-License-Identifier: MIT
"""Prepares the web engine's environment; must run before any Qt object exists."""

from __future__ import annotations

import logging
import os
import sys
from pathlib import Path

log = logging.getLogger(__name__)

_FLAGS = (
    "--disable-background-networking",
    "--disable-breakpad",
    "--disable-component-update",
    "--disable-domain-reliability",
    "--disable-sync",
    "--no-pings",
    "--disable-features=MediaRouter,DialMediaRouteProvider,OptimizationHints,AutofillServerCommunication",
)
_ONLY_NAMED = Path("/proc/sys/kernel/apparmor_restrict_unprivileged_userns")
_MY_PROFILE = Path("/proc/self/attr/current")
_SOFTWARE = ("--disable-gpu", "--disable-gpu-compositing")


def prepare_engine(*, software_rendering: bool) -> None:
    """Set the flags the engine reads at its start: no chatter, and a sandbox wherever one can be."""
    flags = [os.environ.get("QTWEBENGINE_CHROMIUM_FLAGS", ""), *_FLAGS]
    if software_rendering:
        flags += _SOFTWARE
        os.environ.setdefault("QT_QUICK_BACKEND", "software")
    os.environ["QTWEBENGINE_CHROMIUM_FLAGS"] = " ".join(flag for flag in flags if flag)
    reason = sandbox_obstacle()
    if reason and "QTWEBENGINE_DISABLE_SANDBOX" not in os.environ:
        os.environ["QTWEBENGINE_DISABLE_SANDBOX"] = "1"
        log.warning("The page runs without the engine's sandbox, because %s.", reason)


def sandbox_obstacle() -> str | None:
    """Why the engine's sandbox cannot work here, if it cannot."""
    if not sys.platform.startswith("linux"):
        return None
    if os.geteuid() == 0:
        return "the reader was started as root"
    if not _user_namespaces():
        return "this system offers no user namespaces"
    if _kept_for_named_programs():
        return "AppArmor keeps user namespaces for programs it has a profile of"
    return None


def _user_namespaces() -> bool:
    switches = {
        "/proc/sys/kernel/unprivileged_userns_clone": "0",
        "/proc/sys/user/max_user_namespaces": "0",
    }
    for name, off in switches.items():
        try:
            if Path(name).read_text("ascii").strip() == off:
                return False
        except OSError:
            continue
    return Path("/proc/self/ns/user").exists()


def _kept_for_named_programs() -> bool:
    """As Ubuntu does from 24.04 on: the namespace is made, but no sandbox, and the engine would give up."""
    try:
        if _ONLY_NAMED.read_text("ascii").strip() != "1":
            return False
        return _MY_PROFILE.read_text("ascii").startswith("unconfined")
    except (OSError, UnicodeDecodeError):
        return False


def quicken_imports() -> None:
    """Spare the look into the source of every module that is imported after PySide6.

    It searches them for its own name, to know which may use `from __feature__ import`; none of ours does.
    """
    feature = sys.modules.get("shibokensupport.feature")
    if hasattr(feature, "_mod_uses_pyside"):
        setattr(feature, "_mod_uses_pyside", lambda _module: False)  # noqa: B010
