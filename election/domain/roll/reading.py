"""What pages show of the roll: to officials all of it, to everybody counts, to whoever is signed in their own place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from election.domain.roll import keys
from election.domain.roll.requests import verified
from election.models import Election, RollAct, RollEntry, RollKey, RollRequest, RollUpload, User
from election.models.roll_acts import RollDeed

STATES = ("on", "not_yet", "struck")


def listing(election: Election, words: str = "", state: str = "") -> QuerySet[RollEntry]:
    """Entries with their keys, by name: those that have all `words`, in this state (one of STATES; empty: any)."""
    rows = RollEntry.objects.filter(election=election).search(words).prefetch_related("keys").select_related("striking")
    if state == "struck":
        return rows.filter(striking__isnull=False)
    if state in STATES:
        rows = rows.standing()
    return rows.filter(user=None) if state == "not_yet" else rows


@dataclass(frozen=True)
class Figures:
    """The roll in numbers, for everybody; and how often it was changed after voting had opened, by two officials."""

    on: int
    bound: int
    struck: int
    added: int
    restored: int
    other: int

    @property
    def is_late(self) -> bool:
        return bool(self.added or self.restored or self.other)


def figures(election: Election) -> Figures:
    """All numbers, in one query."""
    mine = RollEntry.objects.filter(election=OuterRef("pk"))
    late = RollAct.objects.late().filter(election=OuterRef("pk"))
    found: Mapping[str, Any] = Election.objects.filter(pk=election.pk).values(
        on=_number(mine.standing()),
        bound=_number(mine.standing().filter(user__isnull=False)),
        struck=_number(mine.filter(striking__isnull=False)),
        added=_number(late.filter(deed=RollDeed.ADD)),
        restored=_number(late.filter(deed=RollDeed.RESTORE)),
        other=_number(late.exclude(deed__in=(RollDeed.ADD, RollDeed.RESTORE))),
    )[0]
    return Figures(**found)


@dataclass(frozen=True)
class Waiting:
    """What waits: for a decision of any official, and a file of this one's for confirmation."""

    open: int
    file: int


def waiting(election: Election, by: User) -> Waiting:
    """Both, in one query."""
    mine = {"election": OuterRef("pk")}
    found: Mapping[str, Any] = Election.objects.filter(pk=election.pk).values(
        open=_number(RollRequest.objects.waiting().filter(**mine)) + _number(RollAct.objects.waiting().filter(**mine)),
        file=_number(RollUpload.objects.filter(by=by, **mine)),
    )[0]
    return Waiting(**found)


def _number(rows: QuerySet[Any]) -> Coalesce:
    """How many rows of the outer election there are."""
    return Coalesce(Subquery(rows.order_by().values("election").annotate(n=Count("pk")).values("n")), 0)


@dataclass(frozen=True)
class Place:
    """Whether somebody is on the roll, if not why probably, and what they asked."""

    entry: RollEntry | None
    reasons: tuple[str, ...]
    addresses: tuple[str, ...]
    asked: tuple[RollRequest, ...]

    @property
    def is_on(self) -> bool:
        return self.entry is not None and not self.entry.is_struck

    @property
    def waits(self) -> bool:
        """Whether officials have yet to decide, or a second one has yet to agree."""
        return any(_is_open(request) for request in self.asked)


def _is_open(request: RollRequest) -> bool:
    decision = getattr(request, "decision", None)
    if decision is None:
        return True
    act = decision.act
    return bool(decision.granted and act and act.done_at is None and not hasattr(act, "second"))


def place(election: Election, user: User) -> Place:
    """Where this person stands."""
    entry = RollEntry.objects.filter(election=election, user=user).select_related("striking").first()
    addresses = tuple(verified(user))
    asked = RollRequest.objects.filter(election=election, user=user).select_related("decision__act__second")
    is_on = entry is not None and not entry.is_struck
    return Place(entry, () if is_on else tuple(_why(election, entry, addresses)), addresses, tuple(asked))


def _why(election: Election, entry: RollEntry | None, addresses: tuple[str, ...]) -> Iterator[str]:
    """Probable reasons, likeliest first. Says nothing about addresses that this person has not verified."""
    if entry and entry.striking:
        yield f"You were struck from the roll: {entry.striking.reason}"
        return
    on, taken, handles = _probable(election, [address.lower() for address in addresses])
    if not on:
        yield "Nobody has been put on the roll yet."
        return
    if taken:
        yield "Your address stands on an entry that belongs to another account. Perhaps you have two here."
    yield "None of your addresses is on the roll. You may be known there by another one."
    if handles and not keys.providers():
        who = "One person is" if handles == 1 else f"{handles} people are"
        yield f"{who} on the roll by a handle alone, with which nobody can sign in here."


def _probable(election: Election, addresses: list[str]) -> tuple[int, int, int]:
    """How many are on the roll, how many of these have one of the addresses, how many wait with a handle alone."""
    of_entry = RollKey.objects.filter(entry=OuterRef("pk"))
    theirs, by_mail = Exists(of_entry.filter(value__in=addresses)), Exists(of_entry.filter(value__contains="@"))
    rows = RollEntry.objects.filter(election=election).standing().annotate(theirs=theirs, by_mail=by_mail)
    handles = Count("pk", Q(by_mail=False, user=None))
    found = rows.aggregate(on=Count("pk"), taken=Count("pk", Q(theirs=True)), handles=handles)
    return found["on"], found["taken"], found["handles"]
