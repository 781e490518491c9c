"""Whom a message is by: a candidate, an official, or somebody else."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from election.mail.addresses import Sender, normalise
from election.mail.names import key, same_person


class Match(Enum):
    """How an author was recognised."""

    ADDRESS = "by address"
    NAME = "by name"
    UNKNOWN = "unknown"


class Role(Enum):
    """What the author of a message is in the election."""

    CANDIDATE = "candidate"
    OFFICIAL = "official"
    OTHER = "somebody else"


@dataclass(frozen=True)
class Known:
    """Somebody the election knows: the key of their row, their name, and all their addresses."""

    key: int
    name: str
    addresses: frozenset[str] = frozenset()

    def has_address(self, address: str) -> bool:
        """Whether `address` is one of theirs, in any spelling."""
        return bool(address) and normalise(address) in {normalise(own) for own in self.addresses}


@dataclass(frozen=True)
class Author:
    """Who a sender is: a candidate or an official with the key of their row, or somebody else with none."""

    role: Role
    key: int | None
    match: Match


@dataclass(frozen=True)
class People:
    """The candidates and officials of an election."""

    candidates: tuple[Known, ...]
    officials: tuple[Known, ...] = ()

    def author(self, sender: Sender) -> Author:
        """Who `sender` is: by any of their addresses first, then by name if that fits exactly one person."""
        everybody = [(Role.CANDIDATE, one) for one in self.candidates] + [
            (Role.OFFICIAL, one) for one in self.officials
        ]
        ways: tuple[tuple[Match, Callable[[Known], bool]], ...] = (
            (Match.ADDRESS, lambda one: one.has_address(sender.address)),
            (Match.NAME, lambda one: bool(key(sender.name)) and key(one.name) == key(sender.name)),
            (Match.NAME, lambda one: same_person(one.name, sender.name)),
        )
        for match, fits in ways:
            found = [(role, one) for role, one in everybody if fits(one)]
            if len(found) == 1:
                return Author(found[0][0], found[0][1].key, match)
        return Author(Role.OTHER, None, Match.UNKNOWN)


def same_sender(a: Sender, b: Sender) -> bool:
    """Whether two senders are one person, by address or else by name."""
    return (bool(a.address) and a.address == b.address) or same_person(a.name, b.name)
