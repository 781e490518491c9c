"""The rounds: every candidate's votes as tables, and what happened in each round in words."""

from __future__ import annotations

from collections.abc import Iterable

from ..methods import METHODS
from ..outcome import Outcome
from ..reasons import steps
from ..reasons.words import figure
from ..rows import Amount, Round
from .layout import Column, heading, table, wrapped
from .people import label, numbers

ELECTED, EXCLUDED = "+", "x"


def lines(outcome: Outcome) -> list[str]:
    """The sections on rounds, where the method has any."""
    if not outcome.rounds:
        return []
    if METHODS[outcome.method].family == "marks":
        return _sums(outcome)
    return [*_votes(outcome), *_keep(outcome), *_in_words(outcome)]


def _sums(outcome: Outcome) -> list[str]:
    """Marks added up; the sums stay what they are through all rounds."""
    votes = outcome.rounds[0].votes
    rows = [name for name in numbers(outcome) if name in votes]
    column = Column("Sum", [figure(votes[name]) for name in rows])
    sums = [*heading("Sums of marks"), *table("", _labels(outcome, rows), [column])]
    return [*sums, *_in_words(outcome)] if outcome.method == "star" else sums


def _votes(outcome: Outcome) -> list[str]:
    rows = [name for name in numbers(outcome) if name in outcome.rounds[0].votes]
    columns = [_column(outcome, row, rows) for row in outcome.rounds]
    labels = [*_labels(outcome, rows), "", "Exhausted", "Lost to rounding", "In all", "Quota", "Surplus"]
    legend = f"Votes at the end of each round; {ELECTED} elected in it, {EXCLUDED} excluded in it."
    return [*heading("Votes"), *wrapped(legend), *table("Round", labels, columns)]


def _column(outcome: Outcome, row: Round, rows: Iterable[str]) -> Column:
    def sums(votes: Amount | None) -> str | None:
        return None if votes is None else f"{figure(votes, outcome.places)} "

    gone = {name for earlier in outcome.rounds[: row.number - 1] for name in earlier.excluded}
    cells = [None if name in gone else _cell(outcome, row, name) for name in rows]
    total = sum(row.votes.values()) + row.exhausted + row.lost
    below = [row.exhausted, row.lost if outcome.places else None, total, row.quota, row.surplus]
    return Column(f"{row.number} ", [*cells, None, *map(sums, below)])


def _cell(outcome: Outcome, row: Round, name: str) -> str:
    sign = ELECTED if name in row.elected else EXCLUDED if name in row.excluded else " "
    return f"{figure(row.votes[name], outcome.places)}{sign}"


def _keep(outcome: Outcome) -> list[str]:
    """The keep factors of Meek's method, of those who passed anything on."""
    if not any(row.keep for row in outcome.rounds):
        return []
    rows = [name for name in numbers(outcome) if any(0 < row.keep.get(name, 1) < 1 for row in outcome.rounds)]
    columns = [
        Column(str(row.number), [figure(row.keep[name], outcome.places) if name in row.keep else None for name in rows])
        for row in outcome.rounds
    ]
    shown = table("Round", _labels(outcome, rows), columns) if rows else ["Nobody was above the quota."]
    return [*heading("Keep factors"), *shown]


def _in_words(outcome: Outcome) -> list[str]:
    lines = heading("Round by round")
    size = len(str(len(outcome.rounds)))
    for row in outcome.rounds:
        first, *others = steps.told(outcome, row)
        lines += wrapped(first, f"{row.number:>{size}}.  ")
        lines += [line for said in others for line in wrapped(said, " " * (size + 3))]
    return lines


def _labels(outcome: Outcome, rows: Iterable[str]) -> list[str]:
    number = numbers(outcome)
    return [label(name, number) for name in rows]
