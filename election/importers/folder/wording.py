"""The words by which a timetable says what a date is for, and that something was changed."""

import re
from dataclasses import dataclass

from election.importers.folder.values import Stage

_COUNTED = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
NUMBERS = {word: number for number, word in enumerate(_COUNTED)} | {"a": 1, "an": 1, "a single": 1}
NUMBER = rf"(?<![\w./:-])(?:\d{{1,2}}(?![\d:.]\d)|{'|'.join(_COUNTED)})\b(?:\s*\(\w{{1,6}}\))?"
CHANGED = re.compile(
    r"\b(?:extend(?:ed|s|ing)?|extension|correct(?:ed|ion|s)|update[ds]?|change[ds]?|moved|postponed|re-?scheduled|"
    r"revised?|amend(?:ed|ment)|instead of|rather than|now(?!\s+(?:open|closed|known|on\b))|shortened|delayed|"
    r"prolonged|brought forward|errat(?:um|a)|edit(?:ed)?|increased|reduced|raised|lowered|no longer|previously|"
    r"originally|new (?:dates?|deadlines?|timeline|schedule|closing|seats?))\b",
    re.IGNORECASE,
)
_MOVED = r"extended|moved|postponed|changed|corrected|increased|reduced|raised|lowered|delayed|updated|rescheduled"
OLD = re.compile(
    r"(?:\b(?:instead of|rather than|previously|originally|formerly|not|old|no longer)|(?<!there )\b(?:was|were)|"
    rf"\b(?:{_MOVED})\s+from)\s*:?\s*(?:the\s+)?(?:date\s+)?(?:scheduled\s+|planned\s+|stated\s+|given\s+)?"
    r"(?:for\s+|on\s+|as\s+|until\s+|to\s+)?\Z",
    re.IGNORECASE,
)
STAMP = re.compile(
    rf"(?:\b(?:{_MOVED}|edited|announced|decided|revised|added)\s+on|\bas of|"
    r"\b(?:update|edit|correction|note|erratum)(?:\s+(?:of|on|from))?)[\s\[(,]*\Z",
    re.IGNORECASE,
)
_NOMINATION = (
    r"nominat(?:e|ed|ion|ions|ing)\b|nominee registration|candidac(?:y|ies)\b|call for candidates|"
    r"candidates? (?:registration|submissions?|declarations?|applications?)"
)
_VOTING = (
    r"(?<!results of )(?<!results of the )(?<!result of the )\bvot(?:e|es|ing)\b(?!\s+(?:results?|phase was))|"
    r"\bpoll(?:s|ing)?\b(?!\s+results?)|\bballots?\b"
)
_STRONG = (
    (Stage.NOMINATION, _NOMINATION),
    (Stage.QA, r"Q\s*&\s*A\b|Q\s*/\s*A\b|Q and A\b|questions?\b|debates?\b|campaign\w*|hustings"),
    (Stage.VOTING, _VOTING),
    (Stage.RESULT, r"\bresults?\b|\bwinners?\b|\boutcome\b|\bnew members\b"),
    (Stage.OTHER, r"\bofficials?\b|\belectorate\b|\bvoter (?:list|roll)s?\b|\btask\b|\bmeeting\b"),
)
_WEAK = (
    (Stage.NOMINATION, r"\bcandidates?\b|\bapplications?\b|\bsubmissions?\b"),
    (Stage.VOTING, r"\belections?\b(?!\s+(?:dates?|timeline|schedule|process|folder|results?))"),
)
_OPENS = r"open(?:s|ed|ing)?|start(?:s|ed|ing)?|beg[ia]ns?|beginning|from|after|launch\w*|first day"
_CLOSES = (
    r"until|till|through|by|clos(?:e|es|ed|ing|ure)|end(?:s|ed|ing)?|deadline|due|last (?:day|chance)|before|extended|"
    r"extension|finish\w*|prolonged|to"
)
_EDGE = re.compile(rf"\b(?:(?P<opens>{_OPENS})|(?P<closes>{_CLOSES}))\b", re.IGNORECASE)


@dataclass(frozen=True)
class Label:
    """A word that says what dates beside it are for, and where it stands."""

    start: int
    stage: Stage


def labels(text: str) -> list[Label]:
    """What the dates in `text` are for, in their order; looser words count only where no plainer one stands."""
    return _found(_STRONG, text) or _found(_WEAK, text)


def is_plain(text: str) -> bool:
    """Whether `text` has a word that can be about one stage only."""
    return bool(_found(_STRONG, text))


def closes(before: str, after: str) -> bool | None:
    """Whether a single date is a closing: by the last word of that kind before it, or the first after it; None where
    no word says so."""
    edges = [found.lastgroup for found in _EDGE.finditer(before)][-1:] or [
        found.lastgroup for found in _EDGE.finditer(after)
    ][:1]
    return edges[0] == "closes" if edges else None


def number(word: str) -> int | None:
    """The number that "three", "3" or "three (3)" says."""
    first = word.partition("(")[0].strip().casefold()
    return int(first) if first.isdigit() else NUMBERS.get(first)


def _found(words: tuple[tuple[Stage, str], ...], text: str) -> list[Label]:
    found = [
        Label(match.start(), stage) for stage, pattern in words for match in re.finditer(pattern, text, re.IGNORECASE)
    ]
    return sorted(found, key=lambda label: label.start)
