"""Timelines of announced elections: every change of dates has a public reason and stands in the journal."""

from __future__ import annotations

from datetime import datetime
from hashlib import sha256

from django.db import transaction

from election import timeline
from election.domain import journal
from election.domain.journal import Deed
from election.domain.refusals import Refused
from election.models import Election, Rescheduling, User
from election.timeline import Change, Timeline

CROSSED = "Somebody changed the dates meanwhile. Look at what would change now, then publish again."


def print_of(planned: Timeline) -> str:
    """A short mark of a plan: the same for the same dates. A preview carries it, so that one who publishes is told
    when the dates have changed since."""
    return sha256(repr(sorted(told(planned).items())).encode()).hexdigest()[:16]


@transaction.atomic
def reschedule(
    election: Election, after: Timeline, by: User, at: datetime, reason: str, *, seen: str | None = None
) -> Rescheduling:
    """The election's dates become `after`. Raises Refused where the rules forbid it, nothing would change, or the
    dates are not those of which `by` has `seen` a preview (the mark by `print_of`). The dates moved from are those on
    record now, under a lock, so that two officials cannot cross."""
    locked = Election.objects.select_for_update().get(pk=election.pk)
    before = locked.timeline
    if seen is not None and seen != print_of(before):
        raise Refused(CROSSED)
    try:
        locked.set_timeline(timeline.reschedule(before, after, at))
    except timeline.Refused as no:
        raise Refused(str(no)) from no
    changed = timeline.changes(before, after)
    if not changed:
        raise Refused("These are the dates already; nothing would change.")
    locked.save()
    election.set_timeline(after)
    _journal(locked, before, after, by, at, reason)
    return Rescheduling.objects.create(
        election=locked, by=by, at=at, reason=reason, changes=[as_told(change) for change in changed]
    )


def as_told(change: Change) -> dict[str, str | None]:
    """One change as it is kept with a rescheduling."""
    return {"kind": change.kind, "edge": change.edge, "before": iso(change.before), "after": iso(change.after)}


def iso(moment: datetime | None) -> str | None:
    """A moment for the record: ISO 8601, in UTC."""
    return moment.isoformat().replace("+00:00", "Z") if moment else None


def told(planned: Timeline) -> dict[str, str | None]:
    """All edges of a timeline for the record, by their field names."""
    return {f"{w.kind}_{edge}": iso(getattr(w, edge)) for w in planned for edge in ("opens", "closes")}


def _journal(election: Election, before: Timeline, after: Timeline, by: User, at: datetime, reason: str) -> None:
    old, new = told(before), told(after)
    moved = sorted(name for name in old.keys() | new.keys() if old.get(name) != new.get(name))
    journal.record(
        Deed.ELECTION_RESCHEDULED,
        by=by,
        at=at,
        election=election,
        before={name: old.get(name) for name in moved},
        after={name: new.get(name) for name in moved},
        words={"reason": reason},
    )
