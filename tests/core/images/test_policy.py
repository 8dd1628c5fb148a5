# SPDX-License-Identifier: MIT
"""Who may fetch what without a question."""

from __future__ import annotations

import pytest

from reader.core.images.policy import may_fetch


@pytest.mark.parametrize(
    ("policy", "hosts", "online", "may"),
    [
        ("never", {"a.com"}, True, False),
        ("ask", {"a.com"}, True, True),
        ("ask", {"a.com", "b.com"}, True, False),
        ("online", {"b.com"}, True, True),
        ("online", {"a.com"}, False, False),
        ("always", {"b.com"}, False, True),
        ("nonsense", {"a.com"}, True, False),
    ],
)
def test_policies(policy: str, hosts: set[str], online: bool, may: bool) -> None:
    assert may_fetch(policy, hosts, {"a.com"}, lambda: online) is may


def test_the_network_is_looked_at_only_where_it_matters() -> None:
    def never() -> bool:
        raise AssertionError

    for policy in ("never", "ask", "always"):
        may_fetch(policy, {"a.com"}, {"a.com"}, never)
