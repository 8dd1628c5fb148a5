# SPDX-License-Identifier: MIT
"""Two versions side by side: what stayed, changed, moved, came and went."""

from __future__ import annotations

import random
import time

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.core.article import SafeHtml
from reader.core.versions import Comparison, RowKind, compare_versions

OPENING = "互联网巨头之间的藩篱正在拆除，平台间的流量开始流动。"
SECOND = "微信允许用户在聊天中打开其他平台的链接。"
THIRD = "监管部门表示，这一过程将分三个阶段完成。"
LAST = "对普通用户来说，最明显的变化是分享更方便了。"


def html(*texts: str) -> SafeHtml:
    """An article of these paragraphs."""
    return SafeHtml("".join(f"<p>{text}</p>" for text in texts))


def kinds(comparison: Comparison) -> list[RowKind]:
    """What became of each paragraph, from the top."""
    return [row.kind for row in comparison.rows]


def test_equal_versions_are_all_the_same() -> None:
    found = compare_versions(html(OPENING, SECOND), html(OPENING, SECOND))
    assert kinds(found) == [RowKind.SAME, RowKind.SAME]
    assert found.share == 1.0


def test_a_changed_paragraph_stands_beside_what_it_was() -> None:
    found = compare_versions(html(OPENING, SECOND, LAST), html(OPENING, SECOND.replace("允许", "禁止"), LAST))
    assert kinds(found) == [RowKind.SAME, RowKind.CHANGED, RowKind.SAME]
    assert (found.rows[1].before, found.rows[1].after) == (SECOND, SECOND.replace("允许", "禁止"))
    assert 0.9 < found.share < 1.0


def test_added_and_removed_paragraphs_stand_alone() -> None:
    found = compare_versions(html(OPENING, SECOND, LAST), html(OPENING, LAST, THIRD))
    assert kinds(found) == [RowKind.SAME, RowKind.REMOVED, RowKind.SAME, RowKind.ADDED]
    assert found.rows[1].after is None
    assert found.rows[3].before is None


def test_another_text_in_the_same_place_is_not_called_a_change() -> None:
    found = compare_versions(html(OPENING, SECOND, LAST), html(OPENING, THIRD, LAST))
    assert kinds(found) == [RowKind.SAME, RowKind.REMOVED, RowKind.ADDED, RowKind.SAME]


def test_a_moved_paragraph_is_shown_at_both_places_and_each_names_the_other() -> None:
    found = compare_versions(html(OPENING, SECOND, THIRD, LAST), html(SECOND, THIRD, LAST, OPENING))
    assert kinds(found) == [RowKind.MOVED_AWAY, *[RowKind.SAME] * 3, RowKind.MOVED_HERE]
    assert (found.rows[0].partner, found.rows[4].partner) == (4, 0)
    assert found.share == 1.0


def test_a_paragraph_that_moved_and_changed_is_found() -> None:
    changed = OPENING.replace("开始流动", "已经流动起来")
    found = compare_versions(html(OPENING, SECOND, THIRD, LAST), html(SECOND, THIRD, LAST, changed))
    assert kinds(found) == [RowKind.MOVED_AWAY, *[RowKind.SAME] * 3, RowKind.MOVED_HERE]
    assert found.rows[4].after == changed


def test_short_lines_are_not_said_to_have_moved() -> None:
    found = compare_versions(html("目录", OPENING, SECOND), html(OPENING, SECOND, "目录"))
    assert RowKind.MOVED_AWAY not in kinds(found)


def test_headings_lists_tables_code_and_pictures_are_paragraphs() -> None:
    article = SafeHtml(
        "<h2>One</h2><ul><li>first</li><li>second <b>bold</b></li></ul>"
        "<table><tr><td>a</td><td>b</td></tr></table>"
        "<pre><code>def f():\n    return 1\n</code></pre>"
        '<figure><img src="image/1" alt="A cat"><figcaption>Caption</figcaption></figure>loose'
    )
    found = compare_versions(article, SafeHtml(""))
    assert [row.before for row in found.rows] == [
        "One",
        "first",
        "second bold",
        "a │ b",
        "def f():\n    return 1",
        "▢ A cat",
        "Caption",
        "loose",
    ]


def test_empty_versions_have_nothing_to_compare() -> None:
    assert compare_versions(SafeHtml(""), SafeHtml("<p> </p>")) == Comparison((), 1.0)


def test_very_long_paragraphs_are_taken_in_parts_at_the_end_of_a_sentence() -> None:
    sentence = "这是一个不短的句子，它在这里重复了许多次。"
    found = compare_versions(html(sentence * 1000), html(sentence * 1000))
    assert all(len(row.before or "") <= 4000 for row in found.rows)
    assert all((row.before or "").endswith("。") for row in found.rows)
    assert "".join(row.before or "" for row in found.rows) == sentence * 1000


def test_the_end_of_an_endless_article_is_left_out_and_that_is_said() -> None:
    found = compare_versions(html(*("x" * 3 for _ in range(30_000))), html("x"))
    assert found.is_cut
    assert len(found.rows) <= 20_001


TEXTS = st.lists(
    st.sampled_from([OPENING, SECOND, THIRD, LAST, "a", "b", "the words of a line"]), max_size=12
)


@given(TEXTS, TEXTS)
@settings(max_examples=150, deadline=None)
def test_both_versions_can_be_read_off_the_rows(before: list[str], after: list[str]) -> None:
    found = compare_versions(html(*before), html(*after))
    assert [row.before for row in found.rows if row.before is not None] == before
    assert [row.after for row in found.rows if row.after is not None] == after
    for at, row in enumerate(found.rows):
        if row.partner is not None:
            assert found.rows[row.partner].partner == at
        if row.kind is RowKind.SAME:
            assert row.before == row.after


def test_ten_thousand_changed_paragraphs_take_seconds() -> None:
    chance = random.Random(5)
    words = (
        "平台 流量 用户 变化 过程 阶段 部门 分享 链接 藩篱 聊天 监管 普通 方便 明显 开始 完成 表示".split()
    )
    before = ["".join(chance.choices(words, k=30)) for _ in range(10_000)]
    after = [text[:20] + "改动" + text[24:] for text in before]
    started = time.process_time()
    found = compare_versions(html(*before), html(*after))
    assert time.process_time() - started < 30
    assert found.count(RowKind.CHANGED) > 9_900


def test_paragraphs_that_repeat_without_end_take_no_longer() -> None:
    chance = random.Random(7)
    started = time.process_time()
    found = compare_versions(
        html(*(chance.choice("ab") for _ in range(20_000))),
        html(*(chance.choice("ab") for _ in range(20_000))),
    )
    assert time.process_time() - started < 30
    assert found.rows
