"""Ties in words: who stood equal, for what, and what settled it."""

from __future__ import annotations

from ..outcome import Outcome
from ..rows import Round
from ..ties import By, Purpose, Tie
from .words import names, sentence

_ABOUT = {
    Purpose.PLACE: "for a place",
    Purpose.EXCLUSION: "for exclusion",
    Purpose.TRANSFER: "for whose surplus goes first",
    Purpose.RUNOFF: "for the run-off",
    Purpose.TERM: "for a longer term",
    Purpose.DEFEAT: "for whose defeats are taken up first",
}
_FIRST_GETS = {
    Purpose.EXCLUSION: "is excluded",
    Purpose.TRANSFER: "goes first",
    Purpose.RUNOFF: "reaches the run-off",
    Purpose.TERM: "gets the longer term",
}


def settled(outcome: Outcome, tie: Tie, at: Round | None = None) -> str:
    """The sentence on a tie, of the count as a whole or in one of its rounds."""
    if tie.purpose is Purpose.DEFEAT:
        circle = f"equally strong defeats by {names(tie.tied)} would close a circle"
        return sentence(f"{circle}; {_left_open(tie, at) if tie.by is By.OPEN else _taken_up(outcome, tie)}")
    where = f"in round {at.number}, " if at else ""
    return sentence(f"{where}{names(tie.tied)} were tied {_ABOUT[tie.purpose]}; {_how(outcome, tie, at)}")


def says_more(tie: Tie) -> bool:
    """Whether a tie outside any round is more than that some are tied for seats, as is said with those elected."""
    return bool(tie.order) or tie.purpose is not Purpose.PLACE


def _how(outcome: Outcome, tie: Tie, at: Round | None) -> str:
    first = names(tie.order)
    match tie.by:
        case By.EARLIER_ROUND:
            return f"in round {tie.round}, the latest that tells them apart, {first} had {_figure(tie)}"
        case By.COMPARISON:
            return f"compared with each other, {first} lost fewer comparisons than the others"
        case By.TOP_MARKS:
            return f"{first} had more ballots with the highest mark"
        case By.OPEN:
            return _left_open(tie, at)
        case _:
            so = (
                "so they stand in this order"
                if tie.purpose is Purpose.PLACE
                else f"so {tie.order[0]} {_FIRST_GETS[tie.purpose]}"
            )
            return f"the order {_source(outcome, tie)} is {', '.join(tie.order)}, {so}"


def _figure(tie: Tie) -> str:
    if tie.purpose is Purpose.PLACE:
        return "the higher score"
    return "the fewest votes" if tie.purpose is Purpose.EXCLUSION else "the most votes"


def _left_open(tie: Tie, at: Round | None) -> str:
    if tie.order:
        return f"this is left open, and what is shown goes on as if {tie.order[0]} had been drawn"
    if at and set(tie.tied) <= set(at.excluded):
        return "none of them had a vote, and all were excluded together"
    return "this is left open"


def _source(outcome: Outcome, tie: Tie) -> str:
    """Where an order comes from. The rules of the count name the seed of a lot."""
    if tie.by is By.DECISION:
        return "handed in"
    return "of " + outcome.rules.get("ties", "by a lot").removeprefix("by ")


def _taken_up(outcome: Outcome, tie: Tie) -> str:
    order = f"the order {_source(outcome, tie)} is {', '.join(tie.order)}"
    return f"{order}, so those by {tie.order[0]} were taken up first"
