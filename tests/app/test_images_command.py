# SPDX-License-Identifier: MIT
"""`images`: the contract of docs/COMMANDS.md, against a server on this machine."""

from __future__ import annotations

import hashlib
import io
import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from reader.app.commands import image_work, run_command
from reader.app.commands.stores import opened_library
from reader.app.paths import AppPaths, image_places
from reader.core.images import ImageCache, cache_upkeep
from reader.core.images.inspect_image import image_in_bytes
from reader.core.library import ArticleQuery
from reader.core.settings import Preferences, options
from tests.core.images.misbehaving_server import Answer, Asked, MisbehavingServer
from tests.core.images.test_download import png

ROUTES: dict[str, Callable[[Asked], Answer]] = {
    "/a.png": lambda asked: Answer(png(4, 3)),
    "/b.png": lambda asked: Answer(png(5, 3)),
    "/page.png": lambda asked: Answer(b"<html>no</html>"),
}
LAST = {"articles", "images", "cached", "missing", "failed", "bytes", "seconds"}


@pytest.fixture
def server() -> Iterator[MisbehavingServer]:
    with MisbehavingServer(dict(ROUTES)) as server:
        yield server


@pytest.fixture
def article(tmp_path: Path, server: MisbehavingServer) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "here.png").write_bytes(png(9, 9))
    text = "# Pictures\n\n" + "\n\n".join(
        f"![]({address})"
        for address in (
            "here.png",
            "lost.png",
            server.url("/a.png"),
            server.url("/page.png"),
            server.url("/gone.png"),
        )
    )
    path = folder / "article.md"
    path.write_text(text, "utf-8")
    return path


def _images(
    capfd: pytest.CaptureFixture[str], paths: AppPaths, *words: str | Path, status: int = 0
) -> tuple[list[dict[str, Any]], dict[str, Any]]:
    assert run_command("images", ["--json", *map(str, words)], paths) == status
    lines = [json.loads(line) for line in capfd.readouterr().out.splitlines()]
    return lines[:-1], lines[-1]


def test_says_what_is_missing_without_asking_anybody(
    capfd: pytest.CaptureFixture[str], app_paths: AppPaths, article: Path, server: MisbehavingServer
) -> None:
    lines, last = _images(capfd, app_paths, article)
    assert set(last) == LAST
    assert (last["articles"], last["images"], last["cached"], last["missing"], last["failed"]) == (
        1,
        5,
        1,
        4,
        0,
    )
    assert {line["url"]: line["reason"] for line in lines} == {
        "lost.png": "no-address",
        server.url("/a.png"): "refused-private-address",
        server.url("/page.png"): "refused-private-address",
        server.url("/gone.png"): "refused-private-address",
    }
    assert {line["article"] for line in lines} == {str(article)}
    assert not server.asked
    assert not app_paths.images.exists()


def test_fetches_and_tells_what_is_still_missing(
    capfd: pytest.CaptureFixture[str], app_paths: AppPaths, article: Path, server: MisbehavingServer
) -> None:
    _, refused = _images(capfd, app_paths, article, "--fetch")
    assert (refused["cached"], refused["missing"], refused["failed"]) == (1, 1, 3)
    assert not server.asked
    lines, last = _images(capfd, app_paths, article, "--fetch", "--allow-private")
    assert (last["images"], last["cached"], last["missing"], last["failed"]) == (5, 2, 1, 2)
    assert last["bytes"] == len(png(9, 9)) + len(png(4, 3))
    assert {line["url"]: line["reason"] for line in lines} == {
        "lost.png": "no-address",
        server.url("/page.png"): "not-an-image",
        server.url("/gone.png"): "gone",
    }
    asked = len(server.asked)
    _, again = _images(capfd, app_paths, article)
    assert again["cached"] == 2
    assert again["failed"] == 2
    assert len(server.asked) == asked


def test_a_named_article_is_tried_again(
    capfd: pytest.CaptureFixture[str], app_paths: AppPaths, article: Path, server: MisbehavingServer
) -> None:
    words = (article, "--fetch", "--allow-private")
    _images(capfd, app_paths, *words)
    server.routes["/gone.png"] = lambda asked: Answer(png(6, 3))
    _, last = _images(capfd, app_paths, *words)
    assert last["failed"] == 1
    assert server.counts()["/a.png"] == 1


def test_the_library_waits_before_it_tries_again(
    capfd: pytest.CaptureFixture[str], app_paths: AppPaths, article: Path, server: MisbehavingServer
) -> None:
    assert run_command("add", [str(article.parent)], app_paths) == 0
    capfd.readouterr()
    words = ("--all", "--fetch", "--allow-private")
    _, last = _images(capfd, app_paths, *words)
    assert (last["articles"], last["cached"]) == (1, 2)
    asked, reason = server.counts(), _reason(app_paths)
    _images(capfd, app_paths, *words)
    assert server.counts() == asked
    _forget_reasons(app_paths)
    _images(capfd, app_paths, *words)
    assert _reason(app_paths) == reason
    _images(capfd, app_paths, *words, "--retry")
    assert server.counts()["/gone.png"] == asked["/gone.png"] + 1


def _reason(paths: AppPaths) -> str:
    with opened_library(paths) as library:
        return library.articles(ArticleQuery())[0].missing_reason


def _forget_reasons(paths: AppPaths) -> None:
    """As a download that was killed leaves them."""
    with opened_library(paths) as library:
        library.pictures.count(
            lambda urls: dict.fromkeys((url for url in urls if "/a.png" not in url), "not-fetched")
        )


def test_a_picture_of_several_articles_is_one_step_of_the_progress(
    capfd: pytest.CaptureFixture[str], app_paths: AppPaths, article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO())
    other = article.with_name("other.md")
    other.write_text(article.read_text("utf-8"), "utf-8")
    lines, _ = _images(capfd, app_paths, article, other, "--fetch", "--allow-private", "--progress")
    told = [line for line in lines if "done" in line][-1]
    assert (told["done"], told["total"], told["stored"]) == (3, 3, 1)


def test_only_from_the_hosts_that_were_named(
    capfd: pytest.CaptureFixture[str], app_paths: AppPaths, article: Path, server: MisbehavingServer
) -> None:
    words = (article, "--fetch", "--allow-private", "--host")
    _images(capfd, app_paths, *words, "example.com")
    assert not server.asked
    _images(capfd, app_paths, *words, "127.0.0.1")
    assert server.asked


def test_verify_and_prune(
    capfd: pytest.CaptureFixture[str], app_paths: AppPaths, article: Path, server: MisbehavingServer
) -> None:
    _images(capfd, app_paths, article, "--fetch", "--allow-private")
    _, last = _images(capfd, app_paths, "--verify")
    assert (last["corrupt"], last["lost"], last["stored"]) == (0, 0, 1)
    cache = ImageCache(app_paths.images)
    found = cache.find(server.url("/a.png"))
    cache.close()
    assert found is not None
    assert found.path is not None
    data = found.path.read_bytes()
    found.path.write_bytes(data[:-1] + b"?")
    assert _images(capfd, app_paths, "--verify")[1]["corrupt"] == 1
    _images(capfd, app_paths, "--prune")
    assert _images(capfd, app_paths, "--verify")[1]["stored"] == 0
    assert _images(capfd, app_paths, article, "--fetch", "--allow-private")[1]["cached"] == 2


def test_the_limit_is_enforced_after_fetching(
    capfd: pytest.CaptureFixture[str], app_paths: AppPaths, tmp_path: Path, server: MisbehavingServer
) -> None:
    server.routes["/n/"] = lambda asked: Answer(png(9, 9, asked.path.encode() * 400_000))
    app_paths.preferences.parent.mkdir(parents=True, exist_ok=True)
    app_paths.preferences.write_text("[images]\nlimit_mb = 50\n", "utf-8")
    articles = tmp_path / "large"
    articles.mkdir()
    for number in range(5):
        pictures = (f"![]({server.url(f'/n/{number}{part}xxxxxxxxxx')})" for part in range(2))
        (articles / f"{number}.md").write_text("# x\n\n" + "\n\n".join(pictures), "utf-8")
    assert run_command("add", [str(articles)], app_paths) == 0
    capfd.readouterr()
    _images(capfd, app_paths, articles / "0.md", "--fetch", "--allow-private")
    _images(capfd, app_paths, "--all", "--fetch", "--allow-private")
    stored = sum(path.stat().st_size for path in (app_paths.images / "files").rglob("*.png"))
    assert 0 < stored <= 50 << 20


def test_the_limit_is_looked_after_while_pictures_come_in(
    capfd: pytest.CaptureFixture[str],
    app_paths: AppPaths,
    article: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    limits: list[int] = []
    monkeypatch.setattr(image_work, "BATCH_BYTES", 1)
    monkeypatch.setattr(cache_upkeep, "prune", lambda _cache, limit, _exempt: limits.append(limit) or 0)
    _images(capfd, app_paths, article, "--fetch", "--allow-private")
    assert len(limits) > 1
    assert set(limits) == {Preferences(app_paths.preferences).get(options.IMAGES_LIMIT) << 20}


def test_a_rendered_article_has_its_cached_pictures_inside(
    capfd: pytest.CaptureFixture[str], app_paths: AppPaths, article: Path, server: MisbehavingServer
) -> None:
    assert run_command("render", [str(article)], app_paths) == 0
    before = capfd.readouterr().out.count('src="data:image/png')
    _images(capfd, app_paths, article, "--fetch", "--allow-private")
    assert run_command("render", [str(article)], app_paths) == 0
    assert capfd.readouterr().out.count('src="data:image/png') == before + 1


def test_an_article_that_cannot_be_read(capfd: pytest.CaptureFixture[str], app_paths: AppPaths) -> None:
    _, last = _images(capfd, app_paths, "/nowhere/x.md", status=1)
    assert last["articles"] == 0


def test_a_category_by_its_name(
    capfd: pytest.CaptureFixture[str], app_paths: AppPaths, tmp_path: Path, server: MisbehavingServer
) -> None:
    folder = tmp_path / "named"
    folder.mkdir()
    for name, category in (("a", "[News, In/Out]"), ("b", "[Other]")):
        text = f"---\ntitle: {name}\ncategories: {category}\n---\n\n![]({server.url(f'/{name}.png')})\n"
        (folder / f"{name}.md").write_text(text, "utf-8")
    assert run_command("add", [str(folder), "--dialect", "hexo"], app_paths) == 0
    capfd.readouterr()
    _, last = _images(capfd, app_paths, "--category", "News/In/Out")
    assert (last["articles"], last["images"]) == (1, 1)
    assert _images(capfd, app_paths, "--starred")[1]["articles"] == 0


def test_the_articles_named_in_a_file(
    capfd: pytest.CaptureFixture[str],
    app_paths: AppPaths,
    article: Path,
    server: MisbehavingServer,
    tmp_path: Path,
) -> None:
    other = article.with_name("other one.md")
    other.write_text(f"![]({server.url('/b.png')})\n", "utf-8")
    assert run_command("add", [str(article.parent)], app_paths) == 0
    capfd.readouterr()
    names = tmp_path / "names"
    names.write_bytes(os.fsencode(other) + b"\0")
    _, last = _images(capfd, app_paths, "--from", names, "--fetch", "--allow-private")
    assert (last["articles"], last["cached"]) == (1, 1)
    assert [asked.path for asked in server.asked] == ["/b.png"]
    assert run_command("images", ["--from", str(tmp_path / "none")], app_paths) == 1
    assert "cannot be read" in capfd.readouterr().err


def test_with_the_server_gone_an_article_looks_the_same(
    capfd: pytest.CaptureFixture[str], app_paths: AppPaths, tmp_path: Path
) -> None:
    path = tmp_path / "complete.md"
    with MisbehavingServer(dict(ROUTES)) as server:
        path.write_text(f"# t\n\n![]({server.url('/a.png')})\n\n![]({server.url('/b.png')})\n", "utf-8")
        assert _images(capfd, app_paths, path, "--fetch", "--allow-private")[1]["cached"] == 2
        assert run_command("render", [str(path)], app_paths) == 0
        before, asked = capfd.readouterr().out, len(server.asked)
        assert run_command("render", [str(path)], app_paths) == 0
        assert len(server.asked) == asked
        assert capfd.readouterr().out == before
    assert run_command("render", [str(path)], app_paths) == 0
    assert capfd.readouterr().out == before
    assert before.count("data:image/png") == 2


def test_all_opens_no_article_twice(
    capfd: pytest.CaptureFixture[str], app_paths: AppPaths, article: Path, server: MisbehavingServer
) -> None:
    assert run_command("add", [str(article.parent)], app_paths) == 0
    capfd.readouterr()
    before = _images(capfd, app_paths, "--all")
    with opened_library(app_paths) as library:
        (listed,) = library.articles(ArticleQuery(lacking=True))
        assert (listed.pictures, listed.missing_pictures) == (5, 4)
    status = article.stat()
    article.write_bytes(b" " * status.st_size)  # who opened it now would find nothing in it
    again = _images(capfd, app_paths, "--all")
    assert [again[0], again[1] | {"seconds": 0}] == [before[0], before[1] | {"seconds": 0}]
    lines, last = _images(capfd, app_paths, "--all", "--fetch", "--allow-private")
    assert (last["cached"], last["missing"], last["failed"]) == (2, 1, 2)
    assert {line["reason"] for line in lines} == {"no-address", "not-an-image", "gone"}
    with opened_library(app_paths) as library:
        (listed,) = library.articles()
        assert (listed.pictures, listed.missing_pictures) == (5, 3)
    (app_paths.images / "files").rename(app_paths.images / "elsewhere")
    _images(capfd, app_paths, "--verify")
    with opened_library(app_paths) as library:
        (listed,) = library.articles()
        assert listed.missing_pictures == 4


def test_an_archive_of_ones_own_is_looked_into_first(
    capfd: pytest.CaptureFixture[str],
    app_paths: AppPaths,
    article: Path,
    server: MisbehavingServer,
    tmp_path: Path,
) -> None:
    folder = tmp_path / "archive"
    folder.mkdir()
    (folder / hashlib.sha1(server.url("/a.png").encode()).hexdigest()).write_bytes(png(4, 3))
    Preferences(app_paths.preferences).set(options.IMAGES_ARCHIVE, str(folder))
    _, last = _images(capfd, app_paths, article, "--fetch", "--allow-private")
    assert last["cached"] == 2
    assert "/a.png" not in {asked.path for asked in server.asked}
    assert not list((app_paths.images / "files").glob("*/*"))


def test_tells_the_room_of_each_category(
    capfd: pytest.CaptureFixture[str], app_paths: AppPaths, server: MisbehavingServer, tmp_path: Path
) -> None:
    folder = tmp_path / "posts"
    folder.mkdir()
    for name, category, picture in (("one", "A", "/a.png"), ("two", "A", "/a.png"), ("three", "B", "/b.png")):
        text = f"---\ntitle: {name}\ncategories: [{category}, C]\n---\n\n![]({server.url(picture)})\n"
        server.routes[f"{picture}?{name}"] = server.routes[picture]
        text += f"\n![the same picture under another address]({server.url(picture)}?{name})\n"
        (folder / f"{name}.md").write_text(text, "utf-8")
    assert run_command("add", [str(folder), "--categories", "path"], app_paths) == 0
    capfd.readouterr()
    _images(capfd, app_paths, "--all", "--fetch", "--allow-private")
    lines, last = _images(capfd, app_paths, "--sizes")
    told = {tuple(line["category"]): (line["pictures"], line["bytes"]) for line in lines}
    assert told[("A",)] == told[("A", "C")] == (1, len(png(4, 3)))
    assert told[("B",)] == (1, len(png(5, 3)))
    assert last["room"] == len(png(4, 3)) + len(png(5, 3))
    assert last["folder"] == str(app_paths.images)


def test_moves_what_is_stored_and_back(
    capfd: pytest.CaptureFixture[str],
    app_paths: AppPaths,
    article: Path,
    server: MisbehavingServer,
    tmp_path: Path,
) -> None:
    _images(capfd, app_paths, article, "--fetch", "--allow-private")
    busy = tmp_path / "busy"
    busy.mkdir()
    (busy / "mine.txt").write_text("mine")
    assert run_command("images", ["--json", "--move", str(busy)], app_paths) == 0
    moved = Path(json.loads(capfd.readouterr().out)["folder"])
    assert moved.parent == busy
    assert image_places(app_paths).folder == moved
    assert not list((app_paths.images / "files").glob("*/*"))
    server.asked.clear()
    _, last = _images(capfd, app_paths, article, "--verify")
    assert (last["cached"], last["stored"], last["lost"]) == (2, 1, 0)
    stray = ImageCache(app_paths.images)  # somebody who had not heard of the move
    found = image_in_bytes(png(8, 8))
    assert found is not None
    stray.store(server.url("/b.png"), found)
    stray.close()
    _images(capfd, app_paths, "--prune")
    assert len(list((moved / "files").glob("*/*"))) == 2
    assert run_command("images", ["--json", "--move", "default"], app_paths) == 0
    assert Path(json.loads(capfd.readouterr().out)["folder"]) == app_paths.images
    _, last = _images(capfd, app_paths, article, "--verify")
    assert (last["cached"], last["stored"], last["lost"]) == (2, 2, 0)
    assert (busy / "mine.txt").read_text() == "mine"
    assert not server.asked
    assert run_command("images", ["--move", str(app_paths.images / "inside")], app_paths) == 1


@pytest.mark.skipif(os.name != "posix", reason="links need rights on Windows")
def test_a_move_to_the_same_folder_under_another_name_loses_nothing(
    app_paths: AppPaths, tmp_path: Path
) -> None:
    stored = ImageCache(app_paths.images)
    found = image_in_bytes(png(8, 8))
    assert found is not None
    stored.store("https://example.com/b.png", found)
    stored.commit()
    link = tmp_path / "link"
    link.symlink_to(app_paths.images)
    around = app_paths.images / ".." / app_paths.images.name
    for name in (link, around):
        assert run_command("images", ["--json", "--move", str(name)], app_paths) == 0
        assert run_command("images", ["--json", "--prune"], app_paths) == 0
        assert stored.find("https://example.com/b.png") is not None
    assert run_command("images", ["--move", str(link / "inside")], app_paths) == 1
    stored.close()


def test_a_disk_that_is_away_is_told(
    capfd: pytest.CaptureFixture[str], app_paths: AppPaths, article: Path, tmp_path: Path
) -> None:
    Preferences(app_paths.preferences).set(options.IMAGES_FOLDER, str(tmp_path / "disk" / "pictures"))
    assert run_command("images", [str(article)], app_paths) == 1
    assert "cannot be reached" in capfd.readouterr().err
    assert not (tmp_path / "disk").exists()
    assert run_command("images", ["--move", "default"], app_paths) == 0
    assert run_command("images", [str(article)], app_paths) == 0
