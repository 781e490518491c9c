"""What was decided beside the count: withdrawals, none of the above, the affiliation cap, vacancies."""

from __future__ import annotations

from ..outcome import Outcome
from ..rows import Drop, Lack, Skip, Vacancy
from .words import counted, names, prefer

_LACKS = {
    Lack.CANDIDATES: "too few candidates",
    Lack.CAP: "the affiliation cap lets nobody else in",
    Lack.NONE_OF_THE_ABOVE: "too few candidates got past none of the above",
}


def dropped(outcome: Outcome, row: Drop) -> str:
    """Why a candidate did not get past none of the above."""
    option = outcome.none_of_the_above or "none of the above"
    figures = f"{prefer(row.votes, row.candidate, option)}, {row.against} {option} to {row.candidate}"
    short = "" if row.beaten else f", and the quorum is {counted(row.quorum, 'voter')}"
    return f"{row.candidate} did not get past none of the above: {figures}{short}."


def skipped(outcome: Outcome, row: Skip) -> str:
    """Why a candidate was passed over or removed, and who gets a seat instead."""
    has = names([*row.elected, *(f"{name} (continuing)" for name in row.continuing)])
    cap = f"the body takes no more than {row.most} of {' '.join(row.affiliation.split())}, and has {has}"
    if row.recounted:
        return f"{row.candidate} was removed and everything counted again: {cap}."
    follower = _next(outcome, row.candidate)
    fills = f"{follower}, the next who fits, moves up" if follower else "nobody below fills the seat"
    return f"{row.candidate} is passed over: {cap}; {fills}."


def _next(outcome: Outcome, skipped: str) -> str | None:
    """The first of those elected who stands behind, or shares the place of, the one passed over."""
    place = outcome.place(skipped)
    return next((name for name in outcome.elected if outcome.place(name) >= place), None)


def vacant(row: Vacancy) -> str:
    """How many seats stay vacant, and what is lacking."""
    return f"{counted(row.seats, 'seat')} {'stays' if row.seats == 1 else 'stay'} vacant: {_LACKS[row.lack]}."


def withdrew(who: tuple[str, ...]) -> str:
    """Who withdrew, and what that does to ballots."""
    them = "that name" if len(who) == 1 else "these names"
    return f"{names(who)} withdrew and did not stand: ballots count as if without {them}."
