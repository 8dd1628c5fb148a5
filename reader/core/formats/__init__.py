# SPDX-License-Identifier: MIT
"""Reads article files: parses, never judges."""
