# SPDX-License-Identifier: MIT
"""The index on disk: damage, loss, other versions, killed writers, a second writer."""

from __future__ import annotations

import contextlib
import random
import subprocess
import sys
from pathlib import Path

import pytest

from reader.core.article import Metadata
from reader.core.errors import LibraryError
from reader.core.library import Library
from reader.core.library.search.index import SearchIndex
from reader.core.library.search.prepared import Prepared, SearchText, prepare
from tests.conftest import CHECKOUT
from tests.core.library.conftest import Write


def prepared(key: str, text: str, title: str = "T") -> Prepared:
    """An article of little more than its text."""
    return prepare(SearchText(key, Path(f"/articles/{key}.md"), Metadata(title=title), text, 1))


@pytest.fixture
def index(tmp_path: Path) -> SearchIndex:
    """An index with nothing in it, not even files."""
    return SearchIndex(tmp_path / "search")


def test_nothing_is_made_before_something_is_written(index: SearchIndex) -> None:
    assert index.searcher() is None
    assert (index.documents(), index.languages(), index.check()) == (0, (), "ok")
    assert not index.root.exists()


def test_only_what_was_committed_is_found(index: SearchIndex) -> None:
    with index.writer() as writer:
        assert writer.fresh
        writer.put([prepared("a", "one")])
        writer.commit()
        writer.put([prepared("b", "two")])
        assert index.documents() == 1
    assert index.documents() == 1
    with index.writer() as writer:
        assert not writer.fresh
        assert writer.keys() == {"a"}
        writer.put([prepared("a", "changed")])
        writer.put([prepared("a", "changed twice")])
        writer.put([prepared("c", "three")])
        writer.remove("none")
        writer.commit()
        assert writer.documents == 2
        writer.remove("c")
        writer.commit()
    assert index.documents() == 1


def test_a_reader_sees_what_another_process_commits(index: SearchIndex) -> None:
    with index.writer() as writer:
        writer.put([prepared("a", "one")])
        writer.commit()
    reader = SearchIndex(index.root)
    assert reader.documents() == 1
    with index.writer() as writer:
        writer.put([prepared("b", "two")])
        writer.commit()
    assert reader.documents() == 2
    index.discard()
    assert reader.documents() == 0


def test_merged_segments_leave_nothing_behind(index: SearchIndex) -> None:
    with index.writer() as writer:
        for number in range(8):  # the last one makes them be merged
            writer.put([prepared(f"{number:x}", f"text {number}")])
            writer.commit()
    searcher = index.searcher()
    assert searcher is not None
    assert searcher.num_docs == 8
    assert len([*index.folder.glob("*.store")]) == searcher.num_segments == 1


def test_a_second_writer_waits_and_then_says_why(index: SearchIndex) -> None:
    with index.writer() as writer:
        writer.put([prepared("a", "one")])
        writer.commit()
        with pytest.raises(LibraryError, match="being written by another program"):
            SearchIndex(index.root).writer(wait_seconds=0.2)
    with SearchIndex(index.root).writer(wait_seconds=0.2) as writer:
        assert writer.documents == 1


WRITE_AND_HANG = """
import sys
from pathlib import Path
from reader.core.article import Metadata
from reader.core.library.search.index import SearchIndex
from reader.core.library.search.prepared import SearchText, prepare

writer = SearchIndex(Path(sys.argv[1])).writer()
for number in range(400):
    writer.put([prepare(SearchText(str(number), Path("/a.md"), Metadata(title="T"), "text " * 50, 1))])
    if number == 199:
        writer.commit()
print("ready", flush=True)
sys.stdin.read()
"""


def test_a_killed_writer_leaves_its_last_commit(index: SearchIndex) -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", WRITE_AND_HANG, str(index.root)],
        cwd=CHECKOUT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    with process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"ready\n"
        process.kill()
    assert index.documents() == 200
    with index.writer() as writer:
        assert not writer.fresh
        assert len(writer.keys()) == 200


@pytest.mark.parametrize("harm", ["meta", "segments", "truncated", "removed"])
def test_damage_is_one_sentence_and_gone_after_the_next_scan(
    library: Library, write: Write, harm: str, tmp_path: Path
) -> None:
    for number in range(5):
        write(f"{number}.md", body=f"数据 number{number}")
    library.scan()
    folder = library.search_index.folder
    library.close()
    if harm == "meta":
        (folder / "meta.json").write_bytes(b"{ not json")
    for path in folder.iterdir():
        if harm == "segments" and path.suffix in (".term", ".idx", ".pos", ".store"):
            path.write_bytes(b"\xff" * path.stat().st_size)
        if harm == "truncated" and path.suffix in (".term", ".idx"):
            path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
        if harm == "removed" and path.suffix == ".store":
            path.unlink()
    damaged = Library(tmp_path / "cache" / "catalogue.db", library.states)
    with contextlib.suppress(LibraryError):
        damaged.search("数据")
    assert damaged.search_index.check() != ""
    damaged.scan()
    damaged.scan()
    assert damaged.search("数据").total == 5
    assert damaged.search_index.check() == "ok"
    damaged.close()


def test_a_lost_index_is_made_again(library: Library, write: Write) -> None:
    write("a.md", body="数据")
    library.scan()
    library.search_index.discard()
    assert (library.search("数据").total, library.search("数据").share) == (0, 0.0)
    library.scan()
    assert (library.search("数据").total, library.search("数据").share) == (1, 1.0)


def test_an_index_of_another_version_is_replaced(index: SearchIndex) -> None:
    older = index.root / "v0"
    older.mkdir(parents=True)
    (older / "meta.json").write_text("{}")
    assert index.searcher() is None
    with index.writer() as writer:
        assert writer.fresh
        writer.put([prepared("a", "one")])
        writer.commit()
    assert not older.exists()


def test_a_lost_catalogue_finds_its_index_again(library: Library, write: Write, tmp_path: Path) -> None:
    write("a.md", body="数据")
    gone = write("b.md", body="数据")
    library.scan()
    library.close()
    (tmp_path / "cache" / "catalogue.db").unlink()
    gone.unlink()
    library.scan()
    assert library.search("数据").total == 1
    assert library.search_index.documents() == 1


def test_a_removed_folder_is_no_longer_found(library: Library, write: Write, root: Path) -> None:
    write("a.md", body="数据")
    library.scan()
    library.remove_folder(root)
    library.scan()
    assert library.search_index.documents() == 0


@pytest.mark.parametrize("seed", range(3))
def test_after_a_storm_the_index_equals_a_fresh_one(
    library: Library, write: Write, root: Path, seed: int
) -> None:
    chance = random.Random(seed)
    for number in range(25):
        write(f"{number}.md", title=f"T{number}", body=f"数据 {number}")
    library.scan()
    for turn in range(6):
        for _ in range(12):
            files = sorted(root.rglob("*.md"))
            what, path = chance.randrange(4), chance.choice(files)
            if what == 0:
                path.unlink()
            elif what == 1:
                path.rename(root / f"moved{chance.randrange(30)}.md")
            else:
                write(f"{chance.randrange(40)}.md", title=f"T{turn}", body=f"数据 {chance.random()}")
        calls, most = iter(range(10_000)), chance.randrange(60)
        library.scan(cancelled=lambda calls=calls, most=most: next(calls) > most)
    library.scan()
    listed = {
        str(article.key): article.path.read_text("utf-8").splitlines()[-1] for article in library.articles()
    }
    assert len(listed) == len(list(root.rglob("*.md"))) == library.search_index.documents()
    for key, line in listed.items():
        assert key in library.matching(f'"{line}"')
    library.search_index.discard()
    library.scan(full=True)
    assert library.search_index.documents() == len(listed)


HOSTILE = [
    "",
    "\0" * 10,
    "\ud800\udfff broken",
    "a" * 200_000,
    "数" * 200_000,
    "| " * 1000,
    "\u0301" * 500,
    "ﬁ" * 500 + "𠮷" * 500,
    "\n".join("x" for _ in range(5000)),
    "".join(map(chr, range(0x20, 0x3000))),
]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_any_text_is_taken(index: SearchIndex, text: str) -> None:
    data = Metadata(
        title=text[:3000],
        authors=(text[:50],) * 300,
        categories=((text[:20],) * 20,),
        tags=("", text[:9]),
        site=text[:99],
        source_url="http://[" + text[:20],
        lang=text[:12],
    )
    with index.writer() as writer:
        writer.put([prepare(SearchText("a", Path("/\udcff/" + text[:20].replace("\0", "")), data, text))])
        writer.put([prepared("b", "after it")])
        writer.commit()
    assert index.documents() == 2
