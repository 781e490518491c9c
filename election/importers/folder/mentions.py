"""Dates in prose, with their times and years wherever these stand beside them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta, timezone

from election.importers.folder.clocks import DAY, Clock, Found, clocks
from election.importers.folder.days import Day, days, years

_LINK = re.compile(r"(?<=\])\([^()\s]*\)|https?://\S+")
_MARKS = str.maketrans("*`|", "   ")


@dataclass(frozen=True)
class Mention:
    """A date in a text, from `start` to `end`, as far as the text states it."""

    start: int
    end: int
    month: int
    day: int
    year: int | None = None
    clock: Clock | None = None

    @property
    def is_day(self) -> bool:
        """Whether there is such a day in some year."""
        return self.on(self.year or 2000) is not None

    def on(self, year: int) -> date | None:
        """The day in `year`, if there is one."""
        try:
            return date(year, self.month, self.day)
        except ValueError:
            return None


def plain(text: str) -> str:
    """`text` without emphasis and addresses of links, every other letter where it was."""
    return _LINK.sub(lambda found: " " * len(found[0]), text).translate(_MARKS)


def mentions(text: str) -> list[Mention]:
    """The dates in `text`, in their order."""
    found, rest = days(plain(text))
    times = _zoned(clocks(rest))
    for one in times:
        rest = rest[: one.start] + " " * (one.end - one.start) + rest[one.end :]
    return [mention for mention in _timed(_dated(found, rest), times) if mention.is_day]


def moment(day: date, clock: Clock | None, *, closing: bool) -> datetime:
    """The instant in UTC. A day alone opens at its start and closes at its end; so does "midnight"; "14:59" closes at
    15:00, as a window lasts until the end of that minute. A zone that is not stated, or names several, is UTC."""
    zone = timezone((clock.offset if clock else None) or timedelta())
    start = datetime.combine(day, time(), zone)
    minutes = clock.minutes if clock else None
    if minutes is None:
        minutes = DAY if closing else 0
    elif closing and minutes % 60 == 59:
        minutes += 1
    return (start + timedelta(minutes=minutes)).astimezone(UTC)


def _dated(found: Sequence[Day], rest: str) -> list[Day]:
    """A year belongs to the day before it, or, where that one has its own, to the day after it."""
    dated = list(found)
    for at, year in years(rest):
        places = [n for n, day in enumerate(dated) if day.end <= at][-1:]
        places += [n for n, day in enumerate(dated) if day.start > at][:1]
        free = [n for n in places if dated[n].year is None]
        if free:
            dated[free[0]] = replace(dated[free[0]], year=year)
    return dated


def _zoned(times: Sequence[Found]) -> list[Found]:
    """A zone stated once holds for the times before it, then for those after it."""
    zones = [one.clock.zone for one in times]
    return [
        replace(
            one, clock=replace(one.clock, zone=one.clock.zone or next(filter(None, zones[n:] + zones[:n][::-1]), None))
        )
        for n, one in enumerate(times)
    ]


def _timed(found: Sequence[Day], times: Sequence[Found]) -> list[Mention]:
    dates = [Mention(day.start, day.end, day.month, day.day, day.year) for day in found]
    leads = bool(times and dates) and times[0].start < dates[0].start
    for number, one in enumerate(times):
        before = [n for n, day in enumerate(dates) if day.start < one.start]
        after = [n for n, day in enumerate(dates) if day.start > one.start]
        place = next(iter(after[:1] if leads and after else before[-1:]), None)
        if place is None:
            continue
        day = dates[place]
        if day.clock is None:
            dates[place] = replace(day, clock=one.clock, start=min(day.start, one.start), end=max(day.end, one.end))
        elif one.clock.minutes is None:
            continue
        elif _same_instant(times[number - 1], one):
            dates[place] = replace(day, clock=one.clock, end=max(day.end, one.end))
        else:
            dates.insert(place + 1, replace(day, start=one.start, end=one.end, clock=one.clock))
    return dates


def _same_instant(first: Found, second: Found) -> bool:
    """Whether "07:00 PST (15:00 UTC)" tells one time twice."""
    one, other = _in_utc(first.clock), _in_utc(second.clock)
    return one is not None and one == other and first.clock.offset != second.clock.offset


def _in_utc(clock: Clock) -> int | None:
    if clock.minutes is None or clock.offset is None:
        return None
    return (clock.minutes - clock.offset // timedelta(minutes=1)) % DAY
