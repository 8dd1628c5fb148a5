# SPDX-License-Identifier: MIT
"""Shows and asks; decides nothing about articles."""

from reader.ui.immortal_none import make_none_immortal

make_none_immortal()
