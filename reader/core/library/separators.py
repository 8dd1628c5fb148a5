# SPDX-License-Identifier: MIT
"""The characters between the names that one column of the catalogue holds."""

PART = "\x1f"
"""Between the names of one category path, between authors, between tags."""
PATH = "\x1e"
"""Between category paths."""
