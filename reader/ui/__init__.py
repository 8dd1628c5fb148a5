# SPDX-License-Identifier: MIT
"""Shows and asks; decides nothing about articles."""

from reader.ui.immortal_constants import make_constants_immortal

make_constants_immortal()
