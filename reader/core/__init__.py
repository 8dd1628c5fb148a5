# SPDX-License-Identifier: MIT
"""The reader without Qt: articles, their cleaning, the library and the reading state."""
