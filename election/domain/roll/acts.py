"""What officials do to single entries: alone before the vote opens, by two after; who is bound, always by two."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

from django.db import transaction

from election.domain import journal
from election.domain.journal import Deed
from election.domain.refusals import Refused
from election.domain.roll import performing
from election.domain.roll.times import is_late, locked, refuse_open_vote, refuse_over
from election.models import Election, RollAct, RollEntry, RollSecond, User
from election.models.roll_acts import RollDeed

DEEDS = {
    RollDeed.ADD: Deed.ROLL_ADDED,
    RollDeed.STRIKE: Deed.ROLL_STRUCK,
    RollDeed.RESTORE: Deed.ROLL_RESTORED,
    RollDeed.ADDRESS: Deed.ROLL_ADDRESS_ADDED,
    RollDeed.REBIND: Deed.ROLL_REBOUND,
}


def add(election: Election, name: str, keys: Iterable[str], reason: str, by: User | None, at: datetime) -> RollAct:
    """A voter more, known by `keys`. Once the vote has opened it waits for a second official. Raises Refused where one
    of the keys is somebody's already, or the vote is over; so do all verbs here."""
    return _act(RollDeed.ADD, election, None, reason, by, at, keys, name)


def strike(entry: RollEntry, reason: str, by: User | None, at: datetime) -> RollAct:
    """The voter is not on the roll any more. Raises Refused once the vote has opened: who has voted stays, and whether
    somebody has is not known here where the vote is held elsewhere."""
    refuse_open_vote(entry.election, at, "nobody can be struck: whether they have voted already is not known here.")
    return _act(RollDeed.STRIKE, entry.election, entry, reason, by, at)


def restore(entry: RollEntry, reason: str, by: User | None, at: datetime) -> RollAct:
    """A voter who was struck is on the roll again."""
    return _act(RollDeed.RESTORE, entry.election, entry, reason, by, at)


def add_address(entry: RollEntry, keys: Iterable[str], reason: str, by: User | None, at: datetime) -> RollAct:
    """One more address or handle by which the voter is known; whoever owns it is bound, where nobody is."""
    return _act(RollDeed.ADDRESS, entry.election, entry, reason, by, at, keys)


def rebind(entry: RollEntry, address: str, reason: str, by: User | None, at: datetime) -> RollAct:
    """The entry shall belong to the owner of `address`, instead of whoever is bound to it; two officials, always."""
    return _act(RollDeed.REBIND, entry.election, entry, reason, by, at, [address])


@transaction.atomic
def _act(
    deed: RollDeed,
    election: Election,
    entry: RollEntry | None,
    reason: str,
    by: User | None,
    at: datetime,
    keys: Iterable[str] = (),
    name: str = "",
) -> RollAct:
    held = locked(election)
    refuse_over(held, at)
    late = is_late(held, at)
    act = RollAct(election=held, deed=deed, entry=entry, name=name, keys=list(keys), reason=reason, is_late=late)
    act.by, act.at = by, at
    performing.check(act)
    act.save()
    if late or deed is RollDeed.REBIND:
        facts = {"roll_act": act.pk, "late": late}
        _journal(Deed.ROLL_PROPOSED, act, by, at, facts, {"what": act.get_deed_display(), "reason": reason})
        return act
    _perform(act, by, at)
    return act


def _perform(act: RollAct, by: User | None, at: datetime) -> None:
    performing.perform(act, at)
    facts = {"entry": act.entry_id, "roll_act": act.pk, **({"late": True} if act.is_late else {})}
    _journal(DEEDS[RollDeed(act.deed)], act, by, at, facts, {"reason": act.reason})


@transaction.atomic
def second(act: RollAct, by: User, at: datetime, *, agrees: bool) -> RollSecond:
    """A second official agrees, and it is done; or not, and it is dropped. Raises Refused for whoever proposed it, and
    where it cannot be done any more."""
    held = locked(act.election)
    act = RollAct.objects.select_related("by", "election").get(pk=act.pk)
    refuse_over(held, at)
    if act.done_at or hasattr(act, "second"):
        raise Refused("This was decided already.")
    if agrees and act.by == by:
        raise Refused("You proposed this yourself, so another official has to agree.")
    said = RollSecond.objects.create(act=act, by=by, at=at, agrees=agrees)
    if agrees:
        performing.check(act)
        _perform(act, by, at)
    else:
        _journal(Deed.ROLL_DROPPED, act, by, at, {"roll_act": act.pk}, {"what": act.get_deed_display()})
        act.keys, act.name = [], ""
        act.save(update_fields=["keys", "name"])
    return said


def _journal(
    deed: Deed, act: RollAct, by: User | None, at: datetime, facts: Mapping[str, object], words: Mapping[str, str]
) -> None:
    """Names and addresses of voters stay out of the journal, which everybody reads."""
    journal.record(deed, by=by, at=at, election=act.election, after=facts, words=words)
