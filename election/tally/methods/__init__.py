"""The methods, one module each. `METHODS` is the register: a method that is not in it does not exist."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

from ..contest import Contest, Placing
from . import approval, irv, meek, minimax, plurality, ranked_pairs, schulze, score, scottish, star


@dataclass(frozen=True, slots=True)
class Method:
    """One way of counting.

    `place` answers where everybody stands. `ballot` is what voters fill in: a ranking, or marks. `proportional`
    methods fill their seats while they count, so `seats` bears on who is placed where. `invalid` says what the method
    makes of a ballot that is not as it should be; with `mark_a_seat` one with more marks than there are seats is none.
    """

    key: str
    name: str
    ballot: Literal["ranking", "marks"]
    place: Callable[[Any, Contest], Placing]
    family: Literal["marks", "pairwise", "transfer"]
    invalid: str
    mark_a_seat: bool = False


METHODS: dict[str, Method] = {
    method.key: method
    for method in (
        Method("schulze", "Schulze", "ranking", schulze.place, "pairwise", schulze.INVALID),
        Method(
            "scottish", "Single transferable vote (Scottish)", "ranking", scottish.place, "transfer", scottish.INVALID
        ),
        Method("meek", "Single transferable vote (Meek)", "ranking", meek.place, "transfer", meek.INVALID),
        Method("approval", "Approval", "marks", approval.place, "marks", approval.INVALID),
        Method("plurality", "Plurality", "marks", plurality.place, "marks", plurality.INVALID, mark_a_seat=True),
        Method("irv", "Instant run-off", "ranking", irv.place, "transfer", irv.INVALID),
        Method("minimax", "Minimax", "ranking", minimax.place, "pairwise", minimax.INVALID),
        Method("ranked-pairs", "Ranked pairs", "ranking", ranked_pairs.place, "pairwise", ranked_pairs.INVALID),
        Method("score", "Score", "marks", score.place, "marks", score.INVALID),
        Method("star", "STAR (score, then automatic run-off)", "marks", star.place, "marks", star.INVALID),
    )
}
