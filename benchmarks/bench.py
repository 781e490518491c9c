"""Speed and memory beside baselines of the same run: `python -m benchmarks.bench [NAME...]`, or `make bench`.

Prints a table, writes `benchmarks/latest.json` (`{name: {value, unit, at_least | at_most, baseline}}`), and ends with
status 1 if a bound is missed. A subject's figures stand in a module of its own; here is the list of them.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from benchmarks import tally
from benchmarks.figures import Figure, Measured

FIGURES: tuple[Figure, ...] = (*tally.FIGURES,)
LATEST = Path(__file__).with_name("latest.json")
LONGEST = 15 * 60
"""Seconds after which a figure is given up."""

_WIDTH = max(len(figure.name) for figure in FIGURES)


def alone(figure: Figure) -> Measured | None:
    """A figure measured in a process of its own, so that no other's garbage is in its way; None if that fails."""
    command = [sys.executable, "-m", "benchmarks.bench", "--alone", figure.name]
    try:
        done = subprocess.run(command, stdout=subprocess.PIPE, check=True, timeout=LONGEST)
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired) as failure:
        print(failure, file=sys.stderr)
        return None
    return Measured(**json.loads(done.stdout))


def table(
    figures: Iterable[Figure], measure: Callable[[Figure], Measured | None]
) -> tuple[dict[str, dict[str, float | str]], bool]:
    """Measure and print each figure; all rows for the file, and whether every bound is kept."""
    rows, kept = {}, True
    for figure in figures:
        print(f"{figure.name:{_WIDTH}}", end="", flush=True)
        measured = measure(figure)
        holds = measured is not None and figure.holds(measured.value)
        kept = kept and holds
        if measured:
            rows[figure.name] = figure.row(measured)
        print(_line(figure, measured, holds=holds), flush=True)
    return rows, kept


def _line(figure: Figure, measured: Measured | None, *, holds: bool) -> str:
    if not measured:
        return f"  not measured{figure.bound:>14}  MISSED"
    value = f"{measured.value:.3g}" if measured.value < 100 else f"{measured.value:.0f}"
    note = f"\n{'':{_WIDTH + 38}}{measured.note}" if measured.note else ""
    return f"{value:>8} {figure.unit:7}{figure.bound:>10}  {'holds' if holds else 'MISSED':8} {measured.baseline}{note}"


def main(
    arguments: Sequence[str] | None = None,
    figures: Sequence[Figure] = FIGURES,
    measure: Callable[[Figure], Measured | None] = alone,
    latest: Path = LATEST,
) -> int:
    known = {figure.name: figure for figure in figures}
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument(
        "names", nargs="*", metavar="NAME", help=f"figures to measure; without any, all: {', '.join(known)}"
    )
    parser.add_argument("--alone", choices=known, metavar="NAME", help="measure one here and print it as JSON")
    given = parser.parse_args(arguments)
    if unknown := [name for name in given.names if name not in known]:
        parser.error(f"there is no figure {', '.join(unknown)}; there are {', '.join(known)}")
    if given.alone:
        print(json.dumps(known[given.alone].measure().to_dict()))
        return 0
    rows, kept = table([known[name] for name in given.names or known], measure)
    latest.write_text(json.dumps(rows, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())
