# SPDX-License-Identifier: MIT
"""Judges what of a parsed article is worth reading, and makes it safe."""
