# SPDX-License-Identifier: MIT
"""Decides which request may begin next: fair between hosts, gentle with each of them."""

from __future__ import annotations

import heapq
import itertools
from collections import OrderedDict, deque
from typing import Generic, TypeVar

from reader.core.images.download_address import is_own_machine
from reader.core.images.download_types import DownloadLimits

T = TypeVar("T")


class _Host(Generic[T]):
    """The requests of one host."""

    def __init__(self, limits: DownloadLimits, own_machine: bool) -> None:
        self.waiting: deque[T] = deque()
        self.active = 0
        self.most = limits.own_machine_per_host if own_machine else limits.per_host
        self.delay = 0.0 if own_machine else limits.host_delay
        self.not_before = 0.0
        self.failed_connections = 0


class DownloadQueue(Generic[T]):
    """Requests that wait, by host; moments are those of any clock that does not go back."""

    def __init__(self, limits: DownloadLimits) -> None:
        self._limits = limits
        self._hosts: OrderedDict[str, _Host[T]] = OrderedDict()
        self._later: list[tuple[float, int, str, T]] = []
        self._numbers = itertools.count()
        self._waiting = 0

    def __len__(self) -> int:
        return self._waiting + len(self._later)

    def add(self, host: str, request: T) -> None:
        """Queues a request."""
        self._host(host).waiting.append(request)
        self._waiting += 1

    def add_later(self, host: str, request: T, moment: float) -> None:
        """Queues a request that is not worth trying before a moment."""
        heapq.heappush(self._later, (moment, next(self._numbers), host, request))

    def next(self, now: float) -> tuple[str, T] | None:
        """A request that may begin now; `finished` must follow."""
        while self._later and self._later[0][0] <= now:
            _, _, name, request = heapq.heappop(self._later)
            self.add(name, request)
        for name, host in self._hosts.items():
            if host.waiting and host.active < host.most and host.not_before <= now:
                host.active += 1
                host.not_before = max(host.not_before, now + host.delay)
                self._waiting -= 1
                self._hosts.move_to_end(name)
                return name, host.waiting.popleft()
        return None

    def finished(self, name: str, *, connected: bool) -> None:
        """A request has ended; whether its host answered at all."""
        host = self._host(name)
        host.active -= 1
        host.failed_connections = 0 if connected else host.failed_connections + 1
        if not host.active and not host.waiting and connected and host.not_before == 0.0:
            del self._hosts[name]

    def hold(self, name: str, until: float) -> None:
        """A host asked for patience."""
        host = self._host(name)
        host.not_before = max(host.not_before, until)

    def is_dead(self, name: str) -> bool:
        """Whether a host has not answered so often that asking on is a waste."""
        host = self._hosts.get(name)
        return host is not None and host.failed_connections >= self._limits.dead_after

    def seconds_to_wait(self, now: float) -> float | None:
        """How long until `next` may have something by the passing of time alone."""
        moments = [
            host.not_before
            for host in self._hosts.values()
            if host.waiting and host.active < host.most and host.not_before > now
        ]
        if self._later:
            moments.append(self._later[0][0])
        return max(0.0, min(moments) - now) if moments else None

    def drain(self) -> list[T]:
        """Everything that still waits; the queue is empty then."""
        left = [request for host in self._hosts.values() for request in host.waiting]
        left += [request for _, _, _, request in self._later]
        for host in self._hosts.values():
            host.waiting.clear()
        self._later.clear()
        self._waiting = 0
        return left

    def _host(self, name: str) -> _Host[T]:
        host = self._hosts.get(name)
        if host is None:
            host = self._hosts[name] = _Host(self._limits, is_own_machine(name))
        return host
