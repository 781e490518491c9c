"""Says on standard error how far a long task is, without taking time from it."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from itertools import chain, repeat
from time import monotonic
from types import TracebackType
from typing import BinaryIO, Self

from django.core.management.base import OutputWrapper

PAUSE = 2.0
PAUSE_IN_A_LOG = 10.0
MEGABYTE = 1_000_000


class Progress:
    """Within it, a thread of its own says what is going on: first after two seconds, then every two.

    On a terminal it is one line, which is gone in the end. Elsewhere they are lines, after the first every ten seconds.
    """

    def __init__(self, stream: OutputWrapper, pause: float = PAUSE) -> None:
        self._stream = stream
        self._terminal = stream.isatty()
        self._pause = pause
        self._began = monotonic()
        self._say: Callable[[], str] = lambda: "Working"
        self._shown = 0
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._watch, name="progress", daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._over.set()
        self._thread.join()
        with suppress(OSError, ValueError):
            self._clear()

    def _clear(self) -> None:
        if self._shown:
            self._write(f"\r{' ' * self._shown}\r")

    def reading(self, stream: BinaryIO) -> None:
        """From now on a file is read."""
        self._say = lambda: read_so_far(stream) or f"Reading, {self._seconds} s so far"

    def counting(self) -> None:
        """From now on ballots are counted."""
        self._say = lambda: f"Counting, {self._seconds} s so far"

    @property
    def _seconds(self) -> int:
        return int(monotonic() - self._began)

    def _watch(self) -> None:
        with suppress(OSError, ValueError):  # nobody reads standard error any more
            for pause in self._pauses():
                if self._over.wait(pause):
                    return
                self._show(self._say())

    def _pauses(self) -> Iterator[float]:
        return chain([self._pause], repeat(self._pause if self._terminal else self._pause * PAUSE_IN_A_LOG / PAUSE))

    def _show(self, said: str) -> None:
        if self._terminal:
            self._write(f"\r{said.ljust(self._shown)}")
            self._shown = len(said)
        else:
            self._write(f"{said}\n")

    def _write(self, text: str) -> None:
        self._stream.write(text, style_func=str, ending="")
        self._stream.flush()


def read_so_far(stream: BinaryIO) -> str:
    """How much of a file is read; nothing where it is none that has a length.

    Asked of the operating system: the reader's own buffers belong to the thread that reads.
    """
    try:
        at, size = os.lseek(stream.fileno(), 0, os.SEEK_CUR), os.fstat(stream.fileno()).st_size
    except (OSError, ValueError):
        return ""
    return f"Read {at // MEGABYTE} of {size / MEGABYTE:.0f} MB"
