# SPDX-License-Identifier: MIT
"""Keeps resources/translations true to the code: `update` collects and compiles, `check` complains."""

from __future__ import annotations

import argparse
import importlib.util
import os
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "packaging"))

from traditional import traditional  # noqa: E402

FOLDER = ROOT / "resources" / "translations"
LANGUAGES = ("en", "zh_CN", "zh_TW")  # of English only the plural forms: its texts stand in the code
MADE = {"zh_TW": "zh_CN"}  # made from another language, by packaging/traditional.py
WELCOME = ROOT / "resources" / "welcome"
_TRANSLATED = re.compile(r"(<(?:translation|numerusform)[^>]*>)([^<]+)(?=</)")
PLACEHOLDER = re.compile(r"%(?:L?\d+|n)|\{\w*\}")


def source_file(language: str) -> Path:
    """The texts and their translations, as translators edit them."""
    return FOLDER / f"article-reader_{language}.ts"


def compiled_file(language: str) -> Path:
    """The same, as Qt loads it."""
    return source_file(language).with_suffix(".qm")


def _qt_tool(name: str, *arguments: str) -> None:
    """Runs one of the tools inside the PySide6 package, without the wrappers that hide their exit status."""
    spec = importlib.util.find_spec("PySide6")
    if spec is None or not spec.submodule_search_locations:
        sys.exit("PySide6 is not installed")
    folder = Path(spec.submodule_search_locations[0])
    libraries = os.pathsep.join(filter(None, [str(folder / "Qt" / "lib"), os.environ.get("LD_LIBRARY_PATH")]))
    found = next((path for path in (folder / name, folder / f"{name}.exe") if path.is_file()), folder / name)
    done = subprocess.run(
        [found, *arguments],
        cwd=ROOT,
        env={**os.environ, "LD_LIBRARY_PATH": libraries},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        sys.exit(f"{name} failed:\n{done.stdout}{done.stderr}")


def collect(target: Path, language: str) -> None:
    """Brings the file `target` up to date with the code; texts no longer used leave it."""
    if language in MADE:
        target.write_text(_in_traditional(source_file(MADE[language]).read_text("utf-8"), language), "utf-8")
        return
    modules = sorted(str(path.relative_to(ROOT)) for path in (ROOT / "reader").rglob("*.py"))
    options = ["-silent", "-no-obsolete", "-locations", "none", "-source-language", "en"]
    if language == "en":
        options.append("-pluralonly")
    _qt_tool("lupdate", *options, "-target-language", language, *modules, "-ts", str(target))


def _in_traditional(texts: str, language: str) -> str:
    texts = texts.replace(f'language="{MADE[language]}"', f'language="{language}"', 1)
    return _TRANSLATED.sub(lambda found: found[1] + traditional(found[2]), texts)


def _welcome_in_traditional() -> Iterator[tuple[Path, str]]:
    """The bundled articles of Simplified Chinese, and what they are in Traditional."""
    for file in sorted(WELCOME.glob("*.zh.md")):
        text = traditional(file.read_text("utf-8")).replace("lang: zh-Hans", "lang: zh-Hant")
        yield file.with_name(file.name.replace(".zh.", ".zh_TW.")), text.replace(".zh.md)", ".zh_TW.md)")


def compile_into(source: Path, target: Path) -> None:
    """Compiles translations for Qt. A running program has the old file mapped: that one is replaced."""
    with tempfile.TemporaryDirectory(dir=target.parent, prefix=".compiled-") as folder:
        fresh = Path(folder, target.name)
        _qt_tool("lrelease", "-silent", str(source), "-qm", str(fresh))
        fresh.replace(target)


def _messages(source: Path) -> Iterator[tuple[str, str, list[str], bool]]:
    """Context, text, its translations (one a plural form), and whether they are said to be finished."""
    for context in ElementTree.parse(source).iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            if translation is None:
                continue
            forms = [form.text or "" for form in translation.iter("numerusform")]
            name, text = context.findtext("name", ""), message.findtext("source", "")
            yield name, text, forms or [translation.text or ""], translation.get("type") != "unfinished"


def _faults_of_texts(source: Path) -> Iterator[str]:
    for context, text, forms, finished in _messages(source):
        if not finished or not all(form.strip() for form in forms):
            yield f"{source.name}: not translated in {context}: {text!r}"
        for form in forms:
            if form and set(PLACEHOLDER.findall(form)) != set(PLACEHOLDER.findall(text)):
                yield f"{source.name}: placeholders differ in {context}: {text!r} and {form!r}"


def _faults(language: str) -> Iterator[str]:
    source, compiled = source_file(language), compiled_file(language)
    if not source.is_file() or not compiled.is_file():
        yield f"{source.name} or {compiled.name} is missing"
        return
    with tempfile.TemporaryDirectory() as folder:
        fresh = Path(folder, source.name)
        fresh.write_bytes(source.read_bytes())
        collect(fresh, language)
        known = {(context, text) for context, text, _, _ in _messages(source)}
        used = {(context, text) for context, text, _, _ in _messages(fresh)}
        for context, text in sorted(used - known):
            yield f"{source.name} lacks a text of {context}: {text!r}"
        for context, text in sorted(known - used):
            yield f"{source.name} has a text {context} no longer uses: {text!r}"
        if language in MADE and fresh.read_bytes() != source.read_bytes():
            yield f"{source.name} is older than {source_file(MADE[language]).name}"
        again = Path(folder, compiled.name)
        compile_into(source, again)
        if again.read_bytes() != compiled.read_bytes():
            yield f"{compiled.name} is older than {source.name}"
    yield from _faults_of_texts(source)


def update() -> int:
    """Collects and compiles every language."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for language in LANGUAGES:
        collect(source_file(language), language)
        compile_into(source_file(language), compiled_file(language))
        open_texts = list(_faults_of_texts(source_file(language)))
        print("\n".join([*open_texts, f"{source_file(language).name}: {len(open_texts)} texts to look at"]))
    for file, text in _welcome_in_traditional():
        file.write_text(text, "utf-8")
    return 0


def check() -> int:
    """Says what is not up to date."""
    faults = [fault for language in LANGUAGES for fault in _faults(language)]
    for file, text in _welcome_in_traditional():
        if not file.is_file() or file.read_text("utf-8") != text:
            faults.append(f"{file.name} is older than what it is made from")
    if faults:
        print("\n".join(faults), "\n`make translations` collects and compiles.", sep="")
    return 1 if faults else 0


def main() -> int:
    """Runs `update` or `check`."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", choices=["update", "check"])
    return update() if parser.parse_args().what == "update" else check()


if __name__ == "__main__":
    sys.exit(main())
