"""The voter roll: brought in from files, kept by officials, asked for by people; who is bound to which entry."""

from election.domain.roll.acts import add, add_address, rebind, restore, second, strike
from election.domain.roll.binding import Identity, claim, entry_of
from election.domain.roll.importing import import_roll, undo
from election.domain.roll.lines import Line
from election.domain.roll.plans import Fate, Plan, Planned, plan
from election.domain.roll.requests import decide, request
from election.domain.roll.times import is_late

__all__ = [
    "Fate",
    "Identity",
    "Line",
    "Plan",
    "Planned",
    "add",
    "add_address",
    "claim",
    "decide",
    "entry_of",
    "import_roll",
    "is_late",
    "plan",
    "rebind",
    "request",
    "restore",
    "second",
    "strike",
    "undo",
]
