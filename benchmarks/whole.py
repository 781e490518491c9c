"""One count as a process of its own: `python -m benchmarks.whole FILE` prints the seconds it took and the elected."""

from __future__ import annotations

import sys
from pathlib import Path
from time import perf_counter

from election.tally import Lot, Rules, count
from election.tally.formats import read


def main(path: Path) -> None:
    begun = perf_counter()
    with path.open("rb") as stream:
        file = read(stream, path.name)
    outcome = count(file.ballots, Rules(method="scottish", seats=file.seats or 1, ties=Lot("benchmark")))
    print(f"{perf_counter() - begun:.1f}", *outcome.elected, sep="\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
