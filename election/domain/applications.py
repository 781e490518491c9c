"""Applications: people who stand by themselves, what hinders somebody from standing, and the draft they write."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from allauth.account.models import EmailAddress
from django.db import transaction
from django.db.models import Q

from election.domain import admissions, candidacies
from election.domain.candidacies import Link
from election.domain.outlook import several
from election.domain.refusals import Refused
from election.models import Application, Candidacy, Election, Official, StandingDraft, Term, User


def hindrance(election: Election, user: User) -> str:
    """Why this person cannot stand here, in a sentence for them before they write anything; empty when they can."""
    mine = Candidacy.objects.filter(election=election, user=user).select_related("withdrawal").first()
    if mine:
        done = "have stood in this election and withdrawn" if mine.has_withdrawn else "stand in this election already"
        return f"You {done}."
    if Official.objects.filter(Q(user=user) | Q(email__in=verified(user)), election=election).exists():
        return "You run this election, and officials cannot stand in it. Ask to be dismissed as an official first."
    limit, served = election.term_limit, terms_of(election, user)
    if limit and served >= limit:
        served_words, at_most = several(served, "term"), several(limit, "term")
        whom = f" Write to {election.contact}" if election.contact else " Tell the officials"
        return (
            f"You have served {served_words} on {election.body.name}, and nobody serves more than {at_most}."
            f"{whom} if that was somebody else of your name."
        )
    return ""


def terms_of(election: Election, user: User) -> int:
    """How many terms this person has served on the body, by their candidacies or under their very name."""
    mine = Q(candidacy__user=user) | Q(candidacy=None, name__iexact=user.name)
    return Term.objects.filter(mine, body=election.body).count()


def verified(user: User) -> list[str]:
    """The addresses this person has verified, the main one first, in lower case."""
    rows = EmailAddress.objects.filter(user=user, verified=True).order_by("-primary", "pk")
    return [email.lower() for email in rows.values_list("email", flat=True)]


@transaction.atomic
def stand(
    election: Election,
    user: User,
    name: str,
    source: str,
    at: datetime,
    *,
    affiliation: str = "",
    family_name: str = "",
    links: Sequence[Link] = (),
) -> Candidacy:
    """This person stands, with a statement; on the slate at once where nothing else is needed. Raises Refused where
    something hinders them."""
    locked = Election.objects.select_for_update().get(pk=election.pk)
    if why := hindrance(locked, user):
        raise Refused(why)
    fields = {"affiliation": affiliation, "family_name": family_name}
    candidacy = candidacies.enter(locked, name, verified(user), user, at, links=links, source=source, **fields)
    Application.objects.create(candidacy=candidacy, by=user, at=at)
    StandingDraft.objects.filter(election=locked, user=user).delete()
    admissions.settle(candidacy, at)
    return Candidacy.objects.whole(locked).get(pk=candidacy.pk)


@transaction.atomic
def save_draft(election: Election, user: User, source: str, revision: int, at: datetime) -> StandingDraft:
    """The draft now says `source` and has the next revision; `revision` is the one the writer saw (0: none yet). Raises
    StaleDraft when another has been saved since."""
    User.objects.select_for_update().get(pk=user.pk)
    draft = draft_of(election, user) or StandingDraft(election=election, user=user)
    if draft.pk and draft.revision != revision and draft.source != source:
        raise StaleDraft(draft)
    if draft.source != source or draft.pk is None:
        draft.source, draft.saved_at, draft.revision = source, at, draft.revision + 1
        draft.save()
    return draft


def draft_of(election: Election, user: User) -> StandingDraft | None:
    """This person's draft, for their eyes only."""
    return StandingDraft.objects.filter(election=election, user=user).first()


class StaleDraft(Exception):
    """The draft was saved elsewhere in the meantime; `draft` is what stands."""

    def __init__(self, draft: StandingDraft) -> None:
        super().__init__("This draft was changed in another window.")
        self.draft = draft
