# SPDX-License-Identifier: MIT
"""What the user chose, and what they have read."""
