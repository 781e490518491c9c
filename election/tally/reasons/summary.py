"""What an outcome says as a whole."""

from __future__ import annotations

from ..outcome import Outcome
from . import beside, drawn
from .words import counted, names


def sentences(outcome: Outcome) -> list[str]:
    """Who is elected and tied, and each withdrawal, drop, skip, vacancy and tie, in words."""
    said = [_elected(outcome)]
    if outcome.tied:
        said.append(f"{names(outcome.tied)} are tied for {counted(outcome.contested, 'further seat')}.")
    if outcome.longer:
        gets = "gets the longer term" if len(outcome.longer) == 1 else "get the longer terms"
        said.append(f"{names(outcome.longer)} {gets}.")
    if outcome.withdrawn:
        said.append(beside.withdrew(outcome.withdrawn))
    said += [beside.dropped(outcome, row) for row in outcome.drops]
    said += [beside.skipped(outcome, row) for row in outcome.skips]
    said += [beside.vacant(row) for row in outcome.vacancies]
    return said + _ties(outcome)


def _elected(outcome: Outcome) -> str:
    match outcome.elected:
        case ():
            return "Nobody is elected."
        case (only,):
            return f"{only} is elected."
        case several:
            shared = [row for row in outcome.ranking if len(set(row) & set(several)) > 1]
            order = (
                "; " + ", and ".join(f"{names(row)} share a place" for row in shared) if shared else ", in this order"
            )
            return f"{names(several)} are elected{order}."


def _ties(outcome: Outcome) -> list[str]:
    """The ties, but for the one that leaves seats open and is said already."""
    said = [drawn.settled(outcome, tie, row) for row in outcome.rounds for tie in row.ties]
    return said + [drawn.settled(outcome, tie) for tie in outcome.ties if drawn.says_more(tie)]
