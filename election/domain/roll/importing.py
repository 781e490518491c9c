"""A file becomes part of the roll, in one act that can be undone once."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from election.domain import journal
from election.domain.journal import Deed
from election.domain.refusals import Refused
from election.domain.roll.binding import bind_known
from election.domain.roll.plans import Plan, Voter, plan
from election.domain.roll.times import locked, refuse_open_vote
from election.models import Election, RollAct, RollEntry, RollImport, RollKey, RollUndoing, User
from election.models.roll_acts import RollDeed

LOT = 2000
SAW_ANOTHER = "The roll has changed since you looked. Look at the lines again, then confirm."


@transaction.atomic
def import_roll(election: Election, planned: Plan, name: str, by: User | None, at: datetime) -> RollImport:
    """The voters of `planned` are on the roll. Raises Refused where there is nothing to do, where the roll has changed
    since it was planned, or once the vote has opened."""
    held = locked(election)
    refuse_open_vote(held, at, "a file can no longer be brought in. Two officials can add people one by one.")
    seen, planned = planned.print, plan(held, [line.line for line in planned.lines], planned.provider)
    if planned.print != seen:
        raise Refused(SAW_ANOTHER)
    if not planned.does_something:
        raise Refused("Nothing in this file would change the roll.")
    brought = RollImport.objects.create(election=held, at=at, by=by, name=name[:200], counts=planned.counts)
    brought.renamed = _rename(held, [voter for voter in planned.voters if voter.renamed and voter.entry])
    brought.save(update_fields=["renamed"])
    entries = _add(held, brought, [voter for voter in planned.voters if voter.entry is None])
    keys = [(entry, key) for entry, voter in entries for key in voter.keys]
    keys += [(voter.entry, key) for voter in planned.voters if voter.entry for key in voter.added]
    rows = (RollKey(election_id=held.pk, entry_id=entry, value=key, brought_by_id=brought.pk) for entry, key in keys)
    RollKey.objects.bulk_create(rows, batch_size=LOT)
    bind_known(held)
    journal.record(Deed.ROLL_IMPORTED, by=by, at=at, election=held, after=_facts(brought))
    return brought


def _add(election: Election, brought: RollImport, voters: list[Voter]) -> list[tuple[int, Voter]]:
    rows = [RollEntry(election_id=election.pk, name=voter.name, brought_by_id=brought.pk) for voter in voters]
    made = RollEntry.objects.bulk_create(rows, batch_size=LOT)
    return [(row.pk, voter) for row, voter in zip(made, voters, strict=True)]


def _rename(election: Election, voters: list[Voter]) -> dict[str, str]:
    """The entries with their new names; gives back the old ones, for undoing."""
    rows = RollEntry.objects.filter(election=election).in_bulk([voter.entry for voter in voters if voter.entry])
    before = {str(pk): row.name for pk, row in rows.items()}
    for voter in voters:
        if voter.entry:
            rows[voter.entry].name = voter.name
    RollEntry.objects.bulk_update(rows.values(), ["name"], batch_size=400)
    return before


def last_import(election: Election) -> RollImport | None:
    """The import that could be undone: the newest, where it was not undone already."""
    newest = RollImport.objects.filter(election=election).select_related("undoing", "by").first()
    return newest if newest and not hasattr(newest, "undoing") else None


def why_not(election: Election, brought: RollImport) -> str:
    """Why this import cannot be undone; empty where it can."""
    if last_import(election) != brought:
        return "Only what was brought in last can be undone, and only once."
    if RollAct.objects.filter(entry__brought_by=brought).exists():
        return "Officials have changed some of these entries since, and undoing would lose that. Strike instead."
    return ""


@transaction.atomic
def undo(brought: RollImport, by: User, at: datetime) -> RollUndoing:
    """What the import added is gone, what it changed is as before. Raises Refused for any import but the last, where
    officials have worked on its entries since, or once the vote has opened."""
    held = locked(brought.election)
    refuse_open_vote(held, at, "what was brought in stays. Strike whoever should not be on the roll.")
    if why := why_not(held, brought):
        raise Refused(why)
    for pk, name in brought.renamed.items():
        RollEntry.objects.filter(election=held, pk=pk).update(name=name)
    _take_out(held, brought)
    journal.record(Deed.ROLL_UNDONE, by=by, at=at, election=held, after=_facts(brought))
    return RollUndoing.objects.create(roll_import=brought, by=by, at=at)


def _take_out(election: Election, brought: RollImport) -> None:
    """Its keys and entries go. Whoever was bound by an address that goes is so no longer, unless by one that stays."""
    touched = RollKey.objects.filter(brought_by=brought, entry__election=election).exclude(entry__brought_by=brought)
    entries = list(touched.values_list("entry", flat=True).distinct())
    RollKey.objects.filter(brought_by=brought).delete()
    RollEntry.objects.filter(brought_by=brought).delete()
    firmly = RollKey.objects.filter(entry__in=entries, value__contains="#").values("entry")
    rebound = RollAct.objects.filter(deed=RollDeed.REBIND, done_at__isnull=False, entry__in=entries).values("entry")
    RollEntry.objects.filter(pk__in=entries).exclude(pk__in=rebound).exclude(pk__in=firmly).update(user=None)
    bind_known(election)


def _facts(brought: RollImport) -> dict[str, int]:
    return {"import": brought.pk, "added": brought.counts["new"], "altered": brought.counts["changed"]}
