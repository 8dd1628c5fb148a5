# SPDX-License-Identifier: MIT
"""Tabs as plain values: order, history, what is closed, and what comes back."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.ui.open_tabs import MOST_STEPS, MOST_TABS, OpenTabs, Tab

A, B, C = Path("/a.md"), Path("/b.md"), Path("/c.md")


def _three() -> OpenTabs:
    return OpenTabs((Tab(A, "a"), Tab(B, "b"), Tab(C, "c")), 1)


def test_history_goes_back_and_forward() -> None:
    tab = Tab(A, "a").at(B, "b").at(C, "c")
    back = tab.gone(backwards=True)
    assert back is not None
    assert (back.path, back.back, back.forward) == (B, (A,), (C,))
    assert back.gone(backwards=False) == Tab(C, "c", back=(A, B))
    assert back.at(A, "a").forward == ()
    assert Tab(A).gone(backwards=True) is None


def test_a_moved_file_is_the_same_article_in_every_tab() -> None:
    tabs = OpenTabs((Tab(Path("a"), "A", back=(Path("b"),)), Tab(Path("b"), "B")))
    tabs = tabs.moved(Path("b"), Path("c"))
    assert [(tab.path, tab.title, tab.back) for tab in tabs.tabs] == [
        (Path("a"), "A", (Path("c"),)),
        (Path("c"), "B", ()),
    ]


def test_history_is_limited() -> None:
    tab = Tab()
    for number in range(MOST_STEPS * 3):
        tab = tab.at(Path(f"/{number}"), "")
    assert len(tab.back) == MOST_STEPS


def test_new_tab_stands_beside_the_current_one() -> None:
    assert [tab.title for tab in _three().add(Tab(Path("/d"), "d"), go=True).tabs] == ["a", "b", "d", "c"]
    tabs = OpenTabs(tuple(Tab(A) for _ in range(MOST_TABS)))
    assert tabs.add(Tab(B), go=True) == tabs


def test_closed_tab_comes_back() -> None:
    tabs = _three().close(1)
    assert (tabs.tab.path, [tab.path for tab in tabs.closed]) == (C, [B])
    assert tabs.reopen().tab.path == B
    assert _three().close(0).tab.path == B
    assert OpenTabs((Tab(A),)).close(0).tabs == (Tab(),)


def test_closed_tab_comes_back_where_it_stood() -> None:
    tabs = _three().close(0).go(1)
    assert [tab.path for tab in tabs.reopen().tabs] == [A, B, C]
    assert tabs.reopen().current == 0
    tabs = _three().toggle_pin(2).close(0).close(1)
    assert [tab.path for tab in tabs.tabs] == [A]
    tabs = tabs.reopen().reopen()
    assert [(tab.path, tab.pinned) for tab in tabs.tabs] == [(C, True), (A, False), (B, False)]
    assert tabs.reopen() == tabs
    assert OpenTabs((Tab(A),)).close(0).reopen().tabs == (Tab(A),)


def test_closed_tabs_survive_the_session() -> None:
    tabs = _three().close(0)
    kept = OpenTabs.from_text(tabs.to_text())
    assert kept is not None
    assert kept.closed == tabs.closed
    assert kept.reopen() == tabs.reopen()


def test_pinned_tabs_stay_in_front() -> None:
    tabs = _three().toggle_pin(2)
    assert [tab.path for tab in tabs.tabs] == [C, A, B]
    assert tabs.tab.path == B
    assert [tab.path for tab in tabs.move(2, 0).tabs] == [C, B, A]
    assert [tab.path for tab in tabs.close_others(1).tabs] == [C, A]


def test_session_survives() -> None:
    tabs = _three().toggle_pin(0).put(Tab(Path("/x/caf\udce9 山.md"), "标题", back=(A,), forward=(C,)), 1)
    kept = OpenTabs.from_text(tabs.to_text())
    assert kept is not None
    assert (kept.tabs, kept.current) == (tabs.tabs, tabs.current)


def test_empty_tabs_are_not_kept() -> None:
    kept = OpenTabs.from_text(OpenTabs((Tab(), Tab(A, "a"), Tab(B, "b")), 2).to_text())
    assert kept is not None
    assert ([tab.path for tab in kept.tabs], kept.current) == ([A, B], 1)
    assert OpenTabs.from_text(OpenTabs().to_text()) is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "[" * 100_000,
        '{"version": 2, "current": 0, "tabs": [{"path": "/a"}]}',
        '{"version": 1, "current": "x", "tabs": [{"path": "/a"}]}',
        '{"version": 1, "current": 0, "tabs": [{"path": 7}]}',
        '{"version": 1, "current": 0, "tabs": [{"path": "/a\\u0000"}]}',
        '{"version": 1, "current": 0, "tabs": 7}',
        '{"version": 1, "current": 0, "tabs": ["/a"]}',
        '{"version": 1, "current": 0, "tabs": [{"path": "/a"}], "closed": [{"path": 7}]}',
    ],
)
def test_nonsense_is_no_session(text: str) -> None:
    assert OpenTabs.from_text(text) is None


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(st.sampled_from("acmpotr"), st.integers(0, 9), st.integers(0, 9)), max_size=40))
def test_there_is_always_a_current_tab(steps: list[tuple[str, int, int]]) -> None:
    tabs = OpenTabs()
    for what, one, other in steps:
        one, other = one % len(tabs.tabs), other % len(tabs.tabs)
        tab = Tab(Path(f"/{one}"), str(one))
        changes = {
            "a": lambda tabs=tabs, tab=tab, other=other: tabs.add(tab, go=bool(other % 2)),
            "c": lambda tabs=tabs, one=one: tabs.close(one),
            "m": lambda tabs=tabs, one=one, other=other: tabs.move(one, other),
            "p": lambda tabs=tabs, one=one: tabs.toggle_pin(one),
            "o": lambda tabs=tabs, one=one: tabs.close_others(one),
            "t": lambda tabs=tabs, tab=tab: tabs.put(tabs.tab.at(tab.path or A, tab.title)),
            "r": lambda tabs=tabs: tabs.reopen(),
        }
        tabs = changes[what]()
        assert 0 <= tabs.current < len(tabs.tabs)
        pins = [each.pinned for each in tabs.tabs]
        assert pins == sorted(pins, reverse=True)
