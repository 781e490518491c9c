"""The shortest way from one sequence to another, after Eugene W. Myers, "An O(ND) Difference Algorithm" (1986)."""

from collections.abc import Sequence
from typing import Literal

Kind = Literal["same", "gone", "new"]
Step = tuple[Kind, str]


def steps(before: Sequence[str], after: Sequence[str], most: int) -> list[Step]:
    """What stayed, went and came, in order; all that differs as one change if it takes more than `most` of them.

    The work is the square of `most`, beside what stayed the same.
    """
    head = _common(before, after)
    tail = _common(before[head:][::-1], after[head:][::-1])
    gone, new = before[head : len(before) - tail], after[head : len(after) - tail]
    middle = _between(gone, new, most)
    return [*_all("same", before[:head]), *middle, *_all("same", before[len(before) - tail :])]


def _all(kind: Kind, texts: Sequence[str]) -> list[Step]:
    return [(kind, text) for text in texts]


def _common(one: Sequence[str], other: Sequence[str]) -> int:
    """How many items both begin with."""
    for number, (left, right) in enumerate(zip(one, other, strict=False)):
        if left != right:
            return number
    return min(len(one), len(other))


def _between(before: Sequence[str], after: Sequence[str], most: int) -> list[Step]:
    if not before or not after or (reached := _forward(before, after, most)) is None:
        return [*_all("gone", before), *_all("new", after)]
    return _back(before, after, reached)


def _forward(before: Sequence[str], after: Sequence[str], most: int) -> list[dict[int, int]] | None:
    """For each number of changes, how far into `before` each diagonal gets; None beyond `most` changes."""
    furthest = {1: 0}
    reached: list[dict[int, int]] = []
    for changes in range(min(len(before) + len(after), most) + 1):
        reached.append(dict(furthest))
        for diagonal in range(-changes, changes + 1, 2):
            x = furthest[diagonal + 1] if _comes_down(furthest, diagonal, changes) else furthest[diagonal - 1] + 1
            while x < len(before) and x - diagonal < len(after) and before[x] == after[x - diagonal]:
                x += 1
            furthest[diagonal] = x
            if x >= len(before) and x - diagonal >= len(after):
                return reached
    return None


def _comes_down(furthest: dict[int, int], diagonal: int, changes: int) -> bool:
    """Whether the best way onto a diagonal takes from `after` rather than leaving out of `before`."""
    return diagonal == -changes or (diagonal != changes and furthest[diagonal - 1] < furthest[diagonal + 1])


def _back(before: Sequence[str], after: Sequence[str], reached: list[dict[int, int]]) -> list[Step]:
    found: list[Step] = []
    x, y = len(before), len(after)
    for changes in range(len(reached) - 1, -1, -1):
        furthest, diagonal = reached[changes], x - y
        down = _comes_down(furthest, diagonal, changes)
        last = diagonal + 1 if down else diagonal - 1
        last_x = furthest[last]
        last_y = last_x - last
        while x > max(last_x, 0) and y > max(last_y, 0):
            x, y = x - 1, y - 1
            found.append(("same", before[x]))
        if changes:
            found.append(("new", after[last_y]) if down else ("gone", before[last_x]))
        x, y = last_x, last_y
    return found[::-1]
