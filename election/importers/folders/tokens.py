"""The words of a date in prose: months, days, years, clocks, what joins two dates, and what says one was changed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta, timezone
from enum import Enum, auto

from election.importers.folders.lines import STRUCK
from election.timeline import AOE

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb febr",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
UNCLEAR = 99
"""Stands for the month of a date whose day and month cannot be told apart."""

_DECEMBER = 12
MONTH = rf"(?:{'|'.join(sorted(MONTHS, key=len, reverse=True))})"
_HOURS = {"CET": 1, "CEST": 2, "EET": 2, "EEST": 3, "EST": -5, "EDT": -4, "MST": -7, "MDT": -6, "PST": -8, "PDT": -7}
_HOURS |= {"UTC": 0, "GMT": 0, "Z": 0, "WET": 0, "WEST": 1, "JST": 9, "KST": 9}
_ZONE = rf"(?:(?:UTC|GMT)(?:\s?[+-]\d{{1,2}}(?::?\d{{2}})?(?![\d:-]|\s*{MONTH}))?|(?-i:[A-Z]{{1,4}}T|Z)(?![A-Za-z]))"
_EARTH = r"(?:AoE|anywhere\s+on\s+earth)"
_TAIL = rf"(?:\s*(?:hrs?|hours?|h)\b)?(?:\s*\(?(?P<zone>{_ZONE}|{_EARTH})\)?)?"
_HALF = r"[ap]\.?\s?m\b\.?"
_NTH = r"(?:st|nd|rd|th)?"
_CHANGE = r"(?:extend|correct|updat|chang|mov|postpon|reschedul|revis|shift|delay|prolong)(?:e?d|ing|e|s|ion)?"

_TOKEN = re.compile(
    rf"""
    (?P<struck>{STRUCK})
  | (?P<stamp>\b(?:updated?|edit(?:ed)?|correction|changed)\b\s*(?:\(|\bon\b)\s*(?:on\s+)?)(?=\d|{MONTH}\b)
  | (?P<moved>\b{_CHANGE}\s+from\b)
  | (?P<new>\b{_CHANGE}\b(?:\s+(?:to|until|till))?|\bnow\b|\bnew\s+(?:dates?|deadline)\b)
  | (?P<old>\binstead\s+of\b|\brather\s+than\b|\b(?:original|previous|former)(?:ly)?\b
      |\b(?:was|were)(?=:?\s+(?:{MONTH}\b|\d)))
  | (?<![\d.])(?P<iso>\d{{4}}[-/.]\d{{1,2}}[-/.]\d{{1,2}})(?!\d)(?:T(?=\d))?
  | (?<![\d./])(?P<slashed>\d{{1,2}}(?P<slash>[./])\d{{1,2}}(?P=slash)\d{{4}})(?!\d)
  | \b(?P<month_first>{MONTH})\b\.?,?\s+(?:the\s+)?(?P<mf_day>\d{{1,2}}){_NTH}(?![\d]|:\d|\s*{_HALF})
  | (?<![\d:.@#/])(?P<df_day>\d{{1,2}}){_NTH}(?:\s+of)?(?:\s+|-)(?P<day_first>{MONTH})\b\.?
  | (?<![\d:.])(?:(?:UTC|GMT)\s+)?(?P<hour>\d{{1,2}})[:.h](?P<minute>\d{{2}})(?::\d{{2}})?(?!\d|\.\d)
    (?:\s*(?P<half>{_HALF}))?{_TAIL}
  | (?<![\d:.])(?P<short>\d{{1,2}})\s*(?P<short_half>{_HALF}){_TAIL.replace("<zone>", "<zone2>")}
  | (?<![\d:.])(?P<four>(?:[01]\d|2[1-4])[0-5]\d|20(?:00|30|59))(?:\s*(?:hrs?|hours?|h)\b)?\s*\(?(?P<zone3>{_ZONE})\)?
  | (?<![\d:.])(?P<bare_hour>\d{{1,2}})(?:\s*(?:hrs?|hours?|h|o'clock)\b)?\s*\(?(?P<zone4>{_ZONE})\)?
  | \b(?P<word>noon|midnight|midday)\b{_TAIL.replace("<zone>", "<zone5>")}
  | \b(?P<earth>{_EARTH})\b
  | (?<![\d:.\-/])(?P<year>(?:19|20)\d{{2}})(?![\d/]|:\d|-\d)
  | (?P<pipe>\|)
  | (?P<join>-+>|[-–—−→~]+|\b(?:to|until|till|through|thru|and|up\s+to)\b)
  | (?P<close>[);])
  | (?<![\w:.@#/(])(?P<bare_day>\d{{1,2}}){_NTH}(?![\w%:/]|\.\d)
    """,
    re.IGNORECASE | re.VERBOSE,
)


class Sort(Enum):
    """What a token is."""

    DATE, DAY, YEAR, CLOCK, JOIN, PIPE, NEW, OLD, MOVED, CLOSE, STAMP = (auto() for _ in range(11))


@dataclass(frozen=True)
class Token:
    """One word of a date, where it stands, and what of it is known."""

    sort: Sort
    start: int
    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    hour: int | None = None
    minute: int = 0
    zone: str = ""


_PLAIN = {
    "struck": Sort.NEW,
    "stamp": Sort.STAMP,
    "moved": Sort.MOVED,
    "new": Sort.NEW,
    "old": Sort.OLD,
    "pipe": Sort.PIPE,
    "join": Sort.JOIN,
    "close": Sort.CLOSE,
}


def tokens(text: str) -> Iterator[Token]:
    """The tokens of a line, in order. What is no part of a date is passed over."""
    for found in _TOKEN.finditer(text):
        groups = {name: value for name, value in found.groupdict().items() if value is not None}
        yield _token(groups, found.start(), found.end())


def _token(groups: dict[str, str], start: int, end: int) -> Token:
    for name, sort in _PLAIN.items():
        if name in groups:
            return Token(sort, start, end)
    if "iso" in groups:
        year, month, day = (int(part) for part in re.split(r"[-/.]", groups["iso"]))
        return Token(Sort.DATE, start, end, year, month, day)
    if "slashed" in groups:
        return Token(Sort.DATE, start, end, *_slashed(groups["slashed"]))
    if "month_first" in groups:
        return Token(Sort.DATE, start, end, None, MONTHS[groups["month_first"].casefold()], int(groups["mf_day"]))
    if "day_first" in groups:
        return Token(Sort.DATE, start, end, None, MONTHS[groups["day_first"].casefold()], int(groups["df_day"]))
    if "year" in groups:
        return Token(Sort.YEAR, start, end, year=int(groups["year"]))
    if "bare_day" in groups:
        return Token(Sort.DAY, start, end, day=int(groups["bare_day"]))
    return _clock(groups, start, end)


def _slashed(words: str) -> tuple[int, int, int]:
    """Year, month, day of "17/03/2027", "03/17/2027" and "17.3.2027"; UNCLEAR for the month of "03/04/2027"."""
    first, second, year = (int(part) for part in re.split(r"[./]", words))
    if "." in words or first > _DECEMBER:
        return year, second, first
    return (year, first, second) if second > _DECEMBER or first == second else (year, UNCLEAR, first)


def _clock(groups: dict[str, str], start: int, end: int) -> Token:
    zone = next((groups[name] for name in groups if name.startswith("zone")), "")
    if "earth" in groups:
        return Token(Sort.CLOCK, start, end, zone="AOE")
    if "word" in groups:
        hour, minute = (24 if groups["word"].casefold() == "midnight" else 12), 0
    elif "four" in groups:
        hour, minute = int(groups["four"][:2]), int(groups["four"][2:])
    else:
        hour = int(groups.get("hour") or groups.get("short") or groups["bare_hour"])
        minute = int(groups.get("minute", 0))
        hour = _of_day(hour, groups.get("half") or groups.get("short_half") or "")
    return Token(Sort.CLOCK, start, end, hour=hour, minute=minute, zone=_zone(zone))


def _of_day(hour: int, half: str) -> int:
    if not half:
        return hour
    return hour % 12 + (12 if half.casefold().startswith("p") else 0)


def _zone(words: str) -> str:
    plain = re.sub(r"\s+", "", words.upper())
    return "AOE" if plain == "ANYWHEREONEARTH" else plain


def offset(zone: str) -> timezone | None:
    """The zone that `zone`, as a token has it, stands for; "" is UTC. None for letters that name no zone or several."""
    if zone == "AOE":
        return AOE
    if zone in _HOURS or not zone:
        return timezone(timedelta(hours=_HOURS.get(zone, 0)))
    found = re.fullmatch(r"(?:UTC|GMT)([+-])(\d{1,2}):?(\d{2})?", zone)
    if not found or int(found[2]) > 14:
        return None
    size = timedelta(hours=int(found[2]), minutes=int(found[3] or 0))
    return timezone(-size if found[1] == "-" else size)
