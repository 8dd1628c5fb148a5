# SPDX-License-Identifier: MIT
"""The check of translations complains of what would be seen, and the committed ones load."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtCore import QTranslator

ROOT = Path(__file__).resolve().parents[2]
TEXTS = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>%1 of %2</source>
        <translation{kind}>{translation}</translation>
    </message>
</context>
</TS>
"""


@pytest.fixture(scope="module")
def translations() -> ModuleType:
    path = ROOT / "packaging" / "translations.py"
    spec = importlib.util.spec_from_file_location("translations_script", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def project(translations: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project of one module with one text."""
    module = tmp_path / "reader" / "bar.py"
    module.parent.mkdir()
    module.write_text('text = QCoreApplication.translate("Actions", "%1 of %2")\n')
    monkeypatch.setattr(translations, "ROOT", tmp_path)
    monkeypatch.setattr(translations, "FOLDER", tmp_path / "resources" / "translations")
    monkeypatch.setattr(translations, "WELCOME", tmp_path / "resources" / "welcome")
    (tmp_path / "resources" / "welcome").mkdir(parents=True)
    (tmp_path / "resources" / "welcome" / "a.zh.md").write_text("[软件](b.zh.md)，`软件`", "utf-8")
    translations.update()
    return tmp_path


def _translate(translations: ModuleType, translation: str, kind: str = "") -> None:
    source = translations.source_file("zh_CN")
    source.write_text(TEXTS.format(translation=translation, kind=kind), "utf-8")
    translations.compile_into(source, translations.compiled_file("zh_CN"))
    made = translations.source_file("zh_TW")
    translations.collect(made, "zh_TW")
    translations.compile_into(made, translations.compiled_file("zh_TW"))


@pytest.mark.parametrize(
    ("translation", "kind", "complaint"),
    [
        ("第 %1 个，共 %2 个", "", ""),
        ("", ' type="unfinished"', "not translated"),
        ("第 %1 个", ' type="unfinished"', "not translated"),
        ("第 %1 个", "", "placeholders differ"),
    ],
)
def test_texts_are_translated_with_their_placeholders(
    translations: ModuleType,
    project: Path,
    capsys: pytest.CaptureFixture[str],
    translation: str,
    kind: str,
    complaint: str,
) -> None:
    _translate(translations, translation, kind)
    capsys.readouterr()
    assert translations.check() == (1 if complaint else 0)
    assert complaint in capsys.readouterr().out


@pytest.mark.parametrize(
    ("code", "complaint"), [('translate("Actions", "More")', "lacks a text"), ("", "no longer uses")]
)
def test_file_follows_the_code(
    translations: ModuleType, project: Path, capsys: pytest.CaptureFixture[str], code: str, complaint: str
) -> None:
    _translate(translations, "第 %1 个，共 %2 个")
    (project / "reader" / "bar.py").write_text(f"text = QCoreApplication.{code}\n" if code else "")
    assert translations.check() == 1
    assert complaint in capsys.readouterr().out


def test_compiled_file_follows_the_texts(
    translations: ModuleType, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _translate(translations, "%1 / %2")
    translations.source_file("zh_CN").write_text(TEXTS.format(translation="%1，%2", kind=""), "utf-8")
    assert translations.check() == 1
    assert "older" in capsys.readouterr().out


def test_traditional_chinese_is_made_from_simplified(
    translations: ModuleType, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _translate(translations, "软件 %1，文件夹“%2”")
    made = translations.source_file("zh_TW").read_text("utf-8")
    assert "<translation>軟體 %1，資料夾「%2」</translation>" in made
    assert 'language="zh_TW"' in made
    welcome = project / "resources" / "welcome" / "a.zh_TW.md"
    assert welcome.read_text("utf-8") == "[軟體](b.zh_TW.md)，`软件`"
    translations.source_file("zh_TW").write_text(made.replace("軟體", "軟件"), "utf-8")
    welcome.write_text("別的", "utf-8")
    assert translations.check() == 1
    told = capsys.readouterr().out
    assert "article-reader_zh_TW.ts is older than article-reader_zh_CN.ts" in told
    assert "a.zh_TW.md is older" in told


@pytest.mark.parametrize(
    ("simplified", "expected"),
    [
        ("磁盘是只读的", "磁碟是唯讀的"),
        ("标签和划线会合并", "標籤和劃線會合併"),
        ("正在读取文章", "正在讀取文章"),
        ("在读", "閱讀中"),
        ("列", "欄"),
        ("列表", "清單"),
        ("已保存 %Ln 张图片，{0}", "已儲存 %Ln 張圖片，{0}"),
        ("“%1”的读取方式", "「%1」的讀取方式"),
        ("<b>里面</b>", "<b>裡面</b>"),
    ],
)
def test_words_of_taiwan(translations: ModuleType, simplified: str, expected: str) -> None:
    assert translations.traditional(simplified) == expected


def test_nothing_simplified_is_left(translations: ModuleType) -> None:
    """But for what is the same in both, and the name of the other language."""
    simplified = set("为这说发开关门书还没对东车长问时间层选处显录认设应点图览页阅读载转换标签类别检")
    for _, text, forms, _ in translations._messages(translations.source_file("zh_TW")):
        if text != "简体中文":
            assert not simplified & set("".join(forms)), forms


def test_the_file_a_running_program_has_mapped_stays_whole(translations: ModuleType, project: Path) -> None:
    _translate(translations, "%1 / %2")
    with translations.compiled_file("zh_CN").open("rb") as mapped:
        before = mapped.read()
        _translate(translations, "第 %1 个，共 %2 个")
        mapped.seek(0)
        assert mapped.read() == before
    assert translations.compiled_file("zh_CN").read_bytes() != before
    assert not [name for name in translations.FOLDER.iterdir() if name.name.startswith(".")]


def test_committed_translations_load(translations: ModuleType) -> None:
    for language in translations.LANGUAGES:
        assert QTranslator().load(str(translations.compiled_file(language)))
