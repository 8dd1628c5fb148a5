# SPDX-License-Identifier: MIT
"""Exports of other programs: what they name is joined with the library, the rest is reported."""

from __future__ import annotations

import json
import random
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.core.errors import SettingsError
from reader.core.settings import FoundArticle, ReadingStates, ReadState
from reader.core.settings.anchoring import select
from reader.core.settings.highlight_export import as_annotation, as_csv
from reader.core.settings.imports import ImportReport, KnownArticle, read_export, take_in

TEXT = "内核是操作系统的核心，负责管理进程、内存与设备。The kernel is the core of an operating system."
KERNEL, OTHER = Path("/articles/kernel.md"), Path("/articles/other.md")
LIBRARY = (
    KnownArticle(KERNEL, "什么是内核", "https://www.example.org/kernel/?utm_source=feed"),
    KnownArticle(OTHER, "另一篇"),
    KnownArticle(Path("/articles/1.md"), "同名"),
    KnownArticle(Path("/articles/2.md"), "同名"),
)


@pytest.fixture
def states(tmp_path: Path) -> Iterator[ReadingStates]:
    states = ReadingStates(tmp_path / "state.db")
    yield states
    states.close()


def _take(states: ReadingStates, path: Path, source: str) -> ImportReport:
    found, articles = read_export(path)
    assert found == source
    return take_in(states, articles, LIBRARY, lambda _path: TEXT)


def test_readwise(states: ReadingStates, tmp_path: Path) -> None:
    file = tmp_path / "readwise.csv"
    file.write_text(
        "Highlight,Book Title,Book Author,Amazon Book ID,Note,Color,Tags,Location Type,Location,"
        "Highlighted at\n"
        '"操作系统的核心，負責",什么是内核,,,记住,blue,"os, linux",order,1,2024-05-01 08:00:00+00:00\n'
        '"不在其中的句子",什么是内核,,,,,,order,2,\n'
        '"什么",同名,,,,,,order,2,\n"什么",没有的书,,,,,,order,2,\n',
        "utf-8",
    )
    report = _take(states, file, "readwise")
    assert (report.articles, report.highlights, report.orphaned) == (1, 2, 1)
    assert (report.unknown, report.ambiguous) == (("没有的书",), ("同名",))
    orphan, mark = sorted(states.highlights.of(KERNEL), key=lambda one: one.selector.end)
    assert orphan.orphaned and orphan.selector.exact == "不在其中的句子"
    assert (mark.selector.exact, mark.colour, mark.note) == ("操作系统的核心，负责", "blue", "记住")
    assert (mark.tags, mark.created_at) == (("linux", "os"), "2024-05-01T08:00:00Z")
    again = _take(states, file, "readwise")
    assert (again.changed, again.highlights) == (0, 0)


def test_omnivore(states: ReadingStates, tmp_path: Path) -> None:
    entry = {
        "slug": "kernel",
        "title": "别的标题",
        "url": "http://example.org/kernel",
        "state": "Archived",
        "readingProgress": 40,
        "labels": ["os"],
    }
    file = tmp_path / "omnivore.zip"
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("metadata_0_to_20.json", json.dumps([entry]))
        archive.writestr("highlights/kernel.md", "> The kernel is\n> the core\n\nwell said\n\n> 管理进程\n")
        archive.writestr("content/kernel.html", "<p>…</p>")
    report = _take(states, file, "omnivore")
    assert (report.articles, report.highlights, report.orphaned) == (1, 2, 0)
    state = states.get(KERNEL)
    assert (state.state, state.progress, state.tags) == (ReadState.ARCHIVED, 0.4, ("os",))
    assert sorted(one.note for one in states.highlights.of(KERNEL)) == ["", "well said"]


def test_omnivore_writes_labels_and_notes_below_a_quote(states: ReadingStates, tmp_path: Path) -> None:
    entry = {"slug": "kernel", "title": "什么是内核", "url": "https://example.org/kernel", "labels": []}
    quotes = (
        "on the whole\n\n"
        "> The kernel is\nthe core \n\n#to read #os\n\nwell said\n\n#no label\n\n"
        "> 管理进程\n> 内存与设备 \n\n#an opinion that is far too long to be the name of any label at all"
    )
    file = tmp_path / "omnivore.zip"
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("metadata_0_to_20.json", json.dumps([entry]))
        archive.writestr("highlights/kernel.md", quotes)
    _take(states, file, "omnivore")
    first, second = sorted(states.highlights.of(KERNEL), key=lambda one: not one.tags)
    assert first.selector.exact.split() == ["The", "kernel", "is", "the", "core"]
    assert (first.tags, first.note) == (("os", "to read"), "on the whole\n\nwell said\n\n#no label")
    assert not second.tags and second.note.startswith("#an opinion")


def test_pocket(states: ReadingStates, tmp_path: Path) -> None:
    table = tmp_path / "part_000000.csv"
    table.write_text(
        "title,url,time_added,tags,status\n题,https://example.org/kernel,1600000000,a|b,archive\n", "utf-8"
    )
    page = tmp_path / "ril_export.html"
    page.write_text(
        "<!DOCTYPE html><html><h1>Unread</h1>"
        "<ul><li><a href='https://x.example/' tags=''>另一篇</a></li></ul>"
        "<h1>Read Archive</h1><ul><li><a href='https://example.org/kernel' tags='c'>题</a></li></ul></html>",
        "utf-8",
    )
    assert _take(states, table, "pocket").articles == 1
    assert _take(states, page, "pocket").articles == 2
    assert states.get(KERNEL).tags == ("a", "b", "c")
    assert states.get(KERNEL).state is ReadState.FINISHED
    assert states.get(OTHER).state is ReadState.NEW


def test_wallabag(states: ReadingStates, tmp_path: Path) -> None:
    file = tmp_path / "wallabag.json"
    entry = {
        "is_archived": 1,
        "is_starred": 1,
        "tags": ["os"],
        "title": "什么是内核",
        "url": "https://elsewhere.example/",
        "annotations": [{"text": "注", "quote": "内存与设备", "created_at": "2020-01-02T03:04:05+0100"}],
    }
    file.write_text(json.dumps([entry, {"title": None, "url": 5}]), "utf-8")
    report = _take(states, file, "wallabag")
    assert (report.articles, report.highlights) == (1, 1)
    assert states.get(KERNEL).starred
    assert states.highlights.of(KERNEL)[0].created_at == "2020-01-02T02:04:05Z"


def test_what_was_done_here_is_not_overwritten(states: ReadingStates, tmp_path: Path) -> None:
    states.set(KERNEL, state=ReadState.READING, progress=0.8, tags=["own"])
    file = tmp_path / "wallabag.json"
    file.write_text(json.dumps([{"is_archived": 1, "title": "什么是内核", "tags": []}]), "utf-8")
    assert _take(states, file, "wallabag").changed == 0
    state = states.get(KERNEL)
    assert (state.state, state.progress, state.tags) == (ReadState.READING, 0.8, ("own",))


def _marked(states: ReadingStates, text: str) -> set[tuple[object, ...]]:
    """What a person marked, and where."""
    return {
        (anchored.span, one.selector.exact, one.colour, one.note, one.tags, one.created_at)
        for anchored in states.highlights.anchor(KERNEL, text)
        for one in [anchored.highlight]
    }


_TWICE = "又一句。开头的一段说了什么。又一句。中间的一段说了别的。又一句。=SUM(1) 结尾。"


@pytest.mark.parametrize("form", ["json", "csv"])
def test_our_own_exports_bring_everything_to_another_machine(
    states: ReadingStates, tmp_path: Path, form: str
) -> None:
    for start, colour in ((0, "green"), (_TWICE.rindex("又一句"), "purple")):
        selector = select(_TWICE, _TWICE, start, start + 4)
        states.highlights.add(KERNEL, selector, colour=colour, note="一\n二", tags=["os", "later"])
    formula = _TWICE.index("=SUM")
    states.highlights.add(KERNEL, select(_TWICE, _TWICE, formula, formula + 7), note=".well said")
    states.recognise([FoundArticle(KERNEL, title="什么是内核", content_hash="1")])
    before = _marked(states, _TWICE)
    marks = states.highlights.all()
    file = tmp_path / ("out.csv" if form == "csv" else "out.jsonl")
    lines = "".join(json.dumps(as_annotation(one), ensure_ascii=False) + "\n" for one in marks)
    file.write_text(as_csv(marks) if form == "csv" else lines, "utf-8", newline="")
    other = ReadingStates(tmp_path / "other" / "state.db")
    source, articles = read_export(file)
    report = take_in(other, articles, LIBRARY, lambda _path: _TWICE)
    assert source == ("readwise" if form == "csv" else "web annotations")
    after = _marked(other, _TWICE)
    if form == "csv":  # it has neither colours nor contexts: of two alike, one is found
        assert report.highlights == 2
        assert {(one[1], *one[3:]) for one in after} == {(one[1], *one[3:5], one[5]) for one in before}
    else:
        assert (report.highlights, report.orphaned) == (3, 0)
        assert after == before
    again = take_in(other, articles, LIBRARY, lambda _path: _TWICE)
    assert (again.changed, again.highlights) == (0, 0)
    other.close()


@pytest.mark.parametrize("shape", ["one", "list", "page", "collection", "cut off"])
def test_annotations_of_other_programs(states: ReadingStates, tmp_path: Path, shape: str) -> None:
    one = {
        "type": ["Annotation"],
        "body": "a note",
        "target": {
            "source": {"id": "https://example.org/kernel"},
            "selector": {"type": "TextQuoteSelector", "exact": "管理进程", "prefix": "负责"},
        },
    }
    odd = [
        None,
        5,
        {"type": "Annotation"},
        {"type": "Annotation", "target": [{"selector": [3, {}]}], "body": [4]},
    ]
    shapes: dict[str, object] = {
        "one": one,
        "list": [*odd, one],
        "page": {"type": "AnnotationPage", "items": [*odd, one]},
        "collection": {"type": "AnnotationCollection", "first": {"items": [one]}},
    }
    file = tmp_path / "marks.json"
    text = json.dumps(shapes.get(shape, one))
    file.write_text(text + "\n" + text[:40] if shape == "cut off" else text, "utf-8")
    report = _take(states, file, "web annotations")
    assert (report.articles, report.highlights, report.orphaned) == (1, 1, 0)
    assert states.highlights.of(KERNEL)[0].note == "a note"


@pytest.mark.parametrize("text", ["{}", "[]", '{"a": 1}', "[1, [2]]", '[{"a": 1}]', '{"a": 1}\n{"b": 2}\n'])
def test_json_that_says_nothing_of_articles_is_no_export(tmp_path: Path, text: str) -> None:
    file = tmp_path / "some.json"
    file.write_text(text, "utf-8")
    with pytest.raises(SettingsError, match="no export"):
        read_export(file)


def test_a_cell_may_be_long(states: ReadingStates, tmp_path: Path) -> None:
    file = tmp_path / "long.csv"
    file.write_text(
        f"Highlight,Title,Note\n{'x' * 300_000},什么是内核,\n管理进程,什么是内核,{'y' * 150_000}\n", "utf-8"
    )
    assert _take(states, file, "readwise").highlights == 2


@pytest.mark.parametrize("seed", range(12))
def test_files_that_are_none_are_one_sentence(tmp_path: Path, seed: int) -> None:
    choice = random.Random(seed)
    files = {
        "a.csv": b"nothing,to,see\n1,2,3\n",
        "b.json": b"[" * 100_000,
        "c.zip": b"PK\x03\x04" + choice.randbytes(200),
        "d.csv": b"Highlight\n" + b'"' * 300_000,
        "e.json": b'{"a": NaN',
        "f.csv": choice.randbytes(5000),
    }
    name, data = choice.choice(sorted(files.items()))
    file = tmp_path / name
    file.write_bytes(data)
    with pytest.raises(SettingsError, match=name):
        read_export(file)
    with pytest.raises(SettingsError, match="none"):
        read_export(tmp_path / "none.json")
