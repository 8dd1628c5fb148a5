# SPDX-License-Identifier: MIT
"""Whether missing pictures may be downloaded without a question; who asks knows whether we are online."""

from __future__ import annotations

from collections.abc import Callable, Collection
from enum import StrEnum


class ImagePolicy(StrEnum):
    """The words of the preference `images.policy`."""

    NEVER = "never"
    ASK = "ask"
    ONLINE = "online"
    ALWAYS = "always"


def may_fetch(
    policy: str, hosts: Collection[str], allowed: Collection[str], is_online: Callable[[], bool]
) -> bool:
    """Whether pictures of `hosts` may be fetched for an article that was just opened.

    `is_online` tells whether there is a connection that costs nothing; it is asked only where that matters.
    """
    if policy == ImagePolicy.ALWAYS:
        return True
    if policy == ImagePolicy.ONLINE:
        return is_online()
    return policy == ImagePolicy.ASK and set(hosts) <= set(allowed)
