# SPDX-License-Identifier: MIT
"""What a search found, in the rows of the list; the field's completion and scope."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from reader.core.library import ListedArticle
from reader.core.theme import THEMES
from reader.ui.article_list import ArticleList
from reader.ui.article_list_model import ArticleListModel
from reader.ui.place_questions import scoped
from reader.ui.places import UNREAD, Place, PlaceKind
from reader.ui.query_completion import QueryCompletion, offers_for
from reader.ui.search_field import SearchField
from reader.ui.search_hits import ListHits, RowHit, in_units

MakeArticle = Callable[..., ListedArticle]
NEWS = Place(PlaceKind.CATEGORY, ("News",))


@pytest.fixture
def searched(article_list: ArticleList) -> ArticleList:
    """A list whose searches someone else answers."""
    article_list.set_title_search(False)
    return article_list


def _hits(articles: list[ListedArticle], query: str = "flow", **fields: object) -> ListHits:
    rows = {str(article.key): RowHit("where it will flow", ((14, 18),)) for article in articles}
    given: dict[str, object] = {"total": len(articles), "asked": len(articles), **fields}
    return ListHits(query, articles=tuple(articles), rows=rows, **given)  # type: ignore[arg-type]


def _titles(panel: ArticleList) -> list[str]:
    model = panel.view.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def _said(panel: ArticleList) -> list[str]:
    return [label.text() for label in panel.findChildren(QLabel) if label.isVisible()]


def _type(panel: ArticleList, text: str) -> None:
    panel.findChildren(QLineEdit)[0].setText(text)


def test_many_hits_are_marked_where_they_stand(searched: ArticleList, make_article: MakeArticle) -> None:
    articles = [make_article(n) for n in range(6)]
    searched.set_articles(articles)
    searched.mark_hits({articles[0].path: {"starred": True}})  # no hits are shown
    searched.show_hits(_hits(articles[:4]))
    searched.mark_hits({articles[at].path: {"starred": True} for at in (1, 3, 5)})
    model = searched.view.model()
    assert isinstance(model, ArticleListModel)
    assert [each.starred for each in model.articles] == [False, True, False, True]
    assert searched.hits is not None
    assert [each.starred for each in searched.hits.articles] == [False, True, False, True]
    assert model.row_of(str(articles[3].key)) == 3


def test_hits_replace_the_rows_and_leave_them_as_they_were(
    searched: ArticleList, make_article: MakeArticle, qtbot: QtBot
) -> None:
    articles = [make_article(n) for n in range(100)]
    searched.set_articles(articles)
    searched.show_current(articles[40].path)
    searched.view.verticalScrollBar().setValue(38 * 84 + 10)
    with qtbot.assertNotEmitted(searched.article_selected):
        _type(searched, "flow")
        assert len(_titles(searched)) == 100, "nothing is narrowed before the answer"
        searched.show_hits(_hits([articles[7], articles[3]]))
        assert _titles(searched) == ["Article 7", "Article 3"]
        assert "2 found" in _said(searched)
        _type(searched, "")
        searched.leave_hits()
    assert len(_titles(searched)) == 100
    assert searched.scroll_position() == 38 * 84 + 10
    current = searched.current_article()
    assert current is not None
    assert current.id == 40


def test_a_refresh_of_the_place_leaves_the_hits(searched: ArticleList, make_article: MakeArticle) -> None:
    articles = [make_article(n) for n in range(5)]
    searched.set_articles(articles)
    _type(searched, "flow")
    searched.show_hits(_hits([articles[2]]))
    searched.set_articles(articles[:4])
    assert _titles(searched) == ["Article 2"]
    searched.mark(str(articles[2].key), starred=True)
    assert searched.hits is not None
    assert searched.hits.articles[0].starred
    searched.leave_hits()
    assert len(_titles(searched)) == 4


def test_more_hits_are_asked_for_near_the_end(
    searched: ArticleList, make_article: MakeArticle, qtbot: QtBot
) -> None:
    articles = [make_article(n) for n in range(80)]
    searched.set_articles([])
    _type(searched, "flow")
    searched.show_hits(_hits(articles[:50], total=80))
    with qtbot.waitSignal(searched.more_hits_wanted):
        searched.view.verticalScrollBar().setValue(searched.view.verticalScrollBar().maximum())
    searched.add_hits(_hits(articles[50:], total=80))
    assert len(_titles(searched)) == 80
    searched.add_hits(_hits(articles[50:], query="other"))
    assert len(_titles(searched)) == 80


@pytest.mark.parametrize("density", ["comfortable", "cosy", "compact"])
def test_what_was_sought_is_marked(searched: ArticleList, make_article: MakeArticle, density: str) -> None:
    searched.set_density(density)
    article = make_article(1, title="Flow")
    row = RowHit("where it will flow " * 30, ((14, 18),), ((0, 4),))
    searched.show_hits(ListHits("flow", 1, (article,), {str(article.key): row}))
    image = searched.view.grab().toImage()
    mark = THEMES["light"].highlight_yellow.lower()
    marked = any(
        image.pixelColor(x, y).name() == mark
        for x in range(0, 330, 2)
        for y in range(searched.view.rowHeight(0))
    )
    assert marked == (density != "compact")


def test_before_there_is_search_data_titles_are_searched(
    searched: ArticleList, make_article: MakeArticle
) -> None:
    searched.set_articles([make_article(n, title=name) for n, name in enumerate(("Alpha", "Beta"))])
    _type(searched, "alp")
    searched.show_hits(_hits([make_article(0, title="Alpha")], "alp", share=0.0))
    assert _titles(searched) == ["Alpha"]
    assert any("Only titles" in text for text in _said(searched))
    searched.show_hits(_hits([make_article(5)], "alp", share=0.615))
    assert _titles(searched) == ["Article 5"]
    assert any("61 %" in text for text in _said(searched))
    searched.leave_hits()
    assert _titles(searched) == ["Alpha", "Beta"]


def test_the_scope_is_this_place_or_everywhere(searched: ArticleList, qtbot: QtBot) -> None:
    searched.set_place(NEWS)
    assert searched.search_place == NEWS
    _type(searched, "flow")
    chips = {b.text(): b for b in searched.findChildren(QToolButton) if b.isVisible() and b.isCheckable()}
    assert set(chips) == {"This category", "Everywhere"}
    with qtbot.waitSignal(searched.scope_changed):
        chips["Everywhere"].click()
    assert searched.search_place is None
    searched.set_place(UNREAD)
    assert searched.search_place == UNREAD


def test_nothing_found_offers_other_words_and_everywhere(searched: ArticleList, qtbot: QtBot) -> None:
    searched.set_place(NEWS)
    _type(searched, "flwo")
    searched.show_hits(ListHits("flwo", 0, (), {}, suggestions=("flow", "flower")))
    buttons = {b.text(): b for b in searched.findChildren(QPushButton) if b.isVisible()}
    assert set(buttons) == {"flow", "flower", "Search everywhere"}
    with qtbot.waitSignal(searched.scope_changed):
        buttons["Search everywhere"].click()
    with qtbot.waitSignal(searched.search_changed) as said:
        buttons["flow"].click()
    assert said.args == ["flow"]


def test_escape_in_the_rows_ends_the_search(
    searched: ArticleList, make_article: MakeArticle, qtbot: QtBot
) -> None:
    _type(searched, "flow")
    searched.show_hits(_hits([make_article(1)]))
    searched.focus_rows()
    with qtbot.waitSignal(searched.search_changed) as said:
        QTest.keyClick(searched.view, Qt.Key.Key_Escape)
    assert said.args == [""]


@pytest.mark.parametrize(
    ("word", "offers"),
    [
        ("ti", ["title:"]),
        ("标", ["标题:", "标签:"]),
        ("is:un", ["is:unread"]),
        ("is：rea", ["is:reading"]),
        ("has:", ["has:image", "has:code", "has:highlight", "has:note"]),
        ("title:", []),
        ("t", []),
        ("zz", []),
        ("", []),
    ],
)
def test_keys_are_completed(word: str, offers: list[str]) -> None:
    assert offers_for(word) == offers


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_completion_is_taken_by_the_keyboard(qtbot: QtBot) -> None:
    field = SearchField(QColor("grey"))
    qtbot.addWidget(field)
    left: list[bool] = []
    field.left_for_results.connect(lambda: left.append(True))
    field.show()
    field.setFocus()
    completion = QueryCompletion(field)
    QTest.keyClicks(field, "go is")
    popup = completion._popup
    assert completion.offered == ["is:"]
    QTest.keyClick(popup, Qt.Key.Key_Tab)
    assert (field.text(), left) == ("go is:", [])
    assert completion.offered[:2] == ["is:unread", "is:new"]
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    assert (field.text(), left) == ("go is:new ", [])
    assert completion.offered == []
    QTest.keyClicks(field, "ti")
    QTest.keyClick(popup, Qt.Key.Key_Return)
    assert (field.text(), left) == ("go is:new ti", [True]), "nothing was chosen"


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_completion_takes_the_place_of_the_last_word(qtbot: QtBot) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    with qtbot.waitExposed(field):
        field.show()
    completion = QueryCompletion(field)
    QTest.keyClicks(field, "one -tit")
    assert completion.offered == ["title:"]
    completion._insert("title:")
    assert field.text() == "one -title:"
    QTest.keyClicks(field, "flow ")
    assert completion.offered == []


def test_the_head_names_what_is_searched(searched: ArticleList) -> None:
    searched.set_place(NEWS)
    name = searched.findChildren(QLabel, "PaneTitle")[0]
    field = searched.findChildren(QLineEdit)[0]
    field.setText("one")
    assert name.text() == "News"
    chips = {chip.text(): chip for chip in searched.findChildren(QToolButton)}
    chips["Everywhere"].click()
    assert name.text() == "All"
    field.clear()
    assert name.text() == "News"


def test_tab_leads_from_the_field_over_its_scope_to_the_rows(searched: ArticleList, qtbot: QtBot) -> None:
    searched.set_place(NEWS)
    field = searched.findChildren(QLineEdit)[0]
    field.setText("one")
    chips = {chip.text() or chip.accessibleName(): chip for chip in searched.findChildren(QToolButton)}
    chain, widget = [], field.nextInFocusChain()
    while widget is not searched.view:
        chain.append(widget)
        widget = widget.nextInFocusChain()
    order = [chain.index(chips[name]) for name in ("This category", "Everywhere", "Save…", "?")]
    assert order == sorted(order)


def test_a_place_becomes_part_of_the_query() -> None:
    assert scoped("a OR b", None) == "a OR b"
    assert scoped("a OR b", UNREAD) == "(a OR b) is:unread"
    assert (
        scoped("a", Place(PlaceKind.CATEGORY, ('N"ws', "Science")))
        == '(a) category:"N ws" category:"Science"'
    )
    assert scoped("a", Place(PlaceKind.FOLDER, Path("/x y"))) == '(a) path:"/x y"'


def test_places_are_counted_in_units() -> None:
    assert in_units("软件", ((0, 2),)) == ((0, 2),)
    assert in_units("😀软件", ((1, 3),)) == ((2, 4),)
