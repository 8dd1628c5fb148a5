# SPDX-License-Identifier: MIT
"""Against a server that misbehaves: every outcome as it should be, and nothing asked twice for nothing."""

from __future__ import annotations

import gzip
import os
import random
import ssl
import struct
import threading
import time
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from reader.core.images import ImageCache
from reader.core.images.cache_upkeep import verify
from reader.core.images.download import Downloader
from reader.core.images.download_types import (
    DownloadControl,
    DownloadLimits,
    NetworkSettings,
    Outcome,
    Reason,
    Wanted,
)
from tests.core.images.misbehaving_server import Answer, Asked, MisbehavingServer, gzip_bomb

QUICK = DownloadLimits(
    backoff_seconds=0.02, silent_seconds=3, total_seconds=6, connect_seconds=3, host_delay=0, tries=3
)
OPEN = NetworkSettings(allow_private=True, proxies=())


def png(width: int = 3, height: int = 2, filling: bytes = b"") -> bytes:
    """A picture whose header is right; `filling` makes it as long and as unlike others as needed."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", filling) + chunk(b"IEND", b"")


LARGE = png(1000, 1000, random.Random(7).randbytes(900_000))
HTML = b"<!DOCTYPE html><html><body><img src=x></body></html>" * 200


def _redirect(to: str, status: int = 302) -> Callable[[Asked], Answer]:
    return lambda asked: Answer(b"moved", status, {"Location": to}, "text/html")


def _hotlink(asked: Asked) -> Answer:
    """Refuses pages of others, as picture hosts do."""
    referrer = asked.headers.get("referer", "")
    return Answer(png(), 200) if not referrer or "127.0.0.1" in referrer else Answer(b"no", 403)


def _wants_own_referrer(asked: Asked) -> Answer:
    return Answer(png(4, 4)) if "127.0.0.1" in asked.headers.get("referer", "") else Answer(b"no", 403)


class _Moody:
    """Fails a few times, then works."""

    def __init__(self, *answers: Answer) -> None:
        self.answers = list(answers)

    def __call__(self, asked: Asked) -> Answer:
        return self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]


def _resumable(asked: Asked) -> Answer:
    span = asked.headers.get("range", "")
    if not span:
        return Answer(LARGE, headers={"ETag": '"v1"', "Accept-Ranges": "bytes"}, cut_after=300_000)
    assert asked.headers["if-range"] == '"v1"'
    start = int(span.removeprefix("bytes=").rstrip("-"))
    place = {"Content-Range": f"bytes {start}-{len(LARGE) - 1}/{len(LARGE)}", "ETag": '"v1"'}
    return Answer(LARGE[start:], 206, place)


def _changed_meanwhile(asked: Asked) -> Answer:
    if "range" in asked.headers:
        return Answer(png(5, 5), headers={"ETag": '"v2"'})
    return Answer(LARGE, headers={"ETag": '"v1"'}, cut_after=300_000)


def _wrong_part(asked: Asked) -> Answer:
    if "range" in asked.headers:
        return Answer(LARGE[7:], 206, {"Content-Range": f"bytes 7-{len(LARGE) - 1}/{len(LARGE)}"})
    return Answer(LARGE, headers={"ETag": '"v1"'}, cut_after=300_000)


def _conditional(asked: Asked) -> Answer:
    if asked.headers.get("if-none-match") == '"same"':
        return Answer(b"", 304)
    return Answer(png(6, 6), headers={"ETag": '"same"'})


SVG = (
    b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="8" onload="alert(1)"><script>x()</script>'
    b'<image href="http://evil.example/x.png"/><rect width="3" height="3"/></svg>'
)
STORED: dict[str, Callable[[Asked], Answer]] = {
    "/plain.png": lambda asked: Answer(png()),
    "/wrong-header": lambda asked: Answer(png(7, 7), kind="text/plain"),
    "/no-length": lambda asked: Answer(png(8, 8), framed=False),
    "/hotlink": _hotlink,
    "/own-referrer": _wants_own_referrer,
    "/redirected": _redirect("/plain.png", 301),
    "/redirected-far": _redirect("/hop/1"),
    "/hop/1": _redirect("hop2", 303),
    "/hop/hop2": _redirect("/plain.png", 308),
    "/busy": _Moody(Answer(b"", 429, {"Retry-After": "1"}), Answer(png(9, 9))),
    "/unwell": _Moody(Answer(b"", 500), Answer(b"", 502), Answer(png(10, 9))),
    "/resumable": _resumable,
    "/changed": _changed_meanwhile,
    "/drawing.svg": lambda asked: Answer(SVG, kind="image/svg+xml"),
    "/1x65535": lambda asked: Answer(png(1, 65535)),
    "/polyglot": lambda asked: Answer(
        b"\xff\xd8\xff\xc0\x00\x0b\x08\x00\x05\x00\x06\x01\x01" + HTML + b"\xff\xd9"
    ),
    "/conditional": _conditional,
    "/squeezed": lambda asked: Answer(gzip.compress(png(11, 11)), headers={"Content-Encoding": "gzip"}),
}
FAILED: dict[str, tuple[Callable[[Asked], Answer], Reason]] = {
    "/gone": (lambda asked: Answer(HTML, 404), Reason.GONE),
    "/page": (lambda asked: Answer(HTML, kind="image/png"), Reason.NOT_AN_IMAGE),
    "/nothing": (lambda asked: Answer(b""), Reason.NOT_AN_IMAGE),
    "/short-page": (lambda asked: Answer(b"<html>", kind="image/gif"), Reason.NOT_AN_IMAGE),
    "/pdf": (lambda asked: Answer(b"%PDF-1.7" + bytes(9000)), Reason.NOT_AN_IMAGE),
    "/loop": (_redirect("/loop"), Reason.REDIRECTS),
    "/loop-a": (_redirect("/loop-b"), Reason.REDIRECTS),
    "/loop-b": (_redirect("/loop-a"), Reason.REDIRECTS),
    "/endless/n/": (lambda asked: Answer(b"", 302, {"Location": asked.path + "x"}), Reason.REDIRECTS),
    "/to-file": (_redirect("file:///etc/passwd"), Reason.SCHEME),
    "/to-ftp": (_redirect("ftp://127.0.0.1/x.png"), Reason.SCHEME),
    "/to-credentials": (_redirect("http://me:secret@127.0.0.1/x.png"), Reason.CREDENTIALS),
    "/nowhere": (lambda asked: Answer(b"", 302), Reason.REDIRECTS),
    "/truncated": (lambda asked: Answer(png(2, 2, bytes(9000)), cut_after=500), Reason.TRUNCATED),
    "/truncated-unframed": (
        lambda asked: Answer(png(2, 2, bytes(9000)), framed=False, cut_after=5000),
        Reason.TRUNCATED,
    ),
    "/drip": (lambda asked: Answer(png(2, 2, bytes(4000)), pause=0.1, piece=2), Reason.TIMEOUT),
    "/bomb": (
        lambda asked: Answer(gzip_bomb(40 << 20), headers={"Content-Encoding": "gzip"}),
        Reason.NOT_AN_IMAGE,
    ),
    "/huge-claimed": (lambda asked: Answer(png(), length=30 << 20, cut_after=40), Reason.TOO_LARGE),
    "/huge": (lambda asked: Answer(png(9, 9, bytes(26 << 20)), framed=False), Reason.TOO_LARGE),
    "/pixels": (lambda asked: Answer(png(40_000, 40_000)), Reason.TOO_MANY_PIXELS),
    "/sizeless": (lambda asked: Answer(b"\xff\xd8\xff\xe0" + bytes(6000)), Reason.DAMAGED),
    "/broken.svg": (lambda asked: Answer(b"<svg xmlns='http://www.w3.org/2000/svg'><g>"), Reason.DAMAGED),
    "/always-busy": (lambda asked: Answer(b"", 429, {"Retry-After": "3600"}), Reason.RATE_LIMITED),
    "/always-unwell": (lambda asked: Answer(b"", 503), Reason.SERVER),
    "/forbidden": (lambda asked: Answer(b"", 403), Reason.FORBIDDEN),
    "/wrong-part": (_wrong_part, Reason.TRUNCATED),
}
ROUTES = STORED | {path: respond for path, (respond, _) in FAILED.items()}


@pytest.fixture
def cache(tmp_path: Path) -> Iterator[ImageCache]:
    cache = ImageCache(tmp_path / "images")
    yield cache
    cache.close()


def fetch(
    cache: ImageCache,
    *urls: str,
    limits: DownloadLimits = QUICK,
    settings: NetworkSettings = OPEN,
    article_host: str = "",
    refresh: bool = False,
) -> dict[str, Outcome]:
    """The outcome for each address."""
    outcomes: dict[str, Outcome] = {}
    Downloader(cache, limits, settings).fetch(
        [Wanted(url, article_host, refresh) for url in urls],
        lambda outcome: outcomes.__setitem__(outcome.url, outcome),
    )
    return outcomes


def test_a_misbehaving_server(cache: ImageCache) -> None:
    """All in one run, so that no outcome spoils another."""
    with MisbehavingServer(ROUTES) as server:
        outcomes = fetch(cache, *(server.url(path) for path in ROUTES))
        counts = server.counts()
        asked = list(server.asked)
    wrong = {
        path: outcomes[server.url(path)]
        for path in STORED
        if outcomes[server.url(path)].fault is not None or cache.find(server.url(path)) is None
    }
    assert not wrong
    for path, (_, reason) in FAILED.items():
        fault = outcomes[server.url(path)].fault
        assert fault is not None, path
        assert (path, fault.reason) == (path, reason), fault
        assert fault.message.endswith("."), path
        assert cache.find(server.url(path)) is None
        failure = cache.failure(server.url(path))
        assert failure is not None, path  # also where a redirect led to what is refused
        assert failure.retry_at > failure.failed_at, path
    assert counts["/gone"] == counts["/page"] == counts["/pixels"] == 1  # what lasts is not asked again
    assert counts["/always-unwell"] == QUICK.tries
    assert counts["/always-busy"] == 1  # an hour of patience is another day's work
    first, second = (one.moment for one in asked if one.path == "/busy")
    assert second - first >= 1
    assert [one.headers.get("range") is not None for one in asked if one.path == "/resumable"] == [
        False,
        True,
    ]
    for one in asked:
        assert one.headers["user-agent"].startswith("ArticleReader/")
        assert not {"cookie", "authorization", "origin", "cache-control"} & one.headers.keys()
        if one.path not in ("/own-referrer", "/forbidden"):
            assert "referer" not in one.headers
    verdict = verify(cache)
    assert not verdict.corrupt
    assert not verdict.lost
    assert len(list((cache.folder / "incoming").iterdir())) == 1  # the beginning of /wrong-part
    found = cache.find(server.url("/resumable"))
    assert found is not None
    assert found.data == LARGE
    drawing = cache.find(server.url("/drawing.svg"))
    assert drawing is not None
    assert b"script" not in drawing.data
    assert b"onload" not in drawing.data
    assert b"evil" not in drawing.data
    assert b"<rect" in drawing.data


def test_http2_and_a_certificate_of_ones_own(cache: ImageCache, tmp_path: Path) -> None:
    trustme = pytest.importorskip("trustme")
    authority = trustme.CA()
    authority.cert_pem.write_to_path(tmp_path / "ca.pem")
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.set_alpn_protocols(["h2", "http/1.1"])
    authority.issue_cert("127.0.0.1", "localhost").configure_cert(context)
    routes: dict[str, Callable[[Asked], Answer]] = {
        "/n/": lambda asked: Answer(png(3, 3, asked.path.encode())),
        "/large": lambda asked: Answer(LARGE),
        "/reset": lambda asked: Answer(LARGE, cut_after=5),
        "/no-length": lambda asked: Answer(png(4, 4), framed=False),
    }
    with MisbehavingServer(routes, context) as server:
        trusting = NetworkSettings(True, (), tmp_path / "ca.pem")
        urls = [server.url(f"/n/{n}") for n in range(40)]
        outcomes = fetch(
            cache, *urls, *map(server.url, ("/large", "/reset", "/no-length")), settings=trusting
        )
        assert {outcomes[url].fault for url in [*urls, server.url("/large"), server.url("/no-length")]} == {
            None
        }
        reset = outcomes[server.url("/reset")].fault
        assert reset is not None
        assert reset.reason is Reason.BROKEN
        assert {asked.http for asked in server.asked} == {"2"}
        assert server.connections <= 3
        stranger = fetch(cache, server.url("/n/99"))[server.url("/n/99")].fault
        assert stranger is not None
        assert stranger.reason is Reason.CERTIFICATE


def test_refuses_the_local_network_without_asking(cache: ImageCache) -> None:
    with MisbehavingServer(ROUTES) as server:
        port = server.port
        hosts = (
            "127.0.0.1",
            "localhost",
            "[::1]",
            "2130706433",
            "0x7f.1",
            "127.1",
            "[::ffff:127.0.0.1]",
            "0",
        )
        urls = [f"http://{host}:{port}/plain.png" for host in hosts]
        outcomes = fetch(cache, *urls, settings=NetworkSettings(proxies=()))
        for url in urls:
            fault = outcomes[url].fault
            assert fault is not None, url
            assert fault.reason is Reason.PRIVATE, url
        assert server.connections == 0


def test_refuses_a_name_that_leads_to_the_local_network(
    cache: ImageCache, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As with DNS rebinding: the name looks public, the address at the moment of connecting is not."""
    from reader.core.images import download_address

    monkeypatch.setattr(download_address, "is_private_host", lambda host: False)
    with MisbehavingServer(ROUTES) as server:
        url = server.url("/plain.png", "localhost")
        fault = fetch(cache, url, settings=NetworkSettings(proxies=()))[url].fault
        assert fault is not None
        assert fault.reason is Reason.PRIVATE
        assert not server.asked


def test_an_article_of_a_private_host_may_have_its_pictures(cache: ImageCache) -> None:
    routes: dict[str, Callable[[Asked], Answer]] = {
        "/plain.png": lambda asked: Answer(png()),
        "/elsewhere": lambda asked: Answer(b"", 302, {"Location": "http://127.0.0.2/x.png"}),
    }
    with MisbehavingServer(routes) as server:
        urls = [server.url("/plain.png"), server.url("/elsewhere")]
        outcomes = fetch(cache, *urls, settings=NetworkSettings(proxies=()), article_host="127.0.0.1")
        assert outcomes[urls[0]].fault is None
        fault = outcomes[urls[1]].fault
        assert fault is not None
        assert fault.reason is Reason.PRIVATE


def test_asks_whether_a_stored_picture_has_changed(cache: ImageCache) -> None:
    with MisbehavingServer(STORED) as server:
        url = server.url("/conditional")
        fetch(cache, url)
        assert fetch(cache, url, refresh=True)[url].unchanged
        assert server.counts()["/conditional"] == 2


def test_a_host_that_is_down_is_given_up_soon(cache: ImageCache) -> None:
    with MisbehavingServer({}) as server:
        port = server.port
    began = time.monotonic()
    urls = [f"http://127.0.0.1:{port}/{n}.png" for n in range(300)]
    outcomes = fetch(cache, *urls, limits=DownloadLimits(backoff_seconds=0.05))
    faults = {outcome.fault.reason for outcome in outcomes.values() if outcome.fault}
    assert len(outcomes) == 300
    assert faults == {Reason.UNREACHABLE}
    assert time.monotonic() - began < 5


def test_is_gentle_with_each_host(cache: ImageCache) -> None:
    limits = DownloadLimits(own_machine_per_host=3, backoff_seconds=0.05)
    routes = {"/n/": lambda asked: Answer(png(2, 2, asked.path.encode() * 9), pause=0.01, piece=64)}
    with MisbehavingServer(routes) as server:
        fetch(cache, *(server.url(f"/n/{n}") for n in range(30)), limits=limits)
        assert 1 < server.most_active <= 3


def test_pause_cancel_and_go_on(cache: ImageCache) -> None:
    routes = {"/n/": lambda asked: Answer(png(2, 2, asked.path.encode() * 9), pause=0.04, piece=32)}
    with MisbehavingServer(routes) as server:
        urls = [server.url(f"/n/{n}") for n in range(70)]
        control = DownloadControl()
        stored: list[Outcome] = []
        paused_at: list[int] = []

        def on_outcome(outcome: Outcome) -> None:
            stored.append(outcome)
            if len(stored) == 1:
                control.pause()
                threading.Timer(0.5, lambda: (paused_at.append(len(server.asked)), control.resume())).start()
                threading.Timer(0.2, lambda: paused_at.append(len(server.asked))).start()
            if paused_at[1:]:
                control.cancel()

        downloader = Downloader(cache, QUICK, OPEN, control)
        downloader.fetch([Wanted(url) for url in urls], on_outcome)
        assert len(paused_at) == 2
        assert paused_at[0] == paused_at[1]  # nothing new began while paused
        assert len(stored) < 70
        for outcome in stored:
            assert cache.find(outcome.url) is not None
        left = [url for url in urls if cache.find(url) is None]
        assert {outcome.fault for outcome in fetch(cache, *left).values()} == {None}
    assert not verify(cache).lost


def test_a_broken_transfer_goes_on_in_the_next_run(cache: ImageCache) -> None:
    with MisbehavingServer({"/large": _resumable}) as server:
        url = server.url("/large")
        once = DownloadLimits(backoff_seconds=0.01, tries=1)
        fault = fetch(cache, url, limits=once)[url].fault
        assert fault is not None
        assert fault.reason is Reason.TRUNCATED
        assert fetch(cache, url, limits=once)[url].fault is None
        assert server.asked[-1].headers["range"] == "bytes=300000-"
        found = cache.find(url)
        assert found is not None
        assert found.data == LARGE


def test_memory_stays_bounded(cache: ImageCache) -> None:
    """Sixteen pictures of twenty megabytes at once stay in files."""
    resource = pytest.importorskip("resource")
    body = png(100, 100, os.urandom(1 << 20) * 20)
    routes = {"/n/": lambda asked: Answer(body)}
    with MisbehavingServer(routes) as server:
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        outcomes = fetch(cache, *(server.url(f"/n/{n}") for n in range(8)), limits=DownloadLimits())
        grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    assert {outcome.fault for outcome in outcomes.values()} == {None}
    assert grown < 150 * 1024
