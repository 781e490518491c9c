"""Instant run-off: the candidate with the fewest votes is excluded until somebody has more than half of what counts.

A tie for the fewest is looked up in earlier rounds, the latest in which the tied ones differed, and then drawn. Parts
of papers with equals are exact fractions. Exhausted is every ballot that counts for nobody, blank ones from the first
round on, so that each round adds up to the ballots cast.
"""

from __future__ import annotations

from fractions import Fraction

from ..contest import Contest, Placing, needs_one_seat
from ..pairwise import rankings
from ..profile import Ballots
from ..rows import Action, Amount, Transfer
from ..stages import Stages
from ..transfer import Papers

INVALID = (
    "Gaps close; of a candidate named twice the first mention counts; candidates ranked equally share the vote in equal"
    " parts."
)


def place(ballots: Ballots, contest: Contest) -> Placing:
    """Everybody standing: the winner, whoever was left, then as excluded, the last one first.

    Raises TallyError for more than one seat.
    """
    needs_one_seat("An instant run-off", contest.seats, "For several choose a transferable vote, scottish or meek.")
    profile = rankings(ballots, "An instant run-off")
    continuing = [number in contest.standing for number in range(len(profile.candidates))]
    papers = Papers(profile, continuing, 1, _part)
    stages = Stages(contest, 0)
    handed = papers.deal()
    spent = int(handed.exhausted) - profile.blank
    stages.receive(None, profile.total, handed)
    stages.record(Action.FIRST, elected=_elect(stages))
    while stages.hopeful and stages.vacancies:
        _exclude(stages, papers, continuing)
    return Placing(groups=stages.groups(), rounds=tuple(stages.rounds), spent=spent)


def _elect(stages: Stages) -> tuple[int, ...]:
    votes = stages.votes
    counting = sum(votes[number] for number in stages.hopeful)
    leading = [number for number in stages.hopeful if 2 * votes[number] > counting or len(stages.hopeful) == 1]
    return stages.elect(leading)


def _exclude(stages: Stages, papers: Papers, continuing: list[bool]) -> None:
    lowest = stages.lowest()
    stages.exclude(lowest)
    transfers: tuple[Transfer, ...] = ()
    for number in lowest:
        continuing[number] = False
        given, stages.votes[number] = stages.votes[number], 0
        transfers += stages.receive(number, given, papers.hand_on(number, lambda value: value))
    stages.record(Action.EXCLUSION, transfers=transfers, excluded=lowest, elected=_elect(stages))


def _part(value: Amount, parts: int) -> Amount:
    return Fraction(value) / parts
