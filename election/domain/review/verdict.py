"""The verdict on a slate: vote, acclaim, extend or fail, from figures and affiliations alone. Asks no database."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum

from election.domain.outlook import number, several

NOBODYS = frozenset({"", "none", "independent", "unaffiliated", "self", "self-employed"})
"""Affiliations that are no employer: the cap does not count them together."""


class Kind(StrEnum):
    """What follows from a slate."""

    UNDECIDED = "undecided"
    VOTE = "vote"
    ACCLAIM = "acclaim"
    CAP = "cap"
    FEW = "few"
    NOBODY = "nobody"


class Outcome(StrEnum):
    """What officials can decide at the review, each by one act."""

    VOTE = "vote"
    ACCLAIM = "acclaim"
    ACCLAIM_AFTER_QA = "acclaim-after-qa"
    EXTEND = "extend"
    FAIL = "fail"


CHOICES: dict[Kind, tuple[Outcome, ...]] = {
    Kind.UNDECIDED: (),
    Kind.VOTE: (Outcome.VOTE,),
    Kind.ACCLAIM: (Outcome.ACCLAIM, Outcome.ACCLAIM_AFTER_QA),
    Kind.CAP: (Outcome.VOTE, Outcome.EXTEND),
    Kind.FEW: (Outcome.EXTEND, Outcome.ACCLAIM, Outcome.ACCLAIM_AFTER_QA),
    Kind.NOBODY: (Outcome.EXTEND, Outcome.FAIL),
}


@dataclass(frozen=True)
class Slate:
    """What the verdict rests on: affiliations of the candidates who are approved and have not withdrawn, and of the
    members who stay; `cap` members of one affiliation at most (None: no such rule)."""

    standing: tuple[str, ...]
    seats: int
    cap: int | None = None
    staying: tuple[str, ...] = ()
    none_of_the_above: bool = False
    undecided: int = 0


@dataclass(frozen=True)
class Excess:
    """An affiliation that would have more members than the cap allows, were all its candidates elected."""

    affiliation: str
    members: int
    room: int


@dataclass(frozen=True)
class Verdict:
    """What follows, in a sentence; what officials can do about it; which affiliations are over the cap."""

    kind: Kind
    sentence: str
    choices: tuple[Outcome, ...]
    excess: tuple[Excess, ...] = ()

    def allows(self, outcome: Outcome) -> bool:
        return outcome in self.choices


def verdict(slate: Slate) -> Verdict:
    """What follows from `slate`. An open decision comes first: nothing advances while a candidacy is undecided."""
    over = _over(slate)
    kind = _kind(slate, over)
    choices = _choices(kind, slate)
    return Verdict(kind, _SENTENCES[kind](slate, over), choices, over)


def _kind(slate: Slate, over: tuple[Excess, ...]) -> Kind:
    standing = len(slate.standing)
    if slate.undecided:
        return Kind.UNDECIDED
    if not standing:
        return Kind.NOBODY
    if not electable(slate):
        return Kind.CAP
    if standing > slate.seats or slate.none_of_the_above:
        return Kind.VOTE
    if over:
        return Kind.CAP
    return Kind.ACCLAIM if standing == slate.seats else Kind.FEW


def _choices(kind: Kind, slate: Slate) -> tuple[Outcome, ...]:
    """A vote that cannot elect anybody is never opened."""
    if kind is Kind.CAP and not electable(slate):
        return (Outcome.EXTEND, Outcome.FAIL)
    return CHOICES[kind]


def employer(affiliation: str) -> str:
    """An affiliation as it is compared: in one case, without spaces around; "" for those who have none."""
    plain = " ".join(affiliation.split()).casefold()
    return "" if plain in NOBODYS else plain


def electable(slate: Slate) -> int:
    """How many of the candidates could be members together under the cap."""
    if slate.cap is None:
        return len(slate.standing)
    staying, standing = _counted(slate.staying), _counted(slate.standing)
    return sum(n if not one else min(n, max(0, slate.cap - staying[one])) for one, n in standing.items())


def _counted(affiliations: tuple[str, ...]) -> Counter[str]:
    return Counter(map(employer, affiliations))


def _over(slate: Slate) -> tuple[Excess, ...]:
    if slate.cap is None:
        return ()
    staying, standing = _counted(slate.staying), _counted(slate.standing)
    named = {employer(name): " ".join(name.split()) for name in reversed(slate.standing)}
    found = [one for one in standing if one and staying[one] + standing[one] > slate.cap]
    return tuple(Excess(named[one], staying[one] + standing[one], max(0, slate.cap - staying[one])) for one in found)


def _for_seats(slate: Slate) -> str:
    standing = len(slate.standing)
    verb = "stands" if standing == 1 else "stand"
    return f"{several(standing, 'candidate').capitalize()} {verb} for {several(slate.seats, 'seat')}"


def _undecided(slate: Slate, over: tuple[Excess, ...]) -> str:
    verb = "is" if slate.undecided == 1 else "are"
    return (
        f"{several(slate.undecided, 'candidacy').capitalize()} {verb} undecided. "
        "Approve or reject first; then it is clear what follows."
    )


def _vote(slate: Slate, over: tuple[Excess, ...]) -> str:
    why = ", and voters can choose none of them" if len(slate.standing) <= slate.seats else ""
    sentence = f"{_for_seats(slate)}{why}, so there is a vote."
    most = electable(slate)
    if most < min(slate.seats, len(slate.standing)):
        sentence += f" The cap on affiliations lets {number(most)} of them be elected at most."
    return sentence


def _acclaim(slate: Slate, over: tuple[Excess, ...]) -> str:
    return f"{_for_seats(slate)}, one for each, so no vote is needed: they are elected by acclamation."


def _cap(slate: Slate, over: tuple[Excess, ...]) -> str:
    told = "; ".join(f"{one.affiliation} would have {one.members}" for one in over)
    limit = several(slate.cap or 0, "member")
    sentence = f"{_for_seats(slate)}, but at most {limit} may have the same affiliation: {told}."
    return f"{sentence} So they cannot all be acclaimed, and the officials must decide."


def _few(slate: Slate, over: tuple[Excess, ...]) -> str:
    empty = several(slate.seats - len(slate.standing), "seat")
    return f"{_for_seats(slate)}, so {empty} would stay empty. Extend nomination, or acclaim those who stand."


def _nobody(slate: Slate, over: tuple[Excess, ...]) -> str:
    return f"{_for_seats(slate)}. Extend nomination, or say that the election has failed."


_SENTENCES = {
    Kind.UNDECIDED: _undecided,
    Kind.VOTE: _vote,
    Kind.ACCLAIM: _acclaim,
    Kind.CAP: _cap,
    Kind.FEW: _few,
    Kind.NOBODY: _nobody,
}
