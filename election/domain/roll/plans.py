"""What a file would make of the roll, line by line, before anything is saved."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from hashlib import sha256

from election.domain.roll.keys import parse, usable
from election.domain.roll.lines import Line
from election.models import Election, RollEntry, RollKey

NAME = 120


class Fate(StrEnum):
    """What becomes of a line."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "already there"
    DOUBLED = "doubled"
    STRUCK = "struck"
    UNREADABLE = "unreadable"


@dataclass
class Voter:
    """One voter of the plan: a new one (`entry` None), or an entry of the roll that gets `keys` or a name."""

    name: str
    keys: dict[str, None]
    entry: int | None = None
    known: frozenset[str] = frozenset()
    renamed: bool = False

    @property
    def added(self) -> list[str]:
        return [key for key in self.keys if key not in self.known]


@dataclass(frozen=True)
class Planned:
    """One line with its fate and why; `stuck`: nobody could sign in as this voter."""

    line: Line
    fate: Fate
    why: str = ""
    stuck: bool = False


@dataclass
class Plan:
    """All lines with their fates, and the voters that would be new or changed."""

    lines: list[Planned] = field(default_factory=list)
    voters: list[Voter] = field(default_factory=list)
    absent: int = 0
    provider: str = ""

    @property
    def counts(self) -> dict[str, int]:
        """How many lines met each fate, and how many new or changed voters nobody could sign in as."""
        found = Counter(planned.fate.value for planned in self.lines)
        stuck = sum(not usable({**voter.keys, **dict.fromkeys(voter.known)}) for voter in self.voters)
        return {**{fate.value: found[fate.value] for fate in Fate}, "stuck": stuck}

    @property
    def does_something(self) -> bool:
        return bool(self.voters)

    @property
    def print(self) -> str:
        """Tells whether the plan is still the one that somebody saw."""
        said = "\n".join(f"{planned.line.number} {planned.fate} {planned.why}" for planned in self.lines)
        return sha256(said.encode()).hexdigest()[:16]


def plan(election: Election, lines: Iterable[Line], provider: str = "") -> Plan:
    """What `lines` would make of the roll of `election`; bare handles are those of `provider`."""
    planning = _Planning(election, provider)
    for line in lines:
        planning.take(line)
    return planning.finished()


class _Planning:
    """Takes line by line; `owner` knows whose every key is, of the roll and of the lines before."""

    def __init__(self, election: Election, provider: str) -> None:
        self.provider = provider
        rows = RollEntry.objects.filter(election=election).values_list("pk", "name", "striking")
        self.struck = {pk for pk, _, striking in rows if striking}
        self.there = {pk: Voter(name, {}, pk) for pk, name, _ in rows}
        self.owner: dict[str, Voter] = {}
        for value, entry in RollKey.objects.filter(election=election).values_list("value", "entry"):
            self.owner[value] = self.there[entry]
            self.there[entry].keys[value] = None
        for voter in self.there.values():
            voter.known = frozenset(voter.keys)
        self.first: dict[int, int] = {}
        self.new: list[Voter] = []
        self.plan = Plan(provider=provider)

    def take(self, line: Line) -> None:
        fate, why, voter = self._fate(line)
        stuck = voter is not None and not usable(voter.keys)
        self.plan.lines.append(Planned(line, fate, why, stuck))

    def _fate(self, line: Line) -> tuple[Fate, str, Voter | None]:
        if line.fault:
            return Fate.UNREADABLE, line.fault, None
        keys = {said: parse(said, self.provider) for said in line.said}
        wrong = [said for said, key in keys.items() if key is None]
        if wrong:
            return Fate.UNREADABLE, f"“{wrong[0][:60]}” is neither an address nor a handle.", None
        found = dict.fromkeys(key for key in keys.values() if key)
        if not found:
            return Fate.UNREADABLE, "No address and no handle.", None
        return self._whose(line, found)

    def _whose(self, line: Line, keys: dict[str, None]) -> tuple[Fate, str, Voter | None]:
        owners = list({id(voter): voter for key in keys if (voter := self.owner.get(key))}.values())
        if len(owners) > 1:
            return Fate.UNREADABLE, f"Names {len(owners)} voters at once: {self._places(owners)}.", None
        if not owners:
            return Fate.NEW, "", self._add(line, keys)
        (voter,) = owners
        if voter.entry in self.struck:
            return Fate.STRUCK, "Was struck from the roll and stays so.", None
        if id(voter) in self.first:
            self._join(voter, "", keys)
            return Fate.DOUBLED, f"The same voter as line {self.first[id(voter)]}.", voter
        self.first[id(voter)] = line.number
        changed = self._join(voter, line.name, keys)
        return (Fate.CHANGED, changed, voter) if changed else (Fate.SAME, "", voter)

    def _places(self, voters: list[Voter]) -> str:
        named = [f"line {self.first[id(v)]}" if id(v) in self.first else v.name or "an entry" for v in voters]
        return " and ".join(named)

    def _add(self, line: Line, keys: dict[str, None]) -> Voter:
        voter = Voter(line.name[:NAME], {})
        self.first[id(voter)] = line.number
        self.new.append(voter)
        self._join(voter, "", keys)
        return voter

    def _join(self, voter: Voter, name: str, keys: dict[str, None]) -> str:
        """The voter with these keys and this name too; what changed, in words."""
        more = [key for key in keys if key not in voter.keys]
        voter.keys.update(keys)
        self.owner.update(dict.fromkeys(keys, voter))
        renamed = bool(name) and name[:NAME] != voter.name
        if renamed:
            voter.name, voter.renamed = name[:NAME], True
        said = [f"{len(more)} more by which they are known"] if more else []
        return " and ".join([*said, "another name"] if renamed else said).capitalize()

    def finished(self) -> Plan:
        changed = [voter for voter in self.there.values() if voter.renamed or voter.added]
        self.plan.voters = [*self.new, *changed]
        self.plan.absent = sum(pk not in self.struck and id(v) not in self.first for pk, v in self.there.items())
        return self.plan
