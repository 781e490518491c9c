"""Endorsements: somebody supports a candidacy, and says from where."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from election.domain import admissions
from election.domain.refusals import Refused
from election.models import Candidacy, Election, Endorsement, Official, User


@transaction.atomic
def endorse(candidacy: Candidacy, user: User, affiliation: str, at: datetime) -> Endorsement:
    """This person supports the candidacy, from `affiliation`. Raises Refused the second time, for the candidate, for
    officials, and for who withdrew. Puts the candidate on the slate where that was all that was missing."""
    election = Election.objects.select_for_update().get(pk=candidacy.election_id)
    locked = Candidacy.objects.whole(election).get(pk=candidacy.pk)
    if why := hindrance(locked, user):
        raise Refused(why)
    made = Endorsement.objects.create(candidacy=locked, user=user, affiliation=affiliation, at=at)
    admissions.settle(locked, at)
    return made


def hindrance(candidacy: Candidacy, user: User) -> str:
    """Why this person cannot endorse the candidacy; empty when they can."""
    if candidacy.has_withdrawn:
        return f"{candidacy.name} has withdrawn."
    if candidacy.user_id == user.pk:
        return "This is your own candidacy. Others can endorse it."
    if Official.objects.filter(election=candidacy.election_id, user=user).exists():
        return "You run this election, so you cannot endorse anybody in it."
    if Endorsement.objects.filter(candidacy=candidacy, user=user).exists():
        return f"You have endorsed {candidacy.name} already."
    return ""
