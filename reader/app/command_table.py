# SPDX-License-Identifier: MIT
"""The sub-commands, each with the line that explains it."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

COMMANDS: Mapping[str, str] = MappingProxyType(
    {
        "render": "show one article as HTML, text, Markdown or JSON",
        "add": "take folders into the library",
        "remove": "take folders out of the library; their files stay as they are",
        "scan": "bring the library up to date with its folders",
        "list": "list articles",
        "search": "search the texts of all articles",
        "related": "find articles about the same",
        "categories": "show the category tree with counts",
        "images": "show which pictures are at hand or missing; download, check and prune them",
        "state": "show, change, export, merge, verify or back up the reading state",
        "highlights": "write all highlights and notes",
        "export": "save complete copies of articles, with their pictures",
        "duplicates": "list articles that were saved more than once",
        "problems": "list every article that could not be read perfectly, with the reason",
        "doctor": "check versions, paths, fonts and every store; repair what can be rebuilt",
    }
)
