"""Small elections that several tests count."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from election.tally import Outcome, Profile, Rules, count
from election.tally.record import written
from election.tally.rows import Amount


def ballots(text: str) -> Profile:
    """A profile from lines like "3: A > B = C"; a line with nothing behind the colon is of blank ballots."""
    lines = [line.split(":") for line in text.strip().splitlines()]
    votes = [(int(voters), _ranks(ranking)) for voters, ranking in lines]
    names = sorted({name for _, ranks in votes for rank in ranks for name in rank})
    return Profile.of(names, [ranks for voters, ranks in votes for _ in range(voters)])


def _ranks(ranking: str) -> tuple[tuple[str, ...], ...]:
    ranks = (rank.split("=") for rank in ranking.split(">") if rank.strip())
    return tuple(tuple(name.strip() for name in rank) for rank in ranks)


def outcome(profile: Profile | str, method: str, seats: int = 1, **rules: Any) -> Outcome:
    """The outcome of a profile, or of lines that make one."""
    voted = ballots(profile) if isinstance(profile, str) else profile
    return count(voted, Rules(method=method, seats=seats, **rules))


def figures(votes: Mapping[str, Amount], places: int = 0) -> dict[str, int | str]:
    """Votes as they are written: exact, and easily read in a test."""
    return {name: written(amount, places) for name, amount in votes.items()}


TENNESSEE = """
42: Memphis > Nashville > Chattanooga > Knoxville
26: Nashville > Chattanooga > Knoxville > Memphis
15: Chattanooga > Knoxville > Nashville > Memphis
17: Knoxville > Chattanooga > Nashville > Memphis
"""
"""Where Tennessee should have its capital, were everybody to want it near: the field's standing example, as in
Wikipedia's articles on each of these methods."""
