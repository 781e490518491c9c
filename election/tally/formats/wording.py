"""Parts that every format's sentences and checks are made of: what was found, whole numbers, names."""

from __future__ import annotations

import re

from ..errors import BadFile
from ..profile import MOST_CANDIDATES

MOST_VOTERS = 10**9
LONGEST_SHOWN = 40

_UNSPEAKABLE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff]")
"""Control characters, breaks of a line, marks of an encoding, halves of a character: nothing that is part of a name."""


def shown(found: str | bytes) -> str:
    """What was found, in quotation marks, fit for a sentence: short, and with a dot for what cannot be printed."""
    text = found[: 4 * LONGEST_SHOWN].decode("utf-8", "replace") if isinstance(found, bytes) else found
    short = text if len(text) <= LONGEST_SHOWN else text[: LONGEST_SHOWN - 1] + "…"
    return f"“{''.join(character if character.isprintable() else '·' for character in short)}”"


def whole(found: str | bytes, most: int = MOST_VOTERS) -> int | None:
    """The whole number from 0 to `most` that this is in plain digits; None if it is anything else, however long."""
    if not found or len(found) > 12 or not found.isascii() or not found.isdigit():
        return None
    number = int(found)
    return number if number <= most else None


def voters(found: str | bytes, line: int, column: int | None, otherwise: str = "") -> int:
    """How many voters cast a ballot. Raises BadFile for anything but a whole number of at least 1."""
    number = whole(found)
    if not number:
        expected = f"The number of voters who cast this ballot (1 to {MOST_VOTERS:,}){otherwise}"
        raise BadFile(f"{expected} was expected, and {shown(found)} found.", line, column)
    return number


def not_too_many(total: int, line: int) -> None:
    """Raise BadFile for more voters than are counted."""
    if total > MOST_VOTERS:
        raise BadFile(f"The file has {total:,} ballots up to here; {MOST_VOTERS:,} are the most counted.", line)


class Names:
    """The names of a file's candidates as they are found: each a name, none twice, no more than can be counted."""

    def __init__(self, allowed: str = "") -> None:
        """`allowed` are control characters that the format can carry inside of a name."""
        self.numbers: dict[str, int] = {}
        self._allowed = allowed

    def admit(self, name: str, line: int, column: int | None) -> int:
        """The number of a new candidate. Raises BadFile for what is no name, or another candidate's."""
        self.check(name, line, column)
        if name in self.numbers:
            raise BadFile(f"Two candidates are called {shown(name)}; give each a name of their own.", line, column)
        return self._new(name, line, column)

    def number(self, name: str, line: int, column: int | None) -> int:
        """The number of a candidate who may have been named before."""
        known = self.numbers.get(name)
        if known is not None:
            return known
        self.check(name, line, column)
        return self._new(name, line, column)

    def check(self, name: str, line: int, column: int | None) -> None:
        """Raise BadFile for what nobody can be called."""
        if not name.strip():
            raise BadFile("A candidate's name was expected, and nothing found.", line, column)
        if not speakable(name, self._allowed):
            raise BadFile(f"The name {shown(name)} has a control character in it; take it out.", line, column)

    def _new(self, name: str, line: int, column: int | None) -> int:
        if len(self.numbers) == MOST_CANDIDATES:
            raise BadFile(f"{MOST_CANDIDATES:,} candidates are the most that can be counted.", line, column)
        return self.numbers.setdefault(name, len(self.numbers))


def single_spaced(text: str) -> str:
    """A name or title without outer white space, and with one space for each run of it inside."""
    return " ".join(text.split())


def speakable(text: str, allowed: str = "") -> bool:
    """Whether a text is free of control characters, except those allowed."""
    return not _UNSPEAKABLE.search(text.translate(dict.fromkeys(map(ord, allowed))))
