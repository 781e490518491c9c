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
from .words import Finding, names, sentence

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
    if _was_left_open(outcome):
        return _by_every_course(outcome, one, other, shared)
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


def _was_left_open(outcome: Outcome) -> bool:
    """Whether a tie in a round was left open, so that the rounds are those of one course of several."""
    return any(tie.by is By.OPEN and tie.order for row in outcome.rounds for tie in row.ties)


def _by_every_course(outcome: Outcome, one: str, other: str, shared: bool) -> str:
    row, tie = next((row, tie) for row in outcome.rounds for tie in row.ties if tie.by is By.OPEN and tie.order)
    open_tie = f"the tie of {names(tie.tied)} in round {row.number} is left open"
    if shared:
        return sentence(f"{one} and {other} share a place: {open_tie}, and who of them stands first depends on it")
    chances = [_chance(outcome, name) for name in (one, other)]
    if chances[0] != chances[1]:
        how = f"{one} is elected {chances[0]}, {other} {chances[1]}"
    else:
        how = f"in every way the count could go on {one} has the better place"
    return f"{one} stands before {other}: {open_tie}, and {how}."


def _chance(outcome: Outcome, name: str) -> str:
    """Whether the candidate is among the first for the seats, as far as open ties let it be said."""
    first = outcome.place(name) - 1
    size = next(len(group) for group in outcome.ranking if name in group)
    if first + size <= outcome.seats:
        return "in every way the count could go on"
    return "in some" if first < outcome.seats else "in none"
