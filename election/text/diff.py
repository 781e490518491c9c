"""What changed between two versions of a text, word by word."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from math import isqrt
from typing import Literal

from election.text.shortest import Kind, Step, steps

_MOST = 300  # changes of lines; and of words, all in all, by the work they make
_LINES = re.compile(r"[^\n]*\n|[^\n]+")
_WORDS = re.compile(r"\w+|\s+|[^\w\s]")


@dataclass(frozen=True)
class Piece:
    """A run of text that stayed, went or came."""

    kind: Literal["same", "gone", "new"]
    text: str


def difference(before: str, after: str) -> list[Piece]:
    """The pieces that lead from `before` to `after`.

    The texts of "same" and "gone" joined are `before`, those of "same" and "new" `after`, to the character. First lines
    are compared, then the words of lines that changed; where too much changed to find the shortest way in bounded
    time, the old comes as a whole before the new.
    """
    found: list[Step] = []
    left = _MOST**2
    lines = steps(_LINES.findall(before), _LINES.findall(after), _MOST)
    for same, run in groupby(lines, lambda step: step[0] == "same"):
        changed = list(run)
        if not same:
            most = isqrt(left)
            changed = _words(changed, most)
            left -= min(most, sum(kind != "same" for kind, _ in changed)) ** 2
        found += changed
    return list(_joined(found))


def _words(changed: Sequence[Step], most: int) -> list[Step]:
    """The same change by words: some of them stayed."""
    gone, new = ("".join(text for kind, text in changed if kind == side) for side in ("gone", "new"))
    return steps(_WORDS.findall(gone), _WORDS.findall(new), most)


def _joined(found: Sequence[Step]) -> Iterator[Piece]:
    """Neighbours as one piece; what went before what came; blanks between two changes change with them."""
    for same, run in groupby(_without_lone_blanks(found), lambda step: step[0] == "same"):
        texts = list(run)
        kinds: tuple[Kind, ...] = ("same",) if same else ("gone", "new")
        for kind in kinds:
            if text := "".join(text for side, text in texts if side == kind):
                yield Piece(kind, text)


def _without_lone_blanks(found: Sequence[Step]) -> Iterator[Step]:
    for number, (kind, text) in enumerate(found):
        neighbours = [found[at][0] for at in (number - 1, number + 1) if 0 <= at < len(found)]
        if kind == "same" and text.isspace() and len(neighbours) == 2 and "same" not in neighbours:
            yield from (("gone", text), ("new", text))
        else:
            yield kind, text
