"""Days in prose: "February 5", "Sept. 8-16, 2021", "5th of March", "2020-02-05", "September, 12"; the year may miss."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
MONTH = (
    r"\b(?:jan(?:uary)?|feb(?:r?uary)?|mar(?:ch)?|apr(?:il)?|(?-i:May|MAY)|june?|july?|aug(?:ust)?|sep(?:t|\w{0,3}ber)?|"
    r"oct(?:o?ber)?|nov(?:\w{0,2}ber)?|dec(?:\w{0,2}ber)?)\b\.?"
)
YEAR = r"(?<![\d/:.-])20[1-9]\d(?![\d:])"
_DAY = r"(?<![\d:.])\d{1,2}(?:st|nd|rd|th)?(?!\d|:\d)"
_FREE = rf"{_DAY}(?!\s*(?:[ap]\.?m\b|UTC|GMT|h\b)|\.\d)"
_TO = r"\s*(?:-|/|\bto\b|\buntil\b|\btill\b|\bthrough\b|\bthru\b|\band\b|&)\s*(?:the\s+)?"
_BEFORE_MONTH = rf"\s*(?:of\s+)?{MONTH}"
_AFTER_MONTH = re.compile(r"(?<![\d:])\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?\Z")

_ISO = re.compile(r"(?<!\d)(?P<year>20\d\d)[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})(?=T\d|\b)")
_DOTTED = re.compile(r"(?<![\d.])(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>20\d\d)(?!\d)")
_SLASHED = re.compile(r"(?<![\d/])(?P<first>\d{1,2})/(?P<second>\d{1,2})/(?P<year>20\d\d)(?!\d)")
_MDY = re.compile(
    rf"(?P<name>{MONTH}),?\s*(?P<day>{_DAY})(?:{_TO}(?P<last>{_FREE})(?!{_BEFORE_MONTH}))?", re.IGNORECASE
)
_DMY = re.compile(rf"(?:(?P<day>{_FREE}){_TO})?(?P<last>{_DAY})\s*(?:of\s+)?(?P<name>{MONTH})", re.IGNORECASE)
_LONE = re.compile(
    rf"(?:(?:-|\bto\b|\buntil\b|\btill\b|\bthrough\b)\s*(?:the\s+)?(?P<day>{_FREE})"
    r"(?=\s*(?:$|[,;:)|.]|20\d\d|\d{3,4}\b|\(?UTC|\d{1,2}[:h]))|\bthe\s+(?P<ordinal>\d{1,2})(?:st|nd|rd|th)\b)",
    re.IGNORECASE,
)
_YEAR = re.compile(YEAR)
_TAKEN = "\0"


@dataclass(frozen=True)
class Day:
    """A day and where in the text it stands; `year` is None where the text has none beside it."""

    start: int
    end: int
    month: int
    day: int
    year: int | None = None


def days(text: str) -> tuple[list[Day], str]:
    """The days in `text`, in their order, and the text with them blotted out."""
    found: list[Day] = []
    for read in (_numbers, _month_first, _day_first):
        for day in list(read(text)):
            found.append(day)
            text = text[: day.start] + _TAKEN * (day.end - day.start) + text[day.end :]
    for match in _LONE.finditer(text):
        before = [day for day in found if day.end <= match.start()]
        if before:
            number = int(re.sub(r"\D", "", match["day"] or match["ordinal"]))
            found.append(
                replace(
                    before[-1],
                    start=match.start("day" if match["day"] else "ordinal"),
                    end=match.end(),
                    day=number,
                    year=None,
                )
            )
            text = text[: match.start()] + _TAKEN * len(match[0]) + text[match.end() :]
        found.sort(key=lambda day: day.start)
    return sorted(found, key=lambda day: day.start), text


def years(text: str) -> list[tuple[int, int]]:
    """The years standing by themselves in `text`: where, and which."""
    return [(match.start(), int(match[0])) for match in _YEAR.finditer(text)]


def _numbers(text: str) -> Iterator[Day]:
    for pattern in (_ISO, _DOTTED):
        for match in pattern.finditer(text):
            yield Day(*match.span(), int(match["month"]), int(match["day"]), int(match["year"]))
    for match in _SLASHED.finditer(text):
        first, second = int(match["first"]), int(match["second"])
        if first > 12 or second > 12 or first == second:
            yield Day(*match.span(), min(first, second), max(first, second), int(match["year"]))


def _month_first(text: str) -> Iterator[Day]:
    for match in _MDY.finditer(text):
        if not _AFTER_MONTH.search(text[: match.start()]):
            yield from _pair(match, match["day"], match["last"], match.end("day"), match.start("last"))


def _day_first(text: str) -> Iterator[Day]:
    for match in _DMY.finditer(text):
        if match["day"]:
            yield from _pair(match, match["day"], match["last"], match.end("day"), match.start("last"))
        else:
            yield from _pair(match, match["last"], None, match.end(), match.end())


def _pair(match: re.Match[str], first: str, last: str | None, end: int, start: int) -> Iterator[Day]:
    month = _MONTHS.index(match["name"][:3].casefold()) + 1
    yield Day(match.start(), end if last else match.end(), month, _number(first))
    if last:
        yield Day(start, match.end(), month, _number(last))


def _number(day: str) -> int:
    return int(re.sub(r"\D", "", day))
