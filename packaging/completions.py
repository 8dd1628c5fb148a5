# SPDX-License-Identifier: MIT
"""Writes the completions of bash, zsh and fish from the table of commands: `completions.py FOLDER`."""

from __future__ import annotations

import re
import sys
from pathlib import Path

from reader.app.command_line import THEMES
from reader.app.command_table import COMMANDS

OPTIONS = {
    "--new-window": "open a window of its own",
    "--new-instance": "start a process of its own",
    "--continue": "go on with the article that was read last",
    "--open": "ask which files to open",
    "--screenshot": "save the window as a picture and quit",
    "--size": "size of the picture",
    "--theme": "colours of the picture",
    "--data-dir": "keep everything under a folder",
    "--profile": "keep everything apart under a name",
    "--version": "print the version",
    "--help": "print the options",
}
WITH_NAME = {"--size": "size", "--profile": "name"}
WITH_FILE = {"--screenshot": "file", "--data-dir": "folder"}


def bash() -> str:
    """For `bash-completion/completions`."""
    return f"""# bash completion for article-reader
_article_reader() {{
    local word=${{COMP_WORDS[COMP_CWORD]}} before=${{COMP_WORDS[COMP_CWORD-1]}}
    case $before in
        --data-dir) mapfile -t COMPREPLY < <(compgen -d -- "$word"); return ;;
        --theme) mapfile -t COMPREPLY < <(compgen -W "{" ".join(THEMES)}" -- "$word"); return ;;
    esac
    case $word in
        -*) mapfile -t COMPREPLY < <(compgen -W "{" ".join(OPTIONS)}" -- "$word") ;;
        *)
            mapfile -t COMPREPLY < <(compgen -f -- "$word")
            [ "$COMP_CWORD" -ne 1 ] || mapfile -t -O "${{#COMPREPLY[@]}}" COMPREPLY < <(
                compgen -W "{" ".join(COMMANDS)}" -- "$word")
            ;;
    esac
}}
complete -o filenames -F _article_reader article-reader
"""


def zsh() -> str:
    """For `zsh/site-functions`."""
    options = "\n".join(f"    '{name}[{text}]{_zsh_value(name)}' \\" for name, text in OPTIONS.items())
    commands = " ".join(f"'{name}:{_plain(text)}'" for name, text in COMMANDS.items())
    return f"""#compdef article-reader
_article_reader_first() {{
    local -a commands=({commands})
    _describe command commands
    _files
}}
_arguments \\
{options}
    '1:file or command:_article_reader_first' \\
    '*:file:_files'
"""


def fish() -> str:
    """For `fish/vendor_completions.d`."""
    lines = ["# fish completion for article-reader"]
    for name, text in OPTIONS.items():
        value = " -r" if name in WITH_FILE or name in WITH_NAME else ""
        value = f" -x -a '{' '.join(THEMES)}'" if name == "--theme" else value
        lines.append(f"complete -c article-reader -l {name.removeprefix('--')}{value} -d '{text}'")
    for name, text in COMMANDS.items():
        lines.append(f"complete -c article-reader -n __fish_use_subcommand -a {name} -d '{_plain(text)}'")
    return "\n".join(lines) + "\n"


def _zsh_value(name: str) -> str:
    if name == "--theme":
        return f":theme:({' '.join(THEMES)})"
    if name in WITH_NAME:
        return f":{WITH_NAME[name]}:"
    if name in WITH_FILE:
        return ":folder:_files -/" if WITH_FILE[name] == "folder" else ":file:_files"
    return ""


def _plain(text: str) -> str:
    return re.sub(r"[':\[\]]", " ", text)


def main(folder: Path) -> None:
    """Writes the three files where Linux systems look for them, below `folder`/share."""
    for place, text in (
        ("bash-completion/completions/article-reader", bash()),
        ("zsh/vendor-completions/_article-reader", zsh()),
        ("fish/vendor_completions.d/article-reader.fish", fish()),
    ):
        target = folder / "share" / place
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
