"""How many seats an election fills, from prose: "There are three Architecture Committee seats up for election."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from election.importers.folders import numbers
from election.importers.folders.lines import STRUCK, Statement

_NUMBER = rf"(?P<number>{numbers.PATTERN}){numbers.BRACKETED}"
_SEATS = r"(?:seats?|positions?|places?|openings?|vacanc(?:y|ies))"
_WORD = (
    r"\s+(?!(?:instead|rather|and|or|to|for|in|is|are|was|were|terms?|years?|months?|weeks?|days?)\b)[`*]*[\w'’-]+[`*]*"
)
_BEFORE = re.compile(
    rf"(?<![\w.,-]){_NUMBER}(?!\w)(?:\s+(?:out\s+)?of\s+(?:the\s+|our\s+|its\s+)?{numbers.PATTERN}\b)?"
    rf"(?:{_WORD}){{0,5}}?\s+[`*]*{_SEATS}\b",
    re.IGNORECASE,
)
_AFTER = re.compile(
    rf"\b{_SEATS}\b(?:\s+(?:up\s+for\s+(?:re-?)?election|available|open|to\s+(?:be\s+)?fill(?:ed)?|vacant))?[`*_]*\s*(?::|=|\||is|are)"
    rf"[\s`*_]*{_NUMBER}\b",
    re.IGNORECASE,
)
_MEMBERS = re.compile(
    rf"\belect(?:s|ing)?\s+{_NUMBER}\s+(?:[\w'’-]+\s+){{0,3}}?(?:members?|people|persons?|representatives?)\b",
    re.IGNORECASE,
)
_BRACKET = re.compile(
    rf"(?:(?:correct|updat|chang|extend|increas|reduc|rais)\w*(?:\s+to)?|\bnow)\s*:?\s*{_NUMBER}\b", re.IGNORECASE
)
_INSTEAD = re.compile(
    rf"(?P<number>{numbers.PATTERN}){numbers.BRACKETED}[^.;()]{{0,60}}?(?:,\s*)?\b(?:instead\s+of|rather\s+than|not)\s+(?:the\s+)?"
    rf"(?:\w+\s+)?{numbers.PATTERN}\b",
    re.IGNORECASE,
)
_UP = re.compile(r"up\s+for|available|to\s+(?:be\s+)?(?:fill|elect)|open\b|vacan|elect|fill", re.IGNORECASE)
_NOT = re.compile(
    r"no\s+more\s+than|at\s+most|compris|consist|addition(?:al)?\b|\bnew\s+seats?\b|remaining|continu|may\s+be\s+filled"
    r"|not\s+up\s+for|in\s+total|\boriginally\b|\bpreviously\b|\binstead\s+of\b|\brather\s+than\b|\bwas\b|\bwere\b",
    re.IGNORECASE,
)
_CHANGED = re.compile(
    rf"{STRUCK}|correct(?:ed|ion)|updat(?:ed?|ing)|\bnow\b|extended|increased|raised|reduced|changed", re.IGNORECASE
)
_HOLDERS = re.compile(r"currently\s+(?:filled|held|occupied)\s+by\s+(?P<names>[^.]*)", re.IGNORECASE)


@dataclass(frozen=True)
class Figure:
    """A number of seats, where it stands, and whether the text says that it was changed to this."""

    seats: int
    line: int
    new: bool = False
    up: bool = True


def figures(statements: Iterable[Statement]) -> list[Figure]:
    """All figures of seats to be filled, in the order of the text; those it calls former are left out."""
    return [figure for statement in statements for sentence in statement.sentences() for figure in _of(sentence)]


def settle(stated: list[Figure]) -> Figure | None:
    """The last figure the text says it was changed to; else the first that speaks of seats up for election."""
    changed = [figure for figure in stated if figure.new]
    if changed:
        return changed[-1]
    return next((figure for figure in stated if figure.up), stated[0] if stated else None)


def holders(statements: Iterable[Statement]) -> tuple[list[str], int]:
    """Who the text says holds the seats now, and on which line; nobody where it does not say."""
    for statement in statements:
        if found := _HOLDERS.search(statement.text):
            return re.findall(r"`([^`]+)`", found["names"]), statement.line_at(found.start())
    return [], 0


def _of(sentence: Statement) -> list[Figure]:
    text = sentence.text
    found = [one for pattern in (_BEFORE, _AFTER, _MEMBERS) for one in pattern.finditer(text)]
    figures = [
        _figure(sentence, one) for one in sorted(found, key=lambda one: one.start()) if not _ruled_out(text, one)
    ]
    if found and figures and (swap := _INSTEAD.search(text)):
        figures = [Figure(numbers.value(swap["number"]), sentence.line_at(swap.start()), new=True)]
    if found:
        tail = text[min(one.end("number") for one in found) :]
        for word in _BRACKET.finditer(tail):
            value = numbers.value(word["number"])
            figures.append(Figure(value, sentence.line_at(len(text) - len(tail) + word.start()), new=True))
    return figures


def _figure(sentence: Statement, found: re.Match[str]) -> Figure:
    new = bool(_CHANGED.search(sentence.text[: found.start()])) or STRUCK in found[0]
    up = bool(_UP.search(sentence.text))
    return Figure(numbers.value(found["number"]), sentence.line_at(found.start()), new=new, up=up)


def _ruled_out(text: str, found: re.Match[str]) -> bool:
    """Whether the words right before the figure, or in it, say that it is not of seats to be filled."""
    before = re.split(r"[.;,(]", text[: found.start()])[-1][-60:]
    near = " ".join(before.split()[-4:])
    return bool(
        _NOT.search(near)
        or re.search(r"\bnew\s+(?:[\w'’-]+\s+){0,3}seats?\b", found[0])
        or re.search(r"may\s+be\s+filled", text[found.end() :][:30])
    )
