# SPDX-License-Identifier: MIT
"""Article Reader: reads articles that people keep as files, where they lie."""

__version__ = "0.1.0"
