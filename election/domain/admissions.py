"""Admissions: who comes on the slate. Officials approve or reject with a reason; the person may answer once."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from election.domain import elections, journal, support
from election.domain.journal import Deed
from election.domain.outlook import number
from election.domain.refusals import Refused
from election.domain.review import slate
from election.models import Admission, Answer, Candidacy, Decision, Election, Objection, User


def settle(candidacy: Candidacy, at: datetime) -> None:
    """On the slate by the rules alone, where no approval is needed, nothing was decided and no endorsement is missing;
    in the transaction of the act that may have brought the last one."""
    election = candidacy.election
    rejected = Decision.objects.filter(candidacy=candidacy).exists()
    if election.approval_needed or rejected or missing(candidacy):
        return
    Admission.objects.get_or_create(candidacy=candidacy, defaults={"at": at})


def missing(candidacy: Candidacy) -> int:
    """How many endorsements this candidacy lacks; no query where none are needed."""
    election = candidacy.election
    if not election.endorsements_needed and not election.endorsing_affiliations:
        return 0
    return support.of(candidacy).missing


@transaction.atomic
def decide(candidacy: Candidacy, by: User, at: datetime, *, approved: bool, reason: str = "") -> Decision:
    """Officials approve or reject; the last decision counts. Raises Refused where endorsements are missing, where it
    was decided so already, and once voting has opened or the candidate has withdrawn."""
    election = elections.lock(candidacy.election_id)
    locked = Candidacy.objects.whole(election).get(pk=candidacy.pk)
    locked.election = election
    _decidable(locked, at, approved=approved)
    decision = Decision.objects.create(candidacy=locked, approved=approved, reason=reason, by=by, at=at)
    if approved:
        Admission.objects.create(candidacy=locked, by=by, at=at)
    else:
        Admission.objects.filter(candidacy=locked).delete()
    slate.look_again(election, at)
    _journal(locked, by, at, approved=approved)
    return decision


def _decidable(candidacy: Candidacy, at: datetime, *, approved: bool) -> None:
    voting = candidacy.election.timeline.voting
    if not hasattr(candidacy, "application"):
        raise Refused(f"{candidacy.name} was added by officials, so there is nothing to decide.")
    if candidacy.has_withdrawn:
        raise Refused(f"{candidacy.name} has withdrawn, so there is nothing to decide.")
    if voting and voting.opens <= at and candidacy.is_admitted:
        raise Refused("Voting has opened, so the slate stays as it is.")
    if not approved and candidacy.is_admitted and Answer.objects.filter(candidacy=candidacy).exists():
        raise Refused(f"{candidacy.name} has answered questions already, so only they themselves can step down.")
    if approved and candidacy.is_admitted:
        raise Refused(f"{candidacy.name} is on the slate already.")
    if approved and (lacking := missing(candidacy)):
        raise Refused(f"{number(lacking).capitalize()} more endorsement{'s are' if lacking > 1 else ' is'} needed.")
    if not approved and is_rejected(candidacy):
        raise Refused(f"The candidacy of {candidacy.name} was rejected already. They may answer once.")


def is_rejected(candidacy: Candidacy) -> bool:
    """Whether it was rejected, and nothing is to be decided again."""
    last = candidacy.decisions.select_related("objection").last()
    return last is not None and not last.approved and not hasattr(last, "objection")


def _journal(candidacy: Candidacy, by: User, at: datetime, *, approved: bool) -> None:
    """A rejection names nobody: the reason is for the person alone."""
    deed = Deed.CANDIDACY_APPROVED if approved else Deed.CANDIDACY_REJECTED
    words = {"who": candidacy.name} if approved else {}
    journal.record(deed, by=by, at=at, election=candidacy.election, after={"candidate": candidacy.pk}, words=words)


@transaction.atomic
def answer(candidacy: Candidacy, word: str, by: User, at: datetime) -> Objection:
    """The person answers the rejection, once; the officials decide again. Raises Refused where there is none, or the
    one answer was given."""
    Election.objects.select_for_update().get(pk=candidacy.election_id)
    rejection = candidacy.decisions.last()
    if rejection is None or rejection.approved:
        raise Refused("Your candidacy was not rejected, so there is nothing to answer.")
    if Objection.objects.filter(candidacy=candidacy).exists():
        raise Refused("You have given your one answer. Write to the officials if something is still wrong.")
    return Objection.objects.create(candidacy=candidacy, decision=rejection, word=word, by=by, at=at)
