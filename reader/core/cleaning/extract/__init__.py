# SPDX-License-Identifier: MIT
"""Finds the article in a whole saved page."""

from __future__ import annotations

from reader.core.cleaning.extract.article import extract_article

__all__ = ["extract_article"]
