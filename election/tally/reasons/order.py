"""Why one candidate stands before another, or shares their place."""

from __future__ import annotations

from collections.abc import Callable

from ..errors import TallyError
from ..methods import METHODS
from ..outcome import Outcome
from ..ties import By
from . import beside, drawn
from .marks import added
from .minimax import worst_defeats
from .ranked_pairs import locked_defeats
from .schulze import strongest_paths
from .transfer import moved
from .words import Finding, names

SOME = "some"

_COMPARED = {"schulze": strongest_paths, "minimax": worst_defeats, "ranked-pairs": locked_defeats}


def why(outcome: Outcome, one: str, other: str) -> str:
    """A few plain sentences with the figures that put `one` before `other`, or say that it is the other way round.

    Raises TallyError for somebody who is no candidate, and for one candidate twice.
    """
    _check(outcome, one, other)
    gone = tuple(name for name in (one, other) if name in outcome.withdrawn)
    if gone:
        return beside.withdrew(gone)
    if outcome.place(other) < outcome.place(one):
        return f"It is the other way round. {why(outcome, other, one)}"
    return " ".join([_order(outcome, one, other), *_passed_over(outcome, one, other)])


def _check(outcome: Outcome, one: str, other: str) -> None:
    for name in (one, other):
        if name not in outcome.candidates:
            raise TallyError(f"{name!r} is not among the candidates of this outcome.")
    if one == other:
        raise TallyError(f"{one} cannot stand before themselves; name two candidates.")


def _order(outcome: Outcome, one: str, other: str) -> str:
    """`one` stands before `other`, or beside them."""
    shared = outcome.place(one) == outcome.place(other)
    last = [said for name in (one, other) for said in _set_aside(outcome, name)]
    if last:
        return " ".join(
            [f"{one} and {other} share a place.", *last] if shared else [f"{one} stands before {other}.", last[-1]]
        )
    if _left_open(outcome):
        return _by_every_course(outcome, one, other)
    finding = _family(outcome)(outcome, one, other)
    if shared:
        return f"{one} and {other} share a place: {finding.because}."
    if not finding.equal:
        return f"{one} stands before {other}: {finding.because}."
    ties = [drawn.settled(outcome, tie) for tie in outcome.ties if {one, other} <= set(tie.tied)]
    return " ".join([f"By the figures {one} and {other} are equal: {finding.because}.", *ties])


def _family(outcome: Outcome) -> Callable[[Outcome, str, str], Finding]:
    match METHODS[outcome.method].family:
        case "pairwise":
            return _in_pairs
        case "transfer":
            return moved
        case "marks":
            return added


def _in_pairs(outcome: Outcome, one: str, other: str) -> Finding:
    if outcome.pairwise is None:
        raise TallyError("This outcome has no comparisons, which its method rests on.")
    return _COMPARED[outcome.method](outcome.pairwise, one, other)


def _set_aside(outcome: Outcome, name: str) -> list[str]:
    """Why a candidate stands behind everybody who was counted, if so."""
    if name == outcome.none_of_the_above:
        return [f"{name} stands for none of the above, behind all who got past it, and takes no seat."]
    said = [beside.dropped(outcome, row) for row in outcome.drops if row.candidate == name]
    return said + [beside.skipped(outcome, row) for row in outcome.skips if row.recounted and row.candidate == name]


def _passed_over(outcome: Outcome, *pair: str) -> list[str]:
    return [beside.skipped(outcome, row) for row in outcome.skips if not row.recounted and row.candidate in pair]


# Ties left open amid the count


def _left_open(outcome: Outcome) -> str:
    """The first tie amid the count that was left open, so that what is shown is one course of several; or nothing."""
    ties = [(f" in round {row.number}", tie) for row in outcome.rounds for tie in row.ties]
    ties += [(" over which of their defeats comes first", tie) for tie in outcome.ties]
    still = [(where, tie) for where, tie in ties if tie.by is By.OPEN and tie.order]
    return next((f"the tie of {names(tie.tied)}{where} is left open" for where, tie in still), "")


def _by_every_course(outcome: Outcome, one: str, other: str) -> str:
    open_tie = _left_open(outcome)
    if outcome.place(one) == outcome.place(other):
        return f"{one} and {other} share a place: {open_tie}, and so is who of them stands first."
    chances = [_chance(outcome, name) for name in (one, other)]
    if chances[0] != chances[1]:
        seat = "the first place" if outcome.seats == 1 else f"one of the first {outcome.seats} places"
        first = "in some of the ways" if chances[0] == SOME else "in every way"
        how = f"{one} has {seat} {first} the count could go on, {other} in {chances[1]}"
    else:
        how = f"in every way the count could go on {one} has the better place"
    return f"{one} stands before {other}: {open_tie}, and {how}."


def _chance(outcome: Outcome, name: str) -> str:
    """In which of the ways the count could go on the candidate is among the first for the seats."""
    first = outcome.place(name) - 1
    size = next(len(group) for group in outcome.ranking if name in group)
    if first + size <= outcome.seats:
        return "all"
    return SOME if first < outcome.seats else "none"
