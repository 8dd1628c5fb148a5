# SPDX-License-Identifier: MIT
"""Every real article opens with a title, and the documented ones say what is documented."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.core.article import Dialect
from reader.core.formats import article_format, read_article, read_metadata


def test_every_article_opens(shared_articles: Path) -> None:
    count = 0
    for path in shared_articles.rglob("*"):
        if not path.is_file() or article_format(path) is None:
            continue
        count += 1
        article, quick = read_article(path), read_metadata(path)
        assert article.metadata.title.strip(), path
        assert article.metadata == quick.metadata, path
        assert "\ufffd" not in article.metadata.title, path
        article.html.encode()
        for problem in article.problems:
            assert problem.message.endswith(".") and problem.code
    assert count > 200


DOCUMENTED = [
    (
        "cosx/content/post/2009-07-02-drawing-china-map-using-r.md",
        "2009-07-02T13:25:03+00:00",
        [("统计图形",)],
    ),
    ("cosx/content/post/2019-07-25-significantly-statistical.md", "2019-08-08", [("推荐文章",)]),
    (
        "dunwu/source/_posts/01.Java/13.框架/01.Spring/03.SpringWeb/03.DispatcherServlet.md",
        "2023-02-13T09:57:52",
        [("Java", "框架", "Spring", "SpringWeb")],
    ),
    ("johngrib/_wiki/hack/terminal-automator.md", "2025-09-12T20:03:44+09:00", []),
    (
        "jekyll/docs/_posts/2014-03-27-jekyll-1-5-1-released.markdown",
        "2014-03-27T22:43:48-04:00",
        [("release",)],
    ),
    ("vim-jp/_posts/blog/2017-08-04-vimconf2017-venue-and-date-ja.md", "2017-08-04", [("blog",)]),
    ("blog-os/blog/content/edition-1/posts/01-multiboot-kernel/index.md", "2015-08-18", []),
    ("zola/docs/content/themes/cela/index.md", "2026-05-09T17:12:12+08:00", []),
    ("go-website/_content/talks/2011/lex.slide", "2011-08-30", []),
    ("kepano-vault/References/Brown butter nectarine tart.md", "2023-07-30", [("Recipes",), ("Clippings",)]),
    ("matklad-djot/content/posts/2021-05-31-how-to-test.dj", "2021-05-31", []),
    ("pelican/pelican/tests/content/article_with_markdown_and_footnote.md", "2012-10-31", []),
    ("react-zh/src/content/blog/2025/10/01/react-19-2.md", "2025-10-01", []),
    ("nodejs/apps/site/pages/en/blog/release/v15.8.0.md", "2021-02-02T20:56:09+00:00", [("release",)]),
    ("javaguide/docs/java/new-features/java8-tutorial-translate.md", "None", [("Java",)]),
    ("readability/test/test-pages/v8-blog/source.html", "2019-11-21", []),
]


@pytest.mark.parametrize(("name", "date", "categories"), DOCUMENTED, ids=[row[0] for row in DOCUMENTED])
def test_documented_article(
    name: str, date: str, categories: list[tuple[str, ...]], shared_articles: Path
) -> None:
    found = read_metadata(shared_articles / name).metadata
    assert (str(found.date), list(found.categories)) == (date, categories)


def test_the_seed(shared_articles: Path) -> None:
    path = next((shared_articles / "seed").iterdir())
    article = read_article(path)
    data = article.metadata
    assert article.dialect is Dialect.HEXO
    assert str(data.date) == "2021-09-24"
    assert len(data.categories) == 1 and len(data.categories[0]) == 3
    assert data.site == data.categories[0][1] == data.authors[0]
    assert data.cover and data.cover.endswith(".jpg")
    assert article.problems == () and not article.is_page
    assert article.html.count("<h2") == 3


def test_the_family(shared_articles: Path) -> None:
    for path in (shared_articles / "rsshub-page").rglob("*.md"):
        article = read_article(path)
        data = article.metadata
        codes = [problem.code for problem in article.problems]
        assert article.dialect is Dialect.HEXO and len(data.categories) == 1
        assert len(data.categories[0]) == (3 if "_posts" in path.parts else 2)
        assert data.site == data.authors[0]
        assert "&#123;" not in data.title and '"""' not in data.title
        if '"""' in path.name:
            assert codes == ["front-matter-invalid"]
        elif data.date is None:
            assert codes == ["date-invalid"]
        else:
            assert codes == []


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("kepano-vault/Templates/Movie Template.md", "front-matter-invalid"),
        ("kepano-vault/Templates/Real Estate Template.md", "front-matter-invalid"),
        ("kepano-vault/Templates/Stock Trade Template.md", "front-matter-invalid"),
        ("trafilatura/tests/eval/archive.org.he.xinhuanet.com.25340717.html", "encoding-contradiction"),
    ],
)
def test_damaged_ones_report_it(name: str, code: str, shared_articles: Path) -> None:
    found = read_article(shared_articles / name)
    assert code in [problem.code for problem in found.problems]


@pytest.mark.parametrize(
    ("name", "encoding", "words"),
    [
        ("archive.org.he.xinhuanet.com.25340717.html", "gb18030", "巡演"),
        ("auto-presse.de-minisuv.html", "windows-1252", "für"),
        ("mix1.de-clio.html", "windows-1252", "präsentiert"),
        ("next2games.de.anno.html", "windows-1252", "für"),
    ],
)
def test_pages_not_in_utf_8(name: str, encoding: str, words: str, shared_articles: Path) -> None:
    article = read_article(shared_articles / "trafilatura/tests/eval" / name)
    assert article.encoding == encoding
    assert words in article.html and "\ufffd" not in article.html
