"""Years that a date does not state, or states wrongly: taken from the title, the folder's name and the other dates."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from election.importers.folders.moments import Stated
from election.importers.folders.tokens import MONTH, MONTHS

_HALF_A_YEAR = 183
_YEAR = r"(?<!\d)((?:19|20)\d{2})(?!\d)"
_NAMED = re.compile(rf"\b({MONTH})\b\.?,?\s+(?:\d{{1,2}},?\s+)?{_YEAR}|{_YEAR}\s+({MONTH})\b", re.IGNORECASE)
_FOLDER = re.compile(rf"{_YEAR}[-_.]?(0[1-9]|1[0-2])?(?!\d)")
_HALF = re.compile(
    rf"{_YEAR}\W*(?:(H1|spring)|(H2|fall|autumn))|(?:(H1|spring)|(H2|fall|autumn))\W*{_YEAR}", re.IGNORECASE
)


@dataclass(frozen=True)
class Anchor:
    """About when an election is. `sure` is False where only the year is known."""

    day: date
    sure: bool = True

    def near(self, other: Anchor) -> bool:
        limit = _HALF_A_YEAR if self.sure and other.sure else _HALF_A_YEAR + 30
        return abs((self.day - other.day).days) <= limit


def of_title(title: str) -> Anchor | None:
    """From "… Elections: September 2021", "… 2026 H2"."""
    if found := _NAMED.search(title):
        month, year = found[1] or found[4], found[2] or found[3]
        return Anchor(date(int(year), MONTHS[month.casefold()], 15))
    if found := _HALF.search(title):
        year = found[1] or found[6]
        return Anchor(date(int(year), 4 if found[2] or found[4] else 10, 15))
    return Anchor(date(int(year_only[1]), 7, 1), sure=False) if (year_only := re.search(_YEAR, title)) else None


def of_folder(name: str) -> Anchor | None:
    """From "arch-committee-2021-09"."""
    found = _FOLDER.search(name)
    if not found:
        return None
    return Anchor(date(int(found[1]), int(found[2] or 7), 15), sure=bool(found[2]))


def of_dates(stated: Sequence[Stated]) -> Anchor | None:
    """From the dates themselves: the middle one of those in the year most often stated."""
    years = Counter(one.year for one in stated if one.year)
    if not years:
        return None
    year = years.most_common(1)[0][0]
    days = sorted(day for one in stated if one.year == year and (day := on(one, year or 0)))
    return Anchor(days[len(days) // 2]) if days else None


def choose(anchors: Iterable[Anchor | None]) -> Anchor | None:
    """The anchor most others agree with; the first of several."""
    known = [anchor for anchor in anchors if anchor]
    return max(known, key=lambda one: (sum(one.near(other) for other in known), one.sure), default=None)


def on(stated: Stated, year: int) -> date | None:
    """The day in that year; None where the year has no such day."""
    try:
        return date(year, stated.month or 0, stated.day or 0)
    except ValueError:
        return None


def settle(stated: Stated, anchor: Anchor | None, partner: date | None = None, *, first: bool = True) -> date | None:
    """The day meant: in the year stated if that is near the election, else in the year nearest to it. Where no year is
    stated, `partner` (the other date of the range, `first` if that follows) tells it. None: there is no such day."""
    if stated.year and (anchor is None or _plausible(on(stated, stated.year), anchor)):
        return on(stated, stated.year)
    if partner and not stated.year and (day := _beside(stated, partner, first=first)):
        return day
    if anchor is None:
        return None
    around = [day for year in range(anchor.day.year - 1, anchor.day.year + 2) if (day := on(stated, year))]
    return min(around, key=lambda day: abs((day - anchor.day).days), default=None)


def _plausible(day: date | None, anchor: Anchor) -> bool:
    if day is None:
        return True
    return abs((day - anchor.day).days) <= (_HALF_A_YEAR if anchor.sure else _HALF_A_YEAR + 80)


def _beside(stated: Stated, partner: date, *, first: bool) -> date | None:
    years = (partner.year, partner.year - 1) if first else (partner.year, partner.year + 1)
    days = [day for year in years if (day := on(stated, year))]
    ahead = [(partner - day).days if first else (day - partner).days for day in days]
    return next((day for day, lead in zip(days, ahead, strict=True) if 0 <= lead <= _HALF_A_YEAR), None)
