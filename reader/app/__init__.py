# SPDX-License-Identifier: MIT
"""Builds every object once and joins them."""
