"""A second process that takes over part of a long review, so that two processors are at work."""

from __future__ import annotations

import os
import pickle
import signal
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from collections.abc import Callable

    from coopmap.records.problem import Problem


class Colleague:
    """Somebody who reviews at the same time; without a second processor, afterwards."""

    def __init__(self, work: Callable[[], list[Problem]]) -> None:
        self._work = work
        self._process = 0
        self._answer = -1

    def __enter__(self) -> Self:
        if not hasattr(os, "fork") or (os.cpu_count() or 1) == 1:
            return self
        self._answer, desk = os.pipe()
        self._process = os.fork()
        if not self._process:
            os.close(self._answer)
            os._exit(self._at_work(desk))
        os.close(desk)
        return self

    def __exit__(self, *_: object) -> None:
        if self._process:
            os.close(self._answer)
            os.kill(self._process, signal.SIGKILL)
            os.waitpid(self._process, 0)

    def found(self) -> list[Problem]:
        """Give what the colleague found; what kept the colleague from it is told here, by the same work."""
        if not self._process:
            return self._work()
        with os.fdopen(self._answer, "rb") as answer:
            content = answer.read()
        _, status = os.waitpid(self._process, 0)
        self._process = 0
        if status:
            return self._work()
        problems: list[Problem] = pickle.loads(content)  # noqa: S301 - our own process wrote it
        return problems

    def _at_work(self, desk: int) -> int:
        """Review, and hand over what was found; nothing may leave this process but that."""
        try:
            with os.fdopen(desk, "wb") as answer:
                pickle.dump(self._work(), answer, protocol=pickle.HIGHEST_PROTOCOL)
        except BaseException:  # noqa: BLE001 - the other process does the work again and tells what went wrong
            return 1
        return 0
