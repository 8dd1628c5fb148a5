# SPDX-License-Identifier: MIT
"""What an article misses, and why, without asking the network."""

from __future__ import annotations

from pathlib import Path

from reader.core.article import ReadOptions
from reader.core.images import ImageCache, ImageLookup
from reader.core.images.cache_rows import Failure
from reader.core.images.download_types import Reason
from reader.core.images.inspect_image import image_in_bytes
from reader.core.images.survey import ImageSurvey, survey_images
from reader.core.open_article import open_article
from tests.core.images.test_download import png


def _survey(folder: Path, cache: ImageCache, *addresses: str, source: str = "") -> ImageSurvey:
    path = folder / "article.md"
    header = f"---\ntitle: t\nsource_url: {source}\n---\n\n" if source else ""
    path.write_text(header + "\n\n".join(f"![]({address})" for address in addresses), "utf-8")
    article = open_article(path, ReadOptions())
    return survey_images(article, ImageLookup(article, None, cache), cache)


def test_tells_why_each_picture_is_missing(tmp_path: Path) -> None:
    cache = ImageCache(tmp_path / "images")
    image = image_in_bytes(png())
    assert image is not None
    cache.store("https://a.com/stored.png", image)
    cache.fail(Failure("https://a.com/failed.png", "gone", "The server answered 404.", 10.0, 4e9))
    cache.commit()
    addresses = ("stored", "failed", "new")
    survey = _survey(
        tmp_path,
        cache,
        *(f"https://a.com/{name}.png" for name in addresses),
        *("here.png", "http://192.168.0.9/router.png", "https://me:word@a.com/x.png"),
    )
    assert (survey.images, survey.bytes) == (6, len(png()))
    reasons = {one.url.rpartition("/")[2]: one.reason for one in survey.missing}
    assert reasons == {
        "failed.png": Reason.GONE,
        "new.png": Reason.NOT_FETCHED,
        "here.png": Reason.NO_ADDRESS,
        "router.png": Reason.PRIVATE,
        "x.png": Reason.CREDENTIALS,
    }
    now, later = 1000.0, 5e9
    worth = {one.reason for one in survey.missing if one.is_worth_a_try(now, retry=False)}
    assert worth == {Reason.NOT_FETCHED}
    assert {one.reason for one in survey.missing if one.is_worth_a_try(later, retry=False)} == worth | {
        Reason.GONE
    }
    assert {one.reason for one in survey.missing if one.is_worth_a_try(now, retry=True)} == worth | {
        Reason.GONE
    }
    cache.close()


def test_what_a_host_redirects_to_is_refused_for_a_while(tmp_path: Path) -> None:
    """The address itself may be asked: another answer is possible, but not at once."""
    cache = ImageCache(tmp_path / "images")
    cache.fail(Failure("https://a.com/x.png", Reason.SCHEME, "A redirect leads to file:.", 10.0, 5000.0))
    cache.commit()
    (missing,) = _survey(tmp_path, cache, "https://a.com/x.png").missing
    assert missing.reason is Reason.SCHEME
    assert not missing.is_worth_a_try(1000.0, retry=False)
    assert missing.is_worth_a_try(1000.0, retry=True)
    assert missing.is_worth_a_try(6000.0, retry=False)
    cache.close()


def test_an_articles_own_host_may_be_private(tmp_path: Path) -> None:
    cache = ImageCache(tmp_path / "images")
    picture = "http://192.168.0.9/x.png"
    survey = _survey(tmp_path, cache, picture, source="http://192.168.0.9/post")
    assert [one.reason for one in survey.missing] == [Reason.NOT_FETCHED]
    assert survey.article_host == "192.168.0.9"
