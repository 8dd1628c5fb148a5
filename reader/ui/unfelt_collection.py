# SPDX-License-Identifier: MIT
"""Collects garbage between frames: Python's own times of doing so would stop the rows while they scroll."""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY_MS = 500
_ENOUGH = 2000  # objects made since, to be worth looking through
_WHOLE_EVERY = 120  # looks, for what grew old before it was given up


class UnfeltCollection(QObject):
    """Takes the place of automatic collection, from now on until the process ends.

    What was made so far is set aside: modules and the parts of the window, which would only be looked through
    again and again. So a look takes a millisecond or two, where a whole collection took forty.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._looks = 0
        gc.disable()
        gc.freeze()
        timer = QTimer(self, interval=_EVERY_MS)
        timer.timeout.connect(self.look)
        timer.start()
        self.much_gone = QTimer(self, singleShot=True, interval=0)
        """To be started when a window went; one that goes at the very end is not looked after."""
        self.much_gone.timeout.connect(self.start_over)

    def look(self) -> None:
        """Collect among what was made lately, if that is much; now and then among all not set aside."""
        is_much = gc.get_count()[0] > _ENOUGH
        if is_much or self._looks:
            self._looks += 1
        if self._looks > _WHOLE_EVERY:
            self._looks = 0
            gc.collect()
        elif is_much:
            gc.collect(1)

    def start_over(self) -> None:
        """Much of what was set aside has gone: find all of it, and set aside what is left."""
        gc.unfreeze()
        gc.collect()
        gc.freeze()
