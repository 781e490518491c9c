"""Outcomes of every method and every rule, by chance, for tests that hold for any."""

from __future__ import annotations

from typing import Any

from hypothesis import assume
from hypothesis import strategies as st

from election.tally import (
    METHODS,
    Cap,
    CapRule,
    Decision,
    Lot,
    Marks,
    Outcome,
    Profile,
    Rules,
    Shared,
    TallyError,
    count,
)
from election.tally.profile import Ballots

NAMES = ["Ann", "Ben", "Cy", "Di", "Eve"]


@st.composite
def outcomes(draw: st.DrawFn, *methods: str) -> Outcome:
    """The outcome of a small election, by one of the methods given, or of all."""
    method = draw(st.sampled_from(methods or list(METHODS)))
    names = draw(st.permutations(NAMES))[: draw(st.integers(1, len(NAMES)))]
    seats = 1 if method == "irv" else draw(st.integers(1, 3))
    try:
        return count(draw(_ballots(method, names)), Rules(method=method, seats=seats, **draw(_rules(names, seats))))
    except TallyError:  # shared places beyond a cap that removes, or too many ways to go on
        assume(condition=False)
        raise


@st.composite
def _ballots(draw: st.DrawFn, method: str, names: list[str]) -> Ballots:
    if METHODS[method].ballot == "marks":
        highest = 5 if method in ("score", "star") else 1
        row = st.tuples(*[st.integers(0, highest)] * len(names))
        return Marks(tuple(names), draw(st.dictionaries(row, st.integers(1, 3), max_size=6)), highest)
    some = st.permutations(names).flatmap(lambda order: st.integers(0, len(order)).map(lambda end: order[:end]))
    cast = draw(st.lists(st.tuples(some, st.booleans()), max_size=8))
    return Profile.of(names, [[tuple(order[:2]), *order[2:]] if equal else order for order, equal in cast])


@st.composite
def _rules(draw: st.DrawFn, names: list[str], seats: int) -> dict[str, Any]:
    rules: dict[str, Any] = {"longer": draw(st.integers(0, seats))}
    rules["ties"] = draw(st.sampled_from([Shared(), Lot("2026"), Decision(tuple(sorted(names, reverse=True)))]))
    rules["by"] = draw(st.sampled_from(["winning-votes", "margins"]))
    if draw(st.booleans()):
        company = st.sampled_from(["Acme", "Bolt", ""])
        members = draw(st.dictionaries(st.sampled_from(["Old", "Older"]), company))
        affiliations = {name: draw(company) for name in names}
        rules["cap"] = Cap(1, affiliations, members, draw(st.sampled_from(CapRule)))
    if len(names) > 1 and draw(st.booleans()):
        rules["none_of_the_above"], rules["quorum"] = names[0], draw(st.integers(0, 2))
    if len(names) > 2 and draw(st.booleans()):
        rules["withdrawn"] = (names[1],)
    return rules
