"""Declarations: officials declare who was elected, in a vote held elsewhere or by acclamation; terms begin."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from django.db import transaction

from election.domain import journal
from election.domain.journal import Deed
from election.domain.outlook import several
from election.domain.refusals import Refused
from election.domain.review import slate
from election.domain.review.verdict import Outcome
from election.models import Candidacy, Declaration, Election, Term, User, Winner
from election.models.declaration import DeclarationKind
from election.models.written import rendered


@transaction.atomic
def declare(
    election: Election,
    kind: DeclarationKind,
    winners: Sequence[Candidacy],
    by: User | None,
    at: datetime,
    *,
    on: date,
    source_url: str = "",
    source: str = "",
) -> Declaration:
    """The result, once: `winners` in the order the source names them, `source` the reason in Markdown. Their terms
    begin on `on`. Raises Refused where it cannot be so."""
    locked = Election.objects.select_for_update().get(pk=election.pk)
    _possible(locked, kind, winners, at)
    _electable(locked, winners)
    declaration = Declaration.objects.create(
        election=election, kind=kind, by=by, at=at, on=on, source_url=source_url, **rendered(source)
    )
    for place, winner in enumerate(winners, start=1):
        Winner.objects.create(declaration=declaration, candidacy=winner, place=place)
        _begin_term(election, winner, on)
    facts = {"kind": kind, "on": on.isoformat(), "winners": [w.pk for w in winners], "source": source_url}
    words = {"winners": ", ".join(w.name for w in winners), "reason": source}
    journal.record(Deed.RESULT_DECLARED, by=by, at=at, election=election, after=facts, words=words)
    return declaration


def is_due(election: Election, slate: Sequence[Candidacy], at: datetime) -> bool:
    """Whether a result could be declared at `at`: the vote is over, or candidates do not outnumber seats."""
    timeline = election.timeline
    if all(window.is_over(at) for window in timeline):
        return True
    standing = sum(not candidate.has_withdrawn for candidate in slate)
    known = timeline.nomination is None or timeline.nomination.is_over(at)
    return known and 0 < standing <= election.seats


def _possible(election: Election, kind: DeclarationKind, winners: Sequence[Candidacy], at: datetime) -> None:
    recorded, standing = election.recorded, Candidacy.objects.filter(election=election).standing().count()
    if recorded.declared:
        raise Refused("The result of this election has been declared already.")
    if recorded.cancelled or not recorded.announced:
        raise Refused("Only an announced election that was not cancelled can have a result.")
    if not winners:
        raise Refused("Name at least one elected candidate.")
    if len(winners) > election.seats:
        raise Refused(
            f"{several(len(winners), 'winner').capitalize()} for {several(election.seats, 'seat')} are too many."
        )
    if election.timeline.nomination and at < election.timeline.nomination.closes:
        raise Refused("Nomination is still open. Declare the result when everybody has had the chance to stand.")
    if election.waits_for_review:
        raise Refused("Review the slate first: what follows from it has to be decided.")
    if kind is DeclarationKind.ACCLAIMED:
        _acclaimable(election, standing, winners)
        _bearable(election, at)
    elif election.timeline.voting and at < election.timeline.voting.closes:
        raise Refused("The vote is not over yet. Declare its result when voting has closed.")


def _electable(election: Election, winners: Sequence[Candidacy]) -> None:
    """Asked of the database under the lock: somebody may have withdrawn since the page was read."""
    standing = set(Candidacy.objects.filter(election=election).standing().values_list("pk", flat=True))
    if not standing.issuperset(winner.pk for winner in winners):
        raise Refused("Somebody who withdrew, or does not stand in this election, cannot be elected.")


def _acclaimable(election: Election, standing: int, winners: Sequence[Candidacy]) -> None:
    if standing > election.seats:
        words = f"{several(standing, 'candidate').capitalize()} stand for {several(election.seats, 'seat')}"
        raise Refused(f"{words}, so there has to be a vote.")
    if len(winners) != standing:
        raise Refused("When candidates are acclaimed, all who stand are elected.")


def _bearable(election: Election, at: datetime) -> None:
    """The rules of this election let those who stand be acclaimed: the cap holds, and nothing is undecided."""
    found = slate.look(election, at)
    if not found.allows(Outcome.ACCLAIM):
        raise Refused(found.sentence)


def _begin_term(election: Election, winner: Candidacy, on: date) -> None:
    Term.objects.create(
        body=election.body,
        name=winner.name,
        affiliation=winner.affiliation,
        begins=on,
        ends=months_later(on, election.term_months) if election.term_months else None,
        election=election,
        candidacy=winner,
    )


def end_terms(terms: Iterable[Term], on: date) -> None:
    """Terms without an end that began before `on` end there: their seats were filled anew."""
    for term in terms:
        if term.ends is None and term.begins < on:
            term.ends = on
            term.save(update_fields=["ends"])


def months_later(day: date, months: int) -> date:
    """The same day `months` later, or the last day of a shorter month."""
    year, month = divmod(day.month - 1 + months, 12)
    for last in (day.day, 30, 29, 28):
        try:
            return date(day.year + year, month + 1, last)
        except ValueError:
            continue
    raise AssertionError("every month has 28 days")
