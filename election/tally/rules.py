"""The rules of one count, as an election sets them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeVar

from .contest import Strength, Unranked
from .errors import TallyError
from .ties import Decision, Lot, Shared, Ties

Kind = TypeVar("Kind", bound=StrEnum)


class CapRule(StrEnum):
    """What happens to whoever is elected beyond the cap."""

    SKIP = "skip"
    RECOUNT = "recount"


@dataclass(frozen=True, slots=True)
class Cap:
    """At most `most` members of one affiliation in the body, its continuing members counted.

    `affiliations` are the candidates', by name, `continuing` the continuing members'. Two affiliations are the same if
    they differ in nothing but case and white space; who has none falls under no cap. The rule is `skip`, the lower
    placed is passed over and the next moves up (Kubernetes, 2017), or `recount`, the lowest placed is removed and
    everything is counted again (NixOS).
    """

    most: int
    affiliations: Mapping[str, str]
    continuing: Mapping[str, str] = field(default_factory=dict)
    rule: CapRule = CapRule.SKIP

    def __post_init__(self) -> None:
        object.__setattr__(self, "rule", _one_of(CapRule, self.rule))
        if self.most < 1:
            raise TallyError(f"A cap lets at least one member of an affiliation in, not {self.most}.")

    def affiliation(self, candidate: str) -> str:
        """The candidate's affiliation in the form in which it is compared, or nothing."""
        return _same(self.affiliations.get(candidate, ""))

    def members(self, affiliation: str) -> tuple[str, ...]:
        """The continuing members of an affiliation."""
        return tuple(sorted(name for name, theirs in self.continuing.items() if _same(theirs) == affiliation))


def _one_of(kind: type[Kind], value: str) -> Kind:
    """The member of an enumeration, from itself or its value; TallyError for another value."""
    try:
        return kind(value)
    except ValueError:
        raise TallyError(f"{value!r} is none of {', '.join(kind)}.") from None


def _same(affiliation: str) -> str:
    return " ".join(affiliation.split()).casefold()


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """How to count: a method and its seats, and what else an election may set.

    - `unranked`: what a ranking says of candidates it leaves out; `by`: what makes a defeat strong (both for methods
      that compare in pairs, `unranked` for none of the above too); `highest`: the highest score.
    - `withdrawn`: candidates taken out before the count; lower preferences move up.
    - `none_of_the_above`: the candidate every other must beat, with the votes of at least `quorum` voters (Debian's
      constitution, A.5).
    - `cap`: see there. `ties`: what settles a tie the method leaves. `longer`: how many of the first elected get the
      longer terms.
    """

    method: str
    seats: int = 1
    unranked: Unranked = Unranked.LAST
    by: Strength = Strength.WINNING_VOTES
    highest: int = 5
    withdrawn: tuple[str, ...] = ()
    none_of_the_above: str | None = None
    quorum: int = 0
    cap: Cap | None = None
    ties: Ties = field(default_factory=Shared)
    longer: int = 0

    def __post_init__(self) -> None:
        object.__setattr__(self, "unranked", _one_of(Unranked, self.unranked))
        object.__setattr__(self, "by", _one_of(Strength, self.by))
        if self.seats < 1:
            raise TallyError(f"At least one seat is to be filled, not {self.seats}.")
        if self.quorum and not self.none_of_the_above:
            raise TallyError("A quorum goes with none of the above; say which candidate that is.")
        if self.quorum < 0:
            raise TallyError(f"A quorum is a number of voters, not {self.quorum}.")
        if self.highest < 1:
            raise TallyError(f"The highest score is at least 1, not {self.highest}.")
        if not 0 <= self.longer <= self.seats:
            raise TallyError(
                f"The first elected get the longer terms: from 0 to {self.seats} of them, not {self.longer}."
            )

    def chosen(self) -> dict[str, str]:
        """What was chosen beyond method and seats, in words for the record."""
        said = {"ties": self._ties()}
        if self.none_of_the_above:
            said["none of the above"] = f"{self.none_of_the_above}, quorum {self.quorum}"
        if self.cap:
            said["cap"] = f"{self.cap.most} of one affiliation, {self.cap.rule}"
        if self.longer:
            said["longer terms"] = str(self.longer)
        return said | {"unranked": self.unranked, "by": self.by, "highest": str(self.highest)}

    def _ties(self) -> str:
        match self.ties:
            case Lot(seed):
                return f"by a lot drawn from the seed {seed!r}"
            case Decision(names):
                return f"as drawn: {', '.join(names)}"
            case _:
                return "left open"
