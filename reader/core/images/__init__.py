# SPDX-License-Identifier: MIT
"""Finds the pictures of an article."""
