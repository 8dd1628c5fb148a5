# SPDX-License-Identifier: MIT
"""What is asked for and what not: addresses, proxies, patience, turns."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.core.images.addresses import addresses_to_try, cache_name, fit_for_request, is_web_address, unwrap
from reader.core.images.download_address import fault_in_address, is_private_address, is_private_host
from reader.core.images.download_answer import AnswerHead, fault_of_status, retry_after
from reader.core.images.download_body import DownloadBody
from reader.core.images.download_queue import DownloadQueue
from reader.core.images.download_types import DownloadLimits, Fault, Reason


@pytest.mark.parametrize(
    ("written", "inner"),
    [
        (
            "https://cors.zfour.workers.dev/?http://image.woshipm.com/a.jpeg?imageMogr2/format/jpg!custom",
            "http://image.woshipm.com/a.jpeg?imageMogr2/format/jpg!custom",
        ),
        ("https://cors.zfour.workers.dev/?http%3A%2F%2Fa.com%2Fb.png", "http://a.com/b.png"),
        ("https://cors-anywhere.herokuapp.com/https://a.com/b.png", "https://a.com/b.png"),
        ("https://i0.wp.com/example.com/a.jpg?w=300&ssl=1", "https://example.com/a.jpg"),
        ("https://images.weserv.nl/?url=example.com/x.png&w=9", "http://example.com/x.png"),
        ("https://wsrv.nl/?url=https%3A%2F%2Fexample.com%2Fx.png", "https://example.com/x.png"),
        ("https://external-content.duckduckgo.com/iu/?u=https%3A%2F%2Fa.org%2Fb.jpg", "https://a.org/b.jpg"),
        ("https://camo.githubusercontent.com/ab/" + b"https://a.org/b.png".hex(), "https://a.org/b.png"),
        ("https://camo.githubusercontent.com/ab/zz", "https://camo.githubusercontent.com/ab/zz"),
        (
            "https://example.com/?url=https://other.org/x.png",
            "https://example.com/?url=https://other.org/x.png",
        ),
        ("https://cors.zfour.workers.dev/?", "https://cors.zfour.workers.dev/?"),
        ("https://wsrv.nl/?url=file:///etc/passwd", "https://wsrv.nl/?url=file:///etc/passwd"),
    ],
)
def test_takes_the_picture_out_of_a_known_proxy(written: str, inner: str) -> None:
    assert unwrap(written) == inner
    assert cache_name(written) == cache_name(inner)


def test_tries_https_first_then_as_written() -> None:
    assert addresses_to_try("http://a.com/x.png") == ("https://a.com/x.png", "http://a.com/x.png")
    assert addresses_to_try("https://a.com/x.png#top") == ("https://a.com/x.png",)
    assert addresses_to_try("http://a.com:8080/x.png") == ("http://a.com:8080/x.png",)
    assert addresses_to_try("http://例子.cn/图 1.png") == (
        "https://xn--fsqu00a.cn/%E5%9B%BE%201.png",
        "http://xn--fsqu00a.cn/%E5%9B%BE%201.png",
    )


def test_one_name_for_all_spellings() -> None:
    names = {
        cache_name(url)
        for url in (
            "http://A.com/x 图.png",
            "https://a.com./x%20图.png#z",
            "https://a.com:443/x%20%E5%9B%BE.png",
        )
    }
    assert len(names) == 1
    assert cache_name("https://a.com?x=1") != cache_name("https://a.com?x=2")
    assert cache_name("https://a.com/A") != cache_name("https://a.com/a")


@settings(max_examples=60)
@given(st.text(max_size=80), st.sampled_from(("", "http://", "https://a.b/", "https://wsrv.nl/?url=")))
def test_no_address_is_too_strange(text: str, start: str) -> None:
    url = start + text
    assert isinstance(cache_name(url), str)
    for address in addresses_to_try(url):
        assert isinstance(fault_in_address(address, allow_private=False), Fault | None)
    if is_web_address(url):
        assert fit_for_request("http://a/" + text).isascii()


@pytest.mark.parametrize(
    "host",
    [
        *("127.0.0.1", "10.1.2.3", "192.168.0.1", "172.16.0.1", "169.254.169.254", "0.0.0.0", "100.64.0.1"),
        *("::1", "fe80::1", "fc00::1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "::"),
        *("localhost", "x.localhost", "printer.local", "2130706433", "0x7f000001", "017700000001", "127.1"),
        *("224.0.0.1", "255.255.255.255", "999.1.1.1", "0x"),
    ],
)
def test_the_local_network_is_known_in_every_spelling(host: str) -> None:
    assert is_private_host(host)


@pytest.mark.parametrize(
    "host", ["93.184.216.34", "2606:4700::1111", "example.com", "8.8.8.8", "local.example.com"]
)
def test_the_web_is_not_the_local_network(host: str) -> None:
    assert not is_private_host(host)


def test_refusals_before_anything_is_looked_up() -> None:
    for url, reason in (
        ("ftp://a.com/x", Reason.SCHEME),
        ("file:///etc/passwd", Reason.SCHEME),
        ("http://", Reason.SCHEME),
        ("http://a.com:99999/", Reason.SCHEME),
        ("http://[::1", Reason.SCHEME),
        ("https://user@a.com/x", Reason.CREDENTIALS),
        ("https://user:word@a.com/x", Reason.CREDENTIALS),
        ("http://127.0.0.1/", Reason.PRIVATE),
    ):
        fault = fault_in_address(url, allow_private=False)
        assert fault is not None, url
        assert fault.reason is reason, url
    assert fault_in_address("http://127.0.0.1/", allow_private=True) is None
    assert is_private_address("nonsense")


def test_patience_in_digits_and_dates() -> None:
    now = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
    assert retry_after("120", now) == 120
    assert retry_after("Sun, 22 Nov 2026 12:01:00 GMT", now) == 60
    assert retry_after("Sun, 22 Nov 2020 12:01:00 GMT", now) == 0
    assert retry_after("soon", now) is None
    assert retry_after("9" * 400, now) == 7 * 86_400
    assert fault_of_status(503, {"retry-after": "5"}).retry_after == 5
    assert fault_of_status(299, {}).message.endswith(".")


def test_the_last_head_counts() -> None:
    head = AnswerHead()
    for line in (
        b"HTTP/1.1 103 Early\r\n",
        b"ETag: a\r\n",
        b"\r\n",
        b"HTTP/1.1 200 OK\r\n",
        b"etag:  b \r\n",
    ):
        assert head.write(line) is None
    assert (head.status, head.fields()) == (200, {"etag": "b"})
    assert head.write(b"x" * 70_000) is not None


@given(st.lists(st.binary(max_size=6000), max_size=12), st.sampled_from((0, 200, 206, 404)))
def test_no_body_is_too_strange(chunks: list[bytes], status: int) -> None:
    body = DownloadBody(20_000, lambda: pytest.fail("small bodies need no file"), lambda: status)
    for chunk in chunks:
        if body.write(chunk) is not None:
            break
    assert body.fault or body.admitted()
    body.discard()


@given(
    st.sampled_from((b"\x89PNG\r\n\x1a\n", b"GIF89a", b"\xff\xd8\xff", b"RIFF\0\0\0\0WEBP", b"BM", b"<svg ")),
    st.binary(),
)
def test_hostile_pictures_are_stored_or_refused(mark: bytes, rest: bytes) -> None:
    """All our readers of picture headers, entered the way a download enters them."""
    body = DownloadBody(1 << 20, lambda: pytest.fail("small bodies need no file"), lambda: 200)
    if body.write(mark + rest) is None:
        admitted = body.admitted()
        if not isinstance(admitted, Fault):
            image, path = admitted
            assert path is None
            assert image.size is None or image.size[0] * image.size[1] <= 100_000_000


def test_turns_are_fair_and_slow_enough() -> None:
    limits = DownloadLimits(per_host=2, host_delay=1.0)
    queue: DownloadQueue[str] = DownloadQueue(limits)
    for name in ("a1", "a2", "a3", "b1"):
        queue.add(name[0], name)
    assert [queue.next(0.0), queue.next(0.0), queue.next(0.0)] == [("a", "a1"), ("b", "b1"), None]
    assert queue.seconds_to_wait(0.0) == 1.0
    assert queue.next(1.0) == ("a", "a2")
    assert queue.next(2.0) is None  # two at once are enough
    queue.finished("a", connected=True)
    queue.hold("a", 10.0)
    assert queue.next(9.0) is None
    assert queue.next(10.0) == ("a", "a3")
    queue.add_later("c", "c1", 20.0)
    assert queue.next(19.0) is None
    assert queue.seconds_to_wait(19.0) == 1.0
    assert queue.next(20.0) == ("c", "c1")
    assert len(queue) == 0
