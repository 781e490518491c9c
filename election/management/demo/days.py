"""The demo's time: days from the moment of seeding, as moments, as dates and as words in its texts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta

_MARK = re.compile(r"\{(day|month|year|season):(-?[\d.]+)\}")
_SEASONS = ("winter", "spring", "summer", "autumn")


@dataclass(frozen=True)
class Days:
    """Counts days from `seeded`, which is taken at its full hour, so that windows turn over at one too."""

    seeded: datetime

    def at(self, days: float) -> datetime:
        """The moment so many days after seeding (before it, where negative), to the minute."""
        hour = self.seeded.replace(minute=0, second=0, microsecond=0)
        return hour + timedelta(minutes=round(days * 24 * 60))

    def on(self, days: float) -> date:
        return self.at(days).date()

    def said(self, source: str) -> str:
        """A text with its dates filled in: "{day:-163}", "{month:0}", "{year:0}", "{season:180}"."""
        return _MARK.sub(lambda mark: _word(mark[1], self.on(float(mark[2]))), source).strip()


def _word(unit: str, on: date) -> str:
    if unit == "season":  # of the northern hemisphere
        return _SEASONS[on.month % 12 // 3]
    return {"day": f"{on.day} {on:%B}", "month": f"{on:%B}", "year": str(on.year)}[unit]
