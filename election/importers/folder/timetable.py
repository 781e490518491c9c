"""The windows of an election, from all that its README says about dates."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from itertools import pairwise

from election.importers.folder.anchors import Hint, anchor, settled
from election.importers.folder.claims import Claim, claims, usual_clocks
from election.importers.folder.clocks import Clock
from election.importers.folder.lines import Piece
from election.importers.folder.mentions import Mention, moment
from election.importers.folder.values import WINDOWS, Remark, Stage, Window

_NAMES = {Stage.NOMINATION: "nominations", Stage.QA: "the Q&A", Stage.VOTING: "voting"}
_HOUR_END = 59


@dataclass(frozen=True)
class Edge:
    """One stated moment: its day, its time if there is one, and whether the text says that it was changed to this."""

    day: date
    clock: Clock | None
    changed: bool
    line: int


@dataclass
class Timetable:
    """Windows, the day results are promised for, and `around`, a day in the election's midst."""

    file: str
    around: date | None
    in_utc: bool
    usual: tuple[Clock | None, Clock | None] = (None, None)
    edges: dict[tuple[Stage, str], Edge] = field(default_factory=dict)
    results_due: date | None = None
    remarks: list[Remark] = field(default_factory=list)

    def remark(self, line: int, sentence: str) -> None:
        self.remarks.append(Remark(self.file, line, sentence))

    def windows(self) -> Mapping[Stage, Window]:
        """The windows that can be; of one that cannot, and of one that is missing, a remark says so."""
        found = {stage: window for stage in WINDOWS if (window := self._window(stage))}
        for earlier, later in pairwise(WINDOWS):
            one, other = found.get(earlier), found.get(later)
            if one and other and one.closes and other.opens and other.opens < one.closes:
                self.remark(self._line(later), f"As stated, {_NAMES[later]} opens before {_NAMES[earlier]} closes.")
        return found

    def _window(self, stage: Stage) -> Window | None:
        opens, closes = self.edges.get((stage, "opens")), self.edges.get((stage, "closes"))
        if not opens and not closes:
            self.remark(0, f"No dates are stated for {_NAMES[stage]}.")
            return None
        first, last = self._clocks(stage, opens, closes)
        start = moment(opens.day, first, closing=False) if opens else None
        end = moment(closes.day, last, closing=True) if closes else None
        if start and end and end <= start:
            said = f"{start:%Y-%m-%d %H:%M} and close at {end:%Y-%m-%d %H:%M}"
            self.remark(self._line(stage), f"As stated, {_NAMES[stage]} would open at {said} UTC, so neither is taken.")
            return None
        if not (start and end):
            missing = "opening" if end else "closing"
            self.remark(self._line(stage), f"The {missing} of {_NAMES[stage]} is not stated.")
        return Window(start, end)

    def _clocks(self, stage: Stage, opens: Edge | None, closes: Edge | None) -> tuple[Clock | None, Clock | None]:
        """The times of both ends. One full hour stated for both days holds for both; this is remarked."""
        first = (opens.clock if opens else None) or self.usual[0]
        last = (closes.clock if closes else None) or self.usual[1]
        if opens and closes and opens.day != closes.day and (first is None) != (last is None):
            one = first or last
            if one and one.minutes is None:
                return one, one
            if one and one.minutes is not None and one.minutes % 60 != _HOUR_END:
                self.remark(closes.line, f"Only one time is stated for {_NAMES[stage]}; it is taken for both days.")
                return one, one
        for clock, edge in ((first, opens), (last, closes)):
            self._zone_remark(clock, edge)
        return first, last

    def _zone_remark(self, clock: Clock | None, edge: Edge | None) -> None:
        if clock and edge and clock.offset is None and (clock.zone or (clock.minutes is not None and not self.in_utc)):
            why = f"“{clock.zone}” names several zones" if clock.zone else "No zone is stated"
            self.remark(edge.line, f"{why}; the time is taken as UTC.")

    def _line(self, stage: Stage) -> int:
        return next(edge.line for (about, _), edge in self.edges.items() if about is stage)

    def take(self, claim: Claim) -> None:
        """Add one claim to what is known."""
        if claim.unclear:
            self.remark(claim.line, f"{claim.unclear[0].upper()}{claim.unclear[1:]}.")
        if claim.stage is Stage.RESULT and claim.opens and (self.results_due is None or claim.changed):
            self.results_due = settled(claim.opens, self.around)
        if claim.stage not in WINDOWS:
            return
        for name, mention in (("opens", claim.opens), ("closes", claim.closes)):
            if mention:
                self._state(claim, name, mention)
        self._lengthen(claim)

    def _state(self, claim: Claim, name: str, mention: Mention) -> None:
        day = settled(mention, self.around)
        if day is None:
            self.remark(claim.line, "No year is stated for this date, here or anywhere else.")
            return
        if mention.year and mention.year != day.year:
            self.remark(claim.line, f"The year {mention.year} does not fit the rest; it is read as {day.year}.")
        key = (claim.stage, name)
        new, old = Edge(day, mention.clock, claim.changed, claim.line), self.edges.get(key)
        if old is None or (old.day == day and not old.clock):
            self.edges[key] = replace(new, changed=new.changed or bool(old and old.changed))
        elif old.day == day and mention.clock in (None, old.clock):
            return
        elif claim.changed:
            self.edges[key] = replace(new, clock=new.clock or old.clock)
        elif not old.changed:
            known, other = _words(old.day, old.clock), _words(day, mention.clock)
            self.remark(
                claim.line, f"Line {old.line} states {known} for this, here it is {other}; the former is taken."
            )

    def _lengthen(self, claim: Claim) -> None:
        old = self.edges.get((claim.stage, "closes"))
        if not claim.longer or (claim.closes and claim.opens is None):
            return
        if old is None:
            self.remark(claim.line, "It says that something was extended, but not what from.")
        else:
            self.edges[(claim.stage, "closes")] = replace(
                old, day=old.day + claim.longer, changed=True, line=claim.line
            )


def timetable(file: str, pieces: Sequence[Piece], hints: Sequence[Hint]) -> Timetable:
    """All that a README's pieces say about dates; `hints` are what its title and its folder say."""
    found = list(claims(pieces))
    stated = [mention for claim in found for mention in (claim.opens, claim.closes) if mention]
    in_utc = any("UTC" in piece.text for piece in pieces)
    table = Timetable(file, anchor(stated, hints), in_utc, usual_clocks(pieces))
    for claim in found:
        table.take(claim)
    return table


def near(day: date, table: Timetable) -> bool:
    """Whether `day` is in the time of the election."""
    return table.around is None or abs(day - table.around) <= timedelta(days=183)


def _words(day: date, clock: Clock | None) -> str:
    time = f", {clock.minutes // 60:02}:{clock.minutes % 60:02}" if clock and clock.minutes is not None else ""
    return f"{day:%-d %B %Y}{time}"
