"""Windows [opens, closes) and the four of them that make an election's timeline."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone
from enum import StrEnum

AOE = timezone(timedelta(hours=-12), "AoE")
"""Anywhere on earth: the last time zone in which a day ends."""


class Kind(StrEnum):
    """What a window is for, in the order in which windows usually open."""

    NOMINATION = "nomination"
    QUESTIONS = "questions"
    ANSWERS = "answers"
    VOTING = "voting"

    @property
    def label(self) -> str:
        return {"nomination": "Nomination", "questions": "Questions", "answers": "Answers", "voting": "Voting"}[self]


class Edge(StrEnum):
    """One of the two moments of a window."""

    OPENS = "opens"
    CLOSES = "closes"


@dataclass(frozen=True)
class Window:
    """A half-open span of time: open from `opens` on, shut from `closes` on. Both are aware, in UTC."""

    kind: Kind
    opens: datetime
    closes: datetime

    def is_open(self, at: datetime) -> bool:
        return self.opens <= at < self.closes

    def is_over(self, at: datetime) -> bool:
        return self.closes <= at

    def is_ahead(self, at: datetime) -> bool:
        return at < self.opens

    @property
    def length(self) -> timedelta:
        return self.closes - self.opens


@dataclass(frozen=True)
class Timeline:
    """The windows of one election, each optional; they may overlap."""

    nomination: Window | None = None
    questions: Window | None = None
    answers: Window | None = None
    voting: Window | None = None

    def __iter__(self) -> Iterator[Window]:
        return (w for w in (self.nomination, self.questions, self.answers, self.voting) if w)

    def window(self, kind: Kind) -> Window | None:
        found: Window | None = getattr(self, kind.value)
        return found

    def open_windows(self, at: datetime) -> frozenset[Kind]:
        """All that rights ever ask of time: the kinds of windows open at this moment."""
        return frozenset(w.kind for w in self if w.is_open(at))

    def reached(self, at: datetime, lapsed: datetime | None = None) -> tuple[Window, ...]:
        """The windows open at `at` while what follows nomination waits for the officials' review: nomination itself,
        what opened before it closed, and what had opened when an earlier decision `lapsed`."""
        return tuple(w for w in self.unheld(lapsed) if w.is_open(at))

    def unheld(self, lapsed: datetime | None = None) -> tuple[Window, ...]:
        """The windows that wait for no review, whatever the time."""
        edges = [*([self.nomination.closes] if self.nomination else []), *([lapsed] if lapsed else [])]
        return tuple(w for w in self if not edges or w.kind is Kind.NOMINATION or w.opens < max(edges))

    def next_edge(
        self, at: datetime, windows: tuple[Window, ...] | None = None
    ) -> tuple[Window, Edge, datetime] | None:
        """The next moment at which a window opens or closes, if one is left; of `windows` alone where given."""
        of = tuple(self) if windows is None else windows
        ahead = [(w, Edge.OPENS, w.opens) for w in of if w.opens > at]
        ahead += [(w, Edge.CLOSES, w.closes) for w in of if w.closes > at]
        return min(ahead, key=lambda edge: edge[2], default=None)


def end_of_day_anywhere(day: date) -> datetime:
    """The moment at which `day` has ended everywhere: midnight in UTC-12, told in UTC."""
    return datetime.combine(day + timedelta(days=1), time(), AOE).astimezone(UTC)
