"""The headline of an election at a moment: derived from the clock and the recorded acts, never stored."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Literal

from election.timeline.windows import Kind, Timeline, Window

State = Literal["done", "open", "next"]


class Phase(StrEnum):
    """What an election is doing, in a word. Rights never ask for it: they ask which windows are open."""

    DRAFT = "draft"
    COMING = "coming"
    NOMINATION = "nomination"
    REVIEW = "review"
    QA = "qa"
    WAITING = "waiting"
    VOTING = "voting"
    COUNTING = "counting"
    RESULTS = "results"
    CANCELLED = "cancelled"

    @property
    def label(self) -> str:
        return _TITLES[self]


_TITLES = {
    Phase.DRAFT: "Draft",
    Phase.COMING: "Coming",
    Phase.NOMINATION: "Nomination",
    Phase.REVIEW: "Review",
    Phase.QA: "Questions and answers",
    Phase.WAITING: "Before the vote",
    Phase.VOTING: "Voting",
    Phase.COUNTING: "Counting",
    Phase.RESULTS: "Results",
    Phase.CANCELLED: "Cancelled",
}

_PHASE_OF = {
    Kind.NOMINATION: Phase.NOMINATION,
    Kind.QUESTIONS: Phase.QA,
    Kind.ANSWERS: Phase.QA,
    Kind.VOTING: Phase.VOTING,
}


@dataclass(frozen=True)
class Recorded:
    """The acts on record that no clock can tell. `unreviewed`: what follows nomination waits for the officials' review,
    except for what had opened when an earlier one `lapsed`."""

    announced: bool = False
    cancelled: bool = False
    declared: bool = False
    unreviewed: bool = False
    lapsed: datetime | None = None


def phase_at(timeline: Timeline, recorded: Recorded, at: datetime) -> Phase:
    """The phase at `at`: an act on record first, then the open window that closes first, then the gap one is in."""
    if recorded.cancelled:
        return Phase.CANCELLED
    if not recorded.announced:
        return Phase.DRAFT
    if recorded.declared:
        return Phase.RESULTS
    opened = timeline.reached(at, recorded.lapsed) if recorded.unreviewed else _open(timeline, at)
    if opened:
        return _PHASE_OF[min(opened, key=lambda w: w.closes).kind]
    if recorded.unreviewed and timeline.nomination and timeline.nomination.is_over(at):
        return Phase.REVIEW
    return _gap(timeline, at)


def _open(timeline: Timeline, at: datetime) -> tuple[Window, ...]:
    return tuple(w for w in timeline if w.is_open(at))


def _gap(timeline: Timeline, at: datetime) -> Phase:
    over = [w for w in timeline if w.is_over(at)]
    if not over:
        return Phase.COMING
    if all(w.is_over(at) for w in timeline):
        return Phase.COUNTING
    last = max(over, key=lambda w: w.closes)
    return Phase.REVIEW if last.kind is Kind.NOMINATION else Phase.WAITING


@dataclass(frozen=True)
class Stage:
    """One part of the phase bar: its windows (none for the results), whether it is over, open or ahead."""

    phase: Phase
    windows: tuple[Window, ...]
    state: State

    @property
    def opens(self) -> datetime | None:
        return min((w.opens for w in self.windows), default=None)

    @property
    def closes(self) -> datetime | None:
        return max((w.closes for w in self.windows), default=None)


def stages(timeline: Timeline, recorded: Recorded, at: datetime) -> tuple[Stage, ...]:
    """The phase bar: nomination, questions and answers, voting as far as planned, then the results."""
    grouped = [
        (Phase.NOMINATION, (timeline.nomination,)),
        (Phase.QA, (timeline.questions, timeline.answers)),
        (Phase.VOTING, (timeline.voting,)),
    ]
    bar = [Stage(phase, planned, _state(planned, at)) for phase, ws in grouped if (planned := tuple(filter(None, ws)))]
    results: State = "open" if recorded.declared else "next"
    return (*bar, Stage(Phase.RESULTS, (), results))


def _state(windows: tuple[Window, ...], at: datetime) -> State:
    if any(w.is_open(at) for w in windows):
        return "open"
    return "done" if all(w.is_over(at) for w in windows) else "next"
