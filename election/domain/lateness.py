"""Late statements: taken by two officials, never by one, and said to everybody."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from election.domain import journal
from election.domain.journal import Deed
from election.domain.refusals import Refused
from election.domain.timelines import iso
from election.models import Candidacy, Election, Lateness, User


def waiting(candidacy: Candidacy) -> Lateness | None:
    """What one official has proposed and a second has not confirmed yet."""
    return Lateness.objects.filter(candidacy=candidacy, confirmed_by=None).select_related("by").last()


def taken(candidacy: Candidacy) -> list[Lateness]:
    """What two officials decided, for everybody to read."""
    late = Lateness.objects.filter(candidacy=candidacy, confirmed_by__isnull=False)
    return list(late.select_related("by", "confirmed_by"))


@transaction.atomic
def propose(candidacy: Candidacy, until: datetime, reason: str, by: User, at: datetime) -> Lateness:
    """One official proposes that the statement be taken until `until`. Raises Refused where one waits already."""
    election = Election.objects.select_for_update().get(pk=candidacy.election_id)
    _sensible(election, candidacy, until, at)
    if waiting(candidacy):
        raise Refused("Another official has proposed this already; a second one can confirm it.")
    late = Lateness.objects.create(candidacy=candidacy, until=until, reason=reason, by=by, at=at)
    _journal(Deed.LATENESS_PROPOSED, late, by, at)
    return late


@transaction.atomic
def confirm(late: Lateness, by: User, at: datetime) -> Lateness:
    """A second official confirms: the candidate can write until then. Raises Refused for the official who proposed."""
    election = Election.objects.select_for_update().get(pk=late.candidacy.election_id)
    late = Lateness.objects.select_for_update(of=("self",)).select_related("candidacy").get(pk=late.pk)
    if late.confirmed_by_id:
        raise Refused("This was confirmed already.")
    if late.by_id == by.pk:
        raise Refused("You proposed this yourself. Another official has to confirm it.")
    _sensible(election, late.candidacy, late.until, at)
    late.confirmed_by, late.confirmed_at = by, at
    late.save(update_fields=["confirmed_by", "confirmed_at"])
    Candidacy.objects.filter(pk=late.candidacy_id).update(statement_until=late.until)
    _journal(Deed.LATENESS_CONFIRMED, late, by, at)
    return late


def _sensible(election: Election, candidacy: Candidacy, until: datetime, at: datetime) -> None:
    voting = election.timeline.voting
    if candidacy.has_withdrawn:
        raise Refused(f"{candidacy.name} has withdrawn.")
    if until <= at:
        raise Refused("Choose a time that is still ahead.")
    if voting and until > voting.opens:
        raise Refused("Statements stay as they are once voting has opened. Choose an earlier time.")


def _journal(deed: Deed, late: Lateness, by: User, at: datetime) -> None:
    election, words = late.candidacy.election, {"who": late.candidacy.name, "reason": late.reason}
    facts = {"candidate": late.candidacy_id, "statement_until": iso(late.until)}
    journal.record(deed, by=by, at=at, election=election, after=facts, words=words)
