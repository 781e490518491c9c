"""Which year a date is in, where the text gives none or a wrong one: an election lies within half a year."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from election.importers.folder.days import MONTH
from election.importers.folder.mentions import Mention

HALF_YEAR = timedelta(days=183)
_YEAR_MONTH = re.compile(r"(?<!\d)(?P<year>20\d\d)[-_./ ]?(?P<month>0[1-9]|1[0-2])?(?!\d)")
_MONTH_YEAR = re.compile(
    rf"(?:(?P<name>{MONTH})[\s,/-]*(?:{MONTH})?[\s,]*)?(?<!\d)(?P<year>20\d\d)(?!\d)", re.IGNORECASE
)
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]


@dataclass(frozen=True)
class Hint:
    """When a title or a folder's name says the election is: a year, mostly with its month."""

    year: int
    month: int | None = None

    @property
    def middle(self) -> date:
        return date(self.year, self.month or 7, 15 if self.month else 1)

    def fits(self, day: date) -> bool:
        return abs(day - self.middle) <= HALF_YEAR


def slug_hint(name: str) -> Hint | None:
    """From a folder's name: "council-2031-02"."""
    found = _YEAR_MONTH.search(name)
    return Hint(int(found["year"]), int(found["month"]) if found["month"] else None) if found else None


def title_hint(title: str) -> Hint | None:
    """From a title: "Council elections: February 2031"."""
    found = _MONTH_YEAR.search(title)
    if not found:
        return None
    return Hint(int(found["year"]), _MONTHS.index(found["name"][:3].casefold()) + 1 if found["name"] else None)


def anchor(found: Sequence[Mention], hints: Sequence[Hint]) -> date | None:
    """A day in the midst of the election, from which every date is at most half a year away.

    It is the stated date that most others are near to, unless title and folder agree on another time.
    """
    stated = [day for mention in found if mention.year and (day := mention.on(mention.year))]
    if stated:
        best = max(stated, key=lambda day: (sum(abs(day - other) <= HALF_YEAR for other in stated), _fits(hints, day)))
        agreed = len(hints) > 1 and all(hint.fits(hints[0].middle) for hint in hints)
        return hints[0].middle if agreed and not _fits(hints, best) else best
    if not hints:
        return None
    known = next((hint for hint in hints if hint.month), hints[0])
    first = found[0].on(known.year) if found and not known.month else None
    return first or known.middle


def nearest(mention: Mention, to: date) -> date | None:
    """The day in the year that brings it nearest to `to`."""
    days = [day for year in (to.year, to.year - 1, to.year + 1) if (day := mention.on(year))]
    return min(days, key=lambda day: abs(day - to), default=None)


def settled(mention: Mention, around: date | None) -> date | None:
    """The day `mention` means: as stated where that is near `around`, else in the year that is."""
    stated = mention.on(mention.year) if mention.year else None
    if around is None or (stated and abs(stated - around) <= HALF_YEAR):
        return stated
    return nearest(mention, around)


def _fits(hints: Sequence[Hint], day: date) -> int:
    return sum(hint.fits(day) for hint in hints)
