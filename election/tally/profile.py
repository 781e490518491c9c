"""What voters put on their ballots: equal ballots gathered, each with the number of voters who cast it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import repeat

from .errors import TallyError

Ranking = tuple[int, ...]
"""One ballot's places, best first. A place below the number of candidates is that candidate; one above it stands for
several candidates ranked equally, `Profile.equals[place - len(candidates)]`. The blank ballot is `()`."""

Ranked = Sequence["str | int | Iterable[str | int]"]
"""A ballot as people write it: candidates by name or number, best first; equals in a collection of their own."""

MOST_CANDIDATES = 1_000

_AT_ONCE = 2**13  # as many ballots as a processor has close at hand


@dataclass(frozen=True, slots=True)
class Profile:
    """Ranked ballots over named candidates. No candidate is twice on a ballot; who is not on it is unranked."""

    candidates: tuple[str, ...]
    ballots: Mapping[Ranking, int]
    equals: tuple[tuple[int, ...], ...] = ()

    @classmethod
    def of(cls, candidates: Sequence[str], ballots: Iterable[Ranked] | Mapping[Ranking, int]) -> Profile:
        """Gather `ballots`, given one by one or as a mapping from ballot to the number of voters who cast it.

        Raises TallyError for a candidate who is unknown, or twice on a ballot, and for a number of voters below 1.
        """
        gather = Gatherer(candidates)
        if isinstance(ballots, list) and (plain := _gathered(ballots, len(gather.candidates))) is not None:
            return cls(gather.candidates, plain)
        counted = ballots if isinstance(ballots, Mapping) else Counter(map(_hashable, ballots))
        for ballot, voters in counted.items():
            gather.add(gather.ranking(ballot), voters)
        return gather.profile()

    @property
    def total(self) -> int:
        """How many ballots were cast, blank ones included."""
        return sum(self.ballots.values())

    @property
    def blank(self) -> int:
        """How many ballots name nobody."""
        return self.ballots.get((), 0)

    def members(self, place: int) -> tuple[int, ...]:
        """The candidates who hold a place of a ballot."""
        number = len(self.candidates)
        return (place,) if place < number else self.equals[place - number]

    def groups(self, ranking: Ranking) -> tuple[tuple[str, ...], ...]:
        """A ballot in names: the candidates of each place, best first."""
        return tuple(tuple(self.candidates[member] for member in self.members(place)) for place in ranking)


@dataclass(slots=True)
class Gatherer:
    """Puts a profile together ballot by ballot; the readers of files fill one."""

    candidates: tuple[str, ...]
    ballots: dict[Ranking, int] = field(default_factory=dict)
    numbers: dict[str, int] = field(init=False)
    _places: dict[tuple[int, ...], int] = field(default_factory=dict)

    def __init__(self, candidates: Sequence[str]) -> None:
        self.candidates = checked(candidates)
        self.ballots = {}
        self.numbers = {name: number for number, name in enumerate(self.candidates)}
        self._places = {}

    def number(self, who: str | int) -> int:
        """A candidate's number, from their name or number. Raises TallyError for somebody unknown."""
        if isinstance(who, str):
            if who in self.numbers:
                return self.numbers[who]
        elif 0 <= who < len(self.candidates):
            return who
        raise TallyError(f"{who!r} is not among the candidates.")

    def place(self, members: Iterable[int]) -> int:
        """The place that stands for these candidates, ranked equally."""
        together = tuple(sorted(set(members)))
        if len(together) == 1:
            return together[0]
        return self._places.setdefault(together, len(self.candidates) + len(self._places))

    def ranking(self, ballot: Ranked) -> Ranking:
        """A ballot as people write it, in places. Raises TallyError as `Profile.of` does."""
        seen: set[int] = set()
        places = []
        for entry in ballot:
            members = [entry] if isinstance(entry, str | int) else list(entry)
            numbers = [self.number(member) for member in members]
            for number in numbers:
                if number in seen:
                    raise TallyError(f"{self.candidates[number]} is twice on one ballot.")
                seen.add(number)
            if numbers:
                places.append(self.place(numbers))
        return tuple(places)

    def add(self, ranking: Ranking, voters: int = 1) -> None:
        """Put in one ballot, cast by this many voters."""
        if voters < 1:
            raise TallyError(f"A ballot is cast by at least one voter, not by {voters}.")
        self.ballots[ranking] = self.ballots.get(ranking, 0) + voters

    def profile(self) -> Profile:
        return Profile(self.candidates, self.ballots, tuple(self._places))


@dataclass(frozen=True, slots=True)
class Marks:
    """Ballots that give each candidate a mark: 0 or 1 to approve or choose, or a score from 0 to `highest`.

    `ballots` maps the marks, one for each candidate in order, to the number of voters who gave them. A candidate
    without a mark has 0; a blank ballot has nothing else.
    """

    candidates: tuple[str, ...]
    ballots: Mapping[tuple[int, ...], int]
    highest: int = 1

    @classmethod
    def of(cls, candidates: Sequence[str], ballots: Iterable[Mapping[str, int]], highest: int = 1) -> Marks:
        """Gather ballots given as marks by name. Raises TallyError for unknown names and marks beyond `highest`."""
        names = checked(candidates)
        known = set(names)
        gathered: Counter[tuple[int, ...]] = Counter()
        for ballot in ballots:
            for name, mark in ballot.items():
                if name not in known:
                    raise TallyError(f"{name!r} is not among the candidates.")
                if not 0 <= mark <= highest:
                    raise TallyError(f"{name} is marked {mark}; marks go from 0 to {highest}.")
            gathered[tuple(ballot.get(name, 0) for name in names)] += 1
        return cls(names, gathered, highest)

    @property
    def total(self) -> int:
        """How many ballots were cast, blank ones included."""
        return sum(self.ballots.values())

    @property
    def blank(self) -> int:
        """How many ballots mark nobody."""
        return self.ballots.get((0,) * len(self.candidates), 0)


Ballots = Profile | Marks


def checked(candidates: Sequence[str]) -> tuple[str, ...]:
    """The candidates' names as they are, if each is a name and none is there twice; TallyError otherwise."""
    names = tuple(candidates)
    if not names:
        raise TallyError("There is no candidate to count for.")
    if len(names) > MOST_CANDIDATES:
        raise TallyError(f"There are {len(names):,} candidates; {MOST_CANDIDATES:,} are the most that can be counted.")
    for name, times in Counter(names).items():
        if times > 1:
            raise TallyError(f"Two candidates are called {name!r}; give each a name of their own.")
        if not name.strip():
            raise TallyError("A candidate has no name.")
    return names


def _gathered(ballots: list[Ranking], number: int) -> Counter[Ranking] | None:
    """Equal ballots together, if all are of the usual kind: candidates by number, and nobody twice; None otherwise."""
    gathered: Counter[Ranking] = Counter()
    for start in range(0, len(ballots), _AT_ONCE):
        part = ballots[start : start + _AT_ONCE]
        if set(map(type, part)) != {tuple} or not _plain(part, number):
            return None
        gathered.update(part)
    return gathered


def _plain(ballots: list[Ranking], number: int) -> bool:
    """Bytes are the quickest set of small numbers: translating deletes from everybody who is on the ballot."""
    try:
        everybody = bytes(range(number))
        missing = sum(map(len, map(everybody.translate, repeat(None), map(bytes, ballots))))
    except (TypeError, ValueError):  # names, equals, more than a byte's candidates, or nobody's number
        return False
    return missing == number * len(ballots) - sum(map(len, ballots))


def _hashable(ballot: Ranked) -> Ranking:
    try:
        hash(ballot)
    except TypeError:
        return tuple(entry if isinstance(entry, str | int) else tuple(entry) for entry in ballot)  # type: ignore[misc]
    return tuple(ballot)  # type: ignore[arg-type]
