# SPDX-License-Identifier: MIT
"""The library: which articles there are, and where."""
