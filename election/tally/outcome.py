"""What a count says: who is elected, in which order, and every figure it rests on. Frozen, and plain as JSON."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from . import record
from .rows import Action, Amount, Drop, Duel, Lack, Pairwise, Round, Skip, Transfer, Vacancy
from .ties import Tie

__all__ = [
    "Action",
    "Amount",
    "Drop",
    "Duel",
    "Lack",
    "Outcome",
    "Pairwise",
    "Round",
    "Skip",
    "Transfer",
    "Vacancy",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """The outcome of one count.

    `elected` are in order; `tied` compete for `contested` further seats that a tie leaves open. `ranking` has everybody
    who stood, best first, several in a group where they share the place; a transferable vote's is the order of
    election, then of exclusion reversed. `longer` are those who get the longer terms.

    `ballots` were cast; of them `blank` named nobody, `invalid` could not count by the method's rule, and `spent` named
    nobody who still stands. `places` are the decimals of the method's arithmetic: 0 for whole votes and fractions.
    """

    method: str
    seats: int
    candidates: tuple[str, ...]
    ballots: int
    blank: int
    invalid: int = 0
    spent: int = 0
    places: int = 0
    elected: tuple[str, ...]
    tied: tuple[str, ...] = ()
    contested: int = 0
    ranking: tuple[tuple[str, ...], ...]
    longer: tuple[str, ...] = ()
    rounds: tuple[Round, ...] = ()
    pairwise: Pairwise | None = None
    ties: tuple[Tie, ...] = ()
    withdrawn: tuple[str, ...] = ()
    skips: tuple[Skip, ...] = ()
    drops: tuple[Drop, ...] = ()
    vacancies: tuple[Vacancy, ...] = ()
    none_of_the_above: str | None = None
    rules: Mapping[str, str] = field(default_factory=dict)

    @property
    def valid(self) -> int:
        """How many ballots counted for somebody."""
        return self.ballots - self.blank - self.invalid - self.spent

    def place(self, name: str) -> int:
        """The number of the candidate's place, from 1; those who share a place have the same."""
        better = 0
        for group in self.ranking:
            if name in group:
                return better + 1
            better += len(group)
        raise KeyError(name)

    def to_dict(self) -> dict[str, Any]:
        """The outcome as plain data, as `docs/outcome.schema.json` describes it."""
        return record.of(self)

    @staticmethod
    def from_dict(data: dict[str, Any]) -> Outcome:
        """The outcome that `to_dict` wrote. Raises TallyError for data of another shape."""
        return Outcome(**record.read(data))
