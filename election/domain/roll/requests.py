"""Whoever is not on the roll asks to be, and officials decide, with a reason."""

from __future__ import annotations

from datetime import datetime

from allauth.account.models import EmailAddress
from django.db import transaction

from election.domain import journal
from election.domain.journal import Deed
from election.domain.refusals import Refused
from election.domain.roll import acts
from election.domain.roll.binding import entry_of
from election.domain.roll.times import locked, refuse_over
from election.models import Election, RollAct, RollDecision, RollEntry, RollRequest, User

MOST = 3
BY_REQUEST = "They asked to be on the roll."


@transaction.atomic
def request(election: Election, user: User, name: str, why: str, at: datetime) -> RollRequest:
    """`user` asks to be on the roll. Raises Refused for who is on it, who has asked already and waits, or asked three
    times, and once the vote is over."""
    held = locked(election)
    refuse_over(held, at)
    entry, asked = entry_of(user, held), RollRequest.objects.filter(election=held, user=user)
    if entry and not entry.is_struck:
        raise Refused("You are on the roll.")
    if is_waiting(held, user):
        raise Refused("You have asked already. The officials have yet to decide.")
    if asked.count() >= MOST:
        raise Refused(f"You have asked {MOST} times, and the officials have decided each time.")
    return RollRequest.objects.create(election=held, user=user, at=at, name=name, why=why)


def is_waiting(election: Election, user: User) -> bool:
    """Whether officials have yet to decide what this person asked, or a second one has yet to agree."""
    asked = RollRequest.objects.filter(election=election, user=user)
    granted = RollAct.objects.waiting().filter(decision__request__in=asked)
    return asked.waiting().exists() or granted.exists()


@transaction.atomic
def decide(asked: RollRequest, reason: str, by: User, at: datetime, *, grant: bool) -> RollDecision:
    """Granted, and whoever asked is on the roll (once a second official agrees, where the vote has opened); or not.
    The reason is told to them alone. Raises Refused where it was decided already, or by nobody else than themselves."""
    held = locked(asked.election)
    refuse_over(held, at)
    if RollDecision.objects.filter(request=asked).exists():
        raise Refused("This was decided already.")
    if asked.user == by:
        raise Refused("You asked this yourself, so another official decides.")
    act = _put_on(held, asked, by, at) if grant else None
    journal.record(Deed.ROLL_REQUEST_DECIDED, by=by, at=at, election=held, after={"granted": grant})
    return RollDecision.objects.create(request=asked, by=by, at=at, granted=grant, reason=reason, act=act)


def _put_on(election: Election, asked: RollRequest, by: User, at: datetime) -> RollAct | None:
    """The act that puts them on the roll; None where that has happened meanwhile."""
    entry = entry_of(asked.user, election)
    if entry:
        return acts.restore(entry, BY_REQUEST, by, at) if entry.is_struck else None
    addresses = [email.lower() for email in verified(asked.user)]
    struck = RollEntry.objects.filter(election=election, keys__value__in=addresses, striking__isnull=False).first()
    if struck:
        return acts.restore(struck, BY_REQUEST, by, at)
    return acts.add(election, asked.name, addresses, BY_REQUEST, by, at)


def verified(user: User) -> list[str]:
    """The addresses that this person has verified."""
    return list(EmailAddress.objects.filter(user=user, verified=True).values_list("email", flat=True))
