# SPDX-License-Identifier: MIT
"""Shows and asks; decides nothing about articles."""
