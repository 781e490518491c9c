"""The slate as the review sees it: counted from the rows, and looked at again whenever it changes."""

from __future__ import annotations

from datetime import datetime

from django.db.models import QuerySet

from election.domain.review.verdict import Outcome, Slate, Verdict, verdict
from election.models import Candidacy, Election, Review, Term


def look(election: Election, at: datetime) -> Verdict:
    """What follows from the candidates, seats and members as they are on record; three queries."""
    return verdict(counted(election, at))


def counted(election: Election, at: datetime) -> Slate:
    """The figures and affiliations on which the verdict rests."""
    of_this = Candidacy.objects.filter(election=election)
    return Slate(
        standing=tuple(of_this.standing().values_list("affiliation", flat=True)),
        seats=election.seats,
        cap=election.affiliation_cap,
        staying=tuple(staying(election, at).values_list("affiliation", flat=True)),
        none_of_the_above=election.none_of_the_above,
        undecided=of_this.undecided().count(),
    )


def staying(election: Election, at: datetime) -> QuerySet[Term]:
    """The continuing members: those whose term outlasts this election."""
    last = max((window.closes for window in election.timeline), default=at)
    return Term.objects.filter(body=election.body).exclude(election=election).outlasting(last.date())


def look_again(election: Election, at: datetime) -> None:
    """The review in force lapses where the slate no longer bears what was decided, until voting has opened: then who
    withdraws stays on the ballot. In the transaction of the act that changed the slate, the seats or the rules."""
    voting = election.timeline.voting
    review = Review.objects.filter(election=election, lapsed_at=None).first()
    if review is None or (voting and voting.opens <= at):
        return
    if not look(election, at).allows(Outcome(review.outcome)):
        review.lapsed_at = at
        review.save(update_fields=["lapsed_at"])
