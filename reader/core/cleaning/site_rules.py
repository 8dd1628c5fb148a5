# SPDX-License-Identifier: MIT
"""Rules per site: which parts of an article's HTML stay, go, or wait for a script."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SiteRule:
    """What is known about the pages of one site."""

    hosts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SiteRules:
    """All rules, bundled and the user's own."""

    rules: tuple[SiteRule, ...] = ()
