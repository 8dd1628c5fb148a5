# SPDX-License-Identifier: MIT
"""Neighbouring characters that both are in nearly every text: such pairs are terms of their own.

Any phrase is found by the places of its characters; where these are rare, that is quick. Pairs of frequent
characters would be looked for in all articles, so the index knows where they are.
"""

from __future__ import annotations

import re

FREQUENT = frozenset(
    # Chinese, simplified: of all writing, then of articles
    "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行"
    "所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日者意无力它"
    "与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应文体被利等新己制身加话合回特内信"
    "表化位次度门常先通教提比解水名真处各入几口系更别打变四总何电数安少报反受"
    "据件码代统型请用户务网络器写读执试版接端程序"
    # Japanese and Korean
    "あいうえおかがきくけこごさしすせそただちっつてでとどなにねのはばへほまみむめもやゆよらりるれろわをん"
    "이다는의에가을를로하고지기어은도리사한인스아서나시대자라해있수게그정"
)
"""Folded characters."""

APART = "\U00010000"
"""Stands between stretches; so rare and so long a character that pairs with it are known by their length."""
PAIR_BYTES = 6

_STRETCH = re.compile(f"[{''.join(sorted(FREQUENT))}]{{2,}}")


def frequent_stretches(spaceless: str) -> str:
    """What the pairs of a text are made of; `spaceless` as `tokens.cut` gives it."""
    return APART.join(_STRETCH.findall(spaceless))


def is_frequent_pair(first: str, second: str) -> bool:
    """Whether two tokens are a pair that the index knows."""
    return first in FREQUENT and second in FREQUENT
