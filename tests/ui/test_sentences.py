# SPDX-License-Identifier: MIT
"""What the core says is said by the window in its own language, whatever stands in it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication

from reader.core import errors
from reader.core.errors import cause_of
from reader.core.resources import resource_path
from reader.ui.causes import said_cause
from reader.ui.sentences import in_own_words, is_known

CORE = Path(errors.__file__).parent
SAYING = {name for name, kind in vars(errors).items() if isinstance(kind, type)} | {"Problem", "_Problem"}
FILLED = {  # forms that say nothing before a part of a few is put in
    "“%1” is %2.": ("“/a” is a folder.", "“/a” is no regular file."),
    "%1 %2; give the folder that holds the articles.": (
        "/a is not a folder; give the folder that holds the articles.",
        "/a does not exist; give the folder that holds the articles.",
    ),
    "%1; the default is used": ("page.size must be a number, not 'x'; the default is used",),
    "%1: %2": (),  # of a file of site rules: for whoever writes such files
    "The reading state was damaged and has been restored from %1; the damaged file was kept as %2.": (),
}


@pytest.fixture
def chinese(qapp: QApplication) -> Iterator[None]:
    translator = QTranslator(qapp)
    assert translator.load(str(resource_path("translations", "article-reader_zh_CN.qm")))
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)


def test_every_sentence_of_an_error_or_a_problem_is_known() -> None:
    said = {text: place for module in sorted(CORE.rglob("*.py")) for place, text in _sentences(module)}
    assert len(said) > 60  # the walk found them
    filled = {
        example: place for form, place in said.items() for example in FILLED.get(form, (_example(form),))
    }
    assert {example: place for example, place in filled.items() if not is_known(example)} == {}


@pytest.mark.usefixtures("chinese")
@pytest.mark.parametrize(
    ("english", "own"),
    [
        (
            "“/a/文 章.md” cannot be read: no such file or directory.",
            "无法读取“/a/文 章.md”：没有这个文件或文件夹。",
        ),
        (
            "The catalogue /c is being written by another program; try again when that has finished.",
            "书库目录 /c 正被另一个程序写入；请等它完成后再试。",
        ),
        (
            "The backup /b/state.db is damaged (not a database); choose another one.",
            "备份 /b/state.db 已损坏（not a database）；请另选一个。",
        ),
        (
            "The header is not valid YAML at line 3: no value; it was read line by line.",
            "文件头第 3 行不合 YAML 语法：no value；已改为逐行读取。",
        ),
        ("The folder /x%1 cannot be read: Permission denied.", "无法读取 文件夹 /x%1：没有权限。"),
        ("Nothing anyone foresaw.", "Nothing anyone foresaw."),
        ("", ""),
    ],
)
def test_a_sentence_is_said_in_the_language_of_the_window(english: str, own: str) -> None:
    assert in_own_words(english) == own


def test_in_english_every_sentence_stays_as_it_is() -> None:
    sentence = "The catalogue /c/library.db is damaged: it is no database."
    assert in_own_words(sentence) == sentence


@pytest.mark.usefixtures("chinese")
def test_causes_of_the_system_are_said_in_the_language_of_the_window() -> None:
    error = PermissionError(13, "Permission denied")
    assert cause_of(error) == "Permission denied"
    assert said_cause(error) == "没有权限"


def test_a_hostile_sentence_is_recognised_in_no_time() -> None:
    assert in_own_words("“" * 100_000 + " is " * 10_000) != ""
    assert not is_known("x" * 1_000_000)


def _sentences(module: Path) -> Iterator[tuple[str, str]]:
    """Whatever stands as words in the calls that make errors and problems, and where."""
    tree = ast.parse(module.read_text("utf-8"))
    for scope in ast.walk(tree):
        if not isinstance(scope, ast.Module | ast.FunctionDef):
            continue
        names = {
            target.id: node.value
            for node in ast.walk(scope)
            if isinstance(node, ast.Assign)
            for target in node.targets
            if isinstance(target, ast.Name)
        }
        for node in ast.walk(scope):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in SAYING:
                for argument in node.args:
                    value = names.get(argument.id, argument) if isinstance(argument, ast.Name) else argument
                    text = _form(value)
                    if " " in text.replace("%1 %2", ""):
                        yield f"{module.name}:{node.lineno}", text


def _form(value: ast.expr) -> str:
    if isinstance(value, ast.Constant) and isinstance(value.value, str):
        return value.value
    if not isinstance(value, ast.JoinedStr):
        return ""
    form, number = "", 0
    for piece in value.values:
        if isinstance(piece, ast.Constant):
            form += str(piece.value)
        else:
            number += 1
            form += f"%{number}"
    return form


def _example(form: str) -> str:
    for number in range(1, 10):
        form = form.replace(f"%{number}", f"/a path/{number}")
    return form
