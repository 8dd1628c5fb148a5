# SPDX-License-Identifier: MIT
"""The query language: what is meant, and that nothing typed is ever an error."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from reader.core.library import Library
from reader.core.library.search import HitFinder
from reader.core.library.search.folding import fold, fold_with_places
from reader.core.library.search.pinyin import typed_syllables
from reader.core.library.search.prepared import stored_form
from reader.core.library.search.syntax import All, Either, Not, Number, State, Words, parse
from reader.core.library.search.tokens import GAP, is_spaceless, tokens
from tests.core.library.conftest import Write


@pytest.mark.parametrize(
    ("query", "meaning"),
    [
        ("", All()),
        ("a b", All((Words("a"), Words("b")))),
        ('"a b', Words("a b", None, True)),
        ("“引号”", Words("引号", None, True)),
        ("-a", Not(Words("a"))),
        ("a OR b c", Either((Words("a"), All((Words("b"), Words("c")))))),
        ("a or b", All((Words("a"), Words("or"), Words("b")))),
        ("a OR", Words("a")),
        ("(((a", Words("a")),
        (")a)", Words("a")),
        ("（a OR b）", Either((Words("a"), Words("b")))),
        ("tag:x", Words("x", "tag")),
        ("标签：x", Words("x", "tag")),
        ("tag:(x OR y)", Either((Words("x", "tag"), Words("y", "tag")))),
        ("-tag:x", Not(Words("x", "tag"))),
        ("tag:", All()),
        ("tag: x", Words("x")),
        ("is:unread", State("unread")),
        ("is:unre", All()),
        ("has:image", Words("image", "flags", True)),
        ("has:highlight", State("highlight")),
        ("HAS:Note", State("note")),
        ("-has:note", Not(State("note"))),
        ("words:>2000", Number("words", 2001)),
        ("words:>=2000", Number("words", 2000)),
        ("words:<2000", Number("words", None, 1999)),
        ("words:1..5", Number("words", 1, 5)),
        ("words:many", All()),
        ("after:2020", Number("day", 20200101)),
        ("before:2020-05", Number("day", 1, 20200500)),
        ("after:20", All()),
        ("https://example.com", Words("https://example.com")),
    ],
)
def test_queries_mean_what_they_say(query: str, meaning: object) -> None:
    assert parse(query) == meaning


PIECES = st.sampled_from(
    [
        *(
            "a",
            "数据",
            "的",
            '"',
            "“",
            "(",
            ")",
            "-",
            " ",
            "OR",
            "|",
            "tag:",
            "is:",
            "words:",
            ">",
            "9",
            "after:",
        ),
        *(
            "2020",
            "标题：",
            "*",
            "\\",
            "^",
            "~",
            "[",
            "{",
            "\0",
            "\ud800",
            "path:/",
            "lang:",
            "has:",
            "c++",
            "é",
        ),
        *("𠮷", "\n"),
    ]
)


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """A small library that is only asked."""
    from reader.core.settings import ReadingStates

    folder = tmp_path_factory.mktemp("filled")
    root = folder / "articles"
    root.mkdir()
    (root / "a.md").write_text("---\ntitle: 数据 a\ntags: [x]\n---\n的数据 é c++ 2020 𠮷", "utf-8")
    library = Library(folder / "catalogue.db", ReadingStates(folder / "state.db"))
    library.add_folder(root)
    library.scan()
    return library


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(query=st.lists(PIECES, max_size=12).map("".join) | st.text(max_size=30))
@example(query="lang:\ud800\0")
@example(query="-" * 1000)
@example(query="(" * 1000)
@example(query="-(" * 500)
@example(query="tag:" * 300)
@example(query="数" * 1000)
@example(query=" ".join(["a"] * 500))
def test_nothing_typed_is_an_error(filled: Library, query: str) -> None:
    page = filled.search(query, 5)
    assert page.total >= len(page.hits)
    HitFinder(query).find("数据 a 的数据 é c++ 2020 𠮷")


@given(text=st.text(max_size=60))
def test_folding_twice_changes_nothing_and_places_fit(text: str) -> None:
    folded, places = fold_with_places(text)
    assert folded == fold(text)
    assert len(folded) == len(places if places is not None else text)
    assert all(token for token in tokens(folded))


MIXED = st.text(
    alphabet=st.sampled_from("人工里あ한ガ𠮷一 Zaé１Ａß,。.-－—·～　’\u200b\ufe00\n\t|｜/_ﬁжמ㊀ｶ")
    | st.characters(),
    max_size=16,
)


@settings(deadline=None)
@given(text=MIXED)
@example(text="人 工")
@example(text="人\u200b工")
@example(text="人\u200b \u200b工")
@example(text="ｶ/ガ")
@example(text="人～工")
@example(text="a. b.c")
def test_text_is_cut_as_its_folded_form_is(text: str) -> None:
    kept = stored_form(text)
    if not re.search(r"[+#＋＃]", kept):  # there the sign is part of a name, as it was written
        assert tokens(kept) == tokens(fold(kept))
    spaceless = [token for token in tokens(kept) if is_spaceless(token)]
    assert "".join(spaceless) == "".join(filter(is_spaceless, fold(kept)))
    apart = re.split(r"[^\w\u0e01-\u17dd]|_", fold(kept))
    for part in apart:
        assert GAP not in tokens(part) or not all(map(is_spaceless, part))


@pytest.mark.parametrize(
    ("word", "syllables"),
    [
        ("rengongzhineng", ["ren", "gong", "zhi", "neng"]),
        ("zhongg", ["zhong", "g"]),
        ("xian", ["xian"]),
        ("lvse", ["lv", "se"]),
        ("hello", None),
        ("x" * 500, None),
    ],
)
def test_pinyin_is_cut_into_syllables(word: str, syllables: list[str] | None) -> None:
    assert typed_syllables(word) == syllables


@pytest.mark.parametrize(
    ("query", "text", "places"),
    [
        ("软件", "這是軟體、軟件和软件", ["軟體", "軟件", "软件"]),
        ("running", "He runs, was Running", ["runs", "Running"]),
        ("pro", "Program apropos pro", ["Program", "pro"]),
        ("里Python", "在里 Python写 裡python", ["里 Python", "裡python"]),
        ('"a b"', "a b a-b ab", ["a b", "a-b"]),
        ("c++", "C++ C abc++", ["C++"]),
        ("strasse", "👍 Die Straße", ["Straße"]),
        ("𠮷", "👍去𠮷野家", ["𠮷"]),
        ("人工 -智能", "人工智能", ["人工"]),
        ("tag:人工 智能", "人工智能", ["智能"]),
        ("人工 工智", "人工智能", ["人工智"]),
    ],
)
def test_every_place_in_a_page_is_found(query: str, text: str, places: list[str]) -> None:
    assert [text[start:end] for start, end in HitFinder(query).find(text)] == places


def test_a_million_characters_are_marked_quickly(write: Write) -> None:
    text = "数据与 data " * 100_000
    assert len(HitFinder("数据 data").find(text, 1000)) == 1000


def test_substrings_of_real_articles_are_all_found(library: Library, shared: Path, root: Path) -> None:
    import random
    import shutil

    from reader.core.library.search.tokens import runs
    from reader.core.open_article import open_article

    shutil.copytree(shared / "articles" / "servicemesher", root / "real")
    library.scan()
    texts = {
        article.path: fold(f"{article.title}\n{open_article(article.path).text}")
        for article in library.articles()
    }
    chance = random.Random(3)
    stretches = [run for text in texts.values() for run in runs(text)]
    for _ in range(60):
        run = chance.choice(stretches)
        size = min(len(run), chance.randrange(1, 7))
        start = chance.randrange(len(run) - size + 1)
        part = run[start : start + size]
        expected = {path for path, text in texts.items() if part in text}
        found = {hit.article.path for hit in library.search(f'"{part}"', 1000).hits}
        assert found == expected, part
