# SPDX-License-Identifier: MIT
"""Fetches pictures into the cache: many at once, gently, and nothing that is not one.

This room's `download*` modules are the only ones that open a socket. One thread runs the loop; the network
library (libcurl) does the waiting for all connections at once.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from urllib.parse import urljoin

import pycurl

from reader.core.images.addresses import addresses_to_try, cache_name, fit_for_request, host_of
from reader.core.images.cache_rows import Failure
from reader.core.images.download_address import fault_in_address
from reader.core.images.download_answer import NETWORK_ERRORS, fault_of_network, fault_of_status
from reader.core.images.download_body import is_whole
from reader.core.images.download_proxies import Proxies
from reader.core.images.download_queue import DownloadQueue
from reader.core.images.download_transfer import Request, Transfer
from reader.core.images.download_types import (
    LASTING,
    REFUSALS,
    DownloadControl,
    DownloadLimits,
    Fault,
    NetworkSettings,
    Outcome,
    Reason,
    Wanted,
)
from reader.core.images.image_cache import ImageCache

_AHEAD = 512  # requests that wait while others run
_COMMIT_SECONDS = 0.25
_COMMIT_AFTER = 1024  # each commit costs the disk a write; what is not committed is not reported either
_LONGEST_SLEEP = 0.1
_WORTH_KEEPING = 32 * 1024  # bytes of a beginning
_UNCONNECTED = frozenset((Reason.UNREACHABLE, Reason.CERTIFICATE))
_TRY_AGAIN = frozenset(
    (Reason.SERVER, Reason.RATE_LIMITED, Reason.TIMEOUT, Reason.BROKEN, Reason.TRUNCATED, Reason.UNREACHABLE)
)
_HOUR = 3600.0
_HTTP_2 = 3  # as CURLINFO_HTTP_VERSION counts
_ERROR_NAMES = {getattr(pycurl, name): name for name in NETWORK_ERRORS}


class Downloader:
    """Fetches what is wanted into `cache`; each picture is reported after it is safely stored."""

    def __init__(
        self,
        cache: ImageCache,
        limits: DownloadLimits | None = None,
        settings: NetworkSettings | None = None,
        control: DownloadControl | None = None,
    ) -> None:
        self._cache = cache
        self._limits = limits or DownloadLimits()
        self._settings = settings or NetworkSettings()
        self._proxies = Proxies(self._settings.proxies)
        self.control = control or DownloadControl()
        self._queue: DownloadQueue[Request] = DownloadQueue(self._limits)
        self._multi = pycurl.CurlMulti()
        self._multi.setopt(pycurl.M_MAX_TOTAL_CONNECTIONS, self._limits.connections)
        self._multi.setopt(pycurl.M_MAXCONNECTS, self._limits.connections)
        self._idle: list[Transfer] = []
        self._active: dict[pycurl.Curl, tuple[str, Transfer]] = {}
        self._outcomes: list[Outcome] = []
        self._seen: set[str] = set()
        self._committed = time.monotonic()
        self.received = 0

    def fetch(
        self,
        wanted: Iterable[Wanted],
        on_outcome: Callable[[Outcome], None] = lambda _outcome: None,
        on_tick: Callable[[int], None] = lambda _received: None,
    ) -> None:
        """Fetches all of `wanted`, taking from it as there is room; returns when all is done or cancelled.

        `on_tick` learns a few times a second how many bytes have come, those in transit included.
        """
        source = iter(wanted)
        more = True
        try:
            while not self.control.is_cancelled:
                more = more and self._take(source)
                self._start()
                self._multi.perform()
                is_room = self._collect()
                self._flush(on_outcome, on_tick)
                if not (more or self._active or len(self._queue)):
                    break
                if not is_room:
                    self._wait(more)
        finally:
            self._abandon()
            self._flush(on_outcome, on_tick, at_once=True)
            self._multi.close()

    def _take(self, source: Iterator[Wanted]) -> bool:
        while len(self._queue) < _AHEAD:
            wanted = next(source, None)
            if wanted is None:
                return False
            name = cache_name(wanted.url)
            if name not in self._seen:
                self._seen.add(name)
                self._enqueue(Request(wanted, name, list(addresses_to_try(wanted.url))))
        return True

    def _enqueue(self, request: Request) -> None:
        """Queues the first address of a request that may be asked."""
        fault = Fault(Reason.NO_ADDRESS, "There is no address to ask.")
        while request.addresses:
            request.go_to(request.addresses[0])
            request.hops, request.tries = [], 0
            fault = self._fault_in(request, request.url)
            if fault is None:
                self._queue.add(request.host, request)
                return
            request.addresses.pop(0)
        self._fail(request, fault)

    def _fault_in(self, request: Request, url: str) -> Fault | None:
        host = request.wanted.article_host
        own = self._settings.allow_private or (host != "" and host_of(url) == host)
        return fault_in_address(url, allow_private=own)

    def _start(self) -> None:
        while len(self._active) < self._limits.connections and not self.control.is_paused:
            following = self._queue.next(time.monotonic())
            if following is None:
                return
            host, request = following
            if self._queue.is_dead(host):
                self._queue.finished(host, connected=False)
                self._next_address(request, Fault(Reason.UNREACHABLE, f"{host} does not answer."))
                continue
            request.was_asked = True
            self._prepare(request)
            transfer = self._idle.pop() if self._idle else self._new_transfer()
            try:
                transfer.begin(request)
            except (pycurl.error, UnicodeError) as error:
                self._idle.append(transfer)
                self._queue.finished(host, connected=True)
                self._next_address(request, Fault(Reason.SCHEME, f"The address is malformed: {error}."))
                continue
            self._active[transfer.handle] = (host, transfer)
            self._multi.add_handle(transfer.handle)

    def _new_transfer(self) -> Transfer:
        return Transfer(self._limits, self._settings, self._proxies, self._cache.new_incoming)

    def _prepare(self, request: Request) -> None:
        """What is known of the picture: its beginning, or the version that is stored."""
        if request.partial is None:
            kept = self._cache.take_partial(request.url)
            if kept is not None:
                request.partial = (kept[0], kept[1].validator)
        if request.wanted.refresh:
            stored = self._cache.stored(request.wanted.url)
            if stored is not None:
                request.etag, request.last_modified = stored.etag, stored.last_modified

    def _collect(self) -> bool:
        """Takes in what has ended; whether there was any, so that more can begin at once."""
        ended = False
        while True:
            left, done, failed = self._multi.info_read(64)
            ended = ended or bool(done or failed)
            for handle in done:
                self._finish(handle, None)
            for handle, code, detail in failed:
                self._finish(handle, fault_of_network(_ERROR_NAMES.get(code, ""), detail))
            if not left:
                return ended

    def _finish(self, handle: pycurl.Curl, broken: Fault | None) -> None:
        host, transfer = self._active.pop(handle)
        self._multi.remove_handle(handle)
        transfer.ended()
        self._idle.append(transfer)
        connected = broken is None or broken.reason not in _UNCONNECTED
        self._queue.finished(host, connected=connected)
        request = transfer.request
        if request is not None:
            self._judge(request, transfer, broken)

    def _judge(self, request: Request, transfer: Transfer, broken: Fault | None) -> None:
        body, status = transfer.body, transfer.head.status
        request.partial = None
        if transfer.refused_address:
            body.discard()
            sentence = f"{request.host} leads to {transfer.refused_address}, in the local network."
            self._next_address(request, Fault(Reason.PRIVATE, sentence))
        elif body.fault is not None:
            body.discard()
            self._next_address(request, body.fault)
        elif status in (200, 206) and broken is None:
            self._admit(request, transfer)
        elif status in (200, 206) and broken is not None:
            self._keep_beginning(request, transfer)
            self._retry(request, broken)
        elif status == 0:
            self._keep_old_beginning(request, transfer)
            self._retry(request, broken or fault_of_network("E_GOT_NOTHING", ""))
        else:
            body.discard()
            self._follow(request, transfer, status)

    def _follow(self, request: Request, transfer: Transfer, status: int) -> None:
        fields = transfer.head.fields()
        if status == 304 and request.wanted.refresh:
            self._outcomes.append(Outcome(request.wanted.url, request.host, unchanged=True))
        elif status in (301, 302, 303, 307, 308) and fields.get("location"):
            self._redirect(request, fields["location"])
        elif status == 416:
            self._retry(request, Fault(Reason.BROKEN, "The beginning that was kept does not fit any more."))
        elif status == 403 and not request.own_referrer:
            request.own_referrer = True
            self._queue.add(request.host, request)
        else:
            fault = fault_of_status(status, fields)
            if fault.retry_after is not None and fault.retry_after <= self._limits.longest_hold:
                self._queue.hold(request.host, time.monotonic() + fault.retry_after)
            self._retry(request, fault)

    def _redirect(self, request: Request, location: str) -> None:
        # Latin-1 is how the head was read; servers mean UTF-8.
        target = location.encode("latin-1", "replace").decode("utf-8", "replace")
        url = fit_for_request(urljoin(request.url, target))
        request.hops.append(request.url)
        if url in request.hops:
            self._next_address(request, Fault(Reason.REDIRECTS, "The redirects lead in a circle."))
        elif len(request.hops) > self._limits.redirects:
            many = f"There are more than {self._limits.redirects} redirects."
            self._next_address(request, Fault(Reason.REDIRECTS, many))
        elif (fault := self._fault_in(request, url)) is not None:
            said = f"A redirect leads to what is refused. {fault.message}"
            self._next_address(request, Fault(fault.reason, said))
        else:
            request.go_to(url)
            request.own_referrer = False
            self._queue.add(request.host, request)

    def _admit(self, request: Request, transfer: Transfer) -> None:
        body, fields = transfer.body, transfer.head.fields()
        if transfer.head.status == 206 and not _continues(fields, transfer):
            body.discard()
            self._retry(request, Fault(Reason.BROKEN, "The server sent another part than was asked for."))
            return
        admitted = body.admitted()
        framed = "content-length" in fields or "transfer-encoding" in fields or "content-range" in fields
        if not isinstance(admitted, Fault) and not framed and not self._is_whole(transfer):
            admitted = Fault(Reason.TRUNCATED, "The picture came only in part.")
        if isinstance(admitted, Fault):
            body.discard()
            if admitted.reason is Reason.TRUNCATED:
                self._retry(request, admitted)
            else:
                self._next_address(request, admitted)
            return
        image, path = admitted
        stored = self._cache.store(
            request.wanted.url,
            image,
            received=path,
            final_url=request.url,
            etag=fields.get("etag"),
            last_modified=fields.get("last-modified"),
        )
        if path is not None and image.content is not None:
            path.unlink(missing_ok=True)
        self.received += body.length
        self._outcomes.append(Outcome(request.wanted.url, request.host, stored.bytes))

    def _is_whole(self, transfer: Transfer) -> bool:
        if transfer.handle.getinfo(pycurl.INFO_HTTP_VERSION) >= _HTTP_2:
            return True  # frames say where an answer ends
        body = transfer.body
        return is_whole(body.head(), body.tail(), body.length)

    def _keep_beginning(self, request: Request, transfer: Transfer) -> None:
        body, fields = transfer.body, transfer.head.fields()
        validator = fields.get("etag") or fields.get("last-modified") or ""
        useful = validator and not validator.startswith("W/") and "content-encoding" not in fields
        kept = body.keep() if useful and body.length >= _WORTH_KEEPING else None
        if kept is not None:
            self._cache.keep_partial(request.url, kept, validator)
        else:
            body.discard()

    def _keep_old_beginning(self, request: Request, transfer: Transfer) -> None:
        """The next try never began: what an earlier one has brought is kept on."""
        body = transfer.body
        kept = body.keep() if body.path is not None else None
        if kept is not None and transfer.validator:
            self._cache.keep_partial(request.url, kept, transfer.validator)
        else:
            body.discard()

    def _retry(self, request: Request, fault: Fault) -> None:
        """Tries again later, if the fault may pass and patience lasts."""
        request.tries += 1
        plain_is_left = len(request.addresses) > 1 and fault.reason in _UNCONNECTED | {Reason.TIMEOUT}
        patient = fault.retry_after is None or fault.retry_after <= self._limits.longest_hold
        if (
            fault.reason in _TRY_AGAIN
            and request.tries < self._limits.tries
            and patient
            and not plain_is_left
        ):
            backoff = self._limits.backoff_seconds * 2 ** (request.tries - 1)
            pause = max(fault.retry_after or 0.0, backoff) + random.uniform(0, backoff / 2)
            request.own_referrer = False
            self._queue.add_later(request.host, request, time.monotonic() + pause)
        else:
            self._next_address(request, fault)

    def _next_address(self, request: Request, fault: Fault) -> None:
        """Goes on with the next way to write the address, or gives the picture up."""
        del request.addresses[:1]
        request.own_referrer = False
        if request.addresses:
            self._enqueue(request)
        else:
            self._fail(request, fault)

    def _fail(self, request: Request, fault: Fault) -> None:
        url = request.wanted.url
        self._outcomes.append(Outcome(url, request.host or host_of(url), fault=fault))
        if self._cache.stored(url) is not None:
            return  # what is stored stays
        if fault.reason in REFUSALS and not request.was_asked:
            return  # its address alone tells it, each time anew; but what a host answered is to be kept
        now = self._cache.clock()
        before = self._cache.failure(url)
        attempts = before.attempts if before else 0
        pause = fault.retry_after or (24 * _HOUR if fault.reason in LASTING else _HOUR)
        retry_at = now + min(pause * 2 ** min(attempts, 6), 30 * 24 * _HOUR)
        self._cache.fail(Failure(url, fault.reason, fault.message, now, retry_at))

    def _flush(
        self,
        on_outcome: Callable[[Outcome], None],
        on_tick: Callable[[int], None],
        *,
        at_once: bool = False,
    ) -> None:
        now = time.monotonic()
        if not at_once and len(self._outcomes) < _COMMIT_AFTER and now - self._committed < _COMMIT_SECONDS:
            return
        self._committed = now
        self._cache.commit()
        outcomes, self._outcomes = self._outcomes, []
        for outcome in outcomes:
            on_outcome(outcome)
        in_transit = sum(transfer.body.length for _, transfer in self._active.values())
        on_tick(self.received + in_transit)

    def _wait(self, more: bool) -> None:
        seconds = self._queue.seconds_to_wait(time.monotonic())
        sleep = min(_LONGEST_SLEEP, _LONGEST_SLEEP if seconds is None else seconds)
        if self._active:
            self._multi.select(sleep)
        elif self.control.is_paused or not more:
            self.control.wait(max(sleep, 0.002))

    def _abandon(self) -> None:
        """Ends what is in transit; beginnings of large pictures are kept for the next time."""
        for handle, (_, transfer) in self._active.items():
            self._multi.remove_handle(handle)
            if transfer.request is not None and transfer.head.status in (200, 206):
                self._keep_beginning(transfer.request, transfer)
            else:
                transfer.body.discard()
            transfer.close()
        self._active.clear()
        self._queue.drain()
        for transfer in self._idle:
            transfer.close()
        self._idle.clear()


def _continues(fields: Mapping[str, str], transfer: Transfer) -> bool:
    """Whether a part begins where ours ends."""
    given = fields.get("content-range", "").removeprefix("bytes").strip()
    return transfer.offset > 0 and given.startswith(f"{transfer.offset}-")
