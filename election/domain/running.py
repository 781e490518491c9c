"""Running an election: create it from a plan, change its settings, announce it, cancel it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from election.domain import journal, timelines
from election.domain.journal import Deed
from election.domain.refusals import Refused
from election.domain.review import slate
from election.models import Body, Cancellation, Election, Publication, User
from election.models.written import rendered
from election.timeline import Timeline, problems

SETTINGS = (
    "slug",
    "seats",
    "term_months",
    "candidate_order",
    "vote_at",
    "questions_each",
    "asking",
    "roll_names",
    "replies_through_voting",
    "nominating",
    "approval_needed",
    "endorsements_needed",
    "endorsing_affiliations",
    "affiliation_cap",
    "none_of_the_above",
    "term_limit",
)
"""What the journal tells of an election before and after, beside its dates."""

TEXTS = ("title", "source", "standing_source", "contact")
"""What may name people: in the journal these are words, which can be erased."""


@transaction.atomic
def create(body: Body, by: User | None, at: datetime, *, timeline: Timeline, **fields: Any) -> Election:
    """A draft election of `body`; `fields` are the columns named in SETTINGS and TEXTS. Only officials see it."""
    election = Election(body=body)
    _fill(election, fields)
    election.set_timeline(timeline)
    election.save()
    after = {**_settings(election), **timelines.told(timeline)}
    journal.record(Deed.ELECTION_CREATED, by=by, at=at, election=election, after=after, words=_texts(election))
    return election


@transaction.atomic
def change(election: Election, by: User, at: datetime, **fields: Any) -> Election:
    """The election with other settings and texts (dates move by `timelines.reschedule` once announced). Raises Refused
    where a setting is fixed by now."""
    locked = Election.objects.select_for_update().get(pk=election.pk)
    _still_open(locked, fields, at)
    before, old = _settings(locked), _texts(locked)
    _fill(locked, fields)
    locked.save()
    changed = {name for name, value in _settings(locked).items() if before[name] != value}
    words = {name: _arrow(old[name], text) for name, text in _texts(locked).items() if old[name] != text}
    if changed or words:
        after = _settings(locked)
        _record(Deed.ELECTION_CHANGED, locked, by, at, _only(before, changed), _only(after, changed), words)
        slate.look_again(locked, at)
    return locked


def _still_open(election: Election, fields: Mapping[str, Any], at: datetime) -> None:
    nomination, nominating = election.timeline.nomination, fields.get("nominating", election.nominating)
    if election.recorded.announced and nomination and nomination.is_over(at) and nominating != election.nominating:
        raise Refused("Nomination has closed, so who brings candidates stays as it was.")
    if "slug" in fields and election.recorded.announced and fields["slug"] != election.slug:
        raise Refused("The short address stays as it was announced, so that links to it keep working.")
    if election.recorded.declared or election.recorded.cancelled:
        raise Refused("This election is over, so its settings stay as they were.")


def _fill(election: Election, fields: Mapping[str, Any]) -> None:
    for name in fields.keys() & {*SETTINGS, "title", "contact", "source_url"}:
        setattr(election, name, fields[name])
    if "source" in fields:
        for column, value in rendered(fields["source"]).items():
            setattr(election, column, value)
    if "standing_source" in fields:
        written = rendered(fields["standing_source"])
        election.standing_source, election.standing_html = written["source"], written["html"]


def _settings(election: Election) -> dict[str, Any]:
    return {name: getattr(election, name) for name in SETTINGS}


def _texts(election: Election) -> dict[str, str]:
    return {name: getattr(election, name) for name in TEXTS}


def _only(facts: Mapping[str, Any], names: set[str]) -> dict[str, Any]:
    return {name: facts[name] for name in sorted(names)}


def _arrow(before: str, after: str) -> str:
    return f"{before or 'nothing'} → {after or 'nothing'}"


@transaction.atomic
def plan(election: Election, timeline: Timeline, by: User, at: datetime) -> Election:
    """A draft's dates become `timeline`. Raises Refused for a plan that cannot work, or once it was announced."""
    locked = Election.objects.select_for_update().get(pk=election.pk)
    if locked.recorded.announced:
        raise Refused("This election was announced, so a change of its dates needs a public reason.")
    for problem in problems(timeline):
        raise Refused(problem.sentence)
    before, after = timelines.told(locked.timeline), timelines.told(timeline)
    if before != after:
        locked.set_timeline(timeline)
        locked.save()
        _record(Deed.ELECTION_RESCHEDULED, locked, by, at, before, after, {})
    return locked


@transaction.atomic
def announce(election: Election, by: User | None, at: datetime) -> Publication:
    """From now on everybody sees the election. Raises Refused for a plan that cannot work or has no window at all."""
    locked = Election.objects.select_for_update().get(pk=election.pk)
    if locked.recorded.announced:
        raise Refused("This election was announced already.")
    for problem in problems(locked.timeline):
        raise Refused(problem.sentence)
    if not tuple(locked.timeline):
        raise Refused("Plan at least one window before you announce the election.")
    told = {**_settings(locked), **timelines.told(locked.timeline)}
    _record(Deed.ELECTION_ANNOUNCED, locked, by, at, {}, told, {"title": locked.title})
    return Publication.objects.create(election=locked, by=by, at=at)


@transaction.atomic
def cancel(election: Election, by: User, at: datetime, reason: str) -> Cancellation:
    """The election will not take place, for the reason everybody reads; its pages stay readable. Raises Refused once
    it is cancelled or declared."""
    locked = Election.objects.select_for_update().get(pk=election.pk)
    if locked.recorded.cancelled or locked.recorded.declared:
        raise Refused("This election is over already.")
    _record(Deed.ELECTION_CANCELLED, locked, by, at, {}, {}, {"reason": reason})
    return Cancellation.objects.create(election=locked, by=by, at=at, reason=reason)


def _record(
    deed: Deed,
    election: Election,
    by: User | None,
    at: datetime,
    before: Mapping[str, Any],
    after: Mapping[str, Any],
    words: Mapping[str, str],
) -> None:
    journal.record(deed, by=by, at=at, election=election, before=before, after=after, words=words)
