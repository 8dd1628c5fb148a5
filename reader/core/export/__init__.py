# SPDX-License-Identifier: MIT
"""Writes cleaned articles in other forms."""

from reader.core.export.markdown import to_markdown

__all__ = ["to_markdown"]
