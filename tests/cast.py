"""The named people of the tests, and elections in each phase for them to meet in."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from allauth.account.models import EmailAddress

from election.domain import bodies, candidacies, declarations, officials, running
from election.models import Body, Candidacy, Election, User
from election.models.declaration import DeclarationKind
from election.timeline import Kind, Phase, Timeline, Window

DAY = timedelta(days=1)


def now() -> datetime:
    """The moment of a test, without microseconds: dates compare as they are written."""
    return datetime.now(UTC).replace(microsecond=0)


def person(name: str, *, manager: bool = False) -> User:
    """Somebody with a verified address: "Olga" is olga@saltmarsh.example."""
    email = f"{name.lower()}@saltmarsh.example"
    user = User.objects.create_user(email, name, is_manager=manager)
    EmailAddress.objects.create(user=user, email=email, verified=True, primary=True)
    return user


@dataclass
class Cast:
    """Olga runs the election, Cleo and Carl stand in it, Vera and Mia are members, Marta manages the site."""

    olga: User
    cleo: User
    carl: User
    vera: User
    mia: User
    marta: User
    body: Body
    election: Election
    cleos: Candidacy
    carls: Candidacy

    def user(self, role: str) -> User | None:
        """The person in this role; None for the stranger."""
        people = {"official": self.olga, "candidate": self.cleo, "member": self.mia, "manager": self.marta}
        return people.get(role)


def timeline(phase: Phase, at: datetime) -> Timeline:
    """A timeline that is in `phase` at `at`: a week of nomination, a day, a week of Q&A, a day, a week of voting."""
    starts = {
        Phase.DRAFT: 2,
        Phase.COMING: 2,
        Phase.NOMINATION: -3,
        Phase.REVIEW: -7.5,
        Phase.QA: -10,
        Phase.WAITING: -15.5,
        Phase.VOTING: -18,
        Phase.COUNTING: -25,
        Phase.RESULTS: -25,
        Phase.CANCELLED: -10,
    }
    first = at + starts[phase] * DAY

    def window(kind: Kind, opens: float, closes: float) -> Window:
        return Window(kind, first + opens * DAY, first + closes * DAY)

    return Timeline(
        nomination=window(Kind.NOMINATION, 0, 7),
        questions=window(Kind.QUESTIONS, 8, 15),
        answers=window(Kind.ANSWERS, 8, 15),
        voting=window(Kind.VOTING, 16, 23),
    )


def cast(phase: Phase = Phase.QA, *, seats: int = 1, at: datetime | None = None) -> Cast:
    """An election in `phase`, with its people; two candidates for one seat."""
    at = at or now()
    olga, cleo, carl, vera, mia = (person(name) for name in ("Olga", "Cleo", "Carl", "Vera", "Mia"))
    marta = person("Marta", manager=True)
    body = bodies.create(marta, at, slug="council", name="Council", seats=5, prompts="Background\nMotivation")
    election = running.create(
        body,
        marta,
        at,
        timeline=timeline(phase, at),
        title="Council, spring",
        slug="council-spring",
        seats=seats,
        contact="elections@saltmarsh.example",
    )
    officials.appoint(election, olga.email, "Olga", marta, at)
    cleos = candidacies.add(election, "Cleo", [cleo.email], olga, at - 20 * DAY, source="I am Cleo.")
    carls = candidacies.add(election, "Carl", [carl.email], olga, at - 20 * DAY, source="I am Carl.")
    made = Cast(olga, cleo, carl, vera, mia, marta, body, election, cleos, carls)
    _advance(made, phase, at)
    made.election = Election.objects.whole().get(pk=election.pk)
    return made


def _advance(made: Cast, phase: Phase, at: datetime) -> None:
    if phase is not Phase.DRAFT:
        running.announce(made.election, made.olga, at)
    if phase is Phase.CANCELLED:
        running.cancel(made.election, made.olga, at, "The body was dissolved.")
    if phase is Phase.RESULTS:
        declarations.declare(
            made.election,
            DeclarationKind.ELSEWHERE,
            [made.cleos],
            made.olga,
            at,
            on=at.date(),
            source_url="https://vote.saltmarsh.example/",
        )


def without(planned: Timeline, kind: Kind) -> Timeline:
    """The same timeline without one of its windows."""
    return replace(planned, **{kind.value: None})
