"""The comparisons of two: the matrix, and what each method makes of it."""

from __future__ import annotations

from collections.abc import Sequence

from ..contest import Strength
from ..outcome import Outcome
from ..rows import Duel, Pairwise
from .layout import Column, heading, table, wrapped
from .people import label, numbers

MOST_SHOWN = 100
"""More candidates than these make tables that nobody reads on paper."""


def lines(outcome: Outcome) -> list[str]:
    """The sections on comparisons, where the method compares."""
    pairwise = outcome.pairwise
    if pairwise is None:
        return []
    if len(pairwise.candidates) > MOST_SHOWN:
        said = "make tables too large for this report; the outcome as JSON has them."
        return [*heading("Comparisons"), *wrapped(f"{len(pairwise.candidates)} candidates {said}")]
    return [*_matrix(outcome, pairwise), *_paths(outcome, pairwise), *_worst(outcome, pairwise), *_duels(pairwise)]


def _matrix(outcome: Outcome, pairwise: Pairwise) -> list[str]:
    said = "How many voters prefer the candidate of the row to the one of the column; * where they are more."
    return [*heading("Comparisons"), *wrapped(said), *_square(outcome, pairwise, pairwise.matrix)]


def _paths(outcome: Outcome, pairwise: Pairwise) -> list[str]:
    if not pairwise.paths:
        return []
    unit = "votes of the winner" if pairwise.by == Strength.WINNING_VOTES else "margin"
    said = (
        "How strong the strongest path of defeats from the row to the column is, by the weakest defeat on it"
        f" ({unit}); * where it is the stronger of the two ways."
    )
    return [*heading("Strongest paths"), *wrapped(said), *_square(outcome, pairwise, pairwise.paths)]


def _square(outcome: Outcome, pairwise: Pairwise, cells: Sequence[Sequence[int]]) -> list[str]:
    number = numbers(outcome)
    at = {name: place for place, name in enumerate(pairwise.candidates)}
    order = sorted(pairwise.candidates, key=number.__getitem__)

    def cell(row: str, column: str) -> str:
        there, back = cells[at[row]][at[column]], cells[at[column]][at[row]]
        return "- " if row == column else f"{there}{'*' if there > back else ' '}"

    columns = [Column(f"{number[column]} ", [cell(row, column) for row in order]) for column in order]
    return table("", [label(name, number) for name in order], columns)


def _worst(outcome: Outcome, pairwise: Pairwise) -> list[str]:
    if not pairwise.worst:
        return []
    number = numbers(outcome)
    worst = dict(zip(pairwise.candidates, pairwise.worst, strict=True))
    order = sorted(pairwise.candidates, key=number.__getitem__)
    unit = "Votes against" if pairwise.by == Strength.WINNING_VOTES else "Margin"
    column = Column(unit, [str(worst[name]) for name in order])
    return [*heading("Worst defeats"), *table("", [label(name, number) for name in order], [column])]


def _duels(pairwise: Pairwise) -> list[str]:
    if not pairwise.duels:
        return []
    said = "In the order in which they were taken up. What would have closed a circle was left out."
    lines = [*heading("Defeats"), *wrapped(said), ""]
    size = len(str(len(pairwise.duels)))
    for at, duel in enumerate(pairwise.duels, 1):
        lines += wrapped(_duel(duel), f"{at:>{size}}.  ")
    return lines


def _duel(duel: Duel) -> str:
    verdict = "locked" if duel.locked else "left out"
    return f"{duel.winner} over {duel.loser}, {duel.votes} to {duel.against}: {verdict}"
