# SPDX-License-Identifier: MIT
"""The sub-commands: they need no display and import no Qt."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from types import MappingProxyType
from typing import NamedTuple, cast

from reader.app.command_table import COMMANDS
from reader.app.commands.output import print_error
from reader.app.paths import DATA_DIR_VARIABLE, PROFILE_VARIABLE, AppPaths, find_paths
from reader.app.profile import profile_name
from reader.app.standard_output import flush_output, silence_output
from reader.core.errors import ReaderError, cause_of

MODULES: Mapping[str, str] = MappingProxyType(
    {
        "render": "reader.app.commands.render",
        "add": "reader.app.commands.add_folders",
        "remove": "reader.app.commands.remove_folders",
        "scan": "reader.app.commands.scan",
        "list": "reader.app.commands.list_articles",
        "search": "reader.app.commands.search",
        "related": "reader.app.commands.related",
        "categories": "reader.app.commands.categories",
        "images": "reader.app.commands.images",
        "state": "reader.app.commands.state",
        "highlights": "reader.app.commands.highlights",
        "export": "reader.app.commands.export",
        "duplicates": "reader.app.commands.duplicates",
        "problems": "reader.app.commands.problems",
        "doctor": "reader.app.commands.doctor",
    }
)


class Command(NamedTuple):
    """What the module of a sub-command offers."""

    add_arguments: Callable[[argparse.ArgumentParser], None]
    run: Callable[[argparse.Namespace, AppPaths], int]


def run_command(name: str, words: Sequence[str], paths: AppPaths) -> int:
    """Runs one sub-command and turns what goes wrong into one line and a status."""
    module = import_module(MODULES[name])
    command = Command(module.add_arguments, module.run)
    parser = argparse.ArgumentParser(
        prog=f"article-reader {name}", description=_sentence(COMMANDS[name]), allow_abbrev=False
    )
    parser.add_argument("--data-dir", metavar="DIR", help=f"as before the command, or in {DATA_DIR_VARIABLE}")
    parser.add_argument("--profile", metavar="NAME", help=f"as before the command, or in {PROFILE_VARIABLE}")
    command.add_arguments(parser)
    try:
        arguments = parser.parse_args(words)
    except SystemExit as end:  # argparse has said what is wrong, or printed the help
        flush_output()
        return cast("int", end.code)
    except BrokenPipeError:  # at help that nobody reads; later versions of Python see to it
        silence_output()
        return 0
    if arguments.data_dir is not None:
        paths = find_paths(arguments.data_dir, {}).of_profile(paths.profile)
    if arguments.profile is not None:
        try:
            paths = paths.of_profile(profile_name(arguments.profile))
        except ValueError as error:
            print_error(name, f"--profile does not fit: {error}.")
            return 2
    try:
        status = command.run(arguments, paths)
        sys.stdout.flush()
        return status
    except ReaderError as error:
        print_error(name, str(error))
        return 1
    except BrokenPipeError:  # the reader of our output has seen enough
        silence_output()
        return 0
    except OSError as error:
        print_error(name, f"{error.filename or 'output'}: {cause_of(error)}.")
        return 1
    except KeyboardInterrupt:
        print_error(name, "stopped; what was done so far is kept.")
        return 130


def _sentence(text: str) -> str:
    return text[0].upper() + text[1:] + "."
