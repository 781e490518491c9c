"""Voters on the roll, in words: by what they are known, what state they are in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django import template

from election.domain.roll import keys
from election.models.roll_acts import RollDeed

if TYPE_CHECKING:
    from election.models import RollAct, RollEntry

register = template.Library()


DONE = {
    RollDeed.ADD: "added the voter",
    RollDeed.STRIKE: "struck the voter from the roll",
    RollDeed.RESTORE: "put the voter back on the roll",
    RollDeed.ADDRESS: "added an address",
    RollDeed.REBIND: "bound the entry to another account",
}


@register.filter
def done(act: RollAct) -> str:
    """What an act did."""
    return DONE[RollDeed(act.deed)]


@register.filter
def known_as(key: str) -> str:
    """A key as people read it: “ada on GitHub”."""
    return keys.told(str(key))


@register.filter
def state(entry: RollEntry) -> str:
    """Struck, signed in, not yet, or known by nothing with which one can sign in."""
    if entry.is_struck:
        return "struck"
    if entry.user_id:
        return "signed in"
    return "not yet" if keys.usable(key.value for key in entry.keys.all()) else "cannot sign in"
