"""Times of day in prose: "15:00 UTC", "1500 UTC", "3pm UTC", "noon", "23:59 (UTC)", "AoE"."""

import re
from dataclasses import dataclass
from datetime import timedelta

DAY = 24 * 60
_OFFSETS = {"UTC": 0, "GMT": 0, "Z": 0, "AOE": -12, "EST": -5, "EDT": -4, "CDT": -5, "MST": -7, "MDT": -6}
_OFFSETS |= {"PST": -8, "PDT": -7, "CET": 1, "CEST": 2, "EET": 2, "EEST": 3, "JST": 9, "KST": 9, "HKT": 8, "SGT": 8}
_OFFSET = r"\s?[+-](?:0?\d|1[0-4])(?::?[0-5]\d)?(?!\d)"
_ZONE = (
    rf"(?:[\s(,]*(?P<zone>(?:UTC|GMT)(?:{_OFFSET})?|(?-i:Z)|AoE|anywhere on (?:the )?earth|"
    r"(?-i:EST|EDT|CST|CDT|MST|MDT|PST|PDT|CES?T|EES?T|JST|KST|HKT|SGT|IST|BST))\b\)?)"
)
_HALF = r"(?P<half>[ap]\.?\s?m\b\.?)"
_THEN_ZONE = _ZONE.replace("<zone>", "<zone2>")
_FOUR_DIGITS = (
    rf"(?<![\d:.-])(?P<hour>\d{{1,2}})(?P<minute>\d{{2}})(?!\d)\s*"
    rf"(?:(?:hrs?|hours|h)\b\.?{_ZONE}?|{_THEN_ZONE})"
)
_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?<![\d:.])(?P<hour>\d{{1,2}}):(?P<minute>\d{{2}})(?::\d{{2}}(?:\.\d+)?)?(?![\d:])\s*{_HALF}?{_ZONE}?",
        rf"(?<![\d:.])(?P<hour>\d{{1,2}})[.h](?P<minute>\d{{2}})(?!\d)\s*(?:{_HALF}{_ZONE}?|{_THEN_ZONE})",
        _FOUR_DIGITS,
        rf"(?<![\d:.])(?P<hour>\d{{1,2}})\s*{_HALF}{_ZONE}?",
        rf"(?<![\d:.])(?P<hour>\d{{1,2}})\s*(?:h|hrs?|hours|o'clock)?{_ZONE}",
        rf"(?:\bat\s+)?\b(?P<word>noon|midday|midnight|(?:end|close) of (?:the )?day|EOD)\b{_ZONE}?",
    )
)
_ALONE = re.compile(rf"(?<![\w/]){_ZONE}", re.IGNORECASE)
_WORDS = {"noon": 12 * 60, "midday": 12 * 60, "midnight": None}
_YEAR = re.compile(r"20[1-4]\d\b(?!\s*h)", re.IGNORECASE)
_TAKEN = "\0"


@dataclass(frozen=True)
class Clock:
    """A time of day in minutes; None is the end of the day where something closes and its start where it opens.

    `zone` is what the text says: None where it says none. `offset` is None where it names no zone or one of several.
    """

    minutes: int | None
    zone: str | None = None

    @property
    def offset(self) -> timedelta | None:
        name = (self.zone or "").upper().replace(" ", "")
        if name.startswith("ANYWHERE"):
            return timedelta(hours=-12)
        if name in _OFFSETS:
            return timedelta(hours=_OFFSETS[name])
        sign = re.fullmatch(r"(?:UTC|GMT)([+-])(\d{1,2}):?(\d{2})?", name)
        if not sign:
            return None
        size = timedelta(hours=int(sign[2]), minutes=int(sign[3] or 0))
        return size if sign[1] == "+" else -size


@dataclass(frozen=True)
class Found:
    """A time and where in the text it stands."""

    start: int
    end: int
    clock: Clock


def clocks(text: str) -> list[Found]:
    """The times in `text`, in their order. A zone without a time stands for a whole day there."""
    found: list[Found] = []
    for pattern in (*_PATTERNS, _ALONE):
        for match in pattern.finditer(text):
            clock = _clock(match.groupdict())
            if clock and not _is_year(match[0]):
                found.append(Found(*match.span(), clock))
                text = text[: match.start()] + _TAKEN * len(match[0]) + text[match.end() :]
    return sorted(found, key=lambda one: one.start)


def _clock(parts: dict[str, str | None]) -> Clock | None:
    zone = parts.get("zone") or parts.get("zone2")
    if (hour := parts.get("hour")) is None:
        return Clock(_WORDS.get((parts.get("word") or "").casefold()), zone)
    minutes = _hours(int(hour), (parts.get("half") or "").casefold()) * 60 + int(parts.get("minute") or 0)
    return Clock(minutes, zone) if 0 <= minutes <= DAY and int(parts.get("minute") or 0) < 60 else None


def _is_year(text: str) -> bool:
    """ "12 February 2020 UTC" states a year; no timetable opens a window at 20:20."""
    return _YEAR.match(text) is not None


def _hours(hour: int, half: str) -> int:
    if not half or hour > 12:
        return hour
    return hour % 12 + (12 if half.startswith("p") else 0)
