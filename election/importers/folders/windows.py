"""The windows of an election from the dates in its prose: years settled, changes followed, contradictions named."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from election.importers.folders import years
from election.importers.folders.kinds import CLOSES, OPENS, RESULTS, Dated
from election.importers.folders.lines import Statement
from election.importers.folders.moments import Stated
from election.importers.folders.tokens import UNCLEAR, Sort, Token, offset, tokens
from election.importers.folders.values import KINDS, NOMINATION, QA, VOTING, Remark, Span
from election.importers.folders.years import Anchor

_LABELS = {"nomination": "nomination", QA: "the Q&A", "voting": "voting"}


@dataclass(frozen=True)
class Edge:
    """One edge of one window as one place states it."""

    kind: str
    edge: str
    at: datetime
    day: date
    clock: bool
    new: bool
    old: bool
    line: int


@dataclass(frozen=True)
class Dates:
    """What the prose says of time: windows, and the day it gives for the results."""

    windows: dict[str, Span]
    results_on: date | None
    remarks: tuple[Remark, ...]


class Reader:
    """Reads the dates of one file. `lines`: where each window is spoken of; `usual`: the hour at which all turn."""

    def __init__(self, file: str, anchor: Anchor | None, lines: Mapping[str, int], usual: Token | None) -> None:
        self.file, self.anchor, self.lines, self.usual = file, anchor, lines, usual
        self.remarks: list[Remark] = []

    def read(self, found: Iterable[Dated]) -> Dates:
        found = list(found)
        edges = [edge for one in found if one.kind in KINDS for edge in self._edges(one)]
        windows = {kind: self._span(kind, edges) for kind in KINDS}
        self._missing(windows, found)
        self._order(windows)
        return Dates(windows, self._results(found), tuple(self.remarks))

    def _say(self, line: int, sentence: str) -> None:
        self.remarks.append(Remark(self.file, line, sentence))

    def _edges(self, one: Dated) -> list[Edge]:
        stated = [date_ for date_ in one.chain if not date_.old] or list(one.chain)
        if len(stated) > 2:
            self._say(one.line, f"More than two dates are joined here for {_LABELS[one.kind]}; two were read.")
        days = self._days(stated[:2], one.line)
        if len(days) == 2:
            edges = [OPENS, CLOSES]
        else:
            edge = one.edge or (CLOSES if stated[0].new else "")
            if not edge:
                self._say(one.line, f"It is not clear whether {_LABELS[one.kind]} opens or closes on this date.")
            edges = [edge]
        found = zip(edges, stated, days, strict=False)
        return [self._edge(one, edge, date_, day, stated) for edge, date_, day in found if day and edge]

    def _edge(self, one: Dated, edge: str, stated: Stated, day: date, all_stated: list[Stated]) -> Edge:
        other = next((s.clock.zone for s in all_stated if s.clock and s.clock.zone), "")
        clock = stated.clock or self.usual
        if clock and offset(clock.zone or other) is None:
            self._say(one.line, f"“{clock.zone}” names no time zone for certain, so the hour was left out.")
            clock = None
        at = moment(day, clock, closing=edge == CLOSES, zone=other)
        return Edge(one.kind, edge, at, day, clock is not None, stated.new, stated.old, one.line)

    def _days(self, stated: list[Stated], line: int) -> list[date | None]:
        days = [years.settle(one, self.anchor) if one.year else None for one in stated]
        for place, one in enumerate(stated):
            if days[place] is None and not one.year:
                partner = days[1 - place] if len(stated) == 2 else None
                days[place] = years.settle(one, self.anchor, partner, first=place == 0)
            self._check(one, days[place], line)
        return days

    def _check(self, stated: Stated, day: date | None, line: int) -> None:
        if day is None:
            why = "no year can be told for it" if self.anchor is None else "there is no such day"
            why = "day and month cannot be told apart" if stated.month == UNCLEAR else why
            self._say(line, f"A date here could not be read: {why}.")
        elif stated.year and stated.year != day.year:
            told = f"{day.day} {day:%B} is dated {stated.year} here, which does not fit the other dates"
            self._say(line, f"{told}; {day.year} was taken.")

    def _span(self, kind: str, edges: list[Edge]) -> Span:
        opens = self._settle([edge for edge in edges if (edge.kind, edge.edge) == (kind, OPENS)])
        closes = self._settle([edge for edge in edges if (edge.kind, edge.edge) == (kind, CLOSES)])
        if opens and closes and closes.at <= opens.at:
            sentence = f"{_LABELS[kind].capitalize()} would close before it opens, so its closing was left out."
            self._say(closes.line, sentence)
            closes = None
        return Span(opens.at if opens else None, closes.at if closes else None)

    def _settle(self, stated: list[Edge]) -> Edge | None:
        """The last that the text says was changed to; else the first, more exactly if another place gives its hour."""
        changed = [edge for edge in stated if edge.new]
        if changed:
            return changed[-1]
        former = [edge for edge in stated if edge.old and edge.edge == OPENS]
        stated = [edge for edge in stated if not edge.old]
        if not stated:  # "originally from the 1st to the 8th, extended to the 12th": only its closing was changed
            return former[0] if former else None
        first = next((edge for edge in stated if edge.day == stated[0].day and edge.clock), stated[0])
        for edge in stated:
            if edge.day != first.day or (edge.clock and first.clock and edge.at != first.at):
                self._contradiction(first, edge)
        return first

    def _contradiction(self, first: Edge, other: Edge) -> None:
        self._say(
            other.line,
            f"{_LABELS[other.kind].capitalize()} {other.edge} {_told(other.at)} here but {_told(first.at)} on line "
            f"{first.line}, and nothing says that it was changed; {_told(first.at)} was taken.",
        )

    def _missing(self, windows: dict[str, Span], found: list[Dated]) -> None:
        lines = {**self.lines, **{one.kind: one.line for one in found}}
        for kind, span in windows.items():
            lacking = [edge for edge in (OPENS, CLOSES) if getattr(span, edge) is None]
            if lacking:
                sentence = f"When {_LABELS[kind]} {' and '.join(lacking)} could not be read."
                self._say(lines.get(kind, 0), sentence)

    def _order(self, windows: Mapping[str, Span]) -> None:
        nomination, voting = windows[NOMINATION], windows[VOTING]
        if nomination.closes and voting.opens and voting.opens < nomination.closes:
            self._say(self.lines.get(VOTING, 0), "Voting opens before nomination closes. Look at both dates.")

    def _results(self, found: list[Dated]) -> date | None:
        plain = [one for one in found if one.kind == RESULTS and "week of" not in one.text.casefold()]
        days = [years.settle(one.chain[0], self.anchor) for one in plain if len(one.chain) == 1]
        return next((day for day in days if day), None)


def moment(day: date, clock: Token | None, *, closing: bool, zone: str = "") -> datetime:
    """The instant meant. What closes at 14:59 is open through that minute, so it closes at 15:00; a closing day without
    an hour ends at midnight."""
    zone = (clock.zone if clock else "") or zone
    tz = offset(zone) or UTC
    if clock is None or clock.hour is None:
        return (datetime.combine(day, time(), tz) + timedelta(days=closing)).astimezone(UTC)
    at = datetime.combine(day, time(), tz) + timedelta(hours=clock.hour, minutes=clock.minute)
    return (at + timedelta(minutes=closing and clock.minute == 59)).astimezone(UTC)


def usual_clock(statements: Iterable[Statement]) -> Token | None:
    """The hour in "All phases turn over at 15:00 UTC": a clock without a date, said of all."""
    for statement in statements:
        for sentence in statement.sentences():
            found = list(tokens(sentence.text))
            clocks = [token for token in found if token.sort is Sort.CLOCK]
            dated = any(token.sort is Sort.DATE for token in found)
            if len(clocks) == 1 and not dated and re.search(r"\b(?:all|each|every)\b", sentence.text, re.IGNORECASE):
                return clocks[0]
    return None


def _told(at: datetime) -> str:
    return f"{at.day} {at:%B %Y, %H:%M} UTC"
