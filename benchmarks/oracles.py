"""Compares the tally with other programs, where they count by the same rule: `python -m benchmarks.oracles`.

2,000 small random elections for each rule, the same in every run. An election in whose count a tie was settled by a
step the other program does not have is left aside and counted as such (docs/decisions/oracles.md says which). Ends with
1 if anything else differs.
"""

from __future__ import annotations

import random
import sys
import warnings
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from election.tally import Marks, Outcome, Profile, Rules, count

EACH = 2_000
NAMES = ("Ann", "Ben", "Cy", "Di")

Ballots = list[Any]
Elects = Callable[[Ballots, int], set[int]]


@dataclass(frozen=True)
class Oracle:
    """A rule of another program. `elects` gives the numbers of those it elects, or could elect by a tie."""

    name: str
    method: str
    elects: Elects
    highest: int = 0  # of the marks, where the ballots have such
    without_ties: bool = False  # whether it has other steps for ties, or gives one winner only


def pref_voting_ranked(rule: str, ballots: Ballots, _number: int) -> set[int]:
    from pref_voting import voting_methods
    from pref_voting.profiles import Profile as Electorate

    return set(getattr(voting_methods, rule)(Electorate([list(ballot) for ballot in ballots])))


def pref_voting_graded(rule: str, highest: int, ballots: Ballots, _number: int) -> set[int]:
    from pref_voting import grade_methods
    from pref_voting.grade_profiles import GradeProfile

    electorate = GradeProfile([dict(enumerate(marks)) for marks in ballots], list(range(highest + 1)))
    return set(getattr(grade_methods, rule)(electorate))


def votelib_pairwise(rule: str, ballots: Ballots, _number: int) -> set[int]:
    from votelib.convert import RankedToCondorcetVotes
    from votelib.evaluate import condorcet

    votes = RankedToCondorcetVotes().convert(Counter(ballots))
    return set(getattr(condorcet, rule)().evaluate(votes, 1))


def votelib_scored(ballots: Ballots, _number: int) -> set[int]:
    from votelib.evaluate.cardinal import ScoreVoting

    votes = Counter(frozenset(enumerate(marks)) for marks in ballots)
    return set(ScoreVoting("sum").evaluate(votes, 1))


ORACLES = (
    Oracle("pref_voting beat_path", "schulze", partial(pref_voting_ranked, "beat_path")),
    Oracle("pref_voting minimax", "minimax", partial(pref_voting_ranked, "minimax")),
    Oracle(
        "pref_voting instant_runoff_put", "irv", partial(pref_voting_ranked, "instant_runoff_put"), without_ties=True
    ),
    Oracle("pref_voting plurality", "plurality", partial(pref_voting_ranked, "plurality")),
    Oracle("pref_voting approval", "approval", partial(pref_voting_graded, "approval", 1), 1),
    Oracle("pref_voting score_voting", "score", partial(pref_voting_graded, "score_voting", 5), 5),
    Oracle("pref_voting star", "star", partial(pref_voting_graded, "star", 5), 5, without_ties=True),
    Oracle("votelib Schulze", "schulze", partial(votelib_pairwise, "Schulze"), without_ties=True),
    Oracle("votelib RankedPairs", "ranked-pairs", partial(votelib_pairwise, "RankedPairs"), without_ties=True),
    Oracle("votelib ScoreVoting", "score", votelib_scored, 5, without_ties=True),
)


def compared(oracle: Oracle) -> tuple[int, int, str]:
    """How many elections agree, how many were left aside for a tie, and the first that differs, or nothing."""
    chance = random.Random(oracle.name)  # noqa: S311 - the same elections in every run
    agreeing = aside = 0
    while agreeing < EACH:
        ballots, number = _drawn(chance, oracle.highest)
        outcome = _counted(oracle, ballots, number)
        if oracle.without_ties and (outcome.tied or any(row.ties for row in outcome.rounds)):
            aside += 1
            continue
        ours = {NAMES.index(name) for name in (*outcome.elected, *outcome.tied)}
        theirs = oracle.elects(ballots, number)
        if ours != theirs:
            return agreeing, aside, f"{ballots}: {ours} here, {theirs} there"
        agreeing += 1
    return agreeing, aside, ""


def _drawn(chance: random.Random, highest: int) -> tuple[Ballots, int]:
    number = chance.randint(3, len(NAMES))
    one = (lambda: tuple(chance.randint(0, highest) for _ in range(number))) if highest else None
    return [one() if one else tuple(chance.sample(range(number), number)) for _ in range(chance.randint(1, 9))], number


def _counted(oracle: Oracle, ballots: Ballots, number: int) -> Outcome:
    names = NAMES[:number]
    rules = Rules(method=oracle.method)
    if not oracle.highest:
        return count(Profile.of(names, ballots), rules)
    return count(Marks.of(names, [dict(zip(names, marks, strict=True)) for marks in ballots], oracle.highest), rules)


def main() -> int:
    warnings.simplefilter("ignore")  # of the others' own
    differing = 0
    for oracle in ORACLES:
        agreeing, aside, difference = compared(oracle)
        print(f"{oracle.name:32} {oracle.method:14} {agreeing:5} agree, {aside:5} left aside  {difference}", flush=True)
        differing += bool(difference)
    return min(differing, 1)


if __name__ == "__main__":
    sys.exit(main())
