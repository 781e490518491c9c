"""Moves of an announced timeline: open now, close now, extend, move all that follows; and what each changes."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from election.timeline.plans import problems
from election.timeline.windows import Edge, Kind, Timeline, Window

GRACE = timedelta(minutes=1)
""" "Now" may be a moment ago by the time it is published."""


class Refused(ValueError):
    """A move that the rules of an election forbid; the message is a sentence for the official."""


@dataclass(frozen=True)
class Change:
    """One edge of one window, before and after; None where there was or will be no such window."""

    kind: Kind
    edge: Edge
    before: datetime | None
    after: datetime | None


def changes(before: Timeline, after: Timeline) -> tuple[Change, ...]:
    """Every edge that differs between two timelines, in the order of the windows."""
    pairs = [(kind, edge, _edge(before, kind, edge), _edge(after, kind, edge)) for kind in Kind for edge in Edge]
    return tuple(Change(kind, edge, old, new) for kind, edge, old, new in pairs if old != new)


def _edge(timeline: Timeline, kind: Kind, edge: Edge) -> datetime | None:
    window = timeline.window(kind)
    return getattr(window, edge.value) if window else None


def open_now(timeline: Timeline, kind: Kind, at: datetime) -> Timeline:
    """`kind` opens at `at` instead of later; it closes when it was to close. Raises Refused."""
    window = _planned(timeline, kind)
    if not window.is_ahead(at):
        raise Refused(f"{kind.label} has opened already.")
    return reschedule(timeline, _with(timeline, replace(window, opens=at)), at)


def close_now(timeline: Timeline, kind: Kind, at: datetime) -> Timeline:
    """`kind` closes at `at` instead of later. Raises Refused, for voting always."""
    window = _planned(timeline, kind)
    if not window.is_open(at):
        raise Refused(f"{kind.label} is not open now.")
    return reschedule(timeline, _with(timeline, replace(window, closes=at)), at)


def extend(timeline: Timeline, kind: Kind, by: timedelta, at: datetime, *, moving: bool = False) -> Timeline:
    """`kind` closes `by` later; with `moving`, every edge that follows its closing moves by as much. Raises Refused."""
    if by <= timedelta():
        raise Refused("Say by how much longer: at least one hour.")
    end = _planned(timeline, kind).closes

    def moved(edge: datetime) -> datetime:
        return edge + by if edge >= end and moving else edge

    longer = [w if w.kind is kind else _moved(w, moved) for w in timeline]
    longer = [replace(w, closes=w.closes + by) if w.kind is kind else w for w in longer]
    if kind is Kind.QUESTIONS and not moving:
        longer = [_at_least(w, end + by) for w in longer]
    return reschedule(timeline, _with(timeline, *longer), at)


def _moved(window: Window, moved: Callable[[datetime], datetime]) -> Window:
    return replace(window, opens=moved(window.opens), closes=moved(window.closes))


def _at_least(window: Window, closes: datetime) -> Window:
    """Answers stay open at least as long as questions do."""
    if window.kind is not Kind.ANSWERS:
        return window
    return replace(window, closes=max(window.closes, closes))


def reschedule(before: Timeline, after: Timeline, at: datetime) -> Timeline:
    """`after`, if an announced election may move from `before` to it at `at`. Raises Refused with the first reason:
    what has opened keeps its opening, voting never closes earlier and is not opened again, nothing moves into the past.
    Another window that is over may be opened again, as when too few people stand."""
    for change in changes(before, after):
        if sentence := _forbidden(before, change, at):
            raise Refused(sentence)
    for problem in problems(after):
        raise Refused(problem.sentence)
    return after


def _forbidden(before: Timeline, change: Change, at: datetime) -> str:
    window = before.window(change.kind)
    if change.kind is Kind.VOTING and window and window.opens <= at:
        if change.edge is Edge.OPENS or change.after is None:
            return "Voting has opened, so its opening stays as it is."
        if change.before and change.after < change.before:
            return "Voting can only be extended, never closed earlier."
        if window.closes <= at:
            return "Voting is over, so it stays closed."
    if change.edge is Edge.OPENS and change.before and change.before <= at:
        return f"{change.kind.label} has opened already, so its opening stays as it is."
    if change.after is not None and change.after < at - GRACE:
        return f"{change.kind.label} cannot open or close in the past."
    return ""


def _planned(timeline: Timeline, kind: Kind) -> Window:
    window = timeline.window(kind)
    if window is None:
        raise Refused(f"This election plans no window for {kind.label.lower()}.")
    return window


def _with(timeline: Timeline, *windows: Window) -> Timeline:
    return replace(timeline, **{w.kind.value: w for w in windows})
