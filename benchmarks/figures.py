"""A figure: what is measured, beside which baseline, and the bound it has to keep."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass
from time import perf_counter

Work = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Measured:
    """What came out; what it was measured beside, in absolute terms; what else is worth telling."""

    value: float
    baseline: str
    note: str = ""

    def to_dict(self) -> dict[str, float | str]:
        return asdict(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One line of the table. Either `at_most` or `at_least` is its bound."""

    name: str
    measure: Callable[[], Measured]
    unit: str = "times"
    at_most: float | None = None
    at_least: float | None = None

    def __post_init__(self) -> None:
        if (self.at_most is None) == (self.at_least is None):
            raise ValueError(f"{self.name} needs one bound, at_most or at_least.")

    @property
    def bound(self) -> str:
        return f"≤ {self.at_most:g}" if self.at_most is not None else f"≥ {self.at_least:g}"

    def holds(self, value: float) -> bool:
        """Whether this value keeps the bound."""
        return (self.at_most is None or value <= self.at_most) and (self.at_least is None or value >= self.at_least)

    def row(self, measured: Measured) -> dict[str, float | str]:
        """The figure as it is written to the file."""
        bound = {"at_most": self.at_most} if self.at_most is not None else {"at_least": self.at_least}
        kept = {name: limit for name, limit in bound.items() if limit is not None}
        return {"value": round(measured.value, 3), "unit": self.unit, **kept, "baseline": measured.baseline}


def quickest(rounds: int, *works: Work) -> list[float]:
    """The seconds that each work takes at its quickest.

    The works take turns, so that a slow moment of the machine meets all of them. The least is taken because these works
    do the same in every round: whatever else runs on the machine can only add to their time, never take from it.
    """
    best = [float("inf")] * len(works)
    for _ in range(rounds):
        for number, work in enumerate(works):
            begun = perf_counter()
            work()
            best[number] = min(best[number], perf_counter() - begun)
    return best
