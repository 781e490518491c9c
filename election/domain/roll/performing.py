"""How each act on an entry is checked and done."""

from __future__ import annotations

from datetime import datetime

from election.domain.officials import owner
from election.domain.refusals import Refused
from election.domain.roll.binding import bind_known
from election.domain.roll.keys import told
from election.models import RollAct, RollEntry, RollKey
from election.models.roll_acts import RollDeed


def check(act: RollAct) -> None:
    """Raises Refused where the act cannot be done to the roll as it is."""
    {
        RollDeed.ADD: _check_new,
        RollDeed.STRIKE: _check_on,
        RollDeed.RESTORE: _check_struck,
        RollDeed.ADDRESS: _check_new,
        RollDeed.REBIND: _check_person,
    }[RollDeed(act.deed)](act)


def _check_new(act: RollAct) -> None:
    if not act.keys:
        raise Refused("Give at least one address or handle.")
    taken = RollKey.objects.filter(election=act.election, value__in=act.keys).select_related("entry").first()
    if taken and taken.entry == act.entry:
        raise Refused(f"{told(taken.value)} stands on this entry already.")
    if taken and taken.entry.is_struck:
        raise Refused(f"{told(taken.value)} belongs to a voter who was struck: {taken.entry}. Put that entry back.")
    if taken:
        raise Refused(f"{told(taken.value)} is on the roll already: {taken.entry}.")


def _check_on(act: RollAct) -> None:
    if act.entry and RollEntry.objects.get(pk=act.entry.pk).is_struck:
        raise Refused("This voter was struck already.")


def _check_struck(act: RollAct) -> None:
    if act.entry and not RollEntry.objects.get(pk=act.entry.pk).is_struck:
        raise Refused("This voter is on the roll.")


def _check_person(act: RollAct) -> None:
    user = owner(act.keys[0]) if act.keys else None
    if user is None:
        raise Refused("Nobody has signed in with this address yet. Ask them to sign in once, then try again.")
    if RollEntry.objects.filter(election=act.election, user=user).exclude(pk=act.entry_id or 0).exists():
        raise Refused("The owner of this address is bound to another entry of this roll.")
    if act.entry and act.entry.user_id == user.pk:
        raise Refused("The entry belongs to the owner of this address already.")


def perform(act: RollAct, at: datetime) -> None:
    """Does it; what it said of a person then stands on the entry alone."""
    if act.deed == RollDeed.ADD:
        act.entry = RollEntry.objects.create(election=act.election, name=act.name)
    entry = RollEntry.objects.get(pk=act.entry_id or 0)
    if act.deed == RollDeed.REBIND:
        entry.user = owner(act.keys[0])
    if act.deed in (RollDeed.STRIKE, RollDeed.RESTORE):
        entry.striking = act if act.deed == RollDeed.STRIKE else None
    entry.save()
    known = set(RollKey.objects.filter(election=act.election, value__in=act.keys).values_list("value", flat=True))
    RollKey.objects.bulk_create(
        RollKey(election=act.election, entry=entry, value=key) for key in dict.fromkeys(act.keys) if key not in known
    )
    act.done_at, act.keys, act.name = at, [], ""
    act.save()
    bind_known(act.election)
