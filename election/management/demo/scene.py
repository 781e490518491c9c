"""The scene of one election while it is played: who may do what in it is asked before every act."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from election.domain.refusals import Refused
from election.management.demo.content import Table
from election.management.demo.days import Days
from election.models import Candidacy, Election, User
from election.models.post import Voice
from election.permissions import Role, Rule, Standing, standing_of


@dataclass(frozen=True)
class Act:
    """Something that happens `days` from the seeding: `do` is told the moment."""

    days: float
    do: Callable[[datetime], object]


def play(acts: Iterable[Act], days: Days) -> None:
    """All acts in order of time, so that whatever looks back on what came before finds it."""
    for act in sorted(acts, key=lambda act: act.days):
        act.do(days.at(act.days))


@dataclass(frozen=True)
class Scene:
    """One election: its `story` from the content, and the people of the demo by their keys."""

    days: Days
    people: Mapping[str, User]
    story: Table

    @property
    def election(self) -> Election:
        """As it stands on record by now."""
        return Election.objects.whole().get(slug=self.story["slug"])

    def standing(self, key: str, rule: Rule, at: datetime) -> Standing:
        """What this person is in the election. Raises Refused where the rule does not let them act at that time."""
        standing = standing_of(self.people[key], self.election, at)
        if not rule.allows(standing):
            raise Refused(f"In {self.story['slug']}, {key} may not, on {at:%d %B %Y, %H:%M}: {rule.deed}.")
        return standing

    def by(self, key: str, rule: Rule, at: datetime) -> User:
        """This person, who may act by this rule."""
        self.standing(key, rule, at)
        return self.people[key]

    def candidate(self, key: str, rule: Rule, at: datetime) -> Candidacy:
        """What this person stands as; they may act by this rule."""
        return self.standing(key, rule, at).candidacy or self.candidacy(key)

    def candidacy(self, key: str) -> Candidacy:
        return Candidacy.objects.get(election__slug=self.story["slug"], user=self.people[key])


def on_site(user: User, rule: Rule, at: datetime) -> User:
    """This person, whom the rule lets act on the site as a whole. Raises Refused where it does not."""
    if not rule.allows(standing_of(user, None, at)):
        raise Refused(f"{user.name} may not: {rule.deed}.")
    return user


def voice(standing: Standing) -> Voice:
    """As what somebody speaks: official before candidate before member."""
    if Role.OFFICIAL in standing.roles:
        return Voice.OFFICIAL
    return Voice.CANDIDATE if Role.CANDIDATE in standing.roles else Voice.MEMBER
