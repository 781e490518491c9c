"""Counts elections whose outcome is published and compares: `python -m tools.published FOLDER`.

FOLDER has a README.md with the published outcomes in tables, `kubernetes/*/ballots.csv`, and `ballots/` with files of
ballots and, under `reports/`, reports of counts by Droop. Scottish and Meek counts have to equal these round by round,
to the last decimal; lots are handed in as they were drawn there. Ends with 1 if anything differs.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path

from election.tally import Decision, Outcome, Rules, TallyError, count
from election.tally.formats import BallotFile, read
from election.tally.rows import Action, Round

METHODS = {"scotland": "scottish", "meek-prf": "meek", "wigm-prf": ""}
RULE = re.compile(r"(.*)-(scotland|meek-prf|wigm-prf)-.*")
NUMBER = re.compile(r"(?<![\w.])\d+(?![\w.])")
VOTES = re.compile(r"\t(?:Hopeful|Elected|Pending|Defeated):\s+(.*) \(([\d.]+)\)")
FIGURE = re.compile(r"\t(Quota|Nontransferable votes|Residual): ([\d.]+)")
LOT = re.compile(r"Action: Break tie (?:by lot )?\(.*\): \[.*\] -> (.*)")


@dataclass
class Report:
    """A report of a count: the figures of each round, and the lots in the order in which they were drawn."""

    rounds: list[dict[str, Fraction]] = field(default_factory=list)
    lots: list[str] = field(default_factory=list)

    @classmethod
    def of(cls, path: Path, method: str) -> Report:
        """Read a report. A Meek round is given at its first row of votes, before anybody is taken out of them."""
        report = cls()
        for part in path.read_text(encoding="utf-8").split("\nRound ")[method == "meek" :]:
            actions = [block for block in part.split("\nAction: ") if VOTES.search(block)]
            report.rounds.append(cls._figures(actions[0 if method == "meek" else -1]))
            report.lots += [_plain(lot) for lot in LOT.findall(part) if _plain(lot) not in report.lots]
        return report

    @staticmethod
    def _figures(block: str) -> dict[str, Fraction]:
        rows = [*VOTES.findall(block), *FIGURE.findall(block)]
        return {_plain(name): Fraction(figure) for name, figure in rows}


def main(folder: Path) -> int:
    """Compare everything there is; print a line for each; return how many differ."""
    differing = 0
    for name, problem in [*reported(folder / "ballots"), *listed(folder)]:
        print(f"{'differs' if problem else 'agrees ':8} {name}{f': {problem}' if problem else ''}")
        differing += bool(problem)
    return differing


def reported(ballots: Path) -> Iterator[tuple[str, str]]:
    """Each file of ballots that has a report by one of our rules, and what differs, or nothing."""
    for path in sorted(ballots.rglob("reports/*.txt")):
        named = RULE.fullmatch(path.stem)
        case, method = (named[1], METHODS[named[2]]) if named else (path.stem, "scottish")
        if method:
            yield f"{case} by {method}", _compared(path, path.parent.parent / f"{case}.blt", method)


def _compared(report: Path, ballots: Path, method: str) -> str:
    theirs = Report.of(report, method)
    voted = _read(ballots)
    names = voted.ballots.candidates
    order = (*theirs.lots, *(name for name in names if name not in theirs.lots))
    ours = count(
        voted.ballots,
        Rules(method=method, seats=voted.seats or 1, withdrawn=voted.withdrawn, ties=Decision(order)),
    )
    rounds = [row for row in ours.rounds if row.action is not Action.REST]
    if len(rounds) != len(theirs.rounds):
        return f"{len(rounds)} rounds, {len(theirs.rounds)} in the report"
    return next(filter(None, map(_difference, rounds, theirs.rounds)), "")


def _difference(ours: Round, theirs: dict[str, Fraction]) -> str:
    figures = dict(ours.votes) | {"Quota": ours.quota}
    if "Nontransferable votes" in theirs:
        figures |= {"Nontransferable votes": ours.exhausted, "Residual": ours.lost}
    elif "Residual" in theirs:
        figures["Residual"] = ours.exhausted + ours.lost
    for name, figure in theirs.items():
        if ", " not in name and figures.get(name) != figure:  # the excluded are listed together, with nothing
            return f"round {ours.number}, {name}: {figures.get(name)} here, {figure} there"
    return ""


def listed(folder: Path) -> Iterator[tuple[str, str]]:
    """Each election that README.md lists with its outcome, and what differs, or nothing."""
    for line in (folder / "README.md").read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.replace("\\|", "/").strip().strip("|").split("|")]
        if len(cells) == 4 and cells[2].isdigit():
            yield f"kubernetes {cells[0]}", _ranked(folder / "kubernetes", *cells)
        elif len(cells) == 3 and cells[0].startswith("stv-meek/"):
            yield cells[0].split()[0], _elected(folder / "ballots" / cells[0].split()[0], cells[2])
        elif len(cells) == 3 and cells[0].startswith("irv/"):
            yield cells[0].split()[0], _last_round(folder / "ballots" / cells[0].split()[0], cells[2])


def _ranked(folder: Path, label: str, cast: str, seats: str, ranking: str) -> str:
    (path,) = [
        path
        for path in folder.glob("*/*.csv")
        if path.parent.name in {label, f"code-of-conduct-{label.removeprefix('CoC ')}"}
        and path.stem.lower() == "ballots"
    ]
    voted = _read(path)
    ours = count(voted.ballots, Rules(method="schulze", seats=int(seats), unranked="leave-out"))  # type: ignore[arg-type]
    ranking = ranking.partition(" (")[0]
    groups = [part.removesuffix(" tied").split(" and ") for part in re.split(r", | / ", ranking)]
    if ours.ballots != int(cast.split(maxsplit=1)[0]):
        return f"{ours.ballots} ballots here, {cast} there"
    named = [[_who(name, ours) for name in group] for group in groups]
    return "" if [sorted(group) for group in named] == [sorted(group) for group in ours.ranking] else str(ours.ranking)


def _who(name: str, outcome: Outcome) -> str:
    """The candidate meant by a name that is whole, or one of theirs."""
    words = {who: {who.casefold(), *re.split(r"[ ()@]+", who.casefold())} for who in outcome.candidates}
    return next((who for who, theirs in words.items() if name.casefold() in theirs), f"nobody called {name}")


def _elected(path: Path, names: str) -> str:
    voted = _read(path)
    ours = count(voted.ballots, Rules(method="meek", seats=voted.seats or 1))
    return "" if sorted(ours.elected) == sorted(names.split(", ")) else str(ours.elected)


def _last_round(path: Path, outcome: str) -> str:
    ours = count(_read(path).ballots, Rules(method="irv"))
    last = ours.rounds[-1]
    figures = sorted(int(votes) for votes in (*last.votes.values(), last.exhausted) if votes)
    there = sorted(int(number) for number in NUMBER.findall(outcome.partition(";")[0]))
    return "" if figures == there and ours.elected[0] in outcome else f"{ours.elected}, {figures}"


def _read(path: Path) -> BallotFile:
    with path.open("rb") as stream:
        return read(stream, path.name)


def _plain(name: str) -> str:
    return " ".join(name.split())


if __name__ == "__main__":
    try:
        sys.exit(min(main(Path(sys.argv[1])), 1))
    except TallyError as error:
        sys.exit(str(error))
