# SPDX-License-Identifier: MIT
"""What the system says of the network: whether it is there, and whether it costs nothing."""

from __future__ import annotations


def is_online_without_limits() -> bool:
    """Whether the network can be reached over a connection that is not metered; no if nobody knows."""
    from PySide6.QtNetwork import QNetworkInformation

    feature = QNetworkInformation.Feature
    if QNetworkInformation.instance() is None and not QNetworkInformation.loadBackendByFeatures(
        feature.Reachability | feature.Metered
    ):
        return False
    network = QNetworkInformation.instance()
    return network is not None and tells_of_free_connection(network.reachability(), network.isMetered())


def tells_of_free_connection(reachability: object, is_metered: bool) -> bool:
    """The verdict on what the system tells."""
    from PySide6.QtNetwork import QNetworkInformation

    return reachability == QNetworkInformation.Reachability.Online and not is_metered
