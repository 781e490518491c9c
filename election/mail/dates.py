"""Dates as message headers and attribution lines state them, in the languages mail programs write."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime

_LONGEST = 500
_MONTHS = {
    month: number
    for number, months in enumerate(
        (
            "jan januar january janv janvier ene enero gennaio gen janeiro januari sty",
            "feb februar february fev fevr fevrier febrero febbraio fevereiro februari lut",
            "mar marz march mars mrz marzo marco maart maerz",
            "apr april avr avril abr abril aprile kwi",
            "may mai mayo mag maggio maio mei maj",
            "jun juni june juin junio giu giugno junho cze",
            "jul juli july juil juillet julio lug luglio julho lip",
            "aug august aout ago agosto augustus augusti sie",
            "sep sept september septembre septiembre set settembre setembro wrz",
            "oct october okt oktober octobre octubre ott ottobre out outubro paz",
            "nov november novembre noviembre novembro lis",
            "dec december dez dezember decembre dic diciembre dicembre dezembro gru",
        ),
        start=1,
    )
    for month in months.split()
}
# "CST", "BST" and "IST" name several zones each, so they are left out and count as no zone.
_ZONES = {"UTC": 0, "GMT": 0, "Z": 0, "EST": -5, "EDT": -4, "MST": -7, "MDT": -6, "PST": -8, "PDT": -7}
_ZONES |= {"CET": 1, "CEST": 2, "EET": 2, "EEST": 3, "JST": 9, "KST": 9}

_WEEKDAY = (
    "mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun|monday|tuesday|wednesday|thursday|friday|saturday|sunday|mo|di|mi|do|fr|sa|"
    "so|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|lun|mar|mer|jeu|ven|sam|dim|lundi|mardi|mercredi|jeudi|"
    "vendredi|samedi|dimanche|mié|jue|vie|sáb|dom|lunes|martes|miércoles|jueves|viernes|sábado|domingo|gio|seg|ter|qua|"
    "qui|sex"
)
_WORD = r"[^\W\d_]{2,12}"
_TIME = (
    r"(?P<before>上午|下午|午前|午後|오전|오후)?\s*(?<!\d)(?P<hour>\d{1,2})[:.h](?P<minute>\d{2})(?!\d)(?::(?P<second>\d{2})(?:\.\d+)?)?"
    r"(?:\s*(?P<after>[ap]\.?m\b\.?))?(?:\s*Uhr)?"
    r"(?:\s*\(?(?P<zone>(?:UTC|GMT)?[+-]\d{1,2}(?::?\d{2})?|(?-i:[A-Z]{3,4}|Z)\b)\)?)?"
)
_GAP = (
    r"(?:[\s,;()（）\-–—T]|\bat\b|\bum\b|\bkl\b\.?|\balle\b(?: ore)?|\ba las?\b|\bom\b|\bo\b|à|às|"
    r"(?:星期|周|週).|.曜日|[月火水木金土日](?=[)）])|.요일)*"
)
_LEAD = rf"(?:\b(?:{_WEEKDAY})\b\.?,?\s+|(?:星期|周|週).\s*)?"
_DAYS = (
    rf"(?P<day>(?<!\d)\d{{1,2}})(?:st|nd|rd|th|er|\.)?\s+(?:de\s+)?(?P<month>{_WORD})\.?,?\s+(?:de\s+)?(?P<year>\d{{4}})",
    rf"(?P<month>{_WORD})\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})",
    r"(?P<year>\d{4})\s*[年년]\s*(?P<month>\d{1,2})\s*[月월]\s*(?P<day>\d{1,2})\s*[日일]",
    r"(?P<year>(?<!\d)\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})",
    r"(?P<day>(?<!\d)\d{1,2})\.\s?(?P<month>\d{1,2})\.\s?(?P<year>\d{4}|\d{2})(?!\d)",
    r"(?P<slash>(?<!\d)\d{1,2}/\d{1,2})/(?P<year>\d{4}|\d{2})(?!\d)",
)
_STATED = tuple(re.compile(rf"{_LEAD}{day}(?:{_GAP}{_TIME})?", re.IGNORECASE) for day in _DAYS)
_CTIME = re.compile(
    rf"(?:{_WORD}\s+)?(?P<month>{_WORD})\s+(?P<day>\d{{1,2}})\s+{_TIME}\s+(?P<year>\d{{4}})(?!\d)", re.IGNORECASE
)


@dataclass(frozen=True)
class Stated:
    """A date as a message states it: the instant in UTC where the zone is known, and the words to show.

    `start` and `end` say where in the text it was found; both are 0 where nothing was.
    """

    at: datetime | None
    text: str
    start: int = 0
    end: int = 0


def header(value: str) -> Stated:
    """The date of a Date header (RFC 5322). A value that is none, or without a zone, is read as `find` does."""
    line = " ".join(value[:_LONGEST].split())
    try:
        at = parsedate_to_datetime(line)
    except (ValueError, TypeError, IndexError, OverflowError):
        return find(line)
    if at.tzinfo is None and not line.endswith("-0000"):
        return find(line)
    return _stated(at.replace(tzinfo=at.tzinfo or UTC), line, 0, len(line))


def find(text: str) -> Stated:
    """The first date in `text`: "2020年2月13日(星期四) 18:25" is shown as "13 February 2020, 18:25, zone unknown".

    Without a zone there is no instant (`at` is None). Where no date is found, or "3/4/2020" leaves day and month
    open, the text is shown as it stands.
    """
    line = " ".join(text[:_LONGEST].split())
    for pattern in (_CTIME, *_STATED):
        for found in pattern.finditer(line):
            stated = _read(found, line)
            if stated:
                return stated
    return Stated(None, line)


def _read(found: re.Match[str], line: str) -> Stated | None:
    parts = found.groupdict()
    try:
        month, day = _month_and_day(parts)
        moment = datetime(_year(parts["year"]), month, day, *_clock(parts), tzinfo=UTC)
    except (ValueError, LookupError):
        return None
    if parts["hour"] is None:
        return Stated(None, f"{moment:%-d %B %Y}", *found.span())
    offset = _offset(parts["zone"])
    if offset is None:
        return Stated(None, f"{moment:%-d %B %Y, %H:%M}, zone unknown", *found.span())
    return _stated(moment.replace(tzinfo=timezone(offset)), line, *found.span())


def _stated(at: datetime, line: str, start: int, end: int) -> Stated:
    try:
        moment = at.astimezone(UTC)
    except OverflowError:
        return Stated(None, line, start, end)
    return Stated(moment, f"{moment:%-d %B %Y, %H:%M} UTC", start, end)


def _month_and_day(parts: dict[str, str | None]) -> tuple[int, int]:
    if slash := parts.get("slash"):
        first, second = (int(number) for number in slash.split("/"))
        if first <= 12 and second <= 12 and first != second:
            raise ValueError("day and month cannot be told apart")
        return (second, first) if first > 12 else (first, second)
    return _month(parts["month"] or ""), int(parts["day"] or 0)


def _month(word: str) -> int:
    if word.isdigit():
        return int(word)
    plain = unicodedata.normalize("NFKD", word.casefold())
    return _MONTHS["".join(letter for letter in plain if not unicodedata.combining(letter))]


def _year(digits: str | None) -> int:
    year = int(digits or 0)
    return year + 2000 if year < 100 else year


def _clock(parts: dict[str, str | None]) -> tuple[int, int, int]:
    hour, minute, second = (int(parts[name] or 0) for name in ("hour", "minute", "second"))
    half = (parts["before"] or parts["after"] or "").casefold()[:2]
    if half in {"下午", "午後", "오후"} or half.startswith("p"):
        return hour % 12 + 12, minute, second
    return (hour % 12 if half else hour), minute, second


def _offset(zone: str | None) -> timedelta | None:
    if zone is None:
        return None
    if zone.upper() in _ZONES:
        return timedelta(hours=_ZONES[zone.upper()])
    digits = re.fullmatch(r"(?:UTC|GMT)?([+-])(\d{1,2}):?(\d{2})?", zone, re.IGNORECASE)
    if not digits or int(digits[2]) > 14 or int(digits[3] or 0) > 59:
        return None
    size = timedelta(hours=int(digits[2]), minutes=int(digits[3] or 0))
    return -size if digits[1] == "-" else size
