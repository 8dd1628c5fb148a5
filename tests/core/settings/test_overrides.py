# SPDX-License-Identifier: MIT
"""What is said of single articles: kept, read leniently, and heeded when the library reads them."""

from __future__ import annotations

from pathlib import Path

from reader.core.article import Dialect, ReadOptions
from reader.core.library import Library
from reader.core.settings import ReadingStates
from reader.core.settings.overrides import Overrides, all_overrides, hide_name, read_overrides


def test_nonsense_is_as_if_not_there() -> None:
    hostile = {
        "encoding": "no-such-code",
        "dialect": ["x"],
        "zoom": 1e9,
        "original": "yes",
        "hide:p|0|2|广告": True,
        "hide:p|0|2|other": False,
        "hide": True,
    }
    assert read_overrides(hostile) == Overrides(hidden=("p|0|2|广告",))
    assert read_overrides({"encoding": "base64", "zoom": True, "dialect": "auto"}) == Overrides()


def test_words_are_said_and_taken_back() -> None:
    said = Overrides().changed(
        {"encoding": "big5", "dialect": "hexo", "zoom": 1.5, hide_name("p|0|1|x"): True}
    )
    assert said == Overrides("big5", Dialect.HEXO, 1.5, False, ("p|0|1|x",))
    assert said.applied_to(ReadOptions()) == ReadOptions(dialect=Dialect.HEXO, encoding="big5")
    assert said.changed(dict.fromkeys(["encoding", "dialect", "zoom", hide_name("p|0|1|x")])) == Overrides()


def test_marks_of_elements_fit_the_journal(tmp_path: Path) -> None:
    article = tmp_path / "a.md"
    article.write_text("text", "utf-8")
    states = ReadingStates(tmp_path / "state.db")
    name = hide_name("p|0|9|" + "字\n\0\ud800" * 300)
    states.set_overrides(article, **{name: True})
    assert all_overrides(states.store)[article].hidden == (name.removeprefix("hide:"),)
    states.close()
    journal = states.store.journal_path
    states.path.unlink()
    restored = ReadingStates(states.path)
    assert all_overrides(restored.store)[article].hidden == (name.removeprefix("hide:"),), journal
    restored.close()


def test_the_library_reads_in_the_encoding_that_was_named(tmp_path: Path) -> None:
    root = tmp_path / "articles"
    root.mkdir()
    file = root / "letter.txt"
    file.write_bytes("標題\n\n繁體中文的文章。".encode("big5"))
    library = Library(tmp_path / "catalogue.db", ReadingStates(tmp_path / "state.db"))
    library.add_folder(root)
    library.scan()
    library.override(file, {"encoding": "gb18030"})
    assert library.options_for(file).encoding == "gb18030"
    library.scan()
    assert library.search("繁體中文").total == 0
    library.override(file, {"encoding": None})
    library.scan()
    assert library.search("繁體中文").total == 1
    library.close()
    library.states.close()
