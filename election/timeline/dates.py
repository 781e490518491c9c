"""Dates as the house says them: "Fri 19 March, 15:00 UTC", with the year only where it is not this year's."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo


def day(moment: date, at: datetime) -> str:
    """A day, in UTC where a moment is given: "19 March", or "19 March 2020" when `at` is in another year."""
    on = moment.astimezone(UTC) if isinstance(moment, datetime) else moment
    year = "" if on.year == at.astimezone(UTC).year else f" {on.year}"
    return f"{on.day} {on:%B}{year}"


def stamp(moment: datetime, at: datetime) -> str:
    """When something was said: "10 March, 07:41 UTC"."""
    return f"{day(moment, at)}, {moment.astimezone(UTC):%H:%M} UTC"


def moment(when: datetime, at: datetime) -> str:
    """When something begins or ends, with its weekday: "Fri 19 March, 15:00 UTC"."""
    return f"{when.astimezone(UTC):%a} {stamp(when, at)}"


def local(when: datetime, zone: ZoneInfo) -> str:
    """The same moment on the reader's clock: "18:00 in Nairobi, your time", with the day where it is another one."""
    there, here = when.astimezone(zone), when.astimezone(UTC)
    other = "" if there.date() == here.date() else f"{there:%a} {there.day} {there:%B}, "
    return f"{other}{there:%H:%M}{_place(zone)}, your time"


def _place(zone: ZoneInfo) -> str:
    """The town in the name of a zone (none in Etc/GMT+3), as it continues a sentence."""
    area, _, place = zone.key.partition("/")
    return f" in {place.rpartition('/')[2].replace('_', ' ')}" if place and area != "Etc" else ""
