"""Elections to measure with: full rankings at random, the same in every run."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

CANDIDATES = 30
SEATS = 5
NAMES = [f"Candidate {number}" for number in range(1, CANDIDATES + 1)]

Ranking = tuple[int, ...]


def rankings(voters: int, seed: int = 1) -> Iterator[Ranking]:
    """One ranking of all candidates for each voter, best first, every order equally likely."""
    chance = random.Random(seed)  # noqa: S311 - the same ballots in every run
    everybody = range(CANDIDATES)
    return (tuple(chance.sample(everybody, CANDIDATES)) for _ in range(voters))


def blt(folder: Path, voters: int) -> Path:
    """A BLT file of such rankings, written ballot by ballot: the first line, one for each ballot, a 0, the names."""
    path = folder / f"{voters}.blt"
    words = [str(number) for number in range(1, CANDIDATES + 1)]
    with path.open("w", encoding="utf-8") as file:
        file.write(f"{CANDIDATES} {SEATS}\n")
        for ranking in rankings(voters):
            file.write(f"1 {' '.join(map(words.__getitem__, ranking))} 0\n")
        file.write("0\n" + "".join(f'"{name}"\n' for name in NAMES) + '"Benchmark"\n')
    return path
