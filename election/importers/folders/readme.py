"""What the README says apart from dates and seats: the election's title, its body's name, its text."""

from __future__ import annotations

import re

from election.importers.folders.lines import Statement
from election.importers.folders.tokens import MONTH

_DATE = re.compile(
    rf"\b(?:{MONTH}\b\.?,?\s*)?(?:19|20)\d{{2}}\b(?:\s*[-/]?\s*(?:H[12]|Q[1-4]|\d{{2}})\b)?|\b(?:H[12]|Q[1-4])\b",
    re.IGNORECASE,
)
_ELECTION = re.compile(r"\b(?:by-|re-?)?elections?\b", re.IGNORECASE)
_FOR = re.compile(r"\belections?\s+(?:for|of|to)\s+(?:the\s+)?(?P<body>[A-Z][\w&' -]*[\w])", re.IGNORECASE)
_SEATS = re.compile(
    r"\b(?:are|is|of)\s+(?:now\s+)?(?:\w+\s+)(?:\(\d+\)\s+)?(?P<body>[A-Z][\w&'-]*(?:\s+[A-Z][\w&'-]*)*)\s+(?:seats?|positions?)\b"
)
_TITLE_LENGTH = 120


def title(found: list[Statement], folder: str) -> str:
    """The first heading, or else the first line; the folder's name where there is nothing."""
    first = next((one for one in found if one.heading), found[0] if found else None)
    text = re.sub(r"[`*\x00]|\[([^\]]*)\]\([^)]*\)", r"\1", first.text).strip() if first else ""
    return " ".join((text or _named(folder)).split())[:_TITLE_LENGTH].strip()


def body_name(heading: str, found: list[Statement], folder: str) -> str:
    """The body whose seats are filled: from the title, from "three … seats", or from the folder's name."""
    plain = " ".join(_DATE.sub(" ", heading).split())
    if told := _FOR.search(plain):
        return _clean(told["body"])
    before = _clean(_ELECTION.split(plain)[0]) if _ELECTION.search(plain) else ""
    if before:
        return before
    seats = next((told for one in found if (told := _SEATS.search(one.text))), None)
    return _clean(seats["body"]) if seats else (_clean(_ELECTION.sub(" ", plain)) or _named(folder))


def text(source: str, found: list[Statement]) -> str:
    """The README without its title."""
    lines = source.split("\n")
    first = next((one for one in found if one.heading), None)
    if first is None or any(line.strip() for line in lines[: first.line - 1]):
        return source.strip()
    rest = lines[first.line :]
    underlined = rest and re.fullmatch(r"\s{0,3}(?:=+|-{3,})\s*", rest[0]) and not lines[first.line - 1].startswith("#")
    return "\n".join(rest[1:] if underlined else rest).strip()


def _clean(name: str) -> str:
    return " ".join(name.split()).strip(" ,:;-–—()|")[:_TITLE_LENGTH]


def _named(folder: str) -> str:
    words = re.sub(r"[-_.]+", " ", re.sub(r"\d+", " ", folder)).split()
    return " ".join(word if word[:1].isupper() else word.capitalize() for word in words) or "Committee"
