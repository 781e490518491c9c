"""The baselines of the tally: what is bare, and what others have written. None of it is part of the product."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import islice
from pathlib import Path

from benchmarks.elections import CANDIDATES, NAMES, Ranking


def numpy_matrix(ballots: Sequence[Ranking]) -> list[list[int]]:
    """Who is preferred to whom by how many, by numpy and with nothing checked or gathered.

    Written as one does who knows numpy: a byte for each rank, one unbroken column for each candidate, and columns
    compared two by two. Of six ways that begin with an array of the tuples it was the quickest; the obvious one, which
    sorts and compares numbers of eight bytes, takes five times as long.
    """
    import numpy as np

    order = np.array(ballots, dtype=np.uint8)
    voters = np.arange(len(order))
    rank = np.empty((CANDIDATES, len(order)), dtype=np.uint8)
    for place in range(CANDIDATES):
        rank[order[:, place], voters] = place
    return [[int(np.count_nonzero(upper < lower)) for lower in rank] for upper in rank]


def split_and_int(path: Path, voters: int) -> None:
    """Read the ballots of a BLT file as far as numbers, check nothing, keep nothing."""
    with path.open("rb") as file:
        for line in islice(file, voters + 2):  # the head before the ballots, the 0 behind them
            [int(word) for word in line.split()]


def votelib_schulze(ballots: Sequence[Ranking], seats: int) -> set[int]:
    """Whom votelib elects by Schulze's method."""
    from votelib.convert import RankedToCondorcetVotes
    from votelib.evaluate.condorcet import Schulze

    votes = RankedToCondorcetVotes().convert(Counter(ballots))
    return set(Schulze().evaluate(votes, seats))


def pyrankvote_stv(ballots: Sequence[Ranking], seats: int) -> set[str]:
    """Whom PyRankVote elects by its single transferable vote."""
    from pyrankvote import Ballot, Candidate, single_transferable_vote

    candidates = [Candidate(name) for name in NAMES]
    papers = [Ballot(ranked_candidates=[candidates[number] for number in ballot]) for ballot in ballots]
    return {winner.name for winner in single_transferable_vote(candidates, papers, seats).get_winners()}


def version(package: str) -> str:
    """A rival by name and version."""
    from importlib.metadata import version as installed

    return f"{package} {installed(package)}"
