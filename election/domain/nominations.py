"""Nominations: somebody proposes a person by their address. Nothing is public before that person accepts."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from allauth.account.models import EmailAddress
from django.db import transaction
from django.db.models import QuerySet
from django.db.models.functions import Lower

from election.domain import applications
from election.domain.refusals import Refused
from election.models import Candidacy, Election, Nomination, NominationReply, User

MOST = 10
"""As many people one person may nominate in an election: enough for anybody who means it."""


@transaction.atomic
def nominate(election: Election, name: str, email: str, nominator: User, at: datetime) -> Nomination:
    """`nominator` proposes the owner of `email`. Raises Refused for oneself, twice, and for too many."""
    Election.objects.select_for_update().get(pk=election.pk)
    address = email.strip().lower()
    if address in applications.verified(nominator):
        raise Refused("This is your own address. You can stand yourself.")
    mine = Nomination.objects.filter(election=election, nominator=nominator)
    if mine.filter(email=address).exists():
        raise Refused("You have nominated this person already.")
    if mine.count() >= MOST:
        raise Refused(f"You have nominated {MOST} people, which is as many as one person can.")
    return Nomination.objects.create(election=election, name=name, email=address, nominator=nominator, at=at)


def made_by(election: Election, user: User) -> QuerySet[Nomination]:
    """Whom this person has nominated, for their eyes only."""
    return Nomination.objects.filter(election=election, nominator=user).select_related("reply")


def of(election: Election, user: User) -> QuerySet[Nomination]:
    """The nominations of this person, by any address they have verified."""
    addresses = EmailAddress.objects.filter(user=user, verified=True).values(lower=Lower("email"))
    mine = Nomination.objects.filter(election=election, email__in=addresses)
    return mine.select_related("reply", "nominator")


def waiting(election: Election, user: User) -> Nomination | None:
    """The first nomination that this person has not replied to."""
    return of(election, user).filter(reply=None).first()


@transaction.atomic
def accept(nomination: Nomination, user: User, name: str, source: str, at: datetime, **fields: Any) -> Candidacy:
    """The nominee accepts, and stands with a statement; every other nomination of theirs here is answered by it.
    Raises Refused as `applications.stand` does, or where this one was answered."""
    _unanswered(nomination)
    candidacy = applications.stand(nomination.election, user, name, source, at, **fields)
    for one in of(nomination.election, user).filter(reply=None):
        NominationReply.objects.create(nomination=one, accepted=True, by=user, at=at)
    return candidacy


@transaction.atomic
def decline(nomination: Nomination, user: User, at: datetime) -> NominationReply:
    """The nominee declines; only who nominated them is told. Raises Refused where this one was answered."""
    _unanswered(nomination)
    return NominationReply.objects.create(nomination=nomination, accepted=False, by=user, at=at)


def _unanswered(nomination: Nomination) -> None:
    Nomination.objects.select_for_update().get(pk=nomination.pk)
    if NominationReply.objects.filter(nomination=nomination).exists():
        raise Refused("You have answered this nomination already.")
