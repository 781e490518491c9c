"""Words and cells for time: "3 days 4 hours", and a window drawn day by day."""

from datetime import datetime, timedelta
from typing import Literal

Cell = Literal["on", "today", "ahead"]

MOST_CELLS = 21
_UNITS = (("day", 86_400), ("hour", 3_600), ("minute", 60))


def span(length: timedelta) -> str:
    """A length in its two largest units, rounded down: "3 days 4 hours", "5 hours", "less than a minute"."""
    left, words = int(length.total_seconds()), []
    for unit, size in _UNITS:
        number, left = divmod(left, size)
        if number:
            words.append(f"{number} {unit}{'' if number == 1 else 's'}")
        elif words:
            break
    return " ".join(words[:2]) or "less than a minute"


def until(moment: datetime, at: datetime) -> str:
    """How long from `at` to `moment`, or since it: "in 3 days 4 hours", "2 hours ago"."""
    return f"in {span(moment - at)}" if moment > at else f"{span(at - moment)} ago"


def cells(opens: datetime, closes: datetime, at: datetime) -> tuple[Cell, ...]:
    """The days from `opens` to `closes` as cells, at most 21 (longer windows get equal shares of time):
    filled when over, framed today, empty ahead."""
    length = closes - opens
    number = max(1, min(MOST_CELLS, round(length / timedelta(days=1))))
    done = (at - opens) / length * number if length else float(number)
    return tuple(_cell(n, done) for n in range(number))


def _cell(number: int, done: float) -> Cell:
    if done >= number + 1:
        return "on"
    return "today" if done >= number else "ahead"
