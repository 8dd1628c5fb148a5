# SPDX-License-Identifier: MIT
"""What a search finds, in what order, with what snippet; what a scan does to the index."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.core.library import ArticleQuery, Library
from reader.core.settings import ReadState
from reader.core.settings.anchoring import select
from tests.core.library.conftest import Write


def titles(library: Library, query: str) -> list[str]:
    """The titles of what a query finds, best first."""
    return [hit.article.title for hit in library.search(query).hits]


def test_chinese_is_found_by_what_stands_there_and_by_nothing_else(library: Library, write: Write) -> None:
    write("a.md", title="甲", body="我们研究人工智能的历史。")
    write("b.md", title="乙", body="人工，智能。工智。人工 智能")
    write("c.md", title="丙", body="Python里的循环，以及 Python 里的类")
    library.scan()
    assert titles(library, "人工智能") == ["甲"]
    assert titles(library, "工智能的") == ["甲"]
    assert sorted(titles(library, "人工")) == ["乙", "甲"]
    assert titles(library, "历") == ["甲"]
    assert titles(library, "史") == ["甲"]
    assert titles(library, "能的历史") == ["甲"]
    assert titles(library, "史。") == ["甲"]
    assert titles(library, "能史") == []
    assert titles(library, "Python里") == ["丙"]
    assert titles(library, "里的类") == ["丙"]


def test_only_what_a_place_lists_is_found_and_counted(library: Library, write: Write) -> None:
    for number in range(6):
        names = (["News"], ["News paper"], ["Old News"])[number % 3]
        write(f"{number}.md", title=f"A {number}", categories=names, body="Words that all of them have.")
    library.scan()
    news = ArticleQuery(category=("News",))
    for within in ('category:"News"', ""):
        for limit in (1, 50):
            page = library.search("words", limit, within=within, among=news)
            assert page.total == 2
            assert {hit.article.categories for hit in page.hits} == {(("News",),)}
    assert library.search("words", among=ArticleQuery(problems=True)).total == 0
    assert library.search("words", among=ArticleQuery(opened=True)).total == 0
    path = library.articles()[0].path
    library.states.set(path, opened=True)
    assert [hit.article.path for hit in library.search("words", among=ArticleQuery(opened=True)).hits] == [
        path
    ]


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("软件", "一個軟件"),
        ("軟件", "一个软件"),
        ("软件", "一個軟體"),
        ("里面", "裡面"),
        ("里面", "裏面"),
        ("ＰＹＴＨＯＮ", "python"),
        ("python", "Ｐｙｔｈｏｎ"),
        ("strasse", "Die Straße"),
        ("cafe", "Café"),
        ("café", "cafe\u0301"),
        ("running", "He runs"),
        ("run", "Running"),
        ("inter", "international"),
        ("c++", "modern C++ code"),
        ("node.js", "Node.js"),
        ("state-of-the-art", "state of the art"),
        ("don't", "don’t"),
        ("コンピュータ", "ｺﾝﾋﾟｭｰﾀ コンピュータ"),
        ("검색", "한국어 검색"),
        ("каталог", "Каталог"),
        ("שלום", "שָׁלוֹם"),
        ("كتاب", "کِتاب"),
        ("𠮷野家", "去𠮷野家吃饭"),
    ],
)
def test_spellings_of_one_word_meet(library: Library, write: Write, query: str, text: str) -> None:
    write("a.md", title="Found", body=text)
    write("b.md", title="Other", body="Nothing of it. 別的。")
    library.scan()
    (hit,) = library.search(query).hits
    assert hit.article.title == "Found"
    assert hit.snippet.matches


@pytest.mark.parametrize(
    ("query", "lang", "text"),
    [
        ("hope", "en", "Hoping"),
        ("hoping", "en", "We hope"),
        ("use", "en", "using it"),
        ("die", "en", "Dying"),
        ("dying", "en", "He died"),
        ("happiness", "en", "happy"),
        ("probabilities", "en", "probable"),
        ("haus", "de", "Die Häuser"),
        ("häusern", "de", "Das Haus"),
        ("gatti", "it", "Il gatto"),
        ("книги", "ru", "Эта книга"),
        ("قلم", "ar", "القلم"),
    ],
)
def test_other_forms_of_a_word_are_found(
    library: Library, write: Write, query: str, lang: str, text: str
) -> None:
    write("a.md", title="Found", lang=lang, body=f"{text} 1")
    write("b.md", title="Other", lang=lang, body="Nothing of it: houseboats, usher, hop, dictionary. 2")
    library.scan()
    assert titles(library, query) == ["Found"]
    assert titles(library, f'"{query}"') == []


def test_forms_are_those_of_the_language_of_the_article(library: Library, write: Write) -> None:
    write("a.md", title="Gatti", lang="it", body="Il gatto dorme")
    write("b.md", title="Cats", lang="en", body="The word gatto is not English")
    library.scan()
    assert titles(library, "text:gatti") == ["Gatti"]


def test_a_phrase_goes_on_with_every_word_that_begins_so(library: Library, write: Write) -> None:
    for number in range(120):
        write(f"{number}.md", f"The node-l{number:03d}x stands here, and l{number} elsewhere.")
    write("other.md", "A node, and link.")
    library.scan()
    assert library.search("node-l", limit=200).total == 120
    assert library.search("node-l1", limit=200).total == 20
    assert library.search("node-l119", limit=200).total == 1
    assert library.search('"node l119"', limit=200).total == 0


def test_frequent_pairs_are_neighbours(library: Library, write: Write) -> None:
    write("a.md", title="甲", body="他说的是一個人")
    write("b.md", title="乙", body="目的。是的，的 是，的\u200b是")
    write("c.md", title="丙", body="是的的是是")
    library.scan()
    assert sorted(titles(library, "的是")) == ["丙", "乙", "甲"]
    assert titles(library, "是一个") == ["甲"]
    assert titles(library, "目的是") == []
    assert titles(library, "的是是") == ["丙"]
    assert titles(library, "是一個人") == ["甲"]


@pytest.mark.parametrize("query", ["rgzn", "rengongzhineng", "rengongzhi", "gzn", "gongzhin"])
def test_titles_are_found_by_pinyin(library: Library, write: Write, query: str) -> None:
    write("a.md", title="浅谈人工智能", body="正文")
    write("b.md", title="重庆的火锅", body="正文")
    library.scan()
    assert titles(library, query) == ["浅谈人工智能"]
    assert titles(library, "chongqing") == ["重庆的火锅"]


def test_a_title_is_worth_more_than_a_text(library: Library, write: Write) -> None:
    write("a.md", title="Cooking", body="Rust " * 5 + "is mentioned, iron does it.")
    write("b.md", title="Rust", body="A language.")
    library.scan()
    assert titles(library, "rust") == ["Rust", "Cooking"]


def test_fields_numbers_and_dates_narrow_a_search(library: Library, write: Write) -> None:
    write(
        "tech/a.md",
        title="One",
        date="2021-03-04",
        categories=["技术", "前端"],
        tags=["web"],
        body="数据 " * 50,
    )
    write("b.md", title="Two", date="2019-01-01", tags=["life"], body="数据 ![p](p.png)")
    library.scan()
    for query, found in {
        "tag:web": ["One"],
        "分类：前端": ["One"],
        "category:技术/前端": ["One"],
        "title:two": ["Two"],
        "数据 -tag:web": ["Two"],
        "数据 after:2020": ["One"],
        "before:2020": ["Two"],
        "words:>20 数据": ["One"],
        "words:<20": ["Two"],
        "has:image": ["Two"],
        "path:tech": ["One"],
        "title:one OR title:two -数据": ["One"],
        "(title:one OR title:two) tag:life": ["Two"],
        "lang:xx": [],
    }.items():
        assert sorted(titles(library, query)) == found, query


def test_states_are_those_of_this_moment(library: Library, write: Write) -> None:
    for name in ("a", "b", "c"):
        write(f"{name}.md", title=name.upper(), body="数据")
    library.scan()
    first, second = (article.path for article in library.articles()[:2])
    library.states.set(first, state=ReadState.READING, starred=True)
    library.states.set(second, tags=("自己的",))
    reading = library.article_at(first)
    tagged = library.article_at(second)
    assert reading is not None and tagged is not None
    assert titles(library, "is:reading") == [reading.title]
    assert titles(library, "is:starred 数据") == [reading.title]
    assert len(titles(library, "is:unread")) == 2
    assert reading.title not in titles(library, "is:new 数据")
    assert titles(library, "tag:自己的") == [tagged.title]


def test_snippets_show_the_place(library: Library, write: Write) -> None:
    write(
        "a.md",
        title="A",
        body="开头的话。\n\n" * 80 + "这里说到**软件**与<b>标记</b> &lt;x&gt;。\n\n" + "结尾。" * 99,
    )
    library.scan()
    (hit,) = library.search("软件").hits
    shown = hit.snippet
    assert [shown.text[start:end] for start, end in shown.matches] == ["软件"]
    assert len(shown.text) < 130


def test_pages_and_sorting(library: Library, write: Write) -> None:
    for number in range(30):
        write(f"{number}.md", title=f"N{number}", date=f"2020-01-{number + 1:02}", body="数据")
    library.scan()
    page = library.search("数据", limit=10, offset=10, sort="date")
    assert page.total == 30
    assert [hit.article.title for hit in page.hits] == [f"N{number}" for number in range(19, 9, -1)]
    assert len(library.matching("数据")) == 30
    assert library.search("", limit=5).total == 30


def test_what_was_found_in_any_order_of_the_list(library: Library, write: Write, root: Path) -> None:
    for number, title in enumerate(("Beta", "gamma", "Alpha", "Other")):
        body = f"{'词。' * number} 数据 number {number}" if title != "Other" else "别的"
        write(
            f"{number}.md", title=title, date=f"2020-01-{number + 1:02}", body=body, tags=[f"t{number % 2}"]
        )
    library.scan()

    def found(query: str, **given: object) -> list[str]:
        ids = library.article_ids(ArticleQuery(search=query, **given))  # type: ignore[arg-type]
        page = library.hits(query, ids)
        assert page.total == len(ids) and page.share == 1.0
        assert all(hit.snippet.matches for hit in page.hits)
        return [hit.article.title for hit in page.hits]

    assert found("数据", sort="title") == ["Alpha", "Beta", "gamma"]
    assert found("数据", sort="title", backwards=True) == ["gamma", "Beta", "Alpha"]
    assert found("数据", sort="length", within="tag:t0") == ["Alpha", "Beta"]
    assert found("(数据", sort="date", within="-alpha)") == ["gamma", "Beta"], "whatever was typed"
    assert found("nowhere", sort="date") == []
    gone = library.article_ids(ArticleQuery(search="数据", sort="date"))
    (root / "2.md").unlink()
    library.scan()
    assert [hit.article.title for hit in library.hits("数据", gone).hits] == ["gamma", "Beta"]


def test_something_like_it_is_suggested(library: Library, write: Write) -> None:
    write("a.md", title="A", body="微服务架构 and javascript for everyone")
    library.scan()
    assert library.search("jvascript").suggestions[0] == "javascript"
    assert library.search("微服务架勾").suggestions == ("微服务架构",)
    assert library.search("qqqqqqq").suggestions == ()


def test_related_articles_share_rare_words(library: Library, write: Write, root: Path) -> None:
    for number in range(12):
        write(f"other{number}.md", body=f"普通的日子{number}，没有什么特别。")
    write("a.md", title="Rust A", body="所有权与借用检查器 borrow checker ownership 生命周期")
    write("b.md", title="Rust B", body="借用检查器 borrow checker 与生命周期 ownership")
    library.scan()
    assert [hit.article.title for hit in library.related(root / "a.md").hits] == ["Rust B"]
    outside = root.parent / "outside.md"
    outside.write_text("borrow checker ownership 生命周期", "utf-8")
    assert {hit.article.title for hit in library.related(outside).hits} == {"Rust A", "Rust B"}


def test_the_index_follows_the_files(library: Library, write: Write, root: Path) -> None:
    old = write("a.md", title="A", body="旧的内容")
    write("b.md", title="B", body="别的")
    library.scan()
    old.rename(root / "moved.md")
    write("b.md", title="B", body="新的内容")
    library.scan()
    (hit,) = library.search("旧的内容").hits
    assert hit.article.path == root / "moved.md"
    assert titles(library, "新的内容") == ["B"]
    (root / "moved.md").unlink()
    library.scan()
    assert library.search("旧的内容").total == 0
    assert library.search_index.documents() == 1


def test_what_cannot_be_read_is_found_by_its_title(
    library: Library, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> object:
        raise RecursionError

    monkeypatch.setattr("reader.core.cleaning.clean", fail)
    write("a.md", title="深渊", body="正文")
    library.scan()
    assert titles(library, "深渊") == ["深渊"]


def test_articles_with_highlights_and_notes_are_found(library: Library, write: Write) -> None:
    paths = [write(f"{name}.md", title=name, body="Words to be marked.") for name in ("甲", "乙", "丙")]
    library.scan()
    marks = library.states.highlights
    plain = marks.add(paths[0], select("Words to be marked.", "Words to be marked.", 0, 5))
    marks.add(paths[1], select("Words to be marked.", "Words to be marked.", 0, 5), note="why")
    marks.add(paths[1], select("Words to be marked.", "Words to be marked.", 6, 8), note=" ")
    assert sorted(titles(library, "has:highlight")) == ["乙", "甲"]
    assert titles(library, "has:note") == ["乙"]
    assert titles(library, "-has:highlight marked") == ["丙"]
    marks.delete(plain.id)
    assert titles(library, "has:highlight") == ["乙"]


def test_a_search_within_another_marks_only_its_own_words(library: Library, write: Write) -> None:
    write("a.md", title="one", body="apples and pears")
    write("b.md", title="two", body="apples only")
    library.scan()
    page = library.search("apples", within="pears OR plums")
    (hit,) = page.hits
    assert hit.article.title == "one"
    assert [hit.snippet.text[start:end] for start, end in hit.snippet.matches] == ["apples"]


@pytest.mark.parametrize(
    "query", ["apples", "is:unread apples", "-pears", "is:finished", "", "has:note", "("]
)
def test_counts_and_lists_of_a_query_agree_with_its_search(
    library: Library, write: Write, query: str
) -> None:
    write("a.md", title="one", body="apples and pears", date="2021-01-01")
    write("b.md", title="two", body="apples only", date="2022-01-01")
    done = write("c.md", title="three", body="apples, at last", date="2023-01-01")
    library.scan()
    library.states.set(done, state=ReadState.FINISHED)
    listed = library.articles(ArticleQuery(search=query))
    assert library.count(query) == library.search(query).total == len(listed)
    assert list(library.article_ids(ArticleQuery(search=query))) == [article.id for article in listed]
    assert {article.title for article in listed} == set(titles(library, query))
    assert [article.date for article in listed] == sorted((a.date or "" for a in listed), reverse=True)


def test_without_search_data_a_query_lists_nothing(library: Library, write: Write) -> None:
    write("a.md", title="one")
    assert library.count("one") == 0
    assert library.articles(ArticleQuery(search="one")) == ()


def test_what_was_searched_is_told_as_other_programs_go_on(
    library: Library, write: Write, tmp_path: Path
) -> None:
    write("a.md", body="数据")
    library.scan()
    assert library.search("数据").share == 1.0
    for number in range(9):
        write(f"b{number}.md", body="数据")
    other = Library(library.catalogue, library.states, tmp_path / "cache" / "search")
    calls = iter(range(1000))
    other.scan(cancelled=lambda: next(calls) > 14)
    page = library.search("数据")
    assert 1 <= page.total < 10
    assert page.share == page.total / library.counts().all < 1
    other.scan()
    assert (library.search("数据").total, library.search("数据").share) == (10, 1.0)
    other.close()
