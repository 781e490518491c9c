"""Lines of a file with voters, before anything is decided about them."""

from __future__ import annotations

from dataclasses import dataclass

LARGEST = 5_000_000
"""Bytes of a file with voters."""


@dataclass(frozen=True)
class Line:
    """One voter as a file says it: the number of its line, a name, and addresses and handles in whatever spelling.
    `fault` is a sentence where nothing can be made of it."""

    number: int
    name: str = ""
    said: tuple[str, ...] = ()
    fault: str = ""
