"""Support: how many endorsements a candidacy has, from how many affiliations, and what is still missing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from election.domain.outlook import number, several
from election.domain.review.verdict import employer
from election.models import Candidacy, Election, Endorsement


@dataclass(frozen=True)
class Support:
    """What a candidacy has, and what its election needs: people, and different affiliations among them."""

    people: int
    affiliations: int
    needed: int
    from_needed: int

    @property
    def missing(self) -> int:
        """How many more endorsements are needed at least."""
        return max(0, self.needed - self.people, self.from_needed - self.affiliations)

    @property
    def sentence(self) -> str:
        """ "Two of three endorsements; one more is needed, from another affiliation." """
        if not self.needed and not self.from_needed:
            return ""
        have = several(self.people, "endorsement").capitalize()
        have += f" from {several(self.affiliations, 'affiliation')}" if self.people else " yet"
        if not self.missing:
            return f"{have}: all that is needed."
        new = max(0, self.from_needed - self.affiliations)
        noun = "a new affiliation" if new == 1 else "new affiliations"
        whence = f", {number(new)} of them" if new and new < self.missing else ","
        whence = f"{whence} from {noun}" if new else ""
        verb = "is" if self.missing == 1 else "are"
        return f"{have}; {number(self.missing)} more {verb} needed{whence}."


def support(election: Election, endorsements: Sequence[Endorsement]) -> Support:
    """Counted once per person, and affiliations once however they are spelt; who has none adds none."""
    named = {one for endorsement in endorsements if (one := employer(endorsement.affiliation))}
    needed = max(election.endorsements_needed, election.endorsing_affiliations)
    return Support(len(endorsements), len(named), needed, election.endorsing_affiliations)


def of(candidacy: Candidacy) -> Support:
    """The support of one candidacy; one query."""
    return support(candidacy.election, list(candidacy.endorsements.all()))


def seeking(election: Election) -> list[tuple[Candidacy, Support]]:
    """Who wants to stand and still lacks endorsements; two queries."""
    open_cases = Candidacy.objects.whole(election).undecided().prefetch_related("endorsements")
    found = [(candidacy, support(election, list(candidacy.endorsements.all()))) for candidacy in open_cases]
    return [(candidacy, held) for candidacy, held in found if held.missing]
