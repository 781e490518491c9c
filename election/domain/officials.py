"""Officials: appointed and dismissed by site managers. Who runs an election does not stand in it."""

from __future__ import annotations

from datetime import datetime

from allauth.account.models import EmailAddress
from django.db import transaction
from django.db.models import Q

from election.domain import journal
from election.domain.journal import Deed
from election.domain.refusals import Refused
from election.models import Candidacy, CandidacyAddress, Election, Official, User


def owner(email: str) -> User | None:
    """The person who has verified this address, if anybody has."""
    verified = EmailAddress.objects.filter(email__iexact=email, verified=True).select_related("user").first()
    return verified.user if verified else None


@transaction.atomic
def appoint(election: Election, email: str, name: str, by: User | None, at: datetime) -> Official:
    """`email` may run the election, from when its owner signs in. Raises Refused for a candidate, or twice."""
    Election.objects.select_for_update().get(pk=election.pk)
    address, user = email.strip().lower(), owner(email)
    if _stands(election, address, user):
        raise Refused("This person is a candidate in this election. Candidates cannot be officials.")
    if _officiates(election, address, user):
        raise Refused("This person is an official of this election already.")
    official = Official.objects.create(election=election, email=address, name=name, user=user)
    _journal(Deed.OFFICIAL_APPOINTED, official, by, at)
    return official


@transaction.atomic
def dismiss(official: Official, by: User | None, at: datetime) -> None:
    """The official no longer runs the election; what they did stays on record."""
    _journal(Deed.OFFICIAL_DISMISSED, official, by, at)
    official.delete()


def _addresses(address: str, user: User | None) -> set[str]:
    """This address and, where its owner is known, every other one they have verified."""
    verified = EmailAddress.objects.filter(user=user, verified=True) if user else EmailAddress.objects.none()
    return {address, *(email.lower() for email in verified.values_list("email", flat=True))}


def _stands(election: Election, address: str, user: User | None) -> bool:
    known = CandidacyAddress.objects.filter(election=election, email__in=_addresses(address, user))
    return known.exists() or (user is not None and Candidacy.objects.filter(election=election, user=user).exists())


def _officiates(election: Election, address: str, user: User | None) -> bool:
    named = Q(email__in=_addresses(address, user))
    return Official.objects.filter(named | Q(user=user) if user else named, election=election).exists()


def refuse_official(election: Election, address: str) -> None:
    """Raises Refused when this address, or its owner, runs the election: officials cannot stand in it."""
    if _officiates(election, address, owner(address)):
        raise Refused(f"{address} belongs to an official of this election. Officials cannot be candidates.")


def _journal(deed: Deed, official: Official, by: User | None, at: datetime) -> None:
    words = {"who": str(official) if official.name or official.user else official.email}
    journal.record(deed, by=by, at=at, election=official.election, after={"official": official.pk}, words=words)
