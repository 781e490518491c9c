"""Two programs that share no code count the same: 20,000 small elections, full of ties, by all methods and rules."""

from __future__ import annotations

import random
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from election.tally import METHODS, Cap, Decision, Lot, Marks, Outcome, Profile, Rules, Shared, TallyError, count
from election.tally.profile import Ballots
from election.tally.ties import Ties

sys.path.append(str(Path(__file__).parents[2] / "tools"))
from recount import recount

pytestmark = pytest.mark.only("sqlite")  # no database is asked: once is enough

EACH = 2_000
NAMES = ("Ann", "Ben", "Cy", "Di", "Eve")
HIGHEST = {"plurality": 1, "approval": 1, "score": 5, "star": 5}
COUNTED_EITHER_WAY = ("irv", "scottish", "meek", "star", "ranked-pairs")
"""Methods in whose middle a tie can stay open. Their rankings then say what is common to all ways here, and what is so
in one of them there; who is elected and who is tied has to agree all the same."""

Votes = list[tuple[int, Any]]


@dataclass
class Case:
    """One election as both programs are given it."""

    method: str
    seats: int
    candidates: tuple[str, ...]
    votes: Votes
    ties: tuple[Any, ...]
    rules: dict[str, Any] = field(default_factory=dict)

    @property
    def tolerant(self) -> bool:
        return self.ties == ("shared",) and self.method in COUNTED_EITHER_WAY

    def theirs(self) -> dict[str, Any]:
        highest = HIGHEST.get(self.method, 5)
        return recount(
            self.candidates, self.votes, self.method, self.seats, highest=highest, ties=self.ties, **self.rules
        )

    def ours(self) -> Outcome:
        rules = dict(self.rules)
        most, rule = rules.pop("cap", None), rules.pop("cap_rule", "skip")
        affiliations, continuing = rules.pop("affiliations", {}), dict(rules.pop("continuing", ()))
        cap = Cap(most, affiliations, continuing, rule) if most else None
        highest = HIGHEST.get(self.method, 5)
        asked = Rules(method=self.method, seats=self.seats, cap=cap, ties=policy(self.ties), highest=highest, **rules)
        return count(self.ballots(), asked)

    def ballots(self) -> Ballots:
        if self.method not in HIGHEST:
            return Profile.of(self.candidates, [ballot for voters, ballot in self.votes for _ in range(voters)])
        marks = [ballot for voters, ballot in self.votes for _ in range(voters)]
        return Marks.of(self.candidates, marks, HIGHEST[self.method])


def policy(ties: tuple[Any, ...]) -> Ties:
    match ties:
        case ("seed", text):
            return Lot(text)
        case ("order", names):
            return Decision(tuple(names))
        case _:
            return Shared()


def drawn(chance: random.Random, method: str) -> Case:
    """A small election with everything that can go wrong in one."""
    candidates = NAMES[: chance.randint(1, len(NAMES))]
    seats = 1 if method == "irv" else chance.randint(1, 3)
    ballot = _marks if method in HIGHEST else _ranks
    votes = [(chance.randint(1, 3), ballot(chance, candidates, method)) for _ in range(chance.randint(0, 7))]
    order = chance.sample(candidates, len(candidates))
    ties = chance.choice([("shared",), ("seed", str(chance.random())), ("order", order)])
    return Case(method, seats, candidates, votes, ties, _rules(chance, candidates))


def _ranks(chance: random.Random, candidates: tuple[str, ...], _method: str) -> list[list[str]]:
    ranks: list[list[str]] = []
    for name in chance.sample(candidates, chance.randint(0, len(candidates))):
        if ranks and chance.random() < 1 / 4:
            ranks[-1].append(name)
        else:
            ranks.append([name])
    return ranks


def _marks(chance: random.Random, candidates: tuple[str, ...], method: str) -> dict[str, int]:
    return {name: chance.randint(0, HIGHEST[method]) for name in candidates if chance.random() < 2 / 3}


def _rules(chance: random.Random, candidates: tuple[str, ...]) -> dict[str, Any]:
    rules: dict[str, Any] = {
        "unranked": chance.choice(["last", "leave-out"]),
        "by": chance.choice(["winning-votes", "margins"]),
    }
    if chance.random() < 1 / 3:
        rules["withdrawn"] = (chance.choice(candidates),)
    left = [name for name in candidates if name not in rules.get("withdrawn", ())]
    if left and chance.random() < 1 / 4:
        rules |= {"none_of_the_above": chance.choice(left), "quorum": chance.choice([0, 0, 2])}
    if chance.random() < 1 / 3:
        rules |= {
            "cap": chance.choice([1, 2]),
            "affiliations": {name: chance.choice(["Acme", "ACME ", "Bolt", ""]) for name in candidates},
            "continuing": [("Old", "acme")] if chance.random() < 1 / 3 else [],
            "cap_rule": chance.choice(["skip", "recount"]),
        }
    return rules


def answers(case: Case) -> tuple[Mapping[str, Any] | str, Mapping[str, Any] | str]:
    """What both say, in the same shape; "refused" where one says that it takes a lot."""
    try:
        ours = told(case.ours())
    except TallyError:
        ours = "refused"
    try:
        theirs: dict[str, Any] | str = case.theirs()
    except ValueError:
        theirs = "refused"
    if isinstance(ours, dict) and isinstance(theirs, dict):
        theirs = {key: theirs[key] for key in ours}
        for answer in (ours, theirs) if case.tolerant else ():
            answer |= {"elected": sorted(answer["elected"]), "ranking": None, "skipped": None}
    return ours, theirs


def told(outcome: Outcome) -> dict[str, Any] | str:
    return {
        "elected": list(outcome.elected),
        "tied": list(outcome.tied),
        "contested": outcome.contested,
        "ranking": [sorted(group) for group in outcome.ranking],
        "vacancies": sum(vacancy.seats for vacancy in outcome.vacancies),
        "skipped": [row.candidate for row in outcome.skips],
        "dropped": sorted(row.candidate for row in outcome.drops),
        "ballots": outcome.ballots,
        "blank": outcome.blank,
        "invalid": outcome.invalid,
    }


@pytest.mark.parametrize("method", METHODS)
def test_the_tally_and_the_recount_agree(method: str) -> None:
    chance = random.Random(method)  # noqa: S311 - the same elections in every run
    refused = 0
    for _ in range(EACH):
        case = drawn(chance, method)
        ours, theirs = answers(case)
        assert ours == theirs, case
        refused += ours == "refused"
    assert refused < EACH / 20
